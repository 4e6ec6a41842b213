"""What the cashier sees on the check in the panel: starter, somebody else's, two names, its date (C9, C10).

A calm prompt: it says at once what the city's rule makes of it, and stops nothing before Enter.
"""

from PySide6.QtCore import QObject

from app.domain.check_concern import (
    STARTER_BELOW,
    CheckConcern,
    CheckDateError,
    CheckRule,
    concern_of_date,
    concern_words,
    noted,
    read_check_date,
)
from app.domain.facts.receipts import KeyedAnswer
from app.domain.tender import Tender
from app.domain.user import Deed
from app.settings.check_rules import stale_months, strictest
from app.settings.policy import Policy
from ui.viewmodels.session import Session
from ui.viewmodels.till.refusal import Refusal
from ui.viewmodels.till.tenders import TenderAsked, TendersModel
from ui.viewmodels.till.words import tr

MARKS = (CheckConcern.STARTER, CheckConcern.THIRD_PARTY, CheckConcern.TWO_PARTY)
"""What is marked by one key; the other concerns come from the date."""
_BY_DATE = (CheckConcern.POST_DATED, CheckConcern.STALE)


class CheckMarks(QObject):
    """Marks the check of the open panel."""

    def __init__(self, session: Session, tenders: TendersModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tenders = tenders

    def toggle(self, concern: CheckConcern) -> None:
        """On, or off again."""
        asked = self._tenders.asked
        if asked is not None:
            without = tuple(mark for mark in asked.marks if mark.warning != concern.setting)
            is_new = len(without) == len(asked.marks)
            self._amend((*without, noted(concern, number="")) if is_new else without)

    def date(self, text: str) -> str:
        """The date on the check, empty for today's; the sentence that says what is wrong with it, or nothing."""
        asked, sitting = self._tenders.asked, self._session.sitting
        if asked is None or sitting is None:
            return ""
        marks = tuple(mark for mark in asked.marks if mark.warning not in {each.setting for each in _BY_DATE})
        if text.strip():
            try:
                day = read_check_date(text, business_date=sitting.business_date)
            except CheckDateError as error:
                return error.sentence()
            months = stale_months(sitting.policy)
            concern = concern_of_date(day, business_date=sitting.business_date, stale_months=months)
            if concern is not None:
                marks = (*marks, noted(concern, number="", check_date=day))
        self._amend(marks)
        return ""

    def _amend(self, marks: tuple[KeyedAnswer, ...]) -> None:
        sitting = self._session.sitting
        if sitting is not None:
            self._tenders.mark(marks, _look(marks, sitting.policy))


def hint_of(asked: TenderAsked) -> str:
    """What the number alone makes one ask; empty for nothing."""
    number = asked.reference
    if asked.read is None or not number.isdigit() or int(number) >= STARTER_BELOW:
        return ""
    return tr("A low number: if it is a starter check, press Alt+S.")


def not_taken(asked: TenderAsked, policy: Policy) -> str:
    """The sentence that refuses the marked check, short because its rule stands beside it; empty where it is taken."""
    found = strictest(policy, _concerns(asked.marks))
    if found is None or found[0] is not CheckRule.REFUSE:
        return ""
    return tr("The city does not take this check. Hand it back.")


def approval_asked(asked: TenderAsked, policy: Policy, tender: Tender) -> Refusal | None:
    """Who may let the marked check pass is asked in place; None where nobody is asked."""
    found = strictest(policy, _concerns(asked.marks))
    if found is None or found[0] is not CheckRule.APPROVAL:
        return None
    return Refusal(
        code=Deed.OVERRIDE_CHECK.value,
        what=tr("Check {number}: {what}.").format(
            number=tender.reference, what=tr(_words(asked.marks, found[1]))
        ),
        instead=tr("Take another tender, or let a supervisor approve this check."),
        back=tr("Hand the check back"), deed=Deed.OVERRIDE_CHECK, cents=tender.amount_tendered,
    )


def marks_on(asked: TenderAsked, number: str) -> tuple[KeyedAnswer, ...]:
    """The marks as the receipt keeps them, naming their check."""
    return tuple(KeyedAnswer(mark.warning, number, mark.answer) for mark in asked.marks)


def _look(marks: tuple[KeyedAnswer, ...], policy: Policy) -> str:
    found = strictest(policy, _concerns(marks))
    if found is None:
        return ""
    what = tr(_words(marks, found[1]))
    rule = {
        CheckRule.NOTE: tr("{what}: it is taken, with a note on the receipt."),
        CheckRule.APPROVAL: tr("{what}: a supervisor approves it at Enter."),
        CheckRule.REFUSE: tr("{what}: the city does not take it. Hand it back, or take another tender."),
    }[found[0]]
    return rule.format(what=what[:1].upper() + what[1:])


def _concerns(marks: tuple[KeyedAnswer, ...]) -> tuple[CheckConcern, ...]:
    return tuple(concern for concern in CheckConcern if any(mark.warning == concern.setting for mark in marks))


def _words(marks: tuple[KeyedAnswer, ...], concern: CheckConcern) -> str:
    answer = next(mark.answer for mark in marks if mark.warning == concern.setting)
    return concern_words(concern, answer)
