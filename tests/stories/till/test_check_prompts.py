"""Starter, third-party, two-party, post-dated, stale: marked, and what the city's rule makes of it (C9, C10)."""

import pytest
from PySide6.QtCore import QObject

from app.domain.check_concern import CheckConcern
from app.domain.facts.receipts import KeyedAnswer
from app.domain.user import Deed
from app.usecases.change_setting import SettingRequest
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.stories.till.cashier import Cashier, plain_accounts
from ui.viewmodels.till.check_marks import CheckMarks, hint_of
from ui.viewmodels.till.tenders import TenderAsked

STARTER, THIRD, TWO = CheckConcern.STARTER, CheckConcern.THIRD_PARTY, CheckConcern.TWO_PARTY


@pytest.fixture
def marks(cashier: Cashier) -> CheckMarks:
    """The marks of a check that was fed for the first plain account."""
    cashier.scan(plain_accounts()[0].key)
    cashier.feed_and_wait()
    return CheckMarks(cashier.session, cashier.till.tenders, QObject(cashier.till))


def asked(cashier: Cashier) -> TenderAsked:
    panel = cashier.till.tenders.asked
    assert panel is not None
    return panel


def give(cashier: Cashier) -> None:
    panel = asked(cashier)
    cashier.till.tenders.give(cents=plain_accounts()[0].balance, reference=panel.reference)
    cashier.settle()


def let(cashier: Cashier, name: str, value: object) -> None:
    """The city decides otherwise, from today on."""
    sitting = cashier.session.sitting
    assert sitting is not None
    request = SettingRequest("pforeman", name, value, sitting.business_date, "Ordinance 12-4")
    cashier.desk.do(lambda deeds: deeds.change_setting(request)).result()
    cashier.signing.refresh()
    cashier.settle()


def test_an_unmarked_check_is_as_ever(cashier: Cashier, marks: CheckMarks) -> None:
    """C10: nobody is asked who marks nothing."""
    assert asked(cashier).look == ""
    give(cashier)
    assert cashier.receipt(cashier.saved()).answers == ()


def test_a_check_made_out_to_two_is_taken_with_a_note(cashier: Cashier, marks: CheckMarks) -> None:
    """C10: the rule `note`: the mark stands on the receipt and on its paper."""
    marks.toggle(TWO)
    assert asked(cashier).look == "Made out to two: it is taken, with a note on the receipt."
    give(cashier)
    number = cashier.saved()
    assert cashier.receipt(number).answers == (KeyedAnswer("check_two_party", "1042", "noted"),)
    cashier.until(lambda: "made out to two" in cashier.paper())


def test_a_mark_made_by_mistake_comes_off_again(cashier: Cashier, marks: CheckMarks) -> None:
    """C10: the same key takes it off."""
    marks.toggle(THIRD)
    assert asked(cashier).look.startswith("Made out to somebody else: the city does not take it.")
    marks.toggle(THIRD)
    assert (asked(cashier).look, asked(cashier).marks) == ("", ())
    give(cashier)
    assert cashier.receipt(cashier.saved()).answers == ()


def test_a_third_party_check_is_refused_in_place(cashier: Cashier, marks: CheckMarks) -> None:
    """C10: the rule `refuse`: said in the panel, nothing is lost, and the check goes back."""
    marks.toggle(THIRD)
    give(cashier)
    assert asked(cashier).fault == "The city does not take this check. Hand it back."
    assert cashier.draft.tenders == ()
    cashier.till.tenders.hand_back()
    cashier.till.cash()
    cashier.saved()


def test_a_starter_check_needs_a_supervisor(cashier: Cashier, marks: CheckMarks) -> None:
    """C10: the rule `approval`: both names stand on the receipt."""
    marks.toggle(STARTER)
    assert asked(cashier).look == "Starter check: a supervisor approves it at Enter."
    give(cashier)
    refusal = cashier.till.refusal.shown
    assert refusal is not None
    assert refusal.what == "Check 1042: starter check."
    cashier.until(lambda: bool(cashier.till.refusal.shown and cashier.till.refusal.shown.approvers))
    cashier.till.refusal.approve("K. Dunn", "123456")
    receipt = cashier.receipt(cashier.saved())
    assert [(given.deed, given.by) for given in receipt.approvals] == [(Deed.OVERRIDE_CHECK.value, "kdunn")]
    assert receipt.answers == (KeyedAnswer("check_starter", "1042", "noted"),)


