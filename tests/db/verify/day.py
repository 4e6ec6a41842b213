"""A day in the journal, written by the journal's own code with amounts worked out by hand; and faults planted in it.

Day of station DT1, drawer batch 1: starting 100.00 (issued 100.00).
1: account A1 61.20 (WATER.current 41.20, SEWER.30 20.00), cash 70.00, change 8.80
2: account A2 150.00 (WATER.90 100.00, CREDIT 50.00), check 100.00 and money order 50.00
3: account A3 25.00 (FEE.current), card 25.00
4: account A1 10.00 cash 10.00, voided with a supervisor's approval
5: account A2 40.00 cash 40.00, voided afterwards, answered by the supervisor
turn-in 50.00
expected cash 100.00 + 61.20 - 50.00 = 111.20; counted 111.00: short 0.20. Checks, money orders, cards as expected.
bag: cash 111.00 - 100.00 + 50.00 = 61.00, check 100.00, money order 50.00: 211.00. posting: 61.20 + 150.00 + 25.00.
"""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.domain.cash import CashCount
from app.domain.entry import EntryRef, StreamName, canonical, chain_hash
from app.domain.facts.base import Approval, Envelope, Sealed
from app.domain.facts.batches import (
    BatchBalanced,
    BatchCounted,
    BatchOpened,
    CashTurnedIn,
    CheckpointMade,
    TenderCount,
    TenderResult,
)
from app.domain.facts.deposits import DepositCheck, DepositPrepared, DepositVerified, PostingExported
from app.domain.facts.receipts import BucketAmount, PaidLine, ReceiptTaken, ReceiptVoided
from app.domain.facts.station import AccountsImported, ApprovalAnswered, StationStarted
from app.domain.tender import Tender
from app.domain.transfer import Transfer
from app.interchange.accounts_blob import quarantined_line
from app.interchange.extract_findings import QuarantinedRow
from db.engine import WritingConnection
from db.journal import append, append_genesis
from db.keys.blobs import StationBlobs
from db.keys.key_ring import KeyRing
from db.opener import Connection, content_hash, opened
from db.schema import create_all

KEY = bytes(range(32))
STREAM = StreamName("claremore", "DT1", "A")
DATE = "2026-11-20"
BEGIN = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
MRUIZ, KDUNN, TOKAFOR = "mruiz", "kdunn", "tokafor"
BATCH, NEXT_BATCH = "DT1A-0001", "DT1A-0002"
CASH, CHECK, ORDER = "drawer:DT1:cash", "drawer:DT1:check", "drawer:DT1:money_order"
CLEARING = f"clearing:{BATCH}"
SEALED = Sealed(f"0a1b2c3d4e5f.{'Q' * 44}")  # its form only: verify needs no key of words and names


class Book:
    """A new file and a pen; each `add` is one durable entry."""

    def __init__(self, path: Path, *, practice: bool = False, random: str = "ab" * 32) -> None:
        self.path = path
        self.db = opened(path, KEY, create=True)
        self.writer = WritingConnection(self.db, path)
        self.now = BEGIN
        self.blobs = StationBlobs(KeyRing(KEY), self.db, lambda: self.now)
        with self.writer.transaction() as cursor:
            create_all(self.writer.held)
            fact = StationStarted(practice, random, "America/Chicago")
            self.state = append_genesis(cursor, self.writer.statements, STREAM, fact, now=self.now)

    def add(self, fact: Any, *, by: str = MRUIZ) -> EntryRef:
        self.now += timedelta(minutes=1)
        at = self.now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        envelope = Envelope(at, 1, "boot", by, DATE, "0.1.0")
        texts = self.writer.view_texts
        with self.writer.transaction() as cursor:
            text = self.writer.statements.entry.text
            ref = append(cursor, text, texts, self.state, envelope, fact, made_ms=int(self.now.timestamp()) * 1000)
            cursor.execute(texts["insert_state"], self.state.row())
        return ref

    def keep(self, plain: bytes) -> str:
        """A blob; its name."""
        with self.writer.transaction() as cursor:
            sealed = self.blobs.seal(plain)
            name = content_hash(sealed)
            cursor.execute(self.writer.statements.blob.text, (name, sealed))
        return name.hex()

    def close(self) -> None:
        self.writer.let_go()
        self.db.close()


