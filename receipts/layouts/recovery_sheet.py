"""What the recovery sheet says: 24 numbered words, the same as QR code, and what to do with them (DESIGN section 3)."""

from collections.abc import Sequence
from datetime import date

from receipts.layouts import wording
from receipts.recovery_sheet import RecoverySheet

WORDS = 24  # 256 bits as BIP-39 words
_STEPS = """\
Lock this sheet in the safe. Never keep it beside the computer or with the backups, never photograph or mail it.
When the computer is lost or broken, install CityTill on another one, plug in the newest backup, and run
    citytill restore with the backup's folder.
Type the 24 words when it asks, or scan the code. Capitals and spaces do not matter, and the first four letters of a
    word are enough.
The station comes back under a new letter, with new receipt numbers. Receipts taken after that backup are on paper
    only: give them to your supervisor.
If this sheet is lost while the station works, no money is lost. Tell your IT at once, for no backup could then be
    opened on another computer."""


def recovery_sheet(
    *, city: str, station: str, sheet: str, words: Sequence[str], qr_text: str, made_on: date, made_by: str
) -> RecoverySheet:
    """The sheet of a station; `sheet` is its number, `words` the recovery key in order, `qr_text` for a scanner.

    Raises:
        ValueError: not 24 words.
    """
    if len(words) != WORDS:
        raise ValueError(f"a recovery key has {WORDS} words, not {len(words)}")
    return RecoverySheet(
        issuer=city,
        title="Recovery sheet",
        number=f"Sheet {sheet}",
        warning=f"This sheet and a backup together open all books of {station}. Keep it like the key of the safe.",
        facts=(
            ("Station", station),
            ("Made on", wording.day(made_on)),
            ("Made by", made_by),
        ),
        words=tuple(words),
        qr_text=qr_text,
        qr_caption="The same words, for a scanner",
        steps=tuple(_STEPS.replace("\n    ", " ").splitlines()),
        sign=("Typed back by", "Locked away by", "Where, and when"),
    )
