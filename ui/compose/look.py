"""The look dialog joined: what is chosen is worn at once, and kept in the station's folder for the next start."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication, QWidget

from db.keys.station_file import STATION_FILE
from ui.look.kept import LookChoice, keep_choice, kept_choice, look_of
from ui.look.theme import apply_look, current_look
from ui.views.look_dialog import LookDialog


def ask_look(folder: Path, window: QWidget, *, changed: Callable[[], None]) -> LookDialog:
    """Open it; `changed` is called when screens must be laid out anew."""
    before = kept_choice(folder)
    scale, is_touch = current_look().scale_percent, current_look().is_touch
    dialog = LookDialog.ask(window, before, wear=wear, keep=partial(keep, folder))

    def closed(_result: int) -> None:
        look = current_look()
        if (look.scale_percent, look.is_touch) != (scale, is_touch):
            changed()

    dialog.finished.connect(closed)
    return dialog


def wear(choice: LookChoice) -> None:
    """The whole window takes it at once."""
    apply_look(cast("QApplication", QApplication.instance()), look_of(choice))


def keep(folder: Path, choice: LookChoice) -> str:
    """Why it could not be kept; empty when it was. A folder that holds no station yet stays empty."""
    if not (folder / STATION_FILE).exists():
        return ""
    try:
        keep_choice(folder, choice)
    except OSError as error:
        return error.strerror or str(error)
    return ""
