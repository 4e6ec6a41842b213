"""The key's three ways, and the recovery sheet that is typed back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.set_up.conftest import fill, fill_up_to_key, type_back
from ui.viewmodels.set_up.path import SetUpPath


@pytest.fixture
def at_key(path: SetUpPath, qtbot: QtBot) -> SetUpPath:
    fill_up_to_key(path)
    qtbot.waitUntil(lambda: path.key.keyring_fault is not None)
    return path


@pytest.fixture
def at_sheet(at_key: SetUpPath, tmp_path: Path) -> SetUpPath:
    fill(at_key.key, key_way="file", key_path=str(tmp_path / "dt1.key"))
    at_key.next()
    assert at_key.step is at_key.sheet
    return at_key


def test_no_way_is_chosen_for_anybody(at_key: SetUpPath) -> None:
    assert at_key.key.fault() == "Choose one of the three ways to keep the key."


def test_a_computer_without_a_keyring_says_what_is_missing(at_key: SetUpPath) -> None:
    fill(at_key.key, key_way="keyring")
    assert at_key.key.fault() == (
        "This computer has no keyring that keeps a secret. On Linux install gnome-keyring and sign in to the desktop "
        "again, or choose another way."
    )


def test_a_keyring_that_has_not_answered_is_not_taken(path: SetUpPath) -> None:
    fill(path.key, key_way="keyring")
    assert path.key.fault() == "The keyring has not answered yet. Wait a moment, or choose another way."


def test_a_key_file_that_cannot_be_made_is_one_sentence(at_key: SetUpPath, tmp_path: Path) -> None:
    (tmp_path / "old.key").write_text("x")
    sentences = {
        "": "Type where the key file shall lie, like /etc/citytill/dt1.key.",
        "dt1.key": "dt1.key is not a whole path. Begin it at the top, like /etc/citytill/dt1.key.",
        str(tmp_path / "old.key"): (
            f"There is already a file {tmp_path / 'old.key'}, and keys are never written over. Name another path."
        ),
        str(tmp_path / "no" / "key"): f"There is no folder {tmp_path / 'no'}. Make it first, or name another path.",
        str(tmp_path / "city" / "key"): (
            "The key may not lie with the books it opens. Name another folder, best on another disk."
        ),
    }
    for text, sentence in sentences.items():
        fill(at_key.key, key_way="file", key_path=text)
        assert at_key.key.fault() == sentence


def test_a_passphrase_is_long_and_typed_twice(at_key: SetUpPath) -> None:
    fill(at_key.key, key_way="passphrase", passphrase="short")
    assert at_key.key.fault() == "The passphrase is too short. Take at least 12 letters, best four words."
    fill(at_key.key, passphrase="four  words in a row")
    assert at_key.key.fault() == "The two passphrases differ. Type the same one twice."
    fill(at_key.key, passphrase_again="four  words in a row")
    assert at_key.key.fault() == ""
    assert at_key.plan().passphrase == "four  words in a row"


def test_the_sheet_is_kept_before_the_path_goes_on(at_sheet: SetUpPath) -> None:
    assert at_sheet.sheet.fault() == "Save the sheet as PDF, or write the words down and say so below them."
    at_sheet.sheet.say_written(True)
    assert at_sheet.sheet.fault() == ""


def test_the_sheets_pdf_is_the_only_file(at_sheet: SetUpPath, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(at_sheet.sheet.saved):
        at_sheet.sheet.save(tmp_path / "sheet.pdf")
    assert [each.name for each in tmp_path.iterdir()] == ["sheet.pdf"]
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert at_sheet.sheet.fault() == ""


def test_a_sheet_that_cannot_be_saved_is_one_sentence(at_sheet: SetUpPath, qtbot: QtBot, tmp_path: Path) -> None:
    where = tmp_path / "no" / "sheet.pdf"
    at_sheet.sheet.save(where)
    qtbot.waitUntil(lambda: bool(at_sheet.sheet.trouble))
    assert at_sheet.sheet.trouble == (
        f"{where} cannot be written (No such file or directory). Choose another place, or ask your IT for the right."
    )
    assert not at_sheet.sheet.is_saving


def test_a_sheet_that_names_another_station_is_kept_again(at_sheet: SetUpPath) -> None:
    words = at_sheet.sheet.sheet.words
    at_sheet.sheet.say_written(True)
    at_sheet.go_to(3)
    fill(at_sheet.station, station="FC1")
    while at_sheet.step is not at_sheet.sheet:
        at_sheet.next()
    assert at_sheet.sheet.trouble == (
        "City, station or administrator were changed: keep the sheet again, it names them."
    )
    assert at_sheet.sheet.fault()
    assert at_sheet.sheet.sheet.words == words


def test_a_wrong_word_is_named_and_never_told(at_sheet: SetUpPath) -> None:
    at_sheet.sheet.say_written(True)
    at_sheet.next()
    back, words = at_sheet.typed_back, at_sheet.sheet.sheet.words
    assert back.fault() == "Word 1 is missing. Type it from the sheet."
    type_back(at_sheet)
    assert back.fault() == ""
    back.put("word_5", "aple")
    assert back.fault() == "Word 5, “aple”, is not the sheet's word 5. Look at it again."
    assert words[4] not in back.fault()
    assert back.right() == 23


def test_capitals_and_four_letters_are_enough_and_a_scan_fills_all(at_sheet: SetUpPath) -> None:
    at_sheet.sheet.say_written(True)
    at_sheet.next()
    scan = " ".join(word[:4].upper() for word in at_sheet.sheet.sheet.words)
    assert at_sheet.typed_back.take_words(1, scan) == 25
    assert at_sheet.typed_back.fault() == ""


def test_back_shows_the_same_words_and_new_ones_only_when_asked_for(at_sheet: SetUpPath) -> None:
    words = at_sheet.sheet.sheet.words
    at_sheet.sheet.say_written(True)
    at_sheet.next()
    type_back(at_sheet)
    at_sheet.back()
    assert at_sheet.sheet.sheet.words == words
    at_sheet.sheet.make_anew()
    assert at_sheet.sheet.sheet.words != words
    assert not at_sheet.sheet.is_written
    assert at_sheet.typed_back.right() == 0
