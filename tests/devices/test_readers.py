"""Check reader and scanner: drivers and simulators on `socket://` lines, with garbage, faults and pulled plugs."""

from collections.abc import Iterator

import pytest

from app.domain.device_setting import DeviceKind
from app.domain.device_state import DeviceWord
from app.domain.micr import CheckRead, CheckUnreadableError, Dialect, Field, aba_is_valid, parse_micr
from app.domain.scan_line import ScanKind, ScanUnreadableError, read_scan
from devices.catalogue import build_check_reader, build_scanner
from devices.drivers.spoken_lines import LINE_LIMIT_BYTES
from devices.input_worker import InputWorker
from devices.simulators.check_feeder import FeederFault
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.sample_checks import SAMPLE_CHECKS
from devices.transports.transport import DeviceSilentError
from tests.devices.watch import LIMIT_S, Watch


@pytest.fixture
def bench() -> Iterator[PracticeBench]:
    built = PracticeBench()
    built.start()
    yield built
    built.stop()


class Ears:
    """A worker's listener."""

    def __init__(self, watch: Watch) -> None:
        self.checks: list[CheckRead] = []
        self.scans: list[str] = []
        self.words: list[DeviceWord] = []
        self.scanner_words: list[DeviceWord] = []
        self._watch = watch

    def check(self, read: CheckRead) -> None:
        self.checks.append(read)
        self._watch.ring()

    def scan(self, text: str) -> None:
        self.scans.append(text)
        self._watch.ring()

    def scanner_word(self, word: DeviceWord) -> None:
        self.scanner_words.append(word)
        self._watch.ring()

    def word(self, word: DeviceWord) -> None:
        self.words.append(word)
        self._watch.ring()


@pytest.fixture
def ears(watch: Watch, bench: PracticeBench) -> Iterator[Ears]:
    """Check reader and scanner of the bench, each with its worker, both connected."""
    heard = Ears(watch)
    settings = bench.settings()
    reader = InputWorker(
        build_check_reader(settings[DeviceKind.CHECK_READER]),
        name="check reader",
        heard=heard.check,
        health_changed=heard.word,
        retry_s=0.02,
        listen_s=0.05,
    )
    scanner = InputWorker(
        build_scanner(settings[DeviceKind.SCANNER]),
        name="scanner",
        heard=heard.scan,
        health_changed=heard.scanner_word,
        retry_s=0.02,
        listen_s=0.05,
    )
    reader.start()
    scanner.start()
    watch.until(lambda: heard.words == [DeviceWord.OK] == heard.scanner_words)
    assert bench.check_feeder.wait_for_program(LIMIT_S)
    assert bench.scanner.wait_for_program(LIMIT_S)
    yield heard
    assert reader.stop()
    assert scanner.stop()


def feed(bench: PracticeBench, ears: Ears, watch: Watch, number: int) -> CheckRead:
    before = len(ears.checks)
    assert bench.check_feeder.feed(SAMPLE_CHECKS[number])
    watch.until(lambda: len(ears.checks) > before)
    return ears.checks[-1]


def test_every_sample_check_is_read_whole(bench: PracticeBench, ears: Ears, watch: Watch) -> None:
    for number, check in enumerate(SAMPLE_CHECKS):
        line = parse_micr(feed(bench, ears, watch, number))
        assert line.is_whole
        assert (line.transit, line.account) == (check.routing, check.account)
        assert line.serial.lstrip("0") == check.number
        assert (line.kind.name == "BUSINESS") is check.is_business
        assert aba_is_valid(check.routing)


def test_an_unreadable_check_is_told_in_one_sentence(bench: PracticeBench, ears: Ears, watch: Watch) -> None:
    bench.switch(FeederFault.UNREADABLE, True)
    with pytest.raises(CheckUnreadableError, match="Feed it again face up"):
        parse_micr(feed(bench, ears, watch, 0))


def test_a_smudged_check_goes_to_the_operator(bench: PracticeBench, ears: Ears, watch: Watch) -> None:
    bench.switch(FeederFault.SMUDGED, True)
    assert Field.TRANSIT in parse_micr(feed(bench, ears, watch, 0)).to_key


def test_a_double_feed_is_two_reads_of_one_check(bench: PracticeBench, ears: Ears, watch: Watch) -> None:
    bench.switch(FeederFault.DOUBLE_FEED, True)
    feed(bench, ears, watch, 0)
    watch.until(lambda: len(ears.checks) == 2)
    assert ears.checks[0] == ears.checks[1]


def test_the_wrong_dialect_is_never_taken_for_a_good_read(bench: PracticeBench, ears: Ears, watch: Watch) -> None:
    bench.switch(FeederFault.WRONG_DIALECT, True)
    assert not parse_micr(feed(bench, ears, watch, 0)).is_whole


def test_an_unplugged_reader_is_told_and_comes_back_by_itself(bench: PracticeBench, ears: Ears, watch: Watch) -> None:
    bench.switch(FeederFault.UNPLUGGED, True)
    watch.until(lambda: ears.words[-1] is DeviceWord.NO_ANSWER)
    bench.switch(FeederFault.UNPLUGGED, False)
    watch.until(lambda: ears.words[-1] is DeviceWord.OK)
    assert parse_micr(feed(bench, ears, watch, 1)).is_whole
    assert ears.words == [DeviceWord.OK, DeviceWord.NO_ANSWER, DeviceWord.OK]


def test_a_status_behind_a_slash_is_no_part_of_the_line(bench: PracticeBench, ears: Ears, watch: Watch) -> None:
    bench.check_feeder.send_raw(b"\nT122000661T 1234567U 1011/00\r\n")
    watch.until(lambda: bool(ears.checks))
    assert ears.checks == [CheckRead("T122000661T 1234567U 1011", Dialect.CANONICAL)]


def test_a_stub_and_a_receipt_are_scanned(bench: PracticeBench, ears: Ears, watch: Watch) -> None:
    assert bench.scanner.scan("00104228103000018412")
    bench.scanner.scan("DT1B-000147")
    watch.until(lambda: len(ears.scans) == 2)
    assert [read_scan(text).kind for text in ears.scans] == [ScanKind.DIGITS, ScanKind.RECEIPT]


def test_a_mad_scanner_harms_nothing(bench: PracticeBench, ears: Ears, watch: Watch) -> None:
    assert bench.scanner.scan("first")
    bench.scanner.send_raw(b"\r\r\n\x00\x01\x02\r" + b"\xff" * (LINE_LIMIT_BYTES + 10) + b"\r")
    bench.scanner.scan("104-2281-03")
    watch.until(lambda: ears.scans[-1:] == ["104-2281-03"])
    assert [len(text) for text in ears.scans[1:-1]] == [3, LINE_LIMIT_BYTES, 10]
    with pytest.raises(ScanUnreadableError):
        read_scan(ears.scans[1])


def test_a_scanner_that_is_not_there_says_so(bench: PracticeBench) -> None:
    setting = bench.settings()[DeviceKind.SCANNER]
    bench.scanner.stop()
    scanner = build_scanner(setting)
    with pytest.raises(DeviceSilentError, match="switched on and its cable is in"):
        scanner.hear(0.1)
    assert scanner.health() is DeviceWord.NO_ANSWER


def test_the_feeder_answers_commands_as_the_reader_does(bench: PracticeBench) -> None:
    import socket

    port = int(bench.check_feeder.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(b"FC 0000\rSWB\rVR\rXX\r")
        answer = b""
        while answer.count(b"\r") < 2:
            answer += line.recv(100)
    assert answer == b"PRACTICE 1.0\r?\r"
