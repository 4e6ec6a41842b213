"""F3 in the real room by keyboard alone: find as you type, reference, amount, and out again (B8)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.settings.policy import PENNIES
from app.usecases.change_setting import SettingRequest
from tests.stories.till.cashier import RENT_HOUSE, Cashier
from tests.ui.look import eyes
from tests.ui.till.screen import Key, Screen
from ui.look.theme import Look, apply_look
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT
from ui.viewmodels.sign_in import read_sitting
from ui.views.till.misc_dialog import MiscDialog

ALT = Qt.KeyboardModifier.AltModifier
OMNIBOX = "till_find_field"


@pytest.fixture(autouse=True)
def rounded(cashier: Cashier) -> None:
    """The city rounds cash."""
    request = SettingRequest("pforeman", PENNIES, "nearest", "2026-11-21", "Ord. 9")
    cashier.desk.do(lambda deeds: deeds.change_setting(request)).result()
    sitting = cashier.session.sitting
    assert sitting is not None
    user = sitting.user
    cashier.session.sit(cashier.ask(lambda books: read_sitting(books, user=user, clock=cashier.clock)))
    cashier.settle()


def chooser(screen: Screen) -> MiscDialog:
    dialog = screen.dialog()
    assert isinstance(dialog, MiscDialog)
    return dialog


def test_b8_f3_finds_a_fixed_price_beside_an_account_and_f5_pays_both(screen: Screen, cashier: Cashier) -> None:
    """B8 by keys: the price stands in its field before it is taken."""
    cashier.scan(RENT_HOUSE)
    screen.press(Key.Key_F3)
    dialog = chooser(screen)
    assert screen.focus.objectName() == "till_misc_find"
    screen.shoot("misc-chooser")
    screen.type("anim")
    assert [shown.number for shown in dialog.rows.rows] == ["ANIMAL"]
    screen.press(Key.Key_Return)
    cashier.until(lambda: screen.room.dialogs.current is None)
    assert screen.focus.objectName() == OMNIBOX
    line = screen.room.lines.line("misc:ANIMAL")
    assert line is not None
    assert line.field.text() == "8.00"
    assert screen.room.till.money.total.text() == "60.00"
    screen.shoot("misc-line")
    screen.press(Key.Key_F5)
    assert [each.cents for each in cashier.receipt(cashier.saved()).lines] == [5_200, 800]


def test_an_entered_price_asks_reference_and_amount_and_cash_is_rounded(screen: Screen, cashier: Cashier) -> None:
    screen.press(Key.Key_M, ALT)
    dialog = chooser(screen)
    screen.type("returned ch")
    screen.press(Key.Key_Return)
    assert screen.focus.objectName() == "till_misc_reference"
    screen.press(Key.Key_Return)
    assert screen.focus.objectName() == "till_misc_amount"
    screen.type("45.03")
    screen.press(Key.Key_Return)
    assert dialog.fault.sentence == "Returned check redemption needs its returned check number. Type it to go on."
    screen.shoot("misc-amount")
    assert screen.focus.objectName() == "till_misc_reference"
    screen.type("1042")
    screen.press(Key.Key_Return)
    assert screen.focus.objectName() == "till_misc_amount"
    screen.press(Key.Key_Return)
    cashier.until(lambda: screen.room.dialogs.current is None)
    assert cashier.draft.lines[0].address == "1042"
    assert screen.room.till.money.total_note.text() == "1 line, in cash 45.05"
    line = screen.room.lines.line("misc:NSF")
    assert line is not None
    words = {text.text() for text in line.findChildren(QLabel) if text.isVisible()}
    assert words >= {"Price", "entered", "Reference", "1042", "Cash", "Money order", "Card"}
    assert "Check" not in words
    screen.press(Key.Key_F6)
    assert "may not be paid by check" in cashier.till.notice
    screen.press(Key.Key_F5)
    receipt = cashier.receipt(cashier.saved())
    assert [each.cents for each in receipt.lines] == [4_503, 2]
    assert receipt.total == 4_505


def test_a_fixed_price_with_a_reference_needs_one_enter_behind_it(screen: Screen, cashier: Cashier) -> None:
    screen.press(Key.Key_F3)
    dialog = chooser(screen)
    screen.type("connect")
    screen.press(Key.Key_Return)
    assert (dialog.amount.text(), dialog.amount.isReadOnly()) == ("25.00", True)
    screen.type("104-2290")
    screen.press(Key.Key_Return)
    cashier.until(lambda: screen.room.dialogs.current is None)
    screen.press(Key.Key_F5)
    (line,) = cashier.receipt(cashier.saved()).lines
    assert (line.cents, line.address, len(line.allocation)) == (2_500, "104-2290", 2)


def test_arrows_move_the_mark_and_esc_goes_back_one_step(screen: Screen, cashier: Cashier) -> None:
    screen.press(Key.Key_F3)
    dialog = chooser(screen)
    first, second = (shown.number for shown in dialog.rows.rows[:2])
    screen.press(Key.Key_Down)
    screen.press(Key.Key_Return)
    assert dialog.kind.text().startswith(second)
    screen.press(Key.Key_Escape)
    assert screen.focus.objectName() == "till_misc_find"
    screen.press(Key.Key_Up)
    screen.press(Key.Key_Up)
    screen.press(Key.Key_Return)
    assert dialog.kind.text().startswith(first)
    screen.press(Key.Key_Escape)
    screen.type("zebra")
    assert dialog.none.text() == "Nothing found. Type fewer letters, or another word."
    screen.press(Key.Key_Return)
    screen.press(Key.Key_Escape)
    cashier.until(lambda: screen.room.dialogs.current is None)
    assert cashier.draft.is_empty
    assert screen.focus.objectName() == OMNIBOX


def test_a_row_is_a_finger_s_too_and_a_refused_mix_stays_in_the_dialog(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    screen.press(Key.Key_F3)
    dialog = chooser(screen)
    screen.type("court")
    place = dialog.rows.visualRect(dialog.rows.model().index(0, 0)).center()
    screen.qtbot.mouseClick(dialog.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    screen.type("C-1")
    screen.press(Key.Key_Return)
    screen.type("50")
    screen.press(Key.Key_Return)
    assert "may not stand on one receipt" in dialog.fault.sentence
    screen.shoot("misc-mix")
    screen.press(Key.Key_Escape)
    screen.press(Key.Key_Escape)
    cashier.until(lambda: screen.room.dialogs.current is None)
    assert len(cashier.draft.lines) == 1


def test_del_takes_a_misc_line_off_and_a_typed_price_is_refused_on_its_line(screen: Screen, cashier: Cashier) -> None:
    screen.press(Key.Key_F3)
    screen.type("anim")
    screen.press(Key.Key_Return)
    cashier.until(lambda: screen.room.dialogs.current is None)
    screen.press(Key.Key_A, ALT)
    screen.type("5")
    screen.press(Key.Key_Return)
    assert "has a fixed price of 8.00" in cashier.till.notice
    screen.press(Key.Key_Escape)
    screen.press(Key.Key_Escape)
    screen.press(Key.Key_Delete)
    assert cashier.draft.is_empty


@pytest.mark.parametrize(
    "look", [Look(LIGHT), Look(DARK, 150), Look(HIGH_CONTRAST, 200), Look(LIGHT, 90, is_touch=True)],
    ids=["light", "dark-150", "high-contrast-200", "touch-90"],
)  # fmt: skip
def test_a_strict_eye_finds_nothing_wrong_with_the_chooser(
    screen: Screen, cashier: Cashier, qapp: QApplication, look: Look
) -> None:
    apply_look(qapp, look)
    cashier.scan(RENT_HOUSE)
    screen.press(Key.Key_F3)
    dialog = chooser(screen)
    found = faults(dialog, is_touch=look.is_touch)
    screen.type("court")
    screen.press(Key.Key_Return)
    found += faults(dialog, is_touch=look.is_touch)
    screen.press(Key.Key_Return)
    screen.type("50")
    screen.press(Key.Key_Return)
    found += faults(dialog, is_touch=look.is_touch)
    apply_look(qapp, Look(LIGHT))
    assert found == []


def faults(dialog: MiscDialog, *, is_touch: bool) -> list[str]:
    return [
        *eyes.cut(dialog), *eyes.faint(dialog), *eyes.nameless(dialog), *eyes.lonely_keys(dialog),
        *eyes.unreachable(dialog), *(eyes.small(dialog) if is_touch else ()),
    ]  # fmt: skip
