"""A walk through the whole window that finds rooms, pages and dialogs by itself, also those that come later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget

from tests.ui.window.person import Person
from ui.widgets.dialog import Dialog
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rail import RailItem
from ui.widgets.segmented import SegmentButton
from ui.widgets.side_window import SideWindow

Look = Callable[[str, QWidget], None]
LEAVES_THE_WINDOW = ("print", "pdf", "excel", "csv", "kick")  # devices and the system's file dialogs have tests


def rooms(person: Person) -> list[str]:
    """The rooms on the rail, in its order."""
    return [item.room.key for item in person.page.frame.rail.findChildren(RailItem)]


def walk(person: Person, look: Look) -> None:
    """Every room, its pages, and every dialog that a button of them opens."""
    for room in rooms(person):
        enter(person, room)
        look(room, person.start.window)
        for page, press in pages(person, room):
            press()
            person.settle()
            look(page, person.start.window)
            press_all(person, room, page, look, again=press)
        if not list(pages(person, room)):
            press_all(person, room, room, look, again=lambda: None)


def enter(person: Person, room: str) -> None:
    person.page.enter_room(room)
    person.settle()


def pages(person: Person, room: str) -> Iterator[tuple[str, Callable[[], None]]]:
    """Pages inside of a room, where it says how many there are."""
    view = person.page.room(room)
    for host in (view, *view.findChildren(QWidget)):
        inner, show = getattr(host, "pages", None), getattr(host, "show_page", None)
        if isinstance(inner, list) and callable(show):
            yield from ((f"{room}-{at + 1}", partial(show, at)) for at in range(len(inner)))


def press_all(person: Person, room: str, name: str, look: Look, *, again: Callable[[], None]) -> None:
    """Each button in sight once; what it opens is looked at and left by Esc."""
    pressed: set[str] = set()
    while True:
        enter(person, room)
        again()
        person.settle()
        buttons = [
            button for button in person.page.room(room).findChildren(KeyCapButton)
            if button.isVisible() and button.isEnabled() and button.objectName() not in pressed
            and not any(word in button.objectName() for word in LEAVES_THE_WINDOW)
            and not isinstance(button, SegmentButton)
        ]  # fmt: skip
        if not buttons:
            return
        button = buttons[0]
        pressed.add(button.objectName())
        before = button.objectName()
        button.click()
        person.settle()
        shown = over(person)
        if shown is not None:
            look(f"{name}-{before}", shown)
        leave(person)


def over(person: Person) -> QWidget | None:
    """The dialog or side window that stands over the rooms."""
    modal = QApplication.activeModalWidget()
    if isinstance(modal, QDialog):
        return modal
    sides = [side for side in person.start.window.findChildren(SideWindow) if side.isVisible()]
    return sides[0] if sides else None


def leave(person: Person) -> None:
    """Close whatever stands over the rooms, without a deed."""
    for popup in person.start.window.findChildren(QMenu):
        popup.close()
    for side in person.start.window.findChildren(SideWindow):
        side.hide()
    for _level in range(4):
        modal = QApplication.activeModalWidget()
        if modal is None:
            break
        if isinstance(modal, QFileDialog) or not isinstance(modal, Dialog):
            modal.close()
        else:
            modal.reject()
        QApplication.processEvents()
    person.start.window.activateWindow()
    person.settle()
