"""A layout file: how a billing system writes its accounts extract in lines of fixed width (DESIGN section 9).

A small TOML text that a person writes beside the billing system's own description; positions count characters from 1.

    citytill_layout = 1
    name = "claremore-billing"
    encoding = "windows-1252"        # ascii, utf-8, windows-1252, iso-8859-1, cp437
    line_length = 212                # a shorter line is a fault, unless short_lines = "padded"
    header_lines = 1                 # lines to leave out at the top; 0 when left out

    [amounts]
    decimals = 2                     # the point is left out; 0: whole dollars; "point": it stands there
    sign = "trailing"                # none, leading, trailing, credit (CR), brackets, overpunch (COBOL)

    [dates]
    format = "YYYYMMDD"              # any order of YYYY or YY, MM, DD; blank or zeros is no date

    [lines]                          # what a line is, where the file says so
    start = 1
    length = 1
    detail = "D"                     # left out: every other line is one
    header = "H"
    trailer = "T"

    [trailer]
    rows = { start = 2, length = 9 }
    total = { start = 11, length = 14 }
    as_of = { start = 25, length = 8 }
    posted_through = { start = 33, length = 9 }      # may be left out, as_of too

    [[field]]
    column = "account"               # the names of accounts-extract.md
    start = 2
    length = 12
    [[field]]
    column = "status"
    start = 14
    length = 1
    codes = { A = "active", F = "final" }            # service, class, status and flags may be coded
    [[field]]
    column = "service"
    value = "WATER"                  # the same for all rows
    [[field]]
    note = "Deposit receipt"         # kept as a note
    start = 15
    length = 10
"""

import codecs
import hashlib
import tomllib
from collections.abc import Mapping
from typing import Any

from app.frozen import frozen
from app.interchange.layout_errors import LayoutRefusedError
from app.interchange.layout_fields import LONGEST_LINE, LayoutField, Place, is_number, read_fields, read_place
from app.interchange.layout_values import DECIMALS, SIGNS, is_date_form

VERSION = 1
LONGEST_TEXT = 30_000
LONGEST_NAME = 40
MOST_HEADER_LINES = 100
ENCODINGS = ("ascii", "utf-8", "windows-1252", "iso-8859-1", "cp437")
SHORT_LINES = ("refused", "padded")
PARTS = {"citytill_layout", "name", "encoding", "line_length", "header_lines", "short_lines"}
TABLES = {
    "amounts": {"decimals", "sign"},
    "dates": {"format"},
    "lines": {"start", "length", "detail", "header", "trailer"},
}
TRAILER_PARTS = ("rows", "total", "as_of", "posted_through")
SURE_TRAILER = ("rows", "total")


@frozen
class LineKinds:
    """What a line says that it is, at `place`; an empty word is not used."""

    place: Place
    detail: str
    header: str
    trailer: str


@frozen
class FixedLayout:
    """One layout; `text` is the file it was read from, `mark` names that text in the journal."""

    name: str
    encoding: str
    line_length: int
    is_padded: bool
    header_lines: int
    decimals: int | str
    sign: str
    date_form: str
    kinds: LineKinds | None
    trailer: tuple[tuple[str, Place], ...]
    fields: tuple[LayoutField, ...]
    text: str

    @property
    def mark(self) -> str:
        """Name and digest: a layout that was changed since is another one."""
        return f"{self.name} {hashlib.sha256(self.text.encode()).hexdigest()[:12]}"


def read_layout(text: str) -> FixedLayout:
    """Read a layout file.

    Raises:
        LayoutRefusedError: everything that is wrong with it, one sentence each.
    """
    if len(text) > LONGEST_TEXT:
        raise LayoutRefusedError(("The layout file is too long. Choose the layout, not the extract.",))
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LayoutRefusedError((f"The layout file cannot be read: {error}.",)) from error
    if found.get("citytill_layout") != VERSION:
        raise LayoutRefusedError((f"The file is no layout: its first line is not citytill_layout = {VERSION}.",))
    faults: list[str] = []
    layout = _layout(found, text, faults)
    if faults:
        raise LayoutRefusedError(tuple(faults))
    return layout


