"""PINs: only the person's own opens, the rows alone tell nothing, and tries survive."""

import time
from typing import Any

import pytest

from app.domain.pin_lock import PinTries
from db.keys.key_ring import KeyRing
from db.keys.pins import FIRST, PRESENT, Salted, StationPins, pepper_of, stretched
from tests.db.keys.conftest import FILE_KEY, NOW


@pytest.fixture
def pins(sql: Any, ring: KeyRing) -> StationPins:
    return StationPins(ring, sql, lambda: NOW)


def test_a_pin_opens_for_its_user_only(pins: StationPins) -> None:
    pins.set_pin("mruiz", "8264")
    assert pins.has_pin("mruiz")
    assert pins.verify("mruiz", "8264")
    assert not pins.verify("mruiz", "8265")
    assert not pins.verify("kdunn", "8264")
    assert not pins.has_pin("kdunn")


def test_two_users_with_one_pin_have_different_verifiers(pins: StationPins, sql: Any) -> None:
    pins.set_pin("mruiz", "8264")
    pins.set_pin("tokafor", "8264")
    first, second = sql.execute("select verifier from work_pin").fetchall()
    assert first != second
    assert "8264" not in first[0]


def test_without_the_key_ring_a_copied_row_cannot_be_tried(pins: StationPins, sql: Any) -> None:
    pins.set_pin("mruiz", "8264")
    sql.execute("delete from work_ring_key")
    assert not StationPins(KeyRing(FILE_KEY), sql, lambda: NOW).verify("mruiz", "8264")


def test_tries_are_kept_for_the_next_start_even_of_a_user_without_a_pin(pins: StationPins, sql: Any) -> None:
    assert pins.tries("nobody") == PinTries()
    pins.keep_tries("nobody", PinTries(2, ""))
    pins.keep_tries("nobody", PinTries(3, "2026-11-20T15:19:00+00:00"))
    assert StationPins(KeyRing(FILE_KEY), sql, lambda: NOW).tries("nobody").wrong == 3
    assert not pins.has_pin("nobody")
    assert not pins.verify("nobody", "0000")


def test_a_new_pin_forgets_the_wrong_tries(pins: StationPins) -> None:
    pins.set_pin("mruiz", "8264")
    pins.keep_tries("mruiz", PinTries(3, "2026-11-20T15:19:00+00:00"))
    pins.set_pin("mruiz", "9157")
    assert pins.tries("mruiz") == PinTries()
    assert pins.verify("mruiz", "9157")
    assert not pins.verify("mruiz", "8264")


def test_a_pin_costs_its_guesser_some_work_also_for_an_unknown_user(pins: StationPins) -> None:
    pins.set_pin("mruiz", "8264")
    for user in ("mruiz", "nobody"):
        before = time.perf_counter()
        pins.verify(user, "0000")
        assert time.perf_counter() - before > 0.015


def test_a_verifier_says_how_dear_it_is_and_one_from_before_still_opens(pins: StationPins, sql: Any) -> None:
    pins.set_pin("mruiz", "8264")
    (kept,) = sql.execute("select verifier from work_pin").fetchone()
    assert Salted.read(kept).dearness == PRESENT
    salted = Salted(FIRST, bytes(range(16)), b"")
    old = (salted.salt + stretched("8264", salted, pepper_of(KeyRing(FILE_KEY), sql))).hex()
    sql.execute("update work_pin set verifier = ?", (old,))
    assert pins.verify("mruiz", "8264")
    assert not pins.verify("mruiz", "8265")
    assert Salted.read(old).dearness == FIRST


def test_what_is_stretched_stays_the_same_bytes_for_ever() -> None:
    """Of the reference library (argon2-cffi 25.1), which stretched the first verifiers."""
    salted = Salted(PRESENT, bytes(range(16)), b"")
    secret = stretched("1234", salted, bytes(range(32)))
    assert secret.hex() == "3c4a5feca33bfd731b711f7b7a760b3e8efe91a4f1734e446f0ffa1dc9aaf806"
