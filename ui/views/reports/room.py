"""The reports room: pick, see, print, Excel, CSV; every figure leads to what it is made of."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.reports.scope import ReportKind
from app.domain.reports.table import Row
from ui.viewmodels.batches import words
from ui.viewmodels.reports.face import figures_of
from ui.viewmodels.reports.files import ReportFilesModel
from ui.viewmodels.reports.model import ReportsModel
from ui.views.reports.entry_dialog import EntryDialog
from ui.views.reports.filter_row import FilterRow
from ui.views.reports.places import ReportPlaces
from ui.views.reports.table_card import TableCard
from ui.views.room import RoomView
from ui.widgets.alert_bar import AlertBar
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.segmented import Segment, SegmentedControl
from ui.widgets.shortcut import shortcut
from ui.widgets.text import Text
from ui.widgets.totals_band import BandFigure, TotalsBand

_SHORT = {
    ReportKind.BATCHES: "Batches", ReportKind.RECEIPTS: "Receipts", ReportKind.VOIDS: "Voids",
    ReportKind.OVERRIDES: "Overrides", ReportKind.NO_SALES: "No-sales", ReportKind.REPRINTS: "Reprints",
    ReportKind.OVER_SHORT: "Over, short", ReportKind.BY_HOUR: "By hour",
}  # fmt: skip
_TOLD_MS = 100


class ReportsRoom(RoomView):
    """Reports above, days and people below them, the figures, the table."""

    room_name = "Reports"

    def __init__(self, model: ReportsModel, files: ReportFilesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reports_room")
        self._model, self._files = model, files
        self._make_parts()
        self._arrange()
        self._make_keys()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TOLD_MS)
        self._soon.timeout.connect(self._show_progress)
        model.asked_changed.connect(self._show_asked)
        model.rows_changed.connect(self._show_rows)
        model.progressed.connect(self._progress)
        model.refused.connect(self._refuse)
        model.entry_asked.connect(self._show_entry)
        files.progressed.connect(self._say_writing)
        files.kept.connect(self._say_kept)
        files.failed.connect(self._refuse)
        files.ended.connect(self._not_writing)
        self._show_asked()

    def live_keys(self) -> list[tuple[str, str]]:
        """What can be pressed now, by frequency."""
        keys = [("F1", self.tr("Keys")), ("Enter", self.tr("Open"))]
        if self._is_hours():
            keys.append(("G", self.tr("Table") if self.card.has_chart_in_front else self.tr("Chart")))
        keys += [("F", self.tr("Days"))]
        if len(self._model.pages.starts) > 1:
            keys += [("N", self.tr("Next page")), ("P", self.tr("Page before"))]
        keys += [("Ctrl P", self.tr("PDF")), ("X", self.tr("Excel")), ("V", self.tr("CSV"))]
        if self._model.is_reading or self._files.is_busy:
            keys.append(("Esc", self.tr("Stop")))
        elif self._model.can_go_back:
            keys.append(("Esc", self.tr("Back")))
        return keys

    def help_keys(self) -> list[tuple[str, str]]:
        """Every key of the room."""
        keys = self.live_keys()
        keys += [(str(at), self.tr(_SHORT[kind])) for at, kind in enumerate(ReportKind, 1)]
        keys += [
            ("T", self.tr("Today")), ("Y", self.tr("Yesterday")), ("W", self.tr("Seven days")),
            ("M", self.tr("This month")), ("B", self.tr("Batch")), ("I", self.tr("Journal entry of the row")),
        ]  # fmt: skip
        if self._model.sees_all:
            keys.append(("C", self.tr("Cashier")))
        return keys

    def strip_fact(self) -> str:
        """As of when the figures are."""
        head = self._model.head()
        return "" if head is None else self.tr("As of {time}").format(
            time=words.clock_time(head.as_of, head.time_zone, with_seconds=True)
        )

    def take_focus(self) -> None:
        """The room was entered: everything is read again."""
        self._model.load()
        self.card.take_focus()

    def leave_ok(self) -> bool:
        """Nothing here is lost by leaving."""
        return True

    def _make_parts(self) -> None:
        model = self._model
        self.kinds = SegmentedControl(
            [Segment(kind.value, self.tr(_SHORT[kind])) for kind in ReportKind],
            label=self.tr("Report"), name="reports_kind",
        )
        self.kinds.chosen.connect(self._choose_kind)
        self.title = Text("", "title", elide=True, name="reports_title")
        self.filter = FilterRow(model)
        self.filter.left.connect(self._focus_card)
        self.band = TotalsBand(name="reports_totals")
        self.band.pressed.connect(self._figure)
        self.refusal = AlertBar("stop", "", name="reports_refusal")
        self.refusal.set_button(self.tr("Understood"))
        self.refusal.pressed.connect(self.refusal.hide)
        self.refusal.hide()
        self.told = AlertBar("heed", "", icon="eye-off", name="reports_told")
        self.told.hide()
        self.card = TableCard(model)
        self.card.row_opened.connect(model.open_row)
        self.pdf = KeyCapButton(self.tr("PDF"), key="Ctrl P", icon="printer", name="reports_pdf")
        self.excel = KeyCapButton(self.tr("Excel"), key="X", icon="table", name="reports_excel")
        self.csv = KeyCapButton(self.tr("CSV"), key="V", icon="file-export", name="reports_csv")
        for button, ending in ((self.pdf, ".pdf"), (self.excel, ".xlsx"), (self.csv, ".csv")):
            button.clicked.connect(partial(self._ask_place, ending))
        self.chart = KeyCapButton(self.tr("Table"), key="G", icon="table", name="reports_chart_key")
        self.chart.clicked.connect(self._turn_chart)
        self.state = Text("", "small", "ink2", name="reports_state")
        self.before = KeyCapButton(self.tr("Page before"), key="P", height=32, name="reports_page_before")
        self.next = KeyCapButton(self.tr("Next page"), key="N", height=32, name="reports_page_next")
        self.before.clicked.connect(partial(self._turn_page, -1))
        self.next.clicked.connect(partial(self._turn_page, 1))
        self.stop = KeyCapButton(self.tr("Stop"), key="Esc", height=32, name="reports_stop")
        self.stop.clicked.connect(self._back)

    def _arrange(self) -> None:
        top = row(self.title, self.chart, self.pdf, self.excel, self.csv, spacing=8)
        top.setStretch(0, 1)
        foot = row(self.state, None, self.stop, self.before, self.next, spacing=8)
        whole = column(
            row(self.kinds, None), top, self.band, self.filter, self.refusal, self.told, self.card, foot,
            spacing=8, margins=(20, 12, 20, 10),
        )  # fmt: skip
        whole.setStretch(6, 1)
        self.setLayout(whole)

    def _make_keys(self) -> None:
        for at, kind in enumerate(ReportKind, 1):
            shortcut(self, str(at), partial(self._choose_kind, kind.value))
        for key, span in (("T", "today"), ("Y", "yesterday"), ("W", "week"), ("M", "month")):
            shortcut(self, key, partial(self._model.show_span, span))
        for key, button in (("Ctrl+P", self.pdf), ("X", self.excel), ("V", self.csv), ("G", self.chart),
                            ("N", self.next), ("P", self.before)):  # fmt: skip
            shortcut(self, key, button.click)
        shortcut(self, "F", self._focus_days)
        shortcut(self, "C", partial(self._open_box, "cashier"))
        shortcut(self, "B", partial(self._open_box, "batch"))
        shortcut(self, "I", self._entry_of_row)
        shortcut(self, "Esc", self._back)
        for key in ("Enter", "Return"):  # of the table only: in a field it answers the field
            shortcut(self.card, key, self._open_chosen)

    def _is_hours(self) -> bool:
        return self._model.asked is not None and self._model.asked.kind is ReportKind.BY_HOUR

    def _choose_kind(self, key: str) -> None:
        self._model.choose(ReportKind(key))
        self._focus_card()

    def _focus_card(self) -> None:
        self.card.take_focus()

    def _focus_days(self) -> None:
        self.filter.first.setFocus()
        self.filter.first.selectAll()

    def _open_box(self, which: str) -> None:
        box = self.filter.cashier if which == "cashier" else self.filter.batch
        if box.isVisible():
            box.setFocus()
            box.showPopup()

    def _open_chosen(self) -> None:
        self._model.open_row(self.card.chart.current if self.card.is_chart_shown() else self.card.table.chosen_row())

    def _entry_of_row(self) -> None:
        self._model.show_entry(self.card.table.chosen_row())

    def _turn_chart(self) -> None:
        if self._is_hours():
            self.card.has_chart_in_front = not self.card.has_chart_in_front
            self.card.show_front()
            self._show_chart_key()
            self._focus_card()
            self.keys_changed.emit()

    def _turn_page(self, on: int) -> None:
        self._model.show_page(self._model.page + on)

    def _back(self) -> None:
        if self.refusal.isVisible():
            self.refusal.hide()
        elif self._files.is_busy:
            self._files.stop()
        elif self._model.back():
            self._focus_card()
        else:
            self._focus_card()

    def _show_asked(self) -> None:
        asked = self._model.asked
        self.setEnabled(asked is not None)
        if asked is None:
            return
        self.kinds.set_current(asked.kind.value)
        self.title.setText(self._model.title())
        self.filter.show_asked()
        self._show_chart_key()
        self._show_figures()
        self._show_progress()
        self.keys_changed.emit()

    def _show_chart_key(self) -> None:
        self.chart.setVisible(self._is_hours())
        if self.card.has_chart_in_front:
            self.chart.set_words(self.tr("Table"), icon="table")
        else:
            self.chart.set_words(self.tr("Chart"), icon="chart-bar")

    def _show_rows(self) -> None:
        head, about = self._model.head(), self._model.about
        if head is None or about is None:
            return
        had_focus = self.card.has_focus()
        self.told.say(head.hidden_words)
        self.told.setVisible(bool(head.hidden))
        people = [(user, about.names.get(user, user)) for user in about.people]
        self.filter.show_choices(people, about.numbers)
        self.card.show_report()
        if had_focus:
            self._focus_card()
        self._show_progress()
        self.keys_changed.emit()

    def _progress(self) -> None:
        """Steps come faster than anybody reads: ten times a second is enough."""
        if not self._model.is_reading:
            self._show_progress()
        elif not self._soon.isActive():
            self._soon.start()

    def _show_progress(self) -> None:
        model = self._model
        self.card.show_totals()
        self._show_figures()
        pages, page = len(model.pages.starts), model.page
        self.state.setText(self._state_words(pages, page))
        self.stop.setVisible(model.is_reading)
        for button, is_there in ((self.before, page > 0), (self.next, page + 1 < pages)):
            button.setVisible(pages > 1)
            button.setEnabled(is_there)
        self.card.show_front()

    def _state_words(self, pages: int, page: int) -> str:
        model = self._model
        if model.is_reading:
            return self.tr("Reading, {n} %").format(n=model.share // 10)
        if model.head() is not None and not model.is_whole:
            return self.tr("Stopped before the end: the totals are not whole. Choose the days again.")
        if pages > 1:
            return self.tr("Page {n} of {all}, {rows} rows").format(n=page + 1, all=pages, rows=f"{model.pages.rows:,}")
        return ""

    def _show_figures(self) -> None:
        head = self._model.head()
        if head is None:
            return
        figures = figures_of(head.shape, self._model.totals)
        self.band.show_figures([
            BandFigure(one.key, one.label, one.amount, one.second, "risk" if one.is_risk else "ink")
            for one in figures
        ])  # fmt: skip

    def _figure(self, key: str) -> None:
        head = self._model.head()
        if head is None:
            return
        figure = next((one for one in figures_of(head.shape, self._model.totals) if one.key == key), None)
        if figure is not None:
            self._model.lead_to(figure.leads_to)
        self._focus_card()

    def _show_entry(self, found: Row) -> None:
        head = self._model.head()
        if head is not None:
            EntryDialog.ask(self, head, found)

    def _refuse(self, sentence: str) -> None:
        self.refusal.say(sentence)
        self.refusal.setVisible(bool(sentence))

    def _ask_place(self, ending: str) -> None:
        head = self._model.head()
        if head is not None and not self._files.is_busy:
            self.refusal.hide()
            title = self.tr("Save {report}").format(report=self._model.title())
            ReportPlaces.ask_file(self, title=title, file_name=f"{head.file_name}{ending}", chosen=self._write)

    def _write(self, path: Path) -> None:
        asked = self._model.asked
        if asked is not None:
            self._files.make(asked, self._model.reader(), path)
            self._button_of(path).set_busy(self.tr("Writing..."))
            self.keys_changed.emit()

    def _button_of(self, path: Path) -> KeyCapButton:
        return {".pdf": self.pdf, ".xlsx": self.excel}.get(path.suffix.lower(), self.csv)

    def _say_writing(self, share: int) -> None:
        self.state.setText(self.tr("Writing the file, {n} %").format(n=share // 10))

    def _say_kept(self, path: Path) -> None:
        self.state.setText(self.tr("Saved: {path}").format(path=path))

    def _not_writing(self) -> None:
        for button in (self.pdf, self.excel, self.csv):
            button.set_busy("")
        self._show_progress()
        self.keys_changed.emit()
