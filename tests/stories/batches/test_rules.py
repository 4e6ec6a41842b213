"""What the room refuses, says and keeps: blind, locked, by another person, gross (R5, R25, R30-R36)."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.batch_state import BatchState
from app.domain.tender import Tender, TenderKind
from app.ports.count_sheets import KeptSheet
from app.usecases.reject_count import RejectRequest
from app.usecases.reprint_receipt import ReprintRequest
from app.usecases.submit_count import CountRequest
from db.count_sheets import StationCountSheets
from db.errors import DiskFullError
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.printer_works import PrinterFault
from tests.stories.batches.office import Office, cash_of, typed
from ui.compose.papers import StationPapers
from ui.viewmodels.batches.count_sheet import CountSheetModel, CountTyped
from ui.viewmodels.batches.detail_face import Detail
from ui.viewmodels.files import FileNotWrittenError


def counted(office: Office, cash: int = 26_120, *, check: int = 0) -> str:
    """M. Ruiz's batch of one cash receipt of 61.20, and a check when asked for; counted."""
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(6_120, Tender("cash", 7_000))
    if check:
        office.take(check, Tender("check", check, "1042"), account=1)
    office.printed(number)
    office.count(number, cash, checks=(0, 0))
    return number


def look(office: Office, batch: str) -> Detail:
    office.told(office.room.detail.changed, lambda: office.room.detail.choose(batch))
    shown = office.room.detail.shown
    assert shown is not None
    assert shown.batch == batch
    return shown


def test_starting_cash_that_is_not_what_was_issued_needs_a_reason(office: Office) -> None:
    office.sign_in("mruiz")
    model = office.room.opening
    shown = office.told(model.ready, model.begin)
    assert (shown.issued_words, shown.day, shown.place) == ("200.00", "Sat 21 Nov", "Drive-thru DT1")
    assert model.needs_reason(cash_of(19_900))
    assert not model.needs_reason(cash_of(20_000))
    assert "needs a reason" in office.told(model.refused, lambda: model.open(cash_of(19_900)))
    opened = office.told(model.opened, lambda: model.open(cash_of(19_900), "Miscount found"))
    assert office.batch(opened.batch).starting_cash.total.cents == 19_900
    assert office.session.sitting is not None
    assert office.session.sitting.batch is not None
    assert "already has batch" in office.told(model.refused, lambda: model.open(cash_of(20_000)))


def test_a_cashier_is_shown_no_sum_before_the_batch_is_balanced(office: Office) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(6_120, Tender("cash", 7_000))
    office.take(10_000, account=1)
    office.printed(number)
    mine = office.room.mine
    office.told(mine.changed, mine.load)
    sheet = office.told(office.room.count.ready, lambda: office.room.count.begin(number))
    for seen in (repr(mine.shown), repr(sheet)):
        assert "161.20" not in seen
        assert "361.20" not in seen
    assert mine.shown is not None
    assert [receipt.amount for receipt in mine.shown.receipts] == ["100.00", "61.20"]


def test_a_submitted_count_is_locked(office: Office) -> None:
    number = counted(office)
    assert office.room.mine.shown is not None
    assert office.room.mine.shown.badge.words == "Counted, locked"
    assert not office.room.mine.shown.can_count
    assert office.room.mine.shown.can_open  # the afternoon is another batch
    again = CountRequest("mruiz", number, cash_of(1), ())
    with pytest.raises(Exception, match="is counted and locked"):
        office.desk.do(lambda deeds: deeds.submit_count(again)).result(timeout=10)
    assert "is counted and locked" in office.told(office.room.count.blocked, lambda: office.room.count.begin(number))


def test_parked_work_stands_in_the_way_with_its_lane_and_the_next_step(office: Office) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    office.park("L2")
    office.told(office.room.mine.changed, office.room.mine.load)
    assert office.room.mine.shown is not None
    assert office.room.mine.shown.obstacle == "Unfinished work in Lane 2. Finish or drop it, then count."
    assert not office.room.mine.shown.can_count
    assert "Lane 2" in office.told(office.room.count.blocked, lambda: office.room.count.begin(number))


