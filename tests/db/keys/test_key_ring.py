"""Sealed values, payer marks and blobs: opened by their key only, and told when they were changed."""

from typing import Any

import pytest

from db.keys.blobs import open_blob, seal_blob
from db.keys.key_ring import KeyRing, SealingKeyMissingError
from db.keys.sealing import SealBrokenError
from db.keys.seals import KEY_NOT_HERE, PAYER, TEXT, StationSeals, WordsOpener
from tests.db.keys.conftest import FILE_KEY, NOW

MICR = "T103000648T 22114477O 1042"


def test_a_sealed_value_opens_again_and_shows_nothing(sql: Any, ring: KeyRing) -> None:
    seals = StationSeals(ring, sql, lambda: NOW)
    sealed = seals.seal("micr", MICR)
    assert "103000648" not in sealed
    assert seals.unseal(sealed) == MICR
    assert StationSeals(KeyRing(FILE_KEY), sql, lambda: NOW).unseal(sealed) == MICR


def test_the_same_value_is_sealed_differently_each_time(sql: Any, ring: KeyRing) -> None:
    seals = StationSeals(ring, sql, lambda: NOW)
    assert seals.seal("micr", MICR) != seals.seal("micr", MICR)


def test_there_is_one_key_a_purpose_and_month(sql: Any, ring: KeyRing) -> None:
    first = ring.key_for(sql, purpose="micr", month="2026-11")
    assert ring.key_for(sql, purpose="micr", month="2026-11") == first
    others = {
        ring.key_for(sql, purpose=purpose, month=month).key_id
        for purpose, month in (("micr", "2026-12"), ("bank", "2026-11"))
    }
    assert first.key_id not in others
    assert len(others) == 2


def test_a_key_made_in_a_transaction_that_failed_is_forgotten(sql: Any, ring: KeyRing) -> None:
    sql.execute("begin immediate")
    lost = ring.seal(sql, b"x", purpose="micr", month="2026-11")
    sql.execute("rollback")
    kept = ring.seal(sql, b"y", purpose="micr", month="2026-11")
    assert ring.unseal(sql, kept) == b"y"
    with pytest.raises(SealingKeyMissingError, match="not in these books"):
        ring.unseal(sql, lost)


@pytest.mark.parametrize("place", [-1, 20, 14])
def test_a_changed_letter_breaks_the_seal(sql: Any, ring: KeyRing, place: int) -> None:
    sealed = ring.seal(sql, MICR.encode(), purpose="micr", month="2026-11")
    letters = list(sealed)
    letters[place] = "A" if letters[place] != "A" else "B"
    with pytest.raises(SealBrokenError, match="Run citytill verify"):
        ring.unseal(sql, "".join(letters))


def test_a_sealed_value_cut_short_is_broken_not_a_crash(sql: Any, ring: KeyRing) -> None:
    sealed = ring.seal(sql, MICR.encode(), purpose="micr", month="2026-11")
    for text in (sealed[:20], sealed[:14], sealed[:13] + "!", sealed[:13]):
        with pytest.raises(SealBrokenError):
            ring.unseal(sql, text)


def test_the_ring_opens_with_its_file_key_only(sql: Any, ring: KeyRing) -> None:
    sealed = ring.seal(sql, b"x", purpose="micr", month="2026-11")
    with pytest.raises(SealBrokenError):
        KeyRing(bytes(32)).unseal(sql, sealed)


def test_a_ring_key_moved_to_another_purpose_does_not_open(sql: Any, ring: KeyRing) -> None:
    sealed = ring.seal(sql, b"x", purpose="micr", month="2026-11")
    sql.execute("update work_ring_key set purpose = 'text'")
    with pytest.raises(SealBrokenError):
        KeyRing(FILE_KEY).unseal(sql, sealed)


def test_a_payer_mark_is_the_same_for_the_same_payer_and_tells_nothing(sql: Any, ring: KeyRing) -> None:
    seals = StationSeals(ring, sql, lambda: NOW)
    mark = seals.payer_mark(routing="103000648", account="22114477")
    assert mark == seals.payer_mark(routing="103000648", account="22114477")
    assert mark != seals.payer_mark(routing="103000648", account="22114478")
    assert len(mark) == 64
    assert "22114477" not in mark


def test_a_blob_is_compressed_sealed_and_opens_again(sql: Any, ring: KeyRing) -> None:
    plain = b"account,name\n" * 1000
    sealed = seal_blob(ring, sql, plain, month="2026-11")
    assert len(sealed) < len(plain) // 10
    assert sealed != seal_blob(ring, sql, plain, month="2026-11")
    assert open_blob(KeyRing(FILE_KEY), sql, sealed) == plain


def test_a_changed_blob_is_broken(sql: Any, ring: KeyRing) -> None:
    sealed = seal_blob(ring, sql, b"rows", month="2026-11")
    with pytest.raises(SealBrokenError):
        open_blob(ring, sql, sealed[:-1] + bytes((sealed[-1] ^ 1,)))
    with pytest.raises(SealingKeyMissingError):
        open_blob(ring, sql, bytes(6) + sealed[6:])


def test_words_and_payers_open_to_be_read_and_nothing_else_does(sql: Any, ring: KeyRing) -> None:
    seals, opener = StationSeals(ring, sql, lambda: NOW), WordsOpener(ring, sql)
    assert opener("") == ""
    assert opener(seals.seal(TEXT, "SEÑORA PEÑA CAME BACK")) == "SEÑORA PEÑA CAME BACK"
    assert opener(seals.seal(PAYER, "RUIZ, MARIA")) == "RUIZ, MARIA"
    assert opener(seals.seal("micr", MICR)) == KEY_NOT_HERE


def test_words_of_another_station_say_that_their_key_is_not_here(sql: Any, ring: KeyRing) -> None:
    sealed = StationSeals(ring, sql, lambda: NOW).seal(TEXT, "hello")
    elsewhere = sql.execute("delete from work_ring_key") and WordsOpener(KeyRing(FILE_KEY), sql)
    assert elsewhere(sealed) == KEY_NOT_HERE


def test_changed_words_break_their_seal(sql: Any, ring: KeyRing) -> None:
    sealed = StationSeals(ring, sql, lambda: NOW).seal(TEXT, "hello")
    with pytest.raises(SealBrokenError, match="Run citytill verify"):
        WordsOpener(ring, sql)(sealed[:-3] + ("AAA" if not sealed.endswith("AAA") else "BBB"))
