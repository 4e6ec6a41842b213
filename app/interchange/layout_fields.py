"""The columns of a fixed-width layout: where each stands in a line, or the value that all rows share."""

from collections.abc import Mapping
from typing import Any, TypeGuard

from app.frozen import frozen
from app.interchange.extract_columns import COLUMNS, REQUIRED

CODED = ("service", "class", "status", "flags")
KEYS = {"column", "note", "start", "length", "value", "codes"}
LONGEST_LINE = 10_000


@frozen
class Place:
    """Where something stands: `start` counts characters from 1, as layouts on paper do."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """The last position."""
        return self.start + self.length - 1

    @property
    def cut(self) -> slice:
        """What to take of a line."""
        return slice(self.start - 1, self.end)


@frozen
class LayoutField:
    """One column: at `place`, its text turned by `codes`; without a place every row has `value`.

    `column` is one of the extract's columns, or any name for a note.
    """

    column: str
    place: Place | None
    value: str
    codes: tuple[tuple[str, str], ...]


def read_fields(found: object, *, line_length: int, faults: list[str]) -> tuple[LayoutField, ...]:
    """The `[[field]]` parts of a layout; what is wrong with them goes to `faults`."""
    if not isinstance(found, list) or not found:
        faults.append("The layout has no [[field]]. Describe where each column stands.")
        return ()
    fields = []
    for number, part in enumerate(found, 1):
        field = _field(number, part, line_length, faults)
        if field is not None:
            fields.append(field)
    _check_columns(fields, faults)
    _check_overlaps(fields, faults)
    return tuple(fields)


def read_place(words: str, found: Mapping[str, Any], *, line_length: int, faults: list[str]) -> Place | None:
    """`start` and `length` of something; None, and a fault, when they make no sense."""
    start, length = found.get("start"), found.get("length")
    if not is_number(start) or not is_number(length) or start < 1 or length < 1:
        faults.append(f"{words} needs start and length, whole numbers from 1.")
        return None
    place = Place(start, length)
    if line_length and place.end > line_length:
        faults.append(f"{words} ends at position {place.end}, but a line has {line_length} characters.")
        return None
    return place


def is_number(value: object) -> TypeGuard[int]:
    """A whole number, and not true or false."""
    return isinstance(value, int) and not isinstance(value, bool)


def _field(number: int, part: object, line_length: int, faults: list[str]) -> LayoutField | None:
    if not isinstance(part, Mapping):
        faults.append(f"Field {number} is not a [[field]].")
        return None
    column, note = part.get("column", ""), part.get("note", "")
    name = column or note
    if not isinstance(name, str) or not name or bool(column) == bool(note):
        faults.append(f"Field {number} names neither a column nor a note.")
        return None
    words = f"The field {name}"
    if column and column not in COLUMNS:
        faults.append(f"{words} is no column of an extract. Write note = \"{name}\" to keep it as a note.")
        return None
    if note in COLUMNS:
        faults.append(f"The note {name} is the name of a column. Give the note another name, or write column for it.")
        return None
    faults.extend(f"{words} says {key}, which means nothing here." for key in sorted(part.keys() - KEYS))
    codes = part.get("codes", {})
    if not isinstance(codes, Mapping) or not all(isinstance(value, str) for value in codes.values()):
        faults.append(f"{words} has codes that are not pairs of words.")
        return None
    if codes and name not in CODED:
        faults.append(f"{words} cannot have codes; only {', '.join(CODED)} can.")
        return None
    value = part.get("value")
    if value is not None:
        if not isinstance(value, str) or "start" in part:
            faults.append(f"{words} has a value for all rows, which is a text and has no start.")
            return None
        return LayoutField(name, None, value, ())
    place = read_place(words, part, line_length=line_length, faults=faults)
    pairs = tuple((code.strip(), meaning) for code, meaning in codes.items())
    return LayoutField(name, place, "", pairs) if place is not None else None


def _check_columns(fields: list[LayoutField], faults: list[str]) -> None:
    names = [field.column for field in fields]
    twice = sorted({name for name in names if names.count(name) > 1})
    faults.extend(f"The field {name} stands twice in the layout." for name in twice)
    missing = [name for name in REQUIRED if name not in names]
    if missing and not faults:
        words = "the column" if len(missing) == 1 else "the columns"
        faults.append(f"The layout lacks {words} {', '.join(missing)}. Say where they stand, or a value for all rows.")


def _check_overlaps(fields: list[LayoutField], faults: list[str]) -> None:
    """Two columns may be the same characters; a part of each other they never are."""
    placed = [(field.column, field.place) for field in fields if field.place is not None]
    for number, (name, place) in enumerate(placed):
        for other, its in placed[number + 1 :]:
            if place != its and place.start <= its.end and its.start <= place.end:
                first, last = max(place.start, its.start), min(place.end, its.end)
                faults.append(f"The fields {name} and {other} overlap at positions {first} to {last}.")
