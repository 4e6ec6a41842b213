"""Text and colours: chosen by keys, worn at once, kept for the station, worn at its next start (SCREENS, LOOK 8)."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.window.person import CTRL, OMNIBOX, Key, Person
from ui.compose.look import keep
from ui.compose.practice import CASHIER_PIN
from ui.look.kept import AS_COMPUTER, LookChoice, keep_choice, kept_choice, look_of
from ui.look.theme import LOOK_FILE, current_look
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT

Open = Callable[[Path], Person]


@pytest.mark.slow
def test_a_look_is_chosen_by_keys_worn_at_once_and_again_at_the_next_start(at_the_window: Open, city: Path) -> None:
    person = at_the_window(city)
    assert not (city / LOOK_FILE).exists()
    person.press(Key.Key_T, CTRL)
    person.until(lambda: QApplication.activeModalWidget() is not None)
    person.press(Key.Key_2)
    assert current_look().tokens is DARK
    for _step in range(3):
        person.press(Key.Key_Plus)
    person.press(Key.Key_Minus)
    person.press(Key.Key_L)
    person.press(Key.Key_M)
    look = current_look()
    assert (look.scale_percent, look.is_touch, look.has_motion) == (125, True, False)
    person.press(Key.Key_Return)
    assert kept_choice(city) == LookChoice(DARK.name, 125, is_touch=True, has_motion=False)
    person.close()
    again = at_the_window(city)
    look = current_look()
    assert (look.tokens, look.scale_percent, look.is_touch, look.has_motion) == (DARK, 125, True, False)
    again.sit_down("M. Ruiz", CASHIER_PIN)


@pytest.mark.slow
def test_esc_goes_back_to_the_look_before_and_the_work_keeps_its_focus(at_the_window: Open, city: Path) -> None:
    person = at_the_window(city)
    person.sit_down("M. Ruiz", CASHIER_PIN)
    person.press(Key.Key_3, CTRL)
    person.settle()
    before = person.focus.objectName()
    assert before != OMNIBOX
    person.press(Key.Key_T, CTRL)
    person.until(lambda: QApplication.activeModalWidget() is not None)
    person.press(Key.Key_3)
    assert current_look().tokens is HIGH_CONTRAST
    person.press(Key.Key_Escape)
    assert current_look().tokens is LIGHT
    assert person.focus.objectName() == before
    assert not (city / LOOK_FILE).exists()


@pytest.mark.slow
def test_another_size_of_text_lays_the_rooms_out_anew_for_the_same_person(at_the_window: Open, city: Path) -> None:
    person = at_the_window(city)
    person.sit_down("M. Ruiz", CASHIER_PIN)
    first = person.page
    person.press(Key.Key_T, CTRL)
    person.until(lambda: QApplication.activeModalWidget() is not None)
    person.press(Key.Key_Plus)
    person.press(Key.Key_Return)
    person.until(lambda: person.page is not first)
    person.settle()
    assert person.rooms.session.sitting is not None
    assert person.rooms.session.sitting.user.name == "M. Ruiz"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"theme": "pink"}', '{"scale_percent": "large", "is_touch": 1}'])
def test_a_file_that_says_no_look_is_the_light_one(text: str, tmp_path: Path) -> None:
    (tmp_path / LOOK_FILE).write_text(text, encoding="utf-8")
    assert kept_choice(tmp_path) == LookChoice()


def test_a_kept_look_comes_back_whole(tmp_path: Path) -> None:
    choice = LookChoice(HIGH_CONTRAST.name, 175, is_touch=True, has_motion=False)
    keep_choice(tmp_path, choice)
    assert kept_choice(tmp_path) == choice
    assert set(json.loads((tmp_path / LOOK_FILE).read_text(encoding="utf-8"))) == set(choice._fields)


def test_the_computers_own_theme_is_one_of_ours(qapp: QApplication) -> None:
    assert look_of(LookChoice(AS_COMPUTER)).tokens in {LIGHT, DARK, HIGH_CONTRAST}


def test_a_folder_that_holds_no_station_yet_stays_empty(tmp_path: Path, city: Path) -> None:
    choice = LookChoice(DARK.name, 125)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert keep(empty, choice) == ""
    assert list(empty.iterdir()) == []
    assert keep(city, choice) == ""
    assert kept_choice(city) == choice


def test_a_look_that_cannot_be_kept_says_why(city: Path) -> None:
    (city / LOOK_FILE).mkdir()
    assert keep(city, LookChoice(DARK.name)) == "Is a directory"
