"""`one_layout`: parts that are shown and hidden together are laid out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QWidget


@contextmanager
def one_layout(place: QWidget) -> Iterator[None]:
    """Qt lays out every place around a widget each time it is shown; here they wait until all is said.

    The layout itself is asked for by Qt as ever, before the next paint.
    """
    held: list[QLayout] = []
    around: QWidget | None = place
    while around is not None:
        layout = around.layout()
        if layout is not None and layout.isEnabled():
            layout.setEnabled(False)
            held.append(layout)
        around = around.parentWidget()
    try:
        yield
    finally:
        for layout in held:
            layout.setEnabled(True)
