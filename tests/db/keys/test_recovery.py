"""The 24 words: they come back however they are typed, and a wrong one is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.keys.custody import Custody
from db.keys.keep import station_file_for
from db.keys.recovery import (
    OtherRecoverySheetError,
    RecoveryKey,
    RecoveryWordCountError,
    RecoveryWordsDisagreeError,
    RecoveryWordUnknownError,
    unwrap_file_key,
)

KEY = RecoveryKey(bytes(range(32)))
FILE_KEY = b"f" * 32


@given(st.binary(min_size=32, max_size=32))
def test_any_recovery_key_comes_back_from_its_words_and_from_its_qr_code(secret: bytes) -> None:
    key = RecoveryKey(secret)
    assert RecoveryKey.read(" ".join(key.words)).secret == secret
    assert RecoveryKey.read(key.qr_text).secret == secret


def test_the_words_are_the_published_list_so_that_any_such_program_could_read_them() -> None:
    assert RecoveryKey(bytes(32)).words == (*("abandon",) * 23, "art")


def test_numbers_commas_lines_and_capitals_do_not_matter() -> None:
    typed = "\n".join(f"{place}. {word.title()}," for place, word in enumerate(KEY.words, start=1))
    assert RecoveryKey.read(typed).secret == KEY.secret


def test_four_letters_of_a_word_are_enough_and_three_are_not() -> None:
    words = list(RecoveryKey(bytes(32)).words)
    words[4] = "aban"
    assert RecoveryKey.read(" ".join(words)).secret == bytes(32)
    words[4] = "aba"
    with pytest.raises(RecoveryWordUnknownError):
        RecoveryKey.read(" ".join(words))


def test_a_missing_word_is_counted() -> None:
    with pytest.raises(RecoveryWordCountError) as caught:
        RecoveryKey.read(" ".join(KEY.words[:23]))
    assert caught.value.sentence() == "The recovery sheet has 24 words, and 23 were typed. Type them all, in order."


def test_a_wrong_word_is_named_with_its_place_and_the_likely_one() -> None:
    words = list(RecoveryKey(bytes(32)).words)
    words[6] = "abandn"
    with pytest.raises(RecoveryWordUnknownError) as caught:
        RecoveryKey.read(" ".join(words))
    assert caught.value.place == 7
    assert "Word 7, “abandn”, is not one of the sheet's words, perhaps “abandon”." in caught.value.sentence()


def test_two_exchanged_words_are_noticed() -> None:
    words = list(KEY.words)
    words[0], words[1] = words[1], words[0]
    with pytest.raises(RecoveryWordsDisagreeError) as caught:
        RecoveryKey.read(" ".join(words))
    assert "two are exchanged" in caught.value.sentence()


def test_a_wrapped_file_key_opens_with_its_sheet_and_with_no_other() -> None:
    station = station_file_for(
        tenant="claremore", station="DT1", key=FILE_KEY, custody=Custody.parse("keyring"), recovery=KEY
    )
    assert unwrap_file_key(station, KEY) == FILE_KEY
    other = RecoveryKey(bytes(32))
    with pytest.raises(OtherRecoverySheetError) as caught:
        unwrap_file_key(station, other)
    assert f"sheet {other.sheet}; DT1 needs sheet {KEY.sheet}" in caught.value.sentence()


def test_a_recovery_key_is_never_told_by_its_repr() -> None:
    assert repr(KEY) == f"RecoveryKey(sheet {KEY.sheet})"
