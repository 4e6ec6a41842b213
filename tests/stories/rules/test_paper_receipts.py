"""Paper receipts of an outage in controlled ranges (R15): given out, entered once, accounted for."""

import pytest

from app.domain.about import LISTED, PAPER_OF
from app.domain.batch_rules import BatchUnknownError, ReasonMissingError
from app.domain.entry import EntryRef
from app.domain.facts.batches import TenderCount
from app.domain.facts.paper import PaperEntered, PaperListed, PaperReturned
from app.domain.paper_receipts import (
    PaperDayError,
    PaperMissingError,
    PaperOutsideError,
    PaperRange,
    PaperRangeError,
    PaperRangeOverlapsError,
    PaperReturnedError,
    PaperTwiceError,
)
from app.domain.rights import RightMissingError, UserUnknownError
from app.domain.tender import Tender
from app.domain.user import Deed
from app.usecases.enter_paper import EnterPaper, PaperRequest
from app.usecases.hand_over_batch import DrawerSeen, HandOverBatch, HandOverRequest
from app.usecases.issue_paper import IssuePaper, IssueRequest
from app.usecases.paper_ranges import paper_ranges
from app.usecases.return_paper import ReturnPaper, ReturnRequest
from app.usecases.submit_count import CountRequest, SubmitCount
from app.usecases.take_payment import PaymentTaken
from tests.stories.rules.window import RUIZ, STORE, TODAY, Window, cash, check, given, pieces

YESTERDAY = "2026-11-20"


def issue(window: Window, first: str = "A0451", last: str = "A0455", *, by: str = "kdunn", to: str = "mruiz",
          day: str = YESTERDAY) -> EntryRef:
    return window.do(lambda books: IssuePaper(books)(IssueRequest(by, to, first, last, day)))


def enter(window: Window, batch: str, paper: str, cents: int = 1_000, *, day: str = YESTERDAY, account: str = STORE,
          tender: Tender | None = None, by: str = "mruiz") -> PaymentTaken:
    draft = window.draft((account, cents), by=by, lane="counter").with_tender(tender or cash(cents))
    return window.do(lambda books: EnterPaper(books)(PaperRequest(by, batch, paper, day, draft)))


def ranges(window: Window) -> tuple[PaperRange, ...]:
    return window.ask(paper_ranges)


def count(window: Window, batch: str, cents: int, *, missing: tuple[str, ...] = (), checks: int = 0) -> None:
    others = (TenderCount("check", 1, checks), TenderCount("money_order", 0, 0), TenderCount("card", 0, 0))
    request = CountRequest("mruiz", batch, pieces(cents), others, (), missing)
    window.do(lambda books: SubmitCount(books)(request))


def test_r15_a_paper_receipt_is_a_payment_with_its_number_and_its_day(window: Window) -> None:
    batch, issued = window.open().batch, issue(window)
    taken = enter(window, batch, "a451", 5_000, tender=check(5_000))
    [line] = window.receipt(taken.receipt).lines
    assert (line.cents, line.effective_date) == (5_000, YESTERDAY)
    assert (taken.print_job, taken.pulse_job) == (None, None)
    [(_ref, envelope, fact)] = window.ask(lambda books: books.about(PAPER_OF, taken.receipt))
    assert fact == PaperEntered("A0451", issued, taken.receipt, batch, YESTERDAY)
    assert envelope.by == "mruiz"
    [one] = ranges(window)
    assert (one.entered, one.missing()) == (
        (("A0451", taken.receipt),), ("A0452", "A0453", "A0454", "A0455"),
    )  # fmt: skip


def test_r15_a_number_is_entered_once_and_only_inside_a_range_of_the_batchs_cashier(window: Window) -> None:
    batch = window.open().batch
    with pytest.raises(PaperOutsideError, match=r"A0451 is in no range"):
        enter(window, batch, "A0451")
    issue(window)
    issue(window, "B1", "B9", to="tokafor")
    taken = enter(window, batch, "A0451")
    seq = window.seq()
    for wrong, told in (("A0450", PaperOutsideError), ("A0456", PaperOutsideError), ("B1", PaperOutsideError),
                        ("", PaperOutsideError), ("A0451", PaperTwiceError)):  # fmt: skip
        with pytest.raises(told):
            enter(window, batch, wrong, 2_000, account=RUIZ)
    with pytest.raises(PaperTwiceError, match=rf"A0451 was entered already, as {taken.receipt}"):
        enter(window, batch, "A451", 2_000)
    with pytest.raises(BatchUnknownError):
        enter(window, "XDT1A-0009", "A0452")
    assert window.seq() == seq
    assert window.ask(lambda books: books.drafts()) == []


