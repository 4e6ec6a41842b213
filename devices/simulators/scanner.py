"""The practice scanner: what a person scans comes out of a serial line, followed by CR (devices reference 7.2)."""

from devices.simulators.loopback import LoopbackLine


class SimulatedScanner:
    """A scanner on 127.0.0.1; connect pyserial to `url`."""

    def __init__(self) -> None:
        self._line = LoopbackLine(name="practice scanner", heard=_ignore)

    @property
    def url(self) -> str:
        """The pyserial address; valid after `start` and the same ever after."""
        return f"socket://127.0.0.1:{self._line.port}"

    def start(self) -> None:
        """Plug in."""
        self._line.start()

    def stop(self) -> None:
        """Unplug."""
        self._line.stop()

    def wait_for_program(self, limit_s: float) -> bool:
        """Wait until a program listens; False when none came within the limit."""
        return self._line.wait_for_client(limit_s)

    def scan(self, text: str) -> bool:
        """Scan this; False when no program listens."""
        return self._line.send(text.encode("utf-8") + b"\r")

    def send_raw(self, data: bytes) -> bool:
        """Any bytes, as a mad scanner would send them."""
        return self._line.send(data)


def _ignore(data: bytes) -> None:
    """A scanner takes no commands from us."""
    del data
