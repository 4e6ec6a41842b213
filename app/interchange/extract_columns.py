"""The extract's header: which column stands where (accounts-extract.md, table of columns)."""


from app.frozen import frozen
from app.interchange.extract_errors import ColumnRepeatedError, ColumnsMissingError, HeaderMissingError

COLUMNS: tuple[str, ...] = (
    *("account", "name", "service_address", "unit", "mailing_address", "mailing_city", "mailing_state", "mailing_zip"),
    *("phone", "alt_phone", "email", "class", "cycle", "route_sequence", "status", "flags", "meter", "service"),
    *("current", "due_date", "past_due_30", "past_due_60", "past_due_90", "unapplied_credit"),
    *("last_payment_date", "last_payment_amount", "stub_scan_line"),
)
REQUIRED: tuple[str, ...] = (
    *("account", "name", "service_address", "class", "status", "service"),
    *("current", "due_date", "past_due_30", "past_due_60", "past_due_90"),
)
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


@frozen
class ColumnPlaces:
    """Where each known column stands; a missing optional column reads the empty field put after the last one."""

    places: dict[str, int]
    width: int
    unknown: tuple[tuple[str, int], ...]

    def of(self, *names: str) -> tuple[int, ...]:
        """The places of columns, `width` (an empty field) for one the file does not have."""
        return tuple(self.places.get(name, self.width) for name in names)


def column_places(header: list[str]) -> ColumnPlaces:
    """Read the header's names: any order, any case, blanks or dashes for underscores; unknown ones are notes.

    A name-less column at the end (spreadsheets leave them) is neither known nor a note.

    Raises:
        HeaderMissingError: none of the required names is there.
        ColumnsMissingError: some are not.
        ColumnRepeatedError: a known name stands twice.
    """
    places: dict[str, int] = {}
    unknown: list[tuple[str, int]] = []
    for place, text in enumerate(header):
        name = "_".join(text.replace("-", " ").lower().split())
        if name in places:
            raise ColumnRepeatedError(name)
        if name in COLUMNS:
            places[name] = place
        elif name:
            unknown.append((" ".join(text.split()), place))
    missing = tuple(name for name in REQUIRED if name not in places)
    if len(missing) == len(REQUIRED):
        raise HeaderMissingError(separator=_other_separator(header))
    if missing:
        raise ColumnsMissingError(missing)
    return ColumnPlaces(places, len(header), tuple(unknown))


def _other_separator(header: list[str]) -> str:
    line = ",".join(header).lower()
    for sign, words in _OTHER_SEPARATORS.items():
        if sum(name in REQUIRED for name in line.split(sign)) > 1:
            return words
    return ""
