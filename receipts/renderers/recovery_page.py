"""The recovery sheet on one letter page: a grid of numbered words to be typed from, and the code to be scanned."""

from collections.abc import Iterator

from receipts.recovery_sheet import RecoverySheet
from receipts.renderers.ink import (
    HAIR,
    INK,
    INK2,
    INK3,
    LETTER,
    LINE,
    LINE2,
    Anchor,
    Box,
    Face,
    Line,
    Mark,
    Measure,
    Page,
    Points,
    Words,
)
from receipts.renderers.pdf import measure, write_pdf
from receipts.renderers.strips import LEADING, PAGE_WIDTH, SMALL, height_of, lines_of

_WIDTH, _HEIGHT = LETTER
_LEFT: Points = (_WIDTH - PAGE_WIDTH) / 2
_RIGHT: Points = _LEFT + PAGE_WIDTH
_TOP: Points = 46.0
_COLUMNS = 3
_ROWS = 8
_CELL_WIDTH: Points = PAGE_WIDTH / _COLUMNS
_CELL_HEIGHT: Points = 26.0
_WORD_SIZE: Points = 14.0
_QR_SIDE: Points = 128.0
_QUIET_MODULES = 4
_STEP_INDENT: Points = 16.0
_GAP: Points = 24.0


def recovery_pdf(sheet: RecoverySheet) -> bytes:
    """The sheet as a PDF of one page; its title tells the number, never a word."""
    return write_pdf((recovery_page(sheet, measure),), title=f"{sheet.title}, {sheet.number}")


def recovery_page(sheet: RecoverySheet, measure: Measure) -> Page:
    """Everything on one page, so that no part of the key can be left in a printer."""
    marks: list[Mark] = [*_head(sheet, measure)]
    y = max(mark.y for mark in marks if isinstance(mark, Words)) + _GAP
    marks += _grid(sheet.words, y)
    y += _ROWS * _CELL_HEIGHT + _GAP
    marks += _code(sheet, y)
    marks += _steps(sheet, y, measure)
    marks += _signs(sheet)
    marks += [Words(_LEFT, _HEIGHT - 34, f"{sheet.issuer}, {sheet.title}, {sheet.number}", Face.SANS, SMALL, INK3)]
    return Page(_WIDTH, _HEIGHT, tuple(marks))


def _head(sheet: RecoverySheet, measure: Measure) -> Iterator[Mark]:
    yield Words(_LEFT, _TOP + 16, sheet.title, Face.SANS_STRONG, 20, INK)
    yield Words(_LEFT, _TOP + 33, sheet.number, Face.SANS_MEDIUM, 11.5, INK2)
    yield Words(_RIGHT, _TOP + 10, sheet.issuer, Face.SANS_STRONG, 10, INK, Anchor.RIGHT)
    yield Line(_LEFT, _TOP + 42, _RIGHT, _TOP + 42, HAIR, LINE2)
    yield from lines_of(
        sheet.warning, x=_LEFT, y=_TOP + 64, width=PAGE_WIDTH, measure=measure, face=Face.SANS_STRONG, size=11
    )
    step = PAGE_WIDTH / len(sheet.facts)
    for n, (label, value) in enumerate(sheet.facts):
        yield Words(_LEFT + n * step, _TOP + 90, label, Face.SANS, SMALL, INK2)
        yield Words(_LEFT + n * step, _TOP + 104, value, Face.SANS_MEDIUM, 10.5, INK)


def _grid(words: tuple[str, ...], top: Points) -> Iterator[Mark]:
    """Columns run down, as one reads aloud; the numbers stand apart from the words."""
    yield Box(_LEFT, top, PAGE_WIDTH, _ROWS * _CELL_HEIGHT, LINE2)
    for row in range(1, _ROWS):
        y = top + row * _CELL_HEIGHT
        yield Line(_LEFT, y, _RIGHT, y, HAIR, LINE)
    for column in range(1, _COLUMNS):
        x = _LEFT + column * _CELL_WIDTH
        yield Line(x, top, x, top + _ROWS * _CELL_HEIGHT, HAIR, LINE2)
    for place, word in enumerate(words):
        column, row = divmod(place, _ROWS)
        x, y = _LEFT + column * _CELL_WIDTH, top + row * _CELL_HEIGHT + _CELL_HEIGHT / 2 + _WORD_SIZE / 3
        yield Words(x + 26, y, str(place + 1), Face.SANS, 9.5, INK2, Anchor.RIGHT)
        yield Words(x + 38, y, word, Face.MONO_STRONG, _WORD_SIZE, INK)


def _code(sheet: RecoverySheet, top: Points) -> Iterator[Mark]:
    """The QR code (ISO/IEC 18004, level M) as bars of joined modules, with its quiet zone."""
    rows = _modules(sheet.qr_text)
    side = _QR_SIDE / (len(rows) + 2 * _QUIET_MODULES)
    left = _RIGHT - _QR_SIDE
    for n, row in enumerate(rows):
        for first, length in _runs(row):
            x, y = left + (first + _QUIET_MODULES) * side, top + (n + _QUIET_MODULES) * side
            yield Box(x, y, length * side, side, INK, filled=True)
    yield Words(left + _QR_SIDE / 2, top + _QR_SIDE + 8, sheet.qr_caption, Face.SANS, SMALL, INK2, Anchor.CENTRE)


def _modules(text: str) -> list[list[bool]]:
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    size = range(code.getModuleCount())
    return [[bool(code.isDark(row, column)) for column in size] for row in size]


def _runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    """First module and length of each dark run."""
    first = 0
    while first < len(row):
        length = 1
        while first + length < len(row) and row[first + length] == row[first]:
            length += 1
        if row[first]:
            yield first, length
        first += length


def _steps(sheet: RecoverySheet, top: Points, measure: Measure) -> Iterator[Mark]:
    width = PAGE_WIDTH - _QR_SIDE - 2 * _STEP_INDENT
    y = top + 12
    for n, step in enumerate(sheet.steps, start=1):
        yield Words(_LEFT, y, f"{n}.", Face.SANS_MEDIUM, 9.5, INK2)
        lines = lines_of(step, x=_LEFT + _STEP_INDENT, y=y, width=width, measure=measure)
        yield from lines
        y += height_of(lines) + LEADING + 6


def _signs(sheet: RecoverySheet) -> Iterator[Mark]:
    y, step = _HEIGHT - 84, PAGE_WIDTH / len(sheet.sign)
    for n, label in enumerate(sheet.sign):
        x = _LEFT + n * step
        yield Line(x, y, x + step - 18, y, HAIR, INK2)
        yield Words(x, y + 12, label, Face.SANS, SMALL, INK2)
