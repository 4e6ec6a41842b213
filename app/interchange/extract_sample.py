"""What each field of an extract's first rows becomes: shown before anything is taken."""

from collections.abc import Callable
from itertools import islice

from app.domain.account import account_key
from app.domain.money import Money
from app.frozen import frozen
from app.interchange.extract_columns import column_places
from app.interchange.extract_form import ExtractForm
from app.interchange.extract_lines import LinePass
from app.interchange.extract_records import UnsplitLine
from app.interchange.extract_rows import MONEY_COLUMNS, RowReader
from app.interchange.extract_trailer import TRAILER
from app.interchange.extract_values import RowFaultError, read_text
from app.interchange.extract_writer import flag_text

SAMPLE_ROWS = 5
MONEY = {*MONEY_COLUMNS, "last_payment_amount"}
DATES = {"due_date", "last_payment_date"}


@frozen
class SampledField:
    """`raw` stands in the file, `becomes` is what is kept of it; `fault` says why nothing is."""

    column: str
    raw: str
    becomes: str
    fault: str = ""


@frozen
class SampledRow:
    """One row; `fault` when it cannot be divided into fields at all, and then there are none."""

    line: int
    fields: tuple[SampledField, ...]
    fault: str = ""


def sampled(lines: LinePass, form: ExtractForm) -> tuple[SampledRow, ...]:
    """The first rows, read as the import reads them; the rest of the file is not looked at.

    Raises:
        ExtractRefusedError: it is no extract.
    """
    found = form.records(lines.lines())
    header = next(found, None)
    if header is None or isinstance(header[1], UnsplitLine):
        return ()
    places = column_places(header[1])
    reader = RowReader(places, form)
    names = {place: name for name, place in places.places.items()} | {place: name for name, place in places.unknown}
    rows = (record for record in found if isinstance(record[1], UnsplitLine) or record[1][0] != TRAILER)
    return tuple(_row(*record, form, reader, names) for record in islice(rows, SAMPLE_ROWS))


def _row(
    line: int, fields: list[str] | UnsplitLine, raw: str, form: ExtractForm, reader: RowReader, names: dict[int, str]
) -> SampledRow:
    if isinstance(fields, UnsplitLine):
        return SampledRow(line, (), fields.reason)
    if len(fields) != reader.width:
        return SampledRow(line, (), f"{len(fields)} fields where {reader.width} belong")
    raws = form.raw_fields(fields, raw)
    return SampledRow(
        line, tuple(_field(names[place], raws[place], fields[place], reader) for place in sorted(names))
    )


def _field(column: str, raw: str, text: str, reader: RowReader) -> SampledField:
    becomes = _reads(column, reader)
    try:
        return SampledField(column, read_text(raw), becomes(text))
    except RowFaultError as fault:
        return SampledField(column, read_text(raw), "", fault.reason)


def _reads(column: str, reader: RowReader) -> Callable[[str], str]:
    """How a column is read, as words."""
    if column in MONEY:
        return lambda text: str(Money(reader.amounts[text]))
    if column in DATES:
        return lambda text: reader.dates[text] or ""
    if column == "account":
        return account_key
    if column == "flags":
        return lambda text: ", ".join(map(flag_text, reader.flags[text]))
    if column in {"service", "class", "status"}:
        return lambda text: reader.code(column, text)
    return read_text

