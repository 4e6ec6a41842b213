"""The file key: 256 random bits that open a station's files; its id may be shown, the key never."""

import os

FILE_KEY_BYTES = 32
_ID_OF = b"citytill file key id\x00"


def new_file_key() -> bytes:
    """256 bits from the operating system."""
    return os.urandom(FILE_KEY_BYTES)


def key_id(key: bytes) -> str:
    """Eight hex letters that name a key without telling it: files, sheets and sentences say which key they mean."""
    import hashlib  # noqa: PLC0415 - brings OpenSSL, 4 ms, and sign-in compares only a key that opens nothing

    return hashlib.sha256(_ID_OF + key).hexdigest()[:8]
