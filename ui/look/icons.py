"""Icons from SVG files, in any token colour, sharp at any device pixel ratio, each drawn once (LOOK section 8)."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.look.fonts import RESOURCES

ICONS = RESOURCES / "icons"
KEPT_PIXMAPS = 2000


class IconCase:
    """Draws and keeps icons by (name, px, colour, ratio)."""

    def __init__(self, folder: Path = ICONS) -> None:
        self._folder = folder
        self._sources: dict[str, bytes] = {}
        self._drawn: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, px: int, colour: str, ratio: float = 1.0) -> QPixmap:
        """An icon `px` logical pixels wide in `#RRGGBB`; a name without a file gives an outlined square.

        The square is seen in a screenshot and by the test that draws every name, and never stops a payment.
        """
        key = (name, px, colour, ratio)
        drawn = self._drawn.get(key)
        if drawn is None:
            if len(self._drawn) >= KEPT_PIXMAPS:
                self._drawn.clear()
            drawn = self._drawn[key] = self._draw(name, px, colour, ratio)
        return drawn

    def has(self, name: str) -> bool:
        """Whether a file of that name is there."""
        return (self._folder / f"{name}.svg").is_file()

    def _draw(self, name: str, px: int, colour: str, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - 2 ms, and sign-in is painted without an icon

        side = max(1, round(px * ratio))
        pixmap = QPixmap(side, side)
        pixmap.fill(QColor("transparent"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        source = self._source(name)
        if source:
            in_colour = source.replace(b"currentColor", colour.encode())
            QSvgRenderer(QtCore.QByteArray(in_colour)).render(painter, QRectF(0, 0, side, side))
        else:
            painter.setPen(QColor(colour))
            painter.drawRect(QRectF(side * 0.2, side * 0.2, side * 0.6, side * 0.6))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> bytes:
        source = self._sources.get(name)
        if source is None:
            path = self._folder / f"{name}.svg"
            source = self._sources[name] = path.read_bytes() if path.is_file() else b""
        return source
