"""Service addresses in the order a meter reader walks: along a street, house by house, then the next one."""

from app.interchange.practice.dice import Dice
from app.interchange.practice.streets import DIRECTIONS, NAMED, NUMBERED_STREETS, numbered

PICTURED = frozenset({"412 N CHICKASAW AVE", "1807 W 4TH ST"})


class AddressWalk:
    """Hands out addresses, each once: some are apartment houses."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._taken = set(PICTURED)
        self._street = ""
        self._house = 0
        self._houses_left = 0
        self._units_left = 0
        self._unit = 0

    def next(self) -> tuple[str, str]:
        """The next (service address, unit)."""
        if self._units_left:
            self._units_left -= 1
            self._unit += 1
            return f"{self._house} {self._street}", f"APT {self._unit}"
        if not self._houses_left:
            self._turn_corner()
        self._houses_left -= 1
        self._house += 2 * self._dice.between(1, 6)
        while f"{self._house} {self._street}" in self._taken:
            self._house += 2
        address = f"{self._house} {self._street}"
        self._taken.add(address)
        if self._dice.chance(3, of=1000):
            self._units_left, self._unit = self._dice.between(7, 39), 1
            return address, "APT 1"
        return address, ""

    def _turn_corner(self) -> None:
        dice = self._dice
        name = numbered(dice.between(1, NUMBERED_STREETS)) if dice.chance(35) else dice.pick(NAMED)
        self._street = f"{dice.pick(DIRECTIONS)} {name}"
        self._house = 100 * dice.mostly_low(1, 60) + dice.between(0, 1)
        self._houses_left = dice.between(8, 45)
