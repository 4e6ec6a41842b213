"""Which schema this program writes; read at every start without Alembic."""

from pathlib import Path

from db.errors import NewerFileError
from db.opener import Connection

SCHEMA_TABLE = "work_schema"
SCHEMA_HEAD = "0001"
VIEWS_VERSION = 4


def schema_version(db: Connection) -> str:
    """The schema that the file is of."""
    return str(db.execute("SELECT version_num FROM work_schema").fetchone()[0])


def refuse_newer(db: Connection, path: Path) -> None:
    """A later program's file is left alone.

    Raises:
        NewerFileError: the file's schema is later than this program's.
    """
    if schema_version(db) > SCHEMA_HEAD:
        raise NewerFileError(path)
