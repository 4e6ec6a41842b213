"""`CheckImage`: a picture of a check from what was read of it, for practice and where no image was taken."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.look.type import SANS

_WIDTH, _HEIGHT = 270, 118
_PAPER, _PAPER_DARK = "#F7F4EA", "#D9D7C9"
_INK, _EDGE, _BOX = "#171D1B", "#5C6662", "#FFFFFF"


class CheckFace(NamedTuple):
    """What stands on the check. `micr` is shown with its middle digits already masked by the caller."""

    payer: str
    place: str = ""
    number: str = ""
    date: str = ""
    payee: str = ""
    amount: str = ""
    words: str = ""
    bank: str = ""
    signed: str = ""
    micr: str = ""


class CheckImage(QWidget):
    """Paints the face, or a scanned picture when one is given; keeps the shape of a check."""

    def __init__(self, *, width: int = _WIDTH, name: str = "check_image", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._width = width
        self._face = CheckFace("")
        self._picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Check"))

    def show_face(self, face: CheckFace) -> None:
        """Draw a check with these words."""
        self._face, self._picture = face, None
        self.setAccessibleName(
            self.tr("Check {number} of {payer}, {amount}").format(
                number=face.number, payer=face.payer, amount=face.amount
            )
        )
        self.update()

    def show_picture(self, picture: QImage, words: str) -> None:
        """Show a scanned side; `words` say which."""
        self._picture = picture
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """The shape of a check."""
        width = current_look().px(self._width)
        return QSize(width, width * _HEIGHT // _WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All is drawn on a 270 x 118 ground and scaled."""
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(look.tokens.line2), 1))
        painter.setBrush(QColor(_PAPER_DARK if look.tokens.is_dark else _PAPER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self._picture is not None:
            painter.drawImage(self.rect().adjusted(2, 2, -2, -2), self._picture)
            return
        painter.scale(self.width() / _WIDTH, self.height() / _HEIGHT)
        self._draw_face(painter)

    def _draw_face(self, painter: QPainter) -> None:
        face = self._face
        painter.setPen(QPen(QColor(_EDGE), 0.8))
        for left, right, y in ((11, 195, 57.5), (11, 260, 77.5), (161, 260, 95.5)):
            painter.drawLine(left, round(y), right, round(y))
        painter.setBrush(QColor(_BOX))
        painter.drawRect(QRectF(201, 43, 58, 16))
        self._write(painter, face.payer, QRectF(11, 7, 170, 18), 11, 600)
        self._write(painter, face.number, QRectF(160, 7, 99, 18), 11, 600, right=True)
        self._write(painter, face.place, QRectF(11, 20, 170, 16), 9)
        self._write(painter, face.date, QRectF(130, 23, 90, 16), 9.5, right=True, italic=True)
        self._write(painter, face.payee, QRectF(11, 42, 185, 18), 10.5, italic=True)
        self._write(painter, face.amount, QRectF(203, 43, 53, 16), 11, 600, right=True)
        self._write(painter, face.words, QRectF(11, 62, 245, 18), 10.5, italic=True)
        self._write(painter, face.bank, QRectF(11, 80, 145, 16), 9)
        self._write(painter, face.signed, QRectF(171, 79, 90, 18), 11, italic=True)
        painter.setFont(current_look().font("caption", mono=True))
        font = QFont(painter.font())
        font.setPixelSize(10)
        painter.setFont(font)
        painter.drawText(QRectF(11, 97, 250, 18), Qt.AlignmentFlag.AlignVCenter, face.micr)

    def _write(
        self, painter: QPainter, text: str, place: QRectF, size: float, weight: int = 400, *,
        right: bool = False, italic: bool = False,
    ) -> None:
        font = QFont(SANS)
        font.setPointSizeF(size * 0.75)
        font.setPixelSize(round(size))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        painter.setFont(font)
        painter.setPen(QColor(_INK))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, text)
