"""Step 1, the city: what heads its receipts, and its time zone, never the computer's (DESIGN section 4)."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject

from ui.viewmodels.set_up.step import Ask, AskKind, Note, SetUpStep, Wrong
from ui.viewmodels.set_up.tools import SetUpTools

NEAR = (
    ("America/Chicago", "Central"),
    ("America/New_York", "Eastern"),
    ("America/Denver", "Mountain"),
    ("America/Phoenix", "Mountain, no summer time"),
    ("America/Los_Angeles", "Pacific"),
    ("America/Anchorage", "Alaska"),
    ("Pacific/Honolulu", "Hawaii"),
)
ZONE = "city_time_zone"


class CityStep(SetUpStep):
    """Name, department, address, phone, zone, the receipts' last line."""

    def __init__(self, tools: SetUpTools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("City")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("Which city is this?")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("These lines head every receipt, report and deposit slip.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("name, phone, time zone")

    def asks(self) -> tuple[Ask, ...]:
        """The fields."""
        return (
            Ask("city_name", self.tr("City"), example="City of ..."),
            Ask("city_department", self.tr("Department"), self.tr("may stay empty"), half=True),
            Ask("city_phone", self.tr("Phone"), self.tr("may stay empty"), half=True),
            Ask("city_address", self.tr("Address"), self.tr("may stay empty")),
            Ask(ZONE, self.tr("Time zone of the city"), self.there(), kind=AskKind.CHOICE, choices=self._zones()),
            Ask("receipt_trailer", self.tr("Last line of every receipt"), self.tr("may stay empty")),
        )

    def notes(self) -> tuple[Note, ...]:
        """Beside them."""
        return (
            Note("clock", self.tr(
                "The business date and every time on paper follow the city's zone, not this computer's clock setting."
            )),
            Note("door-exit", self.tr(
                "Nothing is kept until the last step. Close the window whenever you like: nothing stays behind."
            )),
        )  # fmt: skip

    def there(self) -> str:
        """What the clock says in the zone chosen, to be compared with the one on the wall."""
        zone = self.value(ZONE)
        if not zone or self._zone_fault():
            return self.tr("compare it with the clock on the wall")
        there = self._tools.now().astimezone(ZoneInfo(zone))
        hour = there.hour % 12 or 12
        half = self.tr("pm") if there.hour >= 12 else self.tr("am")
        return self.tr("there it is {time} on {day}").format(
            time=f"{hour}:{there.minute:02d} {half}", day=f"{there:%A} {there.day} {there:%B}"
        )

    def wrong(self) -> Wrong | None:
        """Name and zone are needed; the place for the books must be free."""
        fault = self._tools.place_fault()
        if fault:
            return Wrong("", fault)
        words = {ask.key: ask.words for ask in self.asks() if ask.key != ZONE}
        for key, label in words.items():
            wrong = self.text_wrong(key, words=label, may_be_empty=key != "city_name")
            if wrong:
                return wrong
        zone = self._zone_fault()
        return Wrong(ZONE, zone) if zone else None

    def said(self) -> str:
        """Done."""
        return self.value("city_name")

    def glance(self) -> tuple[tuple[str, str], ...]:
        """Before the station is made."""
        def joined(*keys: str) -> str:
            return ", ".join(filter(None, map(self.value, keys))) or "-"

        return (
            (self.tr("City"), joined("city_name", "city_department")),
            (self.tr("Address, phone"), joined("city_address", "city_phone")),
            (self.tr("Time zone"), joined(ZONE)),
            (self.tr("Last line"), joined("receipt_trailer")),
        )

    def _zone_fault(self) -> str:
        zone = self.value(ZONE)
        if not zone:
            return self.tr("Choose the city's time zone: business dates rest on it.")
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return self.tr("There is no time zone “{zone}”. Choose one from the list, like America/Chicago.").format(
                zone=zone)
        return ""

    def _zones(self) -> tuple[tuple[str, str], ...]:
        near = tuple((zone, f"{words}  ({zone})") for zone, words in NEAR)
        known = {zone for zone, _ in NEAR}
        return (*near, *((zone, zone) for zone in self._tools.zones() if zone not in known))
