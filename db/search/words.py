"""From what is typed to what the search file is asked."""

import re
import unicodedata

WORDS_LIMIT = 8
LETTERS_LIMIT = 40
EXACT_DIGITS_MIN = 4
_WORD = re.compile(r"[^\W_]+")
_ONLY_DIGITS = re.compile(r"[\d\s().+#-]*\d[\d\s().+#-]*", re.ASCII)


def exact_digits(text: str) -> str:
    """The digits when the text is a number of any writing (account, phone, meter, stub); empty otherwise."""
    if not _ONLY_DIGITS.fullmatch(text):
        return ""
    digits = "".join(letter for letter in text if letter.isdigit())
    return digits if len(digits) >= EXACT_DIGITS_MIN else ""


def match_of(text: str) -> str:
    """The FTS5 expression: each word as `"word"*`, all of them; a broken-up number also as one. Empty for no word."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))[:WORDS_LIMIT]
    every = " ".join(f'"{word[:LETTERS_LIMIT]}"*' for word in words)
    if len(words) > 1 and _ONLY_DIGITS.fullmatch(text):
        return f'"{"".join(words)[:LETTERS_LIMIT]}"* OR ({" AND ".join(every.split())})'
    return every
