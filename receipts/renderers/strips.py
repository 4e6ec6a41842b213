"""Strips: the pieces of a sheet that no page break cuts through, each with its height and what lies on it."""

from dataclasses import replace

from app.frozen import frozen
from receipts.renderers.ink import Anchor, Face, Line, Mark, Measure, Points, Words

PAGE_WIDTH: Points = 504.0  # a letter page less its margins
WIDE_WIDTH: Points = 684.0  # the same page on its side
NARROW_WIDTH: Points = PAGE_WIDTH / 2 - 12.0
BODY: Points = 9.5
SMALL: Points = 8.0
LEADING: Points = 13.0


@frozen
class Strip:
    """Marks with places relative to the strip's top left corner.

    `with_next` keeps the strip and the one after it on one page; `again` is put at the top of the page when the
    strip begins one (a table's head).
    """

    height: Points
    marks: tuple[Mark, ...] = ()
    with_next: bool = False
    again: "Strip | None" = None


def moved(mark: Mark, x: Points, y: Points) -> Mark:
    """The same mark, so far to the right and so far down."""
    if isinstance(mark, Line):
        return replace(mark, x1=mark.x1 + x, x2=mark.x2 + x, y1=mark.y1 + y, y2=mark.y2 + y)
    return replace(mark, x=mark.x + x, y=mark.y + y)


def wrapped(text: str, width: Points, *, face: Face, size: Points, measure: Measure) -> tuple[str, ...]:
    """The text in lines no wider than that; a word that is wider is broken. Never no line."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if measure(longer, face, size) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for sign in word:
            if lines[-1] and measure(lines[-1] + sign, face, size) > width:
                lines.append("")
            lines[-1] += sign
    return tuple(lines)


def lines_of(
    text: str,
    *,
    x: Points,
    y: Points,
    width: Points,
    measure: Measure,
    face: Face = Face.SANS,
    size: Points = BODY,
    colour: str = Words.colour,
) -> tuple[Words, ...]:
    """A wrapped paragraph from base line `y` on."""
    rows = wrapped(text, width, face=face, size=size, measure=measure)
    return tuple(
        Words(x, y + n * LEADING, row, face, size, colour, Anchor.LEFT) for n, row in enumerate(rows) if row
    )


def height_of(words: tuple[Words, ...]) -> Points:
    """From the first base line to the last."""
    return max((word.y for word in words), default=0.0) - min((word.y for word in words), default=0.0)
