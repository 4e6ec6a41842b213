"""Drop unfinished work: with tenders in it only with a reason, and that is an entry (DESIGN section 3)."""


from app.domain.batch_rules import check_reason
from app.domain.draft import CardStaysError
from app.domain.entry import EntryRef
from app.domain.facts.receipts import DraftDropped
from app.domain.rights import check_right
from app.domain.setting_codes import CodeTable
from app.domain.tender import TenderKind
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.drafts import DraftInUseError, kept_draft
from app.usecases.free_words import kept_reason
from app.usecases.proposed_date import proposed_date


@frozen
class DropRequest:
    """`cards_reversed`: the cashier reversed every card of it on the terminal."""

    by: str
    draft: str
    reason: str = ""
    cards_reversed: bool = False


@frozen
class DropDraft:
    """Wipes the work; what was tendered stays readable in the journal."""

    books: Books

    def __call__(self, request: DropRequest) -> EntryRef | None:
        """Drop it; the entry, or None when nothing had been tendered.

        Raises:
            DraftUnknownError, DraftInUseError, DraftUnreadableError.
            ReasonMissingError: there are tenders in it.
            CardStaysError: an approved card that nobody reversed.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.DROP_DRAFT, asked=request.by)
            kept = kept_draft(deed, request.draft)
            if kept.user != request.by and not kept.parked:
                raise DraftInUseError(user=kept.user, lane=kept.lane)
            card = next((tender for tender in kept.tenders if tender.kind == TenderKind.CARD), None)
            if card is not None and not request.cards_reversed:
                raise CardStaysError(card.reference)
            ref = None
            if kept.tenders or kept.reads:
                told = check_reason(request.reason, what="Dropping work with money in it")
                policy = deed.policy(proposed_date(deed, deed.now()))
                reason, note = kept_reason(deed, told, listed=policy.listed(CodeTable.DROP))
                accounts = tuple(line.account for line in kept.lines)
                ref = deed.append(DraftDropped(kept.draft, kept.lane, reason, accounts, kept.tenders, note))
            deed.wipe_draft(kept.draft)
        return ref
