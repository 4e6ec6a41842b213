"""Lines of fixed width as the records that the extract's reading knows: columns by name, rows, the trailer."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from app.interchange.extract_errors import TrailerUnreadableError
from app.interchange.extract_form import CSV_FORM, ExtractForm, Record
from app.interchange.extract_records import UnsplitLine
from app.interchange.extract_trailer import TRAILER
from app.interchange.extract_values import RowFaultError, quoted
from app.interchange.extract_writer import amount_text
from app.interchange.layout_fields import LayoutField
from app.interchange.layout_file import FixedLayout, LineKinds
from app.interchange.layout_values import amount_reader, date_reader

Column = Callable[[str], str]


def form_of(layout: FixedLayout | None) -> ExtractForm:
    """The form of an extract that this layout describes; without one it is CSV."""
    if layout is None:
        return CSV_FORM
    read_amount = amount_reader(decimals=layout.decimals, sign=layout.sign)
    read_date = date_reader(layout.date_form)
    lines = _FixedLines(layout, read_amount, read_date)
    return ExtractForm(layout.mark, layout.encoding, lines.records, read_amount, read_date, lines.raw_fields)


class _FixedLines:
    """Cuts lines; account first, as the reading wants it."""

    def __init__(
        self, layout: FixedLayout, read_amount: Callable[[str], int], read_date: Callable[[str], str | None]
    ) -> None:
        self._layout = layout
        self._read_amount = read_amount
        self._read_date = read_date
        self._fields = sorted(layout.fields, key=lambda field: field.column != "account")
        self._columns = [_column(field) for field in self._fields]

    def records(self, blocks: Iterable[list[str]]) -> Iterator[Record]:
        """The columns' names, then each line that is not blank, then the trailer.

        Raises:
            TrailerUnreadableError: a total or date of the trailer is not what the layout says.
        """
        layout = self._layout
        length, is_padded, kinds, columns = layout.line_length, layout.is_padded, layout.kinds, self._columns
        yield 0, [field.column for field in self._fields], ""
        for number, text in enumerate(chain.from_iterable(blocks), 1):
            if number <= layout.header_lines or not text or text.isspace():
                continue
            line = text
            if len(line) != length and (is_padded or len(line) > length):  # blanks at the end are no matter
                line = text.rstrip().ljust(length)
            kind = _kind(kinds, line) if kinds is not None else ""
            if kind == "trailer":
                yield number, self._trailer(number, line), text
            elif kind == "header":
                continue
            elif len(line) != length:
                yield number, self._of_another_length(text), text
            elif kind:
                yield number, UnsplitLine(text, kind), text
            else:
                yield number, [column(line) for column in columns], text

    def raw_fields(self, _fields: list[str], raw: str) -> list[str]:
        """What stands in the file for each column, blanks and all."""
        return [field.value if field.place is None else raw[field.place.cut] for field in self._fields]

    def _of_another_length(self, text: str) -> UnsplitLine:
        places = [field.place for field in self._fields[:1] if field.place is not None]
        known = [text[place.cut].strip() for place in places if place.end <= len(text)]
        reason = f"{len(text)} characters where {self._layout.line_length} belong"
        return UnsplitLine(text, reason, tuple(known))

    def _trailer(self, number: int, line: str) -> list[str]:
        found = {name: line[place.cut].strip() for name, place in self._layout.trailer}
        try:
            total = amount_text(self._read_amount(found["total"])) if found["total"] else ""
            as_of = self._read_date(found.get("as_of", "")) or ""
        except RowFaultError as fault:
            raise TrailerUnreadableError(number, fault.reason) from fault
        return [TRAILER, found["rows"], total, as_of, found.get("posted_through", "")]


def _kind(kinds: LineKinds, line: str) -> str:
    """`header`, `trailer`, empty for a row, or why the line is none of them."""
    word = line[kinds.place.cut].strip()
    if kinds.trailer and word == kinds.trailer:
        return "trailer"
    if kinds.header and word == kinds.header:
        return "header"
    if kinds.detail and word != kinds.detail:
        return f"unknown kind of line {quoted(word)}"
    return ""


def _column(field: LayoutField) -> Column:
    """Takes a column out of a line."""
    if field.place is None:
        value = field.value
        return lambda _line: value
    start, end = field.place.start - 1, field.place.end
    if not field.codes:
        return lambda line: line[start:end].strip()
    codes = dict(field.codes)

    def coded(line: str) -> str:
        text = line[start:end].strip()
        return codes.get(text, text)

    return coded
