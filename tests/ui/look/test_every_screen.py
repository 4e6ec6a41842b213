"""Every room, page and dialog of the real window in several looks; what is added later is walked by itself.

Each is looked at by a strict eye: words cut, ink too faint (WCAG 2.1), parts without a name, keys that need the F row,
buttons out of reach, a strip that promises what no key does, targets too small for a finger.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.look import eyes
from tests.ui.look.walk import walk
from tests.ui.window.person import Person
from tests.ui.window.test_the_frame import RENT_HOUSE, RUIZ, account, begin
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN
from ui.look.theme import Look, apply_look
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens
from ui.views.rooms_page import RoomsPage
from ui.views.start_window import USUAL_PERCENT

Open = Callable[[Path], Person]
SHOTS = os.environ.get("CITYTILL_SHOTS", "")
CASHIER, SUPERVISOR, ADMINISTRATOR = "M. Ruiz", "K. Dunn", "P. Foreman"


class Case(NamedTuple):
    who: str
    tokens: Tokens
    percent: int
    size: tuple[int, int]
    is_touch: bool = False


CASES = (
    Case(CASHIER, LIGHT, 100, (1366, 768), is_touch=True),
    Case(CASHIER, HIGH_CONTRAST, 150, (1366, 768)),
    Case(SUPERVISOR, DARK, 100, (1366, 768)),
    Case(SUPERVISOR, LIGHT, 90, (1366, 768), is_touch=True),
    Case(SUPERVISOR, HIGH_CONTRAST, 200, (1366, 768)),
    Case(ADMINISTRATOR, DARK, 150, (1920, 1080), is_touch=True),
)


def named(case: Case) -> str:
    touch = "-touch" if case.is_touch else ""
    return f"{case.who.split()[1]}-{case.tokens.name.replace(' ', '-')}-{case.percent}-{case.size[0]}{touch}"


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_strict_eye_finds_nothing(at_the_window: Open, city: Path, qapp: QApplication, case: Case) -> None:
    apply_look(qapp, Look(case.tokens, case.percent, is_touch=case.is_touch))
    person = at_the_window(city)
    person.start.window.resize(*case.size)
    found: list[str] = []

    def look(what: str, place: QWidget) -> None:
        faults = [
            *eyes.cut(place), *eyes.faint(place), *eyes.nameless(place), *eyes.lonely_keys(place),
            *eyes.unreachable(place), *(eyes.small(place) if case.is_touch else ()),
            *(eyes.scrolling(place) if case.percent <= USUAL_PERCENT else ()),
        ]  # fmt: skip
        front = person.start.window.page()
        if isinstance(front, RoomsPage) and place is person.start.window:
            faults += eyes.untrue_strip(front.frame.keys)
        found.extend(f"{what}: {fault}" for fault in faults)
        if SHOTS:
            place.grab().save(str(Path(SHOTS) / f"{named(case)}-{what}.png"))

    look("sign-in", person.start.window)
    if case.who == CASHIER:
        begin(person)
        person.scan(account(person, RUIZ), account(person, RENT_HOUSE))
        look("till-two-accounts", person.start.window)
    else:
        person.sit_down(case.who, CASHIER_PIN if case.who == ADMINISTRATOR else APPROVER_PIN)
    walk(person, look)
    assert not found, "\n".join(sorted(set(found)))
