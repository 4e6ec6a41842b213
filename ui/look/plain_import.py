"""Loads the Qt binding and puts Python's own import back in its place; to be imported before anything else of Qt.

The binding brings an import of its own, which reads and searches the source of every module that follows: 8 ms before
sign-in, 50 ms before the till. It serves `from __feature__ import` and `import *`, which this program never says.
Where the binding is there already, as in tests, nothing changes.
"""

import builtins

_own = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 - the one that brings it

builtins.__import__ = _own
