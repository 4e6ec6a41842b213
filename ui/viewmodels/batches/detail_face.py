"""What the panel says of one batch: pure words over what the books said, nothing that a blind count could lean on."""


from app.domain.batch_state import BatchState
from app.domain.count import needs_reason
from app.domain.day_totals import all_classes, compared, may_see_sums
from app.domain.difference import Finding, Suspect, SuspectKind
from app.domain.drawer_limit import AboveLimit
from app.domain.facts.batches import TenderResult
from app.domain.records import BatchRecord, ReceiptRecord
from app.domain.user import Deed, User
from app.frozen import frozen
from ui.viewmodels.batches import words
from ui.viewmodels.batches.custody_face import Told, custody_facts, handed_facts, limit_facts
from ui.viewmodels.batches.words import BadgeShown
from ui.viewmodels.session import Sitting


@frozen
class ClassRow:
    """One tender class: words and amounts; `tone` of the difference is `risk`, or `ink3` for zero."""

    words: str
    expected: str
    counted: str
    difference: str
    tone: str


@frozen
class SuspectShown:
    """One explanation of the difference; `receipt` can be opened where there is one."""

    words: str
    explains: str
    evidence: str
    receipt: str


@frozen
class Detail:
    """Everything the panel says of a batch; `is_blind` when its own cashier looks."""

    batch: str
    cashier: str
    state: BatchState
    badge: BadgeShown
    is_blind: bool
    rows: tuple[ClassRow, ...]
    total: ClassRow | None
    facts: tuple[tuple[str, str], ...]
    swap: str
    suspects: tuple[SuspectShown, ...]
    unexplained: str
    clear: tuple[str, ...]
    note: str
    who_else: str
    needs_reason: bool
    can_accept: bool
    can_reopen: bool
    has_report: bool
    open_voids: int
    can_surprise: bool
    can_reassign: bool
    is_mine: bool
    has_drawer: bool
    has_paper: bool


@frozen
class DetailRead:
    """What the books said of one batch at one moment; deeds are done on exactly this."""

    batch: BatchRecord
    receipts: tuple[ReceiptRecord, ...]
    finding: Finding
    users: tuple[User, ...]
    place: str
    zone: str
    tolerance: int
    custody: tuple[Told, ...] = ()
    has_paper: bool = False
    above: tuple[AboveLimit, ...] = ()


def detail_of(read: DetailRead, sitting: Sitting) -> Detail:
    """What a supervisor, or the batch's own cashier, may see of it."""
    batch, user = read.batch, sitting.user
    is_blind = not may_see_sums(batch, user.user)
    found = () if is_blind else compared(batch)
    takers = {*batch.holders, *(count.by for count in batch.counts[-1:])}
    is_counted = batch.state is BatchState.COUNTED
    is_open, is_balanced = batch.state is BatchState.OPEN, batch.state is BatchState.BALANCED
    looks = not is_blind and batch.state is not BatchState.BALANCED and bool(found)
    return Detail(
        batch=batch.batch,
        cashier=sitting.name_of(batch.cashier),
        state=batch.state,
        badge=words.own_badge(batch.state) if is_blind else words.badge(batch.state),
        is_blind=is_blind,
        rows=tuple(_class_row(result) for result in found),
        total=_class_row(all_classes(found)) if found else None,
        facts=_facts(read, sitting),
        swap=_swap_words(read.finding) if looks else "",
        suspects=_suspects(read.finding) if looks else (),
        unexplained=_unexplained(read.finding) if looks else "",
        clear=read.finding.clear if looks and any(result.over or result.short for result in found) else (),
        note=_note(batch, sitting),
        who_else=_who_else(read) if is_counted and user.user in takers else "",
        needs_reason=needs_reason(found, tolerance=read.tolerance),
        can_accept=is_counted and user.may(Deed.BALANCE_BATCH) and user.user not in takers,
        can_reopen=is_balanced and user.may(Deed.REOPEN_BATCH) and user.user not in batch.holders,
        has_report=bool(batch.counts) and batch.state is not BatchState.OPEN and not is_blind,
        open_voids=len(batch.open_approvals),
        can_surprise=is_open and batch.drawer and user.user not in batch.holders and user.may(Deed.SURPRISE_COUNT),
        can_reassign=is_open and user.user != batch.cashier and user.may(Deed.REASSIGN_BATCH),
        is_mine=is_open and user.user == batch.cashier,
        has_drawer=batch.drawer,
        has_paper=read.has_paper,
    )


