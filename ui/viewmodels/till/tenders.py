"""What is given: cash by one key, and the inline panels for check, card and money order."""

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.change import StillToPayError, change_due
from app.domain.draft import Draft, SealedCheckRead
from app.domain.facts.receipts import KeyedAnswer
from app.domain.records import PayerMemory
from app.domain.tender import Tender, TenderKind
from app.domain.tender_rules import check_tender
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.usecases.payment_checks import check_tenders
from ui.viewmodels.till.check_reading import ReadCheck
from ui.viewmodels.till.lanes import LaneBook
from ui.viewmodels.till.words import tr
from ui.viewmodels.till.work import WorkModel


@frozen
class TenderAsked:
    """The panel that stands open: `proposed` in cents, None where nothing can be proposed.

    `read`, `seen` and `paid` (while no account stands) belong to a check from the reader, `note` is the sentence under
    it, `fault` what is wrong now. `marks` is what the cashier saw on a check (C9, C10), `look` what the city
    says to it.
    """

    kind: TenderKind
    proposed: int | None
    reference: str = ""
    read: SealedCheckRead | None = None
    seen: str = ""
    note: str = ""
    fault: str = ""
    paid: PayerMemory | None = None
    marks: tuple[KeyedAnswer, ...] = ()
    look: str = ""


