"""A posting file made after the backup: after the restore nothing is paid twice and nothing is lost, to the cent."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.domain.rights import RightMissingError
from app.interchange.posting_file import PostingKind, read_posting
from app.usecases.declare_postings import DeclaredNumberError, DeclarePostings, DeclareRequest, NothingToDeclareError
from app.usecases.export_posting import ExportHeldError, ExportPosting, NothingToExportError, PostingMade
from app.usecases.reopen_batch import ReopenBatch, ReopenRequest
from app.usecases.take_back_posting import (
    NotOurPostingError,
    PostingBack,
    PostingNotMissingError,
    PostingOrderError,
    TakeBackPosting,
    TakeBackRequest,
)
from db.backup.backup import back_up
from db.backup.new_incarnation import PostedWrongError
from db.backup.restore import Restored, restore
from db.keys.keep import PRACTICE, keep_file_key, station_file_for
from db.keys.station_file import write_station_file
from db.paths import STATION_DB
from db.verify.verify import verify
from devices.simulators.clock import SimulatedClock
from tests.stories.rules.misc_work import misc, with_misc
from tests.stories.rules.test_deposit_and_posting import balance, export
from tests.stories.rules.window import ACCOUNTS, KEY, RUIZ, STORE, TODAY, Window, cash, check, take_accounts
from ui.viewmodels.batches.posting import _read as posting_room

OWED = {account.key: account.balance for account in ACCOUNTS}


@dataclass
class City:
    """One station over its restore: `window` is the one that works now."""

    folder: Path
    clock: SimulatedClock
    window: Window
    backup: Path = Path()

    def back_up(self) -> None:
        self.backup = back_up(self.folder, KEY, self.folder.parent / "usb", now=self.clock.now(), app_v="1").folder

    def restore(self, *, posted: int | None = None) -> Restored:
        """The disk died: everything after the backup is gone."""
        self.window.close()
        to = self.folder.with_name(f"new-{self.folder.name}")
        done = restore(self.backup, to, KEY, clock=self.clock, app_v="1", posted=posted)
        self.folder, self.window = to, Window(to, self.clock)
        return done


@pytest.fixture
def city(folder: Path, clock: SimulatedClock) -> Iterator[City]:
    plain = station_file_for(tenant="practice", station="DT1", key=KEY, custody=PRACTICE, recovery=None)
    keep_file_key(folder, plain, KEY)
    write_station_file(folder, plain)
    made = City(folder, clock, Window(folder, clock))
    yield made
    made.window.close()
    assert verify(made.folder / STATION_DB, KEY).failed() == ()


def day(window: Window, by: str = "mruiz", *, store: int = 9_000, ruiz: int = 15_000) -> str:
    """A balanced batch: cash on STORE, a check on RUIZ."""
    batch = window.open(by).batch
    window.pay(batch, cash(store), account=STORE, by=by)
    window.pay(batch, check(ruiz, f"{ruiz}"), account=RUIZ, by=by)
    window.count(batch, 20_000 + store, check=ruiz, by=by)
    window.accept(batch)
    return batch


def take_back(city: City, made: PostingMade, by: str = "kdunn") -> PostingBack:
    request = TakeBackRequest(by, made.file_name, made.data)
    return city.window.do(lambda books: TakeBackPosting(books)(request))


def declare(city: City, last: int, by: str = "kdunn") -> None:
    city.window.do(lambda books: DeclarePostings(books)(DeclareRequest(by, last)))


def extract(city: City, *, posted_through: int, **paid: int) -> None:
    """Billing's next extract: every account less what the files it contains paid."""
    accounts = tuple(
        replace(account, services=(replace(first, current=first.current - paid.get(f"a{account.key}", 0)), *others))
        for account in ACCOUNTS
        for first, *others in (account.services,)
    )
    take_accounts(city.window, accounts, posted_through=posted_through)


