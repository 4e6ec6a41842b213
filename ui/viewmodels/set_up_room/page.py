"""What every page of the Set-up room shows and can do: a table, the row chosen in it, and deeds with their keys."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.user import Deed
from app.errors import CityTillError
from ui.look.cells import Cell
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.set_up.step import SetUpStep
from ui.viewmodels.set_up_room.form import Form

OPEN, ADD = "open", "add"


class Column(NamedTuple):
    """As `ui.widgets.table_delegate.TableColumn`."""

    head: str
    kind: str = "text"
    width: int = 0
    stretch: bool = False
    weight: int = 400


class PageDeed(NamedTuple):
    """A button of the page and its key; `why_not` while it can do nothing."""

    key: str
    words: str
    cap: str
    icon: str = ""
    variant: str = "plain"
    why_not: str = ""


class Fact(NamedTuple):
    """One line of what is chosen."""

    label: str
    said: str


class Past(NamedTuple):
    """A value that comes, or was."""

    said: str
    second: str


class Chosen(NamedTuple):
    """The row in hand: what it is, what it does, its facts, what comes and what was."""

    title: str
    help: str
    badge: Cell = Cell()
    facts: tuple[Fact, ...] = ()
    coming: tuple[Past, ...] = ()
    before: tuple[Past, ...] = ()
    before_head: str = ""


class Sure(NamedTuple):
    """Asked before a deed that somebody would miss; the page's `confirmed` does it."""

    title: str
    sentence: str
    verb: str
    deed: str
    row: int


Asked = Form | SetUpStep | Sure | None


class SetUpPage(QObject):
    """Base of the pages.

    Signals: `changed()` other rows or another row chosen; `said(str)` what came of a deed; `refused(str)` why not;
    `moved()` the books say something else now, for other screens too.
    """

    changed = Signal()
    said = Signal(str)
    refused = Signal(str)
    moved = Signal()
    key = ""
    icon = ""
    right = Deed.CHANGE_SETTING

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counter = counter
        self.session = session

    @property
    def name(self) -> str:
        """In the list of pages."""
        return ""

    @property
    def second(self) -> str:
        """Under it."""
        return ""

    @property
    def lead(self) -> str:
        """Under the page's head."""
        return ""

    @property
    def may_change(self) -> bool:
        """Whether the person changes what they see here."""
        return self.session.may(self.right)

    def load(self) -> None:
        """Read what the page shows."""

    def columns(self) -> tuple[Column, ...]:
        """The table's columns."""
        return ()

    def rows(self) -> Sequence[Sequence[Cell]]:
        """The table's rows."""
        return ()

    def deeds(self, row: int) -> tuple[PageDeed, ...]:
        """What can be done with the row chosen; nothing for whoever only reads."""
        return ()

    def chosen(self, row: int) -> Chosen | None:
        """The row in hand."""
        return None

    def ask(self, deed: str, row: int) -> Asked:
        """Begin a deed: a form to fill, a question, or None when it was done at once or cannot be."""
        return None

    def confirmed(self, sure: Sure) -> None:
        """A question was answered with yes."""

    def saved(self, words: str) -> None:
        """A form was saved: what is shown is read again."""
        self.said.emit(words)
        self.moved.emit()
        self.load()

    def refuse(self, error: CityTillError) -> None:
        """A deed was refused."""
        self.refused.emit(error.sentence())
