"""From typed text to a question."""

import pytest

from db.search.words import match_of, number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("104-2281-03", "104228103"),
        ("(918) 555-0142", "9185550142"),
        ("918.555.0142", "9185550142"),
        ("+1 918 555 0142", "19185550142"),
        ("w1220984", "W1220984"),
        ("412", ""),
        ("412 n elm", ""),
        ("ruiz", ""),
        ("", ""),
        ("---", ""),
        ("٤١٢٣", ""),
    ],
)
def test_a_number_is_known_in_any_writing(text: str, number: str) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("ruiz", '"ruiz"*'),
        ("ruiz, mar", '"ruiz"* "mar"*'),
        ("o'brien", '"o"* "brien"*'),
        ('"; DROP TABLE hit; --', '"DROP"* "TABLE"* "hit"*'),
        ("peña", '"peña"*'),
        ("PEN\N{COMBINING TILDE}A", '"PEÑA"*'),
        ("* ( ) ^ :", ""),
        ("_", ""),
        ("a" * 60, f'"{"a" * 40}"*'),
    ],
)
def test_every_word_is_a_beginning_and_nothing_is_an_operator(text: str, match: str) -> None:
    assert match_of(text) == match
