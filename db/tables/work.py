"""`work_`: drafts, jobs, credentials, cursors, device settings. Mutable, backed up, not proof."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, Integer, LargeBinary, MetaData, Table, Text

WORK = MetaData()


def _key(name: str) -> Column[Any]:
    return Column(name, Text, primary_key=True, nullable=False)


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _whole(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)


DRAFT = Table(
    "work_draft",
    WORK,
    _key("draft"),
    _text("user"),
    _text("lane"),
    _whole("parked"),
    _text("updated_at"),
    _text("body"),
    sqlite_strict=True,
)

# The plan is emptied once its job was handed to the device: nothing is ever sent twice, and old rows stay small.
PRINT_JOB = Table(
    "work_print_job",
    WORK,
    Column("job", Integer, primary_key=True),
    _text("what"),
    _text("receipt"),
    _text("state"),
    _text("why"),
    _text("queued_at"),
    _text("updated_at"),
    _text("plan"),
    sqlite_strict=True,
)

# argon2id over HMAC(pepper, PIN); `failed` tries since the last right one, `locked_until` UTC or empty (R44)
PIN = Table(
    "work_pin",
    WORK,
    _key("user"),
    _text("verifier"),
    _whole("failed"),
    _text("locked_until"),
    _text("changed_at"),
    sqlite_strict=True,
)

# The tenant's key ring: what seals by purpose and month, and the pepper and mark key; the file's own key guards them
RING_KEY = Table(
    "work_ring_key",
    WORK,
    Column("key_id", LargeBinary, primary_key=True, nullable=False),
    _text("purpose"),
    _text("month"),
    Column("secret", LargeBinary, nullable=False),
    sqlite_strict=True,
)

# How far something came: `acked` (the outbox is head minus this), feeds, the last checkpoint
CURSOR = Table("work_cursor", WORK, _key("name"), _whole("seq"), _text("note"), sqlite_strict=True)

DEVICE = Table("work_device", WORK, _key("name"), _text("settings"), _text("updated_at"), sqlite_strict=True)

# One row: receipts after `clean_receipt` and up to `start_receipt` were taken before a stop that was not clean
SESSION = Table(
    "work_session",
    WORK,
    Column("one", Integer, primary_key=True),
    _whole("clean_receipt"),
    _whole("start_receipt"),
    _text("started_at"),
    _whole("clean"),
    _whole("views_version"),
    CheckConstraint("one = 1", name="one_row"),
    sqlite_strict=True,
)

# Receipts that the screen confirmed since the last clean stop
SHOWN = Table("work_shown", WORK, Column("receipt_id", Integer, primary_key=True), sqlite_strict=True)
