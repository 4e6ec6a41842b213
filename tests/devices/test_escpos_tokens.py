"""The practice printer's tokenizer: every command of section 1 has its length, nothing is swallowed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulators.escpos_tokens import all_tokens, tokens

COMMANDS = {
    "10 04 01": "DLE EOT", "10 04 08 01": "DLE EOT", "10 04 12 01": "DLE EOT", "10 05 02": "DLE ENQ",
    "10 14 01 00 01": "DLE DC4", "10 14 08 01 03 14 01 06 02 08": "DLE DC4", "1D 72 01": "GS r", "1B 76": "ESC v",
    "1B 75 00": "ESC u", "1D 61 0F": "GS a", "1D 28 48 06 00 30 30 41 42 43 44": "GS ( H",
    "1D 28 48 03 00 31 30 01": "GS ( H", "1D 49 43": "GS I", "1B 70 00 19 FA": "ESC p", "1B 40": "ESC @",
    "1B 74 10": "ESC t", "1B 4D 01": "ESC M", "1D 21 11": "GS !", "1D 42 01": "GS B", "1D 56 00": "GS V",
    "1D 56 42 00": "GS V", "1B 3D 01": "ESC =", "1B 32": "ESC 2", "1B 33 18": "ESC 3", "1B 61 01": "ESC a",
    "1B 45 01": "ESC E", "1B 2D 01": "ESC -", "1B 21 30": "ESC !", "1B 64 03": "ESC d", "1B 4A 10": "ESC J",
    "1B 63 35 00": "ESC c", "1D 4C 00 00": "GS L", "1D 57 00 02": "GS W",
    "1D 76 30 00 02 00 02 00 FF FF FF FF": "GS v", "1D 28 4C 03 00 30 32 00": "GS ( L",
    "1D 38 4C 02 00 00 00 30 32": "GS 8 L", "1B 2A 00 02 00 FF FF": "ESC *", "1B 2A 21 01 00 FF FF FF": "ESC *",
    "1D 28 6B 03 00 31 51 30": "GS ( k", "1D 68 40": "GS h", "1D 77 02": "GS w", "1D 66 00": "GS f",
    "1D 48 02": "GS H", "1D 6B 49 03 7B 42 41": "GS k", "1D 6B 04 41 42 00": "GS k", "1B 63 30 04": "ESC c",
    "1B 66 01 05": "ESC f", "0C": "FF", "1B 71": "ESC q", "1B 43 04": "ESC C", "1B 46 01": "ESC F",
    "1B 4B 04": "ESC K", "1B 3C": "ESC <", "1D 28 47 02 00 30 44": "GS ( G", "1C 61 30 00": "FS a",
    "1C 61 31": "FS a", "1C 62": "FS b", "1C 63": "FS c", "1C 28 66 02 00 00 01": "FS ( f",
    "1D 28 44 03 00 14 01 00": "GS ( D", "1B 77 01": "ESC w",
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_cut_at_its_own_length(command: str) -> None:
    raw = bytes.fromhex(command)
    found = list(all_tokens(raw + b"A"))
    assert [(token.name, token.raw) for token in found] == [(COMMANDS[command], raw), ("text", b"A")]


EVERYTHING = b"ABC\n".join(bytes.fromhex(command) for command in COMMANDS)


@given(st.integers(min_value=0, max_value=len(EVERYTHING)))
def test_an_unfinished_command_waits_for_its_rest(cut: int) -> None:
    first, rest = tokens(EVERYTHING[:cut])
    second, end = tokens(rest + EVERYTHING[cut:])
    assert b"".join(token.raw for token in first + second) + end == EVERYTHING
    names = [token.name for token in first + second if token.name != "text"]
    assert names == [token.name for token in all_tokens(EVERYTHING) if token.name != "text"]


@given(st.binary(max_size=300))
def test_no_byte_is_swallowed_whatever_comes(data: bytes) -> None:
    assert b"".join(token.raw for token in all_tokens(data)) == data


def test_unknown_bytes_come_out_as_unknown() -> None:
    assert [(token.name, token.raw) for token in all_tokens(b"\x1b\x7e\x01A")] == [
        ("unknown", b"\x1b\x7e"),
        ("unknown", b"\x01"),
        ("text", b"A"),
    ]
