"""An extract of fixed width in the window: a layout file, what the fields become, and the accounts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.import_accounts.office import Office
from tests.ui.import_accounts.test_window import facts, press, words
from tests.unit.interchange.layouts import layout_text, line, trailer
from ui.viewmodels.import_accounts import ImportStage
from ui.views.import_accounts import ImportWindow
from ui.views.import_layout import ImportLayoutPart

Choose = Callable[[str, Path], None]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """A key that opens a file dialog, which answers with this path."""

    def chosen(keys: str, path: Path) -> None:
        def ask(parent: QWidget, title: str, *rest: str, picked: Callable[[str], None]) -> None:
            picked(str(path))

        monkeypatch.setattr(ImportWindow, "ask_file", ask)
        monkeypatch.setattr(ImportLayoutPart, "ask_layout", ask)
        press(keys)

    return chosen


@pytest.fixture
def fixed(office: Office) -> Path:
    lines = ["head", line(), line(service="SE", current="00002210"), line(account="7", current="x"), trailer(3, "8330")]
    return office.keep(["\r\n".join([*lines, ""]).encode()], "accounts.txt")


@pytest.fixture
def layout(office: Office) -> Path:
    return office.keep([layout_text().encode()], "billing.toml")


def shown(window: ImportWindow) -> dict[str, tuple[str, str]]:
    model = window.sample.table.model()
    assert model is not None
    rows = [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]
    return {field: (raw, becomes) for field, raw, becomes in rows}


def until_looked(office: Office) -> None:
    office.until(lambda: office.model.stage in {ImportStage.PREVIEW, ImportStage.REFUSED})


def test_a_file_of_fixed_width_is_looked_at_by_its_layout_and_taken(
    window: ImportWindow, office: Office, choose: Choose, fixed: Path, layout: Path
) -> None:
    choose("Alt+L", layout)
    office.until(lambda: office.model.layouts.layout is not None)
    assert "Read by the layout test-billing, lines of 125 characters" in words(window, "import_layout_words")
    choose("Ctrl+O", fixed)
    until_looked(office)
    assert "Rows | 3 | Accounts | 2 | As of | 21 Nov 2026 | Posting files it contains | none of ours" in facts(window)
    assert words(window, "import_sample_line") == "Line 2 of the file becomes"
    assert shown(window)["current"] == ("00006120", "61.20")
    assert shown(window)["status"] == ("A", "active")
    press("Alt+Right")
    assert shown(window)["service"] == ("SE", "SEWER")
    press("Alt+Right")
    assert shown(window)["current"] == ("x", "amount “x” unreadable")
    press("Alt+Left")
    assert shown(window)["service"] == ("SE", "SEWER")
    window.take.click()
    office.until(lambda: office.model.stage is ImportStage.DONE)
    assert words(window, "import_outcome") == "2 accounts are new or changed."
    assert office.shown("1042281").balance == "83.30"


def test_a_layout_chosen_behind_a_refused_file_reads_it_anew_and_csv_is_one_key_away(
    window: ImportWindow, office: Office, choose: Choose, fixed: Path, layout: Path
) -> None:
    choose("Ctrl+O", fixed)
    until_looked(office)
    assert office.model.stage is ImportStage.REFUSED
    choose("Alt+L", layout)
    office.until(lambda: office.model.stage is ImportStage.PREVIEW)
    assert shown(window)["name"] == ("RUIZ, MARIA", "RUIZ, MARIA")
    press("Alt+K")
    office.until(lambda: office.model.stage is ImportStage.REFUSED)
    assert "Read as CSV" in words(window, "import_layout_words")


def test_a_layout_with_faults_is_not_taken_and_each_fault_has_its_sentence(
    window: ImportWindow, office: Office, choose: Choose, layout: Path
) -> None:
    bad = office.keep([layout_text(decimals="decimals = 3", sign='sign = "front"').encode()], "bad.toml")
    choose("Alt+L", bad)
    office.until(lambda: bool(office.model.layouts.faults))
    said = words(window, "import_layout_faults").splitlines()
    assert said[0] == "The layout was not taken."
    assert said[1] == "The layout's decimals must be one of 0, 2, point."
    assert len(said) == 3
    choose("Alt+L", layout)
    office.until(lambda: office.model.layouts.layout is not None)
    assert not window.layouts.faults.isVisible()
