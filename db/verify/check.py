"""One check: a name that stays, the faults it found, and its one line of the result."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from app.frozen import frozen

SHOWN = 3  # faults told in words; the rest are counted


@frozen
class Finding:
    """One line of the result: `{"name", "ok", "detail"}`."""

    name: str
    ok: bool
    detail: str


@frozen
class Report:
    """What `citytill verify --json` prints; `ok` when every check holds."""

    entries: int
    checks: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether every check holds."""
        return all(check.ok for check in self.checks)

    def as_json(self) -> dict[str, Any]:
        """`{"ok", "entries", "checks": [{"name", "ok", "detail"}]}`."""
        return {"ok": self.ok, "entries": self.entries, "checks": [vars(check) for check in self.checks]}

    def failed(self) -> tuple[str, ...]:
        """The names of the checks that do not hold."""
        return tuple(check.name for check in self.checks if not check.ok)


@frozen
class Seen:
    """One entry as read from the file: where it stands, and its payload as plain JSON values."""

    tenant: str
    station: str
    incarnation: str
    seq: int
    h: str
    payload: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """What it says happened."""
        return str(self.payload["kind"])

    @property
    def by(self) -> str:
        """Who did it."""
        return str(self.payload["by"])

    @property
    def place(self) -> str:
        """As a person finds it again: `DT1A 14`."""
        return f"{self.station}{self.incarnation} {self.seq}"


class Check:
    """Collects faults; a subclass says in `sees` which kinds it looks at and with what."""

    NAME: ClassVar[str] = ""

    def __init__(self) -> None:
        self.counted = 0
        self.faults = 0
        self.words: list[str] = []

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """What is called for each kind of entry, before the fold takes it in."""
        return {}

    def fault(self, words: str) -> None:
        """One thing that does not hold."""
        self.faults += 1
        if len(self.words) < SHOWN:
            self.words.append(words)

    def hold(self, *, that: bool, else_say: str | Callable[[], str]) -> None:
        """Count one comparison, and say what is wrong when it does not hold; words that cost something come late."""
        self.counted += 1
        if not that:
            self.fault(else_say if isinstance(else_say, str) else else_say())

    def finding(self) -> Finding:
        """The line of the result."""
        if not self.faults:
            return Finding(self.NAME, ok=True, detail=f"{self.counted} compared")
        more = f" (and {self.faults - len(self.words)} more)" if self.faults > len(self.words) else ""
        return Finding(self.NAME, ok=False, detail="; ".join(self.words) + more)
