"""Builds the search file beside the one that serves, in plain SQL, so that the interpreter's lock stays free."""

from pathlib import Path

from db.errors import FileDamagedError, WrongKeyError
from db.opener import Connection, EngineError, opened, turned
from db.search.layout import BUILT, SEARCH_FILE, SEARCH_VERSION

BUILD_CACHE_KIB = 65_536


class SearchBuild:
    """One build into `search.db.new`; `stop` may be called from another thread."""

    def __init__(self, station_file: Path, key: bytes) -> None:
        self._station_file = station_file
        self._key = key
        self.beside = station_file.parent / f"{SEARCH_FILE}.new"
        self._sort_file = station_file.parent / f"{SEARCH_FILE}.sort"
        self._db: Connection | None = None
        self._is_stopped = False

    def run(self) -> bool:
        """Build it; False when it was stopped. The caller swaps `beside` in.

        Raises:
            RecordsError: the disk refuses.
        """
        self.beside.unlink(missing_ok=True)
        db = opened(self.beside, self._key, create=True, journal_mode="off", cache_kib=BUILD_CACHE_KIB)
        self._db = db
        try:
            self._fill(db)
        except EngineError as error:
            if not self._is_stopped:
                raise turned(error, self.beside) from error
        finally:
            self._db = None
            db.close()
            self._sort_file.unlink(missing_ok=True)
        return not self._is_stopped

    def stop(self) -> None:
        """Give it up; the file that serves stays."""
        self._is_stopped = True
        if self._db is not None:
            self._db.interrupt()

    def _fill(self, db: Connection) -> None:
        from db.search.sorting import filling

        db.execute(f"ATTACH DATABASE ? AS books KEY \"x'{self._key.hex()}'\"", (str(self._station_file),))
        for _step in filling(db, self._sort_file, self._key):
            if self._is_stopped:
                return


def built_for(folder: Path, key: bytes) -> int | None:
    """The generation of accounts that the search file was built for; None when none of this version can be read."""
    path = folder / SEARCH_FILE
    if not path.exists():
        return None
    try:
        db = opened(path, key, reader=True, journal_mode="delete")
        try:
            row = db.execute(BUILT, (SEARCH_VERSION,)).fetchone()
        finally:
            db.close()
    except (EngineError, FileDamagedError, WrongKeyError):  # it holds nothing that cannot be built anew
        return None
    return int(row[0]) if row else None
