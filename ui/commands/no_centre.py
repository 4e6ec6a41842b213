"""What needs a centre is said plainly: this version works stations that stand alone."""

from typing import ClassVar

import typer

from app.errors import RecordsError

ANY_WORDS = {"ignore_unknown_options": True, "allow_extra_args": True}


class NoCentreError(RecordsError):
    """The verb needs a centre, and none can be joined yet."""

    code: ClassVar[str] = "no_centre"

    def __init__(self, what: str) -> None:
        super().__init__(f"This version has no centre to {what}. Every station stands alone; nothing was changed.")


def join_refused(verbs: typer.Typer, name: str, *, what: str, tells: str) -> None:
    """Add a verb of the contract that can only say why it cannot be done; it takes whatever stands behind it."""

    def refused() -> int:
        raise NoCentreError(what)

    verbs.command(name, context_settings=ANY_WORDS, help=tells)(refused)
