"""Serial lines by pyserial: RS-232, USB-COM, and `socket://host:port` for the simulators (devices reference 1.16)."""

from contextlib import suppress

import serial

from devices.transports.transport import DeviceSilentError, LineLostError

WRITE_LIMIT_S = 10.0
READ_LIMIT_BYTES = 4096
_CHUNK_BYTES = 512
_SOCKET = "socket://"


class SerialTransport:
    """8N1 at `baud`; `flow_control` is DTR/DSR, as printers use it."""

    def __init__(self, url: str, *, baud: int = 9600, flow_control: bool = False) -> None:
        self._url = url
        self._baud = baud
        self._flow_control = flow_control
        self._port: serial.SerialBase | None = None

    @property
    def where(self) -> str:
        """The port's name, or its socket URL."""
        return self._url

    @property
    def is_open(self) -> bool:
        """Whether the port stood when it was last used."""
        return self._port is not None

    def open(self) -> None:
        """Open the port; see Transport."""
        if self._port is not None:
            return
        try:
            port = serial.serial_for_url(
                self._url, baudrate=self._baud, timeout=0, write_timeout=WRITE_LIMIT_S, dsrdtr=self._flow_control,
                do_not_open=True,
            )  # fmt: skip
            if self._url.startswith(_SOCKET):
                port.reset_input_buffer = _keep
            port.open()
            self._port = port
        except (OSError, ValueError) as error:  # SerialException is an OSError; ValueError is a bad URL or speed
            raise DeviceSilentError(self._url) from error

    def write(self, data: bytes) -> None:
        """Hand the bytes to the port; see Transport. A broken piece counts as gone: it cannot be known."""
        port = self._opened()
        sent = 0
        while sent < len(data):
            piece = data[sent : sent + _CHUNK_BYTES]
            sent += len(piece)
            try:
                port.write(piece)
            except OSError as error:
                self.close()
                raise LineLostError(self._url, sent_bytes=sent) from error

    def read(self, limit_s: float) -> bytes:
        """The first byte within the limit and what stands behind it; see Transport."""
        port = self._opened()
        try:
            port.timeout = limit_s
            first = port.read(1)
            if not first:
                return b""
        except OSError as error:
            self.close()
            raise LineLostError(self._url) from error
        try:
            port.timeout = 0
            return bytes(first + port.read(READ_LIMIT_BYTES - 1))
        except OSError:  # what came before the break is still good; the next read says that the line is gone
            self.close()
            return bytes(first)

    def close(self) -> None:
        """Close the port; see Transport."""
        port, self._port = self._port, None
        if port is None:
            return
        bare = getattr(port, "_socket", None)
        if bare is not None:  # pyserial leaves a socket:// open when its peer has reset it, and sleeps after closing
            bare.close()
            port.is_open = False
            return
        with suppress(OSError):
            port.close()

    def _opened(self) -> serial.SerialBase:
        if self._port is None:
            raise LineLostError(self._url)
        return self._port


def _keep() -> None:
    """What a new connection brings was said to us; only a port of the machine may hold what is long past."""
