"""A drawer's life by keys alone: hand-over, surprise count, reassigning, reopening, paper receipts (R3, R8, R15)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.batch_state import BatchState
from app.domain.tender import Tender, TenderKind
from tests.stories.batches.office import Office
from tests.ui.batches.test_keys import words_of
from tests.ui.batches.window import RoomWindow
from ui.views.batches.ask_reason import ReasonDialog
from ui.views.batches.count_sheet import CountSheetDialog
from ui.views.batches.hand_over import HandOverDialog
from ui.views.batches.paper_entry import PaperEntryDialog
from ui.views.batches.paper_ranges import PaperRangesDialog
from ui.views.batches.surprise import SurpriseDialog

Shown = Callable[..., RoomWindow]
TWO_HUNDRED_FIFTY = ["2", "1"]
"""Two hundreds and a fifty: the first two rows of bills."""


def count_down(shown: RoomWindow, rows: list[str]) -> None:
    """Into the grid, Enter after each row."""
    for digits in rows:
        if digits:
            shown.write(digits)
        shown.key(Qt.Key.Key_Return)


def both_count(shown: RoomWindow, first: list[str], second: list[str], pin: str) -> HandOverDialog:
    """The giver, F10's twin, the receiver with the PIN, and again; the dialog."""
    dialog = shown.dialog(HandOverDialog)
    count_down(shown, first)
    shown.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    count_down(shown, second)
    dialog.person.people.setCurrentIndex(dialog.person.people.findData("tokafor"))
    dialog.person.pin.setFocus()
    shown.write(pin)
    shown.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown.settle()
    return dialog


def test_r3_a_cashier_hands_the_drawer_over_by_keys(office: Office, window: Shown) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(5_000, Tender("cash", 5_000))
    shown = window("mruiz")
    assert ("H", "Hand over") in shown.room.live_keys()
    shown.key(Qt.Key.Key_H)
    dialog = both_count(shown, TWO_HUNDRED_FIFTY, ["2"], "1234")
    assert "The giver counted 250.00, the receiver 200.00" in dialog.fault.sentence
    assert shown.is_whole("hand-over-disagrees") == []
    dialog.received.cash.first_field().setFocus()
    count_down(shown, ["", "1"])
    dialog.person.pin.setFocus()
    shown.write("1234")
    shown.key(Qt.Key.Key_F10)
    shown.settle()
    assert not shown.is_open(HandOverDialog)
    assert office.batch(number).cashier == "tokafor"
    office.until(lambda: office.session.sitting is not None and office.session.sitting.batch is None)
    shown = window("tokafor")
    assert "From" in words_of(shown.room)
    assert shown.text("batches_number") == number
    assert shown.is_whole("handed-over") == []


def test_r8_a_supervisor_counts_by_surprise_and_only_a_supervisor_reads_it(office: Office, window: Shown) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(5_000, Tender("cash", 5_000))
    office.take(4_000, Tender("check", 4_000, "1042"), account=1)
    shown = window("kdunn")
    assert ("S", "Surprise count") in shown.room.live_keys()
    shown.key(Qt.Key.Key_S)
    dialog = shown.dialog(SurpriseDialog)
    shown.key(Qt.Key.Key_F10)
    assert "Count the cash first" in dialog.fault.sentence
    count_down(shown, ["2"])
    for kind, cents in ((TenderKind.CHECK, "40.00"), (TenderKind.MONEY_ORDER, "0")):
        dialog.items[kind].setFocus()
        shown.write("1" if kind is TenderKind.CHECK else "0")
        shown.key(Qt.Key.Key_Return)
        shown.write(cents)
        shown.key(Qt.Key.Key_Return)
    assert shown.is_whole("surprise-sheet") == []
    shown.key(Qt.Key.Key_F10)
    shown.settle()
    assert {"250.00", "200.00", "40.00"} <= set(words_of(dialog).split())
    assert shown.is_whole("surprise-found") == []
    shown.key(Qt.Key.Key_Escape)
    shown.settle()
    assert "cash short 50.00" in words_of(shown.room)
    assert shown.is_whole("surprise-in-the-facts") == []
    shown = window("mruiz")
    assert "50.00" not in words_of(shown.room.mine._side)
    assert "urprise" not in words_of(shown.room.mine)
    assert office.batch(number).state is BatchState.OPEN


