"""SQL texts compiled once from the tables, so that columns have one source (hot-path 2).

A deed runs them on the cursor of SQLAlchemy's transaction. `names` of a statement is the order of its values; what
makes the rows (db/projections) keeps that order and a test compares the two.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    Column,
    Delete,
    Insert,
    Table,
    Update,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.elements import ColumnElement

from app.frozen import frozen
from db.tables.journal import BLOB, ENTRY
from db.tables.views import VIEWS, shadow_tables
from db.tables.work import DRAFT, PRINT_JOB


@frozen
class Statement:
    """One SQL text and the names of its values, in order."""

    text: str
    names: tuple[str, ...]


@frozen
class Statements:
    """Everything that a deed writes: the journal's own, the views' by name, drafts and jobs."""

    entry: Statement
    blob: Statement
    draft: Statement
    job: Statement
    views: Mapping[str, Statement]

    def view_texts(self) -> dict[str, str]:
        """The views' SQL by the name that projections use."""
        return {name: statement.text for name, statement in self.views.items()}


def compiled_statements() -> Statements:
    """For the views that serve."""
    return Statements(
        entry=_compiled(insert(ENTRY), ENTRY),
        blob=_compiled(insert(BLOB), BLOB),
        draft=_compiled(insert(DRAFT).prefix_with("OR REPLACE"), DRAFT),
        job=_compiled(insert(PRINT_JOB), PRINT_JOB),
        views=view_statements(dict(VIEWS.tables)),
    )


def shadow_statements() -> dict[str, Statement]:
    """For the views that are being rebuilt beside."""
    return view_statements(shadow_tables())


def view_statements(tables: Mapping[str, Table]) -> dict[str, Statement]:
    """The statements of projections, over tables given by their plain names (`view_receipt`, ...)."""
    found = {f"insert_{name.removeprefix('view_')}": _compiled(insert(table), table) for name, table in tables.items()}
    for name in ("state", "user"):
        found[f"insert_{name}"] = _compiled(
            insert(tables[f"view_{name}"]).prefix_with("OR REPLACE"), tables[f"view_{name}"]
        )
    found["insert_import"] = _compiled(_next_import(tables["view_import"]))
    for name, change in _changes(tables).items():
        found[name] = _compiled(change)
    return found


