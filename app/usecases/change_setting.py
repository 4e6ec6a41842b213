"""Change a dated setting: from a date on, with the ordinance it cites (P17)."""

from typing import Any, ClassVar

from app.domain.entry import EntryRef
from app.domain.facts.station import SettingChanged
from app.domain.misc_starter import starter_types
from app.domain.rights import check_right
from app.domain.setting_codes import CodeTable
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, OpenDeed
from app.settings.policy import MISC_TYPES
from app.settings.setting_rules import SettingWrongError, check_setting
from app.settings.setting_words import FIXED, words_of
from app.usecases.proposed_date import proposed_date


class SettingFixedError(RuleBrokenError):
    """Numbers, dates and files of this station rest on it since it was founded."""

    code: ClassVar[str] = "setting_fixed"

    def __init__(self, name: str) -> None:
        super().__init__(f"{words_of(name).label} was settled when this station was founded and never changes.")
        self.name = name


@frozen
class SettingRequest:
    """`value` holds JSON types; amounts in cents."""

    by: str
    name: str
    value: Any
    effective_from: str
    ordinance: str


@frozen
class ChangeSetting:
    """Never back in time: what was taken under a setting stays as it was taken."""

    books: Books

    def __call__(self, request: SettingRequest) -> EntryRef:
        """Change it.

        Raises:
            SettingWrongError: name, value, date or ordinance does not hold, or a code would be gone (J6).
            SettingFixedError: settled at the founding.
            UserUnknownError, RightMissingError: not this person.
        """
        check_setting(
            request.name, request.value, effective_from=request.effective_from, ordinance=request.ordinance
        )
        if request.name in FIXED:
            raise SettingFixedError(request.name)
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.CHANGE_SETTING, asked=request.by)
            today = proposed_date(deed, deed.now())
            if request.effective_from < today:
                raise SettingWrongError(name=request.name, why=f"it cannot count from before today ({today}).")
            _check_codes_kept(deed, request)
            fact = SettingChanged(request.name, request.value, request.effective_from, request.ordinance.strip())
            return deed.append(fact, business_date=today)


def _check_codes_kept(deed: OpenDeed, request: SettingRequest) -> None:
    """A code that was ever in the table stays in it, in use or not (J6)."""
    if request.name != MISC_TYPES and all(one.setting != request.name for one in CodeTable):
        return
    kept = {row["code"] for row in request.value}
    if request.name == MISC_TYPES:
        _refuse_gone(request.name, [each.code for each in starter_types() if each.code not in kept])
    for record in deed.setting_records():
        if record.name == request.name:
            _refuse_gone(request.name, [row["code"] for row in record.value if row["code"] not in kept])


def _refuse_gone(name: str, gone: list[str]) -> None:
    if gone:
        raise SettingWrongError(name=name, why=f"“{gone[0]}” would be gone. A code is switched off, never deleted.")
