"""How an account is marked wherever it stands: badges of a search hit, icons of alerts."""

from PySide6.QtCore import QCoreApplication

from app.domain.records import AccountHit
from ui.viewmodels.till.words import address, amount
from ui.widgets.result_list import ResultRow

ALERT_ICONS = {
    "cash_only": "ban", "cutoff_list": "scissors", "disconnected": "plug-x", "note": "note", "draft": "building-bank",
    "arrangement": "calendar-due", "confidential": "eye-off", "bankruptcy": "scale", "deceased": "user",
    "not_in_extract": "file-off",
}  # fmt: skip
_BADGES = {
    "cash_only": ("Cash only", "inverse", "ban"),
    "cutoff_list": ("Cut-off list", "attention", "scissors"),
    "disconnected": ("Service off", "attention", "plug-x"),
    "incomplete": ("Incomplete", "attention", "alert-triangle"),
    "bankruptcy": ("Bankruptcy", "attention", "scale"),
    "deceased": ("Deceased", "attention", "user"),
    "tamper": ("Tamper", "attention", "alert-triangle"),
    "arrangement": ("Arrangement", "neutral", "calendar-due"),
    "draft": ("Bank draft", "neutral", "building-bank"),
    "confidential": ("Confidential", "neutral", "eye-off"),
    "not_in_extract": ("Not in extract", "neutral", "file-off"),
    "note": ("Note", "neutral", "note"),
}
_CLOSED = {"final", "inactive"}


def hit_row(hit: AccountHit) -> ResultRow:
    """One row of the list under the omnibox."""
    words, tone, icon = _BADGES.get(hit.alert, ("", "neutral", ""))
    if not words and hit.status in _CLOSED:
        words, tone, icon = hit.status.capitalize(), "neutral", "circle-x"
    balance = amount(hit.balance) if hit.balance is not None else ""
    place = _tr("address hidden") if hit.alert == "confidential" else address(hit.address)
    return ResultRow("user", hit.number, hit.name, place, balance, _tr(words) if words else "", tone, icon)


def found_words(hits: tuple[AccountHit, ...]) -> tuple[str, str]:
    """What stands under the list: how many, and the keys."""
    if not hits:
        return _tr("Nothing found. Type fewer letters, or another word."), ""
    count = _tr("1 account") if len(hits) == 1 else _tr("{n} accounts").format(n=len(hits))
    return count, _tr("Up and Down choose, Enter takes")


def _tr(text: str) -> str:
    return QCoreApplication.translate("AccountSigns", text)
