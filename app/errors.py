"""The roots of every refusal CityTill can give; the window and the command line tell them apart by kind.

Each case is a small class beside the code that raises it, with typed fields, a stable `code` and its own
sentence: what happened, and what to do next (STYLE section 6).
"""

from typing import ClassVar


class CityTillError(Exception):
    """Something went wrong that a person can be told in one sentence."""

    code: ClassVar[str] = "error"

    def sentence(self) -> str:
        """What happened and what to do, in a cashier's words."""
        return str(self)


class RuleBrokenError(CityTillError):
    """A rule of cashiering refuses the deed; the cashier can do something else."""

    code: ClassVar[str] = "rule"


class DeviceFaultError(CityTillError):
    """A device needs to be seen to; no money is touched."""

    code: ClassVar[str] = "device"


class RecordsError(CityTillError):
    """The disk, the key, the lock or the sync cannot do it now; nothing changed (exit code 3)."""

    code: ClassVar[str] = "records"


class InputError(CityTillError):
    """A file or a command line cannot be read; nothing changed (exit code 2)."""

    code: ClassVar[str] = "input"
