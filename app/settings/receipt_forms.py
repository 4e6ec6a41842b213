"""Copies, header and trailer of receipts by what was paid and with what (E2, E5), and what a check's back says (R11).

A receipt takes the words of every form that it matches: a check for a utility account those of both. The largest
number of copies counts.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from app.domain.facts.receipts import PaidLine
from app.domain.tender import Tender, TenderKind
from app.frozen import frozen
from app.settings.policy import ENDORSEMENT, RECEIPT_FORMS, RECEIPT_HEADER, RECEIPT_SETTINGS, Policy

ACCOUNT, MISC = "account", "misc"
COPIES_LIMIT = 4
WORDS_LIMIT = 240
FIRST_ENDORSEMENT = "FOR DEPOSIT ONLY"


@frozen
class ReceiptForm:
    """What one receipt takes; `copies` counts the customer's own."""

    copies: int
    headers: tuple[str, ...]
    trailers: tuple[str, ...]


def form_for(policy: Policy, lines: Iterable[PaidLine], tenders: Iterable[Tender]) -> ReceiptForm:
    """The form of a receipt with these lines and tenders."""
    named = {TenderKind(tender.kind).value for tender in tenders}
    named |= set(chain.from_iterable(_payments(line) for line in lines))
    forms = [form for form in RECEIPT_FORMS if form in named]
    written = dict(policy.receipts)
    headers = [written.get(RECEIPT_HEADER, ""), *(written.get(f"receipt_header_{form}", "") for form in forms)]
    trailers = [policy.receipt_trailer, *(written.get(f"receipt_trailer_{form}", "") for form in forms)]
    copies = [written.get(f"receipt_copies_{form}", 1) for form in forms]
    return ReceiptForm(max([1, *copies]), _each_once(headers), _each_once(trailers))


def endorsement(policy: Policy) -> str:
    """What is printed on a check's back."""
    return str(dict(policy.receipts).get(ENDORSEMENT, FIRST_ENDORSEMENT))


def first_form_value(name: str) -> Any:
    """What a setting of receipts says before anybody wrote it."""
    if name == ENDORSEMENT:
        return FIRST_ENDORSEMENT
    return 1 if name.startswith("receipt_copies_") else ""


def form_fault(name: str, value: Any) -> str:
    """Why the value cannot be written; empty when it can."""
    if name not in RECEIPT_SETTINGS:
        return "there is no such setting. Pick one from the list."
    if name.startswith("receipt_copies_"):
        whole = type(value) is int and 1 <= value <= COPIES_LIMIT
        return "" if whole else f"it takes a whole number from 1 to {COPIES_LIMIT}."
    if not isinstance(value, str) or len(value) > WORDS_LIMIT:
        return f"it takes text of at most {WORDS_LIMIT} characters."
    return "it must not be empty." if name == ENDORSEMENT and not value.strip() else ""


def _payments(line: PaidLine) -> tuple[str, ...]:
    return (ACCOUNT,) if line.is_account else (MISC,) if line.is_misc else ()


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in words if text.strip()))
