"""TCP to a printer's network card, port 9100 as a rule (devices reference 1.16)."""

import socket
import time
from contextlib import suppress
from types import MappingProxyType

from devices.transports.transport import DeviceSilentError, LineLostError

CONNECT_LIMIT_S = 3.0
WRITE_LIMIT_S = 10.0
READ_LIMIT_BYTES = 4096
_CHUNK_BYTES = 4096
KEEP_ALIVE = MappingProxyType({"TCP_KEEPIDLE": 10, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 3})


class TcpTransport:
    """A connection with limits: 3 s to connect, 10 s for a write, no delay, keep-alive after 10 s of silence."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._socket: socket.socket | None = None

    @property
    def where(self) -> str:
        """`host:port`."""
        return f"{self._address[0]}:{self._address[1]}"

    @property
    def is_open(self) -> bool:
        """Whether the connection stood when it was last used."""
        return self._socket is not None

    def open(self) -> None:
        """Connect; see Transport."""
        if self._socket is not None:
            return
        try:
            line = socket.create_connection(self._address, timeout=CONNECT_LIMIT_S)
        except OSError as error:
            raise DeviceSilentError(self.where) from error
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in KEEP_ALIVE.items():
            if hasattr(socket, name):
                line.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
        self._socket = line

    def write(self, data: bytes) -> None:
        """Hand the bytes to the system; see Transport. That they were taken does not mean that they arrived."""
        line = self._line()
        ends = time.monotonic() + WRITE_LIMIT_S
        sent = 0
        while sent < len(data):
            line.settimeout(max(ends - time.monotonic(), 0.001))
            try:
                sent += line.send(data[sent : sent + _CHUNK_BYTES])
            except OSError as error:
                self.close()
                raise LineLostError(self.where, sent_bytes=sent) from error

    def read(self, limit_s: float) -> bytes:
        """At most 4096 bytes; see Transport."""
        line = self._line()
        line.settimeout(max(limit_s, 0.001))
        try:
            data = line.recv(READ_LIMIT_BYTES)
        except TimeoutError:
            return b""
        except OSError as error:
            self.close()
            raise LineLostError(self.where) from error
        if not data:
            self.close()
            raise LineLostError(self.where)
        return data

    def close(self) -> None:
        """Say goodbye in order: what was sent is still delivered."""
        line, self._socket = self._socket, None
        if line is None:
            return
        with suppress(OSError):
            line.shutdown(socket.SHUT_WR)
            line.settimeout(0)
            while line.recv(READ_LIMIT_BYTES):  # unread bytes would turn the goodbye into a reset
                pass
        line.close()

    def _line(self) -> socket.socket:
        if self._socket is None:
            raise LineLostError(self.where)
        return self._socket
