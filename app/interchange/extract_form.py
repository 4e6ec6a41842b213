"""How an extract is written: comma separated, the city's own fixed-width layout, whatever comes next.

Everything behind it (trailer, quarantine, accounts that stand apart, the delta) is the same for every form.
"""

from collections.abc import Callable, Iterable, Iterator

from app.frozen import frozen
from app.interchange.extract_records import UnsplitLine, records
from app.interchange.extract_values import read_amount, read_date

Record = tuple[int, list[str] | UnsplitLine, str]
CSV_NAME = "citytill-accounts"


@frozen
class ExtractForm:
    """One way to write an extract.

    `records` turns lists of physical lines into (first line, fields, raw text); its first record names the columns.
    `read_amount` and `read_date` read a field as this form writes it. `raw_fields` gives a record's fields as they
    stand in the file. `encoding` is empty where the file's bytes tell it.
    """

    name: str
    encoding: str
    records: Callable[[Iterable[list[str]]], Iterator[Record]]
    read_amount: Callable[[str], int]
    read_date: Callable[[str], str | None]
    raw_fields: Callable[[list[str], str], list[str]]


def _as_they_are(fields: list[str], _raw: str) -> list[str]:
    return fields


CSV_FORM = ExtractForm(CSV_NAME, "", records, read_amount, read_date, _as_they_are)
"""The extract as CityTill asks for it (accounts-extract.md)."""
