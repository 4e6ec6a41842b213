"""A sheet as plain text: for terminals, and for eyes that compare reports."""

from receipts.sheet import Bars, Beside, Block, Facts, Figures, Note, Sheet, SignLines, StampBox, Table

_GAP = "  "


def sheet_text(sheet: Sheet) -> str:
    """The whole sheet in lines of text, tables as wide as their longest cells, no trailing spaces."""
    lines = [sheet.issuer.upper(), *sheet.place, "", sheet.name, "=" * len(sheet.name)]
    if sheet.mark:
        lines.append(sheet.mark)
    for section in sheet.sections:
        lines.append("")
        if section.heading:
            lines += [section.heading, "-" * len(section.heading)]
        for block in section.blocks:
            lines += _lines(block)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _lines(block: Block) -> list[str]:
    match block:
        case Facts():
            return [f"{label}: {value}" if label else value for label, value in block.pairs]
        case Figures():
            return [f"{label} {figure} {below}" for label, figure, below in block.figures]
        case Table():
            return _table(block)
        case Bars():
            return [block.title, *(f"{label}: {figure}" for label, _tall, figure in block.bars)]
        case Beside():
            return [*_table(block.left), "", *_table(block.right)]
        case Note():
            return [block.text]
        case SignLines():
            return ["", _GAP.join(f"____________ {label}" for label in block.labels)]
        case StampBox():
            return [f"[ {block.label} ]"]


def _table(table: Table) -> list[str]:
    rows = [tuple(column.title for column in table.columns), *table.rows, *table.totals]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.columns))]
    shown = [
        _GAP.join(
            cell.rjust(width) if column.is_figure else cell.ljust(width)
            for cell, width, column in zip(row, widths, table.columns, strict=True)
        )
        for row in rows
    ]
    rule = "-" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    first_total = len(shown) - len(table.totals)
    return [shown[0], rule, *shown[1:first_total], *([rule] if table.totals else []), *shown[first_total:]]
