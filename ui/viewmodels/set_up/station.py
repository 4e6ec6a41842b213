"""Step 3, the station: its name, which begins every number it ever prints."""

import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.numbering import is_station_name
from ui.viewmodels.set_up.step import Ask, Note, SetUpStep, Wrong

_SHORT = re.compile(r"[a-z][a-z0-9-]{1,30}")
_BEFORE = re.compile(r"^(the )?(city|town|village) of ")


class StationStep(SetUpStep):
    """`DT1`, `Drive-thru`, and the city's short name, the same at all of its stations."""

    def __init__(self, city: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._city = city

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Station")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("Name this station")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("A station is one counter computer. Its name begins every receipt and batch number.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("like DT1, Drive-thru")

    def asks(self) -> tuple[Ask, ...]:
        """The fields."""
        return (
            Ask("station", self.tr("Name"), self.tr("two capital letters and a number: DT1, FC1, MR2"), "DT1",
                half=True),
            Ask("station_label", self.tr("What people call it"), example=self.tr("Drive-thru"), half=True),
            Ask("tenant", self.tr("Short name of the city"), self.tr("the same at every station of the city")),
        )  # fmt: skip

    def notes(self) -> tuple[Note, ...]:
        """Beside them."""
        example = self.station() if is_station_name(self.station()) else "DT1"
        return (
            Note("receipt", self.tr(
                "Receipts will be numbered {first}, batches {batch}. The name stays for ever."
            ).format(first=f"{example}A-000001", batch=f"{example}A-0001")),
            Note("device-desktop", self.tr(
                "No two stations of a city bear the same name. Two letters say the place, the number which one."
            )),
        )  # fmt: skip

    def begin(self) -> None:
        """Propose the short name from the city's, once."""
        if not self.value("tenant"):
            self.put("tenant", short_name(self._city()))

    def station(self) -> str:
        """The name in capitals."""
        return self.value("station").upper()

    def tenant(self) -> str:
        """The short name in small letters."""
        return self.value("tenant").lower()

    def wrong(self) -> Wrong | None:
        """Name, label, short name."""
        if not is_station_name(self.station()):
            return Wrong("station", self.tr(
                "A station's name is two letters and a number of one or two digits, like DT1 or FC12."
            ))  # fmt: skip
        wrong = self.text_wrong("station_label", words=self.tr("What people call it"))
        if wrong:
            return wrong
        if not _SHORT.fullmatch(self.tenant()):
            return Wrong("tenant", self.tr(
                "The short name is 2 to 31 small letters, digits and hyphens and begins with a letter, like claremore."
            ))  # fmt: skip
        return None

    def said(self) -> str:
        """Done."""
        return f"{self.station()}, {self.value('station_label')}"

    def glance(self) -> tuple[tuple[str, str], ...]:
        """Before the station is made."""
        words = self.tr("{station} of {city}").format(station=self.said(), city=self.tenant())
        return ((self.tr("Station"), words),)


def short_name(city: str) -> str:
    """`City of Claremore` gives `claremore`."""
    plain = unicodedata.normalize("NFKD", city).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", _BEFORE.sub("", plain.strip())).strip("-")[:31]
