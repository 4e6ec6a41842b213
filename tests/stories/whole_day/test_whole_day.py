"""From the morning's extract to the next one: everything that can happen to a cashier's day, right to the cent."""

from collections.abc import Mapping

import pytest

from app.domain.account import Account
from app.domain.batch_state import BatchState
from app.domain.difference import ROLLS
from app.domain.tender import TenderKind
from app.domain.user import Deed
from app.interchange.posting_file import read_posting
from app.interchange.practice.city import practice_accounts, practice_city
from app.interchange.practice.next_extract import next_extract
from db.keys.custody import find_file_key
from db.paths import STATION_DB
from db.verify.folder import verify_folder
from db.verify.verify import verify
from devices.simulators.printer_works import PrinterFault
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.stories.till.cashier import ACCOUNTS, DAY, RENT_HOUSE, RUIZ, SEED, plain_accounts
from tests.stories.whole_day.day import Day, cash_of
from ui.compose.practice import APPROVER_PIN

STARTING = 19_900
"""One dollar less than the 200.00 that were issued."""
CASH = 7_776 + 5_200 + 6_183 + 3_412 + 16_962 + 3_786 + 15_751
CHECKS, CARDS, ORDERS = (3, 96_765), (2, 23_466), (1, 3_786)
SHORT = 200


def everybody() -> Mapping[str, Account]:
    return {account.key: account for account in practice_accounts(SEED, accounts=ACCOUNTS, business_date=DAY)}


def extract() -> list[bytes]:
    return list(practice_city(SEED, accounts=ACCOUNTS, business_date=DAY))


@pytest.mark.slow
def test_a_whole_day_from_the_first_extract_to_the_next_one_is_right_to_the_cent(day: Day) -> None:
    paid: dict[str, int] = {}
    morning(day)
    batch = starting_cash(day)
    cash_and_checks(day, paid)
    refused_and_approved(day, paid)
    parts_cards_and_money_orders(day, paid)
    two_lanes_and_a_lock(day, paid)
    paper_void_and_no_sale(day, paid)
    assert everything_is_owed_less(day, paid)
    assert day.batch(batch).receipts == len(day.taken) == 12

    blind_count(day, batch)
    sent_back(day, batch)
    recounted_and_approved(day, batch)
    in_the_bag(day, batch)
    posting = posted(day)
    assert everything_is_owed_less(day, paid)

    first = extract()
    day.take_in(next_extract(lambda: first, postings=[], as_of="2026-11-22"), "without.csv")
    assert everything_is_owed_less(day, paid)
    made = read_posting(posting)
    assert made.file_no == 1
    day.take_in(next_extract(lambda: first, postings=[made], as_of="2026-11-23"), "with.csv")
    assert day.imports.done is not None
    assert (day.imports.done.posted_through, day.imports.done.quarantined) == (1, ())
    assert everything_is_owed_less(day, paid)
    assert all(not standing_payments(day, key) for key in paid)

    books_hold(day)


def morning(day: Day) -> None:
    """The extract is taken in by the supervisor; the cashier's first PIN is wrong."""
    day.come("kdunn")
    day.take_in(extract(), "accounts.csv")
    assert day.imports.done is not None
    assert day.imports.done.quarantined == ()
    day.leave()
    refused = day.told(day.signing.refused, lambda: day.signing.enter("mruiz", "4321"))
    assert refused.startswith("User and PIN do not match. 4 more tries")
    assert day.session.sitting is None
    day.come("mruiz")
    assert not day.till.has_batch
    assert not day.till.scan(RUIZ)


def starting_cash(day: Day) -> str:
    model = day.room.opening
    shown = day.told(model.ready, model.begin)
    assert shown.issued_words == "200.00"
    assert "needs a reason" in day.told(model.refused, lambda: model.open(cash_of(STARTING)))
    opened = day.told(model.opened, lambda: model.open(cash_of(STARTING), "Starting cash error"))
    assert day.till.has_batch
    assert day.room.mine.shown is not None
    assert day.room.mine.shown.batch == opened.batch
    return str(opened.batch)


