"""The look a station chose, kept beside its books in plain text, because the first page is painted before any key.

A station without the file has the light look at 100 %. A file that cannot be read is taken for none: a look never
keeps a till from opening.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.look.theme import LOOK_FILE, Look
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

AS_COMPUTER = "computer"
THEME_KEYS = (LIGHT.name, DARK.name, HIGH_CONTRAST.name, AS_COMPUTER)
_TOKENS = {tokens.name: tokens for tokens in (LIGHT, DARK, HIGH_CONTRAST)}


class LookChoice(NamedTuple):
    """`theme` is the name of a theme, or the computer's own; the rest as in `Look`."""

    theme: str = LIGHT.name
    scale_percent: int = 100
    is_touch: bool = False
    has_motion: bool = True


def kept_choice(folder: Path) -> LookChoice:
    """What the station chose."""
    usual = LookChoice()
    try:
        values = json.loads((folder / LOOK_FILE).read_bytes())
    except (OSError, ValueError):
        return usual
    if not isinstance(values, dict):
        return usual
    told = {name: values.get(name) for name in usual._fields}
    kept = {name: value for name, value in told.items() if type(value) is type(getattr(usual, name))}
    choice = LookChoice(**kept)  # type: ignore[arg-type]  # each has its field's own type
    return choice if choice.theme in THEME_KEYS else choice._replace(theme=usual.theme)


def keep_choice(folder: Path, choice: LookChoice) -> None:
    """Keep it for the next start.

    Raises:
        OSError: the folder cannot be written.
    """
    text = json.dumps(choice._asdict(), indent=2, sort_keys=True) + "\n"
    (folder / LOOK_FILE).write_text(text, encoding="utf-8")


def look_of(choice: LookChoice) -> Look:
    """The look itself; the computer's theme is asked for now."""
    tokens = _TOKENS.get(choice.theme) or computers_tokens()
    return Look(tokens, choice.scale_percent, has_motion=choice.has_motion, is_touch=choice.is_touch)


def computers_tokens() -> Tokens:
    """High contrast where the computer asks for it, else its dark or light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
