"""The tape: sides, sums, what is typed, and what a receipt puts on it (B11)."""

import pytest

from app.domain.draft import Draft, DraftLine
from app.domain.tape import ENTRIES_LIMIT, Tape, TapeEntry, TapeFullError, TapeSide, tape_of, typed_amount
from app.domain.tender import Tender

STUB, CHECK = TapeSide.STUB, TapeSide.CHECK


def tape(*entries: tuple[TapeSide, int]) -> Tape:
    return Tape(tuple(TapeEntry(side, cents) for side, cents in entries))


def test_each_side_is_summed_and_the_difference_is_checks_less_stubs() -> None:
    """B11."""
    made = tape((STUB, 5_200), (CHECK, 10_000), (STUB, 6_120), (STUB, -1_000))
    assert (made.total(STUB), made.total(CHECK), made.difference) == (10_320, 10_000, -320)
    assert [entry.cents for entry in made.of(CHECK)] == [10_000]


def test_the_last_amount_comes_off_and_an_empty_tape_stays_empty() -> None:
    """B11."""
    assert tape((STUB, 1), (CHECK, 2)).without(-1) == tape((STUB, 1))
    assert Tape().without(-1) == Tape()


def test_a_tape_has_an_end() -> None:
    """B11: a key that hangs fills no memory."""
    full = Tape(tuple(TapeEntry(STUB, 1) for _ in range(ENTRIES_LIMIT)))
    with pytest.raises(TapeFullError, match="Print this one"):
        full.adding(TapeEntry(STUB, 1))


@pytest.mark.parametrize(("text", "cents"), [
    ("12.50", 1_250), ("12", 1_200), (" 12.50- ", -1_250), ("-3", -300), ("1,204.10", 120_410),
    ("", None), ("-", None), ("0", None), ("abc", None), ("12.5.1", None), ("9999999999", None),
])  # fmt: skip
def test_an_amount_is_read_as_it_was_typed(text: str, cents: int | None) -> None:
    """B11: nothing is guessed."""
    assert typed_amount(text) == cents


def test_a_receipt_puts_its_accounts_and_its_checks_on_the_tape() -> None:
    """B11: as shown, whether accepted or not; cash is no check."""
    draft = Draft(
        "d", "mruiz", "L1",
        lines=(
            DraftLine("1", "104-2281", proposed=5_200), DraftLine("2", "104-2290", accepted=100), DraftLine("3", "x"),
        ),
        tenders=(Tender("check", 4_000, "1042"), Tender("cash", 500)),
    )  # fmt: skip
    assert tape_of(draft).entries == (
        TapeEntry(STUB, 5_200, "104-2281"), TapeEntry(STUB, 100, "104-2290"), TapeEntry(CHECK, 4_000, "1042"),
    )  # fmt: skip