def cash_and_checks(day: Day, paid: dict[str, int]) -> None:
    people, city = plain_accounts(), everybody()
    day.customer(people[3])
    day.till.cash()
    taken = day.receipt(day.receipt_is_saved())
    assert (taken.total, taken.change, taken.lane) == (7_776, 0, "L1")
    day.is_printed()
    paid[people[3].key] = 7_776

    day.customer(city[RENT_HOUSE])
    day.till.cash(5_400)
    assert day.draft.checked_change() == SHORT
    assert len(day.receipts()) == 1  # change stands large; nothing is taken before Enter
    day.till.finish()
    assert day.receipt(day.receipt_is_saved()).change == SHORT
    paid[RENT_HOUSE] = 5_200

    day.customer(people[2])
    day.feed_and_wait(SAMPLE_CHECKS[1])
    asked = day.till.tenders.asked
    assert asked is not None
    assert (asked.proposed, asked.reference) == (21_765, "388")
    day.till.tenders.give(cents=21_765, reference=asked.reference)
    check = day.receipt(day.receipt_is_saved()).tenders[0]
    assert (check.kind, check.reference, check.bank) == (TenderKind.CHECK, "388", SAMPLE_CHECKS[1].bank)
    paid[people[2].key] = 21_765

    day.customer(people[0], people[1])
    day.give_check("5521", 60_000)
    day.till.cash(7_000)
    day.till.finish()
    both = day.receipt(day.receipt_is_saved())
    assert [line.cents for line in both.lines] == [36_501, 29_682]
    assert [(tender.kind, tender.amount_tendered) for tender in both.tenders] == [("check", 60_000), ("cash", 7_000)]
    assert both.change == 817
    paid[people[0].key], paid[people[1].key] = 36_501, 29_682


def refused_and_approved(day: Day, paid: dict[str, int]) -> None:
    """A check on a cash-only account: refused in place, approved by the supervisor at the window, the rest in cash."""
    day.customer(everybody()[RUIZ])
    day.give_check("1042", 15_000)
    refusal = day.till.refusal.shown
    assert refusal is not None
    assert refusal.what == "Cash only until 15 Jan 2027. Check 1042 150.00 is refused."
    assert day.draft.tenders == ()
    day.approve("K. Dunn")
    assert day.till.approved_by(Deed.OVERRIDE_CASH_ONLY) == "K. Dunn"
    day.till.cash()
    taken = day.receipt(day.receipt_is_saved())
    assert (taken.by, taken.approvals[0].by, taken.total) == ("mruiz", "kdunn", 18_412)
    paid[RUIZ] = 18_412


def parts_cards_and_money_orders(day: Day, paid: dict[str, int]) -> None:
    people = plain_accounts()
    day.customer(people[4])
    day.till.work.accept(people[4].key, 3_786)
    day.till.tender(TenderKind.MONEY_ORDER)
    day.till.tenders.give(cents=3_786, reference="26503198745")
    part = day.receipt(day.receipt_is_saved())
    assert (part.lines[0].balance_after, part.tenders[0].kind) == (10_000, "money_order")

    over = people[8]
    day.customer(over)
    day.till.work.accept(over.key, 10_000)
    day.till.tender(TenderKind.CARD)
    day.till.tenders.give(cents=10_000, reference="A81F22", last_four="4242")
    credit = day.receipt(day.receipt_is_saved()).lines[0]
    assert (credit.allocation[-1].bucket, credit.balance_after) == ("CREDIT", over.balance - 10_000)
    paid[over.key] = 10_000

    day.customer(people[4])
    day.till.work.accept(people[4].key, 3_786)
    day.till.cash()
    day.until(lambda: day.till.refusal.shown is not None)
    warning = day.till.refusal.shown
    assert warning is not None
    assert warning.what.endswith(f"already paid 37.86 today on receipt {part.receipt}.")
    day.till.refusal.take_it()
    day.receipt_is_saved()
    paid[people[4].key] = 2 * 3_786


