"""Text for a file that people open in a spreadsheet: it stays text (accounts-extract.md, last line)."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def safe_text(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe before `= + - @`, tab and return."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain_text(text: str) -> str:
    """What `safe_text` was made from."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
