"""Sign-in of the picture 07, put together from parts with its sample data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.pin_pad import PinPad
from ui.widgets.rows import column, row
from ui.widgets.station_panel import StationFact, StationPanel
from ui.widgets.text import Text
from ui.widgets.user_card import UserList, UserRow

FACTS = (
    StationFact("printer", "Printer ok", "Epson TM-m30, asked 4 s ago"),
    StationFact("inbox", "Drawer shut", "M. Ruiz 200.00 starting cash"),
    StationFact("barcode", "Scanner ok", "Honeywell 1470g"),
    StationFact("bank-check", "Check feeder unknown", "no answer yet, asking", "unknown"),
    StationFact("cloud-check", "Synced", "nothing waiting"),
    StationFact("shield-check", "Books proved", "PASS 7:31 am, 18,204 entries"),
)
USERS = (
    UserRow("ruiz", "M. Ruiz", "Cashier, batch DT1B-0142 open"), UserRow("okafor", "T. Okafor", "Cashier"),
    UserRow("pruitt", "J. Pruitt", "Cashier, mail"), UserRow("dunn", "K. Dunn", "Supervisor"),
    UserRow("lindsey", "A. Lindsey", "Customer service"),
)


def build_sign_in() -> QWidget:
    """The whole picture."""
    page = QWidget()
    station = StationPanel(city="City of Claremore", station="Drive-thru DT1", date="Saturday 21 November 2026")
    station.show_facts(FACTS)
    users = UserList()
    users.show_users(USERS, "ruiz")
    users.setFixedWidth(380)
    pad = PinPad()
    pad.ask_for("PIN for M. Ruiz", "or hold your badge to the reader")
    for digit in "2468":
        pad.press(digit)
    someone = KeyCapButton("Someone else, type a name", icon="keyboard", variant="link", name="someone")
    links = row(*(
        KeyCapButton(words, icon=icon, variant="link", name=f"link_{icon}") for words, icon in (
            ("Practice city", "school"), ("Large text", "text-size"), ("High contrast", "contrast"),
            ("Español", "language"),
        )
    ), None, spacing=28)
    who = column(users, row(someone, None), None, spacing=10)
    right = column(
        None, Text("Good morning. Who is at the window?", "page"), 2,
        Text("Your open batch continues where it stopped.", "lead", "ink2"), 26,
        row(who, 48, pad, None, spacing=0), None, links, spacing=0, margins=(60, 26, 40, 20),
    )
    line = row(station, right, spacing=0)
    line.setStretch(1, 1)
    line.setAlignment(station, Qt.AlignmentFlag(0))
    page.setLayout(line)
    return page
