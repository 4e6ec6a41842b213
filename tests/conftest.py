"""What a test needs before anything is imported: an off-screen window, a private printer cache, steady examples."""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before PySide6: without a display Qt aborts the process
# escpos leaves a stray folder at each import unless it is given one of its own; one that no other user can write to
ESCPOS_CACHE = Path(tempfile.gettempdir()) / f"citytill-tests-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
ESCPOS_CACHE.mkdir(mode=0o700, exist_ok=True)
os.environ.setdefault("ESCPOS_CAPABILITIES_PICKLE_DIR", str(ESCPOS_CACHE))

# A shared machine is slow at times: no deadline. In the gate the same examples each time, so that red means changed.
settings.register_profile("citytill", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("gate", parent=settings.get_profile("citytill"), derandomize=True)
settings.load_profile("gate" if os.environ.get("CI") else "citytill")

# As in the program: a collection on a worker's thread that met a dropped widget would end the process (hot-path 5).
COLLECT_FROM = 50_000
gc.disable()


@pytest.fixture(autouse=True)
def collect_on_this_thread_only() -> Iterator[None]:
    yield
    if gc.get_count()[0] > COLLECT_FROM:
        gc.collect()
