"""Loads the Qt binding without what only errors and help need; to be imported before anything else of Qt.

The binding unpacks and compiles some 3,000 lines of Python at each start: 25 ms, and nothing is shown before. They word
the error for a wrong argument, word the help, and read the source of every module that follows for the
sake of `from __feature__ import`, which this program never says (8 ms before sign-in, 50 ms before the till). Here they
are loaded when one of them is first asked. Where the binding is there already, as in tests, nothing changes; nor where
it comes in another shape than the embedded one.
"""

import builtins
import sys
from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

_PLACE, _NAME = "shibokensupport.signature", "loader"
_MAPPING, _UPDATE = f"{_PLACE}.mapping", "update_mapping"
_ASKED_LATER = ("pyside_type_init", "create_signature", "seterror_argument", "make_helptext")
_EMBEDDED = "EmbeddableZipImporter"
_own = builtins.__import__


class _Late:
    """Stands where the binding looks for its loader, and fetches the real one when it is asked something."""

    def __init__(self, importer: Any) -> None:
        self._importer = importer
        self._finished: list[ModuleType] = []
        self._real: ModuleType | None = None
        for name in _ASKED_LATER:
            setattr(self, name, self._asked(name))
        mapping = ModuleType(_MAPPING)  # the binding itself looks here for the names of an error's sentence
        setattr(mapping, _UPDATE, self._update_mapping)
        self._names = vars(mapping)
        sys.modules[_MAPPING] = mapping

    def finish_import(self, module: ModuleType) -> None:
        """A module of Qt was loaded; what was deprecated in it is added when the real loader comes."""
        self._finished.append(module)

    def feature_import(self, *_names: Any, **_more: Any) -> None:
        """No feature is asked for: an ordinary import follows."""

    def feature_imported(self, _module: ModuleType) -> None:
        """Nor is a module searched for one."""

    def post_init(self) -> None:
        """Python's own import stays in its place."""

    def _update_mapping(self) -> None:
        mapping = self._fetched().mapping
        getattr(mapping, _UPDATE)()
        self._names.update({name: value for name, value in vars(mapping).items() if name != _UPDATE})

    def _asked(self, name: str) -> Callable[..., Any]:
        def asked(*values: Any, **named: Any) -> Any:
            return getattr(self._fetched(), name)(*values, **named)

        return asked

    def _fetched(self) -> ModuleType:
        if self._real is None:
            sys.modules.pop(_MAPPING)
            sys.meta_path.insert(0, self._importer)
            try:
                self._real = getattr(_own(_PLACE, fromlist=(_NAME,)), _NAME)
            finally:
                sys.meta_path.remove(self._importer)
            for module in self._finished:
                self._real.finish_import(module)
        return self._real


def _import(
    name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0  # noqa: A002 - as Python's
) -> Any:
    first = sys.meta_path[0]
    if name == _PLACE and fromlist == (_NAME,) and type(first).__name__ == _EMBEDDED:
        return SimpleNamespace(**{_NAME: _Late(first)})
    return _own(name, globals, locals, fromlist, level)


builtins.__import__ = _import
import PySide6.QtCore  # noqa: E402, F401 - the one that brings it

builtins.__import__ = _own
