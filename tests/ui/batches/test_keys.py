"""The room by keyboard alone: open, count blind, send back, approve, bag, post."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.batch_state import BatchState
from app.domain.tender import Tender
from tests.stories.batches.office import Office
from tests.ui.batches.window import RoomWindow
from ui.views.batches.ask_reason import ReasonDialog
from ui.views.batches.count_sheet import CountSheetDialog
from ui.views.batches.open_batch import OpenBatchDialog
from ui.views.batches.places import Places
from ui.views.batches.posting_files import PostingFilesDialog
from ui.views.batches.receipt_paper import ReceiptPaperDialog
from ui.views.batches.undo_bag import UndoBagDialog
from ui.views.batches.verify_bag import VerifyBagDialog

Show = Callable[..., RoomWindow]
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def words_of(part: QWidget) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def count_by_keys(shown: RoomWindow, rows: list[str], papers: list[str]) -> None:
    """Thirteen rows of pieces, the rolls, then items and total of checks, cards, money orders; Enter goes on."""
    for text in (*rows, "", *papers):
        shown.write(text)
        shown.key(Qt.Key.Key_Return)


def test_a_batch_is_opened_by_keyboard_alone(window: Show, office: Office) -> None:
    shown = window("mruiz")
    shown.key(Qt.Key.Key_O)
    shown.settle()
    dialog = shown.dialog(OpenBatchDialog)
    shown.key(Qt.Key.Key_F10)
    assert "Count the starting cash first" in dialog.fault.sentence
    shown.write("1")  # one hundred
    for _row in range(3):
        shown.key(Qt.Key.Key_Tab)
    shown.write("9")  # nine tens: 190.00
    assert dialog.total.text() == "190.00"
    assert dialog.reason.isVisible()
    shown.key(Qt.Key.Key_F10)
    shown.settle()
    assert "needs a reason" in dialog.fault.sentence
    dialog.reason.setCurrentText("Starting cash error")
    shown.key(Qt.Key.Key_F10)
    office.until(lambda: not shown.is_open(OpenBatchDialog))
    shown.settle()
    assert shown.text("batches_number") == "XDT1A-0001"


def test_the_count_sheet_is_filled_and_submitted_by_keyboard_alone_and_stays_blind(
    window: Show, office: Office
) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(6_120, Tender("cash", 7_000))
    office.take(15_045, Tender("check", 15_045, "1042"), account=1)
    office.printed(number)
    shown = window("mruiz")
    assert "261.20" not in words_of(shown.room)
    shown.key(Qt.Key.Key_C)
    shown.settle()
    sheet = shown.dialog(CountSheetDialog)
    rows = ["2", "1", "", "1", "", "0", "1", "0", "0", "0", "2", "0", "0"]  # 261.20
    count_by_keys(shown, rows, ["1", "150.45", "0", "0", "0", "0"])
    assert sheet.total.text() == "261.20"
    assert sheet.left.text() == "so far; twenties, fives left"
    for secret in ("61.20", "411.65"):
        assert secret not in words_of(sheet).replace("261.20", "")
    shown.key(Qt.Key.Key_F10)
    assert "Not counted: twenties, fives. Press F10 again" in sheet.fault.sentence
    shown.key(Qt.Key.Key_F10)
    office.until(lambda: not shown.is_open(CountSheetDialog))
    shown.settle()
    assert office.batch(number).state is BatchState.COUNTED
    assert office.batch(number).counts[0].cash.total.cents == 26_120
    assert not shown.room.mine.count.isVisible()
    assert shown.room.mine.another.isVisible()


def test_esc_saves_the_sheet_for_later(window: Show, office: Office) -> None:
    office.sign_in("mruiz")
    office.open_batch()
    shown = window("mruiz")
    shown.key(Qt.Key.Key_C)
    shown.settle()
    shown.write("7")
    shown.key(Qt.Key.Key_Escape)
    shown.settle()
    assert shown.room.mine.count.text() == "Go on counting"
    shown.key(Qt.Key.Key_C)
    shown.settle()
    sheet = shown.dialog(CountSheetDialog)
    assert sheet.cash.bills.pieces() == {10_000: 7}
    assert "Here is what you had typed." in sheet.hint.text()


def test_what_is_typed_on_the_sheet_is_on_the_disk_after_a_pause(
    window: Show, office: Office, qtbot: QtBot
) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    shown = window("mruiz")
    shown.key(Qt.Key.Key_C)
    shown.settle()
    shown.write("7")
    qtbot.waitUntil(lambda: office.room.count.has_kept(number))
    kept = office.desk.do(lambda deeds: deeds.count_sheets.kept()).result()[number]
    assert '"10000":7' in kept.text
    assert shown.is_open(CountSheetDialog)


def test_a_lock_puts_the_sheet_away_and_keeps_what_was_typed(window: Show, office: Office) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    shown = window("mruiz")
    shown.key(Qt.Key.Key_C)
    shown.settle()
    shown.write("7")
    office.signing.leave()
    assert not shown.is_open(CountSheetDialog)
    assert office.room.count.has_kept(number)


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where every file of the test goes."""

    def ask_file(_parent: QWidget, *, title: str, file_name: str, chosen: Callable[[Path], None]) -> None:
        chosen(tmp_path / file_name)

    def ask_folder(_parent: QWidget, *, title: str, chosen: Callable[[Path], None]) -> None:
        chosen(tmp_path)

    monkeypatch.setattr(Places, "ask_file", ask_file)
    monkeypatch.setattr(Places, "ask_folder", ask_folder)
    return tmp_path


