"""The practice printer's roll: what the bytes made, as rows that a window can paint and a test can read."""

from typing import TypeAlias

from app.frozen import frozen

ROWS_LIMIT = 20_000


@frozen
class Span:
    """Characters of one look; `width` and `height` are multiples of the normal character."""

    text: str
    bold: bool = False
    underline: bool = False
    width: int = 1
    height: int = 1
    inverse: bool = False


@frozen
class PaperText:
    """One printed row; `align` is left, centre or right."""

    spans: tuple[Span, ...] = ()
    align: str = "left"

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(span.text for span in self.spans)

    @property
    def height(self) -> int:
        """Normal rows of paper that this row takes."""
        return max((span.height for span in self.spans), default=1)


@frozen
class PaperBarcode:
    """A bar code as asked for: `height` in dots, `module` dots a bar."""

    symbology: str
    data: str
    height: int
    module: int
    text_below: bool


@frozen
class PaperQr:
    """A QR code."""

    data: str


@frozen
class PaperRaster:
    """A black and white picture, 8 dots a byte, 1 is black."""

    width_bytes: int
    dots: bytes


@frozen
class PaperFeed:
    """Empty rows."""

    rows: int


@frozen
class PaperCut:
    """The knife went through, wholly or with a hinge left."""

    full: bool = True


PaperRow: TypeAlias = PaperText | PaperBarcode | PaperQr | PaperRaster | PaperFeed | PaperCut


def text_of(rows: tuple[PaperRow, ...], *, columns: int) -> str:
    """The paper as plain text, aligned in that many columns: for tests, screen readers and the day's files."""
    return "\n".join(line for row in rows for line in _text_lines(row, columns)) + "\n"


def _text_lines(row: PaperRow, columns: int) -> list[str]:
    match row:
        case PaperText():
            wide = sum(len(span.text) * span.width for span in row.spans)
            room = max(columns - wide, 0)
            lead = {"left": 0, "centre": room // 2, "right": room}[row.align]
            text = "".join(span.text if span.width == 1 else _spaced(span) for span in row.spans)
            return [(" " * lead + text).rstrip()]
        case PaperBarcode():
            return [f"[{row.symbology} {row.data}]".center(columns).rstrip()]
        case PaperQr():
            return [f"[QR {row.data}]".center(columns).rstrip()]
        case PaperRaster():
            return ["[picture]".center(columns).rstrip()]
        case PaperFeed():
            return [""] * row.rows
        case PaperCut():
            return ["- " * (columns // 2)]


def _spaced(span: Span) -> str:
    return "".join(letter + " " * (span.width - 1) for letter in span.text)
