"""The file itself: pages, indexes and row rules by the engine's own pragmas; and how far paper went (b.16)."""

from collections.abc import Callable
from typing import ClassVar

from db.opener import Connection, EngineError
from db.verify.check import Check

_ROWS = 20


class FileCheck(Check):
    """`integrity_check` (rows' own rules, indexes) and `cipher_integrity_check` (each page's seal); hot-path 1.

    On a `query_only` handle that could write: a handle opened read-only skips the rules and says ok.
    """

    NAME: ClassVar[str] = "file"

    def run(self, connection: Connection) -> None:
        """Ask both pragmas; a page that cannot be read ends them."""
        for pragma, good in (("cipher_integrity_check", ()), ("integrity_check", ("ok",))):
            try:
                answers = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}").fetchmany(_ROWS)]
            except EngineError as error:
                answers = [str(error)]
            self.counted += 1
            for answer in answers:
                if answer not in good:
                    self.fault(f"{pragma}: {answer}")


class PrintedCheck(Check):
    """The file holds what this machine has printed: it was not replaced by an older one (b.16)."""

    NAME: ClassVar[str] = "printed"

    def run(self, connection: Connection, missing: Callable[[Connection], str | None]) -> None:
        """`missing` says in words what the file lacks, None when nothing."""
        try:
            words = missing(connection)
        except EngineError as error:
            words = str(error)
        self.hold(that=words is None, else_say=words or "")


class ReadCheck(Check):
    """Every stored row could be read to the end."""

    NAME: ClassVar[str] = "readable"

    def stop(self, place: str, error: Exception) -> None:
        """A row that the engine does not give out: what comes after it was not looked at."""
        self.fault(f"reading stopped after {place}: {error}")


def missing_fields(kind: str, error: Exception) -> str:
    """How a payload fails that does not hold what its kind must."""
    return f"does not hold what a {kind} must ({type(error).__name__}: {error})"

