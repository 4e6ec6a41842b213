"""The window of a scripted day: deeds and questions answered at once, time passing only when it is told to."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from app.domain.facts.base import Approval
from app.domain.user import Deed, Role
from app.frozen import frozen
from app.ports.books import BooksReader
from app.settings.policy import Policy
from app.usecases.approve_at_station import ApprovalRequest
from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from ui.commands.day.ears import DayEars
from ui.compose.desk import Desk
from ui.compose.practice import APPROVER_PIN, PEOPLE
from ui.viewmodels.deeds import Deeds

T = TypeVar("T")
ANSWER_LIMIT_S = 120.0


@frozen
class Cast:
    """The people of one day, from the practice city; cashiers take turns by day."""

    cashier: str
    supervisor: str
    second_supervisor: str

    @classmethod
    def of_day(cls, number: int) -> "Cast":
        """`number` counts the days before."""
        cashiers = [person.user.user for person in PEOPLE if Role.CASHIER in person.user.roles]
        supervisors = [person.user.user for person in PEOPLE if Role.SUPERVISOR in person.user.roles]
        return cls(cashiers[number % len(cashiers)], supervisors[0], supervisors[1])


@frozen
class Place:
    """Desk, devices and people of one business date."""

    desk: Desk
    clock: SimulatedClock
    bench: PracticeBench
    ears: DayEars
    cast: Cast
    business_date: str
    policy: Policy

    def do(self, deed: Callable[[Deeds], T]) -> T:
        """A deed; durable when it answers."""
        return self.desk.do(deed, is_sale=True).result(ANSWER_LIMIT_S)

    def ask(self, question: Callable[[BooksReader], T]) -> T:
        """A question to the books."""
        return self.desk.ask(question).result(ANSWER_LIMIT_S)

    def wait(self, seconds: int) -> None:
        """Time passes."""
        self.clock.advance(seconds=seconds)

    def settled(self, jobs: Iterable[int]) -> None:
        """Paper and pulses have come to their end, and the drawer is pushed shut."""
        self.ears.settled(jobs)
        self.bench.printer.push_drawer_shut()

    def approval(self, deed: Deed, *, cents: int, reason: str, takers: tuple[str, ...] = ()) -> Approval:
        """The supervisor comes over and types a PIN."""
        request = ApprovalRequest(
            self.cast.cashier, self.cast.supervisor, APPROVER_PIN, deed, cents, reason, self.business_date, takers
        )
        return self.do(lambda deeds: deeds.approve_at_station(request))
