"""`ChangePanel`: CHANGE, or what is still to pay, in one place; and the pieces to hand out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.card import Rule
from ui.widgets.paint import CARD_RADIUS, draw_text, fill_round
from ui.widgets.rows import column

_HEIGHT = 84
_TRAY_HEIGHT = 57

Piece = tuple[int, str]


class ChangeAmount(QWidget):
    """A label at the left and one great amount at the right, which shrinks before it is cut."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label = self._caption = self._amount = ""
        self._tone = "ink"

    @property
    def amount(self) -> str:
        """The amount as shown."""
        return self._amount

    @property
    def label(self) -> str:
        """What the amount is."""
        return self._label

    def show_amount(self, label: str, amount: str, *, caption: str, tone: str) -> None:
        """Say an amount and what it is."""
        self._label, self._amount, self._caption, self._tone = label, amount, caption, tone
        self.setAccessibleName(f"{label} {amount}".strip())
        self.setAccessibleDescription(caption)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for 56 px figures."""
        look = current_look()
        amount = look.metrics("total").horizontalAdvance(self._amount)
        label = look.metrics("head").horizontalAdvance(self._label)
        return QSize(amount + label + look.px(16), look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Label above, caption below it, amount at the right."""
        look = current_look()
        painter = QPainter(self)
        label = look.metrics("head").horizontalAdvance(self._label)
        free = self.width() - label - look.px(16)
        role = "change" if look.metrics("change").horizontalAdvance(self._amount) <= free else "total"
        right = Qt.AlignmentFlag.AlignRight
        draw_text(painter, look, self.rect(), self._amount, colour=look.colour(self._tone), role=role, align=right)
        upper = QRect(0, look.px(10), self.width(), look.px(26))
        lower = QRect(0, look.px(49), self.width(), look.px(22))
        draw_text(painter, look, upper, self._label, colour=look.colour("ink"), role="head")
        draw_text(painter, look, lower, self._caption, colour=look.colour("ink3"), role="small")


class PieceTray(QWidget):
    """How many of which pieces to hand out, the largest first."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pieces: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown."""
        return self._pieces

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show (count, word) pairs; none leaves the tray's place empty."""
        self._pieces = tuple(pieces)
        self.setAccessibleName(", ".join(f"{count} {word}" for count, word in self._pieces))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """57 high, as wide as its words."""
        look = current_look()
        return QSize(sum(self._widths()) + look.px(12) * (len(self._pieces) + 1), look.px(_TRAY_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Counts above words, evenly spread."""
        if not self._pieces:
            return
        look = current_look()
        painter = QPainter(self)
        fill_round(painter, self.rect(), CARD_RADIUS, look.colour("bg"), None, 0)
        widths = self._widths()
        margin = look.px(18)
        gaps = max(1, len(widths) - 1)
        gap = (self.width() - 2 * margin - sum(widths)) / gaps
        at = float(margin) if len(widths) > 1 else (self.width() - widths[0]) / 2
        centre = Qt.AlignmentFlag.AlignHCenter
        for (count, word), width in zip(self._pieces, widths, strict=True):
            upper = QRect(round(at), look.px(9), width, look.px(24))
            lower = QRect(round(at) - 2, look.px(32), width + 4, look.px(18))
            draw_text(painter, look, upper, str(count), colour=look.colour("ink"), role="head", align=centre)
            draw_text(painter, look, lower, word, colour=look.colour("ink2"), role="small", align=centre)
            at += width + gap

    def _widths(self) -> list[int]:
        look = current_look()
        small, head = look.metrics("small"), look.metrics("head")
        return [max(small.horizontalAdvance(word), head.horizontalAdvance(str(count))) for count, word in self._pieces]


class ChangePanel(QWidget):
    """Strong rule, amount, tray: the end of the money column."""

    def __init__(self, *, name: str = "change", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.shown = ChangeAmount(name=f"{name}_amount")
        self.tray = PieceTray(name=f"{name}_pieces")
        self.setLayout(column(Rule(strong=True), 7, self.shown, 6, self.tray, spacing=0))

    def show_change(self, amount: str, pieces: Sequence[Piece] = (), *, caption: str = "") -> None:
        """Money goes back: `Change`, in accent, with the pieces."""
        self.shown.show_amount(self.tr("Change"), amount, caption=caption or self.tr("count it twice"), tone="accent")
        self.tray.show_pieces(pieces)

    def show_owing(self, amount: str, *, caption: str = "") -> None:
        """Money is still to come: `Still to pay`, in ink, in the same place."""
        self.shown.show_amount(self.tr("Still to pay"), amount, caption=caption, tone="ink")
        self.tray.show_pieces(())

    def show_nothing(self) -> None:
        """No receipt in hand; the place stays."""
        self.shown.show_amount("", "", caption="", tone="ink")
        self.tray.show_pieces(())
