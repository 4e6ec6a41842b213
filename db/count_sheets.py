"""Answers `app.ports.count_sheets`: `work_cursor` rows `count:<batch>`, mutable, no fact about money.

Whoever counts has typed blind: a row tells nothing of what is expected.
"""

from collections.abc import Mapping
from pathlib import Path

from app.ports.count_sheets import KeptSheet
from db.opener import Connection, turning

_PREFIX = "count:"
_KEEP = (
    "INSERT INTO work_cursor (name, seq, note) VALUES (?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, note = excluded.note"
)
_KEPT = "SELECT name, seq, note FROM work_cursor WHERE name LIKE 'count:%'"
_FORGET = "DELETE FROM work_cursor WHERE name = ?"


class StationCountSheets:
    """Over the writer's connection, on its thread, between deeds."""

    def __init__(self, db: Connection, path: Path) -> None:
        self._db = db
        self._path = path

    def keep(self, batch: str, sheet: KeptSheet) -> None:
        """See CountSheets."""
        with turning(self._path):
            self._db.execute(_KEEP, (_PREFIX + batch, sheet.count_no, sheet.text))

    def kept(self) -> Mapping[str, KeptSheet]:
        """See CountSheets."""
        with turning(self._path):
            rows = self._db.execute(_KEPT).fetchall()
        return {name.removeprefix(_PREFIX): KeptSheet(count_no, text) for name, count_no, text in rows}

    def forget(self, batch: str) -> None:
        """See CountSheets."""
        with turning(self._path):
            self._db.execute(_FORGET, (_PREFIX + batch,))
