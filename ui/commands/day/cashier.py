"""The cashier of a scripted day: scans the stub, takes the tenders, answers what the till asks, finishes."""

from dataclasses import dataclass, field

from app.domain.draft import Draft, DraftLine
from app.domain.facts.base import Approval
from app.domain.facts.receipts import KeyedAnswer
from app.domain.print_plan import PrintPlan
from app.domain.reasons import OVERRIDE_REASONS
from app.domain.receipt_rules import CashOnlyError, OverLimitError, SameCheckError, SamePaymentError
from app.domain.scan_line import ScanKind, read_scan
from app.domain.tender import Tender, TenderKind
from app.domain.user import Deed
from app.frozen import frozen
from app.interchange.practice.dice import Dice
from app.usecases.payment_checks import AccountUnknownError
from app.usecases.recall_draft import RecallRequest
from app.usecases.take_payment import PaymentRequest, PaymentTaken
from ui.commands.day.checks import fed, written
from ui.commands.day.customers import Account, Visit, Way
from ui.commands.day.paying import Asked, asked_of, card_of, carried, cash_for, money_order_of
from ui.commands.day.place import Place
from ui.commands.day.tally import Tally
from ui.compose.paper import receipt_paper

YES = "Y"
SCAN_S, TENDER_S = 4, 6


@frozen
class Taken:
    """A receipt as the cashier remembers it."""

    payment: PaymentTaken
    draft: Draft


@dataclass
class Cashier:
    """Works one batch; `taken` and `papers` are in the order of the receipts."""

    place: Place
    batch: str
    day: int
    dice: Dice
    tally: Tally
    taken: list[Taken] = field(default_factory=list)
    papers: list[PrintPlan] = field(default_factory=list)
    refused: int = 0

    def serve(self, visit: Visit) -> Draft:
        """One customer from stub to tenders; the draft is kept after every step, as the till keeps it."""
        draft = Draft(f"{self.batch}.{visit.n}", self.place.cast.cashier, visit.lane)
        asked = []
        for account in visit.accounts:
            found = self._scanned(account, visit.way)
            asked.append(found)
            line = DraftLine(
                found.account.key, found.account.number, found.account.name, found.account.address, found.proposed
            )
            draft = self._keep(draft.with_line(line), SCAN_S)
        for found in asked:
            draft = draft.accepting(found.account.key, found.cents)
        for tender in self._tenders(visit, asked):
            draft = self._keep(draft.with_tender(tender), TENDER_S)
        return draft

    def finish(self, draft: Draft) -> PaymentTaken:
        """Post it; what the till asks is answered as a careful cashier would, with the supervisor where one must."""
        approvals: tuple[Approval, ...] = ()
        while True:
            request = PaymentRequest(draft.user, self.batch, draft, approvals)
            try:
                payment = self.place.do(lambda deeds, request=request: deeds.take_payment(request))  # type: ignore[misc]
            except (SamePaymentError, SameCheckError) as warning:
                draft = self._keep(draft.answering(KeyedAnswer(warning.code, warning.receipt, YES)), TENDER_S)
            except CashOnlyError:
                self.refused += 1
                if self.refused % 2:
                    draft = self._cash_instead(draft)
                else:
                    approvals += (self._approved(Deed.OVERRIDE_CASH_ONLY, _checks(draft)),)
            except OverLimitError as refusal:
                approvals += (self._approved(Deed.OVER_LIMIT, refusal.cents),)
            else:
                return self._remember(payment, draft)

    def park(self, draft: Draft) -> None:
        """F11: the customer looks for a stub, the next one comes first."""
        self.place.do(lambda deeds: deeds.save_draft(draft, parked=True))

    def recall(self, draft: Draft) -> Draft:
        """F11 again."""
        request = RecallRequest(self.place.cast.cashier, draft.draft)
        return self.place.do(lambda deeds: deeds.recall_draft(request))

    def _scanned(self, account: Account, way: Way) -> Asked:
        """The stub through the scanner, and what the books say of it."""
        place = self.place
        place.bench.scanner.scan(account.stub or account.number)
        scan = read_scan(place.ears.next_scan())
        key = place.ask(lambda books: books.account_by_stub(scan.digits)) if scan.kind is ScanKind.DIGITS else None
        standing = place.ask(lambda books: books.standing(key or account.key))
        if standing is None:
            raise AccountUnknownError(account.number)
        return asked_of(standing, way, place.policy, place.business_date, self.dice)

    def _tenders(self, visit: Visit, asked: list[Asked]) -> tuple[Tender, ...]:
        total = sum(one.cents for one in asked)
        match carried(total, visit.way):
            case Way.CASH | Way.PART | Way.TO_STAY_ON:
                return (cash_for(total, exact=True, dice=self.dice),)
            case Way.CASH_AND_CHANGE:
                return (cash_for(total, exact=False, dice=self.dice),)
            case Way.CARD:
                return (card_of(total, self.dice),)
            case Way.MONEY_ORDER:
                return (money_order_of(total, self.dice),)
            case Way.CHECK_AND_CASH if total > asked[0].cents:
                first = self._check(visit, asked[0], asked[0].cents)
                return (first, cash_for(total - asked[0].cents, exact=False, dice=self.dice))
            case Way.CARD_AND_CASH if total > 1_000:
                return (card_of(total // 2, self.dice), cash_for(total - total // 2, exact=True, dice=self.dice))
            case _:
                return (self._check(visit, asked[0], total),)

    def _check(self, visit: Visit, asked: Asked, cents: int) -> Tender:
        check = written(asked.account, cents, n=visit.n, day=self.day)
        return fed(self.place, check, cents, readable=visit.way is not Way.UNREADABLE_CHECK)

    def _keep(self, draft: Draft, seconds: int) -> Draft:
        self.place.wait(seconds)
        return self.place.do(lambda deeds: deeds.save_draft(draft))

    def _cash_instead(self, draft: Draft) -> Draft:
        """The check is handed back."""
        place = next(n for n, tender in enumerate(draft.tenders) if tender.kind == TenderKind.CHECK)
        without = draft.without_tender(place)
        return self._keep(without.with_tender(cash_for(without.still_to_pay, exact=False, dice=self.dice)), TENDER_S)

    def _approved(self, deed: Deed, cents: int) -> Approval:
        return self.place.approval(deed, cents=cents, reason=OVERRIDE_REASONS[0])

    def _remember(self, payment: PaymentTaken, draft: Draft) -> PaymentTaken:
        self.taken.append(Taken(payment, draft))
        self.tally.take(draft.tenders, payment.change)
        paper = self.place.ask(lambda books: receipt_paper(books, payment.receipt))
        if paper is not None:
            self.papers.append(paper)
        return payment


def _checks(draft: Draft) -> int:
    return sum(tender.amount_tendered for tender in draft.tenders if tender.kind == TenderKind.CHECK)