def test_a_starter_check_nobody_approves_goes_back(cashier: Cashier, marks: CheckMarks) -> None:
    """C10: nothing of it stays in the work."""
    marks.toggle(STARTER)
    give(cashier)
    cashier.till.refusal.go_back()
    cashier.settle()
    assert (cashier.draft.tenders, cashier.draft.reads, cashier.draft.answers) == ((), (), ())


def test_a_low_number_asks_whether_it_is_a_starter_check(cashier: Cashier) -> None:
    """C10: a hint, and no rule."""
    cashier.scan(plain_accounts()[0].key)
    cashier.feed_and_wait(SAMPLE_CHECKS[3])
    assert hint_of(asked(cashier)) == "A low number: if it is a starter check, press Alt+S."
    give(cashier)
    assert cashier.receipt(cashier.saved()).answers == ()


def test_a_post_dated_check_is_refused_until_the_city_says_otherwise(cashier: Cashier, marks: CheckMarks) -> None:
    """C9: policy, default refuse; the setting turns it into a note."""
    assert marks.date("11/30") == ""
    assert asked(cashier).look.startswith("Post-dated check, 30 Nov 2026: the city does not take it.")
    give(cashier)
    assert asked(cashier).fault == "The city does not take this check. Hand it back."
    let(cashier, "check_post_dated", "note")
    marks.date("11/30")
    give(cashier)
    receipt = cashier.receipt(cashier.saved())
    assert receipt.answers == (KeyedAnswer("check_post_dated", "1042", "2026-11-30"),)


def test_a_stale_check_is_one_older_than_the_citys_months(cashier: Cashier, marks: CheckMarks) -> None:
    """C10: six months until the city says otherwise."""
    marks.date("5/21/26")
    assert asked(cashier).look == ""
    marks.date("5/20/26")
    assert asked(cashier).look.startswith("Stale check, 20 May 2026:")
    marks.date("")
    assert asked(cashier).look == ""
    let(cashier, "check_stale_months", 3)
    marks.date("5/21/26")
    assert asked(cashier).look.startswith("Stale check, 21 May 2026:")


def test_a_date_nobody_can_read_is_told_and_marks_nothing(cashier: Cashier, marks: CheckMarks) -> None:
    """C9: nothing is guessed."""
    assert marks.date("soon").startswith("“soon” is no date.")
    assert asked(cashier).marks == ()


def test_a_tender_that_comes_off_takes_its_marks_with_it(cashier: Cashier, marks: CheckMarks) -> None:
    """C10: the next check of the receipt is looked at anew."""
    marks.toggle(TWO)
    cashier.till.tenders.give(cents=100, reference="1042")
    cashier.settle()
    assert len(cashier.draft.answers) == 1
    cashier.till.tenders.remove(0)
    cashier.settle()
    assert not cashier.draft.answers


def test_an_approval_that_did_not_survive_is_asked_again_at_the_end(cashier: Cashier, marks: CheckMarks) -> None:
    """C10: the use-case asks once more, whatever the screen forgot."""
    marks.toggle(STARTER)
    cashier.till.tenders.give(cents=100, reference="1042")
    cashier.until(lambda: bool(cashier.till.refusal.shown and cashier.till.refusal.shown.approvers))
    cashier.till.refusal.approve("K. Dunn", "123456")
    cashier.until(lambda: bool(cashier.draft.tenders))
    cashier.settle()
    cashier.till.taking.forget()
    cashier.till.cash()
    cashier.until(lambda: bool(cashier.till.refusal.shown and cashier.till.refusal.shown.approvers))
    shown = cashier.till.refusal.shown
    assert shown is not None
    assert shown.what == "Check 1042: starter check. A supervisor approves it, or it is handed back."
    cashier.till.refusal.approve("K. Dunn", "123456")
    assert [given.by for given in cashier.receipt(cashier.saved()).approvals] == ["kdunn"]


def test_a_rule_that_was_made_stricter_meanwhile_refuses_at_the_end(cashier: Cashier, marks: CheckMarks) -> None:
    """C10: the use-case has the last word, whatever the screen let pass."""
    marks.toggle(TWO)
    cashier.till.tenders.give(cents=100, reference="1042")
    cashier.settle()
    let(cashier, "check_two_party", "refuse")
    cashier.till.cash()
    cashier.until(lambda: bool(cashier.till.notice))
    assert cashier.till.notice == (
        "Check 1042: made out to two. The city does not take it. Hand it back, or take another tender."
    )
    assert cashier.receipts() == []
