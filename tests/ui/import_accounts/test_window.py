"""The import window by keyboard: choose, look, take, cancel; and what was not taken."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.interchange.practice.city import practice_city
from app.usecases.open_batch import OpenBatchRequest
from tests.ui.account.city import ACCOUNTS, CASHIER_PIN, RUIZ, STARTING_CASH, cash
from tests.ui.account.whole import LAYOUT_PASSES, check_whole
from tests.ui.import_accounts.conftest import DAY
from tests.ui.import_accounts.office import Office
from ui.look.theme import Look, apply_look
from ui.look.tokens import LIGHT
from ui.viewmodels.import_accounts import ImportStage
from ui.views.import_accounts import ImportWindow


def press(keys: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keySequence(target, QKeySequence(keys))


def words(window: QWidget, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert isinstance(label, QLabel), name
    return label.text()


def facts(window: ImportWindow) -> str:
    """Every fact of the page in front, once it is at rest."""
    for _pass in range(LAYOUT_PASSES):
        QApplication.processEvents()
    page = window.pages.currentWidget()
    assert page is not None
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def picks(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """The next file dialogs answer with this path."""

    def pick(path: Path) -> None:
        def ask(parent: QWidget, title: str, *rest: str, picked: Callable[[str], None]) -> None:
            picked(str(path))

        monkeypatch.setattr(ImportWindow, "ask_file", ask)
        monkeypatch.setattr(ImportWindow, "ask_place", ask)

    return pick


@pytest.fixture
def looks(window: ImportWindow, office: Office, picks: Callable[[Path], None]) -> Callable[[Path], None]:
    """Ctrl+O, and the file is looked at."""

    def look(path: Path) -> None:
        picks(path)
        press("Ctrl+O")
        office.until(lambda: office.model.stage in {ImportStage.PREVIEW, ImportStage.REFUSED})

    return look


def test_a_file_is_looked_at_then_taken_by_enter(
    window: ImportWindow, office: Office, looks: Callable[[Path], None], extract: Path
) -> None:
    looks(extract)
    assert "accounts.csv" in words(window, "import_file")
    said = facts(window)
    assert "Rows | 234 | Accounts | 60 | As of | 20 Nov 2026 | Posting files it contains | none of ours" in said
    assert not window.contained.isVisible()
    press("Return")
    office.until(lambda: office.model.stage is ImportStage.DONE)
    assert words(window, "import_outcome") == "60 accounts are new or changed."
    assert words(window, "import_not_taken") == "Every row was taken."
    assert not window.table.isVisible()
    assert office.shown(RUIZ).balance == "184.12"


def test_rows_that_were_not_taken_are_listed_and_saved(
    window: ImportWindow, office: Office, looks: Callable[[Path], None], picks: Callable[[Path], None], dirty: Path
) -> None:
    looks(dirty)
    press("Return")
    office.until(lambda: office.model.stage is ImportStage.DONE)
    assert words(window, "import_not_taken") == "1 row was not taken"
    model = window.table.model()
    assert [str(model.index(0, column).data()) for column in (0, 1)] == ["4", "unknown service “GAS”"]
    saved = office.folder / "list.csv"
    picks(saved)
    press("Ctrl+S")
    office.until(lambda: words(window, "import_told") == "Saved as list.csv.")
    assert saved.read_text(encoding="utf-8-sig").splitlines()[1].startswith("4,unknown service “GAS”,1042281,")


def test_a_file_that_does_not_say_is_asked_about(
    window: ImportWindow, office: Office, looks: Callable[[Path], None], extract: Path, dirty: Path
) -> None:
    office.take_in(extract)
    request = OpenBatchRequest("mruiz", cash(STARTING_CASH))
    office.desk.do(lambda deeds: deeds.open_batch(request)).result(timeout=10)
    office.pay(RUIZ, 5_000)
    office.balance_batch(counted=STARTING_CASH + 5_000)
    office.export()
    looks(dirty)
    assert window.contained.hasFocus()
    assert "The last one made is 1." in words(window, "import_asked")
    press("Return")
    assert window.fault.sentence == "Type the number of the last posting file that billing had taken in, 0 for none."
    QTest.keyClicks(window.contained, "7")
    press("Return")
    assert window.fault.sentence == (
        "The file cannot contain posting file 7: the last one made is 1. Say the right number."
    )
    assert window.contained.text() == "7"
    check_whole(window)
    window.contained.selectAll()
    QTest.keyClicks(window.contained, "1")
    press("Return")
    office.until(lambda: office.model.stage is ImportStage.DONE)


def test_a_refused_file_is_one_sentence_and_the_next_step(
    window: ImportWindow, office: Office, looks: Callable[[Path], None], extract: Path
) -> None:
    looks(office.keep([b"%PDF-1.7"], "bill.pdf"))
    assert "The file is a PDF, not an accounts extract. Choose the accounts extract." in facts(window)
    looks(extract)
    office.until(lambda: office.model.stage is ImportStage.PREVIEW)


def test_alt_c_cancels_and_nothing_was_changed(
    window: ImportWindow, office: Office, looks: Callable[[Path], None], extract: Path
) -> None:
    looks(extract)
    before = office.ask(lambda books: books.head())
    press("Return")
    assert window.bar.isVisible()
    assert window.cancel.hasFocus()
    press("Alt+C")
    office.until(lambda: not office.model.is_busy)
    assert words(window, "import_cancelled") == "The import was cancelled. Nothing was changed."
    assert office.ask(lambda books: books.head()) == before


def test_hidden_it_goes_on_and_the_end_waits_for_its_reader(
    window: ImportWindow, office: Office, looks: Callable[[Path], None], extract: Path
) -> None:
    looks(extract)
    press("Return")
    press("Esc")
    assert not window.isVisible()
    office.until(lambda: office.model.stage is ImportStage.DONE)
    window.show_beside()
    assert words(window, "import_outcome") == "60 accounts are new or changed."


def test_a_cashier_is_told_who_may(window: ImportWindow, office: Office) -> None:
    office.sign_in("mruiz", CASHIER_PIN)
    assert "You may not import accounts | Ask a supervisor or the office." in facts(window)
    assert not window.choose.isVisible()


def test_nobody_signed_in_sees_no_rows(window: ImportWindow, office: Office) -> None:
    office.signing.leave()
    assert not window.isVisible()


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_cut_at_any_stage(
    window: ImportWindow, office: Office, looks: Callable[[Path], None], qapp: QApplication, dirty: Path, scale: int
) -> None:
    apply_look(qapp, Look(LIGHT, scale))
    seen = []

    def check() -> None:
        check_whole(window)
        seen.append(office.model.stage)

    check()
    looks(dirty)
    check()
    press("Return")
    check()
    office.until(lambda: office.model.stage is ImportStage.DONE)
    check()
    looks(office.keep([b"%PDF"], "bill.pdf"))
    check()
    assert {ImportStage.CHOOSE, ImportStage.PREVIEW, ImportStage.DONE, ImportStage.REFUSED} <= set(seen)


def test_an_older_file_is_only_taken_when_a_person_says_so(
    window: ImportWindow, office: Office, looks: Callable[[Path], None], extract: Path
) -> None:
    looks(extract)
    assert not window.older.isVisible()
    press("Return")
    office.until(lambda: office.model.stage is ImportStage.DONE)
    looks(office.keep(practice_city(7, accounts=ACCOUNTS, business_date=DAY - timedelta(days=1)), "older.csv"))
    assert words(window, "import_proof").startswith("The extract that stands is as of 20 Nov 2026")
    press("Return")
    assert office.model.stage is ImportStage.PREVIEW
    assert office.model.fault == "Say that the older file shall count, or choose another one."
    window.older.setChecked(True)
    press("Return")
    office.until(lambda: office.model.stage is ImportStage.DONE)
    assert office.model.done is not None
    assert office.model.done.as_of == "2026-11-19"


def test_a_file_without_a_trailer_is_said_to_prove_nothing(
    window: ImportWindow, office: Office, looks: Callable[[Path], None], dirty: Path, extract: Path
) -> None:
    looks(extract)
    assert not window.proof.isVisible()
    looks(dirty)
    assert "no trailer" in words(window, "import_proof")
    press("Return")
    office.until(lambda: office.model.stage is ImportStage.DONE)
    assert "no trailer" in words(window, "import_unproved")
