"""The deposit slip: what is in the bag, piece by piece, and through whose hands it goes (R35, R37, R39, H9)."""

from collections.abc import Mapping
from datetime import tzinfo

from app.domain.facts.deposits import DepositCheck, DepositPrepared
from app.domain.records import DepositRecord
from app.domain.tender import TenderKind
from app.settings.policy import Policy
from receipts.layouts import wording
from receipts.layouts.sheet_parts import denominations, sheet
from receipts.sheet import Column, Facts, Figures, Note, Section, Sheet, SignLines, StampBox, Table


def deposit_slip(
    deposit: DepositRecord,
    prepared: DepositPrepared,
    *,
    policy: Policy,
    names: Mapping[str, str],
    zone: tzinfo,
    practice: bool,
) -> Sheet:
    """The slip that travels in the bag; `prepared` is the entry that made the deposit.

    Raises:
        ValueError: the entry is of another deposit, or currency, coin and checks are not the bag's total (R37).
    """
    if prepared.deposit != deposit.deposit:
        raise ValueError(f"deposit {deposit.deposit} was not prepared by the entry of {prepared.deposit}")
    if prepared.currency + prepared.coin + _sum(prepared.checks) != prepared.total:
        raise ValueError(f"deposit {deposit.deposit} does not add up to its total")
    sections = (
        *_taken_apart(deposit, names, zone),
        Section("", (_header(deposit), _batches(deposit), _sums(prepared))),
        Section("Cash", (_cash(prepared),)),
        *_papers("Checks", prepared.checks, TenderKind.CHECK),
        *_papers("Money orders", prepared.checks, TenderKind.MONEY_ORDER),
        Section("Through whose hands", _hands(deposit, names, zone), keep=True),
    )
    return sheet(policy, title="Deposit slip", number=deposit.deposit, practice=practice, sections=sections)


def _taken_apart(deposit: DepositRecord, names: Mapping[str, str], zone: tzinfo) -> tuple[Section, ...]:
    if not deposit.is_undone:
        return ()
    who = f"{wording.person(names, deposit.undone_by)} and {wording.person(names, deposit.undone_with)}"
    words = f"by {who}, {wording.moment(deposit.undone_at, zone)}: {deposit.undone_reason}."
    note = Note(f"Taken apart {words} The bag number is not used again.")
    return (Section("TAKEN APART, not for the bank", (note,)),)


def _sum(checks: tuple[DepositCheck, ...]) -> int:
    return sum(check.cents for check in checks)


def _of(checks: tuple[DepositCheck, ...], kind: TenderKind) -> tuple[DepositCheck, ...]:
    return tuple(check for check in checks if check.tender == kind)


def _header(deposit: DepositRecord) -> Facts:
    return Facts(
        (
            ("Bank", deposit.bank),
            ("Bag number", deposit.bag),
            ("Business date", wording.business_day(deposit.business_date)),
        )
    )


def _batches(deposit: DepositRecord) -> Facts:
    return Facts((("Batches in this bag", ", ".join(deposit.batches)),), across=1)


def _sums(prepared: DepositPrepared) -> Figures:
    checks, orders = _of(prepared.checks, TenderKind.CHECK), _of(prepared.checks, TenderKind.MONEY_ORDER)
    return Figures(
        (
            ("Currency", wording.dollars(prepared.currency), ""),
            ("Coin", wording.dollars(prepared.coin), ""),
            ("Checks", wording.dollars(_sum(checks)), _items(len(checks))),
            ("Money orders", wording.dollars(_sum(orders)), _items(len(orders))),
            ("Total in the bag", wording.dollars(prepared.total), ""),
        )
    )


def _items(count: int) -> str:
    return "1 item" if count == 1 else f"{count} items"


def _cash(prepared: DepositPrepared) -> Table:
    columns = (Column("Denomination"), Column("Pieces", True), Column("Amount", True))
    totals = (
        ("Currency", "", wording.dollars(prepared.currency)),
        ("Coin", "", wording.dollars(prepared.coin)),
    )
    return Table(columns, denominations(prepared.cash), totals, is_narrow=True)


def _papers(heading: str, checks: tuple[DepositCheck, ...], kind: TenderKind) -> tuple[Section, ...]:
    papers = _of(checks, kind)
    if not papers:
        return ()
    columns = (
        Column("No.", True), Column("Payer", share=3), Column("Number"), Column("Receipt"), Column("Amount", True),
    )  # fmt: skip
    rows = tuple(
        (str(n), paper.payer, paper.number, paper.receipt, wording.figure(paper.cents))
        for n, paper in enumerate(papers, 1)
    )
    total = ("", heading, "", _items(len(papers)), wording.dollars(_sum(papers)))
    return (Section(heading, (Table(columns, rows, (total,)),)),)


def _hands(deposit: DepositRecord, names: Mapping[str, str], zone: tzinfo) -> tuple[Facts | SignLines | StampBox, ...]:
    return (
        Facts(
            (
                ("Prepared by", _signed(names, deposit.prepared_by, deposit.prepared_at, zone)),
                ("Verified by", _signed(names, deposit.verified_by, deposit.verified_at, zone)),
            ),
            across=2,
        ),
        SignLines(("Prepared by, signature", "Verified by, signature")),
        SignLines(("Courier, name and signature", "Picked up, date and time")),
        StampBox("Bank validation stamp"),
    )


def _signed(names: Mapping[str, str], user: str, at: str, zone: tzinfo) -> str:
    return f"{wording.person(names, user)}, {wording.moment(at, zone)}" if user else "not verified yet"
