"""Faults planted in the file as it lies on the disk: bytes, pages, blobs, views, and the plain file beside it."""

from pathlib import Path
from typing import Any

import pytest

from db.keys.station_file import StationFile
from db.opener import opened
from db.verify.verify import verify
from tests.db.verify.day import KEY, without_guards


def failed(path: Path, **how: Any) -> set[str]:
    """The checks that fail; the views are left as they were, so their comparison is looked at apart."""
    return set(verify(path, KEY, **how).failed()) - {"views"}


def test_a_payload_changed_without_its_hash_breaks_chain_and_file(day: Path) -> None:
    db = opened(day, KEY)
    without_guards(db)
    db.execute("PRAGMA ignore_check_constraints=ON")
    sql = "update journal_entry set payload = cast(replace(cast(payload as text), ?, ?) as blob) where seq = 3"
    db.execute(sql, ("104-A1", "104-A9"))
    db.close()
    assert failed(day) == {"chain", "file"}


def test_an_entry_taken_out_of_the_middle_breaks_the_chain(day: Path) -> None:
    db = opened(day, KEY)
    without_guards(db)
    db.execute("delete from journal_entry where seq = 12")
    db.close()
    assert "chain" in failed(day)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (b'"change":880', b'"change":880.0'),
        (b'"change":880', b'"change": 880'),
        (b'"change":880', b'"change":880,"change":880'),
        (b'"change":880', b'"change":NaN'),
        (b"1 ELM", "1 ELME\N{COMBINING ACUTE ACCENT}".encode()),
        (b"1 ELM", b"1 \\u0045LM"),
        (b"1 ELM", b"1 \xff"),
    ],
)
def test_bytes_that_are_not_canonical_are_named(day: Path, was: bytes, now: bytes) -> None:
    """Bytes are changed as they stand; chain and file fail with them, for the hash is another."""
    db = opened(day, KEY)
    without_guards(db)
    db.execute("PRAGMA ignore_check_constraints=ON")
    ((payload,),) = db.execute("select payload from journal_entry where seq = 3").fetchall()
    assert was in payload
    db.execute("update journal_entry set payload = ? where seq = 3", (payload.replace(was, now),))
    db.close()
    assert "canonical bytes" in failed(day)


def test_a_flipped_page_is_named_by_the_engine(day: Path) -> None:
    content = bytearray(day.read_bytes())
    content[len(content) // 2] ^= 1
    day.write_bytes(bytes(content))
    assert failed(day) >= {"file"}


def test_a_changed_blob_is_named(day: Path) -> None:
    db = opened(day, KEY)
    without_guards(db)
    db.execute("PRAGMA ignore_check_constraints=ON")
    db.execute("update journal_blob set sealed = zeroblob(40)")
    db.close()
    assert failed(day) == {"blobs", "file"}


def test_a_folder_that_says_something_else_than_its_genesis_is_named(day: Path) -> None:
    right = StationFile("claremore", "DT1", practice=False, custody="keyring", key_id="")
    assert failed(day, folder=right) == set()
    for wrong in (
        StationFile("claremore", "DT1", practice=True, custody="practice", key_id=""),
        StationFile("claremore", "DT2", practice=False, custody="keyring", key_id=""),
    ):
        assert failed(day, folder=wrong) == {"genesis"}


@pytest.mark.parametrize(
    ("sql", "view"),
    [
        ("update view_receipt set total = total + 1 where receipt_id = 1", "view_receipt"),
        ("delete from view_line where account = 'A1'", "view_line"),
        ("update view_batch set deposit = ''", "view_batch"),
        ("update view_state set receipt_no = 7", "view_state"),
        ("insert into view_handover values (3, 9)", "view_handover"),
    ],
)
def test_a_view_that_says_something_else_than_the_entries_is_named(day: Path, sql: str, view: str) -> None:
    db = opened(day, KEY)
    db.execute(sql)
    db.close()
    report = verify(day, KEY)
    assert report.failed() == ("views",)
    assert view in next(check.detail for check in report.checks if check.name == "views")
