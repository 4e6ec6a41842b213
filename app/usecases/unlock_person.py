"""Let a person who was locked out try again, before their time is over (R44)."""

from app.domain.entry import EntryRef
from app.domain.facts.station import UserChanged
from app.domain.pin_lock import PinTries
from app.domain.rights import UserUnknownError, check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.ports.pins import Pins


@frozen
class UnlockPerson:
    """The person's entry is written once more, unchanged: it says who unlocked them, and when."""

    books: Books
    pins: Pins

    def __call__(self, *, by: str, user: str) -> EntryRef:
        """Forget the wrong tries.

        Raises:
            UserUnknownError: there is no such active person, or `by` is none.
            RightMissingError: `by` may not change users.
        """
        with self.books.deed(by=by) as deed:
            check_right(deed.user(by), Deed.CHANGE_USER, asked=by)
            person = deed.user(user)
            if person is None or not person.active:
                raise UserUnknownError(user)
            roles = tuple(role.value for role in person.roles)
            ref = deed.append(UserChanged(person.user, person.name, roles, person.rights, active=True))
        self.pins.keep_tries(user, PinTries())
        return ref
