"""`SideWindow`: a tool window with a bar of its own; the till stays usable behind it (LOOK section 8)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.icon import Icon
from ui.widgets.paint import draw_icon, fill_round
from ui.widgets.rows import column, row
from ui.widgets.text import Text

BAR_HEIGHT = 38
SHADOW_PX = 12
_RADIUS = 8
_SHADOW_ALPHA = 5
_CLOSE = 30


class BarClose(QAbstractButton):
    """The cross at the bar's end."""

    def __init__(self, tone: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Close, Esc"))
        self.setToolTip("Esc")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = current_look().target(_CLOSE)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cross, and a frame at focus or under the pointer."""
        look = current_look()
        painter = QPainter(self)
        draw_icon(painter, look, self.rect(), "x", 20, self._tone)
        if self.hasFocus() or self.underMouse() or self.isDown():
            fill_round(painter, self.rect(), 4, None, look.colour(self._tone), 2 if self.hasFocus() else 1)


class SideWindow(QWidget):
    """Bar, `body`, border and shadow. `size` is without the shadow, in px at 100 %.

    `fill` and `ink` are tokens of the bar. `memory` keeps the place: the screen it stood on and where there; a screen
    that is gone brings it back over its parent. Esc hides it.
    """

    def __init__(
        self, parent: QWidget, title: str, *, icon: str, fill: str, ink: str, size: tuple[int, int], name: str,
        memory: QSettings | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._memory = memory
        self._fill = fill
        self._grip: QPoint | None = None
        px = current_look().px
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        close = BarClose(ink, f"{name}_close", self)
        close.clicked.connect(self.hide)
        self._bar = QWidget()
        self._bar.setFixedHeight(current_look().target(BAR_HEIGHT))
        self._title = Text(title, "body", ink, weight=600, name=f"{name}_title")
        self._bar.setLayout(row(Icon(icon, 18, ink), self._title, None, close, spacing=8, margins=(14, 0, 6, 0)))
        from ui.widgets.roomy import Roomy  # noqa: PLC0415 - of no use before a side window is made
        from ui.widgets.shortcut import shortcut  # noqa: PLC0415 - the same

        self._page = QWidget()
        self._page.setLayout(self.body)
        lines = column(self._bar, Roomy(self._page, name=f"{name}_body", label=title), spacing=0)
        lines.setStretch(1, 1)
        edge = SHADOW_PX + 1
        lines.setContentsMargins(edge, edge, edge, edge)
        self.setLayout(lines)
        wanted = QSize(px(size[0]) + 2 * SHADOW_PX, px(size[1]) + 2 * SHADOW_PX)
        self.resize(wanted.boundedTo(parent.screen().availableSize()))
        shortcut(self, "Esc", self.hide, everywhere=True)

    def set_title(self, title: str) -> None:
        """Say what it is."""
        self._title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def show_beside(self) -> None:
        """Show it where it stood last, else at the right of its parent; the window below keeps working."""
        self.show()
        self._make_room()
        self.move(self._place())
        self.raise_()
        self.activateWindow()

    def _make_room(self) -> None:
        """Scroll bars only where the screen is too small for what is in it."""
        least = self._page.minimumSizeHint() + QSize(0, self._bar.height())
        edges = 2 * (SHADOW_PX + 1)
        wanted = self.size().expandedTo(least + QSize(edges, edges))
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 shows its keys."""
        super().keyPressEvent(event)
        from ui.widgets.shortcut import help_asked_by  # noqa: PLC0415 - the same

        help_asked_by(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The bar is where it is taken hold of."""
        if self._bar.geometry().contains(event.position().toPoint()):
            self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows the hand."""
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        self._keep_place()

    def hideEvent(self, event: QHideEvent) -> None:
        """Its place is kept."""
        self._keep_place()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Its place is kept."""
        self._keep_place()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The bar's height of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_bar"):
            self._bar.setFixedHeight(current_look().target(BAR_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, ground, bar, border."""
        look = current_look()
        painter = QPainter(self)
        ground = self.rect().adjusted(SHADOW_PX, SHADOW_PX, -SHADOW_PX, -SHADOW_PX)
        shade = QColor(0, 0, 0, _SHADOW_ALPHA)
        for grown in range(SHADOW_PX, 0, -1):
            fill_round(painter, ground.adjusted(-grown, 2 - grown, grown, grown), _RADIUS + grown, shade, None, 0)
        fill_round(painter, ground, _RADIUS, look.colour("surface"), None, 0)
        bar = QRect(ground.x(), ground.y(), ground.width(), self._bar.height() + 1)
        fill_round(painter, bar, _RADIUS, look.colour(self._fill), None, 0)
        painter.fillRect(bar.adjusted(0, bar.height() // 2, 0, 0), look.colour(self._fill))
        fill_round(painter, ground, _RADIUS, None, look.colour("line2"), look.tokens.border_px)

    def _keep_place(self) -> None:
        screen = self.screen()
        if self._memory is not None and screen is not None:
            at = self.pos() - screen.geometry().topLeft()
            name = self.objectName()
            self._memory.setValue(f"{name}/screen", screen.name())
            self._memory.setValue(f"{name}/x", at.x())
            self._memory.setValue(f"{name}/y", at.y())

    def _place(self) -> QPoint:
        parent = self.parentWidget()
        home = parent.window().geometry() if parent is not None else QRect(QPoint(0, 0), self.size())
        usual = QPoint(home.right() - self.width(), home.y() + current_look().px(BAR_HEIGHT))
        name = self.objectName()
        if self._memory is None or not self._memory.contains(f"{name}/screen"):
            return usual
        kept = str(self._memory.value(f"{name}/screen", ""))
        screen = next((each for each in QGuiApplication.screens() if each.name() == kept), None)
        if screen is None:
            return usual
        at = QPoint(_whole(self._memory.value(f"{name}/x")), _whole(self._memory.value(f"{name}/y")))
        corner = screen.geometry().topLeft() + at
        room = screen.availableGeometry()
        bar = QRect(corner, self._bar.size())
        return corner if room.intersects(bar.adjusted(0, SHADOW_PX, 0, 0)) else room.topLeft()


def _whole(value: object) -> int:
    """What the settings file gives back: text that a person may have changed."""
    try:
        return int(str(value))
    except ValueError:
        return 0
