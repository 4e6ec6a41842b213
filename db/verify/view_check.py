"""Views = replay into a scratch file (I-22): what the screens show is what the entries say."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from app.errors import RecordsError
from db.errors import DiskFaultError, DiskFullError
from db.opener import Connection, EngineError
from db.scratch import differing_views
from db.verify.check import Check

# What a replay of entries written by other hands may end in; each is a fault of the file, not of the program.
UNREADABLE = (RecordsError, EngineError, ValueError, TypeError, KeyError, AttributeError, IndexError)


class ViewCheck(Check):
    """Replays every entry into a keyed scratch file and compares each view's digest; needs room for the views."""

    NAME: ClassVar[str] = "views"

    def run(self, connection: Connection, key: bytes) -> None:
        """Compare, in one snapshot of the file.

        Raises:
            DiskFullError, DiskFaultError: there is no room for the scratch file.
        """
        self.counted += 1
        with _room() as place:
            connection.execute("BEGIN")
            try:
                differing = differing_views(connection, key, place / "scratch.db")
            except (DiskFullError, DiskFaultError):
                raise
            except UNREADABLE as error:
                self.fault(f"the entries cannot be replayed: {error}")
                return
            finally:
                with contextlib.suppress(EngineError):  # a connection that met a damaged page ends nothing any more
                    connection.execute("COMMIT")
        if differing:
            self.fault(f"a replay gives other rows in {', '.join(differing)}")


@contextlib.contextmanager
def _room() -> Iterator[Path]:
    """A private folder for the scratch file, gone afterwards."""
    try:
        place = tempfile.TemporaryDirectory(prefix="citytill-")
    except OSError as error:
        raise DiskFaultError(Path(tempfile.gettempdir())) from error
    with place as name:
        yield Path(name)