def two_lanes_and_a_lock(day: Day, paid: dict[str, int]) -> None:
    """Lane 1 waits while lane 2 is served; the window is locked over the work of lane 1 and gives it back."""
    waiting, served = plain_accounts()[10], plain_accounts()[9]
    day.customer(waiting)
    day.till.next_lane()
    day.settle()
    assert [state.state for state in day.till.lanes.states()] == ["parked, 1 car", "free", "free"]
    day.customer(served)
    day.till.tender(TenderKind.CARD)
    day.till.tenders.give(cents=served.balance, reference="B70012", last_four="9911")
    assert day.receipt(day.receipt_is_saved()).lane == "L2"
    paid[served.key] = served.balance

    day.till.go_to_lane("L1")
    day.settle()
    work = day.draft
    day.leave()
    assert day.till.draft.is_empty
    day.come("mruiz")
    assert day.draft == work
    assert day.till.notice == "Unfinished work came back: Lane 1."
    day.till.cash()
    taken = day.receipt(day.receipt_is_saved())
    assert (taken.lane, taken.lines[0].account, taken.total) == ("L1", waiting.key, waiting.balance)
    paid[waiting.key] = waiting.balance


def paper_void_and_no_sale(day: Day, paid: dict[str, int]) -> None:
    people = plain_accounts()
    unprinted, wrong = people[14], people[16]
    day.is_printed()
    day.bench.switch(PrinterFault.PAPER_OUT_MIDWAY, True)
    day.customer(unprinted)
    day.till.cash()
    number = day.receipt_is_saved()
    day.until(lambda: day.till.moment.shown() is not None and day.till.moment.shown().is_trouble)  # type: ignore[union-attr]
    day.bench.all_off()
    day.bench.printer.load_paper()
    day.till.reprint_last()
    day.until(lambda: "DUPLICATE" in day.paper())
    day.is_printed()
    assert (day.receipt(number).reprints, len(day.receipts())) == (1, 11)
    paid[unprinted.key] = unprinted.balance

    day.customer(wrong)
    day.till.cash()
    void = day.receipt_is_saved()
    day.is_printed()
    day.till.voids.look(void)
    day.until(lambda: bool(day.till.voids.asked.approvers))
    day.told(
        day.till.voids.voided,
        lambda: day.till.voids.void(reason="Wrong account", approver="S. Whitekiller", pin=APPROVER_PIN),
    )
    assert day.till.notice == f"Receipt {void} is void. Give back 202.65 in cash."
    assert (day.receipt(void).void_by, day.receipt(void).void_approval) == ("mruiz", "swhite")
    paid[wrong.key] = 0

    day.bench.printer.push_drawer_shut()
    day.told(day.till.papers.pulsed, lambda: day.till.papers.open_drawer("Make change"))
    day.until(lambda: day.bench.printer.view().drawer.is_open)


def blind_count(day: Day, batch: str) -> None:
    """Short by two dollars, and nothing on the cashier's screen says so."""
    day.told(day.room.mine.changed, day.room.mine.load)
    for seen in (f"{CASH // 100}.{CASH % 100:02d}", "789.70"):
        assert seen not in repr(day.room.mine.shown)
    assert day.count(batch, STARTING + CASH - SHORT, checks=CHECKS, cards=CARDS, orders=ORDERS) == 1
    assert day.room.mine.shown is not None
    assert (day.room.mine.shown.badge.words, day.room.mine.shown.can_count) == ("Counted, locked", False)
    assert not day.till.has_batch


