"""The command line: `citytill` without a verb is the window, with one it is that verb (DESIGN section 9).

Nothing is imported before it is known what was asked for: the window paints at once, a verb loads its own rooms.
"""

import sys
from importlib import import_module

WINDOW_OPTION = "--data"
SELF_CHECK = "--self-check"
ASIDE = "--aside"  # the built program's own call (`ui.compose.aside_command`)


def main() -> int:
    """`citytill [VERB] ...`; the exit code."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0].partition("=")[0] == WINDOW_OPTION:
        return int(import_module("ui.start").main())
    if arguments[0] == ASIDE:
        return int(import_module("ui.compose.aside").main())
    if arguments[0] == SELF_CHECK:
        return int(import_module("ui.commands.check.self_check").self_check())
    return int(import_module("ui.commands.program").run(arguments))
