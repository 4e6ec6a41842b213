"""A person's form: name, id, PIN, and what they may do; conflicting roles are said while they are ticked (R43)."""

from collections.abc import Collection

from PySide6.QtCore import QObject

from app.domain.right_rules import GIVEN_RIGHTS
from app.domain.user import Role, User
from app.errors import RuleBrokenError
from app.usecases.change_user import UserRequest, check_pin, checked_user
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.set_up.people import MOST_DIGITS
from ui.viewmodels.set_up.step import Ask, AskKind, Wrong
from ui.viewmodels.set_up_room import words
from ui.viewmodels.set_up_room.form import Form, Tick, TickGroup

NAME, USER, PIN, AGAIN = "person_name", "person_user", "person_pin", "person_again"
ROLES = "roles"
_ROLE, _RIGHT = "role_", "right_"


class PersonForm(Form):
    """A new person, or one as they are; `taken` are the ids that are given already."""

    icon = "user"

    def __init__(
        self, counter: Counter, session: Session, person: User | None, taken: Collection[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(counter, parent)
        self._session = session
        self._person = person
        self._taken = taken
        if person is None:
            self.begin_with({}, frozenset({_ROLE + Role.CASHIER.value}))
        else:
            ticked = {_ROLE + role.value for role in person.roles} | {_RIGHT + right for right in person.rights}
            self.begin_with({NAME: person.name}, frozenset(ticked))

    @property
    def title(self) -> str:
        """Whom."""
        return self.tr("Add a person") if self._person is None else self._person.name

    @property
    def second(self) -> str:
        """What to know."""
        if self._person is None:
            return self.tr("Let the person type the PIN themselves. Only a scrambled check of it is kept.")
        return self.tr("User id {user}. Leave the PIN empty to keep the one they have.").format(user=self._person.user)

    @property
    def verb(self) -> str:
        """On the button."""
        return self.tr("Add") if self._person is None else self.tr("Save")

    def asks(self) -> tuple[Ask, ...]:
        """Name, id, PIN twice."""
        digits = self.tr("6 digits for who approves, else 4 to 6")
        user = Ask(USER, self.tr("User id"), self.tr("small letters and digits; it never changes"), half=True)
        return (
            Ask(NAME, self.tr("Name"), self.tr("as it stands on receipts"), half=self._person is None),
            *((user,) if self._person is None else ()),
            Ask(PIN, self.tr("PIN") if self._person is None else self.tr("New PIN"), digits, kind=AskKind.PIN,
                half=True),
            Ask(AGAIN, self.tr("PIN again"), kind=AskKind.PIN, half=True),
        )  # fmt: skip

    def tick_groups(self) -> tuple[TickGroup, ...]:
        """Roles, and rights beyond them."""
        roles = tuple(Tick(_ROLE + role.value, words.role_word(role), words.role_help(role)) for role in Role)
        rights = tuple(Tick(_RIGHT + right.value, words.right_words(right.value)) for right in GIVEN_RIGHTS)
        return (TickGroup(self.tr("Roles"), roles), TickGroup(self.tr("Rights beyond the roles"), rights))

    def wrong(self) -> Wrong | None:
        """The first thing that is wrong."""
        if not self.value(NAME):
            return Wrong(NAME, self.tr("The name is empty. Type it as it shall stand on receipts."))
        request = self._request()
        if self._person is None and request.user in self._taken:
            return Wrong(USER, self.tr("{user} is taken already. Give the person an id of their own.").format(
                user=request.user))  # fmt: skip
        if not request.roles:
            return Wrong(ROLES, self.tr("Tick at least one role."))
        try:
            person = checked_user(request)
        except RuleBrokenError as error:
            is_roles = error.code in ("roles_conflict", "right_conflict")
            return Wrong(ROLES if is_roles else USER if self._person is None else NAME, error.sentence())
        return self._pin_wrong(person)

    def fault_of_ticks(self) -> str:
        """What the ticks alone contradict; said as soon as they do."""
        wrong = self.wrong()
        return wrong.sentence if wrong is not None and wrong.key == ROLES else ""

    def do(self) -> None:
        """Write the person."""
        request = self._request()
        said = self.tr("{name} is added") if self._person is None else self.tr("{name} is changed")
        self.deed(lambda deeds: deeds.change_user(request), said=said.format(name=request.name), field=ROLES)

    def _pin_wrong(self, person: User) -> Wrong | None:
        pin = self.typed(PIN)
        if not pin and self._person is not None:
            return None
        if len(pin) > MOST_DIGITS:
            return Wrong(PIN, self.tr("A PIN has at most {n} digits. Take a shorter one.").format(n=MOST_DIGITS))
        try:
            check_pin(person, pin)
        except RuleBrokenError as error:
            return Wrong(PIN, error.sentence())
        if pin != self.typed(AGAIN):
            return Wrong(AGAIN, self.tr("The two PINs differ. Type the same one twice."))
        return None

    def _request(self) -> UserRequest:
        before = self._person
        known = {_RIGHT + right.value for right in GIVEN_RIGHTS}
        kept = tuple(right for right in before.rights if _RIGHT + right not in known) if before is not None else ()
        given = tuple(right.value for right in GIVEN_RIGHTS if self.is_ticked(_RIGHT + right.value))
        return UserRequest(
            by=self._session.sitting.user.user if self._session.sitting else "",
            user=before.user if before is not None else self.value(USER).lower(),
            name=self.value(NAME),
            roles=tuple(role for role in Role if self.is_ticked(_ROLE + role.value)),
            rights=(*given, *kept),
            active=before is None or before.active,
            pin=self.typed(PIN),
        )
