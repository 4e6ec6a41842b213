"""The program's version, as entries and papers of ours name it."""

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """`0.1.0`; `source` when run from a checkout that was never installed."""
    try:
        return version("citytill")
    except PackageNotFoundError:
        return "source"
