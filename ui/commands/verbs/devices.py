"""`citytill devices`: what is connected, and whether it answers."""

import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Annotated, ClassVar

import typer

from app.domain.device_setting import DeviceKind, DeviceSetting
from app.domain.device_state import DeviceWord
from app.errors import DeviceFaultError, InputError
from db.device_settings import read_devices
from db.opener import opened
from db.paths import STATION_DB
from devices.catalogue import build_check_reader, build_printer, build_scanner
from devices.simulators.practice_bench import PracticeBench
from ui.commands.console import answer, say
from ui.commands.folders import key_of, reading, station_folder
from ui.commands.options import AsJson, Data
from ui.compose.requests.exit_code import ExitCode

LISTEN_S = 1.0


class DeviceNotSetUpError(InputError):
    """No such device at this station."""

    code: ClassVar[str] = "device_not_set_up"

    def __init__(self, name: str) -> None:
        super().__init__(f"No {name} is set up here. The devices are: {', '.join(kind.value for kind in DeviceKind)}.")
        self.name = name


def join(program: typer.Typer) -> None:
    """Add the verb."""
    verbs = typer.Typer(no_args_is_help=True, help="The devices of the station.")
    verbs.callback()(_verbs)
    verbs.command("list")(list_devices)
    verbs.command("test")(ask_device)
    program.add_typer(verbs, name="devices")


def list_devices(data: Data = None, as_json: AsJson = False) -> int:
    """The devices as set up; in practice the simulators, which live inside the window."""
    folder = station_folder(data)
    with reading(folder) as books:
        is_practice = books.is_practice()
    settings = _settings(folder)
    names = [kind.value for kind in DeviceKind] if is_practice else [kind.value for kind in settings]
    rows = [
        {"name": name, "address": "simulated" if is_practice else settings[DeviceKind(name)].address} for name in names
    ]
    answer({"devices": rows}, as_json=as_json, lines=lambda: [f"{row['name']}: {row['address']}" for row in rows])
    return ExitCode.DONE


def ask_device(
    name: Annotated[str, typer.Argument(help="As devices list tells it, like 'receipt printer'.")],
    data: Data = None,
    as_json: AsJson = False,
) -> int:
    """Ask a device how it is; nothing is printed and no drawer opens. In practice a simulator is switched on for it."""
    folder = station_folder(data)
    with reading(folder) as books:
        is_practice = books.is_practice()
    bench = PracticeBench() if is_practice else None
    if bench is not None:
        bench.start()
    try:
        settings: Mapping[DeviceKind, DeviceSetting] = bench.settings() if bench is not None else _settings(folder)
        setting = next((one for one in settings.values() if one.kind.value == name), None)
        if setting is None:
            raise DeviceNotSetUpError(name)
        word = _asked(setting)
    finally:
        if bench is not None:
            bench.stop()
    is_well = word == DeviceWord.OK.value
    answer({"name": name, "ok": is_well, "word": word}, as_json=as_json, lines=lambda: [f"{name}: {word}"])
    return ExitCode.DONE if is_well else ExitCode.NOT_NOW


def _asked(setting: DeviceSetting) -> str:
    """Its word; unknown is never shown as good."""
    if setting.kind is DeviceKind.RECEIPT_PRINTER:
        with (
            tempfile.TemporaryDirectory(prefix="citytill-") as cache,
            closing(build_printer(setting, cache_folder=Path(cache)).printer) as printer,
        ):
            return printer.health().words
    build = build_check_reader if setting.kind is DeviceKind.CHECK_READER else build_scanner
    with closing(build(setting)) as device:
        try:
            device.hear(LISTEN_S)
        except DeviceFaultError as fault:
            say(fault.sentence())
        return device.health().value


def _settings(folder: Path) -> Mapping[DeviceKind, DeviceSetting]:
    db = opened(folder / STATION_DB, key_of(folder), reader=True)
    with closing(db):
        return read_devices(db)


def _verbs() -> None:
    """The devices of the station."""
