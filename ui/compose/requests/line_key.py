"""What terminal and window prove to each other: made from the folder's key, which itself never goes over a line."""

import hashlib
import hmac

_MEANING = b"citytill local socket v1"


def line_key(file_key: bytes) -> bytes:
    """The secret of the socket of one data folder."""
    return hmac.digest(file_key, _MEANING, hashlib.sha256)
