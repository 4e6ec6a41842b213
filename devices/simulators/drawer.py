"""The practice cash drawer at the printer's drawer plug: a latch, a sensor on pin 3, and ways to fail."""

from app.frozen import frozen


@frozen
class DrawerView:
    """The drawer as a window paints it: `last_pulse_ms` is 0 before the first pulse."""

    is_open: bool
    last_pulse_ms: int
    pulses: int


class SimulatedDrawer:
    """Opens on a pulse at its pin; a person pushes it shut. Not thread-safe: the printer that owns it locks.

    The sensor reads HIGH when open; `backwards` turns that round, `unplugged` leaves pin 3 LOW for ever.
    """

    def __init__(self, *, pin: int = 2) -> None:
        self.pin = pin
        self.is_open = False
        self.jammed = False
        self.backwards = False
        self.unplugged = False
        self.pulses: list[int] = []

    @property
    def pin_high(self) -> bool:
        """The level on pin 3 of the plug."""
        if self.unplugged:
            return False
        return self.is_open is not self.backwards

    def pulse(self, *, pin: int, on_ms: int) -> None:
        """A pulse on a pin of the plug; a jammed, unplugged or differently wired drawer does not move."""
        if pin != self.pin:
            return
        self.pulses.append(on_ms)
        if not self.jammed and not self.unplugged:
            self.is_open = True

    def push_shut(self) -> None:
        """A person closes it."""
        self.is_open = False

    def view(self) -> DrawerView:
        """What a window shows."""
        return DrawerView(self.is_open, self.pulses[-1] if self.pulses else 0, len(self.pulses))
