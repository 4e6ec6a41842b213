"""Numbers that people read (R9)."""

import pytest

from app.domain.numbering import (
    batch_before,
    batch_number,
    deposit_number,
    is_batch_number,
    is_receipt_number,
    is_station_name,
    receipt_number,
)


def test_numbers_are_dense_per_station_and_incarnation_and_practice_shows() -> None:
    assert receipt_number(station="DT1", incarnation="B", n=147, practice=False) == "DT1B-000147"
    assert receipt_number(station="DT1", incarnation="B", n=147, practice=True) == "XDT1B-000147"
    assert batch_number(station="FC12", incarnation="A", n=142, practice=False) == "FC12A-0142"
    assert deposit_number(station="DT1", incarnation="B", n=12, practice=True) == "XDT1B-D0012"


@pytest.mark.parametrize(
    ("name", "good"), [("DT1", True), ("FC12", True), ("D1", False), ("dt1", False), ("DT123", False)]
)
def test_a_stations_name(name: str, good: bool) -> None:
    assert is_station_name(name) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [("DT1B-000147", True), ("XDT1B-000147", True), ("DT1B-0147", False), ("DT1-000147", False), ("104-2281", False)],
)
def test_a_receipts_number_is_told_from_an_account(text: str, good: bool) -> None:
    assert is_receipt_number(text) is good


def test_a_batchs_number_is_told_from_a_receipts() -> None:
    assert is_batch_number("DT1B-0142")
    assert not is_batch_number("DT1B-D0012")


def test_the_batch_before_and_none_before_the_first() -> None:
    assert batch_before("XDT1A-0143") == "XDT1A-0142"
    assert batch_before("DT1A-10000") == "DT1A-9999"
    assert batch_before("DT1A-0001") == ""
