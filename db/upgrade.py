"""Brings an older file's `journal_` and `work_` tables up to this program; views are rebuilt, never migrated.

Alembic is imported only when a file is older: a start does not wait for it.
"""

from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Connection as HeldConnection
from sqlalchemy.schema import CreateTable

from db.engine import WritingConnection
from db.opener import Connection
from db.tables.views import VIEWS

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade_file(db: Connection, path: Path) -> None:
    """Upgrade an open file in one transaction.

    Raises:
        RecordsError: the disk refuses; nothing changed.
    """
    connection = WritingConnection(db, path)
    try:
        with connection.transaction():
            upgrade(connection.held)
    finally:
        connection.let_go()


def add_views(db: Connection) -> None:
    """Views that an older program did not have, empty until they are built anew: what asks them finds nothing yet."""
    for table in VIEWS.sorted_tables:
        db.execute(str(CreateTable(table, if_not_exists=True).compile(dialect=sqlite.dialect())))


def upgrade(held: HeldConnection) -> None:
    """Run what is missing, in the open transaction of `held`; all of it or nothing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = held
    command.upgrade(config, "head")
