"""Users and roles: added, changed, made inactive, never deleted (J6, R43, R44)."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.domain.batch_state import BatchState
from app.domain.pin_lock import PinTries, is_locked
from app.domain.setting_record import PersonChanged
from app.domain.user import Deed, User
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.change_user import UserRequest
from ui.look.cells import Cell
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Session
from ui.viewmodels.set_up_room import words
from ui.viewmodels.set_up_room.page import ADD, OPEN, Asked, Chosen, Column, Fact, PageDeed, SetUpPage, Sure
from ui.viewmodels.set_up_room.person import PersonForm

UNLOCK, ACTIVE = "unlock", "active"


@frozen
class PeopleRead:
    """Everybody, and what is known of them; `batches` holds the batch each has still to count."""

    people: tuple[User, ...]
    changed: Mapping[str, PersonChanged]
    batches: Mapping[str, str]
    time_zone: str

    def name_of(self, user: str) -> str:
        """A person's name."""
        return words.who(user, {person.user: person.name for person in self.people})


class PeoplePage(SetUpPage):
    """One row a person: the active ones first."""

    key = "people"
    icon = "users"
    right = Deed.CHANGE_USER

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(counter, session, parent)
        self.told: PeopleRead | None = None
        self._tries: Mapping[str, PinTries] = {}

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Users and roles")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("who may do what, PINs")

    @property
    def lead(self) -> str:
        """Under the head."""
        return self.tr("Nobody is deleted: who leaves is made inactive, and what they did stays theirs.")

    def load(self) -> None:
        """Everybody from the reader, wrong tries from the writer."""
        sitting = self.session.sitting
        if sitting is not None:
            self.counter.ask(partial(read_people, today=sitting.business_date), done=self._read, failed=self.refuse)

    def columns(self) -> tuple[Column, ...]:
        """Person, roles, state."""
        return (
            Column(self.tr("Name"), width=220, weight=500), Column(self.tr("Roles"), stretch=True), Column("", "badge"),
        )  # fmt: skip

    def rows(self) -> Sequence[Sequence[Cell]]:
        """One a person."""
        return [
            [
                Cell(one.name, "" if one.active else "ink3", second=one.user),
                Cell(", ".join(words.role_word(role) for role in one.roles), "" if one.active else "ink3",
                     second=", ".join(words.right_words(right) for right in one.rights)),
                self._badge(one),
            ]
            for one in self._people()
        ]  # fmt: skip

    def deeds(self, row: int) -> tuple[PageDeed, ...]:
        """Add, change, unlock, make inactive."""
        if not self.may_change:
            return ()
        person = self._person(row)
        if person is None:
            return (PageDeed(ADD, self.tr("Add"), "A", "user-plus"),)
        fine = "" if self._tries.get(person.user, PinTries()).wrong else self.tr("No wrong PIN is counted.")
        turn = self.tr("Make inactive") if person.active else self.tr("Make active")
        return (
            PageDeed(ADD, self.tr("Add"), "A", "user-plus"),
            PageDeed(UNLOCK, self.tr("Unlock"), "U", "lock-open", why_not=fine),
            PageDeed(ACTIVE, turn, "I", "user-check" if not person.active else "ban"),
            PageDeed(OPEN, self.tr("Change"), "Enter", "edit", "primary"),
        )

    def chosen(self, row: int) -> Chosen | None:
        """The person in hand."""
        person, told = self._person(row), self.told
        if person is None or told is None:
            return None
        roles = "; ".join(words.role_help(role) for role in person.roles)
        changed = told.changed.get(person.user)
        batch = told.batches.get(person.user)
        tries = self._tries.get(person.user, PinTries())
        facts = [Fact(self.tr("User id"), person.user)]
        facts += [Fact(self.tr("Also"), words.right_words(right)) for right in person.rights]
        if batch:
            facts.append(Fact(self.tr("To count"), batch))
        if tries.wrong:
            facts.append(Fact(self.tr("Wrong PINs"), str(tries.wrong)))
        if changed is not None:
            facts.append(Fact(self.tr("Last changed"), words.moment(changed.at, time_zone=told.time_zone)))
            facts.append(Fact(self.tr("By"), told.name_of(changed.by)))
        return Chosen(person.name, roles[:1].upper() + roles[1:] + ".", self._badge(person), tuple(facts))

    def ask(self, deed: str, row: int) -> Asked:
        """The person's form, or a deed on them."""
        person, told = self._person(row), self.told
        if told is None or not self.may_change:
            return None
        if deed == ADD:
            return PersonForm(self.counter, self.session, None, {one.user for one in told.people}, self)
        if person is None:
            return None
        if deed == OPEN:
            return PersonForm(self.counter, self.session, person, (), self)
        if deed == UNLOCK:
            self._unlock(person)
            return None
        if not person.active:
            self._turn(person, is_active=True)
            return None
        return Sure(
            self.tr("Make {name} inactive?").format(name=person.name),
            self.tr("They sign in no more. What they did stays theirs, and they can be made active again."),
            self.tr("Make inactive"), ACTIVE, row,
        )  # fmt: skip

    def confirmed(self, sure: Sure) -> None:
        """Make them inactive."""
        person = self._person(sure.row)
        if person is not None:
            self._turn(person, is_active=False)

    def _unlock(self, person: User) -> None:
        if not self._tries.get(person.user, PinTries()).wrong:
            self.refused.emit(self.tr("{name} is not locked: no wrong PIN is counted.").format(name=person.name))
            return
        by = self._by()
        said = self.tr("{name} can sign in again").format(name=person.name)
        self.counter.do(
            lambda deeds: deeds.unlock_person(by=by, user=person.user), done=lambda _ref: self.saved(said),
            failed=self.refuse,
        )  # fmt: skip

    def _turn(self, person: User, *, is_active: bool) -> None:
        request = UserRequest(self._by(), person.user, person.name, person.roles, person.rights, is_active)
        words_ = self.tr("{name} is active again") if is_active else self.tr("{name} is inactive")
        said = words_.format(name=person.name)
        self.counter.do(
            lambda deeds: deeds.change_user(request), done=lambda _ref: self.saved(said), failed=self.refuse
        )

    def _by(self) -> str:
        return self.session.sitting.user.user if self.session.sitting else ""

    def _people(self) -> list[User]:
        people = self.told.people if self.told is not None else ()
        return sorted(people, key=lambda person: not person.active)

    def _person(self, row: int) -> User | None:
        people = self._people()
        return people[row] if 0 <= row < len(people) else None

    def _badge(self, person: User) -> Cell:
        if not person.active:
            return Cell(self.tr("Inactive"), "line")
        if is_locked(self._tries.get(person.user, PinTries()), self.counter.clock.now()):
            return Cell(self.tr("Locked out"), "attention", "lock")
        if self.told is not None and person.user in self.told.batches:
            return Cell(self.tr("Batch open"), "accent", "stack-2")
        return Cell(self.tr("Active"), "neutral", "check")

    def _read(self, told: PeopleRead) -> None:
        self.told = told
        users = tuple(person.user for person in told.people)
        self.counter.do(partial(read_tries, users=users), done=self._read_tries, failed=self.refuse)

    def _read_tries(self, tries: Mapping[str, PinTries]) -> None:
        self._tries = tries
        self.changed.emit()


def read_people(books: BooksReader, *, today: str) -> PeopleRead:
    """Everybody; on the reader's thread."""
    states = (BatchState.OPEN.value, BatchState.REJECTED.value)
    batches = {batch.cashier: batch.batch for batch in books.batches(states=states)}
    changed = {one.user: one for one in books.people_changed()}
    return PeopleRead(tuple(books.users()), changed, batches, books.policy(today).city_time_zone)


def read_tries(deeds: Deeds, *, users: Sequence[str]) -> Mapping[str, PinTries]:
    """Wrong tries of each; the writer's thread keeps them."""
    return {user: deeds.pins.tries(user) for user in users}