def test_a_file_made_after_the_backup_is_taken_back_and_everything_is_right_to_the_cent(city: City) -> None:
    batch = day(city.window)
    city.back_up()
    old = export(city.window)
    assert (old.file_no, old.total) == (1, 24_000)
    done = city.restore(posted=1)
    assert (done.incarnation, done.gap.posting_no, done.gap.posted, done.next_posting) == ("B", 0, 1, 1001)
    assert done.export_unknown == (batch,)
    with pytest.raises(ExportHeldError, match=r"may have XDT1A-0001 from before the restore. Take posting file 1 back"):
        export(city.window)
    back = take_back(city, old)
    assert (back.file_no, back.receipts, back.lost) == (1, 2, ())
    with pytest.raises(NothingToExportError):
        export(city.window)
    extract(city, posted_through=1, a104229000=9_000, a104228103=15_000)
    assert (balance(city.window, STORE), balance(city.window, RUIZ)) == (OWED[STORE] - 9_000, OWED[RUIZ] - 15_000)
    second = day(city.window, store=4_000, ruiz=1_000)
    assert second == "XDT1B-0001"
    new = export(city.window)
    assert (new.file_no, new.file_name, new.batches) == (1001, "PRACTICE_posting-DT1-1001.csv", (second,))
    assert new.total == 5_000
    assert balance(city.window, STORE) == OWED[STORE] - 13_000
    extract(city, posted_through=1001, a104229000=13_000, a104228103=16_000)
    assert (balance(city.window, STORE), balance(city.window, RUIZ)) == (OWED[STORE] - 13_000, OWED[RUIZ] - 16_000)
    again = city.window.do(lambda books: ExportPosting(books).again(1, by="kdunn"))
    assert again.data == old.data


def test_b8_a_file_with_a_receipt_that_also_paid_a_misc_receipt_is_taken_back(city: City) -> None:
    """B8: billing had the account's share of the receipt, and only that is compared."""
    window = city.window
    batch = window.open().batch
    both = with_misc(window, window.draft((STORE, 9_000)), misc(window, "COPIES", 75))
    window.finish(both.with_tender(cash(9_075)), batch)
    window.finish(with_misc(window, window.draft(), misc(window, "COPIES", 50)).with_tender(cash(50)), batch)
    window.count(batch, 29_125)
    window.accept(batch)
    city.back_up()
    old = export(city.window)
    assert (old.rows, old.total) == (1, 9_000)
    city.restore(posted=1)
    back = take_back(city, old)
    assert (back.receipts, back.lost) == (1, ())
    with pytest.raises(NothingToExportError):
        export(city.window)
    extract(city, posted_through=1, a104229000=9_000)
    assert balance(city.window, STORE) == OWED[STORE] - 9_000


def test_new_batches_go_to_billing_while_an_old_one_waits(city: City) -> None:
    batch = day(city.window)
    city.back_up()
    export(city.window)
    city.restore(posted=1)
    second = day(city.window, store=4_000, ruiz=1_000)
    made = export(city.window)
    assert (made.file_no, made.batches, made.held) == (1001, (second,), (batch,))
    with pytest.raises(ExportHeldError):
        export(city.window, batch)


def test_the_window_says_which_batches_wait_and_why(city: City) -> None:
    batch = day(city.window)
    city.back_up()
    city.restore(posted=1)
    read = city.window.ask(lambda books: posting_room(books, TODAY))
    assert read.waiting == (batch,)
    assert "Take posting file 1 back first: citytill import posting FILE." in read.held


def test_without_an_answer_what_is_from_before_waits_until_somebody_says_it(city: City) -> None:
    batch = day(city.window)
    city.back_up()
    done = city.restore()
    assert (done.gap.posted, done.export_unknown) == (-1, (batch,))
    with pytest.raises(ExportHeldError, match=r"citytill export posting --billing-has N"):
        export(city.window)
    with pytest.raises(RightMissingError):
        declare(city, 0, by="mruiz")
    with pytest.raises(DeclaredNumberError, match="one from 0 to 999"):
        declare(city, 1_000)
    declare(city, 0)  # nothing was made after the backup
    made = export(city.window)
    assert (made.file_no, made.batches, made.total) == (1001, (batch,), 24_000)
    with pytest.raises(NothingToDeclareError):
        declare(city, 0)


def test_a_backup_that_knows_the_last_file_lets_everything_go_on(city: City) -> None:
    day(city.window)
    export(city.window)
    city.back_up()
    done = city.restore(posted=1)
    assert done.export_unknown == ()
    with pytest.raises(NothingToExportError):
        export(city.window)


def test_receipts_that_were_lost_are_named_and_what_is_here_is_not_sent_again(city: City) -> None:
    batch = city.window.open().batch
    city.window.pay(batch, cash(9_000), account=STORE)
    city.back_up()
    city.window.pay(batch, check(15_000), account=RUIZ)
    city.window.count(batch, 29_000, check=15_000)
    city.window.accept(batch)
    old = export(city.window)
    city.restore(posted=1)
    back = take_back(city, old)
    assert [(part.receipt, part.cents) for part in back.lost] == [("XDT1A-000002", 15_000)]
    city.window.pay(batch, cash(1_000), account=STORE)
    city.window.count(batch, 30_000)
    city.window.accept(batch)
    made = export(city.window)
    assert [(row.receipt, row.cents) for row in read_posting(made.data).rows] == [("XDT1B-000001", 1_000)]


