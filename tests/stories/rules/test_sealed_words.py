"""Free words are sealed in the journal: screens and papers read them, the file alone and `verify` do not."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.domain.facts.deposits import DepositCheck
from app.domain.reasons import OWN_WORDS
from app.domain.user import Deed
from app.usecases.answer_approval import AnswerApproval, AnswerRequest, ApprovalAnswer
from app.usecases.approve_at_station import ApprovalRequest, ApproveAtStation
from app.usecases.drop_draft import DropDraft, DropRequest
from app.usecases.free_words import WORDS_LIMIT, CardNumberInWordsError, WordsTooLongError
from app.usecases.no_sale import NoSale, NoSaleRequest
from app.usecases.prepare_deposit import DepositRequest, PrepareDeposit
from app.usecases.reject_count import RejectCount, RejectRequest
from app.usecases.reopen_batch import ReopenBatch, ReopenRequest
from app.usecases.void_receipt import VoidReceipt, VoidRequest
from db.paths import STATION_DB
from db.verify.verify import verify
from receipts.layouts.close_report import close_report
from receipts.renderers.sheet_text import sheet_text
from tests.stories.rules.second_person import approvals_table, sign_in
from tests.stories.rules.window import KEY, SUPERVISOR_PIN, TODAY, Window, cash, check, given, pieces
from ui.compose.papers import close_sheet

MARK = "zebra"  # stands in everything that is typed freely in these stories, and nowhere else


def payloads(window: Window) -> list[str]:
    """Every entry of the file, as stored."""
    rows = window.station.writer.run_bare(lambda db: db.execute("SELECT payload FROM journal_entry").fetchall())
    return [payload.decode() for (payload,) in rows]


def void(window: Window, receipt: str, *, reason: str, note: str = "", by: str = "mruiz") -> None:
    request = VoidRequest(by, receipt, reason, note, given(Deed.VOID_RECEIPT) if by == "mruiz" else None)
    window.do(lambda books: VoidReceipt(books)(request))


def test_whatever_is_typed_freely_is_nowhere_in_the_entries_and_everywhere_it_is_read(
    window: Window, folder: Path
) -> None:
    batch = window.open(cash=19_900, reason=f"a roll {MARK} was light").batch
    window.do(lambda books: NoSale(books)(NoSaleRequest("mruiz", batch, "Make change", f"for {MARK} next door")))
    first = window.pay(batch, cash(1_000)).receipt
    void(window, first, reason="Wrong account", note=f"{MARK} has two accounts")
    draft = window.save(window.draft(("104229000", 500)).with_tender(cash(500)))
    window.do(lambda books: DropDraft(books)(DropRequest("mruiz", draft.draft, f"the {MARK} ran off")))
    window.pay(batch, check(15_000))
    window.count(batch, 19_900, check=15_000)
    seen = window.batch(batch).last_ref
    window.do(lambda books: RejectCount(books)(RejectRequest("kdunn", batch, seen, f"count the {MARK} again")))
    assert window.batch(batch).back_reason == f"count the {MARK} again"
    window.count(batch, 19_800, check=15_000)
    window.accept(batch, reason=f"the {MARK} took a dollar")
    assert window.batch(batch).balance_reason == f"the {MARK} took a dollar"
    seen = window.batch(batch).last_ref
    window.do(lambda books: ReopenBatch(books)(ReopenRequest("kdunn", batch, seen, f"the {MARK} brought it back")))
    assert window.batch(batch).back_reason == f"the {MARK} brought it back"
    window.count(batch, 19_900, check=15_000)
    window.accept(batch)
    papers = (DepositCheck("", "check", f"{MARK.upper()}, ZOE", "1042", 15_000),)
    request = DepositRequest("kdunn", (batch,), "B-7", pieces(0), papers)
    window.do(lambda books: PrepareDeposit(books)(request))
    (bag,) = window.ask(lambda books: books.deposits())
    assert bag.checks == papers
    assert window.receipt(first).void_note == f"{MARK} has two accounts"
    assert not any(MARK in payload.lower() for payload in payloads(window))
    assert sum(f'"reason":"{OWN_WORDS}"' in payload for payload in payloads(window)) == 5
    assert verify(folder / STATION_DB, KEY).failed() == ()


def test_the_close_report_reads_the_words_of_a_void(window: Window) -> None:
    batch = window.open().batch
    void(window, window.pay(batch, cash(1_000)).receipt, reason=f"{MARK} changed its mind")
    window.count(batch, 20_000)
    window.accept(batch)
    record, policy = window.batch(batch), window.ask(lambda books: books.policy(TODAY))
    names = {user.user: user.name for user in window.ask(lambda books: books.users())}
    report = close_report(
        record, window.receipts(batch), head=record.last_ref, policy=policy, names=names,
        zone=ZoneInfo(policy.city_time_zone), practice=True,
    )  # fmt: skip
    assert f"{MARK} changed its mind" in " ".join(sheet_text(report).split())


def test_replay_needs_no_key_of_the_words(window: Window, folder: Path) -> None:
    batch = window.open().batch
    void(window, window.pay(batch, cash(1_000)).receipt, reason="Duplicate", note=MARK)
    drop = "DELETE FROM work_ring_key WHERE purpose IN ('text', 'payer')"
    window.station.writer.run_bare(lambda db: db.execute(drop))
    assert window.station.rebuild_views().result() > 0
    report = verify(folder / STATION_DB, KEY)
    assert report.failed() == ()
    assert {"sealed", "views"} <= {check.name for check in report.checks}


def test_an_approver_says_why_in_own_words(window: Window) -> None:
    approvals_table(window, ("over_limit", 0, "supervisor"))
    request = ApprovalRequest(
        "mruiz", "kdunn", SUPERVISOR_PIN, Deed.OVER_LIMIT, 600_000, f"{MARK} sold her house", TODAY
    )
    before = window.seq()
    approval = window.do(lambda books: ApproveAtStation(books, sign_in(window))(request))
    assert (approval.reason, window.seq()) == (OWN_WORDS, before)
    batch = window.open().batch
    receipt = window.pay(batch, cash(600_000), approvals=(approval,)).receipt
    assert window.receipt(receipt).approval_reasons == (f"{MARK} sold her house",)
    assert not any(MARK in payload for payload in payloads(window))


def test_an_answer_afterwards_keeps_its_note_sealed(window: Window) -> None:
    batch = window.open("tokafor").batch
    receipt = window.pay(batch, cash(1_000), by="tokafor").receipt
    void(window, receipt, reason="Wrong tender", by="tokafor")
    answer = AnswerRequest("kdunn", receipt, ApprovalAnswer.REFUSED, f"{MARK} never asked")
    window.do(lambda books: AnswerApproval(books)(answer))
    assert not any(MARK in payload for payload in payloads(window))


@pytest.mark.parametrize(
    ("words", "error", "sentence"),
    [
        ("x" * (WORDS_LIMIT + 1), WordsTooLongError, "A note holds at most 400 characters."),
        ("her card 4111 1111 1111 1111 failed", CardNumberInWordsError, "These words hold a card number."),
    ],
)
def test_r19_words_that_may_not_be_kept_are_refused(
    window: Window, words: str, error: type[Exception], sentence: str
) -> None:
    batch = window.open().batch
    before = window.seq()
    request = NoSaleRequest("mruiz", batch, "Make change", words)
    with pytest.raises(error, match=sentence):
        window.do(lambda books: NoSale(books)(request))
    assert window.seq() == before


def test_r7_a_no_sale_stands_on_the_close_report_with_its_words(window: Window) -> None:
    batch = window.open().batch
    request = NoSaleRequest("mruiz", batch, "Make change", f"for {MARK} next door")
    window.do(lambda books: NoSale(books)(request))
    window.count(batch, 20_000)
    window.accept(batch)
    record = window.batch(batch)
    made = window.ask(lambda books: sheet_text(close_sheet(books, record)))
    assert f"Make change: for {MARK} next door" in " ".join(made.split())
