"""What lies on a page: words, lines and bars at places in points from the top left corner; the colours of LOOK."""

from collections.abc import Callable
from enum import Enum
from typing import TypeAlias

from app.frozen import frozen

INK = "#171D1B"
INK2 = "#454F4B"
INK3 = "#5C6662"
LINE = "#DADDD8"
LINE2 = "#7F8883"
BAR = "#78949B"
BAR_TOP = "#0B5C70"
HAIR = 0.5
LETTER = (612.0, 792.0)
Points: TypeAlias = float  # typographic points; nothing of money is ever measured in them


class Face(Enum):
    """The faces of IBM Plex that papers use; the value is the file in resources/fonts."""

    SANS = "IBMPlexSans_400Regular.ttf"
    SANS_MEDIUM = "IBMPlexSans_500Medium.ttf"
    SANS_STRONG = "IBMPlexSans_600SemiBold.ttf"
    MONO = "IBMPlexMono_400Regular.ttf"
    MONO_STRONG = "IBMPlexMono_600SemiBold.ttf"


class Anchor(Enum):
    """Which end of the words stands at `x`."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@frozen
class Words:
    """One line of text; `y` is its base line, `high` stretches it upwards."""

    x: Points
    y: Points
    text: str
    face: Face = Face.SANS
    size: Points = 9.5
    colour: str = INK
    anchor: Anchor = Anchor.LEFT
    high: int = 1


@frozen
class Line:
    """A straight line; dashed when told so."""

    x1: Points
    y1: Points
    x2: Points
    y2: Points
    width: Points = HAIR
    colour: str = LINE
    dashed: bool = False


@frozen
class Box:
    """A rectangle from its top left corner: an outline, or filled."""

    x: Points
    y: Points
    width: Points
    height: Points
    colour: str = LINE2
    filled: bool = False


Mark: TypeAlias = Words | Line | Box


@frozen
class Page:
    """One page and what lies on it."""

    width: Points
    height: Points
    marks: tuple[Mark, ...]


Measure: TypeAlias = Callable[[str, Face, Points], Points]
