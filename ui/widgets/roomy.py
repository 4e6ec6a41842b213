"""Places that scroll when the window is low, narrow, or its text large: nothing is ever out of reach."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.look.theme import current_look
from ui.widgets.pages import Pages

_ANY = 1 << 20
_USUAL_PERCENT = 100


class Roomy(QScrollArea):
    """A page as large as its place; where it needs more it scrolls, and what takes the focus comes in sight."""

    def __init__(self, page: QWidget, *, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setAutoFillBackground(False)
        self.setViewport(ground)  # its own fills its ground
        held = self._held(page)
        self.setWidget(held)
        held.setAutoFillBackground(False)

    def _held(self, page: QWidget) -> QWidget:
        """With large text as high as its words break; at the usual size what it needs at least, as in a window.

        Qt's scroll area asks for the height that breaking words would like, those of pages behind as well.
        """
        if current_look().scale_percent > _USUAL_PERCENT:
            return page
        held = QWidget()
        _Least(held).addWidget(page)
        return held


class _Least(Pages):
    """One page, which needs its least size and no more."""

    def minimumSize(self) -> QSize:
        """The page's."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize(0, 0)


class BodyArea(Roomy):
    """The body of a dialog: as large as what is in it while `most` lets it be, then it scrolls."""

    def __init__(self, page: QWidget, *, name: str, label: str) -> None:
        self._most = QSize(_ANY, _ANY)
        super().__init__(page, name=name, label=label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_most(self, most: QSize) -> None:
        """The room there is."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """What is in it."""
        return self._page().sizeHint().boundedTo(self._most)

    def minimumSizeHint(self) -> QSize:
        """All of it, unless there is less room."""
        return self._page().minimumSizeHint().boundedTo(self._most)

    def hasHeightForWidth(self) -> bool:
        """Texts that wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of what is in it."""
        page = self._page()
        height = page.heightForWidth(width) if page.hasHeightForWidth() else page.minimumSizeHint().height()
        return min(height, self._most.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More or less in it is another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _held(self, page: QWidget) -> QWidget:
        """The body breaks its words at every size."""
        return page

    def _page(self) -> QWidget:
        return self.widget() or self
