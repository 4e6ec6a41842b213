"""Payload bytes read strictly: canonical form, whole numbers only, and the row's own stream in the first keys."""

import json
import unicodedata
from typing import Any

_written_again = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False
).encode


def _no_fraction(text: str) -> Any:
    raise PayloadFaultError(f"holds {text}, which is no whole number")


_read = json.JSONDecoder(parse_float=_no_fraction, parse_constant=_no_fraction).decode
STREAM_KEYS = ("_incarnation", "_station", "_tenant")


class PayloadFaultError(ValueError):
    """The bytes are not what an entry may hold; the text says why."""


def read_payload(payload: bytes) -> dict[str, Any]:
    """The values of canonical bytes.

    Raises:
        PayloadFaultError: not UTF-8, no JSON object, a fraction, a key twice, keys out of order, spaces, not NFC, or
            the first keys do not name the stream.
    """
    try:
        text = payload.decode("utf-8")
        values = _read(text)
    except PayloadFaultError:
        raise
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise PayloadFaultError("is no JSON text") from error
    if not isinstance(values, dict) or tuple(values)[: len(STREAM_KEYS)] != STREAM_KEYS:
        raise PayloadFaultError("does not begin with its stream's keys")
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        raise PayloadFaultError("holds text that is not NFC")
    if _written_again(values) != text:
        raise PayloadFaultError("is not canonical: keys out of order or twice, spaces, or escapes")
    return values