def test_a_void_that_billing_has_is_not_sent_again(city: City) -> None:
    batch = city.window.open().batch
    wrong = city.window.pay(batch, cash(9_000), account=STORE).receipt
    city.window.count(batch, 29_000)
    city.window.accept(batch)
    first = export(city.window)
    reopen(city.window, batch)
    city.window.void(wrong)
    city.window.count(batch, 20_000)
    city.window.accept(batch)
    city.back_up()
    second = export(city.window)
    assert [row.kind for row in read_posting(second.data).rows] == [PostingKind.VOID]
    city.restore(posted=2)
    with pytest.raises(PostingNotMissingError, match="Posting file 1 is not missing"):
        take_back(city, first)
    take_back(city, second)
    with pytest.raises(NothingToExportError):
        export(city.window)
    assert balance(city.window, STORE) == OWED[STORE]


def test_a_void_that_was_lost_and_is_made_again_is_not_sent_again(city: City) -> None:
    batch = city.window.open().batch
    wrong = city.window.pay(batch, cash(9_000), account=STORE).receipt
    city.window.pay(batch, cash(1_000), account=RUIZ)
    city.window.count(batch, 30_000)
    city.window.accept(batch)
    export(city.window)
    city.back_up()
    undo(city.window, batch, wrong)
    second = export(city.window)
    assert [(row.kind, row.cents) for row in read_posting(second.data).rows] == [(PostingKind.VOID, -9_000)]
    city.restore(posted=2)
    back = take_back(city, second)
    assert [(part.receipt, part.cents) for part in back.lost] == [(wrong, -9_000)]
    undo(city.window, batch, wrong)
    with pytest.raises(NothingToExportError):
        export(city.window)
    assert balance(city.window, STORE) == OWED[STORE]
    after = day(city.window, "tokafor", store=100, ruiz=200)
    assert [row.batch for row in read_posting(export(city.window).data).rows] == [after, after]


def test_files_come_back_in_their_order_and_only_ours(city: City) -> None:
    day(city.window)
    city.back_up()
    first = export(city.window)
    day(city.window, "tokafor", store=100, ruiz=200)
    second = export(city.window)
    city.restore(posted=2)
    with pytest.raises(PostingOrderError, match="Take posting file 1 back before 2"):
        take_back(city, second)
    stranger = replace(first, data=first.data.replace(b",DT1,", b",DT2,"))
    with pytest.raises(NotOurPostingError, match="it is of DT2"):
        take_back(city, stranger)
    more = first.data.replace(b"90.00", b"80.00").replace(b"240.00", b"230.00")
    with pytest.raises(NotOurPostingError, match="receipt XDT1A-000001 is of another amount"):
        take_back(city, replace(first, data=more))
    take_back(city, first)
    assert len(take_back(city, second).lost) == 2
    with pytest.raises(PostingNotMissingError):
        take_back(city, second)


def test_a_number_that_billing_cannot_have_is_refused_before_anything_is_restored(city: City) -> None:
    day(city.window)
    export(city.window)
    city.back_up()
    for posted in (0, 1_000):
        with pytest.raises(PostedWrongError, match="it is one from 1 to 999"):
            city.restore(posted=posted)
        city.window = Window(city.folder, city.clock)


def test_a_second_restore_goes_on_at_the_next_thousand(city: City) -> None:
    day(city.window)
    city.back_up()
    city.restore(posted=0)
    assert export(city.window).file_no == 1001
    city.back_up()
    assert city.restore(posted=1001).next_posting == 2001
    day(city.window, store=100, ruiz=200)
    assert export(city.window).file_no == 2001


def test_the_views_after_it_are_what_a_replay_makes(city: City) -> None:
    day(city.window)
    city.back_up()
    old = export(city.window)
    city.restore()
    declare(city, 1)
    take_back(city, old)

    def kept(window: Window) -> object:
        return window.ask(lambda books: (books.postings(), books.restarts(), books.receipts(), books.last_posting()))

    before = kept(city.window)
    city.window.station.rebuild_views().result()
    assert kept(city.window) == before


def reopen(window: Window, batch: str) -> None:
    request = ReopenRequest("kdunn", batch, window.batch(batch).last_ref, "Item found after balancing")
    window.do(lambda books: ReopenBatch(books)(request))


def undo(window: Window, batch: str, receipt: str) -> None:
    """The balanced batch is reopened, the receipt voided, and the rest counted again."""
    reopen(window, batch)
    window.void(receipt)
    window.count(batch, 21_000)
    window.accept(batch)
