"""What the practice printer printed, as a roll to paint; and the bytes it got, as lines to read."""

from collections.abc import Iterable, Sequence

from devices.simulators.escpos_printer import Recorded
from devices.simulators.escpos_tokens import Token, all_tokens
from devices.simulators.paper import (
    PaperBarcode,
    PaperCut,
    PaperFeed,
    PaperQr,
    PaperRaster,
    PaperRow,
    PaperText,
    Span,
)
from devices.simulators.slip_station import Sheet
from receipts.renderers.code128 import bars
from receipts.renderers.roll import BARCODE_ROWS, Drawn, DrawnBars, DrawnCut, DrawnText, Roll

ROWS_SHOWN = 400
BYTES_SHOWN = 4_000
PIECES_SHOWN = 1_000
HEX_SHOWN = 16
_PICTURE = "[picture]"


def roll_of(rows: Sequence[PaperRow], *, columns: int) -> Roll:
    """The end of the paper, at most ROWS_SHOWN rows of it, in the places where the head put them."""
    at = 0
    drawn: list[Drawn] = []
    for row in rows[-ROWS_SHOWN:]:
        pieces, high = _row(row, at, columns)
        drawn += pieces
        at += high
    return Roll(columns, at, tuple(drawn))


def sheet_rows(sheets: Sequence[Sheet]) -> tuple[PaperRow, ...]:
    """The check that came out of the slip last, as it lies beside the roll."""
    if not sheets:
        return ()
    title = PaperText((Span(f"SLIP: {sheets[-1].side} of check {len(sheets)}", inverse=True),), "centre")
    return (PaperFeed(1), PaperCut(), title, *sheets[-1].rows, PaperCut())


def byte_lines(recorded: Sequence[Recorded]) -> tuple[str, ...]:
    """The last traffic of the line: `>` to the printer, `<` from it; a command a line, its name and its bytes."""
    lines: list[str] = []
    for inward, data in _joined(recorded[-PIECES_SHOWN:]):
        sign = ">" if inward else "<"
        if inward:
            lines += [f"{sign} {_token_words(token)}" for token in all_tokens(data[-BYTES_SHOWN:])]
        else:
            lines.append(f"{sign} {'status':<10} {data[-HEX_SHOWN:].hex(' ')}")
    return tuple(lines[-ROWS_SHOWN:])


def _joined(recorded: Iterable[Recorded]) -> list[tuple[bool, bytes]]:
    """Neighbours of one direction as one piece: a command may have come in two."""
    runs: list[tuple[bool, list[bytes]]] = []
    for piece in recorded:
        if runs and runs[-1][0] == piece.inward:
            runs[-1][1].append(piece.data)
        else:
            runs.append((piece.inward, [piece.data]))
    return [(inward, b"".join(parts)) for inward, parts in runs]


def _token_words(token: Token) -> str:
    if token.name == "text":
        return f"{'text':<10} {token.raw.decode('cp437', errors='replace')}"
    rest = len(token.raw) - HEX_SHOWN
    more = f" and {rest} more" if rest > 0 else ""
    return f"{token.name:<10} {token.raw[:HEX_SHOWN].hex(' ')}{more}"


def _row(row: PaperRow, at: int, columns: int) -> tuple[list[Drawn], int]:
    match row:
        case PaperText():
            return _text(row, at, columns), row.height
        case PaperBarcode():
            return _barcode(row, at, columns)
        case PaperQr():
            return [_centred(f"[QR {row.data}]", at, columns)], BARCODE_ROWS
        case PaperRaster():
            return [_centred(_PICTURE, at, columns)], 1
        case PaperFeed():
            return [], row.rows
        case PaperCut():
            return [DrawnCut(at)], 1


def _text(row: PaperText, at: int, columns: int) -> list[Drawn]:
    wide = sum(len(span.text) * span.width for span in row.spans)
    room = max(columns - wide, 0)
    column = {"left": 0, "centre": room // 2, "right": room}[row.align]
    drawn: list[Drawn] = []
    for span in row.spans:
        if span.text.strip():
            drawn.append(DrawnText(at, column, span.text, span.bold, span.width, span.height))
        column += len(span.text) * span.width
    return drawn


def _barcode(row: PaperBarcode, at: int, columns: int) -> tuple[list[Drawn], int]:
    try:
        widths = bars(row.data)
    except ValueError:  # another symbology, or signs that set B does not have: said in words
        return [_centred(f"[{row.symbology} {row.data}]", at, columns)], BARCODE_ROWS
    drawn: list[Drawn] = [DrawnBars(at, BARCODE_ROWS, widths, row.data)]
    if row.text_below:
        drawn.append(_centred(row.data, at + BARCODE_ROWS, columns))
    return drawn, BARCODE_ROWS + int(row.text_below)


def _centred(text: str, at: int, columns: int) -> DrawnText:
    return DrawnText(at, max(columns - len(text), 0) // 2, text[:columns])
