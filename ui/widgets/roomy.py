"""Places that scroll when the window is low, narrow, or its text large: nothing is ever out of reach."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_ANY = 1 << 20


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
        self.setWidget(page)
        page.setAutoFillBackground(False)


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

    def _page(self) -> QWidget:
        return self.widget() or self
