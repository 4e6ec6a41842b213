"""Every dialect of devices reference 2.2: what the simulated reader speaks, the driver reads (C5; vectors 6 to 11)."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.device_setting import DeviceKind
from app.domain.device_state import DeviceWord
from app.domain.micr import (
    CheckKind,
    CheckRead,
    CheckUnreadableError,
    Dialect,
    Field,
    MicrLine,
    dialects_that_fit,
    parse_micr,
)
from app.domain.money import Money
from devices.catalogue import DeviceSettingError, build_check_reader
from devices.drivers.escpos_replies import ReplyReader, micr_of
from devices.simulators.check_feeder import FeederFault
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.sample_checks import SAMPLE_CHECKS, SampleCheck
from tests.devices.watch import LIMIT_S

MARKED = [dialect for dialect in Dialect if dialect is not Dialect.X937]


class Reader:
    """The driver of a station whose settings name the dialect, at the simulator that speaks it."""

    def __init__(self, bench: PracticeBench, dialect: Dialect) -> None:
        bench.check_feeder.speak(dialect)
        self._bench = bench
        self._driver = build_check_reader(bench.settings()[DeviceKind.CHECK_READER])
        assert self._driver.hear(0.01) is None
        assert self._driver.health() is DeviceWord.OK
        assert bench.check_feeder.wait_for_program(LIMIT_S)

    def feed(self, check: SampleCheck) -> CheckRead:
        assert self._bench.check_feeder.feed(check)
        return self._heard()

    def send(self, raw: bytes) -> CheckRead:
        assert self._bench.check_feeder.send_raw(raw)
        return self._heard()

    def close(self) -> None:
        self._driver.close()

    def _heard(self) -> CheckRead:
        read = self._driver.hear(LIMIT_S)
        assert read is not None
        return read


@pytest.fixture
def bench() -> Iterator[PracticeBench]:
    built = PracticeBench()
    built.start()
    yield built
    built.stop()


@pytest.fixture
def reader(bench: PracticeBench, request: pytest.FixtureRequest) -> Iterator[Reader]:
    made = Reader(bench, request.param)
    yield made
    made.close()


def parts(line: MicrLine) -> tuple[object, ...]:
    return line.canonical, line.transit, line.account, line.serial, line.epc, line.amount, line.kind, line.to_key


@pytest.mark.parametrize("reader", MARKED, indirect=True, ids=lambda dialect: dialect.setting)
@pytest.mark.parametrize("check", SAMPLE_CHECKS, ids=lambda check: check.number)
def test_every_check_reads_the_same_in_every_dialect(reader: Reader, check: SampleCheck) -> None:
    line = parse_micr(reader.feed(check))
    assert parts(line) == parts(parse_micr(CheckRead(check.micr, Dialect.CANONICAL)))
    assert line.is_whole


@pytest.mark.parametrize("reader", Dialect, indirect=True, ids=lambda dialect: dialect.setting)
def test_an_unread_place_is_unread_in_every_dialect(bench: PracticeBench, reader: Reader) -> None:
    bench.switch(FeederFault.SMUDGED, True)
    line = parse_micr(reader.feed(SAMPLE_CHECKS[0]))
    assert Field.TRANSIT in line.to_key
    assert "??" in line.canonical


@pytest.mark.parametrize("reader", Dialect, indirect=True, ids=lambda dialect: dialect.setting)
def test_the_wrong_dialect_is_never_a_good_read(bench: PracticeBench, reader: Reader) -> None:
    bench.switch(FeederFault.WRONG_DIALECT, True)
    assert not parse_micr(reader.feed(SAMPLE_CHECKS[0])).is_whole


@pytest.mark.parametrize("reader", [Dialect.X937], indirect=True)
def test_x937_marks_no_routing_number_so_it_is_keyed_and_the_checks_number_is_read(reader: Reader) -> None:
    line = parse_micr(reader.feed(SAMPLE_CHECKS[2]))
    assert (line.transit, line.serial) == ("", "00020417")
    assert line.to_key == (Field.TRANSIT, Field.ACCOUNT)
    assert dialects_that_fit(line.raw) == ()


@pytest.mark.parametrize("reader", [Dialect.UPOS], indirect=True)
def test_vector_6_comes_from_a_reader_as_from_a_printer(reader: Reader) -> None:
    text = b"2t123456789t123 4 567890o 123 a0000001957a"
    line = parse_micr(reader.send(text + b"\r"))
    assert (line.epc, line.transit, line.account, line.serial) == ("2", "123456789", "123 4 567890", "123")
    assert (line.amount, line.kind, line.to_key) == (Money(1957), CheckKind.PERSONAL, (Field.TRANSIT,))
    (reply,) = ReplyReader().feed(b"\x5f\x50" + text + b"\x00")
    assert parse_micr(CheckRead(micr_of(reply) or "", Dialect.UPOS)) == line


@pytest.mark.parametrize("reader", [Dialect.CANONICAL], indirect=True)
def test_vectors_7_and_10_in_our_own_signs(reader: Reader) -> None:
    line = parse_micr(reader.send(b"U0049424770U T061112788T 329 975 3808U\r"))
    assert (line.serial, line.account, line.kind) == ("0049424770", "329 975 3808", CheckKind.BUSINESS)
    line = parse_micr(reader.send(b"T011401533T1234-567U1234\r"))
    assert (line.account, line.serial, line.kind) == ("1234-567", "1234", CheckKind.PERSONAL)


@pytest.mark.parametrize("reader", [Dialect.RANGER], indirect=True)
def test_vector_8_with_an_encoded_amount(reader: Reader) -> None:
    line = parse_micr(reader.send(b"c001468c d026010757d 143804c b0000012090b\r"))
    assert (line.serial, line.account, line.amount) == ("001468", "143804", Money(12090))
    assert line.kind is CheckKind.BUSINESS


@pytest.mark.parametrize("reader", [Dialect.ABCD], indirect=True)
def test_vector_9_with_the_number_before_the_account(reader: Reader) -> None:
    line = parse_micr(reader.send(b"A122000661A 1011C1234567890C\r"))
    assert (line.serial, line.account, line.kind) == ("1011", "1234567890", CheckKind.PERSONAL)


def test_vector_11_is_a_bad_read_without_data() -> None:
    (reply,) = ReplyReader().feed(b"\x5f\x70\x00")
    assert micr_of(reply) is None


@pytest.mark.parametrize("reader", [Dialect.CANONICAL], indirect=True)
def test_what_stands_around_the_data_is_no_part_of_it(reader: Reader) -> None:
    for around in (
        b"T122000661T 1234567U 1011/00\r", b"\x02T122000661T 1234567U 1011\x03Z\r",
        b"\x1bT122000661T 12345\x0067U 1011\r\n",
    ):
        assert parse_micr(reader.send(around)).canonical == "T122000661T 1234567U 1011"


@pytest.mark.parametrize("reader", [Dialect.CANONICAL], indirect=True)
def test_a_check_without_a_magnetic_line_is_told(reader: Reader) -> None:
    with pytest.raises(CheckUnreadableError, match="Feed it again face up"):
        parse_micr(reader.send(b"/01\r"))


def test_a_dialect_nobody_knows_is_refused(bench: PracticeBench) -> None:
    setting = replace(bench.settings()[DeviceKind.CHECK_READER], dialect="klingon")
    with pytest.raises(DeviceSettingError, match="canonical, upos"):
        build_check_reader(setting)
