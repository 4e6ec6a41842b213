"""PINs in a cashier's words: is this the person, and how often was it wrong (R44)."""

from typing import Protocol

from app.domain.pin_lock import PinTries


class Pins(Protocol):
    """Verifiers and wrong tries of this station; both survive a restart (work_ rows, never the journal).

    `verify` takes tens of milliseconds on purpose; it is called on the writer's thread or on none that paints.
    """

    def has_pin(self, user: str) -> bool:
        """Whether a PIN was ever set for the user."""
        ...

    def verify(self, user: str, pin: str) -> bool:
        """Whether the PIN is the user's; an unknown user takes as long as a wrong PIN."""
        ...

    def set_pin(self, user: str, pin: str) -> None:
        """Keep a new verifier, durably; the PIN itself is kept nowhere."""
        ...

    def tries(self, user: str) -> PinTries:
        """Wrong tries in a row, durable; none for a user never seen."""
        ...

    def keep_tries(self, user: str, tries: PinTries) -> None:
        """Store the tries durably before it returns, so that a power cut gives no free try."""
        ...
