"""The print plan: a slip as neutral lines that a receipt printer, the preview and the practice paper can show.

receipts/ makes plans, devices/ encodes them, work_print_job stores them as JSON. A plan holds no commands:
whatever stands in a customer's name, its control characters are dropped and never reach a printer as bytes.
"""

import re
from dataclasses import fields
from enum import Enum
from typing import Any, ClassVar, TypeAlias

from app.errors import RecordsError
from app.frozen import frozen

COLUMNS_MIN = 20
COLUMNS_MAX = 80
LINES_LIMIT = 5_000
TEXT_LIMIT = 2_000
FEED_LIMIT = 40
BARCODE_LIMIT = 40
PLAN_VERSION = 1

_CONTROL = r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
_BARCODE = r"[\x20-\x7e]+"


class PlanUnreadableError(RecordsError):
    """Stored JSON is not a print plan of this version."""

    code: ClassVar[str] = "plan_unreadable"

    def __init__(self, why: str) -> None:
        super().__init__(f"A stored paper cannot be read ({why}). Reprint it from its receipt.")
        self.why = why


class PaperStation(Enum):
    """What is printed on: the roll, or the back of a check put into the slip (UnifiedPOS: RECEIPT, SLIP)."""

    RECEIPT = "receipt"
    CHECK_BACK = "check_back"


class Align(Enum):
    """Where a text stands in its line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Size(Enum):
    """NORMAL, TALL (twice as high) or BIG (twice as high and twice as wide: half the columns)."""

    NORMAL = "normal"
    TALL = "tall"
    BIG = "big"

    @property
    def width(self) -> int:
        """Columns that one character takes."""
        return 2 if self is Size.BIG else 1

    @property
    def height(self) -> int:
        """Normal lines that one line takes."""
        return 1 if self is Size.NORMAL else 2


def cleaned(text: str) -> str:
    """The text without control and direction characters; at most TEXT_LIMIT characters."""
    return re.sub(_CONTROL, "", text)[:TEXT_LIMIT]


@frozen
class Text:
    """One paragraph; what is longer than the roll is wrapped at spaces."""

    KIND: ClassVar[str] = "text"
    text: str
    align: Align = Align.LEFT
    bold: bool = False
    size: Size = Size.NORMAL

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", cleaned(self.text))


@frozen
class Pair:
    """A label at the left and a figure at the right; when both do not fit, the label wraps, never the figure."""

    KIND: ClassVar[str] = "pair"
    left: str
    right: str
    bold: bool = False
    size: Size = Size.NORMAL

    def __post_init__(self) -> None:
        object.__setattr__(self, "left", cleaned(self.left))
        object.__setattr__(self, "right", cleaned(self.right))


@frozen
class Rule:
    """A dashed line over the whole width."""

    KIND: ClassVar[str] = "rule"


@frozen
class Blank:
    """One empty line."""

    KIND: ClassVar[str] = "blank"


@frozen
class Barcode:
    """Code 128 set B, centred, with its text below: 1 to 40 printable ASCII characters."""

    KIND: ClassVar[str] = "barcode"
    data: str

    def __post_init__(self) -> None:
        if not re.fullmatch(_BARCODE, self.data) or len(self.data) > BARCODE_LIMIT:
            raise ValueError(f"not Code 128 set B: {self.data!r}")


@frozen
class Feed:
    """Empty paper, in normal lines, 1 to 40."""

    KIND: ClassVar[str] = "feed"
    lines: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.lines <= FEED_LIMIT:
            raise ValueError(f"a feed is 1 to {FEED_LIMIT} lines, not {self.lines}")


@frozen
class Cut:
    """The end of one paper."""

    KIND: ClassVar[str] = "cut"


PlanLine: TypeAlias = Text | Pair | Rule | Blank | Barcode | Feed | Cut
_KINDS: dict[str, type[PlanLine]] = {kind.KIND: kind for kind in (Text, Pair, Rule, Blank, Barcode, Feed, Cut)}
_ENUMS: dict[str, type[Enum]] = {"align": Align, "size": Size}


@frozen
class PrintPlan:
    """The lines of one print job, the columns (font A characters) they were laid out for, and what they go on."""

    lines: tuple[PlanLine, ...]
    columns: int = 42
    station: PaperStation = PaperStation.RECEIPT

    def __post_init__(self) -> None:
        if not COLUMNS_MIN <= self.columns <= COLUMNS_MAX:
            raise ValueError(f"a roll has {COLUMNS_MIN} to {COLUMNS_MAX} columns, not {self.columns}")
        if len(self.lines) > LINES_LIMIT:
            raise ValueError(f"a print plan has at most {LINES_LIMIT} lines")

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types; values equal to their defaults are left out."""
        stored = {"v": PLAN_VERSION, "columns": self.columns, "lines": [_line_to_json(line) for line in self.lines]}
        return stored if self.station is PaperStation.RECEIPT else {**stored, "station": self.station.value}

    @classmethod
    def from_json(cls, stored: Any) -> "PrintPlan":
        """Read back what `to_json` gave.

        Raises:
            PlanUnreadableError: another version, an unknown line, or a value out of its limits.
        """
        try:
            version, columns = stored["v"], stored["columns"]
            lines = tuple(_line_from_json(line) for line in stored["lines"]) if version == PLAN_VERSION else ()
            plan = cls(lines, columns, PaperStation(stored.get("station", PaperStation.RECEIPT.value)))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise PlanUnreadableError(str(error)) from error
        if version != PLAN_VERSION:
            raise PlanUnreadableError(f"version {version}")
        return plan


def _line_to_json(line: PlanLine) -> dict[str, Any]:
    stored: dict[str, Any] = {"kind": line.KIND}
    for field in fields(line):
        value = getattr(line, field.name)
        if value != field.default:
            stored[field.name] = value.value if isinstance(value, Enum) else value
    return stored


def _line_from_json(stored: dict[str, Any]) -> PlanLine:
    given: dict[str, Any] = {name: value for name, value in stored.items() if name != "kind"}
    for name in _ENUMS.keys() & given.keys():
        given[name] = _ENUMS[name](given[name])
    return _KINDS[stored["kind"]](**given)
