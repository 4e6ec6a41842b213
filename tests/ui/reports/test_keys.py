"""The room by keys alone: pick, filter, click through, write files, and what a role does not see."""

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from app.domain.reports.scope import ReportKind
from app.domain.tender import Tender
from tests.stories.batches.office import Office
from tests.ui.reports.test_screens import full_office
from tests.ui.reports.window import ReportsWindow
from ui.views.batches.receipt_paper import ReceiptPaperDialog
from ui.views.reports.entry_dialog import EntryDialog
from ui.views.reports.places import ReportPlaces
from ui.widgets.amount_field import ErrorLine
from ui.widgets.totals_band import TotalsBand

Show = Callable[..., ReportsWindow]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Instead of the system's dialog: the file goes here, under the name proposed."""
    folder = tmp_path / "files"
    folder.mkdir()

    def ask(cls: type, parent: QWidget, *, title: str, file_name: str, chosen: Callable[[Path], None]) -> None:
        chosen(folder / file_name)

    monkeypatch.setattr(ReportPlaces, "ask_file", classmethod(ask))
    return folder


def figures(shown: ReportsWindow) -> dict[str, str]:
    return {figure.label: figure.amount for figure in shown.part(TotalsBand, "reports_totals").figures}


def test_a_batch_leads_to_its_receipts_a_receipt_to_its_paper_and_esc_back(window: Show, office: Office) -> None:
    number = full_office(office)
    shown = window("kdunn")
    assert shown.cells()[0][0] == number
    shown.key(Qt.Key.Key_Return)
    assert shown.model.asked is not None
    assert (shown.model.asked.kind, shown.model.asked.scope.batch) == (ReportKind.RECEIPTS, number)
    assert len(shown.cells()) == 5
    shown.key(Qt.Key.Key_Down)
    shown.key(Qt.Key.Key_Return)
    paper = shown.dialog(ReceiptPaperDialog)
    assert paper.title.text() == f"Receipt {shown.cells()[1][0]}"
    paper.reject()
    shown.settle()
    shown.key(Qt.Key.Key_Escape)
    assert shown.model.asked.kind is ReportKind.BATCHES
    assert not shown.model.can_go_back


def test_a_figure_leads_to_what_it_is_made_of(window: Show, office: Office) -> None:
    full_office(office)
    shown = window("kdunn")
    assert figures(shown)["Over"] == "18.00"
    band = shown.part(TotalsBand, "reports_totals")
    band.pressed.emit(next(figure.key for figure in band.figures if figure.label == "Over"))
    shown.settle()
    assert shown.model.asked is not None
    assert shown.model.asked.kind is ReportKind.OVER_SHORT
    assert figures(shown) == {"Differences": "2", "Over": "18.00", "Short": "18.09"}  # gross, never netted (R32)


def test_days_are_typed_and_a_wrong_one_says_so_and_stays(window: Show, office: Office) -> None:
    full_office(office)
    shown = window("kdunn")
    shown.keys("2f")
    first = shown.part(QLineEdit, "reports_from")
    assert QApplication.focusWidget() is first
    shown.keys("11/1")
    shown.key(Qt.Key.Key_Return)
    shown.keys("soon")
    shown.key(Qt.Key.Key_Return)
    assert shown.part(ErrorLine, "reports_fault").sentence.startswith("“soon” is not a day.")
    last = shown.part(QLineEdit, "reports_to")
    last.selectAll()
    shown.keys("11/20/2026")
    shown.key(Qt.Key.Key_Return)
    assert shown.model.asked is not None
    assert (shown.model.asked.scope.first, shown.model.asked.scope.last) == ("2026-11-01", "2026-11-20")
    assert shown.cells() == []
    assert shown.part(QWidget, "reports_none").isVisible()
    shown.keys("m")
    assert len(shown.cells()) == 8


def test_one_cashier_or_one_batch_can_be_picked(window: Show, office: Office) -> None:
    number = full_office(office)
    shown = window("kdunn")
    shown.keys("2")
    box = shown.part(QComboBox, "reports_cashier")
    box.setCurrentIndex(box.findData("tokafor"))
    box.activated.emit(box.currentIndex())
    shown.settle()
    assert len(shown.cells()) == 3
    batches = shown.part(QComboBox, "reports_batch")
    assert batches.findData(number) == -1  # not one of this cashier's
    box.setCurrentIndex(0)
    box.activated.emit(0)
    shown.settle()
    batches.setCurrentIndex(batches.findData(number))
    batches.activated.emit(batches.currentIndex())
    shown.settle()
    assert len(shown.cells()) == 5


