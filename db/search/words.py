"""From what is typed to what the search file is asked."""

from app.domain.typed_words import number_of, words_of

__all__ = ["end_of", "match_of", "number_of"]

_LAST = chr(0x10FFFF)


def end_of(number: str) -> str:
    """What sorts after every number that begins so."""
    return number + _LAST


def match_of(text: str) -> str:
    """The FTS5 expression: each word as `"word"*`, all of them; empty for no word."""
    return " ".join([f'"{word}"*' for word in words_of(text)])
