"""The views built anew beside the ones that serve, in slices, and swapped in by one transaction (DESIGN section 3).

For a new version of the views, and for views that a verify found wrong. Payments go on between the slices; what they
write meanwhile is caught up before the swap. A crash leaves the old views serving.
"""

from collections.abc import Generator
from functools import partial

from db.books import StationBooks
from db.deed import DeedTools
from db.opener import Cursor
from db.replay import Replay
from db.schema import create_shadow_views
from db.statements import shadow_statements
from db.tables.views import RETIRED, SHADOW, VIEWS
from db.versions import VIEWS_VERSION

SLICE_ENTRIES = 200
SLICE_ROWS = 2_000


def rebuild_views(books: StationBooks) -> Generator[int, None, int]:
    """Slices for the writer's lane; yields the entries done so far, returns their number.

    No intake may run meanwhile: its staged rows are no entries yet.

    Raises:
        RecordsError: an entry cannot be read; the old views go on serving.
    """
    for prefix in (SHADOW, RETIRED):
        yield from _drop(books, prefix)
    replay = books.bulk(_begun)
    while books.bulk(lambda _cursor, _tools: replay.page(SLICE_ENTRIES)):
        yield replay.entries
    books.bulk(lambda cursor, tools: _swap(cursor, tools, replay))
    yield replay.entries
    yield from _drop(books, RETIRED)
    return replay.entries


def _begun(cursor: Cursor, tools: DeedTools) -> Replay:
    create_shadow_views(cursor)
    texts = {name: statement.text for name, statement in shadow_statements().items()}
    tenant, station = cursor.execute("SELECT tenant, station FROM view_state").fetchone()
    db = cursor.connection
    return Replay(
        db.cursor(), db.cursor(), texts, tools.sealer, tenant=tenant, station=station,
        account_table=f"{SHADOW}view_account",
    )  # fmt: skip


def _swap(cursor: Cursor, tools: DeedTools, replay: Replay) -> None:
    while replay.page(SLICE_ENTRIES):
        pass
    for name in _tables(cursor, "view_"):  # an older program may have had other views
        cursor.execute(f"ALTER TABLE {name} RENAME TO {RETIRED}{name}")
    for name in VIEWS.tables:
        cursor.execute(f"ALTER TABLE {SHADOW}{name} RENAME TO {name}")
    cursor.execute("UPDATE work_session SET views_version = ?", (VIEWS_VERSION,))
    tools.kept.forget()  # what was kept may rest on a view that was wrong


def _drop(books: StationBooks, prefix: str) -> Generator[int, None, None]:
    for table in books.bulk(lambda cursor, _tools: _tables(cursor, f"{prefix}view_")):
        while books.bulk(partial(_emptied, table)):
            yield 0
        books.bulk(partial(_dropped, table))
        yield 0


def _tables(cursor: Cursor, beginning: str) -> list[str]:
    names = cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [name for (name,) in names if name.startswith(beginning)]


def _emptied(table: str, cursor: Cursor, _tools: DeedTools) -> bool:
    cursor.execute(f"DELETE FROM {table} LIMIT {SLICE_ROWS}")
    return bool(cursor.rowcount)


def _dropped(table: str, cursor: Cursor, _tools: DeedTools) -> None:
    cursor.execute(f"DROP TABLE {table}")
