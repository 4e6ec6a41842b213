"""The program's version, as entries and papers of ours name it.

A constant, because asking the installed package costs 20 ms of every start; a test holds it to `pyproject.toml`.
"""

VERSION = "0.1.0"


def program_version() -> str:
    """`0.1.0`."""
    return VERSION
