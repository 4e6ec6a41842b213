"""An extract by one deed: all or quarantine, never guessed (issue 2 item 6, accounts-extract.md)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.account import Account, ServiceBalance
from app.domain.rights import RightMissingError
from app.interchange.extract_errors import ImportCancelledError, PostedThroughMissingError, TrailerRowsDifferError
from app.interchange.extract_writer import write_extract
from app.usecases.export_posting import ExportPosting, ExportRequest
from app.usecases.import_accounts import ImportAccounts, ImportDone, ImportRequest
from tests.stories.rules.window import ACCOUNTS, RUIZ, STORE, Window, cash

GOOD = tuple(account for account in ACCOUNTS if not account.incomplete)


def extract(accounts: tuple[Account, ...] = GOOD, *, posted_through: int = 0, as_of: str = "2026-11-21") -> bytes:
    return b"".join(write_extract(accounts, as_of=as_of, posted_through=posted_through))


def take(
    window: Window, data: bytes, *, by: str = "kdunn", posted_through: int | None = None, dry_run: bool = False,
    cancelled: Callable[[], bool] | None = None, progress: Callable[[int], None] | None = None,
) -> ImportDone:  # fmt: skip
    request = ImportRequest(by, "accounts.csv", lambda: (data,), posted_through, dry_run, progress, cancelled)
    return ImportAccounts(window.station.reader, window.station.intake, window.clock)(request)


def account(window: Window, key: str) -> Account:
    found = window.ask(lambda books: books.account(key))
    assert found is not None
    return found


def test_a_new_extract_replaces_what_it_names_and_marks_what_it_leaves_out(window: Window) -> None:
    changed = replace(GOOD[0], services=(ServiceBalance("WATER", current=100, due_date="2027-01-05"),))
    heard: list[int] = []
    done = take(window, extract((changed, *GOOD[1:])), progress=heard.append)
    assert (done.accounts, done.posted, done.absent, done.quarantined) == (4, 1, 1, ())
    assert done.ref is not None
    assert account(window, RUIZ).services == changed.services
    assert heard[-1] >= len(extract())
    last = window.ask(lambda books: books.last_import())
    assert last is not None
    assert (last.file_name, last.as_of, last.posted_through) == ("accounts.csv", "2026-11-21", 0)


def test_the_same_file_twice_posts_nothing_twice(window: Window) -> None:
    take(window, extract())
    before = window.seq()
    again = take(window, extract())
    assert (again.posted, again.unchanged, again.ref) == (0, 4, None)
    assert window.seq() == before


def test_a_dry_run_tells_all_and_changes_nothing(window: Window) -> None:
    before = window.seq()
    changed = replace(GOOD[0], unapplied_credit=500)
    done = take(window, extract((changed,)), dry_run=True)
    assert (done.posted, done.absent, done.ref) == (1, 4, None)
    assert window.seq() == before
    assert account(window, RUIZ).unapplied_credit == 0


def test_bad_rows_are_kept_with_line_and_reason(window: Window) -> None:
    lines = extract().decode().splitlines(keepends=True)
    lines[2] = lines[2].replace("WATER", "WINE").replace("SEWER", "WINE")
    done = take(window, "".join(lines[:-1]).encode())
    assert [row.line for row in done.quarantined] == [3]
    assert done.ref is not None
    assert window.station.intake.quarantine(done.ref.seq) == done.quarantined


def test_a_refused_file_changes_nothing_and_the_next_one_is_taken(window: Window) -> None:
    before = window.seq()
    lines = extract().splitlines(keepends=True)
    with pytest.raises(TrailerRowsDifferError):
        take(window, b"".join(lines[:1] + lines[2:]))
    assert window.seq() == before
    assert take(window, extract()).ref is not None


def test_cancel_changes_nothing_and_the_next_one_is_taken(window: Window) -> None:
    before = window.seq()
    asked: list[bool] = []

    def later() -> bool:
        asked.append(True)
        return len(asked) > 1

    with pytest.raises(ImportCancelledError):
        take(window, extract(), cancelled=later)
    assert window.seq() == before
    assert take(window, extract()).ref is not None


def test_only_those_who_may_import(window: Window) -> None:
    with pytest.raises(RightMissingError, match="may not import accounts"):
        take(window, extract(), by="mruiz")


def test_what_the_amounts_contain_of_our_files_is_never_guessed(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(10_000), account=STORE)
    window.count(batch, 30_000)
    window.accept(batch)
    window.do(lambda books: ExportPosting(books)(ExportRequest("kdunn")))
    bare = b"".join(extract().splitlines(keepends=True)[:-1])
    with pytest.raises(PostedThroughMissingError, match="the last one made is 1"):
        take(window, bare)
    assert shown(window, STORE) == 40_000
    take(window, bare, posted_through=0)
    assert shown(window, STORE) == 40_000
    billed = replace(GOOD[1], services=(ServiceBalance("WATER", current=40_000, due_date="2026-12-05"),))
    take(window, extract((GOOD[0], billed, *GOOD[2:]), posted_through=1))
    assert shown(window, STORE) == 40_000


def shown(window: Window, key: str) -> int:
    standing = window.ask(lambda books: books.standing(key))
    assert standing is not None
    return standing.account.balance - sum(payment.cents for payment in standing.payments)
