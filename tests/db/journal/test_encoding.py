"""The fast encoder writes the canonical bytes and no others (I-15)."""

import json
import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import canonical
from db.encoding import encoded

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@dataclass(frozen=True)
class Nested:
    zulu: int
    alpha: str


@given(st.dictionaries(TEXT, VALUES, max_size=6))
def test_both_encoders_write_the_same_bytes(values: dict[str, object]) -> None:
    assert encoded(values) == canonical(values)


@given(TEXT, st.integers(-(2**63), 2**63 - 1))
def test_dataclasses_become_objects_with_sorted_keys(text: str, number: int) -> None:
    values = {"inner": (Nested(number, text),)}
    assert encoded(values) == canonical(values)
    assert json.loads(encoded(values)) == {"inner": [{"alpha": unicodedata.normalize("NFC", text), "zulu": number}]}


def test_a_lone_surrogate_is_refused_by_both() -> None:
    for encode in (encoded, canonical):
        with pytest.raises(UnicodeEncodeError):
            encode({"name": "\ud800"})
