"""Tenders: what a customer pays with, and what each class may do (feature C1, T2)."""

from enum import StrEnum

from app.frozen import frozen

NOT_PRESENT = "card not present"
"""Stands where a check has its bank: the card was told by phone or letter, not seen (C1, source PHON)."""


class TenderKind(StrEnum):
    """The tender classes of the first day; each is counted and compared on its own (R31)."""

    CASH = "cash"
    CHECK = "check"
    MONEY_ORDER = "money_order"
    CARD = "card"

    @property
    def word(self) -> str:
        """As screens and paper say it."""
        return {"cash": "Cash", "check": "Check", "money_order": "Money order", "card": "Card"}[self.value]

    @property
    def gives_change(self) -> bool:
        """Only cash gives change (R12: checks are never cashed)."""
        return self is TenderKind.CASH

    @property
    def opens_drawer(self) -> bool:
        """Whether the box must open to take it in (E8)."""
        return self is not TenderKind.CARD

    @property
    def is_deposited(self) -> bool:
        """Whether it travels in the bag; cards settle by themselves."""
        return self is not TenderKind.CARD

    @property
    def is_safe_on_cash_only(self) -> bool:
        """A cash-only account refuses checks; everything else is good funds (R16)."""
        return self is not TenderKind.CHECK


@frozen
class Tender:
    """One tender on a receipt. Never a PAN, track, CVV or card PIN (R19).

    `reference` is the check or money order number, or the terminal's approval code; `last_four` the last digits of
    the card or bank account; `bank` the check's, or `NOT_PRESENT` for a card told by phone; `payer_mark` the keyed
    hash of routing and account; `micr` the sealed line as read, empty when the number was keyed.
    """

    kind: str
    amount_tendered: int
    reference: str = ""
    last_four: str = ""
    bank: str = ""
    payer_mark: str = ""
    micr: str = ""
