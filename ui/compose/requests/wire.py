"""One line between terminal and window: both prove the line key, then JSON in whole messages; no pickled objects.

    window     nonce ->                  proof ->             progress ->  progress ->  answer ->
    terminal            <- nonce, proof           <- request               (<- stop)
"""

import hashlib
import hmac
import os
import socket
import struct
import sys
from multiprocessing.connection import Client
from typing import Any

import msgspec

from app.frozen import frozen
from ui.compose.requests.place import family
from ui.compose.requests.request import Answer, Request

GREETING_LIMIT_S = 5
STALL_LIMIT_S = 30
"""How long one message may hang half-way before the line is dropped."""
REQUEST_LIMIT_BYTES = 64 * 1024
ANSWER_LIMIT_BYTES = 64 * 1024 * 1024
NONCE_BYTES = 32
PROOF_BYTES = 32
STOP = b"stop"


class NotProvedError(OSError):
    """The other side does not hold the folder's key."""


@frozen
class Word:
    """One message of the window: a line of progress, or the answer at the end."""

    progress: str = ""
    answer: Answer | None = None


class Wire:
    """An open connection of either side. Every method raises OSError or EOFError when the line is gone."""

    def __init__(self, connection: Any) -> None:
        """`connection` is one of `multiprocessing.connection`: two classes on Windows, one elsewhere."""
        self._connection = connection

    def greet_terminal(self, key: bytes) -> None:
        """The window's side of the proof.

        Raises:
            NotProvedError: the terminal has another key, or is none.
        """
        self._limit(GREETING_LIMIT_S)
        nonce = os.urandom(NONCE_BYTES)
        self._connection.send_bytes(nonce)
        said = self._connection.recv_bytes(NONCE_BYTES + PROOF_BYTES)
        both = nonce + said[:NONCE_BYTES]
        if not hmac.compare_digest(said[NONCE_BYTES:], _proof(key, b"terminal", both)):
            raise NotProvedError
        self._connection.send_bytes(_proof(key, b"window", both))
        self._limit(STALL_LIMIT_S)

    def greet_window(self, key: bytes) -> None:
        """The terminal's side of the proof: no PIN goes to somebody who only sits at the socket's place.

        Raises:
            NotProvedError: whoever listens has another key.
        """
        self._limit(GREETING_LIMIT_S)
        nonce = os.urandom(NONCE_BYTES)
        both = self._connection.recv_bytes(NONCE_BYTES) + nonce
        self._connection.send_bytes(nonce + _proof(key, b"terminal", both))
        if not hmac.compare_digest(self._connection.recv_bytes(PROOF_BYTES), _proof(key, b"window", both)):
            raise NotProvedError
        self._limit(STALL_LIMIT_S)

    def ask(self, request: Request) -> None:
        """Send the request."""
        self._connection.send_bytes(msgspec.json.encode(request))

    def asked(self) -> bytes:
        """The request as it came."""
        data: bytes = self._connection.recv_bytes(REQUEST_LIMIT_BYTES)
        return data

    def say(self, word: Word) -> None:
        """Progress, or the answer."""
        self._connection.send_bytes(msgspec.json.encode(word))

    def hear(self) -> Word:
        """The window's next word.

        Raises:
            MsgspecError: it is none that this version knows.
        """
        return msgspec.json.decode(self._connection.recv_bytes(ANSWER_LIMIT_BYTES), type=Word)

    def stop(self) -> None:
        """The terminal wants no more."""
        self._connection.send_bytes(STOP)

    def hear_stop(self) -> None:
        """Take what the terminal said after its request: there is nothing else to say."""
        self._connection.recv_bytes(len(STOP))

    def has_word(self, within_s: float) -> bool:
        """Whether something came, or the other side is gone."""
        return bool(self._connection.poll(within_s))

    def close(self) -> None:
        """Hang up; a second time does nothing."""
        self._connection.close()

    def _limit(self, seconds: int) -> None:
        """A side that hangs in the middle of a message is dropped; a pipe of Windows has whole messages only."""
        if sys.platform == "win32":
            return
        with socket.socket(fileno=self._connection.fileno()) as line:
            try:
                for limit in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
                    line.setsockopt(socket.SOL_SOCKET, limit, struct.pack("ll", seconds, 0))
            finally:
                line.detach()


def called(address: str, key: bytes) -> Wire:
    """The terminal's side: call the window and prove each other.

    Raises:
        NotProvedError: whoever listens does not hold the folder's key.
        OSError, EOFError: nobody listens, may not be reached, or has no time.
    """
    wire = Wire(Client(address, family()))
    try:
        wire.greet_window(key)
    except BaseException:
        wire.close()
        raise
    return wire


def _proof(key: bytes, who: bytes, nonces: bytes) -> bytes:
    return hmac.digest(key, who + nonces, hashlib.sha256)