def test_the_chart_is_moved_by_arrows_says_its_bars_and_opens_an_hour(window: Show, office: Office) -> None:
    full_office(office)
    shown = window("kdunn")
    shown.keys("8")
    chart = shown.room.card.chart
    assert chart.hasFocus()
    assert chart.accessibleName() == "Receipts taken in each hour: 7 to 8 am: 6 receipts, 302.65"
    assert "9 to 10 am: 2 receipts, 4,117.10" in chart.accessibleDescription()
    shown.key(Qt.Key.Key_End)
    assert chart.current == 2
    shown.keys("g")
    assert [line[0] for line in shown.cells()] == ["7 to 8 am", "8 to 9 am", "9 to 10 am"]
    shown.keys("g")
    shown.key(Qt.Key.Key_Return)
    assert shown.model.asked is not None
    assert shown.model.asked.scope.hour == 9
    assert len(shown.cells()) == 2


def test_a_no_sale_opens_its_journal_entry(window: Show, office: Office) -> None:
    full_office(office)
    shown = window("kdunn")
    shown.keys("5")
    shown.key(Qt.Key.Key_Return)
    assert shown.dialog(EntryDialog).accessibleName() == "No-sales"


def test_a_cashier_sees_own_batches_only_and_none_that_is_still_counted_blind(window: Show, office: Office) -> None:
    number = full_office(office)
    shown = window("tokafor")
    assert shown.cells() == []
    assert shown.room.told.words.startswith("Without batch XDT1A-0002: not balanced yet")
    assert not shown.part(QComboBox, "reports_cashier").isVisible()
    shown.keys("5")
    assert len(shown.cells()) == 1  # a no-sale gives no sum away
    shown = window("mruiz")
    assert [line[0] for line in shown.cells()] == [number]


def test_a_supervisor_who_covers_the_window_does_not_see_the_own_sums(window: Show, office: Office) -> None:
    office.sign_in("kdunn")
    office.open_batch()
    office.take(6_120, Tender("cash", 7_000))
    shown = window("kdunn")
    for digit in "12378":
        shown.keys(digit)
        assert shown.cells() == []
        assert set(figures(shown).values()) <= {"0", "0.00"}


def test_nothing_of_one_person_is_left_for_the_next(window: Show, office: Office) -> None:
    full_office(office)
    shown = window("kdunn")
    assert shown.model.rows
    office.session.sit(None)
    assert shown.model.rows == ()
    assert not shown.room.isEnabled()


def test_every_sort_of_file_is_written_by_key(window: Show, office: Office, place: Path) -> None:
    full_office(office)
    shown = window("kdunn")
    shown.keys("2")
    shown.keys("v")
    name = "PRACTICE_receipts-2026-11-21"
    lines = list(csv.reader((place / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(lines) == 1 + 8 + 1
    assert lines[-1][9] == "4419.75"
    shown.keys("x")
    with zipfile.ZipFile(place / f"{name}.xlsx") as package:
        assert "xl/worksheets/sheet1.xml" in package.namelist()
    shown.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert (place / f"{name}.pdf").read_bytes().startswith(b"%PDF")
    assert shown.room.state.text() == f"Saved: {place / name}.pdf"
    assert not shown.room.pdf.is_busy


def test_a_disk_that_refuses_is_one_sentence_and_no_half_file(window: Show, office: Office, place: Path) -> None:
    full_office(office)
    (place / "PRACTICE_batches-2026-11-21.csv").mkdir()
    shown = window("kdunn")
    shown.keys("v")
    assert shown.room.refusal.isVisible()
    assert "cannot be written" in shown.room.refusal.words
    assert not shown.room.csv.is_busy
    assert sorted(path.name for path in place.iterdir()) == ["PRACTICE_batches-2026-11-21.csv"]


def test_esc_stops_a_long_report_and_says_that_its_totals_are_not_whole(window: Show, office: Office) -> None:
    full_office(office)
    shown = window("kdunn")
    shown.model.choose(ReportKind.RECEIPTS)
    shown.model.stop()
    shown.settle()
    assert not shown.model.is_reading
    assert not shown.model.is_whole
    shown.model.load()
    shown.settle()
    assert shown.model.is_whole
    assert figures(shown)["Total"] == "4,419.75"


def test_f1_lists_every_key_of_the_room(window: Show, office: Office) -> None:
    full_office(office)
    shown = window("kdunn")
    listed = {cap for cap, _words in shown.room.help_keys()}
    assert {"1", "8", "T", "Y", "W", "M", "F", "C", "B", "I", "Ctrl P", "X", "V", "Enter"} <= listed