class TendersModel(QObject):
    """Cash, check, card, money order on the receipt in hand.

    Signals: `changed()` the panel opened, closed or says otherwise; `offered(Tender)` a whole tender, still to be
    looked at by the rules of the accounts; `told(sentence)`; `unknown(read)` a check that came back with its work;
    `card_stays(place)` a card must be reversed first.
    """

    changed = Signal()
    offered = Signal(object)
    told = Signal(str)
    unknown = Signal(object)
    card_stays = Signal(int)

    def __init__(self, lanes: LaneBook, work: WorkModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._work = work
        self._asked: TenderAsked | None = None
        self._typed: int | None = None
        self._notes: dict[str, ReadCheck] = {}
        work.changed.connect(self._propose)

    @property
    def memory(self) -> PayerMemory | None:
        """What the bank account of the check in hand paid last, while no account is on the receipt yet (P13)."""
        return self._asked.paid if self._asked is not None else None

    @property
    def asked(self) -> TenderAsked | None:
        """The open panel."""
        return self._asked

    def cash(self, cents: int | None = None) -> None:
        """F5: the typed amount in cash, or exactly what is still to pay."""
        if not self._work.accept_shown():
            return
        given = self._lanes.draft.still_in_cash if cents is None else cents
        if given <= 0:
            self.told.emit(self._nothing_left())
            return
        self.offered.emit(Tender(TenderKind.CASH.value, given))

    def ask(self, kind: TenderKind, cents: int | None = None) -> None:
        """F6, F7, F8: open the panel, with the typed amount or what is still to pay."""
        if not self._lanes.takes(kind):
            self.told.emit(tr("{tender} is not taken at this station.").format(tender=tr(kind.word)))
            return
        if not self._lanes.draft.lines:
            self.told.emit(self._nothing_left())
            return
        try:
            self._lanes.draft.check_takes(kind.value)
        except RuleBrokenError as error:
            self.told.emit(error.sentence())
            return
        read = self._waiting_read() if kind is TenderKind.CHECK else None
        if cents is None and read is None and self._work.with_shown().still_to_pay <= 0:
            self.told.emit(self._nothing_left())
            return
        self._typed = cents
        if read is not None:
            self._open_read(read)
            return
        self._open(TenderAsked(kind, self._proposal()))

    def fed(self, check: ReadCheck) -> None:
        """A check was read: it is kept with the work at once, and its amount is asked."""
        if not self._lanes.takes(TenderKind.CHECK):
            self.told.emit(tr("Checks are not taken at this station. Hand it back."))
            return
        twice = self._fed_twice(check.read)
        if twice:
            self.told.emit(twice)
            return
        try:
            self._lanes.draft.check_takes(TenderKind.CHECK.value)
            kept = self._lanes.draft.with_read(check.read)
        except RuleBrokenError as error:
            self.told.emit(error.sentence())
            return
        self._notes[check.read.micr] = check
        self._typed = None
        self._lanes.put(kept)
        self._open_read(check.read)

    def learn(self, check: ReadCheck) -> None:
        """What the books know of a check that came back with its work."""
        self._notes[check.read.micr] = check
        if self._asked is not None and self._asked.read == check.read:
            self._open_read(check.read)

    def not_read(self, sentence: str) -> None:
        """A check could not be read: the panel asks for its number."""
        self._typed = None
        self._open(TenderAsked(TenderKind.CHECK, self._proposal(), note=sentence))

    def give(self, *, cents: int, reference: str = "", last_four: str = "") -> None:
        """The panel was filled in and accepted."""
        asked = self._asked
        if asked is None:
            return
        if not self._lanes.draft.lines:
            self.fail(tr("Scan the stub or find the account first; the check waits here."))
            return
        if not self._work.accept_shown():
            return
        read = asked.read
        tender = Tender(asked.kind.value, cents, reference.strip(), last_four.strip())
        if read is not None:
            tender = replace(
                tender, last_four=read.last_four, bank=read.bank, payer_mark=read.payer_mark, micr=read.micr
            )
        try:
            check_tender(tender)
            check_tenders((*self._lanes.draft.tenders, tender))
            _check_change(self._lanes.draft, tender)
        except RuleBrokenError as error:
            self.fail(error.sentence())
            return
        self.offered.emit(tender)

    def mark(self, marks: tuple[KeyedAnswer, ...], look: str) -> None:
        """What the cashier sees on the check in the panel, and what the city says to it."""
        if self._asked is not None and self._asked.kind is TenderKind.CHECK:
            self._open(replace(self._asked, marks=marks, look=look, fault=""))

    def accepted(self, tender: Tender) -> bool:
        """The rules let it stand: it is on the receipt, the panel closes; False with a sentence when it is full."""
        try:
            self._lanes.put(self._lanes.draft.with_tender(tender))
        except RuleBrokenError as error:
            self.told.emit(error.sentence())
            return False
        self._typed = None
        self._close()
        waiting = self._waiting_read()
        if waiting is not None:
            self._open_read(waiting)
        return True

    def fail(self, sentence: str) -> None:
        """Say in the panel what is wrong; what was typed stays."""
        if self._asked is not None:
            self._asked = replace(self._asked, fault=sentence)
            self.changed.emit()
        else:
            self.told.emit(sentence)

    def hand_back(self) -> None:
        """Esc in the panel: a check that was fed goes back to the customer."""
        asked = self._asked
        self._typed = None
        self._close()
        if asked is not None and asked.read is not None:
            left = tuple(read for read in self._lanes.draft.reads if read != asked.read)
            self._lanes.put(replace(self._lanes.draft, reads=left))

    def remove(self, place: int, *, card_reversed: bool = False) -> None:
        """Take a tender off again; an approved card asks first."""
        tenders = self._lanes.draft.tenders
        if not 0 <= place < len(tenders):
            return
        if tenders[place].kind == TenderKind.CARD and not card_reversed:
            self.card_stays.emit(place)
            return
        draft = self._lanes.draft.without_tender(place, card_reversed=card_reversed)
        if draft.answers:
            from app.domain.check_concern import without_check  # noqa: PLC0415 - only where something was answered

            draft = replace(draft, answers=without_check(draft.answers, tenders[place].reference))
        self._lanes.put(draft)

    def reset(self) -> None:
        """Another piece of work is in hand: its waiting check, if any, is asked for."""
        self._typed = None
        read = self._waiting_read()
        if read is not None:
            self._open_read(read)
        else:
            self._close()

    def _fed_twice(self, read: SealedCheckRead) -> str:
        """The same check is in unfinished work already: said at once, before anything else is keyed (R18)."""
        here = self._lanes.draft
        if any(other.micr == read.micr or _same(other, read) for other in here.reads):
            return tr("This check is waiting for its amount already.")
        for draft in (here, *self._lanes.parked):
            kept = (*draft.reads, *(_read_of(tender) for tender in draft.tenders if tender.payer_mark))
            if any(_same(other, read) for other in kept):
                where = tr("this receipt") if draft is here else self._lanes.lane_name(draft.lane)
                return tr("Check {number} is on {where} already. Look at it before you feed it again.").format(
                    number=read.number, where=where
                )
        return ""

    def _open_read(self, read: SealedCheckRead) -> None:
        if read.micr not in self._notes:
            self._notes[read.micr] = ReadCheck(read)
            self.unknown.emit(read)
        check = self._notes[read.micr]
        note = check.to_key or tr("Not seen in the last 12 months.")
        if check.seen:
            note = tr("Check {number} was taken already, on receipt {receipt}. Look at it before you take it.").format(
                number=read.number, receipt=check.seen
            )
        elif not self._lanes.draft.lines:
            note = tr("Scan the stub or find the account that it pays.")
        paid = None if self._lanes.draft.lines else check.paid
        asked = TenderAsked(TenderKind.CHECK, self._proposal(), read.number, read, check.seen, note, paid=paid)
        before = self._asked
        if before is not None and before.read == read:
            asked = replace(asked, marks=before.marks, look=before.look)
            if replace(before, fault="") == asked:
                return
        self._open(asked)

    def _open(self, asked: TenderAsked) -> None:
        self._asked = asked
        self.changed.emit()

    def _close(self) -> None:
        if self._asked is not None:
            self._asked = None
            self.changed.emit()

    def _propose(self) -> None:
        if self._asked is None:
            return
        if self._asked.read is not None and self._asked.read not in self._lanes.draft.reads:
            self._close()
            return
        proposed = self._proposal()
        if self._asked.read is not None:
            self._open_read(self._asked.read)
        elif proposed != self._asked.proposed:
            self._open(replace(self._asked, proposed=proposed))

    def _proposal(self) -> int | None:
        return self._typed or self._work.with_shown().still_to_pay or None

    def _waiting_read(self) -> SealedCheckRead | None:
        return next(iter(self._lanes.draft.reads), None)

    def _nothing_left(self) -> str:
        if not self._lanes.draft.lines:
            return tr("There is no account on this receipt yet. Scan a stub or find the account.")
        return tr("Nothing is left to pay. Press Enter to finish.")


def _same(one: SealedCheckRead, other: SealedCheckRead) -> bool:
    return bool(one.number) and (one.payer_mark, one.number) == (other.payer_mark, other.number)


def _read_of(tender: Tender) -> SealedCheckRead:
    return SealedCheckRead(tender.micr, tender.reference, tender.last_four, tender.payer_mark, tender.bank)


def _check_change(draft: Draft, tender: Tender) -> None:
    """Whether change would have to come out of a check, card or money order (R12)."""
    with suppress(StillToPayError):
        change_due(to_pay=draft.to_pay, tenders=(*draft.tenders, tender))
