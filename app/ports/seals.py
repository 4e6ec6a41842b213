"""Sealed values: MICR lines and bank numbers are kept so that only a logged deed opens them (DESIGN section 3)."""

from typing import Protocol


class Seals(Protocol):
    """The key ring of this station; a purpose is `micr`, `bank`, `payer`, `text`."""

    def seal(self, purpose: str, plain: str) -> str:
        """The sealed text, safe in drafts and in the journal."""
        ...

    def unseal(self, sealed: str) -> str:
        """The plain text.

        Raises:
            RecordsError: the key of that month is not here, or the value was tampered with.
        """
        ...

    def payer_mark(self, *, routing: str, account: str) -> str:
        """`HMAC(tenant mark key, routing|account)`: equality without opening."""
        ...
