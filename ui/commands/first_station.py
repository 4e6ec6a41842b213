"""What `station new` is told about city and people, read and checked before anything is made."""

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.user import Role, User
from app.errors import CityTillError, InputError
from app.settings.first_policy import CITY_SAYS, FirstSetting, as_mapping, first_settings
from app.usecases.found_station import FirstPerson
from ui.commands.console import ask_pin
from ui.viewmodels.files import read_text

_PERSON = re.compile(r"([a-z][a-z0-9]{1,19}):(.+)")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


class NotAStationNameError(InputError):
    """The name is no station's name."""

    code: ClassVar[str] = "station_name"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is no station's name. Take two capital letters and one or two digits, like DT1.")
        self.name = name


class SettingsUnreadableError(InputError):
    """The settings file is not what is needed."""

    code: ClassVar[str] = "settings_file"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} {why}. It is a JSON object with {', '.join(CITY_SAYS)}.")
        self.path = path


class PersonUnreadableError(InputError):
    """A person was not named as `id:name`."""

    code: ClassVar[str] = "person"

    def __init__(self, text: str) -> None:
        super().__init__(f"{text} is no person. Write the id and the name like jdoe:J. Doe.")
        self.text = text


class WordsDifferError(InputError):
    """The words typed back are good ones, of another sheet."""

    code: ClassVar[str] = "recovery_typed_back"

    def __init__(self) -> None:
        super().__init__("These are not the words that were shown, so nothing was made. Begin again.")


def settings_of(path: Path, *, now: datetime) -> tuple[FirstSetting, ...]:
    """The first settings of a real station, in force from the city's present day.

    Raises:
        FileNotReadError, SettingsUnreadableError: the file.
    """
    try:
        said: Any = json.loads(read_text(path))
    except ValueError as error:
        raise SettingsUnreadableError(path, "is no JSON") from error
    if not isinstance(said, dict):
        raise SettingsUnreadableError(path, "is no JSON object")
    try:
        zone = ZoneInfo(str(said.get("city_time_zone", "")))
        first_day = min(now.date(), now.astimezone(zone).date()) - timedelta(days=1)  # a night may still be yesterday's
        return first_settings(said, effective_from=first_day.isoformat())
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsUnreadableError(path, "names no time zone of the tz database") from error
    except CityTillError as error:
        raise SettingsUnreadableError(path, f"does not do: {error.sentence().rstrip('.')}") from error


def tenant_of(settings: tuple[FirstSetting, ...]) -> str:
    """The city as streams name it: `city-of-claremore`."""
    return _NOT_PLAIN.sub("-", str(as_mapping(settings)["city_name"]).lower()).strip("-")


def first_person(text: str, *, administers: bool, pin_stdin: bool) -> FirstPerson:
    """The administrator, or the second person who approves; the PIN is asked for.

    Raises:
        PersonUnreadableError: not `id:name`.
    """
    found = _PERSON.fullmatch(text.strip())
    if found is None:
        raise PersonUnreadableError(text)
    role = Role.ADMINISTRATOR if administers else Role.SUPERVISOR
    return FirstPerson(User(found[1], found[2].strip(), (role,)), ask_pin(found[1], from_stdin=pin_stdin))
