"""The parts of the till: lines, tenders, change, lanes, band, refusal, undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.look.eyes import cut
from tests.ui.widgets.till_sample import LANES, cents
from ui.widgets.account_line import AccountLine, Fact, OnePress, Service
from ui.widgets.alert_bar import AlertBar
from ui.widgets.change_panel import ChangePanel
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.lane_tabs import LaneTab, LaneTabs
from ui.widgets.moment_band import BAND_HEIGHT, BandAction, MomentBand
from ui.widgets.refusal_panel import RefusalPanel
from ui.widgets.saved_trail import SavedReceipt, SavedTrail, TrailItem
from ui.widgets.tender_keys import TENDER_KEYS, TenderKeys
from ui.widgets.tender_list import TenderLine, TenderList, TenderRow
from ui.widgets.undo_bar import UndoBar


def line(qtbot: QtBot) -> AccountLine:
    part = AccountLine("104-2281", "RUIZ, MARIA", "412 N Chickasaw Ave", parse=cents)
    qtbot.addWidget(part)
    part.set_facts((Fact("Past due", "96.40", "risk"), Fact("Balance", "184.12")))
    part.set_services((Service("droplet", "Water", "61.20"),))
    part.set_second("Same payer.")
    part.resize(820, 200)
    part.show()
    return part


def test_a_closed_line_is_two_lines_high_and_opens_at_a_press(qtbot: QtBot) -> None:
    part = line(qtbot)
    closed = part.sizeHint().height()
    assert part.second.isVisible()
    with qtbot.waitSignal(part.opened, timeout=500):
        qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    part.set_open(True)
    assert part.sizeHint().height() > closed + 40
    assert not part.second.isVisible()
    with qtbot.assertNotEmitted(part.opened):
        qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def test_a_line_tells_the_amount_and_the_one_press(qtbot: QtBot) -> None:
    part = line(qtbot)
    part.set_open(True)
    buttons = part.set_presses((OnePress("96.40 past due"), OnePress("184.12 all", "check")))
    with qtbot.waitSignal(part.one_press, timeout=500) as told:
        buttons[1].click()
    assert told.args == [1]
    part.field.propose("96.40")
    with qtbot.waitSignal(part.accepted, timeout=500) as told:
        qtbot.keyClick(part.field, Qt.Key.Key_Return)
    assert told.args == [9640]


def test_a_fault_stands_under_the_field_of_its_line(qtbot: QtBot) -> None:
    part = line(qtbot)
    part.field.show_fault("More than is owed")
    assert part.fault.isVisible()
    assert part.fault.sentence == "More than is owed"
    part.field.show_fault("")
    assert not part.fault.isVisible()


def test_alerts_stand_above_the_figures_and_are_replaced(qtbot: QtBot) -> None:
    part = line(qtbot)
    part.set_open(True)
    stop = AlertBar("stop", "Cash only.", name="stop")
    part.set_alerts((stop,))
    qtbot.waitUntil(stop.isVisible, timeout=500)
    assert stop.y() < part._figures.y()
    part.set_alerts(())
    assert part.findChild(AlertBar, "stop") is None or not stop.isVisible()


def test_an_alert_says_both_sentences_and_its_button_tells(qtbot: QtBot) -> None:
    bar = AlertBar("stop", "Cash only until 15 Jan 2027.", "2 returned checks <in> 12 months.", name="cash_only")
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "Cash only until 15 Jan 2027. 2 returned checks <in> 12 months."
    bar.set_button("Supervisor: badge or PIN")
    button = bar.set_button("Approved by K. Dunn", icon="shield-check")
    bar.show()
    with qtbot.waitSignal(bar.pressed, timeout=500):
        button.click()
    shown = [part for part in bar.findChildren(KeyCapButton) if part.isVisible()]
    assert [part.text() for part in shown] == ["Approved by K. Dunn"]


def test_a_narrow_alert_breaks_its_words_and_grows(qtbot: QtBot) -> None:
    bar = AlertBar("heed", "On the cut-off list for Tue 24 Nov.", "96.40 or more strikes it. This payment does.")
    qtbot.addWidget(bar)
    layout = bar.layout()
    assert layout is not None
    assert layout.totalHeightForWidth(260) > layout.totalHeightForWidth(900)


def test_a_refusal_takes_a_secret_or_hands_back(qtbot: QtBot) -> None:
    panel = RefusalPanel("Check 1042 is refused.", "Take cash.")
    qtbot.addWidget(panel)
    panel.show()
    panel.set_approvers(("K. Dunn", "P. Foreman"))
    qtbot.keyClicks(panel.field, "246810")
    assert panel.field.displayText() != "246810"
    with qtbot.waitSignal(panel.approval_entered, timeout=500) as told:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert told.args == ["K. Dunn", "246810"]
    with qtbot.waitSignal(panel.handed_back, timeout=500):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    panel.refuse("Check 1043 is refused.", "Take cash.")
    assert panel.field.text() == ""
    assert panel.accessibleName() == "Check 1043 is refused. Take cash."


def test_esc_in_the_field_of_a_refusal_hands_back_too(qtbot: QtBot) -> None:
    panel = RefusalPanel("Check 1042 is refused.", "Take cash.")
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.handed_back, timeout=500):
        qtbot.keyClick(panel.field, Qt.Key.Key_Escape)


def test_tenders_tell_presses_and_del(qtbot: QtBot) -> None:
    tenders = TenderList()
    qtbot.addWidget(tenders)
    rows = (TenderRow("bank-check", "Check 1042", "150.00", "Grand Lake Bank"), TenderRow("cash", "Cash", "100.00"))
    tenders.show_rows(rows)
    assert tenders.rows == rows
    lines = tenders.findChildren(TenderLine)
    assert lines[0].accessibleName() == "Check 1042, 150.00, Grand Lake Bank"
    assert lines[0].sizeHint().height() > lines[1].sizeHint().height()
    with qtbot.waitSignal(tenders.remove_asked, timeout=500) as told:
        qtbot.keyClick(lines[1], Qt.Key.Key_Delete)
    assert told.args == [1]
    with qtbot.waitSignal(tenders.pressed, timeout=500) as told:
        lines[0].click()
    assert told.args == [0]


def test_change_and_still_to_pay_stand_in_one_place(qtbot: QtBot) -> None:
    panel = ChangePanel()
    qtbot.addWidget(panel)
    panel.show_change("13.88", ((1, "ten"), (3, "ones")))
    height = panel.sizeHint().height()
    assert (panel.shown.label, panel.shown.amount) == ("Change", "13.88")
    assert panel.tray.accessibleName() == "1 ten, 3 ones"
    panel.show_owing("86.12")
    assert (panel.shown.label, panel.shown.amount) == ("Still to pay", "86.12")
    assert panel.tray.pieces == ()
    assert panel.sizeHint().height() == height
    panel.show_nothing()
    assert panel.sizeHint().height() == height


def test_a_very_large_change_shrinks_before_it_is_cut(qtbot: QtBot) -> None:
    panel = ChangePanel()
    qtbot.addWidget(panel)
    panel.show_change("1,234,567.89")
    assert panel.shown.minimumSizeHint().width() < 383


def test_lanes_tell_who_was_pressed_and_keep_their_tabs(qtbot: QtBot) -> None:
    tabs = LaneTabs()
    qtbot.addWidget(tabs)
    tabs.show_lanes(LANES, "L1")
    before = tabs.findChildren(LaneTab)
    with qtbot.waitSignal(tabs.chosen, timeout=500) as told:
        before[1].click()
    assert told.args == ["L2"]
    tabs.show_lanes([LANES[0]._replace(state="just served"), *LANES[1:]], "counter")
    assert tabs.findChildren(LaneTab) == before
    assert before[0].accessibleName() == "Lane 1, just served"
    assert [tab.isChecked() for tab in before] == [False, False, True]


def test_the_band_says_saved_then_trouble_with_actions(qtbot: QtBot) -> None:
    band = MomentBand()
    qtbot.addWidget(band)
    band.resize(1286, 104)
    band.show()
    band.show_saved("Receipt DT1B-000147", "saved 10:42:31, printed 10:42:33", paid="236.12", change="13.88")
    assert not band.is_trouble
    assert band.sizeHint().height() == 104
    assert band.accessibleDescription() == "Change 13.88"
    actions = (BandAction("reprint", "Reprint", "Ctrl P", "printer"), BandAction("pdf", "Save as PDF"))
    band.show_trouble("Receipt DT1B-000147 is saved. It was not printed.", "No paper.", change="13.88", actions=actions)
    assert band.is_trouble
    assert band.sizeHint().height() == 104
    pdf = band.findChild(KeyCapButton, "moment_band_pdf")
    assert isinstance(pdf, KeyCapButton)
    with qtbot.waitSignal(band.pressed, timeout=500) as told:
        pdf.click()
    assert told.args == ["pdf"]
    band.show_saved("Receipt DT1B-000148", "saved", paid="1.00", change="")
    assert [part for part in band.findChildren(KeyCapButton) if part.isVisible()] == []


def test_a_narrow_band_breaks_its_words_and_cuts_none(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    lines = QVBoxLayout(place)
    band = MomentBand()
    lines.addWidget(band)
    lines.addStretch(1)
    place.resize(760, 500)
    place.show()
    band.show_saved("Receipt XDT1A-000147", "saved 02:05:17", paid="236.12", change="13.88")
    band.show_saved("Receipt XDT1A-000147", "saved 02:05:17, printed 02:05:17", paid="236.12", change="13.88")
    assert cut(place) == []
    actions = (BandAction("reprint", "Reprint", "Ctrl P", "printer"), BandAction("pdf", "Save as PDF"))
    band.show_trouble("Receipt XDT1A-000147 is saved. It was not printed.", "No paper.", change="1.00", actions=actions)
    assert cut(place) == []
    assert band.height() > BAND_HEIGHT


def test_the_trail_shows_what_fits_and_tells_the_number(qtbot: QtBot) -> None:
    trail = SavedTrail()
    qtbot.addWidget(trail)
    trail.resize(560, 28)
    trail.show_receipts(
        (SavedReceipt("DT1B-000146", "61.20"), SavedReceipt("DT1B-000145", "212.45", "not printed", is_trouble=True))
    )
    trail.show()
    items = trail.findChildren(TrailItem)
    assert [item.isVisible() for item in items] == [True, True]
    trail.resize(300, 28)
    assert [item.isVisible() for item in items] == [True, False]
    with qtbot.waitSignal(trail.pressed, timeout=500) as told:
        items[0].click()
    assert told.args == ["DT1B-000146"]


def test_tender_keys_tell_and_fold(qtbot: QtBot) -> None:
    keys = TenderKeys()
    qtbot.addWidget(keys)
    high = keys.sizeHint().height()
    with qtbot.waitSignal(keys.pressed, timeout=500) as told:
        keys.button("check").click()
    assert told.args == ["check"]
    keys.set_tight(is_tight=True)
    assert keys.sizeHint().height() < high - 60
    assert keys.button("cash").accessibleName() == "Cash, F5"
    assert [key.key for key in TENDER_KEYS] == ["cash", "check", "card", "other"]


def test_undo_tells_once_and_goes(qtbot: QtBot) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar.show_done("Line 104-2290 removed")
    assert bar.words == "Line 104-2290 removed"
    button = bar.findChild(QWidget, "undo_button")
    assert isinstance(button, QWidget)
    with qtbot.waitSignal(bar.undone, timeout=500):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    with qtbot.assertNotEmitted(bar.undone):
        bar.undo()


def test_undo_expires(qtbot: QtBot) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    assert bar._clock.interval() == 8000
    bar._clock.setInterval(10)
    with qtbot.waitSignal(bar.expired, timeout=1000):
        bar.show_done("Line removed")
    assert bar.isHidden()
