"""The tape beside the till: stapled it prints with its receipt, alone as its own slip; the batch's tape (B11, A9)."""

import pytest

from app.domain.tape import TapeSide
from tests.stories.till.cashier import Cashier, plain_accounts
from ui.compose.tapes import StationTapes
from ui.viewmodels.till.tape import TapeModel
from ui.viewmodels.till.tape_batch import BatchTapeModel


@pytest.fixture
def tape(cashier: Cashier) -> TapeModel:
    return TapeModel(cashier.till, StationTapes(cashier.desk.station.folder), cashier.till)


@pytest.fixture
def batch(cashier: Cashier) -> BatchTapeModel:
    return BatchTapeModel(cashier.till, StationTapes(cashier.desk.station.folder), cashier.till)


def until_printed(cashier: Cashier, words: str, times: int = 1) -> str:
    cashier.until(lambda: cashier.paper().count(words) >= times)
    return cashier.paper()


def pay_cash(cashier: Cashier, account: str) -> str:
    cashier.till.moment.forget()
    cashier.scan(account)
    cashier.till.cash()
    return cashier.saved()


def test_a_tape_is_totalled_by_side(tape: TapeModel) -> None:
    """B11."""
    assert tape.add("52.00")
    assert tape.add("61.20")
    tape.choose(TapeSide.CHECK)
    assert tape.add("100")
    assert tape.add("5-")
    assert tape.totals() == ("113.20", "95.00", "18.20-")
    assert [row.amount for row in tape.rows()] == ["52.00", "61.20", "100.00", "5.00-"]
    told: list[str] = []
    tape.told.connect(told.append)
    assert not tape.add("twelve")
    assert told == ["Type an amount like 12.50, and - behind it to take it off."]


def test_a_stapled_tape_prints_with_its_receipt(cashier: Cashier, tape: TapeModel) -> None:
    """B11: behind the receipt, naming it; not before the receipt is durable."""
    first, second = plain_accounts()[:2]
    cashier.scan(first.key)
    cashier.scan(second.key)
    tape.pull()
    tape.choose(TapeSide.CHECK)
    tape.add("100")
    tape.staple()
    assert tape.is_stapled
    cashier.till.cash()
    number = cashier.saved()
    paper = until_printed(cashier, "Stapled to receipt")
    assert paper.index("TOTAL") < paper.index("*** TAPE ***")
    slip = paper[paper.index("*** TAPE ***"):]
    assert f"Stapled to receipt {number:>23}" in slip
    assert f"stub {first.number}" in slip
    assert "Checks short of stubs" in slip
    assert tape.rows() == ()
    assert "DUPLICATE" not in paper


def test_a_tape_that_is_not_stapled_stays_out_of_a_receipt(cashier: Cashier, tape: TapeModel) -> None:
    """B11: another receipt, or one it was taken off, prints no tape."""
    cashier.scan(plain_accounts()[0].key)
    tape.add("12")
    tape.staple()
    tape.staple()
    assert not tape.is_stapled
    cashier.till.cash()
    cashier.saved()
    cashier.until(lambda: "TOTAL" in cashier.paper())
    cashier.settle()
    assert "TAPE" not in cashier.paper()
    assert [job.what for job in cashier.ask(lambda books: books.print_jobs())] == ["receipt", "pulse"]


def test_a_stapled_tape_waits_with_parked_work(cashier: Cashier, tape: TapeModel) -> None:
    """B11: another car's receipt does not take it."""
    first, second = plain_accounts()[:2]
    cashier.scan(first.key)
    tape.add("12")
    tape.staple()
    cashier.till.park_or_recall()
    cashier.settle()
    cashier.till.next_lane()
    pay_cash(cashier, second.key)
    assert "TAPE" not in cashier.paper()
    cashier.till.go_to_lane("L1")
    cashier.settle()
    assert cashier.draft.lines[0].account == first.key
    cashier.till.cash()
    number = cashier.saved()
    assert number in until_printed(cashier, "Stapled to receipt")


def test_a_tape_alone_is_a_slip_of_its_own_and_the_second_one_a_duplicate(cashier: Cashier, tape: TapeModel) -> None:
    """B11: nothing is printed twice without the word."""
    tape.add("12.50")
    tape.print()
    paper = until_printed(cashier, "*** TAPE ***")
    assert "not a receipt" in paper
    assert "DUPLICATE" not in paper
    tape.print()
    assert "*** DUPLICATE ***" in until_printed(cashier, "*** TAPE ***", 2)
    assert cashier.receipts() == []


def test_a_tape_is_gone_with_the_person(cashier: Cashier, tape: TapeModel) -> None:
    """B11: nobody inherits somebody's amounts."""
    tape.add("12.50")
    cashier.leave()
    cashier.sign_in("tokafor", "1234")
    assert tape.rows() == ()


def test_an_empty_tape_staples_and_prints_nothing(cashier: Cashier, tape: TapeModel) -> None:
    """B11: each says what to do."""
    told: list[str] = []
    tape.told.connect(told.append)
    tape.staple()
    tape.print()
    tape.pull()
    assert told == [
        "There is no receipt in hand. Scan a stub first, or print the tape alone.", "The tape is empty.",
        "There is no account on this receipt yet.",
    ]  # fmt: skip


def test_the_batch_is_a_tape_without_sums_for_who_counts_it_blind(cashier: Cashier, batch: BatchTapeModel) -> None:
    """A9, R30: every receipt in order, found by number, account or amount."""
    accounts = plain_accounts()[:3]
    numbers = [pay_cash(cashier, account.key) for account in accounts]
    with cashier.qtbot.waitSignal(batch.changed):
        batch.load()
    assert [row.receipt for row in batch.rows()] == numbers
    assert (batch.with_sums, batch.title) == (False, "3 receipts, 0 void")
    assert {row.so_far for row in batch.rows()} == {""}
    batch.seek(accounts[1].number)
    assert [row.receipt for row in batch.rows()] == [numbers[1]]
    batch.seek(numbers[2].lower())
    assert [row.receipt for row in batch.rows()] == [numbers[2]]
    batch.print()
    paper = until_printed(cashier, "*** BATCH TAPE ***")
    slip = paper[paper.index("*** BATCH TAPE ***"):]
    assert all(number in slip for number in numbers)
    assert "sum so far" not in slip
    told: list[str] = []
    batch.told.connect(told.append)
    batch.save_pdf()
    cashier.until(lambda: any(words.startswith("Saved as") for words in told))
    assert (cashier.desk.station.folder / "papers" / f"PRACTICE_tape-{batch.batch}.pdf").read_bytes()[:5] == b"%PDF-"


def test_a_supervisor_sees_the_running_sum_of_a_batch(cashier: Cashier, batch: BatchTapeModel) -> None:
    """A9: whoever does not count it blind."""
    first, second = plain_accounts()[:2]
    numbers = [pay_cash(cashier, first.key), pay_cash(cashier, second.key)]
    mine = cashier.receipt(numbers[0]).batch
    cashier.leave()
    cashier.sign_in("kdunn", "123456")
    batch.choose(mine)
    cashier.until(lambda: batch.batch == mine)
    assert batch.with_sums
    assert [row.so_far for row in batch.rows()][-1].replace(",", "") in batch.title.replace(",", "")
    batch.print()
    assert "sum so far" in until_printed(cashier, "*** BATCH TAPE ***")
