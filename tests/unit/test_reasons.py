"""A reason of the list is a code; words of one's own are told from it and read together with it."""

from app.domain.reasons import OWN_WORDS, VOID_REASONS, code_and_words, said


def test_a_reason_of_the_list_is_a_code_and_nothing_more() -> None:
    assert code_and_words("Wrong account", VOID_REASONS) == ("Wrong account", "")
    assert code_and_words("", VOID_REASONS) == ("", "")


def test_other_words_are_ones_own() -> None:
    assert code_and_words("wrong account, she said", VOID_REASONS) == (OWN_WORDS, "wrong account, she said")


def test_code_and_words_read_as_a_person_says_them() -> None:
    assert said("Duplicate", "") == "Duplicate"
    assert said("Duplicate", "paid on line") == "Duplicate: paid on line"
    assert said(OWN_WORDS, "paid on line") == "paid on line"
    assert said("", "") == ""
