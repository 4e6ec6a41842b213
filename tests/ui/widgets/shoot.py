"""Writes the galleries as pictures: `python -m tests.ui.widgets.shoot FOLDER`, to lay them beside the look."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.widgets.gallery import build_components, build_more, pose
from tests.ui.widgets.sign_in_sample import build_sign_in
from tests.ui.widgets.till_sample import build_till
from ui.look.theme import Look, apply_look
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

THEMES: dict[str, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST}
BUILDERS: dict[str, Callable[[], QWidget]] = {
    "till": build_till, "components": build_components, "more": build_more, "sign-in": build_sign_in,
}


def shoot(folder: Path, *, only: str = "") -> list[Path]:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    made = []
    for theme, tokens in THEMES.items():
        for scale in (100, 150):
            apply_look(application, Look(tokens, scale))
            for name, build in BUILDERS.items():
                for width, height in ((1366, 768), (1920, 1080)):
                    path = folder / f"{name}-{theme}-{scale}-{width}.png"
                    if only not in path.name:
                        continue
                    part = build()
                    part.resize(width, height)
                    part.show()
                    part.activateWindow()
                    field = part.findChild(QLineEdit, "omnibox_field")
                    if field is not None:
                        field.setFocus()
                    pose(part)
                    application.processEvents()
                    part.grab().save(str(path))
                    part.close()
                    made.append(path)
    return made


if __name__ == "__main__":
    shoot(Path(sys.argv[1]), only=sys.argv[2] if len(sys.argv) > 2 else "")
