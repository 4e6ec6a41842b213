"""All parts on two sheets: `components` as picture 11 shows them, `more` with what that picture leaves out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.print_plan import Align, Barcode, Pair, PrintPlan, Rule, Size
from app.domain.print_plan import Text as PlanText
from receipts.renderers.roll import draw
from tests.ui.widgets.till_sample import cents
from ui.look.cells import Cell
from ui.look.theme import current_look
from ui.look.tokens import Tokens
from ui.widgets.alert_bar import AlertBar
from ui.widgets.amount_field import AmountField, ErrorLine, HintLine
from ui.widgets.badge import Badge
from ui.widgets.card import Card
from ui.widgets.count_grid import CountGrid, Denomination
from ui.widgets.data_table import DENSE_HEIGHT, DataTable
from ui.widgets.drawer_picture import DrawerPicture
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.moment_band import BandAction, MomentBand
from ui.widgets.note_card import NoteCard
from ui.widgets.omnibox import Omnibox
from ui.widgets.paper_roll import PaperRoll
from ui.widgets.refusal_panel import RefusalPanel
from ui.widgets.result_list import ResultList, ResultRow
from ui.widgets.rows import column, row
from ui.widgets.segmented import Segment, SegmentedControl
from ui.widgets.step_list import Step, StepList
from ui.widgets.suspect_card import SuspectCard
from ui.widgets.switch import Switch
from ui.widgets.table_delegate import TableColumn
from ui.widgets.text import Text
from ui.widgets.top_strip import StripState, TopStrip
from ui.widgets.totals_band import BandFigure, TotalsBand
from ui.widgets.undo_bar import UndoBar

FOUND = (
    ResultRow("user", "104-2281", "RUIZ, MARIA", "412 N Chickasaw Ave", "184.12", "Cash only"),
    ResultRow("home", "104-2290", "RUIZ, MARIA", "1807 W 4th St", "52.00"),
    ResultRow("user", "106-0718", "RUIZ, MARTIN", "88 Cedar Ct", "0.00"),
)
BATCHES = (
    ("DT1B-0142", "M. Ruiz", "Drive-thru 1", "1,204.00", "8,112.40", "2,310.15", "−2.00", "To balance"),
    ("FC1A-0088", "T. Okafor", "Counter 1", "1,612.00", "6,204.18", "2,118.40", "−0.09", "To balance"),
    ("FC2A-0091", "S. Whitekiller", "Counter 2", "884.50", "3,911.02", "1,702.66", "", "Being counted"),
    ("PHON-0033", "A. Lindsey", "Telephone", "", "", "1,188.40", "", "Open"),
    ("MAIL-0212", "Pruitt, Lindsey", "Mail", "", "4,402.18", "", "0.00", "Balanced"),
)
BATCH_COLUMNS = (
    TableColumn("Batch", "number", weight=500), TableColumn("Cashier", width=122),
    TableColumn("Taken at", width=110, stretch=True, tone="ink2"), TableColumn("Cash", "amount"),
    TableColumn("Checks", "amount"), TableColumn("Cards, ACH", "amount"), TableColumn("+/−", "amount"),
    TableColumn("", "badge"),
)
STATES = {"To balance": ("attention", "search"), "Being counted": ("line", ""), "Open": ("neutral", ""),
          "Balanced": ("neutral", "check")}


def title(words: str) -> Text:
    return Text(words, "body", weight=600)


def captioned(part: QWidget, words: str) -> QVBoxLayout:
    return column(part, Text(words, "caption", "ink3"), spacing=4)


def buttons() -> QVBoxLayout:
    rows = column(title("Buttons"), spacing=6)
    for variant, words, key in (("primary", "Finish", "F10"), ("plain", "Park", "F11")):
        line: QHBoxLayout = row(spacing=22 if variant == "primary" else 10)
        for state in ("normal", "hover", "focus", "pressed", "disabled, says why"):
            if variant == "plain" and state.startswith("disabled"):
                continue
            button = KeyCapButton(words, key=key, variant=variant, name=f"{variant}_{state.split(',')[0]}")
            button.setProperty("state", state)
            line.addLayout(captioned(button, state))
        if variant == "plain":
            line.addLayout(captioned(KeyCapButton("Tape", icon="calculator", variant="quiet", name="quiet"), "quiet"))
            line.addSpacing(20)
            void = KeyCapButton("Void", icon="x", variant="risk", name="risk")
            line.addLayout(captioned(void, "undoes money"))
        line.addStretch(1)
        rows.addLayout(line)
    busy = KeyCapButton("Card", variant="primary", name="busy")
    busy.set_busy("Asking card...")
    rows.addLayout(row(captioned(busy, "busy, Esc cancels"), None))
    return rows


def fields() -> QVBoxLayout:
    line = row(spacing=10)
    for state, amount in (("normal", "184.12"), ("focus", "184.12"), ("error", "9184.12"), ("read only", "184.12")):
        field = AmountField(cents, width=150 if state == "error" else 110, name=f"field_{state.replace(' ', '_')}")
        field.propose(amount)
        field.setReadOnly(state == "read only")
        below: QWidget = HintLine(state)
        if state == "error":
            below = ErrorLine(name="error_line")
            field.fault_changed.connect(below.show_fault)
            field.show_fault("More than is owed")
        line.addLayout(column(field, below, spacing=4))
    line.addStretch(1)
    return column(title("Fields"), line, spacing=6)


def badges() -> QVBoxLayout:
    parts = (
        Badge("Balanced", "neutral", "check"), Badge("On the way", "accent", "truck"),
        Badge("To balance", "attention", "search"), Badge("6.10 less", "risk", "alert-triangle"),
        Badge("Scheduled", "line"), Badge("No check", "inverse", "ban"),
    )
    return column(title("Badges"), row(*parts, None, spacing=8), spacing=8)


def refusals() -> QVBoxLayout:
    refusal = RefusalPanel(
        "Check 1042 is refused. 104-2281 is cash only until 15 Jan 2027.",
        "Take cash, a card or a money order, or ask a supervisor. The check stays on this receipt as not taken.",
    )
    heed = AlertBar("heed", "On the cut-off list for Tue 24 Nov.", "96.40 or more strikes it.", icon="scissors")
    return column(title("Refusal and alerts"), refusal, heed, spacing=8)


def strips() -> QVBoxLayout:
    first, second = TopStrip(name="strip_1"), TopStrip(name="strip_2")
    first.set_devices((
        StripState("Printer: cover open", "printer-off", "trouble", "printer"),
        StripState("Drawer unknown", "inbox", "unknown", "drawer"),
        StripState("Scanner ok", "barcode", "ok", "scanner"),
    ))
    first.set_sync("12 waiting, oldest 3 min", "cloud-up", "trouble")
    second.set_devices((
        StripState("Printer ok", "printer", "ok", "printer"),
        StripState("Drawer open 40 s", "inbox", "trouble", "drawer"),
    ))
    second.set_sync("Working alone since 10:42", "cloud-off", "trouble")
    return column(title("Top strip: ok, trouble, unknown; synced, waiting, alone"), first, second, spacing=6)


def found() -> QVBoxLayout:
    box = Omnibox(name="gallery_omnibox")
    box.field.setText("ruiz mar")
    results = ResultList(box)
    results.show_rows(FOUND, left="3 of 3, 4 ms", right="name begins with “ruiz mar”")
    results.setFixedHeight(results.wanted_height())
    return column(title("Omnibox, open"), box, results, spacing=6)


class Swatches(QWidget):
    """The colours as tokens paint them."""

    NAMES = (
        "bg", "surface", "sunk", "line", "line2", "ink", "ink2", "ink3", "accent", "tint", "risk", "risk_tint",
        "attention", "attention_tint", "attention_fill", "inverse",
    )

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        tokens: Tokens = current_look().tokens
        for at, name in enumerate(self.NAMES):
            card = Card()
            card.setStyleSheet(f"background: {getattr(tokens, name)}; border: 1px solid {tokens.line2}")
            card.setFixedSize(26, 26)
            value = Text(getattr(tokens, name), "caption", "ink3")
            cell = column(card, Text(name, "caption", weight=500), value, spacing=1)
            grid.addLayout(cell, at // 8, at % 8)


def figures() -> QVBoxLayout:
    line = row(spacing=18)
    for role, amount, tone in (
        ("change", "13.88", "accent"), ("total", "236.12", "ink"), ("page", "31,990.10", "ink"),
        ("figure", "150.00", "ink"),
    ):
        line.addWidget(Text(amount, role, tone))
    line.addWidget(Text("96.40", "lead", weight=600))
    line.addWidget(Text("61.20", "body", weight=500))
    line.addStretch(1)
    words = row(
        Text("Title 22", "title"), Text("Head 18", "head"), Text("Lead 16", "lead"), Text("Body 14"),
        Text("Small 13", "small", "ink2"), Text("Caption 12", "caption", "ink3"),
        Text("104-2281 0O 1Il", "lead", weight=600, zero=True), None, spacing=14,
    )
    return column(title("Type: IBM Plex Sans, all figures one width"), line, words, spacing=2)


def empties() -> QVBoxLayout:
    card = Card(margins=(12, 8, 12, 4))
    card.body.addWidget(EmptyState(
        "stack-2", "Nothing to balance", "All 14 batches are balanced. The next step is the bag.",
        buttons=(KeyCapButton("Deposit builder", key="D", name="deposit"),), is_large=False,
    ))
    undo = UndoBar()
    undo.show_done("Line 104-2290 removed")
    return column(title("Empty state, undo"), card, undo, spacing=8)


def build_components() -> QWidget:
    """Picture 11."""
    page = QWidget()
    left = column(
        buttons(), 12, fields(), 12, badges(), 12, refusals(), 12, strips(), None, spacing=4, margins=(0, 0, 0, 0)
    )
    right = column(
        found(), 6, title("Colour"), Swatches(), 6, figures(), 6, empties(), None, spacing=4, margins=(0, 0, 0, 0)
    )
    line = row(left, right, spacing=24, margins=(26, 20, 26, 14))
    line.setStretch(0, 1)
    line.setStretch(1, 1)
    page.setLayout(line)
    return page


def batch_table() -> DataTable:
    table = DataTable(BATCH_COLUMNS, label="Batches", name="batches")
    table.show_rows([
        [Cell(text) for text in line[:6]]
        + [Cell(line[6], "ink3" if line[6] == "0.00" else "risk"), Cell(line[7], *STATES[line[7]])]
        for line in BATCHES
    ])
    table.selectRow(1)
    return table


def swap_table() -> DataTable:
    columns = (
        TableColumn("Tender", stretch=True), TableColumn("Expected", "amount"), TableColumn("Counted", "amount"),
        TableColumn("Difference", "amount"),
    )
    table = DataTable(columns, row_height=DENSE_HEIGHT, label="By tender", name="swap")
    table.show_rows([
        [Cell("Cash"), Cell("1,612.00"), Cell("1,630.00"), Cell("+18.00", "risk")],
        [Cell("Checks"), Cell("6,204.18"), Cell("6,186.09"), Cell("−18.09", "risk")],
        [Cell("Cards"), Cell("2,118.40"), Cell("2,118.40"), Cell("0.00", "ink3")],
    ])
    table.setFixedHeight(table.fitted_height())
    return table


def totals() -> TotalsBand:
    band = TotalsBand()
    band.show_figures((
        BandFigure("batches", "Batches today", "14", "9 balanced, 3 to balance, 2 open"),
        BandFigure("received", "Received", "48,212.07", "411 receipts, 6 voids"),
        BandFigure("bags", "In bags", "31,990.10", "bags 70412, 70413"),
        BandFigure("open", "Not yet in a bag", "16,221.97", "5 batches, due Mon 23 Nov"),
        BandFigure("short", "Short", "−2.09", "2 short, gross, never netted", "risk"),
    ))
    return band


def paper() -> PaperRoll:
    shown = PaperRoll()
    shown.show_roll(draw(PrintPlan((
        PlanText("CITY OF CLAREMORE", Align.CENTRE, bold=True), PlanText("Utility office", Align.CENTRE),
        PlanText("PRACTICE - NOT A RECEIPT", Align.CENTRE, bold=True), Rule(),
        Pair("Receipt", "XDT1B-000147", bold=True),
        Pair("Sat 21 Nov 2026", "10:42 am"), Rule(), Pair("104-2281  RUIZ, MARIA", "184.12"),
        Pair("TOTAL", "236.12", bold=True), Pair("CHANGE", "13.88", bold=True, size=Size.TALL), Rule(),
        Barcode("DT1B-000147"),
    ), 42)))
    return shown


def steps() -> StepList:
    shown = StepList()
    shown.setFixedWidth(280)
    shown.show_steps((
        Step("Find", "1 printer, 1 drawer, 2 readers"), Step("Test print", "Epson TM-m30III, reads well"),
        Step("Kick the drawer", "opened, you confirm"), Step("Shut the drawer", "sensor both ways"),
    ), 3)
    return shown


def bands() -> QVBoxLayout:
    saved, trouble = MomentBand(name="band_saved"), MomentBand(name="band_trouble")
    saved.show_saved("Receipt DT1B-000147", "saved 10:42:31, printed 10:42:33", paid="236.12", change="13.88")
    trouble.show_trouble(
        "Receipt DT1B-000147 is saved. It was not printed.",
        "The printer is out of paper. Load paper and reprint, or hand over a copy another way.", change="13.88",
        actions=(
            BandAction("reprint", "Reprint", "Ctrl P", "printer"), BandAction("pdf", "Save as PDF", "", "file-text"),
        ),
    )
    return column(saved, trouble, spacing=0)


def build_more() -> QWidget:
    """What picture 11 leaves out."""
    page = QWidget()
    swap = Card(margins=(1, 1, 1, 1))
    swap.body.addWidget(swap_table())
    batches = Card(margins=(1, 1, 1, 1))
    batches.body.addWidget(batch_table())
    coin = CountGrid(
        "Coin", (Denomination("1.00", 100), Denomination("0.25", 25), Denomination("0.01", 1)),
        lambda value: f"{value // 100:,}.{value % 100:02}",
    )
    coin.show_pieces({100: 4, 25: 0})
    suspect = SuspectCard(
        1, "Tender swap", "18.00", "FC1A-000412, 11:26: keyed as check, none was fed.", buttons=(
            KeyCapButton("Open receipt", key="Enter", variant="primary", height=32, name="open_receipt"),
            KeyCapButton("Correct the tender", height=32, name="correct"),
        ),
    )
    second = SuspectCard(2, "Digits swapped", "0.09", "Check 5521 keyed 45.54; its image reads 45.45.")
    low, low2 = Switch("Paper low", name="low"), Switch("Paper out", name="out")
    low.setChecked(True)
    drawer = DrawerPicture()
    drawer.set_open(is_open=True)
    segments = SegmentedControl((Segment("day", "Today"), Segment("before", "Yesterday"), Segment("week", "Week")))
    left = column(row(segments, None), batches, row(steps(), coin, None, spacing=24), spacing=10)
    middle = column(
        swap, suspect, second, NoteCard("eye-off", "You count what you see. The expected amount is shown later."),
        row(drawer, column(low, low2)), None, spacing=10,
    )
    lower = row(left, middle, paper(), spacing=12, margins=(20, 0, 20, 10))
    lower.setStretch(0, 1)
    page.setLayout(column(bands(), row(totals(), margins=(20, 0, 20, 0)), lower, spacing=10))
    return page


def pose(page: QWidget) -> None:
    """Put the buttons and fields into the states their captions name."""
    for button in page.findChildren(KeyCapButton):
        state = button.property("state")
        if state == "hover":
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        elif state == "pressed":
            button.setDown(True)
        elif state and str(state).startswith("disabled"):
            button.setEnabled(False)
            button.set_reason("Nothing is given yet")
        elif state == "focus" and button.variant == "primary":
            button.setFocus()