def test_a_supervisor_closes_the_day_by_keyboard_alone(window: Show, office: Office, places: Path) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    receipt = office.take(6_120, Tender("cash", 7_000))
    office.printed(number)
    office.count(number, 20_000)  # short by the whole receipt
    shown = window("kdunn")
    assert shown.text("detail_number") == number

    shown.key(Qt.Key.Key_Return)  # the first suspect's receipt
    shown.settle()
    paper = shown.dialog(ReceiptPaperDialog)
    assert receipt in paper.paper.text()
    shown.key(Qt.Key.Key_Escape)

    shown.room.board.take_focus()
    shown.key(Qt.Key.Key_R)
    reason = shown.dialog(ReasonDialog)
    shown.key(Qt.Key.Key_1)
    assert [choice.isChecked() for choice in reason.findChildren(QRadioButton)] == [True, False, False, False]
    shown.key(Qt.Key.Key_Return)
    shown.settle()
    assert office.batch(number).back_reason == "Recount cash"

    office.sign_in("mruiz")
    office.count(number, 26_100)  # twenty cents short
    shown = window("kdunn")
    shown.key(Qt.Key.Key_A)
    assert "booked gross" in shown.dialog(ReasonDialog).second.text()
    shown.key(Qt.Key.Key_2)
    shown.key(Qt.Key.Key_Return)
    shown.settle()
    shown.settle()
    assert office.batch(number).balance_reason == "Change error"

    shown.room.board.take_focus()
    shown.key(Qt.Key.Key_P, CTRL)
    shown.settle()
    assert (places / f"PRACTICE_close-report-{number}-2.pdf").read_bytes().startswith(b"%PDF")

    shown.key(Qt.Key.Key_D)
    shown.settle()
    deposit = shown.room.deposit
    deposit.cash.first_field().setFocus()
    for text in ("", "1", "", "1", "", "", "1"):  # 61.00
        shown.write(text)
        shown.key(Qt.Key.Key_Tab)
    shown.key(Qt.Key.Key_B, ALT)
    shown.write("70412")
    shown.key(Qt.Key.Key_F10)
    shown.settle()
    shown.settle()
    assert office.batch(number).deposit == "XDT1A-D0001"
    assert (places / "PRACTICE_deposit-slip-XDT1A-D0001.pdf").exists()

    shown.key(Qt.Key.Key_T, ALT)
    shown.dialog(UndoBagDialog)
    shown.write("70412")
    shown.key(Qt.Key.Key_Tab)
    shown.key(Qt.Key.Key_3)  # wrong bag number
    for _step in range(3):
        shown.key(Qt.Key.Key_Tab)
    shown.write("123456")
    shown.key(Qt.Key.Key_F10)
    office.until(lambda: not shown.is_open(UndoBagDialog))
    shown.settle()
    assert office.ask(lambda books: books.deposits())[0].undone_reason == "Wrong bag number"
    assert office.batch(number).deposit == ""

    shown.room.deposit.take_focus()
    shown.key(Qt.Key.Key_C, ALT)
    for text in ("", "1", "", "1", "", "", "1"):  # 61.00
        shown.write(text)
        shown.key(Qt.Key.Key_Tab)
    shown.key(Qt.Key.Key_B, ALT)
    shown.write("70413")
    shown.key(Qt.Key.Key_F10)
    shown.settle()
    shown.settle()
    assert office.batch(number).deposit == "XDT1A-D0002"

    shown.key(Qt.Key.Key_V, ALT)
    shown.dialog(VerifyBagDialog)
    shown.write("70413")
    shown.key(Qt.Key.Key_Tab)
    shown.key(Qt.Key.Key_Tab)
    shown.write("123456")
    shown.key(Qt.Key.Key_F10)
    office.until(lambda: not shown.is_open(VerifyBagDialog))
    assert office.ask(lambda books: books.deposits())[0].verified_by == "swhite"

    shown.room.deposit.take_focus()
    shown.key(Qt.Key.Key_Escape)
    shown.settle()
    shown.key(Qt.Key.Key_E)
    shown.settle()
    files = shown.dialog(PostingFilesDialog)
    shown.key(Qt.Key.Key_F10)
    office.until(lambda: "Written" in files.hint.text())
    shown.settle()
    made = office.room.posting.files()[0]
    first = (places / made.file_name).read_bytes()
    (places / made.file_name).unlink()
    files.table.selectRow(0)
    shown.key(Qt.Key.Key_R, CTRL)
    office.until((places / made.file_name).exists)
    shown.settle()
    assert (places / made.file_name).read_bytes() == first


def test_an_amount_field_of_the_sheet_says_what_is_wrong_and_keeps_what_was_typed(
    window: Show, office: Office
) -> None:
    office.sign_in("mruiz")
    office.open_batch()
    shown = window("mruiz")
    shown.key(Qt.Key.Key_C)
    shown.settle()
    sheet = shown.dialog(CountSheetDialog)
    field = sheet.papers.amounts["check"]
    field.setFocus()
    shown.write("12.345")
    shown.key(Qt.Key.Key_Return)
    assert "is not an amount" in field.fault
    assert (field.text(), field.hasFocus()) == ("12.345", True)
    assert isinstance(sheet.findChild(QLineEdit, "count_papers_check_items"), QLineEdit)
