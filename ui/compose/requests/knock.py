"""The terminal's side: call the window that has the folder, hand the request over, follow it to its answer."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import msgspec

from app.errors import RecordsError
from ui.compose.requests.line_key import line_key
from ui.compose.requests.place import address_of
from ui.compose.requests.request import Answer, Request
from ui.compose.requests.wire import Wire, called

HEAR_EVERY_S = 0.2


class NobodyThereError(RecordsError):
    """The folder is taken, and nobody listens who may be reached; nothing was asked."""

    code: ClassVar[str] = "nobody_there"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"CityTill is already open on {folder} and cannot be reached from here: another person of this computer "
            "has it open, or another command is at work. Use that window, or close it first."
        )
        self.folder = folder


class WindowGoneError(RecordsError):
    """The line broke between request and answer."""

    code: ClassVar[str] = "window_gone"

    def __init__(self) -> None:
        super().__init__(
            "The window went before it answered. Open it and look whether this was done before you repeat it."
        )


class NoAnswerUnderstoodError(RecordsError):
    """The window's answer is none that this version knows."""

    code: ClassVar[str] = "answer_unreadable"

    def __init__(self) -> None:
        super().__init__(
            "The open window gave an answer that this version does not understand. Look there whether this was done."
        )


def knock(folder: Path, key: bytes) -> Wire:
    """The line to the window that has the folder.

    Raises:
        NobodyThereError: nobody listens, not for this user, or not with this folder's key.
    """
    try:
        return called(address_of(folder), line_key(key))
    except (OSError, EOFError) as error:
        raise NobodyThereError(folder) from error


def hand_over(wire: Wire, request: Request, tell: Callable[[str], None]) -> Answer:
    """Ask, tell what is told, and wait for the answer; Ctrl+C asks the window to stop, a second one hangs up.

    Raises:
        WindowGoneError: it went away in between.
        NoAnswerUnderstoodError: it is of another version.
    """
    is_stopping = False
    try:
        wire.ask(request)
        while True:
            try:
                if not wire.has_word(HEAR_EVERY_S):
                    continue
                word = wire.hear()
            except KeyboardInterrupt:
                if is_stopping:
                    raise
                is_stopping = True
                wire.stop()
                continue
            if word.answer is not None:
                return word.answer
            tell(word.progress)
    except (OSError, EOFError) as error:
        raise WindowGoneError from error
    except msgspec.MsgspecError as error:
        raise NoAnswerUnderstoodError from error
    finally:
        wire.close()
