"""The reports room in its frame over a real practice station, as the window shows it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.stories.batches.conftest import desk, founded, office
from tests.stories.batches.office import Office
from tests.stories.conftest import bench, clock, counter
from tests.ui.reports.window import ReportsWindow
from ui.look.theme import Look, apply_look

__all__ = ["bench", "clock", "counter", "desk", "founded", "office"]


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> Iterator[Callable[..., ReportsWindow]]:
    """Sign somebody in and show the room: `window("kdunn")`."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_look(application, Look())
    made: list[ReportsWindow] = []

    def shown(user: str, *, width: int = 1366, height: int = 768) -> ReportsWindow:
        office.sign_in(user)
        if not made:
            made.append(ReportsWindow(office, qtbot))
        made[0].show(width, height)
        return made[0]

    yield shown
    for one in made:
        one.close()
