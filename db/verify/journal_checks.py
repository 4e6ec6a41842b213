"""The chain, the bytes, what kinds are known, how streams begin, and that no number is missing."""

import hashlib
from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple

from db.keys.station_file import StationFile
from db.verify.check import Check, Seen
from db.verify.payloads import STREAM_KEYS, PayloadFaultError, read_payload

GENESIS = "station_started"
KNOWN_KINDS = dict.fromkeys(
    (
        "station_started", "setting_changed", "user_changed", "accounts_imported", "batch_opened", "receipt_taken",
        "receipt_voided", "drawer_opened", "cash_turned_in", "batch_counted", "batch_rejected", "batch_balanced",
        "batch_reopened", "deposit_prepared", "deposit_verified", "posting_exported", "receipt_reprinted",
        "handover_answered", "draft_dropped", "clock_jumped", "gap_declared", "approval_answered", "approval_refused",
        "detail_revealed", "checkpoint_made", "deposit_undone",
        "postings_declared", "posting_taken_back", "batch_handed_over", "drawer_counted", "paper_issued",
        "paper_entered", "paper_listed", "paper_returned", "note_added", "note_ended",
        "mail_listed", "mail_set_aside", "mail_taken_up",
    ),
    1,
)  # fmt: skip


class Row(NamedTuple):
    """One stored row of `journal_entry`."""

    tenant: str
    station: str
    incarnation: str
    seq: int
    id: bytes
    prev_h: bytes
    payload: bytes
    h: bytes

    @property
    def place(self) -> str:
        """As a person finds it again: `DT1A 14`."""
        return f"{self.station}{self.incarnation} {self.seq}"


class ChainCheck(Check):
    """Each stream dense from its genesis, each h recomputed, each prev_h the h before it (I-10, I-12)."""

    NAME: ClassVar[str] = "chain"

    def __init__(self) -> None:
        super().__init__()
        self.heads: dict[tuple[str, str, str], tuple[int, bytes]] = {}

    def see_row(self, row: Row, *, begins_here: bool = False) -> None:
        """`begins_here`: a quick check starts at this row, so what came before is taken from the row."""
        stream = (row.tenant, row.station, row.incarnation)
        last_seq, last_h = self.heads.get(stream, (-1, bytes(32)))
        if begins_here:
            last_seq, last_h = row.seq - 1, row.prev_h
        self.counted += 3  # and words are made for what is wrong only: a file has millions of rows
        if row.seq != last_seq + 1:
            self.fault(f"{row.place} follows {last_seq}")
        if row.prev_h != last_h:
            self.fault(f"{row.place} does not name the entry before it")
        content = row.prev_h + row.seq.to_bytes(8, "big", signed=False) + row.id + row.payload
        if len(row.id) != 16 or hashlib.sha256(content).digest() != row.h:
            self.fault(f"{row.place} is not what its hash says")
        self.heads[stream] = (row.seq, row.h)


class CanonicalCheck(Check):
    """Payload bytes in their one form, naming the stream they stand in (I-15, I-16)."""

    NAME: ClassVar[str] = "canonical bytes"

    def read(self, row: Row) -> Seen | None:
        """The entry, or None when its bytes cannot be read."""
        try:
            values = read_payload(row.payload)
        except PayloadFaultError as fault:
            self.counted += 1
            self.fault(f"{row.place} {fault}")
            return None
        self.counted += 1
        if [values[key] for key in STREAM_KEYS] != [row.incarnation, row.station, row.tenant]:
            self.fault(f"{row.place} names another stream")
        return Seen(row.tenant, row.station, row.incarnation, row.seq, row.h.hex(), values)


class KindCheck(Check):
    """Every entry is of a kind and version that this checker understands, and holds what that kind must."""

    NAME: ClassVar[str] = "kinds"

    def is_known(self, entry: Seen) -> bool:
        """Whether the other checks can read it."""
        kind, v = entry.payload.get("kind"), entry.payload.get("v")
        known = isinstance(kind, str) and KNOWN_KINDS.get(kind) == v
        self.counted += 1
        if not known:
            self.fault(f"{entry.place} is a {kind} version {v}, which is not understood here")
        return known


class GenesisCheck(Check):
    """How each stream begins: practice or real for ever, as the folder says; a restore declares its gap (b.16)."""

    NAME: ClassVar[str] = "genesis"

    def __init__(self, folder: StationFile | None) -> None:
        super().__init__()
        self.folder = folder
        self.practice: dict[tuple[str, str], bool] = {}
        self.heads: dict[tuple[str, str], Seen] = {}
        self.randoms: set[str] = set()

    def see(self, entry: Seen) -> None:
        """Every entry, in stream order, incarnation by incarnation."""
        station = (entry.tenant, entry.station)
        before = self.heads.get(station)
        if (entry.kind == GENESIS) != (entry.seq == 0):
            self.counted += 1
            self.fault(f"{entry.place} is a {entry.kind}")
        elif entry.seq == 0:
            self._see_genesis(entry)
        if entry.kind == "gap_declared" and before is not None:
            self._see_gap(entry)
        if entry.seq == 1 and entry.incarnation != self._first_letter(entry):
            self.hold(that=entry.kind == "gap_declared", else_say=f"{entry.place} declares no gap after a restore")
        self.heads[entry.station, entry.incarnation] = entry

    def _first_letter(self, entry: Seen) -> str:
        return min((letter for station, letter in self.heads if station == entry.station), default=entry.incarnation)

    def _see_genesis(self, entry: Seen) -> None:
        practice, random = entry.payload["practice"], entry.payload["random"]
        station = (entry.tenant, entry.station)
        is_fresh = len(bytes.fromhex(random)) == 32 and random not in self.randoms
        self.hold(that=is_fresh, else_say=f"{entry.place} has no fresh random bytes")
        self.randoms.add(random)
        is_same = self.practice.setdefault(station, practice) == practice
        self.hold(that=is_same, else_say=f"{entry.place} changes practice into real or back")
        if self.folder is not None:
            said = (self.folder.tenant, self.folder.station, self.folder.practice)
            is_said = said == (entry.tenant, entry.station, practice)
            self.hold(that=is_said, else_say=f"station.json speaks of another station than {entry.place}")

    def _see_gap(self, entry: Seen) -> None:
        payload = entry.payload
        last = self.heads.get((entry.station, payload["incarnation"]))
        named = (payload["seq"], payload["h"])
        is_head = last is None or named == (last.seq, last.h)
        self.hold(that=is_head, else_say=f"{entry.place} does not name the end of incarnation {payload['incarnation']}")


