"""A child process of the bench: a fresh practice station takes one extract and makes its search file; nothing beside.

`argv` has the folder of the station to make and the extract. Says on stdout the most memory that this process and the
largest of those that it began have held (in the system's own unit), and the seconds it took.
"""

import gc
import resource
import sys
import time
from pathlib import Path

from app.usecases.import_accounts import ImportRequest
from devices.system_clock import SystemClock
from ui.compose.extracts import Extracts
from ui.compose.practice import IMPORTER, found_practice
from ui.viewmodels.files import source_of

LIMIT_S = 3_600.0


def run() -> None:
    """Take it the way the window and the verb do."""
    gc.disable()
    folder, extract = Path(sys.argv[1]), Path(sys.argv[2])
    began = time.monotonic()
    desk = found_practice(folder, clock=SystemClock())
    try:
        request = ImportRequest(IMPORTER, extract.name, source_of(extract), path=extract)
        done = Extracts(desk).take(request).result(LIMIT_S)
        desk.station.refresh_search().result(LIMIT_S)
    finally:
        desk.close()
    own, begun = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(f"{own} {begun} {time.monotonic() - began:.1f} {done.posted}\n")
