"""Where a file goes: the system's own dialogs. Tests replace the two methods."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class Places:
    """Asks for a file or a folder; `chosen` is not called when nothing was chosen."""

    @classmethod
    def ask_file(cls, parent: QWidget, *, title: str, file_name: str, chosen: Callable[[Path], None]) -> None:
        """A file to write, named as proposed."""
        dialog = QFileDialog(parent.window(), title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.selectFile(file_name)
        dialog.fileSelected.connect(lambda text: chosen(Path(text)))
        dialog.finished.connect(lambda _result: parent.window().activateWindow())
        dialog.open()

    @classmethod
    def ask_folder(cls, parent: QWidget, *, title: str, chosen: Callable[[Path], None]) -> None:
        """A folder to write into; the file's name is its own."""
        dialog = QFileDialog(parent.window(), title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda text: chosen(Path(text)))
        dialog.finished.connect(lambda _result: parent.window().activateWindow())
        dialog.open()
