"""The real room in the real frame, over a real practice desk with its simulators."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.stories.conftest import bench, clock, counter  # noqa: F401  # fixtures of the stories
from tests.stories.till.cashier import Cashier
from tests.stories.till.conftest import cashier, collector, desk, folder, founded  # noqa: F401  # fixtures of the stories
from tests.ui.till.screen import Screen


@pytest.fixture
def screen(qtbot: QtBot, cashier: Cashier) -> Iterator[Screen]:  # noqa: F811
    made = Screen(qtbot, cashier)
    made.show()
    yield made
    made.close()
