"""`come_in`: 80 ms of movement for what appears, the band and the list of found accounts (LOOK section 7)."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation
from PySide6.QtWidgets import QStyle, QWidget

from ui.look.theme import current_look

COMES_IN_MS = 80
_SLIDE_PX = 8


def come_in(part: QWidget, *, is_from_below: bool = False) -> QPropertyAnimation | None:
    """Slide into its place; None where the setting or the computer wants no movement. Nothing waits for it.

    To be called once it lies in its place; a list comes from below, so that it never lies over its field. If its
    place changes meanwhile, the layout puts it right at the end.
    """
    is_still = part.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, part) == 0
    if is_still or not current_look().has_motion or not part.isVisible():
        return None
    place = part.pos()
    slide = QPropertyAnimation(part, b"pos", part)
    slide.setDuration(COMES_IN_MS)
    slide.setEasingCurve(QEasingCurve.Type.OutQuad)
    away = current_look().px(_SLIDE_PX)
    slide.setStartValue(place + QPoint(0, away if is_from_below else -away))
    slide.setEndValue(place)
    slide.finished.connect(part.updateGeometry)
    slide.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
    return slide
