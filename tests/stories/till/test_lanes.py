"""Lanes: park, recall, next lane; unfinished work is on the disk after each change and comes back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from tests.stories.till.cashier import RUIZ, Cashier, plain_accounts
from ui.compose.folder import open_desk
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard


def states(cashier: Cashier) -> list[str]:
    return [state.state for state in cashier.till.lanes.states()]


def test_one_car_is_parked_to_serve_another(cashier: Cashier) -> None:
    first, second = plain_accounts()[:2]
    cashier.scan(first.key)
    assert states(cashier) == ["here now", "free", "free"]
    cashier.till.park_or_recall()
    cashier.settle()
    assert states(cashier) == ["parked, 1 car", "free", "free"]
    cashier.scan(second.key)
    cashier.till.cash()
    cashier.saved()
    cashier.till.park_or_recall()
    cashier.settle()
    assert [line.account for line in cashier.draft.lines] == [first.key]
    assert cashier.till.moment.receipt == ""
    cashier.till.cash()
    cashier.saved()
    assert len(cashier.receipts()) == 2


def test_the_next_lane_parks_what_is_in_hand_and_brings_it_back_on_return(cashier: Cashier) -> None:
    first, second = plain_accounts()[:2]
    cashier.scan(first.key)
    cashier.till.cash(100)
    cashier.till.next_lane()
    cashier.scan(second.key)
    assert cashier.till.lanes.lane == "L2"
    assert states(cashier) == ["parked, 1 car", "here now", "free"]
    cashier.till.go_to_lane("L1")
    cashier.settle()
    assert [line.account for line in cashier.draft.lines] == [first.key]
    assert [tender.amount_tendered for tender in cashier.draft.tenders] == [100]
    assert states(cashier) == ["here now", "parked, 1 car", "free"]


def test_a_receipt_names_its_lane(cashier: Cashier) -> None:
    cashier.till.next_lane()
    cashier.scan(plain_accounts()[0].key)
    cashier.till.cash()
    assert cashier.receipt(cashier.saved()).lane == "L2"
    assert states(cashier)[1] == "just served"


def test_minutes_count_while_a_car_waits(cashier: Cashier) -> None:
    cashier.scan(plain_accounts()[0].key)
    cashier.clock.advance(seconds=150)
    assert states(cashier)[0] == "here 2 min"


def test_parked_work_of_another_cashier_can_be_taken_up(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.park_or_recall()
    cashier.settle()
    cashier.leave()
    cashier.sign_in("tokafor", "1234")
    assert [draft.user for draft in cashier.till.lanes.parked] == ["mruiz"]
    cashier.till.lanes.recall()
    cashier.settle()
    assert [(draft.user, draft.parked) for draft in cashier.kept_drafts()] == [("tokafor", False)]


def test_work_without_money_is_dropped_without_asking(cashier: Cashier) -> None:
    cashier.scan(plain_accounts()[0].key)
    cashier.till.give_up()
    cashier.until(lambda: cashier.draft.is_empty)
    cashier.settle()
    assert cashier.kept_drafts() == []


def test_work_with_money_in_it_is_dropped_with_a_reason_only(cashier: Cashier) -> None:
    cashier.scan(plain_accounts()[0].key)
    cashier.till.cash(100)
    with cashier.qtbot.waitSignal(cashier.till.drop_asked):
        cashier.till.give_up()
    cashier.till.drop("")
    cashier.until(lambda: bool(cashier.till.notice))
    assert not cashier.draft.is_empty
    before = cashier.ask(lambda books: books.head()).seq
    cashier.till.drop("Customer left")
    cashier.until(lambda: cashier.draft.is_empty)
    assert cashier.ask(lambda books: books.head()).seq == before + 1


def test_removing_the_last_line_frees_the_lane(cashier: Cashier) -> None:
    cashier.scan(plain_accounts()[0].key)
    cashier.till.remove_line()
    cashier.settle()
    assert cashier.draft.is_empty
    assert cashier.kept_drafts() == []


def test_the_last_line_is_not_removed_under_entered_money(cashier: Cashier) -> None:
    cashier.scan(plain_accounts()[0].key)
    cashier.till.cash(100)
    with cashier.qtbot.waitSignal(cashier.till.drop_asked):
        cashier.till.remove_line()
    assert len(cashier.draft.lines) == 1


@pytest.mark.usefixtures("bench")
def test_a_draft_survives_a_stop_and_stands_on_its_lane_after_sign_in(
    qtbot: QtBot, folder: Path, clock: SimulatedClock, bench: PracticeBench
) -> None:
    before = open_desk(folder, clock=clock)
    board = DeviceBoard()
    cashier = Cashier(qtbot, Counter(asks=before.ask, does=before.do, clock=clock, board=board), before, bench, clock)
    cashier.sign_in("mruiz", "1234")
    cashier.till.next_lane()
    cashier.scan(RUIZ)
    cashier.till.cash(5_000)
    cashier.settle()
    draft = cashier.draft
    assert before.close()
    after = open_desk(folder, clock=clock)
    again = Cashier(qtbot, Counter(asks=after.ask, does=after.do, clock=clock, board=board), after, bench, clock)
    again.sign_in("mruiz", "1234")
    assert again.draft == draft
    assert again.till.lanes.lane == "L2"
    assert again.till.notice == "Unfinished work came back: Lane 2."
    assert again.till.work.face(RUIZ) is not None
    again.till.cash()
    assert again.receipt(again.saved()).total == 18_412
    again.leave()
    assert after.close()


def test_damaged_work_is_told_and_keeps_back_no_other(cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    cashier.till.park_or_recall()
    cashier.settle()
    bad = "INSERT INTO work_draft VALUES ('bad', 'mruiz', 'L2', 1, '2026-11-21T14:00:00.000Z', '{}')"
    cashier.desk.station.writer.run_bare(lambda db: db.execute(bad))
    cashier.leave()
    cashier.sign_in("mruiz", "1234")
    assert cashier.till.notice.startswith("Unfinished work bad cannot be read.")
    assert [draft.lines[0].account for draft in cashier.till.lanes.parked] == [RUIZ]
