"""The import worked by one person, with the account room beside it; used by stories and by tests of the window."""

from collections.abc import Iterable
from pathlib import Path

from pytestqt.qtbot import QtBot

from devices.simulators.clock import SimulatedClock
from tests.ui.account.city import WAIT_MS, Seat
from ui.compose.desk import Desk
from ui.compose.extracts import Extracts
from ui.viewmodels.account.account import AccountModel
from ui.viewmodels.account.face import AccountFace
from ui.viewmodels.counter import Counter
from ui.viewmodels.import_accounts import ImportAccountsModel, ImportStage


class Office(Seat):
    """The import and the account room, worked by the same person."""

    def __init__(self, qtbot: QtBot, desk: Desk, counter: Counter, clock: SimulatedClock, folder: Path) -> None:
        super().__init__(qtbot, desk, counter, clock)
        self.folder = folder
        self.model = ImportAccountsModel(
            counter, self.session, imports=Extracts(desk).take, looks=Extracts(desk).look,
            runs=desk.station.background.submit,
        )  # fmt: skip
        self.account = AccountModel(counter, self.session)
        self._files = 0

    def keep(self, chunks: Iterable[bytes], name: str = "") -> Path:
        """An extract as it came from billing."""
        self._files += 1
        path = self.folder / (name or f"extract-{self._files}.csv")
        path.write_bytes(b"".join(chunks))
        return path

    def look(self, path: Path) -> ImportStage:
        self.model.look(path)
        self.until(lambda: self.model.stage is not ImportStage.LOOKING)
        return self.model.stage

    def take(self, contained: str = "") -> ImportStage:
        self.clock.advance(seconds=60)
        self.model.take(contained)
        self.until(lambda: self.model.stage is not ImportStage.TAKING)
        return self.model.stage

    def take_in(self, path: Path, contained: str = "") -> None:
        assert self.look(path) is ImportStage.PREVIEW
        assert self.take(contained) is ImportStage.DONE, self.model.sentence or self.model.fault

    def shown(self, key: str) -> AccountFace:
        """The account room, told anew by the books."""
        with self.qtbot.waitSignal(self.account.changed, timeout=WAIT_MS):
            self.account.show(key)
        assert self.account.face is not None
        return self.account.face
