"""An administrator's work in Set-up by keys alone (R43, R44, P17, J6, O1)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.till.test_screens import faults
from tests.ui.window.person import ALT, Key, Person
from ui.compose.practice import CASHIER_PIN

PAGES = ("people", "fees", "approvals", "codes", "station", "devices", "notes")
SIZES = ((1366, 768), (1920, 1080))


def in_set_up(person: Person, name: str = "P. Foreman", pin: str = CASHIER_PIN) -> None:
    person.sit_down(name, pin)
    person.settle()


def go_to(person: Person, page: str) -> None:
    person.press(Key(Key.Key_1.value + PAGES.index(page)), ALT)
    person.settle()


@pytest.mark.slow
def test_every_page_is_whole_at_both_sizes(at_the_window: Callable[[Path], Person], city: Path) -> None:
    person = at_the_window(city)
    in_set_up(person)
    for page in PAGES:
        go_to(person, page)
        for width, height in SIZES:
            person.start.window.resize(width, height)
            QApplication.processEvents()
            assert faults(person.start.window) == [], page
            person.shoot(f"set-up-{page}")
