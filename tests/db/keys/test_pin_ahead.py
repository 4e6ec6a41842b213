"""A PIN stretched ahead saves the sign-in its wait and never its look."""

import threading
from pathlib import Path
from typing import Any

import pytest

from db.keys.key_ring import KeyRing
from db.keys.pin_ahead import PinAhead
from db.keys.pins import StationPins, salted_of
from tests.db.keys.conftest import FILE_KEY, NOW


@pytest.fixture
def pins(sql: Any, ring: KeyRing) -> StationPins:
    sql.execute("PRAGMA journal_mode=wal")
    pins = StationPins(ring, sql, lambda: NOW)
    pins.set_pin("mruiz", "8264")
    return pins


def looked(sql: Any, ahead: PinAhead, user: str, pin: str) -> bool:
    return StationPins(KeyRing(FILE_KEY), sql, lambda: NOW, ahead).verify(user, pin)


def test_what_was_stretched_ahead_opens(pins: StationPins, sql: Any, tmp_path: Path) -> None:
    ahead = PinAhead(tmp_path / "keys.db", FILE_KEY, user="mruiz", pin="8264")
    assert looked(sql, ahead, "mruiz", "8264")


def test_it_helps_no_other_pin_and_no_other_person(pins: StationPins, sql: Any, tmp_path: Path) -> None:
    pins.set_pin("kdunn", "915702")
    ahead = PinAhead(tmp_path / "keys.db", FILE_KEY, user="mruiz", pin="8264")
    assert not looked(sql, ahead, "mruiz", "8265")
    assert not looked(sql, ahead, "kdunn", "8264")
    assert looked(sql, ahead, "kdunn", "915702")


def test_a_wrong_pin_stays_wrong(pins: StationPins, sql: Any, tmp_path: Path) -> None:
    ahead = PinAhead(tmp_path / "keys.db", FILE_KEY, user="mruiz", pin="8265")
    assert not looked(sql, ahead, "mruiz", "8265")
    assert looked(sql, ahead, "mruiz", "8264")


def test_a_pin_changed_meanwhile_is_looked_at_anew(pins: StationPins, sql: Any, tmp_path: Path) -> None:
    ahead = PinAhead(tmp_path / "keys.db", FILE_KEY, user="mruiz", pin="8264")
    ahead.taken("", salted_of(sql, "mruiz"))  # it is done
    pins.set_pin("mruiz", "3141")
    assert not looked(sql, ahead, "mruiz", "8264")


def test_books_that_cannot_be_opened_are_told_of_by_the_sign_in(pins: StationPins, sql: Any, tmp_path: Path) -> None:
    for path, key in ((tmp_path / "elsewhere.db", FILE_KEY), (tmp_path / "keys.db", bytes(32))):
        assert looked(sql, PinAhead(path, key, user="mruiz", pin="8264"), "mruiz", "8264")


def test_its_thread_ends_by_itself(pins: StationPins, sql: Any, tmp_path: Path) -> None:
    ahead = PinAhead(tmp_path / "keys.db", FILE_KEY, user="mruiz", pin="8264")
    for thread in threading.enumerate():
        if thread.name == "citytill-pin":
            thread.join(10)
            assert not thread.is_alive()
    assert looked(sql, ahead, "mruiz", "8264")