def test_a_sheet_saved_for_later_comes_back_as_it_was_typed(office: Office) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    model = office.room.count
    office.told(model.ready, lambda: model.begin(number))
    sheet = typed(12_345, checks=(2, 500))
    model.keep(sheet)
    assert model.has_kept(number)
    shown = office.told(model.ready, lambda: model.begin(number))
    assert (shown.typed, shown.was_kept) == (sheet, True)
    assert model.face(sheet).cash == "123.45"
    office.told(model.submitted, lambda: model.submit(sheet))
    assert not model.has_kept(number)


def test_a_sheet_outlives_the_program_until_it_is_submitted(office: Office, qtbot: QtBot) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    model = office.room.count
    office.told(model.ready, lambda: model.begin(number))
    sheet = typed(12_345, checks=(2, 500))
    model.keep(sheet)
    office.settle()
    later = CountSheetModel(office.counter, office.session)  # the program was killed and started again
    qtbot.waitUntil(lambda: later.has_kept(number))
    shown = office.told(later.ready, lambda: later.begin(number))
    assert (shown.typed, shown.was_kept) == (sheet, True)
    office.told(later.submitted, lambda: later.submit(sheet))
    office.settle()
    assert office.desk.do(lambda deeds: deeds.count_sheets.kept()).result() == {}


def test_a_sheet_of_an_earlier_count_or_another_version_is_not_gone_on_with(office: Office) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    model = office.room.count
    for kept in (KeptSheet(2, "{}"), KeptSheet(1, '{"bills": [1]}')):
        office.desk.do(lambda deeds, kept=kept: deeds.count_sheets.keep(number, kept)).result()  # type: ignore[misc]
        shown = office.told(model.ready, lambda: model.begin(number))
        assert (shown.typed, shown.was_kept) == (CountTyped(), False)


def test_a_full_disk_is_told_while_a_sheet_is_typed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    model = office.room.count
    office.told(model.ready, lambda: model.begin(number))

    def full(_sheets: StationCountSheets, _batch: str, _sheet: KeptSheet) -> None:
        raise DiskFullError(office.desk.station.folder)

    monkeypatch.setattr(StationCountSheets, "keep", full)
    assert "The disk is full" in office.told(model.refused, lambda: model.keep(typed(5)))


def test_a_class_left_out_or_odd_papers_are_said_before_anything_is_stored(office: Office) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    model = office.room.count
    office.told(model.ready, lambda: model.begin(number))
    sheet = typed(20_000)
    assert "Checks are not counted yet" in office.told(
        model.refused, lambda: model.submit(type(sheet)(bills=sheet.bills, coins=sheet.coins))
    )
    assert "cannot both be right" in office.told(model.refused, lambda: model.submit(typed(20_000, checks=(2, 0))))
    bad_rolls = type(sheet)(sheet.bills, sheet.coins, "-5", sheet.items, sheet.amounts)
    assert "is not an amount" in office.told(model.refused, lambda: model.submit(bad_rolls))
    assert model.face(bad_rolls).cash == "200.00"
    assert office.batch(number).state is BatchState.OPEN


def test_receipts_without_paper_are_listed_and_initialled(office: Office, bench: PracticeBench) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    bench.switch(PrinterFault.PAPER_OUT, True)
    receipt = office.take(6_120)
    model = office.room.count
    office.until(lambda: any(
        job.state == "failed" for job in office.ask(lambda books: books.print_jobs(receipt=receipt))
    ))  # fmt: skip
    shown = office.told(model.ready, lambda: model.begin(number))
    assert shown.unprinted == (receipt,)
    assert f"No paper is known for {receipt}" in office.told(model.refused, lambda: model.submit(typed(26_120)))
    office.told(model.submitted, lambda: model.submit(typed(26_120, initial=True)))
    assert office.batch(number).counts[-1].unprinted == (receipt,)


def test_the_taker_cannot_approve_and_is_told_who_can(office: Office) -> None:
    office.sign_in("kdunn")
    number = office.open_batch()
    office.take(6_120)
    office.printed(number)
    office.count(number, 26_120)
    shown = look(office, number)
    assert shown.is_blind
    assert shown.rows == ()
    assert not shown.can_accept
    assert shown.who_else == "You took or counted this money, so somebody else accepts it: S. Whitekiller."
    told = office.told(office.room.detail.refused, office.room.detail.accept)
    assert "somebody else must approve" in told
    office.sign_in("swhite")
    assert look(office, number).can_accept


