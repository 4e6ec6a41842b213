"""The recovery sheet: what stands on the one paper that opens a station's backups, before anybody decides where."""

from dataclasses import dataclass


@dataclass(frozen=True, repr=False)
class RecoverySheet:
    """Head, facts, the words in order, what the QR code holds, what to do, and lines to sign.

    Secret: it is printed and shown, and never stored, logged or sent.
    """

    issuer: str
    title: str
    number: str
    warning: str
    facts: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    qr_text: str
    qr_caption: str
    steps: tuple[str, ...]
    sign: tuple[str, ...]

    def __repr__(self) -> str:
        return f"RecoverySheet({self.number})"
