"""One pass over the journal: each entry through the chain, the byte form and every check of its kind, then folded."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from db.keys.blobs import open_blob
from db.keys.key_ring import KeyRing
from db.keys.station_file import StationFile
from db.opener import Connection, EngineError
from db.verify.bag_checks import BagCheck, OnceCheck
from db.verify.batch_checks import BatchCheck, DrawerCheck, OverShortCheck
from db.verify.blob_checks import BlobCheck, PostingCheck
from db.verify.check import Check, Seen
from db.verify.custody_checks import CustodyCheck, PaperCheck
from db.verify.file_checks import ReadCheck, missing_fields
from db.verify.fold import Fold
from db.verify.journal_checks import (
    CanonicalCheck,
    ChainCheck,
    CheckpointCheck,
    GenesisCheck,
    KindCheck,
    NumberCheck,
    Row,
)
from db.verify.mail_checks import MailCheck
from db.verify.people_checks import SecondPersonCheck
from db.verify.receipt_checks import AllocationCheck, ClearingCheck, TenderCheck, VoidCheck
from db.verify.rows import one_row, rows_of, stretches
from db.verify.sealed_checks import SealedCheck

Progress = Callable[[int, int], None]
EVERY = 1_000
_SEALED = "select sealed from journal_blob where hash = ?"


class JournalPass:
    """Holds the checks and what they have seen; memory grows with batches, not with entries."""

    def __init__(self, connection: Connection, key: bytes, folder: StationFile | None, *, quick: bool) -> None:
        self._connection = connection
        self._quick = quick
        self._streams: dict[str, list[tuple[str, str, str]]] = {}
        self.entries = 0
        self.fold = Fold(self._original)
        ring = KeyRing(key)
        self.readable, self.chain, self.canonical, self.kinds = ReadCheck(), ChainCheck(), CanonicalCheck(), KindCheck()
        self.genesis = GenesisCheck(folder)
        blobs = BlobCheck(self._sealed, lambda sealed: open_blob(ring, connection, sealed))
        self.by_kind: tuple[Check, ...] = (
            NumberCheck(self.genesis.practice, is_quick=quick),
            CheckpointCheck(self._h_of),
            TenderCheck(),
            AllocationCheck(),
            ClearingCheck(),
            VoidCheck(self.fold),
            BatchCheck(self.fold, is_quick=quick),
            DrawerCheck(self.fold),
            OverShortCheck(self.fold),
            MailCheck(self.fold),
            CustodyCheck(self.fold),
            PaperCheck(is_quick=quick),
            SecondPersonCheck(self.fold),
            BagCheck(self.fold),
            OnceCheck(self.fold),
            SealedCheck(),
            blobs,
            PostingCheck(self.fold, blobs),
        )
        self._calls: dict[str, list[Callable[[Seen], None]]] = {}
        for check in self.by_kind:
            for kind, call in check.sees().items():
                self._calls.setdefault(kind, []).append(call)

    def checks(self) -> tuple[Check, ...]:
        """All of them, in the order of the result; a quick pass sees no genesis."""
        first = (self.readable, self.chain, self.canonical, self.kinds)
        return (*first, *(() if self._quick else (self.genesis,)), *self.by_kind)

    def run(self, progress: Progress | None) -> None:
        """Look at every entry of the file, in order; quick: from the last checkpoint on."""
        last: Row | None = None
        try:
            found = stretches(self._connection, quick=self._quick)
            total = sum(stretch.last - stretch.first + 1 for stretch in found)
            for stretch in found:
                self._streams.setdefault(stretch.station, []).append(
                    (stretch.tenant, stretch.station, stretch.incarnation)
                )
            for stretch in found:
                for row in rows_of(self._connection, stretch):
                    self._see(row, begins_here=self._quick and row.seq == stretch.first > 0)
                    last = row
                    if progress is not None and self.entries % EVERY == 0:
                        progress(self.entries, total)
        except EngineError as error:
            self.readable.stop(last.place if last else "the beginning", error)
        self.readable.counted = self.entries
        if progress is not None:
            progress(self.entries, self.entries)

    def _see(self, row: Row, *, begins_here: bool) -> None:
        self.entries += 1
        self.chain.see_row(row, begins_here=begins_here)
        entry = self.canonical.read(row)
        if entry is None or not self.kinds.is_known(entry):
            return
        try:
            if not self._quick:
                self.genesis.see(entry)
            for call in self._calls.get(entry.kind, ()):
                call(entry)
            self.fold.take(entry)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            self.kinds.fault(f"{entry.place} {missing_fields(entry.kind, error)}")

    def _original(self, station: str, seq: int, h: str) -> Mapping[str, Any] | None:
        """The payload of an entry of the station's own streams, by seq and h."""
        for stream in self._streams.get(station, ()):
            found = one_row(self._connection, stream, seq)
            if found is not None and found[1].hex() == h:
                values = json.loads(found[0])
                return values if isinstance(values, dict) else None
        return None

    def _h_of(self, tenant: str, station: str, incarnation: str, seq: int) -> str | None:
        found = one_row(self._connection, (tenant, station, incarnation), seq)
        return found[1].hex() if found else None

    def _sealed(self, name: str) -> bytes | None:
        found = self._connection.execute(_SEALED, (bytes.fromhex(name),)).fetchone()
        return found[0] if found else None
