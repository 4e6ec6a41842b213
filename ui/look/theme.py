"""`Look`: the tokens of one theme at one text scale, with the fonts, colours and icons made from them.

The application keeps the look in use as its property; `current_look()` reads it, `apply_look()` puts another one in
its place and rebuilds palette and style sheet, upon which Qt sends every widget a StyleChange.
"""

from __future__ import annotations

import os
from typing import cast

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPixmap
from PySide6.QtWidgets import QApplication

from ui.look.fonts import MONO_FACES, SANS_FACES, load_faces
from ui.look.icons import IconCase
from ui.look.palette import build_palette
from ui.look.qss import build_qss
from ui.look.tokens import LIGHT, Tokens
from ui.look.type import build_font, scaled

# Set to STYLE before the QApplication is made, the first paint comes 7 ms earlier: asking for a style builds its enums.
STYLE_VARIABLE = "QT_STYLE_OVERRIDE"
STYLE = "Fusion"
# A widget that keeps fonts or sizes of the look takes new ones in a method of this name. Overriding `changeEvent` does
# as well, and makes the binding build every class of event before the first paint; so would a base class, its own way.
DRESS = "dress"
_PROPERTY = "citytill_look"
_HAS_SANS = "citytill_has_sans"
_HAS_MONO = "citytill_has_mono"
SMALLEST_SCALE_PERCENT = 90
LARGEST_SCALE_PERCENT = 200
LOOK_FILE = "look.json"  # `ui/look/kept.py`, which is imported when a station has one
LARGE_PERCENT = 125  # from here on rails fold and places scroll
TOUCH_PX = 44  # LOOK section 4: what a finger hits


class Look:
    """One theme at one text scale (90 to 200 percent; outside of it the nearest is taken), for pointers or fingers."""

    def __init__(
        self, tokens: Tokens = LIGHT, scale_percent: int = 100, *, has_motion: bool = True, is_touch: bool = False
    ) -> None:
        self.tokens = tokens
        self.scale_percent = min(max(scale_percent, SMALLEST_SCALE_PERCENT), LARGEST_SCALE_PERCENT)
        self.has_motion = has_motion
        self.is_touch = is_touch
        self._icons = IconCase()
        self._fonts: dict[tuple[str, int | None, bool, bool], QFont] = {}
        self._metrics: dict[tuple[str, int | None, bool, bool], QFontMetrics] = {}
        self._colours: dict[str, QColor] = {}

    def px(self, size_px: int) -> int:
        """A height or type size of LOOK sections 3 and 4 at this text scale."""
        return scaled(size_px, self.scale_percent)

    def target(self, size_px: int) -> int:
        """As `px`, for what is pressed: with touch never under 44."""
        height = scaled(size_px, self.scale_percent)
        return max(height, TOUCH_PX) if self.is_touch else height

    def font(self, role: str = "body", weight: int | None = None, *, zero: bool = False, mono: bool = False) -> QFont:
        """The font of a role; `zero` slashes the zero (numbers of accounts, batches, receipts, checks)."""
        key = (role, weight, zero, mono)
        font = self._fonts.get(key)
        if font is None:
            if mono:
                _load_once(_HAS_MONO, MONO_FACES)
            font = build_font(
                role, weight, scale_percent=self.scale_percent, has_slashed_zero=zero, is_mono=mono
            )
            self._fonts[key] = font
        return font

    def metrics(
        self, role: str = "body", weight: int | None = None, *, zero: bool = False, mono: bool = False
    ) -> QFontMetrics:
        """Measures of the font of a role."""
        key = (role, weight, zero, mono)
        metrics = self._metrics.get(key)
        if metrics is None:
            metrics = self._metrics[key] = QFontMetrics(self.font(role, weight, zero=zero, mono=mono))
        return metrics

    def colour(self, token: str) -> QColor:
        """A token as QColor; `token` is a field of `Tokens`.

        Raises:
            AttributeError: no such token.
        """
        colour = self._colours.get(token)
        if colour is None:
            colour = self._colours[token] = QColor(getattr(self.tokens, token))
        return colour

    def pixmap(self, name: str, px: int, tone: str = "ink2", ratio: float = 1.0) -> QPixmap:
        """An icon, `px` at 100 %, in a token's colour, for a screen of that device pixel ratio."""
        return self._icons.pixmap(name, self.px(px), getattr(self.tokens, tone), ratio)


def apply_look(application: QApplication, look: Look) -> None:
    """Make `look` the one in use: Fusion, palette, font, style sheet. One that says the same changes nothing."""
    if _says_the_same(application.property(_PROPERTY), look):
        return
    _load_once(_HAS_SANS, SANS_FACES)
    application.setProperty(_PROPERTY, look)
    if os.environ.get(STYLE_VARIABLE) != STYLE and not application.styleSheet():
        application.setStyle(STYLE)
    application.setPalette(build_palette(look.tokens))
    application.setFont(look.font("body"))
    application.setStyleSheet(build_qss(look.tokens, look.px, look.target))
    for widget in application.allWidgets():
        dress = getattr(widget, DRESS, None)
        if dress is not None:
            dress()


def current_look() -> Look:
    """The look in use; the light one at 100 % is put in place when none was applied yet.

    Raises:
        RuntimeError: there is no QApplication.
    """
    application = cast("QApplication | None", QApplication.instance())
    if application is None:
        raise RuntimeError("a look needs a QApplication")
    look = application.property(_PROPERTY)
    if look is None:
        look = Look()
        apply_look(application, look)
    return cast("Look", look)


def _says_the_same(before: Look | None, look: Look) -> bool:
    return before is not None and _said(before) == _said(look)


def _said(look: Look) -> tuple[Tokens, int, bool, bool]:
    return look.tokens, look.scale_percent, look.has_motion, look.is_touch


def _load_once(flag: str, faces: tuple[str, ...]) -> None:
    application = QApplication.instance()
    if application is not None and not application.property(flag):
        load_faces(faces)
        application.setProperty(flag, True)
