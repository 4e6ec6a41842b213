"""The machine-wide folder of a real station, the same for every person who signs in to the computer."""

from pathlib import Path

from platformdirs import site_data_path


def machine_folder() -> Path:
    """Where set-up puts a station when --data does not say otherwise."""
    return site_data_path("CityTill", appauthor=False)