def sent_back(day: Day, batch: str) -> None:
    """The first supervisor finds what may have happened, and sends the count back."""
    day.come("kdunn")
    detail = day.room.detail
    day.told(detail.changed, lambda: detail.choose(batch))
    assert detail.shown is not None
    assert [row.difference for row in detail.shown.rows] == ["−2.00", "0.00", "0.00", "0.00"]
    found = {(one.words, one.explains, one.receipt) for one in detail.shown.suspects}
    assert ("Change error", "2.00", day.taken[1]) in found
    assert ROLLS[SHORT] == "nickels"
    assert ("Roll of coin", "2.00", "") in found
    day.told(detail.changed, lambda: detail.send_back("Recount cash"))
    assert day.batch(batch).state is BatchState.REJECTED


def recounted_and_approved(day: Day, batch: str) -> None:
    """The roll of nickels lay under the tray; another supervisor approves, and the close is kept safe."""
    day.come("mruiz")
    assert day.room.mine.shown is not None
    assert day.room.mine.shown.back == "K. Dunn sent the count back: Recount cash."
    assert day.count(batch, STARTING + CASH, checks=CHECKS, cards=CARDS, orders=ORDERS) == 2
    day.come("swhite")
    detail = day.room.detail
    day.told(detail.changed, lambda: detail.choose(batch))
    assert detail.shown is not None
    assert (detail.shown.can_accept, detail.shown.needs_reason) == (True, False)
    assert day.told(day.room.batch_closed, detail.accept) == batch
    assert day.batch(batch).state is BatchState.BALANCED
    day.until(lambda: bool(day.kept_safe))
    assert day.kept_safe[0].failed == ()
    day.settle()


def in_the_bag(day: Day, batch: str) -> None:
    deposit = day.room.deposit
    day.told(deposit.changed, deposit.load)
    assert [one.batch for one in deposit.batches() if one.is_ticked] == [batch]
    assert all(line.is_even for line in deposit.face(cash_of(CASH)).lines)
    number = day.told(deposit.prepared, lambda: deposit.prepare("70412", cash_of(CASH)))
    refused = day.told(deposit.refused, lambda: deposit.verify(number, bag="70412", who="swhite", pin=APPROVER_PIN))
    assert "somebody else must approve" in refused
    day.told(deposit.verified, lambda: deposit.verify(number, bag="70412", who="kdunn", pin=APPROVER_PIN))
    bag = deposit.bags()[0]
    assert (bag.prepared_by, bag.verified_by, bag.total) == ("S. Whitekiller", "K. Dunn", "1,596.21")
    assert CASH + CHECKS[1] + ORDERS[1] == 159_621


def posted(day: Day) -> bytes:
    """The file of the day; written again, it has the same bytes."""
    posting, again = day.room.posting, day.folder / "again"
    again.mkdir()
    day.told(posting.written, lambda: posting.export(day.folder))
    made = posting.files()[0]
    day.told(posting.written, lambda: posting.again(made.file_no, again))
    first = (day.folder / made.file_name).read_bytes()
    assert (again / made.file_name).read_bytes() == first
    assert (made.total, made.file_name.startswith("PRACTICE_")) == ("1,830.87", True)
    assert CASH + CHECKS[1] + ORDERS[1] + CARDS[1] == 183_087
    return first


def everything_is_owed_less(day: Day, paid: Mapping[str, int]) -> bool:
    """Whether every account of the city owes what the first extract said, less what was paid and not voided."""
    wrong = {
        key: (day.owed(key), account.balance - paid.get(key, 0))
        for key, account in everybody().items()
        if day.owed(key) != account.balance - paid.get(key, 0)
    }
    assert wrong == {}
    return True


def standing_payments(day: Day, key: str) -> tuple[object, ...]:
    standing = day.ask(lambda books: books.standing(key))
    assert standing is not None
    return standing.payments


def books_hold(day: Day) -> None:
    """Verify passes on the folder beside its open window, and on the backup of the close."""
    folder = day.desk.station.folder
    key = find_file_key(folder)
    report = verify_folder(folder, key)
    assert report.failed() == ()
    copy = verify(day.kept_safe[0].folder / STATION_DB, key, journal_mode="delete")
    assert copy.failed() == ()
    assert 0 < copy.entries < report.entries
