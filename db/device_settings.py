"""What a station keeps about its devices: `work_device` rows, mutable, no fact about money."""

import json
from collections.abc import Iterable

from app.domain.device_setting import DeviceKind, DeviceSetting
from db.opener import Connection

_READ = "SELECT settings FROM work_device ORDER BY name"
_KEEP = (
    "INSERT INTO work_device (name, settings, updated_at) VALUES (?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET settings = excluded.settings, updated_at = excluded.updated_at"
)


def read_devices(db: Connection) -> dict[DeviceKind, DeviceSetting]:
    """The station's devices by kind."""
    found = [DeviceSetting.from_json(json.loads(text)) for (text,) in db.execute(_READ).fetchall()]
    return {setting.kind: setting for setting in found}


def keep_devices(db: Connection, settings: Iterable[DeviceSetting], *, at: str) -> None:
    """Keep devices' settings, each in the place of the one before; on the writer's connection, between deeds."""
    for setting in settings:
        db.execute(_KEEP, (setting.kind.value, json.dumps(setting.to_json(), sort_keys=True), at))