def _class_row(result: TenderResult) -> ClassRow:
    differs = bool(result.over or result.short)
    both = f"+{words.amount(result.over)} {words.amount(-result.short)}"
    return ClassRow(
        words=words.class_words(result.tender),
        expected=words.amount(result.expected),
        counted=words.amount(result.counted),
        difference=both if result.over and result.short else words.difference(result),
        tone="risk" if differs else "ink3",
    )


def _facts(read: DetailRead, sitting: Sitting) -> tuple[tuple[str, str], ...]:
    batch, tr = read.batch, words.tr
    starting = words.amount(batch.starting_cash.total.cents)
    numbers = ", ".join((
        str(batch.receipts),
        words.counted(batch.voids, tr("void"), tr("voids")),
        words.counted(batch.no_sales, tr("no-sale"), tr("no-sales")),
    ))  # fmt: skip
    facts = [
        (tr("Opened"), f"{words.moment(batch.opened_at, read.zone)}, {tr('starting cash')} {starting}"),
        (tr("Receipts"), numbers),
    ]
    if batch.turned_in:
        facts.append((tr("Turned in"), words.amount(batch.turned_in)))
    if may_see_sums(batch, sitting.user.user):
        facts += limit_facts(read.above, read.zone)
    told = custody_facts if may_see_sums(batch, sitting.user.user) else handed_facts
    facts += told(read.custody, sitting, read.zone)
    if batch.counts:
        count = batch.counts[-1]
        by = f"{sitting.name_of(count.by)}, {words.moment(count.at, read.zone)}"
        facts.append((tr("Count {n}").format(n=count.count_no), by))
    if batch.balanced_by:
        by = f"{sitting.name_of(batch.balanced_by)}, {words.moment(batch.balanced_at, read.zone)}"
        facts.append((tr("Accepted"), by))
    if batch.balance_reason:
        facts.append((tr("Reason"), batch.balance_reason))
    if batch.state is BatchState.BALANCED:
        facts.append((tr("Bag"), batch.deposit or tr("not in a bag yet")))
        facts.append((tr("Posting file"), str(batch.posting_file_no) if batch.posting_file_no else tr("not yet")))
    return tuple(facts)


def _swap_words(finding: Finding) -> str:
    pairs: dict[str, dict[bool, Suspect]] = {}
    for suspect in finding.suspects:
        if suspect.kind is SuspectKind.SWAP:
            pairs.setdefault(suspect.sentence, {})[suspect.explains > 0] = suspect
    return " ".join(
        words.tr("{over} over, {short} short by {amount}: a swap.").format(
            over=words.class_words(pair[True].tender), short=words.class_words(pair[False].tender).lower(),
            amount=words.amount(pair[True].explains),
        )
        for pair in pairs.values()
        if len(pair) > 1
    )  # fmt: skip


def _suspects(finding: Finding) -> tuple[SuspectShown, ...]:
    shown: dict[str, SuspectShown] = {}
    for suspect in finding.suspects:
        explains = words.amount(abs(suspect.explains))
        shown.setdefault(
            suspect.sentence, SuspectShown(words.suspect(suspect.kind), explains, suspect.sentence, suspect.receipt)
        )
    return tuple(shown.values())


def _unexplained(finding: Finding) -> str:
    return " ".join(
        words.tr("{kind}: {amount} has no explanation here.").format(
            kind=words.class_words(kind), amount=words.amount(abs(cents))
        )
        for kind, cents in finding.unexplained
    )


def _note(batch: BatchRecord, sitting: Sitting) -> str:
    tr = words.tr
    if batch.open_approvals:
        waiting = words.counted(len(batch.open_approvals), tr("void waits"), tr("voids wait"))
        return tr("{waiting} for an answer. Approve or refuse first.").format(waiting=waiting)
    if batch.state is BatchState.REJECTED:
        by = sitting.name_of(batch.back_by)
        return tr("Sent back by {name}: {reason}. Waits for a recount.").format(name=by, reason=batch.back_reason)
    if batch.state is BatchState.OPEN and batch.back_reason:
        by = sitting.name_of(batch.back_by)
        return tr("Reopened by {name}: {reason}. To be counted again.").format(name=by, reason=batch.back_reason)
    return tr("Takes receipts. It is compared after its count.") if batch.state is BatchState.OPEN else ""


def _who_else(read: DetailRead) -> str:
    takers = {*read.batch.holders, read.batch.counts[-1].by}
    able = [one.name for one in read.users if one.may(Deed.BALANCE_BATCH) and one.user not in takers]
    who = words.names(able) if able else words.tr("another supervisor")
    return words.tr("You took or counted this money, so somebody else accepts it: {who}.").format(who=who)
