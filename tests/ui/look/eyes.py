"""What a strict eye finds wrong with whatever is in sight: names, keys, cut words, faint ink, small targets."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QKeyCombination, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollBar,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ui.look.theme import TOUCH_PX
from ui.look.tokens import contrast
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.key_strip import KeyHint, KeyStrip
from ui.widgets.omnibox import Omnibox
from ui.widgets.roomy import BodyArea, Roomy
from ui.widgets.text import Text

INSIDE = (QComboBox, QLineEdit, QAbstractScrollArea)
OF_THEMSELVES = {"Enter", "Tab", "Space", "Up", "Down", "Esc"}
LEAST_TEXT = 4.5  # WCAG 2.1, 1.4.3
LEAST_MARK = 3.0  # WCAG 2.1, 1.4.11
F_ROW = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)
MOSTLY = 0.8  # of it is in sight, the rest scrolled away
SLACK = 0.15  # smoothed letters do not quite reach their own ink


def parts(place: QWidget) -> list[QWidget]:
    """The place and all of it that can be seen."""
    return [part for part in (place, *place.findChildren(QWidget)) if part.isVisible()]


def title_of(part: QWidget) -> str:
    said = getattr(part, "text", str)()
    return f"{type(part).__name__} {part.objectName() or '?'} {said!r}"


def nameless(place: QWidget) -> list[str]:
    """What takes the focus, or is pressed, and tells a screen reader nothing."""
    found = []
    for part in parts(place):
        is_inner = isinstance(part, QScrollBar) or isinstance(part.parent(), INSIDE)
        takes = part.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(part, QAbstractButton)
        said = part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else "")
        if takes and not is_inner and not said:
            found.append(f"no name: {title_of(part)}")
        if takes and not is_inner and not part.objectName():
            found.append(f"no object name: {title_of(part)}")
    return found


def keys_of(shortcut: QShortcut) -> list[QKeySequence]:
    return list(shortcut.keys())


def is_only_f_row(shortcut: QShortcut) -> bool:
    """Whether all its keys need the F row or the numpad."""
    return all(_needs_more(keys) for keys in keys_of(shortcut))


def _needs_more(keys: QKeySequence) -> bool:
    one: QKeyCombination = keys[0]  # type: ignore[index]  # its stub leaves out what it can
    return one.key() in F_ROW or bool(one.keyboardModifiers() & Qt.KeyboardModifier.KeypadModifier)


def owner(part: QObject) -> QObject:
    home = part.parent()
    assert home is not None
    return home


def lonely_keys(place: QWidget) -> list[str]:
    """Keys of the F row without another beside them, seen or not yet."""
    return sorted({
        f"no other key: {shortcut.key().toString()} of {owner(shortcut).objectName()}"
        for shortcut in place.findChildren(QShortcut) if is_only_f_row(shortcut)
    })  # fmt: skip


def unreachable(place: QWidget) -> list[str]:
    """Buttons that neither Tab nor a key of their own reaches."""
    keys = {
        keys.toString() for shortcut in place.window().findChildren(QShortcut) for keys in keys_of(shortcut)
        if not _needs_more(keys)
    }  # fmt: skip
    found = []
    for button in parts(place):
        if not isinstance(button, QAbstractButton) or isinstance(button, KeyHint) or not button.isEnabled():
            continue
        by_tab = _takes_tab(button) or any(
            _takes_tab(other) for other in owner(button).findChildren(type(button)) if button.isCheckable()
        )  # one of a group takes Tab, the arrows go to the others
        cap = button.key.replace(" ", "+") if isinstance(button, KeyCapButton) else ""
        is_typed = button.objectName().startswith("pin_")  # the pad is typed on
        if not by_tab and not is_typed and cap not in keys and cap not in {"Esc", "Enter"}:
            found.append(f"out of reach: {title_of(button)}")
    return found


def untrue_strip(strip: KeyStrip) -> list[str]:
    """Keys the strip promises that no shortcut in sight answers, nor any list or field of its own accord."""
    answered = {
        keys.toString() for shortcut in strip.window().findChildren(QShortcut) for keys in keys_of(shortcut)
        if shortcut.isEnabled() and _is_in_sight(shortcut.parent())
    }  # fmt: skip
    return [
        f"the strip promises {live.key}: {live.words}" for live in strip.keys
        if not live.why_not and live.key not in OF_THEMSELVES
        and not all(QKeySequence(one).toString() in answered for one in live.key.replace(" ", "+").split("/"))
    ]  # fmt: skip


def _is_in_sight(owner: object) -> bool:
    return isinstance(owner, QWidget) and owner.isVisible()


def _takes_tab(button: QWidget) -> bool:
    return button.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus


def cut(place: QWidget) -> list[str]:
    """Words and buttons that have less room than they need."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    found = []
    for part in parts(place):
        if isinstance(part, Text) and not part.is_elidable:
            if not part.wordWrap() and part.width() < part.sizeHint().width():
                found.append(f"cut: {part.text()!r}")
            if part.wordWrap() and part.height() < part.heightForWidth(part.width()):
                found.append(f"cut below: {part.text()!r}")
        if isinstance(part, QAbstractButton) and part.width() < part.minimumSizeHint().width():
            found.append(f"button cut: {title_of(part)}")
    return found


