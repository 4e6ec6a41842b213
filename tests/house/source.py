"""What the house tests read: every file of the repository, and Python files as trees."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("app", "db", "devices", "receipts", "resources", "ui")
NOT_OURS = {".git", ".hypothesis", ".venv", "build", "dist", "citytill-demo"}
WRITTEN_BY_HAND = {".py", ".md", ".toml", ".spec", ".mako", ".sql", ".yaml", ".yml", ".sh", ".cfg", ""}


def written_files() -> Iterator[Path]:
    """Files that people write, with git's own and tools' folders left out (git itself may not be installed)."""
    for folder, names, files in os.walk(ROOT):
        names[:] = [name for name in names if name not in NOT_OURS and not name.endswith(("_cache", "__", ".egg-info"))]
        for name in files:
            if Path(name).suffix in WRITTEN_BY_HAND and not name.startswith((".venv", "LICENSE")):
                yield Path(folder, name)


def python_files(*rooms: str) -> list[Path]:
    """The Python files of the named rooms, sorted."""
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def place(path: Path, node: ast.AST) -> str:
    """`app/domain/money.py:12`, for messages."""
    return f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 1)}"


def imported(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """(node, full dotted name) of everything that is imported below `tree`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)
