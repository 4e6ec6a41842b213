"""What a tender must carry before it is accepted, and what it may never carry (features C1, C5, D1; R19)."""

import re
from typing import ClassVar

from app.domain.money import Money
from app.domain.tender import Tender, TenderKind
from app.errors import RuleBrokenError

REFERENCE_LIMIT = 20
BANK_LIMIT = 40
CARD_DIGITS_MIN = 13
_DIGIT_RUN = r"\d(?:[ -]?\d){12,18}"
_NEEDS_REFERENCE = {
    TenderKind.CHECK: "the check's number",
    TenderKind.MONEY_ORDER: "the money order's number",
    TenderKind.CARD: "the terminal's approval code",
}


class TenderUnfinishedError(RuleBrokenError):
    """A tender lacks its amount, number or code."""

    code: ClassVar[str] = "tender_unfinished"

    def __init__(self, *, kind: TenderKind, missing: str) -> None:
        super().__init__(f"{kind.word} is not complete. Type {missing}.")
        self.kind = kind


class CardNumberRefusedError(RuleBrokenError):
    """A field holds what looks like a whole card number (R19); the number itself is kept nowhere, not even here."""

    code: ClassVar[str] = "card_number_refused"

    def __init__(self) -> None:
        super().__init__("That looks like a whole card number. It is not kept. Type the approval code and last four.")


class TenderTextTooLongError(RuleBrokenError):
    """A tender's reference or bank is longer than any real one."""

    code: ClassVar[str] = "tender_text_too_long"

    def __init__(self, *, what: str, limit: int) -> None:
        super().__init__(f"The {what} is longer than {limit} characters. Look again at the item and type it shorter.")


def check_tender(tender: Tender) -> None:
    """Whether the tender may stand on a receipt.

    Raises:
        ValueError: an unknown kind.
        TenderUnfinishedError: amount, number, approval code or last four is missing.
        CardNumberRefusedError: some field looks like a card number (13 to 19 digits that pass Luhn).
        TenderTextTooLongError: reference or bank is too long.
    """
    kind = TenderKind(tender.kind)
    if tender.amount_tendered <= 0:
        raise TenderUnfinishedError(kind=kind, missing="its amount")
    if any(holds_card_number(text) for text in (tender.reference, tender.last_four, tender.bank)):
        raise CardNumberRefusedError
    if kind in _NEEDS_REFERENCE and not tender.reference.strip():
        raise TenderUnfinishedError(kind=kind, missing=_NEEDS_REFERENCE[kind])
    if kind is TenderKind.CARD and not (tender.last_four.isascii() and tender.last_four.isdigit()
                                        and len(tender.last_four) == 4):
        raise TenderUnfinishedError(kind=kind, missing="the card's last four digits")
    if len(tender.reference) > REFERENCE_LIMIT:
        raise TenderTextTooLongError(what="number", limit=REFERENCE_LIMIT)
    if len(tender.bank) > BANK_LIMIT:
        raise TenderTextTooLongError(what="bank's name", limit=BANK_LIMIT)


def refused_on_cash_only(tender: Tender) -> bool:
    """Whether a cash-only account refuses it: checks, however the line was read (R16, C4)."""
    return not TenderKind(tender.kind).is_safe_on_cash_only


def holds_card_number(text: str) -> bool:
    """Whether 13 to 19 digits in a row, spaces and dashes apart, pass the Luhn test (R19)."""
    if len(text) < CARD_DIGITS_MIN:
        return False
    return any(_passes_luhn(match.group()) for match in re.finditer(_DIGIT_RUN, text))


def money_in_words(tender: Tender) -> str:
    """`Check 1042 150.00`: how a refusal names a tender."""
    reference = f" {tender.reference}" if tender.reference else ""
    return f"{TenderKind(tender.kind).word}{reference} {Money(tender.amount_tendered)}"


def _passes_luhn(run: str) -> bool:
    digits = [int(sign) for sign in run if sign.isdigit()]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
