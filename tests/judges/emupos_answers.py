"""Run by a Python that has emupos (3.13 or later): what it makes of our bytes, as JSON on standard output.

Standard input holds `{"profile": ..., "papers": {name: hex}}`. Nothing of ours is imported here, so that the judge
stays independent; emupos is driven without its network, by the same class that its server drives.
"""

import hashlib
import json
import sys
from importlib import import_module, metadata, resources
from typing import Any

PIN_3_HIGH_WHEN_OPEN = "high"
IDLE_MS = 2_000


def main() -> None:
    asked = json.load(sys.stdin)
    printer = import_module("emupos.printer.printer")
    profile = read_profile(asked["profile"])
    answers = {name: answer(printer, profile, bytes.fromhex(data)) for name, data in asked["papers"].items()}
    told = {
        "emupos": metadata.version("emupos"), "python": ".".join(map(str, sys.version_info[:3])),
        "profile": asked["profile"], "papers": answers,
    }  # fmt: skip
    json.dump(told, sys.stdout, indent=1, ensure_ascii=False, sort_keys=True)
    sys.stdout.write("\n")


def read_profile(name: str) -> Any:
    text = (resources.files("emupos") / "profiles" / "printers" / f"{name}.yaml").read_text("utf-8")
    return import_module("emupos.config").PrinterProfile.model_validate(import_module("yaml").safe_load(text))


def answer(printer: Any, profile: Any, data: bytes) -> dict[str, object]:
    """One paper on a line of its own, then the line is closed."""
    machine = printer.Printer("front", profile, sensor_open_level=PIN_3_HIGH_WHEN_OPEN, job_idle_timeout_ms=IDLE_MS)
    out = machine.open_connection(1, 0.0) + machine.receive(1, data, 0.0)
    out += machine.close_connection(1, 0.0)
    return {
        "bytes_sha256": hashlib.sha256(data).hexdigest(),
        "pages": [
            {"text": page.text, "ends_by": page.boundary, "width_dots": page.width_dots} for page in out.receipts
        ],
        "events": [[str(event.type), dict(event.data)] for event in out.events],
        "replies": b"".join(write.data for write in out.writes).hex(),
        "drawer": machine.state().drawer,
    }


if __name__ == "__main__":
    main()
