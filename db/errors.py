"""What can go wrong with the files of a station, each as one sentence and the next step."""

from pathlib import Path
from typing import ClassVar

from app.errors import RecordsError


class WrongKeyError(RecordsError):
    """The key does not open the file, or the file is no database of ours."""

    code: ClassVar[str] = "wrong_key"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The key does not open {path.name}: it is another station's file, or damaged. Put the right file or key "
            "there, or restore the last backup."
        )
        self.path = path


class FileMissingError(RecordsError):
    """There is no such file in the folder."""

    code: ClassVar[str] = "file_missing"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is not in {path.parent}. Choose the station's folder, or restore a backup.")
        self.path = path


class DiskFullError(RecordsError):
    """The disk took no more; the deed was rolled back."""

    code: ClassVar[str] = "disk_full"

    def __init__(self, path: Path) -> None:
        super().__init__("The disk is full, nothing was saved. Free some space, then do it again.")
        self.path = path


class DiskFaultError(RecordsError):
    """The disk or the operating system refused to read or write."""

    code: ClassVar[str] = "disk_fault"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The disk did not read or write {path.name}, nothing was saved. Try again; if it stays, call your IT."
        )
        self.path = path


class NotWritableError(RecordsError):
    """The folder or the file may only be read."""

    code: ClassVar[str] = "not_writable"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} may only be read, nothing was saved. Ask your IT for the right to write in {path.parent}, "
            "then try again."
        )
        self.path = path


class FileBusyError(RecordsError):
    """Another program holds the file."""

    code: ClassVar[str] = "file_busy"

    def __init__(self, path: Path) -> None:
        super().__init__(f"Another program is using {path.name}, nothing was saved. Close it, then do it again.")
        self.path = path


class FileDamagedError(RecordsError):
    """Pages of the file do not agree with their own sums."""

    code: ClassVar[str] = "file_damaged"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is damaged. Stop, keep the folder as it is, and restore the last backup.")
        self.path = path


class SearchUnreadableError(RecordsError):
    """The search file is gone or damaged; it holds nothing that the books do not, so it is built anew."""

    code: ClassVar[str] = "search_unreadable"

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The search list cannot be read and is being made anew; no money is touched. Try again in a moment."
        )
        self.path = path


class PragmaRefusedError(RecordsError):
    """The database engine did not take a setting that durability rests on."""

    code: ClassVar[str] = "pragma_refused"

    def __init__(self, path: Path, pragma: str, got: str) -> None:
        super().__init__(
            f"{path.name} cannot be opened safely ({pragma} is {got}). Move the folder to a local disk, then try again."
        )
        self.path = path
        self.pragma = pragma


class JournalRefusedError(RecordsError):
    """The journal or its views refused a row: a broken chain, a used number, an unknown batch."""

    code: ClassVar[str] = "journal_refused"

    def __init__(self, why: str) -> None:
        super().__init__(f"The journal refused an entry ({why}), nothing was saved. Call your IT and run a verify.")
        self.why = why


class NewerFileError(RecordsError):
    """The file was written by a later version of the program."""

    code: ClassVar[str] = "newer_file"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} was written by a newer CityTill. Install that version here, then open it again.")
        self.path = path


class AlreadyOpenError(RecordsError):
    """A second instance: one window, one process, one folder."""

    code: ClassVar[str] = "already_open"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"CityTill is already open on {folder}. Use that window, or close it first.")
        self.folder = folder


class LaneClosedError(RecordsError):
    """Work was handed to a worker that has ended."""

    code: ClassVar[str] = "lane_closed"

    def __init__(self, name: str) -> None:
        super().__init__("CityTill is closing, nothing was saved. Start it again, then repeat the last step.")
        self.name = name


class FolderInUseError(RecordsError):
    """A new station was asked for where one already is."""

    code: ClassVar[str] = "folder_in_use"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} already holds a station. Open it, or choose an empty folder.")
        self.folder = folder


class ViewsRebuildingError(RecordsError):
    """An import or a second rebuild was begun while the views are built anew."""

    code: ClassVar[str] = "views_rebuilding"

    def __init__(self) -> None:
        super().__init__("The books' lists are being built anew. Wait until that is done, then begin again.")


class ImportRunningError(RecordsError):
    """A second import was begun beside a running one."""

    code: ClassVar[str] = "import_running"

    def __init__(self) -> None:
        super().__init__("An import is already running. Wait until it is done, or cancel it.")


class AsideBrokeOffError(RecordsError):
    """The process that did whole-file work ended in the middle of it."""

    code: ClassVar[str] = "aside_broke_off"

    def __init__(self) -> None:
        super().__init__("The process that read the file ended before it was done. Nothing was changed. Do it again.")


class ImportFiguresLostError(RecordsError):
    """The process that read an extract ended between the entry and the telling."""

    code: ClassVar[str] = "import_figures_lost"

    def __init__(self) -> None:
        super().__init__("The file was taken, but its figures were lost. Import it again to see them; it counts once.")


class BlobMissingError(RecordsError):
    """An entry names sealed bytes that the file does not hold."""

    code: ClassVar[str] = "blob_missing"

    def __init__(self, content_hash: str) -> None:
        super().__init__(f"Stored bytes {content_hash[:12]} are missing or damaged. Restore them from the last backup.")
        self.content_hash = content_hash
