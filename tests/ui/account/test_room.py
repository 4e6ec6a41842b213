"""The account room by keyboard: found, shown, opened, revealed, taken to the till."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.account import FlagKind
from app.interchange.practice.city import practice_accounts
from tests.stories.conftest import MORNING
from tests.ui.account.city import ACCOUNTS, RENT_HOUSE, RUIZ, Seat
from tests.ui.account.whole import check_whole
from ui.look.theme import Look, apply_look
from ui.look.tokens import LIGHT
from ui.viewmodels.account.account import AccountModel
from ui.views.account.room import AccountRoom

ICON_AND_PADDING = 26 + 2 * 12
OPENED_ROWS = 1 + 8 + 1 + 3  # the extract with its parts, the payment with its own
KEYS = tuple(
    account.key for account in practice_accounts(7, accounts=ACCOUNTS, business_date=MORNING.date())
)


def flagged(kind: FlagKind) -> str:
    accounts = practice_accounts(7, accounts=ACCOUNTS, business_date=MORNING.date())
    return next(account.key for account in accounts if account.has(kind))


@pytest.fixture
def room(qtbot: QtBot, model: AccountModel) -> AccountRoom:
    made = AccountRoom(model)
    qtbot.addWidget(made)
    made.resize(1286, 694)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.take_focus()
    return made


@pytest.fixture
def shows(room: AccountRoom, model: AccountModel, seat: Seat) -> Callable[[str], None]:
    def show(key: str) -> None:
        model.show(key)
        seat.until(lambda: model.face is not None and model.face.key == key)

    return show


def press(room: AccountRoom, keys: str) -> None:
    target = QApplication.focusWidget() or room
    QTest.keySequence(target, QKeySequence(keys))


def words(room: AccountRoom, name: str) -> str:
    part = room.findChild(QWidget, name)
    assert part is not None, name
    return str(part.property("text"))


def test_without_an_account_the_next_key_finds_one(room: AccountRoom) -> None:
    assert room.box.field.hasFocus()
    assert [key[0] for key in room.live_keys()] == ["F1", "F2"]
    assert room.strip_fact() == ""


def test_typing_a_name_and_enter_opens_the_account(room: AccountRoom, model: AccountModel, seat: Seat) -> None:
    QTest.keyClicks(room.box.field, "ruiz maria 412")
    seat.until(lambda: room.box.is_open)
    press(room, "Return")
    seat.until(lambda: model.face is not None)
    assert words(room, "account_number") == "104-2281"
    assert words(room, "account_balance") == "184.12"
    assert words(room, "account_past_due") == "96.40"
    assert words(room, "account_current") == "87.72"
    assert words(room, "account_keep_on_amount") == "96.40"
    assert room.balance.table.hasFocus()
    assert [bar.words for bar in room.alerts.bars] == [
        "Cash only until 15 Jan 2027. No checks. Take cash, card or money order.",
        "On the cut-off list for Tue 24 Nov. 96.40 or more strikes it.",
    ]
    assert room.strip_fact() == "Balance of the extract of Fri 20 Nov, no payments of ours since"


def test_letters_typed_into_the_find_field_are_no_keys(
    room: AccountRoom, shows: Callable[[str], None], qtbot: QtBot, model: AccountModel
) -> None:
    shows(RUIZ)
    press(room, "F2")
    with qtbot.assertNotEmitted(model.pay_asked):
        QTest.keyClicks(room.box.field, "pbks")
    assert room.box.text() == "pbks"


def test_the_balance_opens_and_closes_into_what_makes_it(
    room: AccountRoom, shows: Callable[[str], None], seat: Seat
) -> None:
    receipt = seat.pay(RUIZ, 5_000)
    shows(RUIZ)
    table = room.balance.table
    assert table.model().rowCount() == OPENED_ROWS
    press(room, "B")
    assert [str(table.model().index(row, 0).data()) for row in range(table.model().rowCount())] == [
        "Extract of Fri 20 Nov", f"Paid {receipt}",
    ]  # fmt: skip
    assert str(table.model().index(1, 1).data()) == "08:31, not posted"
    assert str(table.model().index(1, 2).data()) == "−50.00"
    assert ("B", "Open the balance") in list(room.live_keys())
    press(room, "Alt+B")
    assert table.model().rowCount() == OPENED_ROWS


def test_a_receipt_number_is_never_cut(room: AccountRoom, shows: Callable[[str], None], seat: Seat) -> None:
    for cents in (1_000, 2_000, 120_410):
        seat.pay(RUIZ, cents)
    shows(RUIZ)
    check_whole(room)
    table = room.balance.table
    model = table.model()
    metrics = table.fontMetrics()
    for row in range(model.rowCount()):
        text = str(model.index(row, 0).data())
        if text.startswith("Paid"):
            assert metrics.horizontalAdvance(text) + ICON_AND_PADDING <= table.columnWidth(0), text


def test_last_payments_name_receipt_tender_and_cashier(
    room: AccountRoom, shows: Callable[[str], None], seat: Seat
) -> None:
    receipt = seat.pay(RENT_HOUSE, 1_000, kind="check")
    shows(RENT_HOUSE)
    model = room.payments.table.model()
    rows = [[str(model.index(row, column).data()) for column in (0, 1)] for row in range(model.rowCount())]
    assert rows == [["Sat 21 Nov, check 1042", "10.00"], ["Fri 30 Oct, as billing has it", "52.00"]]
    assert f"{receipt}, M. Ruiz" in str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_contact_is_masked_until_shown_and_the_look_is_logged(
    room: AccountRoom, shows: Callable[[str], None], seat: Seat, model: AccountModel
) -> None:
    shows(RUIZ)
    assert "(918) •••-••37" in room.contact.words()
    assert "m•••@e•••.org" in room.contact.words()
    before = seat.ask(lambda books: books.head().seq)
    press(room, "S")
    seat.until(lambda: "(918) 555-0137" in room.contact.words())
    assert seat.ask(lambda books: books.head().seq) == before + 1
    press(room, "S")
    assert "S" not in [key[0] for key in room.live_keys()]
    shows(RENT_HOUSE)
    assert "(918) •••-••37" in room.contact.words()
    shows(RUIZ)
    assert "(918) •••-••37" in room.contact.words()
    assert seat.ask(lambda books: books.head().seq) == before + 1


def test_a_confidential_account_hides_address_contact_and_notes(
    room: AccountRoom, shows: Callable[[str], None], seat: Seat, model: AccountModel
) -> None:
    shows(flagged(FlagKind.CONFIDENTIAL))
    assert words(room, "account_place") == "address hidden"
    assert room.contact.words() == "Contact\nhidden, the account is confidential"
    assert room.notes.words() == "Hidden, the account is confidential."
    press(room, "S")
    seat.until(lambda: words(room, "account_place") != "address hidden")
    assert "Bill goes to" in room.contact.words()


def test_somebody_else_at_the_window_sees_nothing_of_it(
    room: AccountRoom, shows: Callable[[str], None], seat: Seat, model: AccountModel
) -> None:
    shows(RUIZ)
    seat.sign_in("eboone")
    assert model.face is None
    shows(RUIZ)
    assert not room.head.pay.isEnabled()
    assert room.head.pay.accessibleDescription() == "E. Boone may not take payments."
    assert room.contact.show_key.accessibleDescription() == "E. Boone may not reveal details."
    assert {"P", "K", "S"}.isdisjoint(key[0] for key in room.live_keys())
    press(room, "S")
    assert room.told.words == "E. Boone may not reveal details."
    press(room, "P")
    assert room.told.words == "E. Boone may not take payments."


def test_pay_takes_the_account_to_the_till(
    room: AccountRoom, shows: Callable[[str], None], qtbot: QtBot, model: AccountModel
) -> None:
    shows(RUIZ)
    for keys in ("P", "Alt+P"):
        with qtbot.waitSignal(model.pay_asked) as asked:
            press(room, keys)
        assert asked.args == [RUIZ]
    with qtbot.waitSignal(model.stay_on_asked) as asked:
        press(room, "K")
    assert asked.args == [RUIZ]


def test_a_stub_scan_opens_its_account_and_never_lands_in_the_field(
    room: AccountRoom, seat: Seat, model: AccountModel
) -> None:
    account = seat.ask(lambda books: books.account(RENT_HOUSE))
    assert account is not None
    assert room.take_scan(account.stub_scan_line)
    seat.until(lambda: model.face is not None)
    assert model.face is not None
    assert model.face.key == RENT_HOUSE
    assert room.box.text() == ""


def test_a_receipts_bar_code_is_left_to_the_till(room: AccountRoom) -> None:
    assert not room.take_scan("XDT1A-000001")


def test_a_scan_that_nobody_knows_says_so(room: AccountRoom, seat: Seat) -> None:
    assert room.take_scan("99999999999999")
    seat.until(room.told.isVisible)
    assert room.told.words == (
        "No account has the scanned code 99999999999999. Type the account, name or address."
    )
    QTest.keyClicks(room.box.field, "r")
    assert not room.told.isVisible()


def test_esc_puts_the_account_away_and_finds_the_next(room: AccountRoom, shows: Callable[[str], None]) -> None:
    shows(RUIZ)
    press(room, "Esc")
    assert room.findChild(QWidget, "account_none").isVisible()  # type: ignore[union-attr]
    assert room.box.field.hasFocus()


def test_coming_back_to_the_room_tells_the_balance_anew(
    room: AccountRoom, shows: Callable[[str], None], seat: Seat
) -> None:
    shows(RUIZ)
    seat.pay(RUIZ, 5_000)
    room.take_focus()
    seat.until(lambda: words(room, "account_balance") == "134.12")


@pytest.mark.parametrize(("width", "height", "scale"), [(1286, 694, 100), (1840, 1006, 100), (1282, 630, 150)])
def test_nothing_is_cut_for_any_account(
    room: AccountRoom, shows: Callable[[str], None], qapp: QApplication, width: int, height: int, scale: int
) -> None:
    apply_look(qapp, Look(LIGHT, scale))
    room.resize(width, height)
    for key in KEYS[:32]:
        shows(key)
        check_whole(room)
