"""`come_in`: 80 ms of movement for what appears, the band and the list of found accounts (LOOK section 7)."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation
from PySide6.QtWidgets import QStyle, QWidget

from ui.look.theme import current_look

COMES_IN_MS = 80
_SLIDE_PX = 8


def come_in(part: QWidget) -> QPropertyAnimation | None:
    """Slide into its place; None where the setting or the computer wants no movement. Nothing waits for it.

    To be called once it lies in its place. If its place changes meanwhile, the layout puts it right at the end.
    """
    is_still = part.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, part) == 0
    if is_still or not current_look().has_motion or not part.isVisible():
        return None
    place = part.pos()
    slide = QPropertyAnimation(part, b"pos", part)
    slide.setDuration(COMES_IN_MS)
    slide.setEasingCurve(QEasingCurve.Type.OutQuad)
    slide.setStartValue(place - QPoint(0, current_look().px(_SLIDE_PX)))
    slide.setEndValue(place)
    slide.finished.connect(part.updateGeometry)
    slide.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
    return slide
