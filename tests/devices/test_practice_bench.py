"""The bench of practice devices as the side window uses it."""

from devices.simulators.check_feeder import FeederFault
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.printer_works import PrinterFault
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.devices.watch import Watch


def test_every_fault_has_a_switch_with_a_label_and_all_off_means_all() -> None:
    bench = PracticeBench()
    assert [switch.fault for switch in bench.faults()] == [*PrinterFault, *FeederFault]
    assert all(switch.label and not switch.is_on for switch in bench.faults())
    bench.start()
    for switch in bench.faults():
        bench.switch(switch.fault, True)
    assert all(switch.is_on for switch in bench.faults())
    bench.all_off()
    assert not any(switch.is_on for switch in bench.faults())
    bench.stop()


def test_a_listener_hears_of_every_change(watch: Watch) -> None:
    bench = PracticeBench()
    heard: list[None] = []
    bench.listen(lambda: heard.append(None))
    bench.start()
    before = len(heard)
    bench.switch(PrinterFault.PAPER_LOW, True)
    bench.switch(FeederFault.SMUDGED, True)
    assert not bench.check_feeder.feed(SAMPLE_CHECKS[0])
    bench.printer.push_drawer_shut()
    bench.printer.tear_off()
    assert len(heard) == before + 5
    bench.stop()


def test_every_port_is_given_by_the_system() -> None:
    one, other = PracticeBench(), PracticeBench()
    one.start()
    other.start()
    addresses = [setting.address for bench in (one, other) for setting in bench.settings().values()]
    assert len(set(addresses)) == 6
    one.stop()
    other.stop()
