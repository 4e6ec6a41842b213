"""The search file built by a process aside."""

from pathlib import Path

from app.interchange.extract_errors import ImportCancelledError
from db.aside.frames import SearchJob
from db.aside.process import Aside
from db.aside.talk import talk_with
from db.errors import AsideBrokeOffError


def search_built(aside: Aside, folder: Path, key: bytes) -> bool | None:
    """Whether it was built; None when the process could not be had to its end."""
    try:
        with talk_with(aside, SearchJob(str(folder.absolute()), key)) as talk:
            return talk.done(bool, progress=_nobody, cancelled=lambda: aside.is_stopped)
    except (AsideBrokeOffError, ImportCancelledError):
        return None


def _nobody(_bytes_done: int) -> None:
    """Nobody watches."""