def test_a_supervisors_own_blind_batch_is_in_no_figure_of_the_board(office: Office) -> None:
    counted(office)
    office.sign_in("kdunn")
    number = office.open_batch()
    office.take(10_000, account=1)
    office.told(office.room.board.changed, office.room.board.load)
    figures = {figure.key: figure for figure in office.room.board.figures()}
    assert (figures["received"].amount, figures["received"].second) == ("61.20", "without your own batch")
    row = next(row for row in office.room.board.rows() if row.batch == number)
    assert (row.cash, row.papers, row.cards) == ("", "", "")


def test_two_classes_swapped_are_called_out_and_over_and_short_are_booked_gross(office: Office) -> None:
    number = counted(office, 26_120 + 1_800, check=1_800)
    office.sign_in("kdunn")
    shown = look(office, number)
    assert shown.swap == "Cash over, checks short by 18.00: a swap."
    assert shown.suspects[0].words == "Tender swap"
    assert shown.total is not None
    assert shown.total.difference == "+18.00 −18.00"
    assert shown.needs_reason
    assert "needs a reason" in office.told(office.room.detail.refused, office.room.detail.accept)
    office.told(office.room.batch_closed, lambda: office.room.detail.accept("Unknown"))
    booked = {result.tender: (result.over, result.short) for result in office.batch(number).expected}
    assert (booked["cash"], booked["check"]) == ((1_800, 0), (0, 1_800))
    office.told(office.room.board.changed, office.room.board.load)
    figures = {figure.key: figure for figure in office.room.board.figures()}
    assert (figures["over"].amount, figures["short"].amount) == ("18.00", "−18.00")


def test_a_count_that_changed_meanwhile_is_not_accepted_and_is_read_again(office: Office) -> None:
    number = counted(office, 26_000)
    office.sign_in("kdunn")
    assert look(office, number).rows[0].difference == "−1.20"
    rejected = RejectRequest("swhite", number, office.batch(number).last_ref, "Recount cash")
    office.desk.do(lambda deeds: deeds.reject_count(rejected)).result(timeout=10)
    recount = CountRequest("mruiz", number, cash_of(26_120), office.batch(number).counts[-1].tenders)
    office.desk.do(lambda deeds: deeds.submit_count(recount)).result(timeout=10)
    told = office.told(office.room.detail.refused, lambda: office.room.detail.accept("Unknown"))
    assert "changed after you opened it" in told
    shown = office.room.detail.shown
    assert shown is not None
    assert shown.rows[0].difference == "0.00"
    office.told(office.room.batch_closed, office.room.detail.accept)


def test_an_open_void_blocks_the_count_until_another_person_answered(office: Office) -> None:
    office.sign_in("tokafor")
    number = office.open_batch()
    receipt = office.take(6_120)
    office.printed(number)
    office.void(receipt)
    office.told(office.room.mine.changed, office.room.mine.load)
    assert office.room.mine.shown is not None
    assert "1 approval is still open. Ask a supervisor to answer first." in office.room.mine.shown.obstacle
    assert office.room.mine.shown.receipts[0].mark.words == "Void, to approve"
    office.sign_in("kdunn")
    assert office.room.board.open_approvals() == (number,)
    voids = office.room.voids
    office.told(voids.changed, voids.load)
    assert [(void.receipt, void.amount, void.is_own) for void in voids.shown()] == [(receipt, "61.20", False)]
    assert "needs a reason" in office.told(voids.refused, lambda: voids.answer(receipt, is_approved=False))
    office.told(voids.moved, lambda: voids.answer(receipt, is_approved=True))
    assert voids.shown() == []
    office.sign_in("tokafor")
    office.count(number, 20_000)


def test_a_reopened_batch_goes_back_to_its_cashier_with_the_reason(office: Office) -> None:
    number = counted(office)
    office.sign_in("kdunn")
    look(office, number)
    office.told(office.room.batch_closed, office.room.detail.accept)
    assert look(office, number).can_reopen
    office.told(office.room.detail.moved, lambda: office.room.detail.reopen("Item found after balancing"))
    assert office.batch(number).state is BatchState.OPEN
    office.sign_in("mruiz")
    assert office.room.mine.shown is not None
    assert office.room.mine.shown.back == "K. Dunn reopened the batch: Item found after balancing."
    assert office.room.mine.shown.can_count


