"""`row` and `column`: layouts put together from parts, gaps and other layouts; `line_up`: parts without one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.look.theme import current_look

Part = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)


def row(*parts: Part, spacing: int = 8, margins: Margins = NO_MARGINS) -> QHBoxLayout:
    """Parts side by side; a number is a gap in px at 100 %, None takes the room that is left."""
    layout = QHBoxLayout()
    _fill(layout, parts, spacing, margins)
    return layout


def column(*parts: Part, spacing: int = 8, margins: Margins = NO_MARGINS) -> QVBoxLayout:
    """Parts under one another; a number is a gap in px at 100 %, None takes the room that is left."""
    layout = QVBoxLayout()
    _fill(layout, parts, spacing, margins)
    return layout


def empty(layout: QLayout) -> None:
    """Take all parts out of a layout and let their widgets go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            empty(inner)
            inner.deleteLater()
        elif widget is not None:
            widget.hide()
            widget.deleteLater()


def line_up(parts: Iterable[QWidget], *, start: int, end: int, top: int, height: int, gap: int) -> None:
    """Parts in one line, each at its own width, in px, from `start`; one that would go beyond `end` is hidden."""
    at = start
    for part in parts:
        width = part.sizeHint().width()
        part.setGeometry(at, top, width, height)
        part.setVisible(at + width <= end)
        at += width + gap


def _fill(layout: QBoxLayout, parts: tuple[Part, ...], spacing: int, margins: Margins) -> None:
    px = current_look().px
    layout.setContentsMargins(*(px(side) for side in margins))
    layout.setSpacing(px(spacing))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(px(part))
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
