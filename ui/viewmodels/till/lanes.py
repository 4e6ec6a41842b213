"""The lanes of the station and the unfinished work on them: durable after each change, shared, brought back.

One piece of work is in hand; all other stands parked on its lane. Every change goes to the disk behind the screen,
in the order in which it was made and before any later payment (all of them queue as sales).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.draft import DESK_LANES, LANES, Draft, DraftUnreadableError
from app.domain.setting_codes import CodeTable
from app.domain.tender import TenderKind
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.drafts import draft_of
from app.usecases.drop_draft import DropRequest
from app.usecases.recall_draft import RecallRequest
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.words import tr

MINUTES_LOOK_MS = 20_000
_NAMES = {"L1": "Lane 1", "L2": "Lane 2", "counter": "Counter"}


@frozen
class LaneState:
    """A lane's tab: `state` says `here 2 min`, `parked, 1 car`, `just served` or `free`."""

    lane: str
    words: str
    state: str
    icon: str


class LaneBook(QObject):
    """The work in hand and the parked work.

    Signals: `changed()` the work in hand is another or stands otherwise; `lanes_changed()` a tab reads otherwise;
    `recovered()` unfinished work came back at sign-in; `failed(CityTillError)` the disk did not take it.
    """

    changed = Signal()
    lanes_changed = Signal()
    recovered = Signal()
    failed = Signal(object)

    def __init__(
        self, counter: Counter, session: Session, *, new_id: Callable[[], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._new_id = new_id or _random_id
        self._user = ""
        self._lane = LANES[0]
        self._draft = Draft("", "", self._lane)
        self._is_kept = False
        self._unsaved: set[str] = set()
        self._since: datetime | None = None
        self._just_served = ""
        self._parked: tuple[Draft, ...] = ()
        self._minutes = QTimer(self)
        self._minutes.setInterval(MINUTES_LOOK_MS)
        self._minutes.timeout.connect(self.lanes_changed)
        self._minutes.start()
        session.changed.connect(self._look_at_pennies)

    @property
    def lane(self) -> str:
        """The lane being served."""
        return self._lane

    @property
    def draft(self) -> Draft:
        """The work in hand; an empty one while the lane is free."""
        return self._draft

    @property
    def parked(self) -> tuple[Draft, ...]:
        """All parked work, the oldest first."""
        return self._parked

    @property
    def is_unsaved(self) -> bool:
        """Whether the disk did not take the work in hand as it stands; it is on the screen only."""
        return self._draft.draft in self._unsaved

    def save_again(self) -> None:
        """Once more what the disk did not take."""
        if self.is_unsaved:
            self._keep(self._draft)

    def lane_name(self, lane: str) -> str:
        """`Lane 1`."""
        return tr(_NAMES[lane])

    def states(self) -> tuple[LaneState, ...]:
        """Every lane's tab."""
        return tuple(self._state(lane) for lane in self._open_lanes())

    def put(self, draft: Draft) -> None:
        """The work in hand stands so now; the disk follows."""
        if self._since is None and not draft.is_empty:
            self._since = self._counter.clock.now()
            self._just_served = ""
        self._draft = draft
        if not draft.is_empty:
            self._keep(draft)
        elif self._is_kept:
            self._keep(draft)
            self._wipe(draft)
            self._fresh()
        self._tell()

    def taken(self) -> None:
        """The work in hand became a receipt: its lane is free again."""
        self._just_served = self._lane
        self._fresh()
        self._tell()

    def dropped(self) -> None:
        """The work in hand was given up; its entry, where one is needed, stands already."""
        self._fresh()
        self._tell()

    def park(self) -> None:
        """F11 with work in hand: it stays on its lane, which is free for the next one."""
        if not self._draft.is_empty:
            parked = replace(self._draft, parked=True)
            self._keep(parked)
            self._parked = (*self._parked, parked)
            self._fresh()
            self._tell()

    def recall(self) -> None:
        """F11 with empty hands: the oldest parked work comes back, first of this lane, then of the others."""
        here = [draft for draft in self._parked if draft.lane == self._lane]
        if self._draft.is_empty and self._parked:
            self._take_up((here or list(self._parked))[0])

    def go_to(self, lane: str) -> None:
        """Serve another lane: what is in hand is parked on its own, and what waits there comes to hand."""
        if lane == self._lane or lane not in self._open_lanes():
            return
        self.park()
        self._lane = lane
        self._fresh()
        waiting = next((draft for draft in self._parked if draft.lane == lane), None)
        if waiting is not None:
            self._take_up(waiting)
        self._tell()

    def next_lane(self) -> None:
        """F12."""
        lanes = self._open_lanes()
        self.go_to(lanes[(lanes.index(self._lane) + 1) % len(lanes)])

    def takes(self, kind: TenderKind) -> bool:
        """Whether the city takes this tender at its counter (C3)."""
        return kind.value in self._session.offered(CodeTable.TENDER)

    def _open_lanes(self) -> tuple[str, ...]:
        """The lanes in use, and one that was switched off for as long as work is left on it (J6)."""
        busy = {self._lane, *(draft.lane for draft in self._parked)}
        return tuple(lane for lane in LANES if lane in busy or lane in self._session.offered(CodeTable.LANE))

    def recover(self) -> None:
        """After sign-in: unfinished work comes back from the disk."""
        sitting = self._session.sitting
        self._user = sitting.user.user if sitting else ""
        self._parked = ()
        self._just_served = ""
        offered = self._session.offered(CodeTable.LANE)
        if self._draft.is_empty and self._lane not in offered:
            self._lane = offered[0]
        self._fresh()
        self._tell()
        if sitting is not None:
            self._counter.ask(_kept_drafts, done=self._recovered, failed=self.failed.emit)

    def _recovered(self, kept: tuple[tuple[Draft, ...], DraftUnreadableError | None]) -> None:
        drafts, unreadable = kept
        if unreadable is not None:
            self.failed.emit(unreadable)
        mine = [draft for draft in drafts if draft.user == self._user and not draft.parked]
        in_hand = mine[-1] if mine and self._draft.is_empty else None
        self._parked = tuple(draft for draft in drafts if draft is not in_hand and (draft.parked or draft in mine))
        if in_hand is not None:
            self._lane = in_hand.lane
            self._in_hand(in_hand)
        self._tell()
        if drafts:
            self.recovered.emit()

    def _take_up(self, parked: Draft) -> None:
        if parked.draft not in self._unsaved:  # what the disk did not take is kept whole with its next change
            request = RecallRequest(self._user, parked.draft)
            self._counter.do(lambda deeds: deeds.recall_draft(request), failed=self._not_recalled, is_sale=True)
        self._parked = tuple(draft for draft in self._parked if draft.draft != parked.draft)
        self._lane = parked.lane
        self._in_hand(replace(parked, user=self._user, parked=False))
        self._tell()

    def _not_recalled(self, error: CityTillError) -> None:
        self.failed.emit(error)
        self.recover()

    def _look_at_pennies(self) -> None:
        """The work in hand is rounded as the city says today (T9)."""
        if self._draft.pennies != self._pennies:
            self._draft = replace(self._draft, pennies=self._pennies)
            self.changed.emit()

    @property
    def _pennies(self) -> str:
        sitting = self._session.sitting
        return sitting.policy.cash_pennies if sitting is not None else ""

    def _in_hand(self, draft: Draft) -> None:
        self._draft = replace(draft, pennies=self._pennies)
        self._is_kept = True
        self._since = self._counter.clock.now()
        self._just_served = ""

    def _fresh(self) -> None:
        self._draft = Draft(self._new_id(), self._user, self._lane, pennies=self._pennies)
        self._is_kept = False
        self._since = None

    def _keep(self, draft: Draft) -> None:
        self._is_kept = True
        self._counter.do(
            lambda deeds: deeds.save_draft(draft, parked=draft.parked), done=partial(self._kept, draft.draft),
            failed=partial(self._not_kept, draft.draft), is_sale=True,
        )

    def _kept(self, draft: str, _answer: object) -> None:
        self._unsaved.discard(draft)

    def _not_kept(self, draft: str, error: CityTillError) -> None:
        self._unsaved.add(draft)
        self.failed.emit(error)

    def _wipe(self, draft: Draft) -> None:
        request = DropRequest(self._user, draft.draft)
        self._counter.do(lambda deeds: deeds.drop_draft(request), failed=self.failed.emit, is_sale=True)

    def _tell(self) -> None:
        self.changed.emit()
        self.lanes_changed.emit()

    def _state(self, lane: str) -> LaneState:
        waiting = [draft for draft in self._parked if draft.lane == lane]
        icon = "user-circle" if lane == "counter" else "car"
        name = self.lane_name(lane)
        if lane == self._lane and not self._draft.is_empty:
            return LaneState(lane, name, self._here_for(), icon)
        if waiting:
            one, many = (
                (tr("parked, {n} customer"), tr("parked, {n} customers")) if lane == "counter"
                else (tr("parked, {n} car"), tr("parked, {n} cars"))
            )
            words = (one if len(waiting) == 1 else many).format(n=len(waiting))
            return LaneState(lane, name, words, "parking")
        return LaneState(lane, name, tr("just served") if lane == self._just_served else tr("free"), icon)

    def _here_for(self) -> str:
        if self._since is None:
            return tr("here")
        minutes = int((self._counter.clock.now() - self._since).total_seconds()) // 60
        return tr("here {n} min").format(n=minutes) if minutes > 0 else tr("here now")


def _random_id() -> str:
    return str(uuid4())


def _kept_drafts(books: BooksReader) -> tuple[tuple[Draft, ...], DraftUnreadableError | None]:
    """All work that can be read, and what was said of work that cannot: one damaged row keeps back no other."""
    drafts: list[Draft] = []
    unreadable = None
    for record in books.drafts():
        if record.lane in DESK_LANES:
            continue  # the mail room's
        try:
            drafts.append(draft_of(record))
        except DraftUnreadableError as error:
            unreadable = error
    return tuple(drafts), unreadable