def scrolling(place: QWidget) -> list[str]:
    """Rooms and side windows with a bar where at the usual size of text there is room for all."""
    return [
        f"scrolls: {part.objectName()}" for part in parts(place)
        if isinstance(part, Roomy) and not isinstance(part, BodyArea)
        and (part.verticalScrollBar().isVisible() or part.horizontalScrollBar().isVisible())
    ]  # fmt: skip


def small(place: QWidget) -> list[str]:
    """What a finger would miss."""
    return [
        f"{part.width()} x {part.height()}: {title_of(part)}"
        for part in parts(place)
        if isinstance(part, QAbstractButton | QLineEdit | QComboBox) and part.isEnabled()
        and not isinstance(part.parent(), QLineEdit | QComboBox | Omnibox) and part.height() < TOUCH_PX
    ]  # fmt: skip


def faint(place: QWidget) -> list[str]:
    """Words under 4.5 : 1 and marks under 3 : 1, by the pixels that are painted."""
    image = place.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = image.devicePixelRatio()
    found = []
    for part in parts(place):
        rect = seen_rect(part, place)
        is_whole = rect.width() > MOSTLY * part.width() and rect.height() > MOSTLY * part.height()
        if not is_whole or covered(part, place, rect):
            continue
        if isinstance(part, QCheckBox | QRadioButton):
            mark = mark_of(part).translated(part.mapTo(place, QPoint(0, 0)))
            found += _judge(part, image, mark, ratio, LEAST_MARK, "mark")
        elif isinstance(part, QLabel | QAbstractButton) and part.text() and part.isEnabled():
            found += _judge(part, image, rect, ratio, LEAST_TEXT, "text")
    return found


def mark_of(button: QCheckBox | QRadioButton) -> QRect:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    is_check = isinstance(button, QCheckBox)
    kind = QStyle.SubElement.SE_CheckBoxIndicator if is_check else QStyle.SubElement.SE_RadioButtonIndicator
    return button.style().subElementRect(kind, option, button)


def seen_rect(part: QWidget, place: QWidget) -> QRect:
    """The part of it that no scrolling place hides."""
    region = part.visibleRegion().boundingRect()
    return QRect(part.mapTo(place, region.topLeft()), region.size())


def covered(part: QWidget, place: QWidget, rect: QRect) -> bool:
    """Whether something else stands over its middle."""
    top = place.childAt(rect.center())
    return top is not None and top is not part and not part.isAncestorOf(top) and not top.isAncestorOf(part)


def _judge(part: QWidget, image: QImage, rect: QRect, ratio: float, least: float, what: str) -> list[str]:
    colours = _colours(image, rect, ratio)
    if not colours:
        return []
    ground = QColor(colours.most_common(1)[0][0]).name()
    strongest = max(contrast(QColor(colour).name(), ground) for colour in colours)
    return [] if strongest >= least - SLACK else [f"{what} {strongest:.1f} on {ground}: {title_of(part)}"]


def _colours(image: QImage, rect: QRect, ratio: float) -> Counter[int]:
    area = QRect(rect.topLeft() * ratio, rect.size() * ratio).intersected(image.rect())
    pixels = memoryview(image.constBits()).cast("I")
    across = image.bytesPerLine() // 4
    found: Counter[int] = Counter()
    for y in range(area.top(), area.bottom() + 1):
        found.update(pixels[y * across + area.left() : y * across + area.right() + 1])
    return found