def _layout(found: Mapping[str, Any], text: str, faults: list[str]) -> FixedLayout:
    known = PARTS | TABLES.keys() | {"trailer", "field"}
    faults.extend(f"The layout says {key}, which means nothing here." for key in sorted(found.keys() - known))
    tables = {name: _table(found, name, faults) for name in TABLES}
    length = _number(found, "line_length", 1, LONGEST_LINE, faults)
    form = tables["dates"].get("format")
    if not isinstance(form, str) or not is_date_form(form):
        faults.append("The dates' format needs YYYY or YY, MM and DD once each, as in YYYYMMDD.")
    kinds = _kinds(tables["lines"], length, faults) if "lines" in found else None
    return FixedLayout(
        name=_name(found, faults),
        encoding=_one_of(found, "encoding", ENCODINGS, faults),
        line_length=length,
        is_padded=_one_of({"short_lines": SHORT_LINES[0], **found}, "short_lines", SHORT_LINES, faults) == "padded",
        header_lines=_number({"header_lines": 0, **found}, "header_lines", 0, MOST_HEADER_LINES, faults),
        decimals=_one_of(tables["amounts"], "decimals", DECIMALS, faults),
        sign=_one_of(tables["amounts"], "sign", tuple(SIGNS), faults),
        date_form=form if isinstance(form, str) else "",
        kinds=kinds,
        trailer=_trailer(found, length, kinds, faults),
        fields=read_fields(found.get("field"), line_length=length, faults=faults),
        text=text,
    )


def _table(found: Mapping[str, Any], name: str, faults: list[str]) -> Mapping[str, Any]:
    table = found.get(name, {})
    if not isinstance(table, Mapping):
        faults.append(f"The layout's {name} is not a part of its own: write [{name}].")
        return {}
    unknown = sorted(table.keys() - TABLES[name])
    faults.extend(f"The part [{name}] says {key}, which means nothing here." for key in unknown)
    return table


def _name(found: Mapping[str, Any], faults: list[str]) -> str:
    name = found.get("name")
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        faults.append(f"The layout needs a name of at most {LONGEST_NAME} letters.")
        return ""
    return name.strip()


def _one_of(found: Mapping[str, Any], key: str, known: tuple[Any, ...], faults: list[str]) -> Any:
    value = found.get(key)
    if isinstance(value, bool) or value not in known:
        faults.append(f"The layout's {key} must be one of {', '.join(map(str, known))}.")
        return known[0]
    return codecs.lookup(str(value)).name if key == "encoding" else value


def _number(found: Mapping[str, Any], key: str, least: int, most: int, faults: list[str]) -> int:
    value = found.get(key)
    if not is_number(value) or not least <= value <= most:
        faults.append(f"The layout's {key} must be a whole number from {least} to {most:,}.")
        return 0
    return value


def _kinds(table: Mapping[str, Any], length: int, faults: list[str]) -> LineKinds | None:
    words = {key: table.get(key, "") for key in ("detail", "header", "trailer")}
    if not all(isinstance(word, str) for word in words.values()):
        faults.append("The words of [lines] for detail, header and trailer must be texts.")
        return None
    place = read_place("The part [lines]", table, line_length=length, faults=faults)
    used = [word for word in words.values() if word]
    if len(set(used)) != len(used):
        faults.append("The part [lines] gives one word to two kinds of line.")
    if place is None:
        return None
    too_long = [word for word in used if len(word) > place.length]
    faults.extend(f"The word {word} of [lines] is longer than its {place.length} positions." for word in too_long)
    return LineKinds(place, words["detail"], words["header"], words["trailer"])


def _trailer(
    found: Mapping[str, Any], length: int, kinds: LineKinds | None, faults: list[str]
) -> tuple[tuple[str, Place], ...]:
    table = found.get("trailer")
    if table is None:
        if kinds is not None and kinds.trailer:
            faults.append("The part [lines] names a trailer, but there is no [trailer].")
        return ()
    if not isinstance(table, Mapping):
        faults.append("The layout's trailer is not a part of its own: write [trailer].")
        return ()
    if kinds is None or not kinds.trailer:
        faults.append("The layout has a [trailer], but [lines] does not say by which word it is known.")
    unknown = sorted(table.keys() - set(TRAILER_PARTS))
    faults.extend(f"The part [trailer] says {key}, which means nothing here." for key in unknown)
    faults.extend(f"The part [trailer] lacks {key}." for key in SURE_TRAILER if key not in table)
    places = []
    for name in TRAILER_PARTS:
        part = table.get(name)
        if part is None:
            continue
        place = read_place(
            f"The trailer's {name}", part if isinstance(part, Mapping) else {}, line_length=length, faults=faults
        )
        if place is not None:
            places.append((name, place))
    return tuple(places)
