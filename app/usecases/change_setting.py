"""Change a dated setting: from a date on, with the ordinance it cites (P17)."""

from typing import Any

from app.domain.entry import EntryRef
from app.domain.facts.station import SettingChanged
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.settings.setting_rules import SettingWrongError, check_setting
from app.usecases.open_batch import proposed_date


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
            SettingWrongError: name, value, date or ordinance does not hold.
            UserUnknownError, RightMissingError: not this person.
        """
        check_setting(
            request.name, request.value, effective_from=request.effective_from, ordinance=request.ordinance
        )
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.CHANGE_SETTING, asked=request.by)
            today = proposed_date(deed, deed.now())
            if request.effective_from < today:
                raise SettingWrongError(name=request.name, why=f"it cannot count from before today ({today}).")
            fact = SettingChanged(request.name, request.value, request.effective_from, request.ordinance.strip())
            return deed.append(fact, business_date=today)
