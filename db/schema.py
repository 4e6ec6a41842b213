"""Making a new file, and knowing an old one: schema version, views' version."""

from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Connection as HeldConnection
from sqlalchemy.schema import CreateTable

from db.opener import Connection
from db.tables.journal import JOURNAL, TRIGGERS
from db.tables.views import VIEWS
from db.tables.work import WORK
from db.versions import SCHEMA_HEAD, SCHEMA_TABLE

MIGRATIONS = Path(__file__).parent / "migrations"


def create_all(held: HeldConnection) -> None:
    """Every table and trigger of this version, in the open transaction of a new file."""
    for metadata in (JOURNAL, VIEWS, WORK):
        metadata.create_all(held, checkfirst=False)
    for trigger in TRIGGERS:
        held.exec_driver_sql(trigger)
    held.exec_driver_sql(CREATE_SCHEMA_TABLE)
    held.exec_driver_sql(f"INSERT INTO {SCHEMA_TABLE} (version_num) VALUES (?)", (SCHEMA_HEAD,))


def create_views(db: Connection) -> None:
    """The views alone, on a bare connection."""
    for table in VIEWS.sorted_tables:
        db.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))


# As Alembic makes it
CREATE_SCHEMA_TABLE = (
    f"CREATE TABLE {SCHEMA_TABLE} (version_num VARCHAR(32) NOT NULL, CONSTRAINT {SCHEMA_TABLE}_pkc"
    " PRIMARY KEY (version_num))"
)
