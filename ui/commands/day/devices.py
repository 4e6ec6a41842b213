"""The practice devices of a scripted day, switched on beside the desk and off again."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from devices.simulators.practice_bench import PracticeBench
from ui.commands.day.ears import HEAR_LIMIT_S, DayEars, SilentDeviceError
from ui.compose.desk import Desk
from ui.compose.devices import DeskDevices
from ui.compose.paper import PaperJobs


@contextmanager
def practice_devices(desk: Desk, ears: DayEars) -> Iterator[PracticeBench]:
    """Printer with drawer, check reader and scanner on loopback lines, each on its worker.

    Raises:
        SilentDeviceError: a line does not come up.
    """
    bench = PracticeBench()
    bench.start()
    try:
        with tempfile.TemporaryDirectory(prefix="citytill-") as cache:
            devices = DeskDevices(
                bench.settings(),
                jobs=PaperJobs(desk.station, desk.clock),
                clock=desk.clock,
                ear=ears,
                cache_folder=Path(cache),
            )
            desk.on_stored(devices.wake)
            devices.start()
            try:
                _wait_for_lines(bench)
                yield bench
            finally:
                devices.stop()
    finally:
        bench.stop()


def _wait_for_lines(bench: PracticeBench) -> None:
    if not bench.check_feeder.wait_for_program(HEAR_LIMIT_S):
        raise SilentDeviceError("check reader")
    if not bench.scanner.wait_for_program(HEAR_LIMIT_S):
        raise SilentDeviceError("scanner")
