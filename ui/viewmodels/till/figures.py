"""The money column: what is to pay, what was given, and what is still to pay or goes back; amounts as text."""


from app.domain.change import suggested_pieces
from app.domain.draft import Draft
from app.domain.tender import Tender, TenderKind
from app.frozen import frozen
from ui.viewmodels.till.words import amount, pieces, tender_icon, tender_words, tr


@frozen
class TenderWord:
    """One tender of the list."""

    icon: str
    words: str
    amount: str
    second: str


@frozen
class Figures:
    """`owing` or `change` stands in the great place, never both; both empty on an empty receipt."""

    to_pay: str
    note: str
    tenders: tuple[TenderWord, ...]
    owing: str
    change: str
    pieces: tuple[tuple[int, str], ...]


def figures_of(draft: Draft, *, check_approver: str = "") -> Figures:
    """The column for work with every shown amount in it; `check_approver` let a check pass on a cash-only account."""
    tenders = tuple(_tender(tender, check_approver) for tender in draft.tenders)
    if not draft.lines:
        return Figures("", "", tenders, "", "", ())
    count = len(draft.lines)
    one, many = (tr("{n} line"), tr("{n} lines")) if any(line.misc for line in draft.lines) else (
        tr("{n} account"), tr("{n} accounts"))
    note = _with_pennies((one if count == 1 else many).format(n=count), draft)
    if draft.obstacle is not None:
        return Figures(amount(draft.to_pay), note, tenders, amount(draft.still_to_pay), "", ())
    change = draft.checked_change()
    return Figures(amount(draft.to_pay), note, tenders, "", amount(change), pieces(suggested_pieces(change)))


def _with_pennies(note: str, draft: Draft) -> str:
    """What cash has to cover without pennies, or what it was rounded by (T9)."""
    if draft.rounded:
        rounded = tr("rounded up {amount}") if draft.rounded > 0 else tr("rounded down {amount}")
        return f"{note}, {rounded.format(amount=amount(abs(draft.rounded)))}"
    if draft.still_in_cash != draft.still_to_pay:
        return f"{note}, {tr('in cash {amount}').format(amount=amount(draft.still_in_cash))}"
    return note


def opens_drawer(draft: Draft) -> bool:
    """Whether finishing opens the box (E8)."""
    return any(TenderKind(tender.kind).opens_drawer for tender in draft.tenders)


def _tender(tender: Tender, check_approver: str) -> TenderWord:
    kind = TenderKind(tender.kind)
    parts = []
    if kind is TenderKind.CHECK and tender.last_four:
        parts.append(f"{tender.bank} ··{tender.last_four}".strip())
    if kind is TenderKind.CHECK and check_approver:
        parts.append(tr("approved by {name}").format(name=check_approver))
    if kind is TenderKind.CARD:
        parts.append(tr("approval {code}").format(code=tender.reference))
    second = ", ".join(parts)
    return TenderWord(tender_icon(tender.kind), tender_words(tender), amount(tender.amount_tendered),
                      second[:1].upper() + second[1:])
