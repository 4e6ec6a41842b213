"""The till of the picture 01, put together from parts with its sample data."""

from __future__ import annotations

from ui.widgets.account_line import AccountLine, Fact, OnePress, Service
from ui.widgets.alert_bar import AlertBar
from ui.widgets.card import Card
from ui.widgets.check_image import CheckFace, CheckImage
from ui.widgets.flow import FlowRow
from ui.widgets.frame import Frame
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.key_strip import LiveKey
from ui.widgets.lane_tabs import Lane
from ui.widgets.omnibox import Omnibox
from ui.widgets.rail import ROOMS
from ui.widgets.rows import column, row
from ui.widgets.saved_trail import SavedReceipt, SavedTrail
from ui.widgets.tender_keys import TenderKeys
from ui.widgets.tender_list import TenderRow
from ui.widgets.text import Text
from ui.widgets.till_layout import TillLayout
from ui.widgets.top_strip import StripState

KEYS = (
    LiveKey("F1", "Keys"), LiveKey("F2", "Find"), LiveKey("F3", "Misc receipt"), LiveKey("F4", "Alerts, notes"),
    LiveKey("F9", "Tape"), LiveKey("F11", "Park"), LiveKey("F12", "Next lane"), LiveKey("Ctrl P", "Reprint"),
    LiveKey("Ctrl Shift D", "No-sale"), LiveKey("Del", "Remove line"), LiveKey("Esc", "Back"),
)
LANES = (
    Lane("L1", "Lane 1", "here 2 min", "car"), Lane("L2", "Lane 2", "parked, 1 car", "parking"),
    Lane("counter", "Counter", "free", "user-circle"),
)


def cents(text: str) -> int | str:
    """A stand-in for the money of the domain."""
    digits = text.replace(",", "").replace(".", "")
    return int(digits) if digits.isdigit() else "This is no amount"


def dress_frame(frame: Frame) -> None:
    frame.strip.set_place("Drive-thru DT1", "Batch DT1B-0142", "Sat 21 Nov")
    frame.strip.set_devices((
        StripState("Printer ok", "printer", name="printer"), StripState("Drawer shut", "inbox", name="drawer"),
        StripState("Scanner ok", "barcode", name="scanner"),
        StripState("Check feeder ok", "bank-check", name="check_feeder"),
    ))
    frame.strip.set_sync("Synced 2 s ago")
    frame.strip.set_user("M. Ruiz")
    frame.rail.set_rooms(ROOMS)
    frame.keys.set_keys(KEYS)


def fill_lines(till: TillLayout) -> None:
    till.top.addWidget(Omnibox())
    first = AccountLine("104-2281", "RUIZ, MARIA", "412 N Chickasaw Ave", parse=cents, name="line_1")
    first.field.propose("184.12")
    stop = AlertBar("stop", "Cash only until 15 Jan 2027.", "2 returned checks in 12 months.", name="cash_only")
    stop.set_button("Approved by K. Dunn", icon="shield-check")
    first.set_alerts((stop, AlertBar(
        "heed", "On the cut-off list for Tue 24 Nov.", "96.40 or more strikes it. This payment does.",
        icon="scissors", name="cut_off",
    )))
    first.set_facts((
        Fact("Past due", "96.40", "risk"), Fact("Current, due 28 Nov", "87.72"), Fact("Stay on today", "96.40"),
        Fact("Balance", "184.12"),
    ))
    first.set_presses((OnePress("96.40 past due"), OnePress("184.12 all", "check")))
    first.set_services((
        Service("droplet", "Water", "61.20"), Service("ripple", "Sewer", "22.10"),
        Service("trash", "Sanitation", "18.00"), Service("bolt", "Electric", "82.82"),
    ))
    first.set_open(True)
    second = AccountLine("104-2290", "RUIZ, MARIA", "1807 W 4th St (rent house)", parse=cents, name="line_2")
    second.field.propose("52.00")
    second.set_second("Same payer. Budget plan 52.00 a month, bank draft ends 30 Nov.")
    till.lines.addWidget(first)
    till.lines.addWidget(second)
    till.lines.addLayout(FlowRow(
        KeyCapButton("Misc receipt", key="F3", icon="plus", variant="quiet", name="misc"),
        KeyCapButton("Tape", key="F9", icon="calculator", variant="quiet", name="tape"),
        KeyCapButton("Usual accounts of this check (2)", icon="history", variant="quiet", name="usual"), spacing=4,
    ))
    till.lines.addWidget(check_card())
    trail = SavedTrail()
    trail.show_receipts((
        SavedReceipt("DT1B-000146", "61.20"), SavedReceipt("DT1B-000145", "212.45"),
        SavedReceipt("DT1B-000144", "87.10", "saved, not printed", is_trouble=True),
    ))
    till.foot.addWidget(trail)


def check_card() -> Card:
    card = Card(name="check_read", margins=(16, 14, 16, 14))
    image = CheckImage()
    image.show_face(CheckFace(
        "Maria Ruiz", "412 N Chickasaw Ave", "1042", "21 Nov 2026", "City of Claremore", "150.00",
        "One hundred fifty and 00/100", "Grand Lake Bank", "Maria Ruiz", "|:103100••••|:  ••••4417||  1042",
    ))
    words = column(
        row(Icon("line-scan", 18, "accent"), Text("Check read", weight=600), None),
        row(Text("1042", "lead", weight=600, zero=True), 2, Text("150.00", "lead", weight=600), None),
        Text("Amount on image agrees. Not seen in the last 12 months.", "small", "ink2", wrap=True), 6, None,
        FlowRow(
            KeyCapButton("View both sides", icon="eye", height=32, name="view"),
            KeyCapButton("Hand back", icon="arrow-back-up", height=32, name="hand_back"),
        ),
        spacing=6,
    )
    line = row(image, words, spacing=18)
    line.setStretch(1, 1)
    card.body.addLayout(line)
    return card


def fill_money(till: TillLayout) -> None:
    money = till.money
    money.lanes.show_lanes(LANES, "L1")
    money.show_total("236.12", "2 accounts")
    money.tenders.show_rows((
        TenderRow("bank-check", "Check 1042", "150.00", "Grand Lake Bank ··4417, approved by K. Dunn"),
        TenderRow("cash", "Cash", "100.00"),
    ))
    money.change.show_change("13.88", ((1, "ten"), (3, "ones"), (3, "quarters"), (1, "dime"), (3, "pennies")))
    money.set_keys(TenderKeys())


def build_till() -> Frame:
    """The whole picture."""
    frame = Frame()
    dress_frame(frame)
    till = TillLayout()
    fill_lines(till)
    fill_money(till)
    frame.add_room("till", till)
    frame.show_room("till")
    return frame