def _changes(tables: Mapping[str, Table]) -> dict[str, Update | Delete]:
    receipt, batch = tables["view_receipt"], tables["view_batch"]
    restart = tables["view_restart"]
    approval, deposit, account = tables["view_approval"], tables["view_deposit"], tables["view_account"]
    this_batch = batch.c.batch_id == bindparam("b_batch_id")
    last: dict[str, Any] = {"last_eid": bindparam("b_eid"), "last_h": bindparam("b_h")}
    return {
        "batch_money": update(batch)
        .where(this_batch)
        .values(
            **{name: _more(batch.c[name]) for name in MONEY},
            first_receipt=func.coalesce(batch.c.first_receipt, bindparam("b_first_receipt")),
            last_receipt=func.coalesce(bindparam("b_last_receipt"), batch.c.last_receipt),
            **last,
        ),
        "batch_step": update(batch)
        .where(this_batch)
        .values(
            state=func.coalesce(bindparam("b_state"), batch.c.state),
            balanced_eid=bindparam("b_balanced_eid"),
            counts=_more(batch.c.counts),
            **last,
        ),
        "batch_handed": update(batch).where(this_batch).values(cashier=bindparam("b_cashier"), **last),
        "batch_bagged": update(batch).where(this_batch).values(deposit=bindparam("b_deposit"), **last),
        "batch_posted": update(batch).where(this_batch).values(posting_no=bindparam("b_posting_no"), **last),
        "receipt_posted": update(receipt)
        .where(*_of_batch(receipt, batch), receipt.c.posting_no == _NONE)
        .values(posting_no=bindparam("b_posting_no")),
        "void_posted": update(receipt)
        .where(*_of_batch(receipt, batch), receipt.c.void_eid.is_not(None), receipt.c.void_posting_no == _NONE)
        .values(void_posting_no=bindparam("b_posting_no")),
        "receipt_taken_back": update(receipt)
        .where(receipt.c.receipt_id == bindparam("b_receipt_id"), receipt.c.posting_no == _NONE)
        .values(posting_no=bindparam("b_posting_no")),
        "void_taken_back": update(receipt)
        .where(
            receipt.c.receipt_id == bindparam("b_receipt_id"),
            receipt.c.void_eid.is_not(None),
            receipt.c.void_posting_no == _NONE,
        )
        .values(void_posting_no=bindparam("b_posting_no")),
        "postings_declared": update(restart)
        .where(restart.c.incarnation == bindparam("b_incarnation"), restart.c.posted < _NONE)
        .values(posted=bindparam("b_posted")),
        "receipt_voided": update(receipt)
        .where(receipt.c.receipt_id == bindparam("b_receipt_id"), receipt.c.void_eid.is_(None))
        .values(void_eid=bindparam("b_eid")),
        "receipt_reprinted": update(receipt)
        .where(receipt.c.receipt_id == bindparam("b_receipt_id"))
        .values(reprints=_more(receipt.c.reprints)),
        "approval_answered": update(approval)
        .where(approval.c.batch_id == bindparam("b_batch_id"), approval.c.h == bindparam("b_h"))
        .values(answer_eid=bindparam("b_answer_eid")),
        "deposit_verified": update(deposit)
        .where(deposit.c.deposit_id == bindparam("b_deposit_id"))
        .values(verified_eid=bindparam("b_eid")),
        "deposit_undone": update(deposit)
        .where(
            deposit.c.deposit_id == bindparam("b_deposit_id"),
            deposit.c.verified_eid.is_(None),
            deposit.c.undone_eid.is_(None),
        )
        .values(undone_eid=bindparam("b_eid")),
        "drop_older_account": delete(account).where(
            account.c.account == bindparam("b_account"), account.c.generation < bindparam("b_generation")
        ),
    }


MONEY = (
    "cash", "checks", "money_orders", "cards", "turned_in", "receipts", "voids", "open_approvals", "no_sales",
    "reprints",
)  # fmt: skip
_NONE: ColumnElement[Any] = literal_column("0")
_DIALECT = sqlite.dialect(paramstyle="qmark")


def _next_import(table: Table) -> Insert:
    """Imports are counted; the entry does not say which it is."""
    following = func.coalesce(func.max(table.c.generation), _NONE) + literal_column("1")
    values = [following, *(bindparam(f"b_{name}") for name in ("eid", "posted_through", "as_of"))]
    return insert(table).from_select(["generation", "eid", "posted_through", "as_of"], select(*values))


def _of_batch(receipt: Table, batch: Table) -> tuple[ColumnElement[bool], ...]:
    """A batch's receipts by their range, for there is no index on the batch."""
    first, last = (
        select(edge).where(batch.c.batch_id == bindparam("b_batch_id")).scalar_subquery()
        for edge in (batch.c.first_receipt, batch.c.last_receipt)
    )
    return receipt.c.receipt_id >= first, receipt.c.receipt_id <= last, receipt.c.batch_id == bindparam("b_batch_id")


def _more(column: Column[Any]) -> ColumnElement[Any]:
    return column + bindparam(f"b_more_{column.name}")


def _compiled(statement: Insert | Update | Delete, table: Table | None = None) -> Statement:
    if table is not None and isinstance(statement, Insert):
        names = [column.name for column in table.columns]
        done = statement.inline().compile(dialect=_DIALECT, column_keys=names)
    else:
        done = statement.compile(dialect=_DIALECT)
    order = getattr(done, "positiontup", None) or []
    return Statement(" ".join(str(done).split()), tuple(name.removeprefix("b_") for name in order))
