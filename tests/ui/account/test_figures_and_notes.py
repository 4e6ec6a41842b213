"""Every figure opens to the extract's lines, receipts and voids (P22); alerts and notes are written here (B5)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.money import Money
from app.usecases.void_receipt import VoidRequest
from tests.ui.account.city import RUIZ, Seat
from tests.ui.account.test_room import KEYS, press, room, shows
from tests.ui.account.whole import check_whole
from ui.viewmodels.account.account import AccountModel
from ui.viewmodels.account.face import AccountFace, FigureShown
from ui.views.account.figure_dialog import FigureDialog
from ui.views.account.notes_dialog import AccountNotesDialog
from ui.views.account.room import AccountRoom

__all__ = ["room", "shows"]
Shows = Callable[[str], None]


def cents(text: str) -> int:
    return Money.parse(text.replace("−", "-").replace("+", "")).cents


def figure(model: AccountModel, key: str) -> FigureShown:
    assert model.face is not None
    return next(one for one in model.face.figures if one.key == key)


def check_sums(face: AccountFace) -> None:
    for one in face.figures:
        total = sum(cents(row.amount) for row in one.rows)
        is_floored = one.key == "stay_on" and total < 0
        assert is_floored or total == cents(one.amount), (face.key, one)


def test_p22_every_figure_of_every_account_is_the_sum_of_its_lines(shows: Shows, model: AccountModel) -> None:
    for key in KEYS:
        shows(key)
        assert model.face is not None
        check_sums(model.face)
        by_key = {one.key: one.amount for one in model.face.figures}
        assert by_key["past_due"] == model.face.past_due
        assert by_key["current"] == model.face.current
        if model.face.balance:
            assert by_key["balance"] == model.face.balance
        for service in model.face.services:
            if service.amount != "0.00":
                assert by_key[service.key] == service.amount


def test_p22_receipts_and_voids_stand_in_the_figures_they_moved(shows: Shows, model: AccountModel, seat: Seat) -> None:
    paid = seat.pay(RUIZ, 10_000)
    gone = seat.pay(RUIZ, 2_000)
    request = VoidRequest("mruiz", gone, "Wrong account", approval=seat.approval("void_receipt", "kdunn"))
    seat.desk.do(lambda deeds: deeds.void_receipt(request)).result(timeout=10)
    shows(RUIZ)
    assert model.face is not None
    check_sums(model.face)
    rows = figure(model, "balance").rows
    assert {row.receipt for row in rows if row.receipt} == {paid, gone}
    assert [row.amount for row in rows if row.receipt == gone] == ["0.00"]
    assert figure(model, "past_due").amount == "0.00"
    assert [row.receipt for row in figure(model, "past_due").rows].count(paid) == 4
    assert all("extract" in row.second for row in rows if not row.receipt)
    assert any("over 30 days" in row.words and row.receipt == paid for row in figure(model, "balance").rows)


def test_p22_the_figures_open_by_keys_and_lead_to_the_receipt(
    room: AccountRoom, shows: Shows, model: AccountModel, seat: Seat, qtbot: QtBot
) -> None:
    paid = seat.pay(RUIZ, 10_000)
    shows(RUIZ)
    room.balance.focus_entries()
    assert ("O", "Open a figure") in room.live_keys()
    press(room, "O")
    dialog = room.findChild(FigureDialog)
    assert isinstance(dialog, FigureDialog)
    assert dialog.amount.text() == "84.12"
    assert model.face is not None
    QTest.keyClick(dialog.pick, Qt.Key.Key_Down)
    assert dialog.pick.currentText() == "Past due"
    check_whole(dialog)
    dialog.pick.setCurrentIndex(0)
    at = next(at for at, row in enumerate(figure(model, "balance").rows) if row.receipt == paid)
    with qtbot.waitSignal(model.receipt_asked) as asked:
        dialog.table.opened.emit(at)
    assert asked.args == [paid]
    press(room, "Esc")
    room.services.table.opened.emit(0)
    last = room.findChildren(FigureDialog)[-1]
    assert last.amount.text() == model.face.services[0].amount


def test_p22_enter_on_a_payment_of_the_balance_shows_its_receipt(
    room: AccountRoom, shows: Shows, model: AccountModel, seat: Seat, qtbot: QtBot
) -> None:
    paid = seat.pay(RUIZ, 1_000)
    shows(RUIZ)
    last = room.balance.table.model().rowCount() - 1
    with qtbot.waitSignal(model.receipt_asked) as asked:
        room.balance.table.opened.emit(last)
    assert asked.args == [paid]
    with qtbot.assertNotEmitted(model.receipt_asked):
        room.balance.table.opened.emit(0)


@pytest.fixture
def notes(room: AccountRoom, shows: Shows) -> AccountNotesDialog:
    shows(RUIZ)
    room.balance.focus_entries()
    press(room, "N")
    dialog = room.findChild(AccountNotesDialog)
    assert isinstance(dialog, AccountNotesDialog)
    return dialog


def write(text: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, text)


def test_b5_an_alert_is_written_and_ended_by_keys(
    notes: AccountNotesDialog, room: AccountRoom, model: AccountModel, seat: Seat
) -> None:
    assert [bar.objectName() for bar in notes.findChildren(type(room.told)) if bar.isVisible()]
    write("Dog in the yard, ring first")
    notes.alert.setChecked(True)
    notes.until.setFocus()
    write("2026-12-31")
    QTest.keySequence(notes, QKeySequence("Ctrl+Return"))
    seat.until(lambda: model.face is not None and bool(model.face.own_notes))
    assert model.face is not None
    alert = model.face.alerts[-1]
    assert (alert.title, alert.sentence) == ("Alert by M. Ruiz until 31 Dec 2026.", "Dog in the yard, ring first")
    check_whole(notes)
    notes.table.selectRow(0)
    assert notes.end.isEnabled()
    QTest.keySequence(notes, QKeySequence("Ctrl+E"))
    seat.until(lambda: model.face is not None and not model.face.own_notes)


def test_b5_what_cannot_be_kept_is_said_and_stays_typed(notes: AccountNotesDialog, seat: Seat) -> None:
    QTest.keySequence(notes, QKeySequence("F10"))
    seat.until(lambda: bool(notes.fault.sentence))
    assert notes.fault.sentence == "A note needs words. Write what the next one at the window must know."
    notes.words.setText("x")
    notes.until.setText("2026-01-01")
    QTest.keySequence(notes, QKeySequence("F10"))
    seat.until(lambda: "or later" in notes.fault.sentence)
    assert notes.words.text() == "x"


def test_b5_a_plain_note_is_read_in_the_notes_of_the_account(
    notes: AccountNotesDialog, room: AccountRoom, model: AccountModel, seat: Seat
) -> None:
    notes.words.setText("Pays on the third")
    QTest.keySequence(notes, QKeySequence("F10"))
    seat.until(lambda: "Pays on the third" in room.notes.words())
    assert "M. Ruiz, Sat 21 Nov" in room.notes.words()
    check_whole(room)
