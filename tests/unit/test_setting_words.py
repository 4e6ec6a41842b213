"""Every setting has words for people (DESIGN section 1)."""

import pytest

from app.settings.first_policy import as_mapping, practice_settings
from app.settings.policy import LATER_NAMES, NAMES, SCREENS, Policy, note_of
from app.settings.setting_rules import NOTE_LIMIT, SettingWrongError, check_setting
from app.settings.setting_words import FIXED, SETTING_WORDS, Typed, words_of


def test_every_setting_has_a_label_a_place_and_a_sentence() -> None:
    assert set(SETTING_WORDS) == {*NAMES, *LATER_NAMES}
    assert set(NAMES) >= FIXED
    for name, words in SETTING_WORDS.items():
        assert words.label, name
        assert "_" not in words.label, name
        assert words.help.endswith("."), name
        assert (words.typed is Typed.WHOLE) == bool(words.unit), name
    labels = [words.label for words in SETTING_WORDS.values()]
    assert len(labels) == len(set(labels))


def test_a_refusal_names_the_setting_as_screens_do() -> None:
    with pytest.raises(SettingWrongError, match=r"^Reconnect fee: it takes a whole number"):
        check_setting("reconnect_fee", -1, effective_from="2026-11-21", ordinance="Ord. 1")
    assert words_of("free_water").label == "Setting free_water"


def test_o1_a_screens_note_is_a_dated_setting_of_limited_length() -> None:
    settings = as_mapping(practice_settings())
    policy = Policy.of({**settings, note_of("till"): "No foreign coin."})
    assert (policy.note("till"), policy.note("batches")) == ("No foreign coin.", "")
    for screen in SCREENS:
        check_setting(note_of(screen), "", effective_from="2026-11-21", ordinance="Ord. 1")
        with pytest.raises(SettingWrongError, match=f"at most {NOTE_LIMIT}"):
            check_setting(note_of(screen), "x" * (NOTE_LIMIT + 1), effective_from="2026-11-21", ordinance="Ord. 1")


@pytest.mark.parametrize("since", ["20261121", "2026-W47-6", "21 Nov", ""])
def test_a_date_is_written_in_one_way_only(since: str) -> None:
    with pytest.raises(SettingWrongError, match="like 2027-01-01"):
        check_setting("reconnect_fee", 1, effective_from=since, ordinance="Ord. 1")


def test_r19_no_card_number_stands_in_a_setting_or_what_it_rests_on() -> None:
    with pytest.raises(SettingWrongError, match="card number"):
        check_setting("receipt_trailer", "4111 1111 1111 1111", effective_from="2026-11-21", ordinance="Ord. 1")
    with pytest.raises(SettingWrongError, match="card number"):
        check_setting("city_phone", "", effective_from="2026-11-21", ordinance="4111111111111111")
    with pytest.raises(SettingWrongError, match="at most 400"):
        check_setting("city_phone", "", effective_from="2026-11-21", ordinance="x" * 401)
