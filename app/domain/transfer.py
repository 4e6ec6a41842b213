"""Postings as transfers: one debit account, one credit account, a positive amount (DESIGN section 3)."""

from app.frozen import frozen

SAFE = "safe"
OVER = "over"
SHORT = "short"
CARD_RECEIVABLE = "card_receivable"
SUSPENSE = "suspense"
ROUNDING = "rounding"


@frozen
class Transfer:
    """Moves `cents` (> 0) from the credit account to the debit account."""

    debit: str
    credit: str
    cents: int

    def __post_init__(self) -> None:
        if self.cents <= 0:
            raise ValueError(f"a transfer moves a positive amount, not {self.cents}")

    def reversed(self) -> "Transfer":
        """The same amount back."""
        return Transfer(self.credit, self.debit, self.cents)


def drawer(station: str, tender: str) -> str:
    """What lies in a station's drawer, by tender class; card slips are not money in it."""
    return f"drawer:{station}:{tender}"


def clearing(batch: str) -> str:
    """Zero after every receipt."""
    return f"clearing:{batch}"


def paid(account_key: str, bucket: str) -> str:
    """Money received for one bucket of one customer account."""
    return f"paid:{account_key}:{bucket}"


def revenue(ledger_account: str) -> str:
    """Money received for one account of the city's ledger (B8)."""
    return f"revenue:{ledger_account}"


def in_transit(bank: str) -> str:
    """On its way to the bank in a bag."""
    return f"in_transit:{bank}"
