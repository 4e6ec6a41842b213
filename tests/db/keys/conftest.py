"""A bare keyed file with the two tables that keys live in."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from db.keys.key_ring import KeyRing

FILE_KEY = bytes(range(32))
NOW = datetime(2026, 11, 20, 15, 4, tzinfo=UTC)


@pytest.fixture
def sql(tmp_path: Path) -> Iterator[Any]:
    connection = sqlcipher.connect(str(tmp_path / "keys.db"), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{FILE_KEY.hex()}'\"")
    connection.executescript(
        """
        create table work_key (key_id text primary key, purpose text not null, month text not null,
            wrapped blob not null, unique (purpose, month)) strict;
        create table work_pin (user text primary key, verifier text not null, wrong integer not null,
            locked_until text not null, changed_at text not null) strict;
        """
    )
    yield connection
    connection.close()


@pytest.fixture
def ring() -> KeyRing:
    return KeyRing(FILE_KEY)