def paid_line(account: str, **buckets: int) -> PaidLine:
    """`paid_line("A1", WATER_current=4120)`."""
    parts = tuple(BucketAmount(name.replace("_", "."), cents) for name, cents in buckets.items())
    return PaidLine(account, f"104-{account}", f"NAME {account}", "1 ELM", sum(buckets.values()), parts, -1, 0)


def receipt(n: int, line: PaidLine, *tenders: Tender, change: int = 0, batch: str = BATCH) -> ReceiptTaken:
    clearing = f"clearing:{batch}"
    moves = [
        Transfer("card_receivable" if t.kind == "card" else f"drawer:DT1:{t.kind}", clearing, t.amount_tendered)
        for t in tenders
    ]
    moves += [Transfer(clearing, CASH, change)] if change else []
    moves += [Transfer(clearing, f"paid:{line.account}:{part.bucket}", part.cents) for part in line.allocation]
    return ReceiptTaken(
        f"DT1A-{n:06d}", batch, "L1", "WALK", f"d{n}", (line,), tenders, line.cents, change, tuple(moves), ()
    )


def void_of(fact: ReceiptTaken, ref: EntryRef, approval: Approval) -> ReceiptVoided:
    back = tuple(move.reversed() for move in fact.transfers)
    return ReceiptVoided(fact.receipt, fact.batch, ref, "Wrong amount", SEALED, approval, back)


def posting_bytes(*rows: tuple[str, int], file_no: int = 1) -> bytes:
    """A posting file of (receipt, cents) rows of the batch, as the format has it."""
    lines = [f"HEADER,1,Claremore,DT1,{file_no},{DATE},{DATE},DT1A-000001,DT1A-000003,REAL", "COLUMNS,file_no"]
    lines += [
        f"ROW,{file_no},PAYMENT,{BATCH},{number},1,{DATE},10:00:00,104-A,WATER,30,{cents // 100}.{cents % 100:02d},,,"
        for number, cents in rows
    ]
    total = sum(cents for _number, cents in rows)
    lines.append(f"TRAILER,{len(rows)},{total // 100}.{total % 100:02d}")
    return "\r\n".join([*lines, ""]).encode()


def write_day(book: Book) -> None:
    """The day of the docstring above."""
    lines = [quarantined_line(QuarantinedRow(n, "amount unreadable", "", "x,y")) for n in (7, 8)]
    manifest = json.dumps({"chunks": [book.keep(line) for line in lines]}, separators=(",", ":")).encode()
    whole = hashlib.sha256(b"".join(lines)).hexdigest()
    book.add(
        AccountsImported(
            "extract.csv", "00" * 32, "city", 3, 3, 0, 0, 2, 100, DATE, 0, whole, book.keep(manifest)
        )
    )
    start = CashCount.of({"2000": 5})
    book.add(BatchOpened(BATCH, "WALK", MRUIZ, True, start, 10000, "", (Transfer(CASH, "safe", 10000),)))
    first = paid_line("A1", WATER_current=4120, SEWER_30=2000)
    book.add(receipt(1, first, Tender("cash", 7000), change=880))
    second = paid_line("A2", WATER_90=10000, CREDIT=5000)
    book.add(receipt(2, second, Tender("check", 10000, "1042"), Tender("money_order", 5000, "77")))
    book.add(receipt(3, paid_line("A3", FEE_current=2500), Tender("card", 2500, "A1B2", "4242")))
    fourth = receipt(4, paid_line("A1", WATER_30=1000), Tender("cash", 1000))
    book.add(void_of(fourth, book.add(fourth), Approval("void_receipt", KDUNN, "station", "typed twice")))
    fifth = receipt(5, paid_line("A2", WATER_30=4000), Tender("cash", 4000))
    void = book.add(void_of(fifth, book.add(fifth), Approval("void_receipt", "", "afterwards", "customer left")))
    book.add(ApprovalAnswered(void, BATCH, "void_receipt", "approved", SEALED), by=KDUNN)
    book.add(CashTurnedIn(BATCH, CashCount.of({"5000": 1}), 5000, KDUNN, (Transfer("safe", CASH, 5000),)))
    close_day(book)


