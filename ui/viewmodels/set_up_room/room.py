"""The Set-up room's pages together, and which of them is in front."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.settings.setting_words import Group
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.set_up_room.approvals import ApprovalsPage
from ui.viewmodels.set_up_room.codes import CodesPage
from ui.viewmodels.set_up_room.devices import DevicesPage
from ui.viewmodels.set_up_room.misc import MiscPage
from ui.viewmodels.set_up_room.notes import NotesPage
from ui.viewmodels.set_up_room.page import SetUpPage
from ui.viewmodels.set_up_room.people import PeoplePage
from ui.viewmodels.set_up_room.receipts import ReceiptsPage
from ui.viewmodels.set_up_room.settings import SettingsPage
from ui.viewmodels.set_up_room.tools import DeviceTools


class SetUpRoomModel(QObject):
    """Signals: `moved()` people or settings are others: the sitting is to be read again."""

    moved = Signal()

    def __init__(
        self, counter: Counter, session: Session, tools: DeviceTools, screens: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        fees, station = (Group.FEES, Group.LIMITS, Group.CHECKS), (Group.STATION, Group.SIGN_IN, Group.CITY)
        self.pages: tuple[SetUpPage, ...] = (
            PeoplePage(counter, session, self),
            SettingsPage(counter, session, fees, key="fees", icon="coins", parent=self),
            ApprovalsPage(counter, session, self),
            CodesPage(counter, session, self),
            SettingsPage(counter, session, station, key="station", icon="building", parent=self),
            DevicesPage(counter, session, tools, self),
            NotesPage(counter, session, screens, self),
            MiscPage(counter, session, self),
            ReceiptsPage(counter, session, self),
        )
        for page in self.pages:
            page.moved.connect(self.moved)

    def load(self) -> None:
        """Read every page's rows."""
        for page in self.pages:
            page.load()
