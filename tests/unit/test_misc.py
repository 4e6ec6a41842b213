"""Types of misc receipts: the split that loses no cent, the starter lists, what is found as you type (B8, T3)."""

import pytest

from app.domain.difference import SuspectKind
from app.domain.misc import LedgerPart, MiscSplitError, MiscType, found_types, read_types, types_value
from app.domain.misc_rules import misc_fault
from app.domain.misc_starter import NO_ACCOUNT_YET, practice_types, starter_types
from app.domain.tender import Tender
from tests.unit.records_for_rules import receipt
from tests.unit.test_difference import find, kinds

THIRDS = tuple(LedgerPart(f"10-{n}", percent=share) for n, share in enumerate((34, 33, 33)))


def test_percents_lose_no_cent() -> None:
    parts = MiscType("X", "X", THIRDS).split(1_001)
    assert [part.cents for part in parts] == [341, 330, 330]
    assert sum(part.cents for part in MiscType("X", "X", THIRDS).split(1)) == 1


def test_fixed_amounts_come_first_and_percents_share_the_rest() -> None:
    kind = MiscType("X", "X", (LedgerPart("10-1", cents=500), *THIRDS))
    assert [part.cents for part in kind.split(10_500)] == [500, 3_400, 3_300, 3_300]
    assert [part.bucket for part in kind.split(500)] == ["10-1"]
    with pytest.raises(MiscSplitError, match=r"X is at least 5\.00"):
        kind.split(499)


def test_the_starter_list_of_t3_is_there_and_whole() -> None:
    """T3 starter list; every type of it may be written as a setting, and B9 is among them."""
    for types in (starter_types(), practice_types()):
        assert misc_fault(types_value(types)) == ""
        assert read_types(types_value(types)) == types
    assert {each.code: each.reference for each in starter_types()}["DEPOSIT-NEW"] == NO_ACCOUNT_YET
    assert all(each.price == 0 for each in starter_types()), "only the city knows its fees (P17)"
    assert {each.code for each in practice_types()} > {each.code for each in starter_types()}


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("court", ["COURT"]), ("fee conn", ["CONNECT", "RECONNECT"]), ("no account", ["DEPOSIT-NEW"]), ("zebra", [])],
)
def test_types_are_found_by_words_of_code_and_name(typed: str, codes: list[str]) -> None:
    assert [each.code for each in found_types(practice_types(), typed)] == codes


def test_a_code_that_begins_so_comes_first() -> None:
    found = [each.code for each in found_types(practice_types(), "co")]
    assert found[:3] == ["CONNECT", "COPIES", "COURT"]
    assert "RECONNECT" in found[3:]
    assert len(found_types(practice_types(), "")) == len(practice_types())


def test_a_type_that_is_switched_off_is_not_found() -> None:
    off = MiscType("COPIES", "Copies", (LedgerPart("1", percent=100),), active=False)
    assert found_types((off,), "copies") == ()


def test_a_price_taken_twice_is_no_suspect_of_a_short() -> None:
    """Ten licenses of 8.00 are ten customers, not one payment keyed twice."""
    finding = find(
        receipt("R1", Tender("check", 800, "1"), account="misc:ANIMAL"),
        receipt("R2", Tender("check", 800, "2"), account="misc:ANIMAL"),
        counted=(20_000, 800, 0, 0),
    )  # fmt: skip
    assert SuspectKind.TWICE not in kinds(finding)
