"""Writing verbs beside the open window: the same words and exit codes, done by the window, shown in it."""

import io
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.errors import AlreadyOpenError
from tests.commands.conftest import CommandLine, Ran
from tests.commands.test_verbs import BAD, GOOD, extract
from ui.commands.window.hands import Hands
from ui.commands.window.opened import opened_window, sign_in
from ui.compose.practice import APPROVER_PIN
from ui.compose.window import WindowRooms
from ui.opening import Start

WAIT_MS = 20_000
Verb = Callable[..., Ran]


@pytest.fixture
def window(qtbot: QtBot, city: Path) -> Iterator[tuple[Hands, Start]]:
    """The window over the worked day, K. Dunn at it."""
    with opened_window(city) as (hands, start):
        sign_in(hands, start, user="kdunn", pin=APPROVER_PIN)
        yield hands, start


@pytest.fixture
def verb(qtbot: QtBot, citytill: CommandLine, city: Path) -> Iterator[Verb]:
    """A verb from another terminal while the window lives on."""
    with ThreadPoolExecutor(1) as terminal:

        def called(*words: str | Path) -> Ran:
            ran = terminal.submit(citytill, *words, "--data", city)
            qtbot.waitUntil(ran.done, timeout=WAIT_MS)
            return ran.result()

        yield called


def rooms(start: Start) -> WindowRooms:
    assert isinstance(start.rooms, WindowRooms)
    return start.rooms


def foot(start: Start) -> str:
    page = rooms(start)._rooms_page
    assert page is not None
    return page.frame.keys.fact


def test_an_import_is_taken_by_the_open_window(
    window: tuple[Hands, Start], verb: Verb, qtbot: QtBot, city: Path, tmp_path: Path
) -> None:
    ran = verb("import", "accounts", extract(tmp_path / "e.csv", GOOD, BAD), "--posted-through", "1", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["rows"] == 2
    assert [row["line"] for row in ran.json["quarantined"]] == [3]
    desk = rooms(window[1]).desk
    assert desk.ask(lambda books: books.account("9000001")).result() is not None
    qtbot.waitUntil(lambda: foot(window[1]).startswith("From the command line: 2 rows, "), timeout=WAIT_MS)
    again = verb("import", "accounts", tmp_path / "e.csv", "--posted-through", "1", "--json")
    assert (again.code, again.json["posted"]) == (0, 0)


def test_a_dry_run_says_so_and_changes_nothing(
    window: tuple[Hands, Start], verb: Verb, city: Path, tmp_path: Path
) -> None:
    ran = verb("import", "accounts", extract(tmp_path / "e.csv", GOOD), "--posted-through", "1", "--dry-run", "--json")
    assert (ran.code, ran.err) == (0, "Dry run: nothing was changed.\n")
    assert rooms(window[1]).desk.ask(lambda books: books.account("9000001")).result() is None


def test_what_is_refused_without_a_window_is_refused_with_one_in_the_same_words(
    window: tuple[Hands, Start], verb: Verb, citytill: CommandLine, city: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"%PDF-1.7 x")
    calls: tuple[tuple[str | Path, ...], ...] = (
        ("import", "accounts", bad),
        ("import", "accounts", extract(tmp_path / "e.csv", GOOD)),
        ("export", "posting", "--out", tmp_path / "p.csv"),
        ("export", "posting", "--out", bad / "p.csv", "--again", "1"),
        ("user", "lock", "nobody"),
        ("user", "lock", "tokafor", "--user", "mruiz"),
    )
    beside = [verb(*words) for words in calls]
    rooms(window[1]).close()
    alone = [citytill(*words, "--data", city) for words in calls]
    assert beside == alone
    assert [ran.code for ran in beside] == [2, 2, 3, 3, 3, 3]
    assert all(ran.err.count("\n") == 1 and not ran.out for ran in beside)


def test_a_posting_file_is_written_by_the_open_window(
    window: tuple[Hands, Start], verb: Verb, citytill: CommandLine, city: Path, tmp_path: Path
) -> None:
    beside = verb("export", "posting", "--out", tmp_path / "p.csv", "--again", "1", "--json")
    rooms(window[1]).close()
    data = (tmp_path / "p.csv").read_bytes()
    alone = citytill("export", "posting", "--out", tmp_path / "p.csv", "--again", "1", "--json", "--data", city)
    assert beside == alone
    assert (tmp_path / "p.csv").read_bytes() == data


def test_a_person_added_and_one_locked_change_the_cards_of_the_sign_in(
    window: tuple[Hands, Start], verb: Verb, qtbot: QtBot, city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1234\n7391\n"))
    ran = verb("user", "add", "jdoe", "--name", "J. Doe", "--role", "cashier", "--user", "pforeman", "--pin-stdin")
    assert (ran.code, ran.out) == (0, "jdoe  J. Doe  cashier\n")
    page = window[1].page

    def on_cards(user: str) -> bool:
        return any(card.shown.key == user for card in page.users.cards)

    qtbot.waitUntil(lambda: on_cards("jdoe"), timeout=WAIT_MS)
    assert on_cards("tokafor")
    assert verb("user", "lock", "tokafor", "--json").json["active"] is False
    qtbot.waitUntil(lambda: not on_cards("tokafor"), timeout=WAIT_MS)


def test_whoever_sits_at_the_window_and_is_locked_has_to_leave_it(
    window: tuple[Hands, Start], verb: Verb, qtbot: QtBot, city: Path
) -> None:
    start = window[1]
    assert verb("user", "lock", "swhite").code == 0
    assert start.window.page() is not start.page
    assert verb("user", "lock", "kdunn").code == 0
    qtbot.waitUntil(lambda: start.window.page() is start.page, timeout=WAIT_MS)
    assert rooms(start).session.sitting is None


def test_a_wrong_pin_counts_at_the_window_too(
    window: tuple[Hands, Start], verb: Verb, city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("0000\n"))
    ran = verb("user", "lock", "tokafor", "--user", "pforeman", "--pin-stdin")
    assert ran.code == 3
    assert "do not match" in ran.err


def test_a_window_that_only_shows_sign_in_takes_requests_as_well(
    qtbot: QtBot, verb: Verb, city: Path, tmp_path: Path
) -> None:
    with opened_window(city):
        ran = verb("import", "accounts", extract(tmp_path / "e.csv", GOOD), "--posted-through", "1", "--json")
        assert (ran.code, ran.json["posted"]) == (0, 1)


def test_the_socket_goes_with_the_window(window: tuple[Hands, Start], verb: Verb, city: Path, tmp_path: Path) -> None:
    from ui.compose.requests.place import address_of

    verb("user", "lock", "tokafor")
    assert Path(address_of(city)).exists()
    rooms(window[1]).close()
    assert not Path(address_of(city)).exists()
    assert verb("user", "lock", "mruiz").code == 0


def test_what_cannot_be_handed_over_names_the_way(window: tuple[Hands, Start], verb: Verb, city: Path) -> None:
    ran = verb("day")
    assert (ran.code, ran.err) == (3, f"{AlreadyOpenError(city).sentence()}\n")
    assert "close it first" in ran.err
