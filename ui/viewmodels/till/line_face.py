"""What one account shows on the receipt: alerts, four facts, what it proposes, and what each service costs."""


from app.domain.account import FlagKind
from app.domain.account_alerts import Alert, AlertKind, alerts_of
from app.domain.allocation import Part, by_service, owed
from app.domain.draft import DraftLine, MiscAsked
from app.domain.records import AccountStanding
from app.frozen import frozen
from app.settings.policy import Policy


@frozen
class LineFace:
    """Amounts in cents; `proposed` and `stay_on` are None for an account that was not wholly understood.

    `current_due` is the earliest due date of an open bill, empty for none. `is_hidden`: a confidential account
    whose details nobody revealed yet. `misc` is None for an account.
    """

    account: str
    number: str
    name: str
    address: str
    alerts: tuple[Alert, ...]
    is_cash_only: bool
    past_due: int
    current: int
    current_due: str
    stay_on: int | None
    balance: int
    proposed: int | None
    services: tuple[tuple[str, int], ...]
    notes: tuple[tuple[str, str], ...]
    is_hidden: bool
    misc: MiscAsked | None = None

    @property
    def stops(self) -> tuple[Alert, ...]:
        """What refuses money in some form."""
        return tuple(alert for alert in self.alerts if alert.kind is AlertKind.STOP)

    def cents_of(self, name: str) -> int | None:
        """An amount by name: `past_due`, `stay_on`, `all`; None where there is nothing to pay of it."""
        return {"past_due": self.past_due, "stay_on": self.stay_on, "all": self.proposed}[name] or None

    @property
    def one_press(self) -> tuple[tuple[str, int], ...]:
        """Amounts for one press, by name: `past_due`, `stay_on`, `all`; none twice, none without money."""
        found: list[tuple[str, int]] = []
        for name in ("past_due", "stay_on", "all"):
            cents = self.cents_of(name)
            if cents and all(cents != other for _name, other in found):
                found.append((name, cents))
        return tuple(found)


def face_of(standing: AccountStanding, *, policy: Policy, business_date: str) -> LineFace:
    """The account as it stands on the business date."""
    account = standing.account
    owing = owed(account, standing.payments, business_date=business_date, reconnect_fee=policy.reconnect_fee)
    alerts = alerts_of(
        account, business_date, stay_on_cents=owing.to_stay_on, in_last_extract=standing.in_last_extract
    )
    dues = [each.due_date for each in account.services if each.due_date and each.current > 0]
    return LineFace(
        account=account.key,
        number=account.number,
        name=account.name,
        address=account.address,
        alerts=alerts,
        is_cash_only=account.is_cash_only(business_date),
        past_due=owing.past_due,
        current=owing.of(Part.CURRENT),
        current_due=min(dues, default=""),
        stay_on=owing.to_stay_on,
        balance=owing.balance,
        proposed=owing.proposal or None,
        services=by_service(account, standing.payments),
        notes=account.notes,
        is_hidden=account.has(FlagKind.CONFIDENTIAL),
    )


def face_of_misc(line: DraftLine) -> LineFace:
    """A misc receipt's line: the books have nothing to say about it."""
    return LineFace(
        account=line.account, number=line.number, name=line.name, address=line.address, alerts=(), is_cash_only=False,
        past_due=0, current=0, current_due="", stay_on=None, balance=0, proposed=None, services=(), notes=(),
        is_hidden=False, misc=line.misc,
    )  # fmt: skip
