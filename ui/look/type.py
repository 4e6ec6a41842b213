"""The roles of type (LOOK section 3): pixels at 100 % and weight, and the font that shows a role.

Amounts need no font feature: all figures of IBM Plex Sans have one width. Account, batch, receipt and check numbers
use the slashed zero, which a style sheet cannot ask for, so it is set on the font.
"""

from __future__ import annotations

from PySide6.QtGui import QFont

SANS = "IBM Plex Sans"
MONO = "IBM Plex Mono"
REGULAR = 400
MEDIUM = 500
SEMIBOLD = 600


# Size in px at 100 %, and the weight a role has when nothing else is asked for.
ROLES: dict[str, tuple[int, int]] = {
    "change": (56, SEMIBOLD),
    "total": (34, SEMIBOLD),
    "page": (28, SEMIBOLD),
    "band": (22, SEMIBOLD),
    "figure": (20, SEMIBOLD),
    "title": (22, SEMIBOLD),
    "head": (18, SEMIBOLD),
    "lead": (16, REGULAR),
    "body": (14, REGULAR),
    "small": (13, REGULAR),
    "caption": (12, REGULAR),
}


def scaled(size_px: int, scale_percent: int) -> int:
    """`size_px` at a text scale, to the nearest whole pixel and never under 1 (0 stays 0)."""
    if size_px == 0:
        return 0
    return max(1, (size_px * scale_percent + 50) // 100)


def build_font(role: str, weight: int | None, *, scale_percent: int, has_slashed_zero: bool, is_mono: bool) -> QFont:
    """The font of a role at a text scale.

    Raises:
        KeyError: the role is not one of `ROLES`.
    """
    size_px, usual = ROLES[role]
    font = QFont(MONO if is_mono else SANS)
    font.setPixelSize(scaled(size_px, scale_percent))
    font.setWeight(QFont.Weight(weight or usual))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    if has_slashed_zero:
        font.setFeature(QFont.Tag("zero"), 1)
    return font
