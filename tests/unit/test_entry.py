"""The journal's bytes, fixed for ever (DESIGN section 3). These vectors are never edited to make a change pass."""

import hashlib
import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import GENESIS_PREV_H, Entry, EntryRef, StreamName, canonical, chain_hash, new_entry_id
from app.domain.facts.base import NOTHING_SAID, Envelope, payload_values
from app.domain.facts.batches import DrawerOpened
from app.domain.facts.receipts import BucketAmount

STREAM = StreamName("claremore", "DT1", "A")
GENESIS = {"kind": "station_started", "practice": True, "random": "00" * 32, "time_zone": "America/Chicago", "v": 1}
GENESIS_ID = bytes.fromhex("019abc00112270008000000000000000")


def test_the_genesis_vector() -> None:
    payload = canonical({**STREAM.keys(), **GENESIS})
    assert payload == (
        b'{"_incarnation":"A","_station":"DT1","_tenant":"claremore","kind":"station_started","practice":true,'
        b'"random":"' + b"00" * 32 + b'","time_zone":"America/Chicago","v":1}'
    )
    h = chain_hash(0, GENESIS_PREV_H, GENESIS_ID, payload)
    assert h == hashlib.sha256(bytes(32) + bytes(8) + GENESIS_ID + payload).digest()
    assert h.hex() == "af8cc4bf221f94c26c433a5dce66924589bf65159ab96cd7e915e6bb41b703f9"


def test_seq_one_hangs_on_the_genesis() -> None:
    first = chain_hash(0, GENESIS_PREV_H, GENESIS_ID, b"{}")
    second = chain_hash(1, first, GENESIS_ID, b"{}")
    assert second == hashlib.sha256(first + b"\0" * 7 + b"\x01" + GENESIS_ID + b"{}").digest()
    assert second != chain_hash(2, first, GENESIS_ID, b"{}")


def test_a_name_with_n_tilde_is_written_composed() -> None:
    composed, apart = "MU\u00d1OZ", unicodedata.normalize("NFD", "MU\u00d1OZ")
    assert composed != apart
    assert canonical({"name": apart}) == canonical({"name": composed}) == b'{"name":"MU\xc3\x91OZ"}'


def test_keys_are_sorted_by_code_point_and_the_stream_comes_first() -> None:
    envelope = Envelope("2026-11-21T16:00:00.000Z", 1, "boot", "mruiz", "2026-11-21", "0.1.0")
    values = payload_values(STREAM, envelope, DrawerOpened("DT1A-0001", "Make change", NOTHING_SAID, None))
    keys = list(json.loads(canonical(values)))
    assert keys[:3] == ["_incarnation", "_station", "_tenant"]
    assert keys == sorted(keys)
    assert {"kind", "v"} < set(keys)


def test_facts_inside_facts_become_objects() -> None:
    assert canonical({"parts": (BucketAmount("WATER.30", 5),)}) == b'{"parts":[{"bucket":"WATER.30","cents":5}]}'


def test_control_characters_and_quotes_are_escaped_and_emoji_kept() -> None:
    assert canonical({"t": 'a"\n\x1f\U0001f4a7/'}) == b'{"t":"a\\"\\n\\u001f\xf0\x9f\x92\xa7/"}'


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical({"cents": value})


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        canonical({"name": "\ud800"})


def test_what_has_no_json_form_is_refused() -> None:
    with pytest.raises(TypeError):
        canonical({"raw": b"bytes"})


@given(st.dictionaries(st.text(max_size=5), st.one_of(st.integers(), st.text(max_size=9), st.booleans()), max_size=6))
def test_the_same_values_in_any_order_make_the_same_bytes(values: dict[str, Any]) -> None:
    try:
        written = canonical(values)
    except UnicodeEncodeError:
        return
    assert canonical(dict(reversed(values.items()))) == written
    assert unicodedata.is_normalized("NFC", written.decode())
    assert b'": ' not in canonical({"a": 1, "b": [1, 2]})


def test_an_entrys_id_is_a_uuid_of_version_seven() -> None:
    made = new_entry_id(0x19ABC001122, random=bytes(range(0xF0, 0xFA)))
    assert made.hex() == "019abc00112270f1b2f3f4f5f6f7f8f9"
    assert len(new_entry_id(1)) == 16
    assert new_entry_id(1) != new_entry_id(1)


def test_entries_and_streams_are_values() -> None:
    entry = Entry(STREAM, 0, GENESIS_ID, GENESIS_PREV_H, b"{}", b"h")
    assert entry == Entry(STREAM, 0, GENESIS_ID, GENESIS_PREV_H, b"{}", b"h")
    assert EntryRef(1, "ab") == EntryRef(1, "ab")
    assert min(StreamName("t", "FC1", "B"), StreamName("t", "FC1", "A")).incarnation == "A"
