"""Posting files over a restore: numbers that could mean two files, and a file taken back that is not what it says."""

import hashlib
from typing import Any

import pytest

from db.verify.blob_checks import BlobCheck, PostingCheck
from db.verify.check import Seen
from db.verify.fold import Fold
from db.verify.journal_checks import NumberCheck
from tests.db.verify.day import posting_bytes

SUMS = [{"batch": "DT1A-0001", "cents": 6120}]
LOST = [{"receipt": "DT1A-000002", "cents": 15000}]


def seen(kind: str, incarnation: str = "B", **payload: Any) -> Seen:
    return Seen("claremore", "DT1", incarnation, 1, "00", {"kind": kind, **payload})


def numbers(*entries: Seen) -> list[str]:
    check = NumberCheck({}, is_quick=False)
    for entry in entries:
        check.sees()[entry.kind](entry)
    return check.words


FIRST = seen("posting_exported", "A", file_no=1)
GAP = Seen("claremore", "DT1", "B", 1, "00", {"kind": "gap_declared", "incarnation": "A", "posting_no": 1, "posted": 3})


def gap(**other: Any) -> Seen:
    return Seen("claremore", "DT1", "B", 1, "00", {**GAP.payload, **other})


def back(n: int) -> Seen:
    return seen("posting_taken_back", file_no=n)


def test_after_a_restore_files_go_on_at_the_next_thousand() -> None:
    assert numbers(FIRST, GAP, back(2), back(3), seen("posting_exported", file_no=1001)) == []


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ((FIRST, GAP, seen("posting_exported", file_no=2)), "posting file 2 stands where 1001 must"),
        ((FIRST, gap(posting_no=0)), "knows posting file 0, the last is 1"),
        ((FIRST, gap(posted=1000)), "posting file 1000 is none of before the restore"),
        ((FIRST, GAP, back(1)), "takes posting file 1 back, which was not missing"),
        ((FIRST, GAP, back(2), back(2)), "takes posting file 2 back, which was not missing"),
        ((FIRST, gap(posted=-1), seen("postings_declared", last=0)), "posting file 0 is none of before"),
    ],
)
def test_a_number_that_could_mean_two_files_is_told(entries: tuple[Seen, ...], words: str) -> None:
    entries = tuple(
        Seen(each.tenant, each.station, each.incarnation, 1, "00", {"incarnation": "A", **each.payload})
        for each in entries
    )
    assert any(words in found for found in numbers(*entries))


def posting_faults(**other: Any) -> list[str]:
    content = posting_bytes(("DT1A-000001", 6120), ("DT1A-000002", 15000), file_no=2)
    blobs = BlobCheck(lambda _name: None, bytes)
    blobs.plain = content
    check = PostingCheck(Fold(lambda *_args: None), blobs)
    payload = {
        "file_no": 2, "file_name": "posting-DT1-0002.csv", "rows": 2, "total": 21120, "receipts": ["DT1A-000001"],
        "voids": [], "sums": SUMS, "lost": LOST, "sha256": hashlib.sha256(content).hexdigest(), **other,
    }  # fmt: skip
    entry = seen("posting_taken_back", **payload)
    check.sees()["posting_taken_back"](entry)
    return check.words


def test_a_file_taken_back_is_what_its_entry_says() -> None:
    assert posting_faults() == []


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"sums": [{"batch": "DT1A-0001", "cents": 6100}]}, "its batches are said otherwise than its rows"),
        ({"receipts": ["DT1A-000001", "DT1A-000002"]}, "its receipts are not those of its rows"),
        ({"lost": []}, "its batches are said otherwise than its rows"),
        ({"total": 21100}, "rows make 211.20, its entry says 211.00"),
        ({"sha256": "11" * 32}, "the kept bytes are another file"),
    ],
)
def test_a_file_taken_back_that_is_not_what_its_entry_says_is_told(other: dict[str, Any], words: str) -> None:
    assert any(words in found for found in posting_faults(**other))
