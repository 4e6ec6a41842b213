"""Strip, rail, key strip, steps, users, totals, tables, dialogs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from receipts.renderers.roll import Roll
from tests.ui.widgets.gallery import batch_table, paper
from tests.ui.widgets.till_sample import KEYS
from ui.look.cells import Cell
from ui.look.theme import Look, apply_look
from ui.look.tokens import LIGHT
from ui.widgets.check_image import CheckFace, CheckImage
from ui.widgets.data_table import DataTable
from ui.widgets.dialog import Choice, Dialog, Question, Scrim
from ui.widgets.drawer_picture import DrawerPicture
from ui.widgets.flow import FlowRow
from ui.widgets.frame import Frame
from ui.widgets.key_strip import KeyHint, KeyStrip, LiveKey
from ui.widgets.paper_roll import PaperRoll
from ui.widgets.rail import ROOMS, Rail, RailItem
from ui.widgets.rows import column, empty
from ui.widgets.step_list import Step, StepList, StepRow
from ui.widgets.table_delegate import TableColumn
from ui.widgets.table_rows import RowsModel
from ui.widgets.text import Text
from ui.widgets.top_strip import StripItem, StripState, TopStrip
from ui.widgets.totals_band import BandFigure, FigureButton, TotalsBand
from ui.widgets.user_card import UserCard, UserList, UserRow, initials

DEVICES = (
    StripState("Printer: paper out", "printer-off", "trouble", "printer"),
    StripState("Drawer shut", "inbox", "ok", "drawer"),
    StripState("Scanner ok", "barcode", "ok", "scanner"),
)


def strip(qtbot: QtBot, width: int) -> TopStrip:
    part = TopStrip()
    qtbot.addWidget(part)
    part.resize(width, 40)
    part.set_place("Drive-thru DT1", "Batch DT1B-0142", "Sat 21 Nov")
    part.set_devices(DEVICES)
    part.set_sync("Synced 2 s ago")
    part.set_user("M. Ruiz")
    part.show()
    return part


def seen(part: TopStrip) -> list[str]:
    items = [item for item in part.findChildren(StripItem) if item.isVisible()]
    return [item.text() for item in sorted(items, key=lambda item: item.x())]


def test_the_strip_shows_devices_sync_and_user_in_order(qtbot: QtBot) -> None:
    part = strip(qtbot, 1366)
    assert seen(part) == ["Printer: paper out", "Drawer shut", "Scanner ok", "Synced 2 s ago", "M. Ruiz"]
    assert part.accessibleDescription() == "Drive-thru DT1, Batch DT1B-0142, Sat 21 Nov"


def test_a_narrow_strip_folds_what_is_ok_and_never_trouble(qtbot: QtBot) -> None:
    part = strip(qtbot, 800)
    assert seen(part) == ["Printer: paper out", "2 devices ok", "Synced 2 s ago", "M. Ruiz"]
    part.resize(1366, 40)
    assert "Drawer shut" in seen(part)


def test_a_press_on_the_strip_tells_what_was_pressed(qtbot: QtBot) -> None:
    part = strip(qtbot, 1366)
    with qtbot.waitSignal(part.device_pressed, timeout=500) as told:
        part._items[1].click()
    assert told.args == ["drawer"]
    with qtbot.waitSignals([part.sync_pressed, part.user_pressed], timeout=500):
        part._sync.click()
        part._user.click()


def test_fewer_devices_leave_no_trace(qtbot: QtBot) -> None:
    part = strip(qtbot, 1366)
    part.set_devices(DEVICES[:1])
    assert part.device_words() == ["Printer: paper out"]
    assert seen(part)[0] == "Printer: paper out"


def test_the_practice_plate_takes_its_place(qtbot: QtBot) -> None:
    part = strip(qtbot, 1366)
    before = part.grab().toImage()
    part.set_plate("PRACTICE - no real money")
    assert part.grab().toImage() != before


def test_the_rail_tells_the_room_and_marks_it(qtbot: QtBot) -> None:
    rail = Rail(ROOMS[:3])
    qtbot.addWidget(rail)
    rail.resize(80, 700)
    rail.show()
    rail.set_current("mail")
    items = rail.findChildren(RailItem)
    assert [item.isChecked() for item in items] == [False, True, False]
    with qtbot.waitSignal(rail.room_chosen, timeout=500) as told:
        qtbot.keyClick(items[2], Qt.Key.Key_Return)
    assert told.args == ["batches"]


def test_arrows_walk_the_rail(qtbot: QtBot) -> None:
    rail = Rail(ROOMS[:3])
    qtbot.addWidget(rail)
    with qtbot.waitActive(rail):
        rail.show()
        rail.activateWindow()
    items = rail.findChildren(RailItem)
    items[0].setFocus()
    qtbot.keyClick(items[0], Qt.Key.Key_Up)
    assert items[2].hasFocus()
    qtbot.keyClick(items[2], Qt.Key.Key_Down)
    assert items[0].hasFocus()


def test_a_folded_rail_keeps_its_words_as_tips_and_names(qtbot: QtBot) -> None:
    rail = Rail(ROOMS)
    qtbot.addWidget(rail)
    rail.set_folded(True)
    item = rail.findChildren(RailItem)[0]
    assert (rail.width(), item.toolTip(), item.accessibleName()) == (56, "Till", "Till")


def test_the_frame_shows_rooms_and_folds_with_large_text(qtbot: QtBot, qapp: QApplication) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    frame.rail.set_rooms(ROOMS)
    frame.add_room("till", QLabel("till"))
    frame.add_room("mail", QLabel("mail"))
    frame.show_room("mail")
    frame.resize(1366, 768)
    frame.show()
    assert frame.room() == "mail"
    assert not frame.rail.is_folded
    apply_look(qapp, Look(LIGHT, 150))
    assert frame.rail.is_folded


def test_the_key_strip_never_takes_two_lines(qtbot: QtBot) -> None:
    part = KeyStrip()
    qtbot.addWidget(part)
    part.set_keys(KEYS)
    part.set_fact("Totals as of 4:52:08 pm")
    part.resize(600, 34)
    part.show()
    shown = [hint for hint in part.findChildren(KeyHint) if hint.isVisible()]
    assert 0 < len(shown) < len(KEYS)
    assert [hint.live for hint in shown] == list(KEYS[: len(shown)])
    assert shown[-1].geometry().right() < 600 - Look().metrics("small").horizontalAdvance(part.fact)
    part.resize(1600, 34)
    assert all(hint.isVisible() for hint in part.findChildren(KeyHint))


def test_a_key_of_the_strip_can_be_pressed_and_says_why_it_cannot(qtbot: QtBot) -> None:
    part = KeyStrip()
    qtbot.addWidget(part)
    part.set_keys((LiveKey("F5", "Cash"), LiveKey("F10", "Finish", "Nothing is given yet")))
    part.resize(600, 34)
    cash, finish = part.findChildren(KeyHint)
    with qtbot.waitSignal(part.pressed, timeout=500) as told:
        cash.click()
    assert told.args == ["F5"]
    assert not finish.isEnabled()
    assert finish.toolTip() == "Nothing is given yet"
    assert cash.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_only_steps_that_are_done_can_be_gone_back_to(qtbot: QtBot) -> None:
    steps = StepList()
    qtbot.addWidget(steps)
    steps.show_steps((Step("Find"), Step("Print"), Step("Kick")), 2)
    rows = steps.findChildren(StepRow)
    assert [row.isEnabled() for row in rows] == [True, False, False]
    assert rows[1].accessibleName() == "2. Print, this step"
    with qtbot.waitSignal(steps.chosen, timeout=500) as told:
        rows[0].click()
    assert told.args == [1]
    steps.show_steps((Step("Find"), Step("Print")), 1)
    assert [row.isEnabled() for row in rows[:2]] == [False, False]


def test_users_are_chosen_by_arrow_and_told(qtbot: QtBot) -> None:
    users = UserList()
    qtbot.addWidget(users)
    users.show_users((UserRow("ruiz", "M. Ruiz", "Cashier"), UserRow("dunn", "K. Dunn", "Supervisor")), "ruiz")
    with qtbot.waitActive(users):
        users.show()
        users.activateWindow()
    assert users.chosen_key() == "ruiz"
    card = users.findChildren(UserCard)[0]
    card.setFocus()
    with qtbot.waitSignal(users.chosen, timeout=500) as told:
        qtbot.keyClick(card, Qt.Key.Key_Down)
    assert told.args == ["dunn"]


@pytest.mark.parametrize(("words", "letters"), [("M. Ruiz", "MR"), ("Dunn", "D"), ("A. de la Cruz", "AC"), ("", "")])
def test_initials_are_two_letters_at_most(words: str, letters: str) -> None:
    assert initials(words) == letters


def test_a_figure_of_the_band_opens_what_it_is_made_of(qtbot: QtBot) -> None:
    band = TotalsBand()
    qtbot.addWidget(band)
    band.show_figures((BandFigure("in", "Received", "48,212.07", "411 receipts"), BandFigure("x", "Short", "−2.00")))
    figures = band.findChildren(FigureButton)
    assert figures[0].accessibleName() == "Received 48,212.07"
    with qtbot.waitSignal(band.pressed, timeout=500) as told:
        qtbot.keyClick(figures[1], Qt.Key.Key_Space)
    assert told.args == ["x"]


def test_the_rows_model_is_a_sound_qt_model(qtmodeltester: ModelTester) -> None:
    model = RowsModel(["Batch", "Cash"])
    model.show_rows([[Cell("DT1B-0142"), Cell("1.00")], [Cell("FC1A-0088"), Cell("2.00", "risk")]])
    qtmodeltester.check(model)
    assert isinstance(model, QAbstractTableModel)
    model.change_row(0, [Cell("DT1B-0143"), Cell("3.00")])
    assert model.index(0, 0).data() == "DT1B-0143"
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole) is None


def test_a_table_opens_and_ticks_by_key_and_keeps_its_row(qtbot: QtBot) -> None:
    table = DataTable((TableColumn("", "tick"), TableColumn("Name", stretch=True)), name="chores")
    qtbot.addWidget(table)
    rows = [[Cell(tone="on"), Cell("HOGSHOOTER, B")], [Cell(), Cell("RUIZ, MARIA", second="412 N Chickasaw Ave")]]
    table.show_rows(rows)
    table.resize(400, 200)
    table.show()
    table.selectRow(1)
    with qtbot.waitSignal(table.opened, timeout=500) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [1]
    with qtbot.waitSignal(table.ticked, timeout=500) as told:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert told.args == [1]
    with qtbot.waitSignal(table.ticked, timeout=500) as told:
        where = table.visualRect(table.model().index(0, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [0]
    with qtbot.waitSignal(table.row_chosen, timeout=500) as told:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert told.args == [1]
    table.show_rows(rows)
    assert table.chosen_row() == 1


def test_amount_columns_take_the_width_of_the_widest_amount(qtbot: QtBot) -> None:
    table = batch_table()
    qtbot.addWidget(table)
    before = table.columnWidth(3)
    table.show_rows([[Cell(), Cell(), Cell(), Cell("123,456,789.00"), Cell(), Cell(), Cell(), Cell()]])
    assert table.columnWidth(3) > before + 30
    table.mark_edited((0, 3))
    assert table.grab().toImage() != table.viewport().grab().toImage()


def test_a_table_with_a_model_of_its_own_takes_no_rows(qtbot: QtBot) -> None:
    from PySide6.QtGui import QStandardItemModel

    table = DataTable((TableColumn("Name"),))
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(2, 1, table))
    with pytest.raises(TypeError):
        table.show_rows([])
    table.resize(200, 120)
    table.grab()


def window(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def test_a_question_opens_over_a_scrim_and_answers_by_key(qtbot: QtBot) -> None:
    page = window(qtbot)
    told: list[str] = []
    choices = (Choice("keep", "Keep it", "Esc"), Choice("drop", "Drop the receipt", "Enter", "risk"))
    question = Question.ask(
        page, title="Drop this receipt?", sentence="2 tenders.", choices=choices, answered=told.append
    )
    assert question.isVisible()
    assert question.isModal()
    assert page.findChild(Scrim) is not None
    assert [button.text() for button in question.buttons] == ["Keep it", "Drop the receipt"]
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert told == ["drop"]
    qtbot.waitUntil(lambda: page.findChild(Scrim) is None, timeout=1000)


def test_esc_answers_with_the_choice_named_esc(qtbot: QtBot) -> None:
    page = window(qtbot)
    told: list[str] = []
    choices = (Choice("keep", "Keep it", "Esc"), Choice("drop", "Drop it", "Enter"))
    question = Question.ask(page, title="Drop?", sentence="", choices=choices, answered=told.append)
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert told == ["keep"]


def test_a_dialog_stands_in_the_middle_with_its_first_field_in_focus(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLineEdit

    page = window(qtbot)
    dialog = Dialog(page, "Count sheet, batch DT1B-0142", "Blind count.", icon="coins", width=600)
    field = QLineEdit()
    dialog.body.addWidget(field)
    dialog.add_button("Save for later", key="Esc")
    submit = dialog.add_button("Submit and lock", key="F10", variant="primary", icon="lock")
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    assert abs(dialog.geometry().center().x() - page.mapToGlobal(page.rect().center()).x()) <= 1
    assert dialog.focusWidget() is field
    with qtbot.waitSignal(submit.clicked, timeout=500):
        qtbot.keyClick(dialog, Qt.Key.Key_F10)
    with qtbot.waitSignal(dialog.rejected, timeout=500):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_row_breaks_when_it_is_narrow(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = FlowRow(*(Text("Sanitation 18.00") for _ in range(4)), spacing=10)
    page.setLayout(row)
    assert row.heightForWidth(1000) < row.heightForWidth(150)
    assert row.count() == 4
    empty(row)
    assert row.count() == 0
    assert row.heightForWidth(100) == 0


def test_emptying_a_column_lets_its_parts_go(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    stack = column(Text("a"), column(Text("b")), 4, None)
    page.setLayout(stack)
    page.show()
    empty(stack)
    assert stack.count() == 0
    assert all(not text.isVisible() for text in page.findChildren(Text))


def test_paper_says_its_words_and_grows_with_its_rows(qtbot: QtBot) -> None:
    part = paper()
    qtbot.addWidget(part)
    assert "CITY OF CLAREMORE" in part.text()
    long = part.sizeHint().height()
    part.show_roll(Roll(42, 0, ()))
    assert part.text() == "no paper yet"
    assert part.sizeHint().height() < long
    assert isinstance(part, PaperRoll)


def test_a_check_and_a_drawer_say_what_they_show(qtbot: QtBot) -> None:
    check, drawer = CheckImage(), DrawerPicture()
    qtbot.addWidget(check)
    qtbot.addWidget(drawer)
    check.show_face(CheckFace("Maria Ruiz", number="1042", amount="150.00"))
    assert check.accessibleName() == "Check 1042 of Maria Ruiz, 150.00"
    names = []
    for is_open in (True, False, None):
        drawer.set_open(is_open=is_open)
        names.append(drawer.accessibleName())
        drawer.grab()
    assert names == ["Drawer open", "Drawer shut", "Drawer unknown"]


def test_a_long_name_is_cut_with_dots_and_says_itself_in_full(qtbot: QtBot) -> None:
    name = Text("KEETOOWAH STREET RENTALS AND PROPERTIES", elide=True)
    qtbot.addWidget(name)
    name.resize(120, 20)
    name.grab()
    assert name.toolTip() == "KEETOOWAH STREET RENTALS AND PROPERTIES"
    name.resize(600, 20)
    name.grab()
    assert name.toolTip() == ""
