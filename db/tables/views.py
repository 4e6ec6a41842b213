"""`view_`: projections of the journal. Droppable, rebuilt by replay, compared with it; they prove nothing.

Slim on purpose (hot-path 2): a commit costs pages. A view holds keys and sums; words are read from the entry itself.
No secondary index anywhere, so that a rebuilt copy is swapped in by renaming. Transfers stay in their entries.

Keys are whole numbers that sort as the stream does: `eid` = incarnation and seq, `receipt_id`, `batch_id`,
`deposit_id` = incarnation and number (db/ids).
"""

from typing import Any

from sqlalchemy import CheckConstraint, Column, Integer, LargeBinary, MetaData, PrimaryKeyConstraint, Table, Text

VIEWS = MetaData()


def _whole(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _blob(name: str) -> Column[Any]:
    return Column(name, LargeBinary, nullable=False)


def _maybe(name: str) -> Column[Any]:
    return Column(name, Integer)


STATE = Table(
    "view_state",
    VIEWS,
    Column("one", Integer, primary_key=True),
    _text("tenant"),
    _text("station"),
    _text("incarnation"),
    _whole("practice"),
    _text("time_zone"),
    _whole("seq"),
    _blob("h"),
    _text("at"),
    _whole("receipt_no"),
    _whole("batch_no"),
    _whole("deposit_no"),
    _whole("posting_no"),
    _whole("generation"),
    _whole("settings_eid"),
    CheckConstraint("one = 1", name="one_row"),
    sqlite_strict=True,
)

RECEIPT = Table(
    "view_receipt",
    VIEWS,
    Column("receipt_id", Integer, primary_key=True),
    _whole("eid"),
    _whole("batch_id"),
    _text("business_date"),
    _whole("total"),
    _whole("change"),
    _maybe("void_eid"),
    _whole("posting_no"),
    _whole("void_posting_no"),
    _whole("reprints"),
    sqlite_strict=True,
)

LINE = Table(
    "view_line",
    VIEWS,
    _text("account"),
    _whole("receipt_id"),
    _whole("n"),
    _whole("cents"),
    PrimaryKeyConstraint("account", "receipt_id", "n"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Only what finds the same check again (R18); tenders are in the entry, and by class in the batch's sums
CHECK = Table(
    "view_check",
    VIEWS,
    _whole("payer"),
    _text("number"),
    _whole("receipt_id"),
    _whole("n"),
    PrimaryKeyConstraint("payer", "number", "receipt_id", "n"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

BATCH = Table(
    "view_batch",
    VIEWS,
    Column("batch_id", Integer, primary_key=True),
    _text("batch"),
    _whole("eid"),
    _blob("h"),
    _text("state"),
    _text("source"),
    _text("cashier"),
    _whole("drawer"),
    _text("business_date"),
    _text("opened_at"),
    _text("starting_cash"),
    _whole("starting_cents"),
    _whole("cash"),
    _whole("checks"),
    _whole("money_orders"),
    _whole("cards"),
    _whole("turned_in"),
    _whole("receipts"),
    _whole("voids"),
    _maybe("first_receipt"),
    _maybe("last_receipt"),
    _whole("counts"),
    _maybe("balanced_eid"),
    _whole("open_approvals"),
    _whole("no_sales"),
    _whole("reprints"),
    _text("deposit"),
    _whole("posting_no"),
    _whole("last_eid"),
    _blob("last_h"),
    sqlite_strict=True,
)

COUNT = Table(
    "view_count",
    VIEWS,
    _whole("batch_id"),
    _whole("eid"),
    PrimaryKeyConstraint("batch_id", "eid"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

APPROVAL = Table(
    "view_approval",
    VIEWS,
    _whole("batch_id"),
    _whole("eid"),
    _blob("h"),
    _maybe("answer_eid"),
    PrimaryKeyConstraint("batch_id", "eid"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

DEPOSIT = Table(
    "view_deposit",
    VIEWS,
    Column("deposit_id", Integer, primary_key=True),
    _text("deposit"),
    _whole("eid"),
    _maybe("verified_eid"),
    _maybe("undone_eid"),
    sqlite_strict=True,
)

RESTART = Table(
    "view_restart",
    VIEWS,
    Column("incarnation", Text, primary_key=True),
    _whole("known"),
    _whole("posted"),
    sqlite_strict=True,
)

POSTING = Table(
    "view_posting",
    VIEWS,
    Column("eid", Integer, primary_key=True),
    _whole("file_no"),
    sqlite_strict=True,
)

SETTING = Table(
    "view_setting",
    VIEWS,
    _text("name"),
    _text("effective_from"),
    _whole("eid"),
    PrimaryKeyConstraint("name", "effective_from", "eid"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

USER = Table(
    "view_user",
    VIEWS,
    _text("user"),
    _whole("eid"),
    PrimaryKeyConstraint("user"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

IMPORT = Table(
    "view_import",
    VIEWS,
    Column("generation", Integer, primary_key=True),
    _whole("eid"),
    _whole("posted_through"),
    _text("as_of"),
    sqlite_strict=True,
)

HANDOVER = Table(
    "view_handover",
    VIEWS,
    Column("receipt_id", Integer, primary_key=True),
    _whole("eid"),
    sqlite_strict=True,
)

# Seldom entries by what they are about: hand-overs and surprise counts of a batch, paper receipts, notes of an account
ABOUT = Table(
    "view_about",
    VIEWS,
    _text("topic"),
    _text("key"),
    _whole("eid"),
    PrimaryKeyConstraint("topic", "key", "eid"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

ACCOUNT = Table(
    "view_account",
    VIEWS,
    _text("account"),
    _whole("generation"),
    _text("number"),
    _text("name"),
    _text("address"),
    _text("status"),
    _text("alert"),
    _maybe("balance"),
    _maybe("left_after"),
    _text("words"),
    _text("numbers"),
    _blob("body"),
    PrimaryKeyConstraint("account", "generation"),
    sqlite_strict=True,
)

SHADOW = "next_"
RETIRED = "old_"


def shadow_tables() -> dict[str, Table]:
    """The same tables under other names, by their plain names: built beside while the old ones serve."""
    beside = MetaData()
    return {name: table.to_metadata(beside, name=SHADOW + name) for name, table in VIEWS.tables.items()}