def test_r15_its_day_lies_between_the_outage_and_the_batch(window: Window) -> None:
    batch = window.open().batch
    issue(window)
    for day in ("2026-11-19", "2026-11-22", "yesterday", ""):
        with pytest.raises(PaperDayError, match=rf"between {YESTERDAY}, when the outage began, and {TODAY}"):
            enter(window, batch, "A0451", day=day)
    enter(window, batch, "A0451", day=TODAY)


def test_r15_a_supervisor_gives_out_each_number_once(window: Window) -> None:
    issue(window)
    with pytest.raises(RightMissingError, match=r"may not give out paper receipts"):
        issue(window, "C1", "C5", by="mruiz")
    with pytest.raises(RightMissingError, match=r"may not take payments"):
        issue(window, "C1", "C5", to="padmin")
    with pytest.raises(UserUnknownError):
        issue(window, "C1", "C5", to="nobody")
    with pytest.raises(PaperRangeOverlapsError, match=r"A0455 was given out before"):
        issue(window, "A0455", "A0460")
    for first, last in (("A0460", "A0456"), ("A1", "B5"), ("A0456", "A0700"), ("", ""), ("A0456", "A457")):
        with pytest.raises(PaperRangeError):
            issue(window, first, last)
    with pytest.raises(PaperDayError):
        issue(window, "C1", "C5", day="2026-11-22")
    assert issue(window, "A0456", "A0460") == ranges(window)[-1].ref


def test_r15_what_is_missing_is_listed_and_initialled_at_the_count(window: Window) -> None:
    batch = window.open().batch
    issued = issue(window)
    enter(window, batch, "A0451", 5_000)
    enter(window, batch, "A0453", 2_000, account=RUIZ)
    with pytest.raises(PaperMissingError, match=r"never entered: A0452, A0454 to A0455. Enter those that were used"):
        count(window, batch, 27_000)
    missing = ("A0452", "A0454", "A0455")
    count(window, batch, 27_000, missing=missing)
    [(_ref, _by, fact)] = window.ask(lambda books: books.about(LISTED, batch))
    assert fact == PaperListed(issued, batch, missing)
    window.accept(batch)


def test_r15_a_range_taken_back_takes_no_more_and_its_blanks_are_accounted_for(window: Window) -> None:
    batch, issued = window.open().batch, issue(window)
    enter(window, batch, "A0451")

    def back(reason: str = "", by: str = "kdunn") -> EntryRef:
        return window.do(lambda books: ReturnPaper(books)(ReturnRequest(by, issued, reason)))

    with pytest.raises(RightMissingError):
        back(by="mruiz")
    with pytest.raises(ReasonMissingError, match=r"Taking back paper receipts that were not entered needs a reason"):
        back()
    ref = back("Came back blank")
    [(_issue), (told, _by, fact)] = window.ask(lambda books: books.about("ranges"))
    assert (told, fact) == (
        ref, PaperReturned(issued, ("A0452", "A0453", "A0454", "A0455"), "Came back blank"),
    )  # fmt: skip
    with pytest.raises(PaperReturnedError):
        back("Lost")
    with pytest.raises(PaperOutsideError):
        enter(window, batch, "A0452")
    count(window, batch, 21_000)


def test_r15_a_batch_that_changed_hands_takes_the_first_holders_paper(window: Window) -> None:
    batch = window.open().batch
    issue(window)
    seen = DrawerSeen(pieces(20_000))
    signed = given(Deed.HAND_OVER, "tokafor")
    window.do(lambda books: HandOverBatch(books)(HandOverRequest("mruiz", batch, seen, seen, "tokafor", signed)))
    assert enter(window, batch, "A0451", by="tokafor").total == 1_000


def test_r26_the_void_of_a_paper_receipt_keeps_its_number_used(window: Window) -> None:
    batch = window.open().batch
    issue(window)
    taken = enter(window, batch, "A0451")
    window.void(taken.receipt)
    with pytest.raises(PaperTwiceError):
        enter(window, batch, "A0451")
