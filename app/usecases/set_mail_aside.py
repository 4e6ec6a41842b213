"""Set a problem item aside without stopping: it is not paid, and the list still counts it (F1, F3)."""

from app.domain.batch_rules import check_reason
from app.domain.draft import CardStaysError, Draft
from app.domain.entry import EntryRef
from app.domain.facts.mail import MailSetAside
from app.domain.mail import PROBLEMS, NothingToSetAsideError
from app.domain.rights import check_right
from app.domain.tender import Tender, TenderKind
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.free_words import kept_reason
from app.usecases.mail_log import mail_batch, mail_log
from app.usecases.payment_checks import DraftGoneError


@frozen
class AsideRequest:
    """The unfinished item, what is wrong with it, and in cents what the check or envelope is for."""

    by: str
    batch: str
    draft: Draft
    problem: str
    cents: int


@frozen
class MailIsAside:
    """Where it lies now."""

    item: int
    ref: EntryRef


@frozen
class SetMailAside:
    """Puts the item away with what was read of it, and wipes the unfinished work."""

    books: Books

    def __call__(self, request: AsideRequest) -> MailIsAside:
        """Put it away.

        Raises:
            BatchUnknownError, NotYourBatchError, BatchStateError, NoListError: not this batch, or not now.
            DraftGoneError: it became a receipt meanwhile, or lies aside already.
            NothingToSetAsideError: no amount; ReasonMissingError: no problem was named.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.TAKE_PAYMENT, asked=request.by)
            batch = mail_batch(deed, request.batch, by=request.by)
            if request.cents <= 0:
                raise NothingToSetAsideError
            refused = _cards(request.draft)
            if refused is not None:
                raise refused
            problem, note = kept_reason(
                deed, check_reason(request.problem, what="Setting an item aside"), listed=PROBLEMS
            )
            fact = MailSetAside(
                batch=batch.batch,
                item=mail_log(deed, batch.batch).asides + 1,
                problem=problem,
                accounts=tuple(line.account for line in request.draft.lines),
                tenders=tenders_of(request.draft, cents=request.cents),
                cents=request.cents,
                note=note,
            )
            if not deed.wipe_draft(request.draft.draft):
                raise DraftGoneError
            ref = deed.append(fact, business_date=batch.business_date)
        return MailIsAside(fact.item, ref)


def tenders_of(draft: Draft, *, cents: int) -> tuple[Tender, ...]:
    """What the item holds: its tenders, and the check that was fed and has the rest as its amount."""
    read = draft.reads[0] if draft.reads else None
    rest = cents - draft.tendered
    if read is None or rest <= 0:
        return draft.tenders
    kind = TenderKind.CHECK.value
    check = Tender(kind, rest, read.number, read.last_four, read.bank, read.payer_mark, read.micr)
    return (*draft.tenders, check)


def _cards(draft: Draft) -> RuleBrokenError | None:
    card = next((tender for tender in draft.tenders if tender.kind == TenderKind.CARD), None)
    return CardStaysError(card.reference) if card is not None else None
