"""`python -m ui.commands`, and where the built program starts."""

import multiprocessing
import sys

from ui.commands import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # in the built program a worker process starts here too
    sys.exit(main())
