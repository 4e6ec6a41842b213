"""Codes of an account in a cashier's words: status, class, age, quote lines, who has a payment already."""

from PySide6.QtCore import QCoreApplication

from app.domain.account import Account, FlagKind
from app.domain.account_alerts import near_day_words
from app.domain.quote import QuotePart
from ui.viewmodels.account.face import Sign

_STATUS = {
    "active": ("Service on", "neutral", "bolt"),
    "disconnected": ("Service off", "attention", "plug-x"),
    "final": ("Final bill", "line", "door-exit"),
    "inactive": ("Inactive", "line", "circle-x"),
}
_FLAGS = ((FlagKind.AMP, "Budget plan (AMP)"), (FlagKind.SENIOR, "Senior"), (FlagKind.NO_LATE_FEE, "No late fees"))
_AGES = {"90": "over 90 days", "60": "over 60 days", "30": "over 30 days", "current": "open bill", "": ""}
_QUOTE = {
    QuotePart.PAST_DUE_90: "Past due over 90 days",
    QuotePart.PAST_DUE_60: "Past due over 60 days",
    QuotePart.PAST_DUE_30: "Past due over 30 days",
    QuotePart.OVERDUE_BILL: "Open bill, due date passed",
    QuotePart.PENALTY: "Penalties",
    QuotePart.FEE: "Fees",
    QuotePart.RECONNECT: "Reconnect fee, not charged yet",
    QuotePart.CREDIT: "Credit on account",
}


def tr(text: str) -> str:
    """The words in the window's language."""
    return QCoreApplication.translate("Account", text)


def signs_of(account: Account) -> tuple[Sign, ...]:
    """Badges of what is no alert: service, class, plans and rates."""
    words, tone, icon = _STATUS[account.status]
    signs = [Sign(tr(words), tone, icon)]
    if account.account_class:
        signs.append(Sign(tr(account.account_class.capitalize()), "neutral", ""))
    signs += [Sign(tr(label), "neutral", "") for kind, label in _FLAGS if account.has(kind)]
    return tuple(signs)


def age_words(age: str) -> str:
    """`over 90 days`, `open bill`."""
    return tr(_AGES[age])


def quote_words(part: QuotePart) -> str:
    """A line of the quote."""
    return tr(_QUOTE[part])


def due_words(due_date: str | None, business_date: str) -> str:
    """`due Sat 28 Nov`, `was due Tue 3 Nov`, empty without a date."""
    if not due_date:
        return ""
    day = near_day_words(due_date, business_date)
    return (tr("was due {day}") if due_date < business_date else tr("due {day}")).format(day=day)


def posted_words(posting_file_no: int) -> str:
    """Whether billing was told of a payment."""
    return tr("in file {n}").format(n=posting_file_no) if posting_file_no else tr("not posted")
