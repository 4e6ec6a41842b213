"""Each screen of the room at both sizes: nothing cut, every control named; pictures when CITYTILL_SHOTS is set."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from app.domain.tender import Tender
from tests.stories.batches.office import Office, cash_of
from tests.ui.batches.window import RoomWindow
from ui.views.batches.count_sheet import CountSheetDialog
from ui.widgets.text import Text

Show = Callable[..., RoomWindow]
SIZES = ((1366, 768), (1920, 1080))


def whole(part: QWidget) -> list[str]:
    """What is wrong with a screen: texts cut, controls without a name."""
    faults = []
    for text in part.findChildren(Text):
        if text.isVisible() and not text.wordWrap() and not text.is_elidable and text.width() < text.sizeHint().width():
            faults.append(f"cut: {text.text()!r}")
        if text.isVisible() and text.wordWrap() and text.height() < text.heightForWidth(text.width()):
            faults.append(f"cut below: {text.text()!r}")
    for button in part.findChildren(QAbstractButton):
        if button.isVisible() and not button.accessibleName() and not button.text():
            faults.append(f"no name: {button}")
        if button.isVisible() and button.width() < button.minimumSizeHint().width():
            faults.append(f"button cut: {button.text()!r}")
    faults += [
        f"no name: {field.objectName()}"
        for field in part.findChildren(QLineEdit)
        if field.isVisible() and not field.accessibleName() and not isinstance(field.parent(), QComboBox)
    ]
    return faults


def busy_office(office: Office, *, cents: int = 0) -> str:
    """M. Ruiz's batch with receipts of every class, counted with a difference; T. Okafor's is open."""
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(6_120, Tender("cash", 7_000))
    office.take(15_045, Tender("check", 15_045, "1042"), account=1)
    office.take(2_500, Tender("card", 2_500, "A1B2", "4417"), account=2)
    office.take(4_800, Tender("money_order", 4_800, "77"), account=3)
    office.take(1_800, Tender("check", 1_800, "1187"), account=4)
    office.printed(number)
    if cents:
        office.count(number, cents, checks=(1, 15_045), cards=(1, 2_500), orders=(1, 4_800))
    return number


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_cashiers_page_is_whole(window: Show, office: Office, width: int, height: int) -> None:
    shown = window("mruiz", width=width, height=height)
    shown.shoot("mine-none")
    assert whole(shown.room) == []
    busy_office(office)
    shown = window("mruiz", width=width, height=height)
    shown.shoot("mine")
    assert whole(shown.room) == []
    office.park()
    shown = window("mruiz", width=width, height=height)
    assert "Unfinished work in Lane 2" in shown.room.mine.alert.words
    shown.shoot("mine-parked")
    assert whole(shown.room) == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_dialogs_of_a_cashier_are_whole(window: Show, office: Office, width: int, height: int) -> None:
    shown = window("mruiz", width=width, height=height)
    shown.press("batches_open")
    shown.room.findChildren(QWidget)
    opening = shown.page.findChild(QWidget, "opening_cash")
    opening.show_pieces({2000: 9}, {25: 4}, "")  # type: ignore[union-attr]
    shown.shoot("open-batch")
    assert whole(shown.page) == []
    shown.close()
    busy_office(office)
    shown = window("mruiz", width=width, height=height)
    shown.press("batches_count")
    sheet = shown.dialog(CountSheetDialog)
    sheet.cash.show_pieces(
        {10000: 2, 5000: 1, 2000: 31, 1000: 14, 500: 22, 200: 0, 100: 47}, {100: 4, 50: 0, 25: 62, 10: 38, 5: 21}, "10"
    )
    shown.shoot("count-sheet")
    assert whole(sheet) == []
    sheet.reject()
    shown.press("batches_turn_in")
    shown.shoot("turn-in")
    assert whole(shown.page) == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_supervisors_page_is_whole(window: Show, office: Office, width: int, height: int) -> None:
    number = busy_office(office, cents=27_920)
    office.sign_in("tokafor")
    office.open_batch()
    receipt = office.take(3_300, account=5)
    office.take(7_700, Tender("card", 7_700, "K9", "1234"), account=6)
    office.void(receipt)
    shown = window("kdunn", width=width, height=height)
    shown.shoot("board")
    assert whole(shown.room) == []
    assert office.room.detail.chosen == number
    shown.press("detail_back")
    shown.shoot("send-back")
    assert whole(shown.page) == []
    shown.page.findChild(QWidget, "reason").reject()  # type: ignore[union-attr]
    shown.press("batches_waiting_button")
    shown.shoot("open-voids")
    assert whole(shown.page) == []
    shown.page.findChild(QWidget, "open_voids").reject()  # type: ignore[union-attr]
    office.room.papers.look_at(receipt)
    shown.settle()
    shown.shoot("receipt-paper")
    shown.page.findChild(QWidget, "receipt_paper").reject()  # type: ignore[union-attr]
    shown.room.board.band.pressed.emit("received")
    shown.settle()
    shown.shoot("receipt-list")
    assert whole(shown.page) == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_deposit_builder_and_the_posting_files_are_whole(
    window: Show, office: Office, width: int, height: int
) -> None:
    number = busy_office(office, cents=27_920)
    office.sign_in("kdunn")
    office.told(office.room.detail.changed, lambda: office.room.detail.choose(number))
    office.told(office.room.batch_closed, lambda: office.room.detail.accept("Miscount found"))
    shown = window("kdunn", width=width, height=height)
    shown.shoot("board-balanced")
    shown.press("batches_deposit")
    shown.room.deposit.cash.show_pieces({5000: 1, 2000: 1}, {}, "")
    shown.shoot("deposit")
    assert whole(shown.room) == []
    model = office.room.deposit
    missing = next(paper for paper in model.papers() if paper.number == "1187")  # short by this check, and accepted so
    model.take_out(missing.key)
    shown.shoot("deposit-even")
    model_paper = model.papers()[0]
    shown.room.deposit.amount_asked.emit(model_paper)
    shown.shoot("bag-paper")
    assert whole(shown.page) == []
    shown.page.findChild(QWidget, "bag_paper").reject()  # type: ignore[union-attr]
    shown.room._model.papers.made.disconnect()
    office.told(model.prepared, lambda: model.prepare("70412", cash_of(7_920)))
    shown.settle()
    shown.press("deposit_verify")
    shown.shoot("verify")
    assert whole(shown.page) == []
    shown.page.findChild(QWidget, "verify_bag").reject()  # type: ignore[union-attr]
    shown.shoot("deposit-done")
    shown.press("deposit_back")
    shown.press("batches_posting")
    shown.shoot("posting")
    assert whole(shown.page) == []
