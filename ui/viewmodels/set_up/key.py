"""Step 6, the key: where the key of the books is kept for daily use, and what happens when it is lost there."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject

from app.errors import CityTillError
from ui.tasks.task import Tasks
from ui.viewmodels.set_up.step import Ask, AskKind, Note, SetUpStep, Wrong
from ui.viewmodels.set_up.tools import SetUpTools

WAY, PATH, PHRASE, AGAIN = "key_way", "key_path", "passphrase", "passphrase_again"
KEYRING, FILE, PASSPHRASE = "keyring", "file", "passphrase"
LEAST_LETTERS = 12  # db.keys.passphrase_wrap refuses a shorter one


class Way(NamedTuple):
    """One way: its words, what it means each day, what happens when it is lost."""

    key: str
    words: str
    daily: str
    lost: str


class KeyStep(SetUpStep):
    """Keyring, key file or passphrase; there is no fourth way and no quiet fallback."""

    def __init__(
        self, tools: SetUpTools, tasks: Tasks, station: Callable[[], tuple[str, str]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._tasks = tasks
        self._station = station
        self._asked: tuple[str, str] | None = None
        self.keyring_fault: str | None = None

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Key")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("Where is the key of the books kept?")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("The books are encrypted. Without their key nobody reads them, CityTill's makers included.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("keyring, file or passphrase")

    def ways(self) -> tuple[Way, ...]:
        """The three ways in plain words."""
        return (
            Way(KEYRING, self.tr("In this computer's keyring"),
                self.tr("CityTill opens by itself for the computer user who sets it up."),
                self.tr("Lost with the computer or that user: a backup and the recovery sheet bring the books back.")),
            Way(FILE, self.tr("In a key file"),
                self.tr("CityTill opens by itself for everybody who may read the file: several computer users."),
                self.tr("Whoever copies the file and the books can read them. Lost: backup and recovery sheet.")),
            Way(PASSPHRASE, self.tr("Under a passphrase"),
                self.tr("Somebody types it each time CityTill starts. A stolen computer tells nothing."),
                self.tr("Forgotten by everybody: only a backup and the recovery sheet help.")),
        )  # fmt: skip

    def asks(self) -> tuple[Ask, ...]:
        """The fields of the way chosen."""
        if self.way() == FILE:
            return (Ask(PATH, self.tr("Path of the key file"), self.tr("made for you alone; best on another disk"),
                        example="/etc/citytill/dt1.key"),)  # fmt: skip
        if self.way() == PASSPHRASE:
            hint = self.tr("at least {n} letters, best four words").format(n=LEAST_LETTERS)
            return (
                Ask(PHRASE, self.tr("Passphrase"), hint, kind=AskKind.SECRET, half=True),
                Ask(AGAIN, self.tr("Passphrase again"), kind=AskKind.SECRET, half=True),
            )
        return ()

    def notes(self) -> tuple[Note, ...]:
        """Beside them."""
        return (
            Note("file-certificate", self.tr(
                "Whatever you choose, a recovery sheet comes next. With it and a backup the books open anywhere."
            )),
        )  # fmt: skip

    def way(self) -> str:
        """The way chosen, empty before."""
        return self.value(WAY)

    def begin(self) -> None:
        """Ask the keyring, for this station's name."""
        station = self._station()
        if self._asked != station:
            self._asked, self.keyring_fault = station, None
            self._tasks.follow(self._tools.keyring_fault(*station), done=self._heard, failed=self._failed)

    def wrong(self) -> Wrong | None:
        """A way, and what it needs."""
        if self.way() == KEYRING:
            if self.keyring_fault is None:
                return Wrong(WAY, self.tr("The keyring has not answered yet. Wait a moment, or choose another way."))
            return Wrong(WAY, self.keyring_fault) if self.keyring_fault else None
        if self.way() == FILE:
            path = self.typed(PATH).strip()
            if not path:
                return Wrong(PATH, self.tr("Type where the key file shall lie, like /etc/citytill/dt1.key."))
            fault = self._tools.key_path_fault(path)
            return Wrong(PATH, fault) if fault else None
        if self.way() == PASSPHRASE:
            return self._phrase_wrong()
        return Wrong(WAY, self.tr("Choose one of the three ways to keep the key."))

    def said(self) -> str:
        """Done."""
        return next((way.words for way in self.ways() if way.key == self.way()), "")

    def glance(self) -> tuple[tuple[str, str], ...]:
        """Before the station is made; never a passphrase."""
        path = f": {self.typed(PATH).strip()}" if self.way() == FILE else ""
        return ((self.tr("Key"), f"{self.said()}{path}"),)

    def _phrase_wrong(self) -> Wrong | None:
        if len(self.typed(PHRASE)) < LEAST_LETTERS:
            short = self.tr("The passphrase is too short. Take at least {n} letters, best four words.")
            return Wrong(PHRASE, short.format(n=LEAST_LETTERS))
        if self.typed(PHRASE) != self.typed(AGAIN):
            return Wrong(AGAIN, self.tr("The two passphrases differ. Type the same one twice."))
        return None

    def _heard(self, fault: str) -> None:
        self.keyring_fault = fault
        self.changed.emit()

    def _failed(self, error: CityTillError) -> None:
        self._heard(error.sentence())
