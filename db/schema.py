"""Making a new file: every table and trigger of this version."""

from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Connection as HeldConnection
from sqlalchemy.schema import CreateTable

from db.opener import Connection, Cursor
from db.tables.journal import JOURNAL, TRIGGERS
from db.tables.views import VIEWS, shadow_tables
from db.tables.work import WORK
from db.versions import SCHEMA_HEAD, SCHEMA_TABLE


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


def create_shadow_views(cursor: Cursor) -> None:
    """The views under other names, to be filled beside those that serve."""
    for table in shadow_tables().values():
        cursor.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))


# As Alembic makes it
CREATE_SCHEMA_TABLE = (
    f"CREATE TABLE {SCHEMA_TABLE} (version_num VARCHAR(32) NOT NULL, CONSTRAINT {SCHEMA_TABLE}_pkc"
    " PRIMARY KEY (version_num))"
)