def test_the_close_report_of_a_balanced_batch_is_the_same_to_the_byte_whenever_it_is_made(office: Office) -> None:
    number = counted(office)
    office.sign_in("kdunn")
    look(office, number)
    office.told(office.room.batch_closed, office.room.detail.accept)
    papers = office.room.papers
    first = office.told(papers.made, lambda: papers.make_close_report(number))
    assert first.file_name == f"PRACTICE_close-report-{number}-1.pdf"
    assert first.data.startswith(b"%PDF")
    receipt = office.ask(lambda books: books.receipts(batch=number))[0].receipt
    again = ReprintRequest("mruiz", receipt)
    office.desk.do(lambda deeds: deeds.reprint_receipt(again)).result(timeout=10)
    office.told(office.room.deposit.changed, office.room.deposit.load)
    office.told(office.room.deposit.prepared, lambda: office.room.deposit.prepare("7", cash_of(6_120)))
    assert office.batch(number).last_ref != office.batch(number).balanced_ref
    assert office.told(papers.made, lambda: papers.make_close_report(number)).data == first.data


def test_a_batch_nobody_counted_has_no_close_report(office: Office) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    papers = office.room.papers
    assert "is not counted" in office.told(papers.refused, lambda: papers.make_close_report(number))


def test_a_turn_in_needs_the_receivers_pin_and_two_counts_that_agree(office: Office) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(6_120)
    model = office.room.turn_in
    people = office.told(model.people, model.begin)
    assert "mruiz" not in [user.user for user in people]

    def refusal(received: int, pin: str) -> str:
        return str(office.told(model.refused, lambda: model.hand_over(
            number, given=cash_of(5_000), received=cash_of(received), received_by="kdunn", pin=pin
        )))  # fmt: skip

    assert "PIN" in refusal(5_000, "000000")
    assert "The giver counted 50.00, the receiver 49.00" in refusal(4_900, "123456")
    office.told(model.turned_in, lambda: model.hand_over(
        number, given=cash_of(5_000), received=cash_of(5_000), received_by="kdunn", pin="123456"
    ))  # fmt: skip
    assert office.batch(number).turned_in == 5_000


def test_a_place_that_takes_no_file_says_so_and_the_posting_file_can_be_written_again(
    office: Office, tmp_path: Path
) -> None:
    number = counted(office)
    office.sign_in("kdunn")
    look(office, number)
    office.told(office.room.batch_closed, office.room.detail.accept)
    nowhere = tmp_path / "gone"
    posting = office.room.posting
    told = office.told(posting.refused, lambda: posting.export(nowhere))
    assert "cannot be written" in told
    assert "Posting file 1 is made; write it again from the list." in told
    office.told(posting.written, lambda: posting.again(1, tmp_path))
    assert (tmp_path / posting.files()[0].file_name).exists()
    assert not list(tmp_path.glob(".*.part"))
    with pytest.raises(FileNotWrittenError, match="Choose another place"):
        StationPapers().keep(nowhere / "a.pdf", b"x")


def test_every_figure_opens_its_receipts(office: Office) -> None:
    number = counted(office)
    office.sign_in("kdunn")
    model = office.room.receipts
    figure = next(one for one in office.room.board.figures() if one.key == "outside")
    assert figure.batches == (number,)
    office.told(model.listed, lambda: model.load(figure.label, figure.batches))


def test_a_paper_that_is_not_what_was_keyed_goes_on_the_slip_as_it_is(office: Office) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(15_045, Tender("check", 15_045, "1042"))
    office.take(1_800, Tender("check", 1_800, "1187"), account=1)
    office.printed(number)
    office.count(number, 20_000, checks=(2, 15_405 + 500))  # 154.05 on the paper; 1187 is missing, another lies there
    office.sign_in("kdunn")
    look(office, number)
    office.told(office.room.batch_closed, lambda: office.room.detail.accept("Unreceipted item found"))
    model = office.room.deposit
    office.told(model.changed, model.load)
    assert "checks on the slip are 168.45, but 159.05" in office.told(
        model.refused, lambda: model.prepare("9", cash_of(0))
    )
    keyed, missing = model.papers()
    model.write_amount(keyed.key, 15_405)
    model.take_out(missing.key)
    model.add_paper(TenderKind.CHECK, number="55", payer="NOBODY", cents=500)
    assert model.face(cash_of(0)).lines[1].is_even
    office.told(model.prepared, lambda: model.prepare("9", cash_of(0)))
    bag = office.ask(lambda books: books.deposits())[0]
    assert [(check.number, check.cents) for check in bag.checks] == [("1042", 15_405), ("55", 500)]