def test_a6_a_supervisor_reassigns_the_drawer_of_somebody_who_left(office: Office, window: Shown) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    office.park()
    shown = window("kdunn")
    shown.key(Qt.Key.Key_G)
    shown.dialog(ReasonDialog)
    shown.key(Qt.Key.Key_1)
    shown.key(Qt.Key.Key_Return)
    dialog = shown.dialog(HandOverDialog)
    dialog.given.cash.first_field().setFocus()
    both_count(shown, ["2"], ["2"], "1234")
    assert office.batch(number).cashier == "tokafor"
    assert "counted out by K. Dunn" in words_of(shown.room)
    assert shown.is_whole("reassigned") == []


def test_r27_a_balanced_batch_is_reopened_counted_and_balanced_again(office: Office, window: Shown) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(5_000, Tender("cash", 5_000))
    office.printed(number)
    office.count(number, 25_000)
    shown = window("kdunn")
    shown.key(Qt.Key.Key_A)
    shown.settle()
    assert office.batch(number).state is BatchState.BALANCED
    shown.key(Qt.Key.Key_R)
    shown.dialog(ReasonDialog)
    shown.key(Qt.Key.Key_2)
    shown.key(Qt.Key.Key_Return)
    shown.settle()
    assert office.batch(number).state is BatchState.OPEN
    shown = window("mruiz")
    assert "Wrong tender on a receipt" in words_of(shown.room)
    office.take(700, account=1)
    office.printed(number)
    assert office.count(number, 25_700) == 2
    shown = window("swhite")
    shown.key(Qt.Key.Key_A)
    shown.settle()
    assert office.batch(number).state is BatchState.BALANCED
    assert office.batch(number).taken == 5_700


def give_out(shown: RoomWindow) -> None:
    """A0451 to A0453 to M. Ruiz, by keys."""
    shown.key(Qt.Key.Key_P)
    dialog = shown.dialog(PaperRangesDialog)
    shown.settle()
    dialog.who.setCurrentIndex(dialog.who.findData("mruiz"))
    dialog.first.setFocus()
    for text in ("A0451", "A0453"):
        shown.write(text)
        shown.key(Qt.Key.Key_Return)
    shown.key(Qt.Key.Key_F10)
    shown.settle()
    assert shown.is_whole("paper-ranges") == []


def test_r15_paper_receipts_are_given_out_entered_and_listed_at_the_count(office: Office, window: Shown) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    shown = window("kdunn")
    give_out(shown)
    assert "A0451 to A0453" in "".join(row.numbers for row in office.room.paper_ranges.rows)
    shown.key(Qt.Key.Key_Escape)
    shown = window("mruiz")
    assert ("N", "Enter paper receipts") in shown.room.live_keys()
    shown.key(Qt.Key.Key_N)
    shown.settle()
    dialog = shown.dialog(PaperEntryDialog)
    assert dialog.paper.text() == "A0451"
    shown.key(Qt.Key.Key_Return)
    shown.key(Qt.Key.Key_Return)
    shown.write(office.accounts[0].number)
    shown.key(Qt.Key.Key_Return)
    shown.write("12.50")
    assert shown.is_whole("paper-entry") == []
    shown.key(Qt.Key.Key_F10)
    shown.settle()
    assert "Paper A0451 is XDT1A-000001, 12.50." in dialog.stored.text()
    assert dialog.paper.text() == "A0452"
    dialog.paper.setText("A0451")
    dialog.account.setText(office.accounts[0].number)
    dialog.amount.setText("12.50")
    shown.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown.settle()
    assert "A0451 was entered already" in dialog.fault.sentence
    assert shown.is_whole("paper-entry-twice") == []
    dialog.paper.setText("A0452")
    shown.key(Qt.Key.Key_F10)
    shown.settle()
    assert "Press Enter again" in dialog.fault.sentence
    shown.key(Qt.Key.Key_F10)
    shown.settle()
    assert "Paper A0452 is XDT1A-000002" in dialog.stored.text()
    shown.key(Qt.Key.Key_Escape)
    shown.key(Qt.Key.Key_C)
    shown.settle()
    sheet = shown.dialog(CountSheetDialog)
    assert "Paper receipts never entered: A0453" in words_of(sheet)
    assert sheet.initials.isVisible()
    assert shown.is_whole("count-with-missing-paper") == []
    shown.key(Qt.Key.Key_Escape)
    assert office.batch(number).taken == 2_500


def test_every_field_of_a_range_has_a_name(office: Office, window: Shown) -> None:
    office.sign_in("mruiz")
    office.open_batch()
    shown = window("kdunn")
    give_out(shown)
    for field in shown.dialog(PaperRangesDialog).findChildren(QLineEdit):
        assert field.accessibleName()
