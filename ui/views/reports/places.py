"""Where a report goes: the system's own dialog. Tests replace the method."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_SORTS = {".pdf": "PDF (*.pdf)", ".xlsx": "Excel (*.xlsx)", ".csv": "CSV (*.csv)"}


class ReportPlaces:
    """Asks for a file; `chosen` is not called when nothing was chosen."""

    @classmethod
    def ask_file(cls, parent: QWidget, *, title: str, file_name: str, chosen: Callable[[Path], None]) -> None:
        """A file to write, named as proposed; the ending of the proposal stays."""
        ending = Path(file_name).suffix
        dialog = QFileDialog(parent.window(), title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_SORTS[ending])
        dialog.setDefaultSuffix(ending.lstrip("."))
        dialog.selectFile(file_name)
        dialog.fileSelected.connect(lambda text: chosen(_ended(Path(text), ending)))
        dialog.finished.connect(lambda _result: parent.window().activateWindow())
        dialog.open()


def _ended(path: Path, ending: str) -> Path:
    """The ending says what is written: another one is kept in front of it."""
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)
