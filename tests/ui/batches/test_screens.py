"""Each screen of the room at both sizes: nothing cut, every control named; pictures when CITYTILL_SHOTS is set."""

from collections.abc import Callable

from app.domain.tender import Tender
from tests.stories.batches.office import Office, cash_of
from tests.ui.batches.window import RoomWindow
from ui.views.batches.ask_reason import ReasonDialog
from ui.views.batches.bag_paper import BagPaperDialog
from ui.views.batches.count_sheet import CountSheetDialog
from ui.views.batches.open_batch import OpenBatchDialog
from ui.views.batches.open_voids import OpenVoidsDialog
from ui.views.batches.posting_files import PostingFilesDialog
from ui.views.batches.receipt_list import ReceiptListDialog
from ui.views.batches.receipt_paper import ReceiptPaperDialog
from ui.views.batches.turn_in import TurnInDialog
from ui.views.batches.undo_bag import UndoBagDialog
from ui.views.batches.verify_bag import VerifyBagDialog
from ui.widgets.key_cap_button import KeyCapButton

Show = Callable[..., RoomWindow]


def busy_office(office: Office, *, cents: int = 0) -> str:
    """M. Ruiz's batch with receipts of every class; counted with cash of so many cents and a check missing."""
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(6_120, Tender("cash", 7_000))
    office.take(15_045, Tender("check", 15_045, "1042"), account=1)
    office.take(2_500, Tender("card", 2_500, "A1B2", "4417"), account=2)
    office.take(4_800, Tender("money_order", 4_800, "77"), account=3)
    office.take(1_800, Tender("check", 1_800, "1187"), account=4)
    office.printed(number)
    if cents:
        office.count(number, cents, checks=(1, 15_036), cards=(1, 2_500), orders=(1, 4_800))
    return number


def test_what_a_cashier_sees_is_whole(window: Show, office: Office) -> None:
    shown = window("mruiz")
    assert shown.is_whole("mine-none") == []
    shown.press("batches_open")
    opening = shown.dialog(OpenBatchDialog)
    opening.cash.show_pieces({2000: 9}, {25: 4}, "")
    assert shown.is_whole("open-batch") == []
    opening.reject()
    busy_office(office)
    shown = window("mruiz")
    assert shown.is_whole("mine") == []
    shown.press("batches_count")
    sheet = shown.dialog(CountSheetDialog)
    sheet.cash.show_pieces(
        {10000: 2, 5000: 1, 2000: 31, 1000: 14, 500: 22, 200: 0, 100: 47}, {100: 4, 50: 0, 25: 62, 10: 38, 5: 21}, "10"
    )
    assert shown.is_whole("count-sheet") == []
    sheet.reject()
    shown.press("batches_turn_in")
    turn_in = shown.dialog(TurnInDialog)
    turn_in.given.show_pieces({2000: 2}, {}, "")
    turn_in.go_on.click()
    assert shown.is_whole("turn-in") == []
    turn_in.reject()
    office.park()
    shown = window("mruiz")
    assert "Unfinished work in Lane 2" in shown.room.mine.alert.words
    assert shown.is_whole("mine-parked") == []


def test_what_a_supervisor_sees_of_batches_is_whole(window: Show, office: Office) -> None:
    number = busy_office(office, cents=27_920)
    office.sign_in("tokafor")
    office.open_batch()
    receipt = office.take(3_300, account=5)
    office.take(7_700, Tender("card", 7_700, "K9", "1234"), account=6)
    office.void(receipt)
    shown = window("kdunn")
    assert office.room.detail.chosen == number
    assert shown.is_whole("board") == []
    shown.press("detail_back")
    assert shown.is_whole("send-back") == []
    shown.dialog(ReasonDialog).reject()
    shown.press("batches_waiting_button")
    assert shown.is_whole("open-voids") == []
    shown.dialog(OpenVoidsDialog).reject()
    shown.room.board.band.pressed.emit("received")
    shown.settle()
    assert shown.is_whole("receipt-list") == []
    shown.dialog(ReceiptListDialog).reject()
    office.room.papers.look_at(receipt)
    shown.settle()
    assert shown.is_whole("receipt-paper") == []
    shown.dialog(ReceiptPaperDialog).reject()
    office.clock.advance(seconds=24 * 3600)
    shown = window("kdunn")
    assert "Money of Sat 21 Nov is not in a bag" in shown.room.board.alert.words
    assert shown.is_whole("board-next-morning") == []


def test_the_deposit_builder_and_the_posting_files_are_whole(window: Show, office: Office) -> None:
    number = busy_office(office, cents=27_920)
    office.sign_in("kdunn")
    office.told(office.room.detail.changed, lambda: office.room.detail.choose(number))
    office.told(office.room.batch_closed, lambda: office.room.detail.accept("Miscount found"))
    shown = window("kdunn")
    assert shown.is_whole("board-balanced") == []
    shown.press("batches_deposit")
    shown.room.deposit.cash.show_pieces({5000: 1, 2000: 1}, {}, "")
    model = office.room.deposit
    keyed, _order, missing = model.papers()
    model.take_out(missing.key)
    assert shown.is_whole("deposit") == []
    shown.room.deposit.amount_asked.emit(keyed)
    assert shown.is_whole("bag-paper") == []
    shown.dialog(BagPaperDialog).reject()
    model.write_amount(keyed.key, 15_036)
    office.room.papers.made.disconnect()  # no file dialog
    office.told(model.prepared, lambda: model.prepare("70412", cash_of(7_920)))
    shown.settle()
    shown.press("deposit_verify")
    assert shown.is_whole("verify") == []
    shown.dialog(VerifyBagDialog).reject()
    assert shown.is_whole("deposit-done") == []
    shown.press("deposit_undo")
    assert shown.is_whole("undo-bag") == []
    undo = shown.dialog(UndoBagDialog)
    undo.take.click()
    assert undo.fault.sentence == "Read the number on the bag."
    undo.reject()
    why = "The bag does not hold what its slip says"
    office.told(model.undone, lambda: model.undo("XDT1A-D0001", bag="70412", reason=why, who="swhite", pin="123456"))
    shown.settle()
    assert shown.is_whole("deposit-taken-apart") == []
    assert not shown.part(KeyCapButton, "deposit_undo").isEnabled()
    assert shown.part(KeyCapButton, "deposit_verify").toolTip() == "K. Dunn took it apart."
    model.take_out(missing.key)
    model.write_amount(keyed.key, 15_036)
    office.told(model.prepared, lambda: model.prepare("70413", cash_of(7_920)))
    shown.settle()
    shown.press("deposit_back")
    shown.press("batches_posting")
    assert shown.is_whole("posting") == []
    shown.dialog(PostingFilesDialog).reject()
