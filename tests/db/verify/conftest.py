"""One day written once; each test gets its own copy of the file."""

import shutil
from pathlib import Path

import pytest

from tests.db.verify.day import Book, write_day


@pytest.fixture(scope="session")
def written_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("day") / "station.db"
    book = Book(path)
    write_day(book)
    book.close()
    return path


@pytest.fixture
def day(written_day: Path, tmp_path: Path) -> Path:
    path = tmp_path / "station.db"
    shutil.copyfile(written_day, path)
    return path
