"""What every question rests on: one connection, whole answers, never an open transaction left behind."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from app.domain.entry import EntryRef, StreamName
from app.domain.user import User
from app.settings.policy import Policy
from db.decoding import decoded
from db.errors import JournalRefusedError
from db.ids import incarnation_of, seq_of
from db.opener import Connection, EngineError, turned
from db.projections.state import NAMES, State

READ_STATE = f"SELECT {', '.join(NAMES)} FROM view_state"
READ_ENTRY = "SELECT h, payload FROM journal_entry WHERE tenant = ? AND station = ? AND incarnation = ? AND seq = ?"

P = ParamSpec("P")
R = TypeVar("R")
A = TypeVar("A", bound="Answers")
Opener: TypeAlias = Callable[[str], str]


class KeptSettings:
    """Settings and policy by business date, kept until a setting changes; people and imports, which never change.

    `state` and `people` are what the last deed left, for the writer alone: nobody else changes them.
    """

    def __init__(self) -> None:
        self._eid = -2
        self.by_date: dict[str, Mapping[str, Any]] = {}
        self.policies: dict[str, Policy] = {}
        self.users: dict[int, User] = {}
        self.imports: dict[int, tuple[int, int]] = {}
        self.state: State | None = None
        self.people: dict[str, User] = {}

    def see(self, settings_eid: int) -> None:
        """Forget the settings when another change is the last one."""
        if settings_eid != self._eid:
            self.by_date, self.policies = {}, {}
            self._eid = settings_eid

    def forget(self) -> None:
        """Read anew: a deed was rolled back, its entries never were."""
        self.see(-2)
        self.users, self.imports = {}, {}
        self.state, self.people = None, {}


class Answers:
    """A connection that answers; use it on one thread only."""

    def __init__(
        self, db: Connection, path: Path, kept: KeptSettings | None = None, opener: Opener | None = None
    ) -> None:
        self._db = db
        self._opener = opener or opens_nothing
        self._kept = kept or KeptSettings()
        self._cursor = db.cursor()
        self._path = path

    def opened(self, sealed: str) -> str:
        """Free words or a payer's name of an entry, readable; says so where their key is not in these books.

        Raises:
            SealBrokenError: it was changed.
        """
        return self._opener(sealed)

    def state(self) -> State:
        """The state row: head, last numbers, generation of accounts."""
        return State(*self._one(READ_STATE))

    def head(self) -> EntryRef:
        """The last entry of the own stream."""
        return self.state().head

    def stream(self) -> StreamName:
        """The stream this folder writes."""
        return self.state().stream

    def is_practice(self) -> bool:
        """As the genesis says."""
        return bool(self.state().practice)

    def last_at(self) -> str:
        """When the last entry was made, UTC ISO."""
        return self.state().at

    def time_zone(self) -> str:
        """The city's zone, as the genesis says."""
        return self.state().time_zone

    @cached_property
    def _names(self) -> tuple[str, str]:
        """Tenant and station: a file's own stream keeps them for ever."""
        state = self.state()
        return state.tenant, state.station

    def is_in_transaction(self) -> bool:
        """Whether a deed or a snapshot is open."""
        return bool(self._db.in_transaction)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several statements see one state of the file."""
        self._rows("BEGIN")
        try:
            yield
        finally:
            self._rows("COMMIT")

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        try:
            found: list[Any] = self._cursor.execute(sql, values).fetchall()
        except EngineError as error:
            raise turned(error, self._path) from error
        return found

    def _maybe(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first row or None."""
        try:
            rows = self._cursor.execute(sql, values).fetchall()
        except EngineError as error:
            raise turned(error, self._path) from error
        return rows[0] if rows else None

    def _one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        row = self._maybe(sql, values)
        if row is None:
            raise JournalRefusedError("the journal has no genesis")
        return row

    def _entry(self, eid: int) -> tuple[bytes, Any]:
        """Hash and decoded shape of an own entry."""
        where = (*self._names, incarnation_of(eid), seq_of(eid))
        h, payload = self._one(READ_ENTRY, where)
        return h, decoded(payload)


def opens_nothing(sealed: str) -> str:
    """For answers that were given no keys: verbs that look at figures only."""
    return "(sealed)" if sealed else ""


def one_snapshot(question: Callable[Concatenate[A, P], R]) -> Callable[Concatenate[A, P], R]:
    """Answer the question from one state of the file; inside a deed that is so anyway."""

    @wraps(question)
    def asked(*args: Any, **kwargs: Any) -> R:
        answers: A = args[0]
        if answers.is_in_transaction():
            return question(*args, **kwargs)
        with answers.snapshot():
            return question(*args, **kwargs)

    return asked
