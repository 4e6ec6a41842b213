"""What Qt says of its off-screen plugin stays out of a command's stderr; what else it says does not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from ui.commands.window.notices import OFF_SCREEN_CANNOT, without_off_screen_notices


@pytest.fixture
def bare() -> Iterator[None]:
    """As in the program: nobody hears Qt but stderr."""
    before = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(before)


@pytest.mark.parametrize("notice", sorted(OFF_SCREEN_CANNOT))
def test_the_two_notices_are_dropped(bare: None, capfd: pytest.CaptureFixture[str], notice: str) -> None:
    with without_off_screen_notices():
        qWarning(notice)
    assert capfd.readouterr().err == ""
    qWarning(notice)
    assert notice in capfd.readouterr().err


def test_everything_else_is_still_said(bare: None, capfd: pytest.CaptureFixture[str]) -> None:
    with without_off_screen_notices():
        qWarning("QObject::connect: no such signal")
    assert "no such signal" in capfd.readouterr().err


def test_who_listened_before_hears_the_rest(bare: None) -> None:
    heard: list[str] = []
    qInstallMessageHandler(lambda _kind, _context, message: heard.append(message))
    with without_off_screen_notices():
        qWarning("one")
        qWarning(min(OFF_SCREEN_CANNOT))
    qWarning("two")
    assert heard == ["one", "two"]
