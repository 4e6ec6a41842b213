"""What is handed over at the end, and the sheet on the office printer."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from db.keys.custody import CustodyKind
from tests.ui.set_up.conftest import MORNING, fill, fill_up_to_key, type_back
from ui.compose.founding import SetUpStoppedError
from ui.compose.set_up_tools import RealTools, station_plan
from ui.viewmodels.set_up.path import SetUpPath
from ui.viewmodels.set_up.tools import Watch
from ui.views.set_up.print_sheet import TENTHS, paint_page


@pytest.fixture
def filled(path: SetUpPath, tmp_path: Path) -> SetUpPath:
    fill_up_to_key(path)
    fill(path.key, key_way="file", key_path=str(tmp_path / "dt1.key"))
    path.next()
    path.sheet.say_written(True)
    path.next()
    type_back(path)
    path.next()
    path.skip()
    path.skip()
    return path


def test_the_fee_cites_its_own_ordinance_and_counts_from_the_business_date(filled: SetUpPath) -> None:
    plan = station_plan(filled.plan(), MORNING)
    by_name = {setting.name: setting for setting in plan.settings}
    assert by_name["reconnect_fee"].ordinance == "Ord. 2026-14"
    assert by_name["reconnect_fee"].value == 4_000
    assert by_name["drawer_limit"].ordinance == "set-up of this station"
    assert {setting.effective_from for setting in plan.settings} == {"2026-11-21"}
    assert (plan.tenant, plan.station, plan.custody.kind) == ("claremore", "DT1", CustodyKind.FILE)
    assert [person.user.user for person in plan.people] == ["pforeman", "kdunn", "mruiz"]
    assert plan.recovery.words == filled.sheet.sheet.words
    assert plan.extract is None
    assert plan.devices == {}


def test_a_set_up_late_at_night_counts_from_the_day_that_still_runs(filled: SetUpPath) -> None:
    night = datetime(2026, 11, 22, 7, 30, tzinfo=UTC)  # 1:30 in Claremore, where the day rolls at 4:00
    plan = station_plan(filled.plan(), night)
    assert {setting.effective_from for setting in plan.settings} == {"2026-11-21"}


def test_a_page_made_wrong_afterwards_is_shown_again(filled: SetUpPath) -> None:
    filled.administrator.put("admin_again", "0000")
    refused: list[str] = []
    filled.refused.connect(lambda wrong: refused.append(wrong.sentence))
    filled.next()
    assert filled.here == filled.steps.index(filled.administrator)
    assert refused == ["The two PINs differ. Type the same one twice."]


def test_a_set_up_stopped_at_its_end_leaves_nothing(
    filled: SetUpPath, tools: RealTools, tmp_path: Path
) -> None:
    watch = Watch(progress=lambda _: None, cancelled=lambda: True)
    with pytest.raises(SetUpStoppedError, match="Nothing was made"):
        tools.make(filled.plan(), watch).result()
    assert list(tmp_path.iterdir()) == []


def test_the_sheet_can_be_painted_for_a_printer(filled: SetUpPath, qtbot: QtBot) -> None:
    page = filled.sheet.page()
    image = QImage(612, 792, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(1 / TENTHS, 1 / TENTHS)
    paint_page(painter, page)
    painter.end()
    assert sum(image.pixelColor(x, y).value() < 128 for x in range(0, 612, 2) for y in range(0, 792, 2)) > 500
