"""Unfinished work: on the disk, parked, recalled, dropped (A11, A15; DESIGN section 3)."""

from pathlib import Path

import pytest

from app.domain.batch_rules import ReasonMissingError
from app.domain.draft import CardStaysError, Draft, DraftUnreadableError, SealedCheckRead
from app.domain.rights import RightMissingError
from app.usecases.drafts import DraftInUseError, DraftUnknownError, kept_draft
from app.usecases.drop_draft import DropDraft, DropRequest
from app.usecases.recall_draft import RecallDraft, RecallRequest
from app.usecases.save_draft import SaveDraft
from tests.stories.rules.window import RUIZ, STORE, Window, card, cash, check, copied


def recall(window: Window, draft: str, *, by: str = "mruiz", lane: str = "") -> Draft:
    return window.do(lambda books: RecallDraft(books)(RecallRequest(by, draft, lane)))


def drop(window: Window, draft: str, *, reason: str = "", by: str = "mruiz", cards_reversed: bool = False) -> bool:
    """Whether it became an entry."""
    request = DropRequest(by, draft, reason, cards_reversed)
    return window.do(lambda books: DropDraft(books)(request)) is not None


def test_a_parked_car_is_recalled_with_its_lane_tenders_and_fed_checks(window: Window) -> None:
    read = SealedCheckRead("sealed", "77", "6789", "mark")
    draft = window.draft((RUIZ, 9_640), lane="L1").with_tender(check(4_000)).with_read(read)
    parked = window.save(draft, parked=True)
    assert parked.parked
    back = recall(window, draft.draft)
    assert back == draft


def test_another_cashier_goes_on_with_parked_work_in_their_own_batch(window: Window) -> None:
    draft = window.save(window.draft((STORE, 500)).with_tender(cash(500)), parked=True)
    batch = window.open("tokafor").batch
    mine = recall(window, draft.draft, by="tokafor", lane="counter")
    assert (mine.user, mine.lane, mine.parked) == ("tokafor", "counter", False)
    assert window.finish(mine, batch).total == 500


def test_work_in_hand_is_nobody_elses(window: Window) -> None:
    draft = window.save(window.draft((STORE, 500)))
    with pytest.raises(DraftInUseError, match=r"mruiz is working on this in L1\. Ask them to park it"):
        recall(window, draft.draft, by="tokafor")
    with pytest.raises(DraftInUseError):
        drop(window, draft.draft, by="tokafor")


def test_the_disk_as_it_is_at_any_instant_brings_the_work_back(window: Window, tmp_path: Path) -> None:
    draft = window.save(window.draft((RUIZ, 9_640), lane="L2").with_tender(check(4_000)))
    copied(window.station.folder, tmp_path / "power cut")
    after = Window(tmp_path / "power cut", window.clock)
    try:
        assert after.ask(lambda books: kept_draft(books, draft.draft)) == draft
    finally:
        after.close()


def test_empty_work_is_dropped_without_a_word(window: Window) -> None:
    draft = window.save(window.draft((STORE, 500)))
    before = window.seq()
    assert not drop(window, draft.draft)
    assert window.seq() == before
    with pytest.raises(DraftUnknownError, match="finished or dropped meanwhile"):
        drop(window, draft.draft)
    with pytest.raises(DraftUnknownError):
        recall(window, draft.draft)


def test_work_with_tenders_is_dropped_with_a_reason_and_an_entry(window: Window) -> None:
    draft = window.save(window.draft((STORE, 500)).with_tender(cash(500)))
    with pytest.raises(ReasonMissingError, match="Dropping work with money in it needs a reason"):
        drop(window, draft.draft)
    assert drop(window, draft.draft, reason="Customer left")


def test_a_fed_check_is_money_too(window: Window) -> None:
    draft = window.save(Draft("fed", "mruiz", "L1").with_read(SealedCheckRead("sealed", "77", "6789", "mark")))
    with pytest.raises(ReasonMissingError):
        drop(window, draft.draft)


def test_work_with_an_approved_card_is_finished_or_the_card_reversed(window: Window) -> None:
    draft = window.save(window.draft((STORE, 500)).with_tender(card(500)))
    with pytest.raises(CardStaysError, match="reverse the card on the terminal"):
        drop(window, draft.draft, reason="Customer left")
    assert drop(window, draft.draft, reason="Customer left", cards_reversed=True)


def test_r43_an_administrator_keeps_no_work(window: Window) -> None:
    with pytest.raises(RightMissingError):
        window.save(Draft("d", "padmin", "L1"))


def test_there_are_three_lanes(window: Window) -> None:
    with pytest.raises(ValueError, match="no lane L9"):
        window.do(lambda books: SaveDraft(books)(Draft("d", "mruiz", "L9")))


def test_damaged_work_is_named(window: Window) -> None:
    draft = window.save(window.draft((STORE, 500)))
    window.station.writer.run_bare(lambda db: db.execute("UPDATE work_draft SET body = '{'"))
    with pytest.raises(DraftUnreadableError, match=r"cannot be read\. Take the payment again"):
        recall(window, draft.draft)
