"""Sealed blobs: there, named by their own hash, opened by the key ring; a posting file's bytes are its rows."""

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Callable, Mapping
from typing import ClassVar

from app.errors import RecordsError
from db.verify.check import Check, Seen
from db.verify.fold import Fold
from db.verify.sums import cents_of, dollars

Sealed = Callable[[str], bytes | None]
Opened = Callable[[bytes], bytes]
_ROW_FIELDS = 15  # ROW, file_no, kind, batch, receipt, line, business_date, time, account, service, age, amount, ...
_FILE_NO, _KIND, _BATCH, _RECEIPT, _AMOUNT = 1, 2, 3, 4, 11


class BlobCheck(Check):
    """Every blob that an entry names is there, has the hash it is named by, and opens."""

    NAME: ClassVar[str] = "blobs"

    def __init__(self, sealed: Sealed, opened: Opened) -> None:
        super().__init__()
        self._sealed = sealed
        self._opened = opened
        self.plain: bytes | None = None

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Entries that name a blob."""
        return {
            "accounts_imported": self._see_import, "posting_exported": self._see, "posting_taken_back": self._see,
        }  # fmt: skip

    def _see(self, entry: Seen) -> None:
        self.plain = self._open(entry, entry.payload["blob"])

    def _see_import(self, entry: Seen) -> None:
        """An import's blob names its chunks; their lines together are what the entry hashed. One chunk in memory."""
        self.plain = None
        content = self._open(entry, entry.payload["blob"])
        if content is None:
            return
        whole = hashlib.sha256()
        for name in json.loads(content)["chunks"]:
            chunk = self._open(entry, name)
            if chunk is None:
                return
            whole.update(chunk)
        is_delta = whole.hexdigest() == entry.payload["delta_sha256"]
        self.hold(that=is_delta, else_say=f"{entry.place}: the imported rows are not those of the entry")

    def _open(self, entry: Seen, name: str) -> bytes | None:
        sealed = self._sealed(name)
        if sealed is None:
            self.hold(that=False, else_say=f"{entry.place}: blob {name[:12]} is missing")
            return None
        is_named = hashlib.sha256(sealed).hexdigest() == name
        self.hold(that=is_named, else_say=f"{entry.place}: blob {name[:12]} is not what its name says")
        try:
            return self._opened(sealed)
        except RecordsError:
            self.hold(that=False, else_say=f"{entry.place}: blob {name[:12]} does not open")
            return None


class PostingCheck(Check):
    """The posting file in the blob = its entry's hash, rows and total = what its batches newly hold (F1, I-14)."""

    NAME: ClassVar[str] = "posting files"

    def __init__(self, fold: Fold, blobs: BlobCheck) -> None:
        super().__init__()
        self._fold = fold
        self._blobs = blobs  # has just opened the blob of the same entry

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Posting files, made here or taken back."""
        return {"posting_exported": self._see, "posting_taken_back": self._see_back}

    def _see(self, entry: Seen) -> None:
        payload, rows = entry.payload, self._rows(entry)
        name = payload["file_name"]
        if rows is not None:
            self._see_rows(entry, rows)
        batches = {number: self._fold.batches.get(number) for number in payload["batches"]}
        due = sum(batch.paid - batch.posted for batch in batches.values() if batch is not None)
        if None not in batches.values():
            words = f"{name}: total {dollars(payload['total'])}, its batches hold {dollars(due)}"
            self.hold(that=due == cents_of(payload["total"]), else_say=words)

    def _see_back(self, entry: Seen) -> None:
        """What it says of these books' receipts is what the file's rows say, without those that were lost."""
        payload, rows = entry.payload, self._rows(entry)
        if rows is None:
            return
        lost = {(part["receipt"], part["cents"] < 0) for part in payload["lost"]}
        kept = [row for row in rows if (row[_RECEIPT], row[_KIND] == "VOID") not in lost]
        sums: Counter[str] = Counter()
        for row in kept:
            sums[row[_BATCH]] += _cents(row[_AMOUNT])
        said = {part["batch"]: part["cents"] for part in payload["sums"]}
        name = payload["file_name"]
        self.hold(that=said == dict(sums), else_say=f"{name}: its batches are said otherwise than its rows")
        for field, is_void in (("receipts", False), ("voids", True)):
            numbers = {row[_RECEIPT] for row in kept if (row[_KIND] == "VOID") == is_void}
            self.hold(that=numbers == set(payload[field]), else_say=f"{name}: its {field} are not those of its rows")

    def _rows(self, entry: Seen) -> list[list[str]] | None:
        """The rows of the kept file, when it is the file of the entry and adds up."""
        payload, content = entry.payload, self._blobs.plain
        name = payload["file_name"]
        if content is None:
            return None
        is_file = hashlib.sha256(content).hexdigest() == payload["sha256"]
        self.hold(that=is_file, else_say=f"{name}: the kept bytes are another file")
        try:
            lines = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
            rows = [line for line in lines if line and line[0] == "ROW" and len(line) == _ROW_FIELDS]
            total = sum(_cents(row[_AMOUNT]) for row in rows)
            numbers = {int(row[_FILE_NO]) for row in rows}
            trailer = (lines[-1][0], int(lines[-1][1]), _cents(lines[-1][2]))
        except (ValueError, IndexError, csv.Error):
            self.hold(that=False, else_say=f"{name} cannot be read")
            return None
        is_counted = len(rows) == payload["rows"] == len(lines) - 3 and trailer == ("TRAILER", len(rows), total)
        self.hold(that=is_counted, else_say=f"{name}: {len(rows)} rows in the file, {payload['rows']} in its entry")
        words = f"{name}: rows make {dollars(total)}, its entry says {dollars(payload['total'])}"
        self.hold(that=total == payload["total"] and numbers <= {payload["file_no"]}, else_say=words)
        return rows

    def _see_rows(self, entry: Seen, rows: list[list[str]]) -> None:
        payload = entry.payload
        name = payload["file_name"]
        sums: Counter[str] = Counter()
        for row in rows:
            sums[row[_BATCH]] += _cents(row[_AMOUNT])
        for number in {*sums, *payload["batches"]}:
            batch = self._fold.batches.get(number)
            if batch is not None:
                due = batch.paid - batch.posted
                words = f"{name}: batch {number} has rows of {dollars(sums[number])}, and holds {dollars(due)}"
                self.hold(that=sums[number] == due and number in payload["batches"], else_say=words)


def _cents(text: str) -> int:
    """`-1204.10` as cents; exactly two decimals."""
    whole, dot, cents = text.lstrip("-").partition(".")
    if not dot or len(cents) != 2 or not (whole + cents).isdecimal():
        raise ValueError(text)
    return (-1 if text.startswith("-") else 1) * (int(whole) * 100 + int(cents))
