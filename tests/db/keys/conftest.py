"""A bare keyed file with the two tables that keys live in."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable
from sqlcipher3 import dbapi2 as sqlcipher

from db.keys.key_ring import KeyRing
from db.tables.work import PIN, RING_KEY

FILE_KEY = bytes(range(32))
NOW = datetime(2026, 11, 20, 15, 4, tzinfo=UTC)


@pytest.fixture
def sql(tmp_path: Path) -> Iterator[Any]:
    connection = sqlcipher.connect(str(tmp_path / "keys.db"), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{FILE_KEY.hex()}'\"")
    for table in (RING_KEY, PIN):
        connection.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))
    yield connection
    connection.close()


@pytest.fixture
def ring() -> KeyRing:
    return KeyRing(FILE_KEY)
