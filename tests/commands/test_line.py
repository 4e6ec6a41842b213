"""The line between a terminal and the window that has the folder: who is let in, what is dropped, how it ends."""

import os
import socket
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from app.errors import InputError, RuleBrokenError
from ui.compose.requests.knock import NobodyThereError, WindowGoneError, hand_over, knock
from ui.compose.requests.line_key import line_key
from ui.compose.requests.listener import MOST_TERMINALS, Does, Listener
from ui.compose.requests.place import PlaceNotOursError, address_of, family, make_ready
from ui.compose.requests.request import REQUEST_VERSION, Answer, Request, Terminal
from ui.compose.requests.wire import Wire

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of a folder; Windows has pipes")

KEY = b"k" * 32
WAIT_S = 10
Window = Callable[[Does], Listener]


def answers(request: Request, terminal: Terminal) -> Answer:
    terminal.tell(f"{request.verb} begins")
    return Answer(values={"verb": request.verb, **request.values}, lines=("it is done",), said=("by the way",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a data folder whose name is far longer than any socket's path may be" / ("long" * 30)


@pytest.fixture
def window(folder: Path) -> Iterator[Window]:
    made: list[Listener] = []

    def listening(does: Does) -> Listener:
        made.append(Listener(address_of(folder), line_key(KEY), does))
        return made[-1]

    yield listening
    for listener in made:
        assert listener.close()


def told(_line: str) -> None:
    """Nobody looks."""


def ask(folder: Path, request: Request | None = None, tell: Callable[[str], None] = told) -> Answer:
    return hand_over(knock(folder, KEY), request or Request("try", {"n": 1}), tell)


def test_a_request_comes_back_as_its_answer_with_its_progress(window: Window, folder: Path) -> None:
    window(answers)
    lines: list[str] = []
    answer = ask(folder, tell=lines.append)
    assert lines == ["try begins"]
    assert answer == Answer(0, {"verb": "try", "n": 1}, ("it is done",), ("by the way",))


def test_only_its_owner_may_enter_the_socket_s_folder(window: Window, folder: Path) -> None:
    window(answers)
    place = Path(address_of(folder))
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert place.parent.stat().st_uid == os.geteuid()
    assert len(os.fsencode(place)) <= 100


def test_a_place_that_others_may_enter_is_not_used(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    with pytest.raises(PlaceNotOursError):
        make_ready(str(shared / "socket"))
    (tmp_path / "link").symlink_to(shared)
    with pytest.raises(PlaceNotOursError):
        make_ready(str(tmp_path / "link" / "socket"))


def test_a_folder_taken_by_somebody_who_cannot_be_reached_is_told(folder: Path) -> None:
    with pytest.raises(NobodyThereError, match=r"already open on .* cannot be reached from here"):
        ask(folder)


def test_a_socket_that_a_killed_window_left_is_no_window_and_is_cleared_by_the_next(
    window: Window, folder: Path
) -> None:
    address = address_of(folder)
    make_ready(address)
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(address)
    with pytest.raises(NobodyThereError):
        ask(folder)
    window(answers)
    assert ask(folder).code == 0


def test_a_terminal_with_another_key_learns_nothing_and_does_nothing(window: Window, folder: Path) -> None:
    done: list[Request] = []

    def notes(request: Request, terminal: Terminal) -> Answer:
        done.append(request)
        return Answer()

    window(notes)
    with pytest.raises(NobodyThereError):
        hand_over(knock(folder, b"x" * 32), Request("try", {}), told)
    assert done == []


def test_no_pin_goes_to_a_listener_that_only_sits_at_the_place(folder: Path) -> None:
    heard: list[bytes] = []
    address = address_of(folder)
    make_ready(address)
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.bind(address)
        stranger.listen()

        def listens() -> None:
            line, _ = stranger.accept()
            with line:
                line.sendall(b"\x00\x00\x00\x20" + b"n" * 32)
                heard.append(line.recv(4096))
                line.sendall(b"\x00\x00\x00\x20" + b"p" * 32)
                heard.append(line.recv(4096))

        thread = threading.Thread(target=listens)
        thread.start()
        with pytest.raises(NobodyThereError):
            ask(folder, Request("try", {}, "kdunn", "123456"))
        thread.join(WAIT_S)
    Path(address).unlink()
    assert len(heard) == 2
    assert b"123456" not in b"".join(heard)


@pytest.mark.parametrize("garbage", [b"", b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 400, b"\x00\x00\x00\x40" + b"\x00" * 64])
def test_garbage_is_dropped_and_the_next_terminal_is_answered(window: Window, folder: Path, garbage: bytes) -> None:
    window(answers)
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.settimeout(WAIT_S)
        stranger.connect(address_of(folder))
        stranger.sendall(garbage)
        stranger.shutdown(socket.SHUT_WR)
        with suppress(ConnectionResetError):
            while stranger.recv(4096):
                pass
    assert ask(folder).code == 0


@pytest.mark.parametrize(
    "words", [b"", b"[]", b"{}", b'{"v": 1, "program": "0", "verb": 4, "values": {}}', b"\x80\x04\x95"]
)
def test_what_is_no_request_is_refused_in_one_sentence(window: Window, folder: Path, words: bytes) -> None:
    window(answers)
    connection = Client(address_of(folder), family())
    wire = Wire(connection)
    wire.greet_window(line_key(KEY))
    connection.send_bytes(words)
    answer = wire.hear().answer
    wire.close()
    assert answer is not None
    assert (answer.code, answer.refused) == (
        2, "The open window did not understand the request. Nothing was changed.",
    )  # fmt: skip


def test_a_request_of_a_later_version_says_what_to_do(window: Window, folder: Path) -> None:
    window(answers)
    answer = ask(folder, Request("try", {}, v=REQUEST_VERSION + 1, program="9.0"))
    assert answer.code == 3
    assert answer.refused.startswith("This command is of CityTill 9.0, the open window still of ")
    assert "Close the window and open it again" in answer.refused


@pytest.mark.parametrize(("error", "code"), [(InputError("Bad."), 2), (RuleBrokenError("Not now."), 3)])
def test_a_refusal_keeps_its_sentence_and_its_exit_code(
    window: Window, folder: Path, error: Exception, code: int
) -> None:
    def refuses(request: Request, terminal: Terminal) -> Answer:
        raise error

    window(refuses)
    assert ask(folder) == Answer(code, refused=str(error))


class Waits:
    """A deed that goes on until its terminal asks it to stop, or is gone."""

    def __init__(self) -> None:
        self.began = threading.Semaphore(0)
        self.ended = threading.Semaphore(0)
        self._never = threading.Event()

    def __call__(self, request: Request, terminal: Terminal) -> Answer:
        self.began.release()
        for _n in range(WAIT_S * 100):
            if terminal.is_stopped():
                break
            self._never.wait(0.01)
        self.ended.release()
        return Answer(3, refused="It was stopped.")


def test_a_terminal_stops_the_deed_and_hears_so(window: Window, folder: Path) -> None:
    waits = Waits()
    window(waits)
    wire = knock(folder, KEY)
    wire.ask(Request("try", {}))
    assert waits.began.acquire(timeout=WAIT_S)
    wire.stop()
    answer = wire.hear().answer
    wire.close()
    assert answer == Answer(3, refused="It was stopped.")


def test_a_terminal_that_is_killed_stops_its_deed(window: Window, folder: Path) -> None:
    waits = Waits()
    window(waits)
    wire = knock(folder, KEY)
    wire.ask(Request("try", {}))
    assert waits.began.acquire(timeout=WAIT_S)
    wire.close()
    assert waits.ended.acquire(timeout=WAIT_S)


def test_a_closing_window_stops_what_is_under_way_and_says_so(window: Window, folder: Path) -> None:
    waits = Waits()
    listener = window(waits)
    wire = knock(folder, KEY)
    wire.ask(Request("try", {}))
    assert waits.began.acquire(timeout=WAIT_S)
    closing = threading.Thread(target=listener.close)
    closing.start()
    answer = wire.hear().answer
    wire.close()
    closing.join(WAIT_S)
    assert answer == Answer(3, refused="It was stopped.")
    assert not Path(address_of(folder)).exists()
    with pytest.raises(NobodyThereError):
        ask(folder)


def test_a_window_that_goes_before_it_answers_leaves_the_terminal_with_a_sentence(folder: Path) -> None:
    address = address_of(folder)
    make_ready(address)
    from multiprocessing.connection import Listener as Socket

    with Socket(address, family()) as listening:

        def dies() -> None:
            wire = Wire(listening.accept())
            wire.greet_terminal(line_key(KEY))
            wire.asked()
            wire.close()

        thread = threading.Thread(target=dies)
        thread.start()
        with pytest.raises(WindowGoneError, match="look whether this was done"):
            ask(folder)
        thread.join(WAIT_S)


def test_more_terminals_than_fit_are_turned_away_until_one_has_gone(window: Window, folder: Path) -> None:
    waits = Waits()
    window(waits)
    wires = [knock(folder, KEY) for _n in range(MOST_TERMINALS)]
    for wire in wires:
        wire.ask(Request("try", {}))
        assert waits.began.acquire(timeout=WAIT_S)
    with pytest.raises(NobodyThereError):
        ask(folder)
    for wire in wires:
        wire.close()
    for _wire in wires:
        assert waits.ended.acquire(timeout=WAIT_S)


def test_a_fault_of_the_program_in_a_deed_is_heard_by_the_last_resort(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[type[BaseException]] = []
    is_heard = threading.Event()

    def hears(fault: threading.ExceptHookArgs) -> None:
        heard.append(fault.exc_type)
        is_heard.set()

    monkeypatch.setattr(threading, "excepthook", hears)

    def breaks(request: Request, terminal: Terminal) -> Answer:
        raise OSError("no file of a person: a fault of ours")

    window(breaks)
    with pytest.raises(WindowGoneError):
        ask(folder)
    assert is_heard.wait(WAIT_S)
    assert heard == [OSError]
