"""An extract counts by one entry: before it nothing is seen, after it everything, and a crash changes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.facts.deposits import PostingExported
from app.interchange.accounts_delta import AccountsDelta
from app.interchange.extract_findings import QuarantinedRow, UnreadAccount
from app.ports.account_intake import ExtractTaken, KeptExtracts, OpenIntake
from app.ports.books import Books
from db.errors import ImportRunningError
from db.intake import Intake
from db.intakes import StationIntake
from db.lane import Turn
from db.opener import opened
from db.scratch import differing_views
from db.station import Station
from tests.db.books.test_stops import crashed
from tests.db.extract import GONE, PENA, RUIZ, account, take
from tests.db.till import CASHIER, DATE, KEY, SUPERVISOR, Till, station_in


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with station_in(tmp_path / "data") as station:
        yield station


def balance(station: Station, key: str = RUIZ.key) -> int | None:
    found = station.reader.run(lambda answers: answers.standing(key))
    return None if found is None else found.account.balance - sum(each.cents for each in found.payments)


def rows(station: Station) -> int:
    return int(station.writer.run_bare(lambda db: db.execute("SELECT count(*) FROM view_account").fetchone()[0]))


def same_after_replay(station: Station) -> bool:
    db = opened(station.folder / "station.db", KEY, reader=True)
    try:
        return differing_views(db, KEY, station.folder / "scratch.db") == ()
    finally:
        db.close()


def test_the_intake_answers_its_port() -> None:
    intake: type[KeptExtracts] = StationIntake
    one: type[OpenIntake] = Intake
    assert (intake, one) == (StationIntake, Intake)


def test_an_account_is_read_as_the_extract_said(station: Station) -> None:
    ref = take(station, [RUIZ, PENA])
    found = station.reader.run(lambda answers: answers.standing(RUIZ.key))
    assert found is not None
    assert (found.account, found.snapshot, found.in_last_extract) == (RUIZ, ref.seq, True)
    imported = station.reader.run(lambda answers: answers.last_import())
    assert imported is not None
    assert (imported.ref, imported.accounts, imported.as_of) == (ref, 2, DATE)


def test_before_the_entry_nobody_sees_a_staged_row(station: Station) -> None:
    take(station, [RUIZ])
    intake = station.intake.begin(by=SUPERVISOR, as_of=DATE)
    changed = replace(RUIZ, name="RUIZ, ANA")
    for change in AccountsDelta(intake).changes([changed, *(account(n) for n in range(600))]):
        intake.take(change)
    assert rows(station) > 500
    assert station.reader.run(lambda answers: answers.account(RUIZ.key)) == RUIZ
    assert station.reader.run(lambda answers: answers.account(account(1).key)) is None
    intake.cancel()
    assert rows(station) == 1


def test_a_crash_half_way_changes_nothing_and_is_swept(station: Station, tmp_path: Path) -> None:
    take(station, [RUIZ])
    intake = station.intake.begin(by=SUPERVISOR, as_of=DATE)
    for change in AccountsDelta(intake).changes(account(n) for n in range(600)):
        intake.take(change)
    copy = crashed(station.folder, tmp_path / "copy")
    intake.cancel()
    with station_in(copy, new=False) as again:
        assert rows(again) > 500
        assert again.reader.run(lambda answers: answers.account(account(1).key)) is None
        assert same_after_replay(again)
        take(again, [RUIZ, PENA])
        assert rows(again) == 2
        assert same_after_replay(again)


def test_an_account_that_is_no_longer_listed_stays_marked_until_it_comes_back(station: Station) -> None:
    first = take(station, [RUIZ, GONE])
    take(station, [RUIZ])
    take(station, [RUIZ])
    found = station.reader.run(lambda answers: answers.standing(GONE.key))
    assert found is not None
    assert (found.in_last_extract, found.snapshot) == (False, first.seq)
    assert same_after_replay(station)
    back = take(station, [RUIZ, GONE])
    found = station.reader.run(lambda answers: answers.standing(GONE.key))
    assert found is not None
    assert (found.in_last_extract, found.snapshot) == (True, back.seq)


def test_an_account_of_broken_rows_keeps_what_was_known_and_is_incomplete(station: Station) -> None:
    take(station, [RUIZ], search=True)
    broken = [UnreadAccount(RUIZ.key, ((812, "amount"),)), UnreadAccount("999", ((813, "amount"),))]
    take(station, [PENA], unread=broken, search=True)
    known = station.reader.run(lambda answers: answers.account(RUIZ.key))
    assert known == replace(RUIZ, incomplete=((812, "amount"),))
    new = station.reader.run(lambda answers: answers.account("999"))
    assert new is not None
    assert new.is_incomplete
    assert station.reader.run(lambda answers: answers.find("ruiz"))[0].balance is None
    assert same_after_replay(station)


def test_rows_that_were_not_taken_are_kept(station: Station) -> None:
    bad = QuarantinedRow(812, "amount “1.234” has three decimals", RUIZ.key, "104,1.234")
    ref = take(station, [RUIZ], quarantined=[bad])
    other = take(station, [RUIZ])
    assert station.intake.quarantine(ref.seq) == (bad,)
    assert station.intake.quarantine(other.seq) == ()
    assert station.intake.quarantine(0) == ()


def test_only_one_import_runs_at_a_time(station: Station) -> None:
    intake = station.intake.begin(by=SUPERVISOR, as_of=DATE)
    with pytest.raises(ImportRunningError, match="already running"):
        station.intake.begin(by=SUPERVISOR, as_of=DATE)
    intake.cancel()
    intake.cancel()
    station.intake.begin(by=SUPERVISOR, as_of=DATE).cancel()


def test_the_same_extract_twice_changes_no_row(station: Station) -> None:
    take(station, [RUIZ, PENA])
    before = rows(station)
    intake = station.intake.begin(by=SUPERVISOR, as_of=DATE)
    assert list(AccountsDelta(intake).changes([RUIZ, PENA])) == []
    intake.finish(ExtractTaken("nov.csv", "", "extract", 2, 2, 0, 0))
    assert rows(station) == before


def test_a_payment_goes_between_the_slices_of_an_import(station: Station) -> None:
    till = Till(station)
    till.open_batch()
    intake = station.intake.begin(by=SUPERVISOR, as_of=DATE)
    paid: list[object] = []

    def pay(books: Books) -> None:
        with books.deed(by=CASHIER) as deed:
            paid.append(deed.next_receipt())

    changes = list(AccountsDelta(intake).changes(account(n) for n in range(900)))
    for change in changes[:450]:
        intake.take(change)
    waiting = station.writer.submit(pay, turn=Turn.SALE)
    for change in changes[450:]:
        intake.take(change)
    waiting.result(5)
    assert paid == ["XDT1A-000001"]
    intake.finish(ExtractTaken("nov.csv", "", "extract", 900, 900, 0, 0))


def test_the_shown_balance_is_right_whichever_payments_the_next_extract_holds(station: Station) -> None:
    till = Till(station)
    take(station, [RUIZ])
    till.open_batch()
    till.pay({RUIZ.key: 2000})
    assert balance(station) == 4120
    till.balance(till.count())
    till.add(PostingExported(1, "f1", (till.batch,), 1, 2000, "", ""), by=SUPERVISOR)
    assert balance(station) == 4120
    take(station, [RUIZ], posted_through=0)
    assert balance(station) == 4120
    paid = replace(RUIZ, services=(replace(RUIZ.services[0], current=4120),))
    take(station, [paid], posted_through=1)
    assert balance(station) == 4120
    take(station, [paid], posted_through=1)
    assert balance(station) == 4120


def test_a_void_of_a_posted_payment_is_added_back_until_it_is_posted_too(station: Station) -> None:
    till = Till(station)
    take(station, [RUIZ])
    till.open_batch()
    number = till.pay({RUIZ.key: 2000})
    till.add(PostingExported(1, "f1", (till.batch,), 1, 2000, "", ""), by=SUPERVISOR)
    take(station, [replace(RUIZ, services=(replace(RUIZ.services[0], current=4120),))], posted_through=1)
    till.void(number)
    assert balance(station) == 6120
    since = station.reader.run(lambda answers: answers.payments_since(RUIZ.key))
    assert [(each.receipt, each.cents, each.allocation) for each in since] == [
        (number, -2000, (("WATER.current", -2000),))
    ]
    till.add(PostingExported(2, "f2", (till.batch,), 1, -2000, "", ""), by=SUPERVISOR)
    assert balance(station) == 6120
    take(station, [RUIZ], posted_through=2)
    assert balance(station) == 6120
    assert same_after_replay(station)


def test_an_account_left_out_keeps_the_posting_file_of_its_own_extract(station: Station) -> None:
    till = Till(station)
    take(station, [RUIZ, PENA])
    till.open_batch()
    till.pay({RUIZ.key: 2000})
    till.add(PostingExported(1, "f1", (till.batch,), 1, 2000, "", ""), by=SUPERVISOR)
    take(station, [PENA], posted_through=1)
    assert balance(station) == 4120
    assert station.reader.run(lambda answers: answers.balances([RUIZ.key])) == {RUIZ.key: 4120}
