"""The four exit codes of every verb, and which one a refusal has (DESIGN section 9)."""

from enum import IntEnum

from app.errors import CityTillError, InputError


class ExitCode(IntEnum):
    """The contract with scripts."""

    DONE = 0
    CHECK_FAILED = 1
    BAD_INPUT = 2
    NOT_NOW = 3


def exit_code(error: CityTillError) -> ExitCode:
    """2 for what was put in, 3 for what cannot be done now; nothing changed in either case."""
    return ExitCode.BAD_INPUT if isinstance(error, InputError) else ExitCode.NOT_NOW
