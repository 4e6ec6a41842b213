"""A fresh file and a migrated one are the same; SQL texts have their columns from one source."""

import re
from pathlib import Path

import pytest

from db.engine import WritingConnection
from db.errors import NewerFileError
from db.opener import Connection, opened
from db.projections.mark import Mark
from db.projections.project import GATHERED, PROJECTIONS, rows_of
from db.projections.state import NAMES
from db.replay import ORDER
from db.schema import create_all, create_views
from db.statements import compiled_statements, shadow_statements
from db.tables.journal import JOURNAL
from db.tables.views import VIEWS
from db.tables.work import WORK
from db.upgrade import upgrade
from db.versions import SCHEMA_HEAD, refuse_newer
from tests.db.journal.golden import envelope_of
from tests.db.journal.samples import SAMPLES


def schema(db: Connection) -> set[str]:
    rows = db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {" ".join(re.sub(r'["\s]+', " ", sql).replace("( ", "(").replace(" )", ")").split()) for (sql,) in rows}


@pytest.fixture
def fresh(tmp_path: Path) -> Connection:
    path = tmp_path / "fresh.db"
    db = opened(path, bytes(32), create=True)
    connection = WritingConnection(db, path)
    with connection.transaction():
        create_all(connection.held)
    connection.let_go()
    return db


def test_a_migrated_file_has_the_schema_of_a_fresh_one(tmp_path: Path, fresh: Connection) -> None:
    path = tmp_path / "migrated.db"
    db = opened(path, bytes(32), create=True)
    connection = WritingConnection(db, path)
    with connection.transaction():
        upgrade(connection.held)
    create_views(db)
    assert schema(db) == schema(fresh)
    assert db.execute("SELECT version_num FROM work_schema").fetchone() == (SCHEMA_HEAD,)
    connection.let_go()


def test_a_file_of_a_newer_program_is_left_alone(fresh: Connection) -> None:
    fresh.execute("UPDATE work_schema SET version_num = '9999'")
    with pytest.raises(NewerFileError, match="newer CityTill"):
        refuse_newer(fresh, Path("station.db"))


def test_every_table_is_strict_and_of_one_of_three_kinds(fresh: Connection) -> None:
    rows = fresh.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    ours = {name for name, _strict in rows if not name.startswith("sqlite_")}
    assert all(name.startswith(("journal_", "view_", "work_")) for name in ours)
    assert {name for name, strict in rows if not strict and name in ours} == {"work_schema"}
    assert ours - {"work_schema"} == {*JOURNAL.tables, *VIEWS.tables, *WORK.tables}


def test_no_view_has_an_index_beside_its_key(fresh: Connection) -> None:
    assert fresh.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall() == []


def test_views_hold_whole_numbers_text_and_bytes_only() -> None:
    kinds = {str(column.type) for table in VIEWS.tables.values() for column in table.columns}
    assert kinds == {"INTEGER", "TEXT", "BLOB"}


@pytest.mark.parametrize("fact", SAMPLES, ids=lambda fact: fact.KIND)
def test_projected_rows_are_as_wide_as_their_statements(fact: object) -> None:
    statements = compiled_statements().views
    envelope = envelope_of(1)
    mark = Mark(1, bytes(32), envelope.at, envelope.by, envelope.business_date)
    for name, rows in rows_of(fact.KIND, fact, mark):  # type: ignore[attr-defined]
        assert {len(row) for row in rows} == {len(statements[name].names)}


def test_the_order_of_values_is_what_projections_write() -> None:
    names = {name: statement.names for name, statement in compiled_statements().views.items()}
    assert names["insert_state"] == ("one", *NAMES)
    assert names["batch_money"] == (
        "more_cash", "more_checks", "more_money_orders", "more_cards", "more_turned_in", "more_receipts",
        "more_voids", "first_receipt", "last_receipt", "more_open_approvals", "more_no_sales", "more_reprints", "eid",
        "h", "batch_id",
    )  # fmt: skip
    assert names["batch_step"] == ("state", "more_counts", "balanced_eid", "eid", "h", "batch_id")
    assert names["batch_bagged"] == ("deposit", "eid", "h", "batch_id")
    assert names["batch_posted"] == ("posting_no", "eid", "h", "batch_id")
    assert names["receipt_posted"] == ("posting_no", "batch_id", "batch_id", "batch_id")
    assert names["void_posted"] == ("posting_no", "batch_id", "batch_id", "batch_id")
    assert names["receipt_voided"] == ("eid", "receipt_id")
    assert names["receipt_reprinted"] == ("more_reprints", "receipt_id")
    assert names["approval_answered"] == ("answer_eid", "batch_id", "h")
    assert names["deposit_verified"] == ("eid", "deposit_id")
    assert names["drop_older_account"] == ("account", "generation")
    assert names["insert_import"] == ("eid", "posted_through", "as_of")


def test_shadow_statements_touch_only_shadow_tables() -> None:
    for statement in shadow_statements().values():
        assert re.findall(r"(?<!next_)\bview_\w+", statement.text) == []


def test_replay_gathers_only_kinds_whose_statements_have_a_place_in_its_order() -> None:
    envelope = envelope_of(1)
    mark = Mark(1, bytes(32), envelope.at, envelope.by, envelope.business_date)
    gathered = [fact for fact in SAMPLES if fact.KIND in GATHERED]
    assert {fact.KIND for fact in gathered} == GATHERED
    assert {name for fact in gathered for name, _rows in rows_of(fact.KIND, fact, mark)} <= set(ORDER)
    assert {fact.KIND for fact in SAMPLES} | {"station_started"} == set(PROJECTIONS)


def test_each_record_of_work_is_a_table_without_a_secret_in_its_name() -> None:
    names = {column.name for table in WORK.tables.values() for column in table.columns}
    assert names & {"pin", "pan", "cvv", "track", "password"} == set()
