"""The bytes we make ourselves, with vector 14."""

import pytest

from devices.drivers.escpos_commands import (
    ask_acknowledge,
    ask_status,
    code_128,
    pulse,
    pulse_now,
    raster_band,
    tag_of,
)


def test_status_questions_and_acknowledgement() -> None:
    assert ask_status(1, 2, 4) == bytes.fromhex("10 04 01 10 04 02 10 04 04")
    assert ask_acknowledge(b"ABCD") == bytes.fromhex("1D 28 48 06 00 30 30 41 42 43 44")


def test_the_drawer_pulse_is_50_ms_on_and_500_ms_off() -> None:
    assert pulse(pin=2) == bytes.fromhex("1B 70 00 19 FA")
    assert pulse(pin=5) == bytes.fromhex("1B 70 01 19 FA")
    assert pulse_now(pin=2) == bytes.fromhex("10 14 01 00 01")


def test_vector_14_a_picture_band_of_16_by_8_black_dots() -> None:
    band = raster_band(width_bytes=2, dots=b"\xff" * 16)
    assert band == bytes.fromhex("1D 76 30 00 02 00 08 00") + b"\xff" * 16
    assert len(band) == 24


@pytest.mark.parametrize("dots", [b"", b"\xff", b"\xff" * 2 * 256])
def test_a_band_is_whole_rows_within_its_limit(dots: bytes) -> None:
    with pytest.raises(ValueError, match="whole rows"):
        raster_band(width_bytes=2, dots=dots)


def test_the_receipt_bar_code_is_set_b_with_text_below() -> None:
    expected = bytes.fromhex("1D 68 40 1D 77 02 1D 66 00 1D 48 02 1D 6B 49 0D 7B 42") + b"DT1B-000147"
    assert code_128("DT1B-000147") == expected
    assert code_128("a{b").endswith(b"\x06{Ba{{b")


def test_tags_are_four_printable_characters_and_differ() -> None:
    tags = {tag_of(job) for job in range(5_000)} | {tag_of(14_000_000), tag_of(2**40)}
    assert len(tags) == 5_002
    assert all(len(tag) == 4 and tag.isalnum() for tag in tags)