class NumberCheck(Check):
    """Receipts, batches, deposits and posting files without a hole or a repeat (I-11, I-13, R9).

    In a quick check the first number of a series is taken as it stands.
    """

    NAME: ClassVar[str] = "numbers"

    def __init__(self, practice: Mapping[tuple[str, str], bool], *, is_quick: bool) -> None:
        super().__init__()
        self.is_quick = is_quick
        self.practice = practice
        self.last: dict[tuple[str, str, str], int] = {}
        self.windows: dict[tuple[str, str], tuple[int, int]] = {}
        self.back: set[tuple[str, int]] = set()

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """The kinds that use up a number."""
        return {
            "receipt_taken": lambda entry: self._see(entry, "receipt", "-{:06d}"),
            "batch_opened": lambda entry: self._see(entry, "batch", "-{:04d}"),
            "deposit_prepared": lambda entry: self._see(entry, "deposit", "-D{:04d}"),
            "posting_exported": self._see_file,
            "gap_declared": self._see_gap,
            "posting_taken_back": self._see_back,
            "postings_declared": self._see_declared,
        }

    def _see(self, entry: Seen, field_name: str, form: str) -> None:
        text = str(entry.payload[field_name])
        series = (entry.station, entry.incarnation, field_name)
        n = int(text.rpartition("-")[2].lstrip("D"))
        before = self.last.get(series, n - 1 if self.is_quick else 0)
        x = "X" if self.practice.get((entry.tenant, entry.station), text.startswith("X")) else ""
        wanted = f"{x}{entry.station}{entry.incarnation}{form.format(before + 1)}"
        self.hold(that=text == wanted, else_say=lambda: f"{entry.place}: {text} stands where {wanted} must")
        self.last[series] = n

    def _see_file(self, entry: Seen) -> None:
        n = entry.payload["file_no"]
        series = (entry.station, "", "file_no")
        before = self.last.get(series, n - 1 if self.is_quick else 0)
        self.hold(that=n == before + 1, else_say=f"{entry.place}: posting file {n} stands where {before + 1} must")
        self.last[series] = n


    def _see_gap(self, entry: Seen) -> None:
        """After a restore files go on at the next thousand; those between are of before it."""
        known, posted = entry.payload["posting_no"], entry.payload["posted"]
        series = (entry.station, "", "file_no")
        before = self.last.get(series, known if self.is_quick else 0)
        self.hold(that=known == before, else_say=f"{entry.place} knows posting file {known}, the last is {before}")
        following = (known // 1000 + 1) * 1000
        is_told = posted == -1 or known <= posted < following
        self.hold(that=is_told, else_say=f"{entry.place}: posting file {posted} is none of before the restore")
        self.windows[entry.station, entry.payload["incarnation"]] = (known, following)
        self.last[series] = following

    def _see_declared(self, entry: Seen) -> None:
        window = self.windows.get((entry.station, entry.payload["incarnation"]))
        n = entry.payload["last"]
        is_told = self.is_quick if window is None else window[0] <= n < window[1]
        self.hold(that=is_told, else_say=f"{entry.place}: posting file {n} is none of before the restore")

    def _see_back(self, entry: Seen) -> None:
        n = entry.payload["file_no"]
        is_missing = (entry.station, n) not in self.back and (
            self.is_quick or any(known < n < following for known, following in self.windows.values())
        )
        self.hold(that=is_missing, else_say=f"{entry.place} takes posting file {n} back, which was not missing")
        self.back.add((entry.station, n))


class CheckpointCheck(Check):
    """Each checkpoint names an entry before it in its own stream, as that entry is."""

    NAME: ClassVar[str] = "checkpoints"

    def __init__(self, find: Callable[[str, str, str, int], str | None]) -> None:
        super().__init__()
        self.find = find

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Checkpoints only."""
        return {"checkpoint_made": self._see}

    def _see(self, entry: Seen) -> None:
        seq, h = entry.payload["seq"], entry.payload["h"]
        found = self.find(entry.tenant, entry.station, entry.incarnation, seq)
        is_there = seq < entry.seq and found == h
        self.hold(that=is_there, else_say=f"{entry.place} names entry {seq}, which is another")
