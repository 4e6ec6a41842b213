"""What must not be read even with the file open stands sealed: free words, payers' names, MICR lines (DESIGN 3, Keys).

The form is looked at, never the content: no key of words or lines is needed for a verify.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from db.verify.check import Check, Seen

# Key id, then nonce, ciphertext and tag of at least one letter in base64url
_SEALED = re.compile(r"[0-9a-f]{12}\.[A-Za-z0-9_-]{39,}")
_WITH_NOTE = (
    "batch_opened", "batch_balanced", "batch_rejected", "batch_reopened", "draft_dropped", "approval_answered",
    "mail_listed", "mail_set_aside", "paper_returned",
)  # fmt: skip


class SealedCheck(Check):
    """Nothing that belongs sealed stands in the clear."""

    NAME: ClassVar[str] = "sealed"

    def sees(self) -> Mapping[str, Callable[[Seen], None]]:
        """Every kind that holds such a value."""
        return {
            **dict.fromkeys(_WITH_NOTE, self._see_note),
            "drawer_opened": self._see_approved,
            "receipt_voided": self._see_approved,
            "approval_refused": self._see_approved,
            "receipt_taken": self._see_receipt,
            "deposit_prepared": self._see_bag,
            "deposit_undone": self._see_approved,
            "batch_handed_over": self._see_approved,
            "note_added": lambda entry: self._look(entry, "note", entry.payload["words"]),
        }

    def _see_note(self, entry: Seen) -> None:
        self._look(entry, "note", entry.payload["note"])
        if entry.kind in ("draft_dropped", "mail_set_aside"):
            self._look_at_lines(entry)

    def _see_approved(self, entry: Seen) -> None:
        if entry.kind != "approval_refused":
            self._look(entry, "note", entry.payload["note"])
        if entry.payload["approval"] is not None:
            self._look(entry, "note of the approval", entry.payload["approval"]["note"])

    def _see_receipt(self, entry: Seen) -> None:
        for approval in entry.payload["approvals"]:
            self._look(entry, "note of the approval", approval["note"])
        self._look_at_lines(entry)

    def _see_bag(self, entry: Seen) -> None:
        for paper in entry.payload["checks"]:
            self._look(entry, "payer", paper["payer"])

    def _look_at_lines(self, entry: Seen) -> None:
        for line in _lines(entry):
            self._look(entry, "MICR line", line)

    def _look(self, entry: Seen, what: str, value: str) -> None:
        if value:
            is_sealed = _SEALED.fullmatch(value) is not None
            self.hold(that=is_sealed, else_say=f"{entry.place}: the {what} of this {entry.kind} is not sealed")


def _lines(entry: Seen) -> Iterator[str]:
    return (tender["micr"] for tender in entry.payload["tenders"])
