"""Which drivers there are, and how a driver is built from a device's setting."""

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from app.domain.device_setting import DeviceKind, DeviceSetting, Wiring
from app.domain.micr import Dialect
from app.errors import InputError
from app.frozen import frozen
from app.ports.cash_drawer import CashDrawer
from app.ports.check_reader import CheckReader
from app.ports.receipt_printer import ReceiptPrinter
from app.ports.scanner import Scanner
from devices.drivers.escpos_drawer import EscPosDrawer, OpenLevel
from devices.drivers.escpos_encoder import EscPosEncoder
from devices.drivers.escpos_line import EscPosLine, PrinterLimits
from devices.drivers.escpos_printer import EscPosPrinter
from devices.drivers.magtek_micr import MagTekCheckReader
from devices.drivers.profiles import PROFILES, PrinterProfile
from devices.drivers.serial_scanner import SerialScanner
from devices.transports.serial_port import SerialTransport
from devices.transports.tcp import TcpTransport
from devices.transports.transport import Transport

PRINTER_PORT = 9100


class DeviceSettingError(InputError):
    """A device's setting cannot be used."""

    code: ClassVar[str] = "device_setting"

    def __init__(self, what: str, choices: str) -> None:
        super().__init__(f"The device setting “{what}” cannot be used. It must be {choices}.")
        self.what = what


@frozen
class PrinterSet:
    """A printer and the drawer at its plug: two ports, one line, one worker."""

    printer: ReceiptPrinter
    drawer: CashDrawer
    profile: PrinterProfile


def profile_titles() -> dict[str, str]:
    """The printer profiles a station can choose, by name, for Set-up."""
    return {name: profile.title for name, profile in PROFILES.items()}


def profile_named(name: str) -> PrinterProfile:
    """The profile.

    Raises:
        DeviceSettingError: there is none of that name.
    """
    if name not in PROFILES:
        raise DeviceSettingError(name, ", ".join(PROFILES))
    return PROFILES[name]


def build_printer(
    setting: DeviceSetting, *, cache_folder: Path, limits: PrinterLimits | None = None
) -> PrinterSet:
    """Printer and drawer of a station.

    Raises:
        DeviceSettingError: unknown profile, way or address.
    """
    profile = profile_named(setting.profile)
    line = EscPosLine(
        build_transport(setting), acknowledge=profile.acknowledge, limits=limits or PrinterLimits()
    )
    drawer = EscPosDrawer(
        line,
        pin=setting.drawer_pin,
        open_level=OpenLevel(setting.drawer_open_level),
        has_sensor=setting.drawer_has_sensor and profile.reports,
    )
    encoder = EscPosEncoder(profile, cache_folder=cache_folder)
    return PrinterSet(EscPosPrinter(line, profile=profile, encoder=encoder), drawer, profile)


def build_check_reader(setting: DeviceSetting) -> CheckReader:
    """The station's check reader.

    Raises:
        DeviceSettingError: unknown dialect, way or address.
    """
    names = {dialect.setting: dialect for dialect in Dialect}
    if setting.dialect not in names:
        raise DeviceSettingError(setting.dialect, ", ".join(names))
    return MagTekCheckReader(build_transport(setting), dialect=names[setting.dialect])


def build_scanner(setting: DeviceSetting) -> Scanner:
    """The station's serial scanner; a keyboard wedge needs no driver.

    Raises:
        DeviceSettingError: unknown way or address.
    """
    return SerialScanner(build_transport(setting))


def build_transport(setting: DeviceSetting) -> Transport:
    """The line to the device.

    Raises:
        DeviceSettingError: the address is empty or its port is not a number.
    """
    return _WIRINGS[setting.wiring](setting)


def _tcp(setting: DeviceSetting) -> Transport:
    host, _, port = setting.address.partition(":")
    if not host or not (port or str(PRINTER_PORT)).isdigit():
        raise DeviceSettingError(setting.address, "a host and a port, like 192.168.1.50:9100")
    return TcpTransport(host, int(port or PRINTER_PORT))


def _serial(setting: DeviceSetting) -> Transport:
    if not setting.address:
        raise DeviceSettingError(setting.address, "a serial port, like COM3 or /dev/ttyUSB0")
    is_printer = setting.kind is DeviceKind.RECEIPT_PRINTER
    return SerialTransport(setting.address, baud=setting.baud, flow_control=is_printer)


_WIRINGS: MappingProxyType[Wiring, Callable[[DeviceSetting], Transport]] = MappingProxyType(
    {Wiring.TCP: _tcp, Wiring.SERIAL: _serial}
)