def close_day(book: Book) -> None:
    """Count, balance, checkpoint, bag, posting file."""
    tenders = (TenderCount("check", 1, 10000), TenderCount("money_order", 1, 5000), TenderCount("card", 1, 2500))
    count = book.add(BatchCounted(BATCH, 1, CashCount.of({"10000": 1, "1000": 1, "coin100": 1}), tenders, ()))
    results = (
        TenderResult("cash", 11120, 11100, 0, 20),
        TenderResult("check", 10000, 10000, 0, 0),
        TenderResult("money_order", 5000, 5000, 0, 0),
        TenderResult("card", 2500, 2500, 0, 0),
    )
    moves = (Transfer("short", CASH, 20), Transfer("safe", CASH, 10000))
    balanced = book.add(BatchBalanced(BATCH, count, count, results, "small change", moves), by=KDUNN)
    book.add(CheckpointMade(balanced.seq, balanced.h, 1, "00" * 32), by="")
    bag = CashCount.of({"5000": 1, "1000": 1, "coin100": 1})
    checks = (
        DepositCheck("DT1A-000002", "check", SEALED, "1042", 10000),
        DepositCheck("DT1A-000002", "money_order", SEALED, "77", 5000),
    )
    out = (
        Transfer("in_transit:First", CASH, 1100),
        Transfer("in_transit:First", CHECK, 10000),
        Transfer("in_transit:First", ORDER, 5000),
        Transfer("in_transit:First", "safe", 5000),
    )
    deposit = DepositPrepared("DT1A-D0001", "BAG7", "First", (BATCH,), bag, checks, 6000, 100, 21100, out)
    book.add(deposit, by=KDUNN)
    book.add(DepositVerified("DT1A-D0001", "BAG7"), by=TOKAFOR)
    content = posting_bytes(("DT1A-000001", 6120), ("DT1A-000002", 15000), ("DT1A-000003", 2500))
    sha, blob = hashlib.sha256(content).hexdigest(), book.keep(content)
    book.add(PostingExported(1, "posting-DT1-0001.csv", (BATCH,), 3, 23620, sha, blob), by=KDUNN)
    book.add(BatchOpened(NEXT_BATCH, "WALK", MRUIZ, True, CashCount.of({}), 0, "", ()))


INSERT = "insert into journal_entry values (?, ?, ?, ?, ?, ?, ?, ?)"
Change = Callable[[list[dict[str, Any]]], None]


def plant(path: Path, change: Change) -> None:
    """Rewrite payloads as somebody who holds the key would: guards dropped, chain and pointers made to fit again.

    `change` gets the list of payloads in order and may change, add or take away any.
    """
    db = opened(path, KEY)
    rows = without_guards(db)
    payloads = [{**json.loads(row[6]), "_was": row[7].hex()} for row in rows]
    change(payloads)
    db.execute("begin")
    db.execute("delete from journal_entry")
    prev_h, now, seqs = bytes(32), dict[str, str](), dict[str, int]()
    for seq, values in enumerate(payloads):
        was = values.pop("_was", "")
        text = re.sub(r"[0-9a-f]{64}", lambda found: now.get(found[0], found[0]), json.dumps(values))
        payload = canonical(json.loads(text, object_hook=lambda found: _pointing(found, seqs)))
        entry_id = rows[seq][4] if seq < len(rows) else seq.to_bytes(16, "big")
        h = chain_hash(seq, prev_h, entry_id, payload)
        now[was] = h.hex()
        seqs[h.hex()] = seq
        db.execute(INSERT, (*rows[0][:3], seq, entry_id, prev_h, payload, h))
        prev_h = h
    db.execute("commit")
    db.close()


def _pointing(found: dict[str, Any], seqs: dict[str, int]) -> dict[str, Any]:
    """A pointer at an entry names its new seq too."""
    return {**found, "seq": seqs[found["h"]]} if found.get("h") in seqs and "seq" in found else found


def without_guards(db: Connection) -> list[Any]:
    """Drop the journal's triggers; every row in order."""
    triggers = db.execute("select name from sqlite_schema where type = 'trigger'").fetchall()
    for (name,) in triggers:
        db.execute(f"drop trigger {name}")
    rows: list[Any] = db.execute("select * from journal_entry order by seq").fetchall()
    return rows
