"""Step 10, the accounts: an extract read to its end and shown; it is taken when the station is made."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.money import Money
from app.errors import CityTillError
from ui.tasks.task import Tasks
from ui.viewmodels.set_up.step import Ask, Note, SetUpStep, Wrong
from ui.viewmodels.set_up.tools import ExtractPreview, SetUpTools, Watch

PATH = "extract_path"


class AccountsStep(SetUpStep):
    """Previews one file at a time. Signals: `read(int)` bytes of it, from its worker."""

    read = Signal(int)
    may_skip = True

    def __init__(self, tools: SetUpTools, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._tasks = tasks
        self._turn = 0
        self.preview: ExtractPreview | None = None
        self.trouble = ""
        self.is_reading = False

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Accounts")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("The accounts extract from billing")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("Who the customers are and what they owe. It is taken in when the station is made.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("a file, or later")

    def asks(self) -> tuple[Ask, ...]:
        """The field."""
        return (Ask(PATH, self.tr("File"), self.tr("the CSV that billing sent"), "accounts.csv"),)

    def notes(self) -> tuple[Note, ...]:
        """Beside it."""
        return (
            Note("file-import", self.tr("Rows that cannot be read are set aside with their reason; the others count.")),
            Note("calendar", self.tr("Without a file the till knows no customers yet; one can be taken in later.")),
        )

    def path(self) -> Path | None:
        """The file to be taken; None when the step was skipped."""
        text = self.typed(PATH).strip()
        return Path(text).expanduser() if text and not self.is_skipped else None

    def answered(self, key: str) -> None:
        """Another file: what was read of the old one does not count."""
        self._turn += 1
        self.preview, self.trouble, self.is_reading = None, "", False

    def skip(self) -> None:
        """Without accounts."""
        self._turn += 1
        self.is_reading = False
        super().skip()

    def look(self) -> None:
        """Read the file to its end; a later look, another file or `stop` ends this one."""
        path = self.path()
        if path is None or self.is_reading or self.preview is not None:
            return
        if not path.is_file():
            self.trouble = self.tr("There is no file {path}. Choose the extract, or skip this step.").format(path=path)
            self.changed.emit()
            return
        self._turn += 1
        turn = self._turn
        self.is_reading, self.trouble = True, ""
        self.changed.emit()
        watch = Watch(self.read.emit, lambda: turn != self._turn)
        self._tasks.follow(self._tools.preview(path, watch), done=self._seen, failed=self._failed)

    def stop(self) -> None:
        """Do not read on."""
        self._turn += 1
        self.is_reading = False
        self.changed.emit()

    def wrong(self) -> Wrong | None:
        """A file that was read."""
        if self.path() is None:
            return Wrong(PATH, self.tr("Choose the extract, or skip this step: it can be taken in later."))
        if self.trouble:
            return Wrong(PATH, self.trouble)
        if self.is_reading:
            return Wrong("", self.tr("The file is still being read. Wait a moment, or skip this step."))
        if self.preview is None:
            return Wrong(PATH, self.tr("Press Enter to look into the file first."))
        return None

    def facts(self) -> tuple[tuple[str, str], ...]:
        """The preview, as label and figure."""
        seen = self.preview
        if seen is None:
            return ()
        return (
            (self.tr("Rows"), f"{seen.rows:,}"),
            (self.tr("Accounts"), f"{seen.accounts:,}"),
            (self.tr("Balances in all"), str(Money(seen.total_cents))),
            (self.tr("As of"), seen.as_of or self.tr("the file does not say")),
            (self.tr("Rows set aside"), f"{seen.quarantined:,}"),
        )

    def said(self) -> str:
        """Done."""
        if self.preview is None or self.is_skipped:
            return self.tr("skipped, later")
        return self.tr("{n} accounts").format(n=f"{self.preview.accounts:,}")

    def glance(self) -> tuple[tuple[str, str], ...]:
        """Before the station is made."""
        path = self.path()
        if path is None or self.preview is None:
            return ((self.tr("Accounts"), self.tr("none yet")),)
        aside = self.tr(", {n} rows set aside").format(n=self.preview.quarantined) if self.preview.quarantined else ""
        return ((self.tr("Accounts"), f"{self.preview.accounts:,} from {path.name}{aside}"),)

    def _seen(self, preview: ExtractPreview) -> None:
        if self.is_reading:
            self.is_reading, self.preview = False, preview
            self.changed.emit()

    def _failed(self, error: CityTillError) -> None:
        if self.is_reading:
            self.is_reading, self.trouble = False, error.sentence()
            self.changed.emit()
