"""Steps 4 and 5, the first people: an administrator, another person who may approve, and the first cashier."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.user import Role, User
from app.errors import RuleBrokenError
from app.usecases.change_user import UserRequest, check_pin, checked_user
from app.usecases.found_station import FirstPerson
from ui.viewmodels.set_up.step import Ask, AskKind, Note, SetUpStep, Wrong

MOST_DIGITS = 6  # what the pad of sign-in takes


class PeopleStep(SetUpStep):
    """Reads a person from four fields: `<who>_user`, `<who>_name`, `<who>_pin`, `<who>_again`."""

    def person_asks(self, who: str, *, digits: str, group: str = "") -> tuple[Ask, ...]:
        """The four fields of a person."""
        return (
            Ask(f"{who}_name", self.tr("Name"), self.tr("as it stands on receipts"), half=True, group=group),
            Ask(f"{who}_user", self.tr("User id"), self.tr("small letters and digits"), half=True),
            Ask(f"{who}_pin", self.tr("PIN"), digits, kind=AskKind.PIN, half=True),
            Ask(f"{who}_again", self.tr("PIN again"), kind=AskKind.PIN, half=True),
        )

    def user(self, who: str) -> str:
        """The id in small letters."""
        return self.value(f"{who}_user").lower()

    def is_empty(self, who: str) -> bool:
        """Nothing was typed for this person."""
        return not any(self.typed(f"{who}_{part}") for part in ("user", "name", "pin", "again"))

    def person(self, who: str, role: Role) -> FirstPerson:
        """The person; ask `person_wrong` first."""
        return FirstPerson(User(self.user(who), self.value(f"{who}_name"), (role,)), self.typed(f"{who}_pin"))

    def person_wrong(self, who: str, role: Role) -> Wrong | None:
        """The first thing wrong with a person."""
        if not self.value(f"{who}_name"):
            return Wrong(f"{who}_name", self.tr("The name is empty. Type it as it shall stand on receipts."))
        person = self.person(who, role)
        try:
            checked_user(UserRequest("", person.user.user, person.user.name, person.user.roles))
        except RuleBrokenError as error:
            return Wrong(f"{who}_user", error.sentence())
        if len(person.pin) > MOST_DIGITS:
            return Wrong(f"{who}_pin", self.tr("A PIN has at most {n} digits. Take a shorter one.").format(
                n=MOST_DIGITS))  # fmt: skip
        try:
            check_pin(person.user, person.pin)
        except RuleBrokenError as error:
            return Wrong(f"{who}_pin", error.sentence())
        if person.pin != self.typed(f"{who}_again"):
            return Wrong(f"{who}_again", self.tr("The two PINs differ. Type the same one twice."))
        return None


class AdministratorStep(PeopleStep):
    """Who changes settings and people, and never takes money."""

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Administrator")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("Who looks after this station?")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("The administrator changes settings and people, and never takes a payment.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("changes settings, never receipts")

    def asks(self) -> tuple[Ask, ...]:
        """The fields."""
        return self.person_asks("admin", digits=self.tr("4 to 6 digits"))

    def notes(self) -> tuple[Note, ...]:
        """Beside them."""
        return (
            Note("shield-lock", self.tr("Let the person type the PIN. Only a scrambled check of it is kept.")),
            Note("ban", self.tr(
                "PINs that everybody tries first are refused: 1111, 1212, 1234 and their like."
            )),
        )  # fmt: skip

    def wrong(self) -> Wrong | None:
        """One person."""
        return self.person_wrong("admin", Role.ADMINISTRATOR)

    def said(self) -> str:
        """Done."""
        return self.value("admin_name")

    def glance(self) -> tuple[tuple[str, str], ...]:
        """Before the station is made."""
        return ((self.tr("Administrator"), f"{self.value('admin_name')} ({self.user('admin')})"),)

    def people(self) -> tuple[FirstPerson, ...]:
        """The one."""
        return (self.person("admin", Role.ADMINISTRATOR),)


class SecondPersonStep(PeopleStep):
    """A supervisor who is somebody else, and a cashier when there is one already."""

    def __init__(self, administrator: Callable[[], tuple[str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._administrator = administrator

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Second person")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("Who approves, who takes payments?")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("Whoever takes money never approves it: that needs a second person.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("a supervisor, a first cashier")

    def asks(self) -> tuple[Ask, ...]:
        """The fields."""
        return (
            *self.person_asks("second", digits=self.tr("6 digits"), group=self.tr("Supervisor, who may approve")),
            *self.person_asks(
                "cashier", digits=self.tr("4 to 6 digits"),
                group=self.tr("First cashier, or leave these empty and add people later"),
            ),
        )  # fmt: skip

    def notes(self) -> tuple[Note, ...]:
        """Beside them."""
        return (
            Note("user-shield", self.tr(
                "The supervisor approves voids, accepts counts and takes in the accounts extract: six digits."
            )),
            Note("users", self.tr(
                "With a cashier here the first receipt can be taken right after this. More people come later in Set-up."
            )),
        )  # fmt: skip

    def has_cashier(self) -> bool:
        """Whether a first cashier was typed in."""
        return not self.is_empty("cashier")

    def wrong(self) -> Wrong | None:
        """Two or three different people."""
        wrong = self.person_wrong("second", Role.SUPERVISOR)
        if wrong:
            return wrong
        user, name = self._administrator()
        if self.user("second") == user:
            return Wrong("second_user", self.tr(
                "{user} is the administrator, and one person cannot be administrator and supervisor. Name another."
            ).format(user=user))  # fmt: skip
        if self.value("second_name").casefold() == name.casefold():
            return Wrong("second_name", self.tr(
                "{name} is the administrator. The supervisor must be another person."
            ).format(name=name))  # fmt: skip
        if not self.has_cashier():
            return None
        wrong = self.person_wrong("cashier", Role.CASHIER)
        if wrong:
            return wrong
        if self.user("cashier") in (user, self.user("second")):
            return Wrong("cashier_user", self.tr(
                "{user} is taken already. Give the cashier an id of their own."
            ).format(user=self.user("cashier")))  # fmt: skip
        return None

    def said(self) -> str:
        """Done."""
        names = [self.value("second_name"), *([self.value("cashier_name")] if self.has_cashier() else [])]
        return ", ".join(names)

    def glance(self) -> tuple[tuple[str, str], ...]:
        """Before the station is made."""
        typed = f"{self.value('cashier_name')} ({self.user('cashier')})"
        cashier = typed if self.has_cashier() else self.tr("none yet")
        return (
            (self.tr("Supervisor"), f"{self.value('second_name')} ({self.user('second')})"),
            (self.tr("Cashier"), cashier),
        )

    def people(self) -> tuple[FirstPerson, ...]:
        """Supervisor, and the cashier if there is one."""
        cashier = (self.person("cashier", Role.CASHIER),) if self.has_cashier() else ()
        return (self.person("second", Role.SUPERVISOR), *cashier)
