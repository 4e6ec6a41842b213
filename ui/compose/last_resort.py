"""Where every error ends that nobody expected: kept without anybody's data, told on one page, never swallowed.

    slot of the window, thread of a worker, task that crashed -> LastResort.take -> faults.log and the crash page

The log holds error types and places in the code, never a message: messages may quote an account or a bank number.
"""

import re
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from ui.compose.version import program_version
from ui.viewmodels.crash import CrashModel

FAULT_LOG = "faults.log"
LOG_LIMIT_BYTES = 512 * 1024
FAULTS_LIMIT = 50
QT_LINES_LIMIT = 50
CAUSES_LIMIT = 8
FRAMES_LIMIT = 60
_ROOT = Path(__file__).parents[2]
_QT_PLACE = re.compile(r"^Q\w+(::\w+)?")
_QT_WORDS = {QtMsgType.QtWarningMsg: "warning", QtMsgType.QtCriticalMsg: "critical", QtMsgType.QtFatalMsg: "fatal"}


class FaultLog:
    """One text file in the data folder and the one before it; a storm of faults is cut off at `FAULTS_LIMIT` a run."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FAULT_LOG
        self._left = FAULTS_LIMIT
        self._qt_left = QT_LINES_LIMIT

    def keep(self, number: str, error: BaseException) -> str:
        """Write types and places; the file's path as words, empty when the disk did not take it."""
        self._left -= 1
        if self._left < 0:
            return str(self.path)
        version = f"CityTill {program_version()}, Python {sys.version.split()[0]}"
        return self._append("\n".join((f"{number} {version}", *trace_lines(error), "")))

    def keep_qt(self, number: str, line: str) -> None:
        """A word of Qt's own."""
        self._qt_left -= 1
        if self._qt_left >= 0:
            self._append(f"{number} {line}\n")

    def _append(self, text: str) -> str:
        try:
            if self.path.exists() and self.path.stat().st_size > LOG_LIMIT_BYTES:
                self.path.replace(self.path.with_suffix(".log.1"))
            with self.path.open("a", encoding="utf-8") as file:
                file.write(text)
        except OSError:
            return ""
        return str(self.path)


def trace_lines(error: BaseException) -> Iterator[str]:
    """The error, what it came from, and the places it went through: types, files, lines, names; no message."""
    at: BaseException | None = error
    for _n in range(CAUSES_LIMIT):
        if at is None:
            return
        yield f"  {type(at).__module__}.{type(at).__qualname__}"
        frames = [(frame.f_code, line) for frame, line in walk_tb(at.__traceback__)]
        for code, line in frames[-FRAMES_LIMIT:]:
            yield f"    {_place(code.co_filename)}:{line} {code.co_name}"
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)


class LastResort(QObject):
    """Hooks of the interpreter, its threads and Qt. Signal: `crashed(CrashShown)` on the window's thread."""

    crashed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = FaultLog(folder)
        self.model = CrashModel(self.log.keep, _now, self)
        self.model.told.connect(self.crashed)
        self._before: tuple[Any, Any] | None = None

    def install(self) -> None:
        """From now on nothing is lost, and nothing ends the program without a word."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.hear
        threading.excepthook = self._hear_thread
        qInstallMessageHandler(self._hear_qt)

    def remove(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            qInstallMessageHandler(None)
            self._before = None

    def answered(self) -> None:
        """The person chose how to go on: the next fault is told again."""
        self.model.answered()

    def take(self, error: BaseException) -> None:
        """Keep it and tell it; when even that fails, the interpreter's own words go to stderr."""
        try:
            self.model.take(error)
        except Exception as second:  # noqa: BLE001  # the last resort itself
            sys.__excepthook__(type(second), second, second.__traceback__)

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What `sys.excepthook` is told."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.take(error)

    def _hear_thread(self, heard: threading.ExceptHookArgs) -> None:
        if heard.exc_value is not None:
            self.take(heard.exc_value)

    def _hear_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in _QT_WORDS:
            place = _QT_PLACE.match(message)
            category = getattr(context, "category", None) or "default"
            words = f"Qt {_QT_WORDS[kind]} {category} {place.group() if place else ''}".rstrip()
            self.log.keep_qt(f"F{_now():%y%m%d-%H%M%S}", words)


def _now() -> datetime:
    return datetime.now(UTC)


def _place(file: str) -> str:
    path = Path(file)
    return str(path.relative_to(_ROOT)) if path.is_relative_to(_ROOT) else path.name
