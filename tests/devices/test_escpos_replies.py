"""Answers of a printer: vectors 1 to 5 and 11 of the devices reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.device_state import HealthWord, Tri, Trouble
from devices.drivers.escpos_replies import Reply, ReplyKind, ReplyReader, asb_health, health_of, micr_of, pin_high


@pytest.mark.parametrize(
    ("byte", "offline", "is_pin_high"),
    [(0x12, Tri.NO, False), (0x16, Tri.NO, True), (0x1A, Tri.YES, False), (0x1E, Tri.YES, True)],
)
def test_vector_1_the_printer_status(byte: int, offline: Tri, is_pin_high: bool) -> None:
    assert health_of({1: byte}).offline is offline
    assert pin_high(byte) is is_pin_high


@pytest.mark.parametrize(
    ("byte", "low", "out"), [(0x12, Tri.NO, Tri.NO), (0x1E, Tri.YES, Tri.NO), (0x7E, Tri.YES, Tri.YES)]
)
def test_vector_2_the_roll_sensors(byte: int, low: Tri, out: Tri) -> None:
    health = health_of({1: 0x12, 2: 0x12, 4: byte})
    assert (health.paper_low, health.paper_out) == (low, out)


@pytest.mark.parametrize(
    ("data", "trouble", "is_pin_high"),
    [
        ("10 00 00 00", None, False),
        ("14 00 00 00", None, True),
        ("38 00 00 00", Trouble.COVER_OPEN, False),
        ("18 00 0F 00", Trouble.PAPER_OUT, False),
    ],
)
def test_vector_3_the_automatic_status(data: str, trouble: Trouble | None, is_pin_high: bool) -> None:
    block = bytes.fromhex(data)
    health = asb_health(block)
    assert health.trouble is trouble
    assert pin_high(block[0]) is is_pin_high
    assert health.offline is (Tri.NO if trouble is None else Tri.YES)


STREAM = bytes.fromhex("12 10 00 00 00 5F 50 30 31 00 16")


def test_vector_4_a_mixed_stream_is_told_apart() -> None:
    assert ReplyReader().feed(STREAM) == [
        Reply(ReplyKind.STATUS, b"\x12"),
        Reply(ReplyKind.ASB, b"\x10\x00\x00\x00"),
        Reply(ReplyKind.BLOCK, b"\x5fP01"),
        Reply(ReplyKind.STATUS, b"\x16"),
    ]


@given(st.integers(min_value=0, max_value=len(STREAM)), st.integers(min_value=0, max_value=len(STREAM)))
def test_the_same_answers_come_out_however_the_stream_is_cut(one: int, two: int) -> None:
    first, second = sorted((one, two))
    reader = ReplyReader()
    cut = reader.feed(STREAM[:first]) + reader.feed(STREAM[first:second]) + reader.feed(STREAM[second:])
    assert cut == ReplyReader().feed(STREAM)


def test_vector_5_the_acknowledgement_names_its_job() -> None:
    (reply,) = ReplyReader().feed(bytes.fromhex("37 22 41 42 43 44 00"))
    assert reply.acknowledged_tag == b"ABCD"
    (other,) = ReplyReader().feed(bytes.fromhex("37 25 00"))
    assert other.acknowledged_tag is None


def test_vector_11_a_bad_check_read_of_a_hybrid_printer_has_no_line() -> None:
    (bad,) = ReplyReader().feed(bytes.fromhex("5F 70 00"))
    assert micr_of(bad) is None
    (good,) = ReplyReader().feed(b"\x5f\x50t122000661t 12o\x00")
    assert micr_of(good) == "t122000661t 12o"
    (detailed,) = ReplyReader().feed(b"\x5f\x58\x40\x1ft122000661t\x00")
    assert micr_of(detailed) == "t122000661t"


def test_a_block_without_an_end_is_given_up_and_a_strange_byte_hides_nothing() -> None:
    reader = ReplyReader()
    assert reader.feed(b"\x5f" + b"x" * 600)[0].kind is ReplyKind.STRANGE
    assert [reply.kind for reply in reader.feed(b"\xff\x13\x12\x00")] == [
        ReplyKind.STRANGE,
        ReplyKind.FLOW,
        ReplyKind.STATUS,
        ReplyKind.IN_TURN,
    ]


def test_no_answer_at_all_is_never_good() -> None:
    health = health_of({})
    assert health.answers is Tri.NO
    assert health.trouble is Trouble.NO_ANSWER
    assert health_of({1: 0x12}).word is HealthWord.UNKNOWN
    assert health_of({2: 0x32}).paper_out is Tri.YES
    assert health_of({2: 0x12}).paper_out is Tri.UNKNOWN
