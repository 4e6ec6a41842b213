"""The recovery sheet on the office printer, painted page for page as its PDF has it; nothing of it goes to the disk."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from receipts.renderers.ink import Anchor, Box, Face, Line, Page, Words
from ui.look.fonts import load_faces
from ui.look.type import MONO, SANS

TENTHS = 10  # painted in tenths of a point, so that sizes are whole pixels
_POINTS_PER_INCH = 72
_WEIGHTS = {
    Face.SANS: (SANS, 400),
    Face.SANS_MEDIUM: (SANS, 500),
    Face.SANS_STRONG: (SANS, 600),
    Face.MONO: (MONO, 400),
    Face.MONO_STRONG: (MONO, 600),
}


class PrintSheetDialog(QPrintDialog):
    """The system's own; prints when accepted."""

    def __init__(self, printer: QPrinter, page: Page, parent: QWidget) -> None:
        super().__init__(printer, parent)
        self.setObjectName("set_up_print")
        self._sheet = page
        self.finished.connect(self._print)

    def _print(self, answer: int) -> None:
        printer = self.printer()
        if answer == QDialog.DialogCode.Accepted and printer is not None:
            paint_on(printer, self._sheet)


def has_printers() -> bool:
    """Whether this computer knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget, page: Page) -> PrintSheetDialog:
    """Open the dialog. Tests replace this function."""
    dialog = PrintSheetDialog(new_printer(), page, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(True)
    dialog.show()
    return dialog


def new_printer() -> QPrinter:
    """Letter paper without margins: the page has its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("CityTill")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    return printer


def paint_on(printer: QPrinter, page: Page) -> None:
    """Paint the one page."""
    load_faces(tuple(face.value for face in Face))
    painter = QPainter(printer)
    scale = printer.resolution() / (_POINTS_PER_INCH * TENTHS)
    painter.scale(scale, scale)
    paint_page(painter, page)
    painter.end()


def paint_page(painter: QPainter, page: Page) -> None:
    """Every mark of a page, in tenths of a point."""
    for mark in page.marks:
        colour = QColor(mark.colour)
        match mark:
            case Words():
                _paint_words(painter, mark, colour)
            case Line():
                style = Qt.PenStyle.DashLine if mark.dashed else Qt.PenStyle.SolidLine
                painter.setPen(QPen(colour, mark.width * TENTHS, style))
                painter.drawLine(
                    QPointF(mark.x1 * TENTHS, mark.y1 * TENTHS), QPointF(mark.x2 * TENTHS, mark.y2 * TENTHS)
                )
            case Box():
                rect = QRectF(mark.x * TENTHS, mark.y * TENTHS, mark.width * TENTHS, mark.height * TENTHS)
                painter.setPen(Qt.PenStyle.NoPen if mark.filled else QPen(colour, Line.width * TENTHS))
                painter.setBrush(colour if mark.filled else Qt.BrushStyle.NoBrush)
                painter.drawRect(rect)


def _paint_words(painter: QPainter, words: Words, colour: QColor) -> None:
    family, weight = _WEIGHTS[words.face]
    font = QFont(family)
    font.setPixelSize(round(words.size * TENTHS))
    font.setWeight(QFont.Weight(weight))
    width = QFontMetricsF(font).horizontalAdvance(words.text)
    left = {Anchor.LEFT: 0.0, Anchor.CENTRE: width / 2, Anchor.RIGHT: width}[words.anchor]
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(words.x * TENTHS - left, words.y * TENTHS), words.text)
