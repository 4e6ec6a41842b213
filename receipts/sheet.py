"""A sheet: what stands on a letter-size report, block by block, before anybody decides where (text, PDF).

Layouts make sheets, renderers show them; golden tests compare their text.
"""

from typing import TypeAlias

from app.frozen import frozen


@frozen
class Facts:
    """Labels with their values, read across in `across` columns; an empty value leaves room to write."""

    pairs: tuple[tuple[str, str], ...]
    across: int = 3


@frozen
class Figures:
    """Up to six sums that matter: label, figure, and a second line or nothing."""

    figures: tuple[tuple[str, str, str], ...]


@frozen
class Column:
    """One column; a figure stands right and is never wrapped, text shares what is left by `share`.

    A firm text (a number, a day) is never wrapped either, and takes no more than it needs.
    """

    title: str
    is_figure: bool = False
    share: int = 1
    is_firm: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether its cells stay on one line."""
        return self.is_figure or self.is_firm


@frozen
class Table:
    """Rows under their heads, which stand again on the next page; `totals` are the rows under the last rule.

    A narrow table takes half the page, so that the eye need not travel from label to figure.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[tuple[str, ...], ...] = ()
    is_narrow: bool = False

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in (*self.rows, *self.totals)):
            raise ValueError("a row has a cell for each column")


@frozen
class Bars:
    """Bars over their labels, each with its figure above; `tall` is the number a bar stands for, never negative."""

    title: str
    bars: tuple[tuple[str, int, str], ...]

    def __post_init__(self) -> None:
        if any(tall < 0 for _label, tall, _figure in self.bars):
            raise ValueError("a bar has no height below nothing")


@frozen
class Beside:
    """Two narrow tables side by side, never cut by a page's end: for lists of which the length is known."""

    left: Table
    right: Table


@frozen
class Note:
    """One paragraph; `strong` for what must not be missed."""

    text: str
    strong: bool = False


@frozen
class SignLines:
    """A line to write on over each label, side by side."""

    labels: tuple[str, ...]


@frozen
class StampBox:
    """An empty frame with its label, so many text lines high."""

    label: str
    lines: int = 6


Block: TypeAlias = Facts | Figures | Table | Bars | Beside | Note | SignLines | StampBox


@frozen
class Section:
    """Blocks under one heading (empty: none); `keep` holds them on one page, for what is signed together."""

    heading: str
    blocks: tuple[Block, ...]
    keep: bool = False


@frozen
class Sheet:
    """A report: who gives it out, what it is, its number, and its sections. `mark` is PRACTICE or empty.

    A wide one lies on its side, for tables of many columns.
    """

    issuer: str
    place: tuple[str, ...]
    title: str
    number: str
    mark: str
    sections: tuple[Section, ...]
    is_wide: bool = False

    @property
    def name(self) -> str:
        """Title and number: the PDF's title and the foot of each page."""
        return f"{self.title} {self.number}"
