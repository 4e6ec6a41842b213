"""Settings become drivers; what cannot be used is refused in one sentence."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.device_setting import DeviceKind, DeviceSetting, Wiring
from app.domain.micr import Dialect
from devices.catalogue import (
    DeviceSettingError,
    build_check_reader,
    build_printer,
    build_transport,
    profile_titles,
)
from devices.drivers.profiles import PROFILES

PRINTER = DeviceSetting(DeviceKind.RECEIPT_PRINTER, Wiring.TCP, "192.0.2.7")


def test_the_usual_port_need_not_be_typed() -> None:
    assert build_transport(PRINTER).where == "192.0.2.7:9100"
    assert build_transport(replace(PRINTER, address="till-printer:9101")).where == "till-printer:9101"
    assert build_transport(replace(PRINTER, wiring=Wiring.SERIAL, address="COM3")).where == "COM3"


@pytest.mark.parametrize(
    "change",
    [{"address": ""}, {"address": "host:ninety"}, {"profile": "tm-x"}, {"wiring": Wiring.SERIAL, "address": ""}],
)
def test_a_bad_setting_is_refused_and_says_what_it_must_be(change: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(DeviceSettingError, match="cannot be used"):
        build_printer(replace(PRINTER, **change), cache_folder=tmp_path)  # type: ignore[arg-type]


def test_every_dialect_can_be_set_and_another_is_refused() -> None:
    reader = DeviceSetting(DeviceKind.CHECK_READER, Wiring.SERIAL, "COM4")
    for dialect in Dialect:
        build_check_reader(replace(reader, dialect=dialect.setting))
    with pytest.raises(DeviceSettingError, match="canonical, upos"):
        build_check_reader(replace(reader, dialect="latin"))


def test_a_setting_comes_back_from_json_as_it_was() -> None:
    setting = replace(PRINTER, drawer_open_level="low", drawer_pin=5)
    assert DeviceSetting.from_json(json.loads(json.dumps(setting.to_json()))) == setting


@pytest.mark.parametrize("change", [{"drawer_pin": 3}, {"drawer_open_level": "up"}])
def test_a_setting_checks_itself(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="drawer"):
        replace(PRINTER, **change)  # type: ignore[arg-type]


def test_every_profile_has_a_title_and_says_honestly_what_it_has_met() -> None:
    assert set(profile_titles()) == set(PROFILES)
    assert {profile.met for profile in PROFILES.values()} == {"simulator only"}
