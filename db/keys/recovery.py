"""The recovery key: 256 bits shown as 24 words (BIP-39, English), which wrap the file key for ever.

It is made once at set-up, printed on the recovery sheet, typed back, and then kept nowhere but on that paper. Every
backup carries the file key under it, so that backup and sheet together open the books on any machine.
"""

import difflib
import hashlib
import os
import re
from dataclasses import dataclass
from typing import ClassVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from mnemonic import Mnemonic

from app.errors import InputError
from db.keys.station_file import StationFile, WrappedKey

WORDS = 24
LETTERS_ENOUGH = 4  # the first four letters of a word name it alone in the English list
_NONCE_BYTES = 12
_MEANING = b"citytill file key under recovery key v1"
_ID_OF = b"citytill recovery key id\x00"


class RecoveryWordCountError(InputError):
    """Words are missing, or too many."""

    code: ClassVar[str] = "recovery_count"

    def __init__(self, typed: int) -> None:
        super().__init__(f"The recovery sheet has {WORDS} words, and {typed} were typed. Type them all, in order.")
        self.typed = typed


class RecoveryWordUnknownError(InputError):
    """One word is not on the list; `place` counts from 1 as the sheet does."""

    code: ClassVar[str] = "recovery_word"

    def __init__(self, place: int, word: str, nearest: str) -> None:
        hint = f", perhaps “{nearest}”" if nearest else ""
        super().__init__(f"Word {place}, “{word}”, is not one of the sheet's words{hint}. Look at it again.")
        self.place = place
        self.word = word


class RecoveryWordsDisagreeError(InputError):
    """Every word is on the list, and their check sum is wrong."""

    code: ClassVar[str] = "recovery_check"

    def __init__(self) -> None:
        super().__init__(
            "Each word is a right one, but together they are not: one of them is another, or two are exchanged. "
            "Compare them with the sheet, number by number."
        )


class OtherRecoverySheetError(InputError):
    """Good words of another sheet."""

    code: ClassVar[str] = "recovery_sheet"

    def __init__(self, *, station: str, wanted: str, typed: str) -> None:
        super().__init__(
            f"These are the words of sheet {typed}; {station} needs sheet {wanted}. Fetch the sheet that bears that "
            "number."
        )
        self.wanted = wanted
        self.typed = typed


@dataclass(frozen=True, repr=False)
class RecoveryKey:
    """256 bits that open a wrapped file key; never logged, never stored."""

    secret: bytes

    @classmethod
    def new(cls) -> "RecoveryKey":
        """Fresh from the operating system."""
        return cls(os.urandom(32))

    @classmethod
    def read(cls, text: str) -> "RecoveryKey":
        """Read typed or scanned words: any case, spaces or lines between, numbers beside, four letters are enough.

        Raises:
            RecoveryWordCountError: not 24 words.
            RecoveryWordUnknownError: the first word that is not on the list.
            RecoveryWordsDisagreeError: known words whose check sum is wrong.
        """
        typed = re.findall(r"[^\W\d_]+", text.lower())
        book = Mnemonic("english")
        if len(typed) != WORDS:
            raise RecoveryWordCountError(len(typed))
        words = [_known(book.wordlist, place, word) for place, word in enumerate(typed, start=1)]
        try:
            return cls(bytes(book.to_entropy(words)))
        except ValueError as error:
            raise RecoveryWordsDisagreeError from error

    @property
    def words(self) -> tuple[str, ...]:
        """The 24 words, in order."""
        return tuple(Mnemonic("english").to_mnemonic(self.secret).split(" "))

    @property
    def qr_text(self) -> str:
        """What the sheet's QR code holds: four capital letters a word, which a scanner types and `read` takes."""
        return " ".join(word[:LETTERS_ENOUGH].upper() for word in self.words)

    @property
    def sheet(self) -> str:
        """The sheet's number, like `3F2A-91C0`: names the key without telling it."""
        digest = hashlib.sha256(_ID_OF + self.secret).hexdigest()[:8].upper()
        return f"{digest[:4]}-{digest[4:]}"

    def __repr__(self) -> str:
        return f"RecoveryKey(sheet {self.sheet})"


def wrap_file_key(recovery: RecoveryKey, key: bytes) -> WrappedKey:
    """The file key as `station.json` and every backup carry it."""
    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(recovery.secret).encrypt(nonce, key, _MEANING)
    return WrappedKey(by=recovery.sheet, nonce=nonce.hex(), sealed=sealed.hex())


def unwrap_file_key(station: StationFile, recovery: RecoveryKey) -> bytes:
    """The file key out of a backup's or a folder's `station.json`.

    Raises:
        OtherRecoverySheetError: the words are good, and of another sheet.
    """
    wrapped = station.recovery
    if wrapped is None:
        raise OtherRecoverySheetError(station=station.station, wanted="none", typed=recovery.sheet)
    try:
        nonce, sealed = bytes.fromhex(wrapped.nonce), bytes.fromhex(wrapped.sealed)
        return AESGCM(recovery.secret).decrypt(nonce, sealed, _MEANING)
    except (InvalidTag, ValueError) as error:
        raise OtherRecoverySheetError(station=station.station, wanted=wrapped.by, typed=recovery.sheet) from error


def _known(wordlist: list[str], place: int, typed: str) -> str:
    """The list's word for what was typed: itself, or the one that begins so when four letters are there."""
    if typed in wordlist:
        return typed
    begins = [word for word in wordlist if word.startswith(typed)] if len(typed) >= LETTERS_ENOUGH else []
    if len(begins) == 1:
        return begins[0]
    nearest = difflib.get_close_matches(typed, wordlist, n=1)
    raise RecoveryWordUnknownError(place, typed, nearest[0] if nearest else "")
