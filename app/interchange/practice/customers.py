"""Who the practice accounts belong to: people with common names, businesses, landlords with several houses."""

from collections import deque

from app.frozen import frozen
from app.interchange.practice.dice import CommonFirst, Dice
from app.interchange.practice.people import (
    BUSINESSES,
    CITY_PLACES,
    FIRST_NAMES,
    INDUSTRIES,
    INITIALS,
    PLACES,
    SURNAMES,
)

TOWN, STATE = "CLAREMORE", "OK"
CITY_HALL = "104 S MUSKOGEE AVE"
POST_CODES = ("74017", "74018", "74019")
AREA_CODES = ("918", "918", "918", "918", "539", "580", "405")
LANDLORDS_KNOWN = 40
_MAIL = ("example.com", "example.org", "example.net")
_SURNAME_WEIGHTS = CommonFirst(len(SURNAMES))
_FIRST_WEIGHTS = CommonFirst(len(FIRST_NAMES))


@frozen
class Customer:
    """A customer; `mailing_address` empty means the mail goes to the service address."""

    name: str
    phone: str
    alt_phone: str = ""
    email: str = ""
    mailing_address: str = ""


class Customers:
    """Hands out customers; some own several houses."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._landlords: deque[Customer] = deque(maxlen=LANDLORDS_KNOWN)

    def next(self, account_class: str) -> Customer:
        """A customer of the class; for homes now and then a landlord of another house."""
        dice = self._dice
        if account_class == "residential" and self._landlords and dice.chance(4):
            return dice.pick(self._landlords)
        customer = self._new(account_class)
        if account_class == "residential" and dice.chance(2):
            customer = Customer(customer.name, customer.phone, mailing_address=f"PO BOX {dice.between(11, 2980)}")
            self._landlords.append(customer)
        return customer

    def _new(self, account_class: str) -> Customer:
        dice = self._dice
        phone = _phone(dice) if dice.chance(88) else ""
        box = f"PO BOX {dice.between(11, 2980)}" if dice.chance(12) else ""
        surname = dice.pick_common(SURNAMES, _SURNAME_WEIGHTS)
        if account_class == "city":
            name = f"CITY OF {TOWN} {dice.pick(CITY_PLACES)} {dice.between(1, 60)}"
            return Customer(name, _phone(dice), mailing_address=CITY_HALL)
        if account_class != "residential":
            form = dice.pick(INDUSTRIES if account_class == "industrial" else BUSINESSES)
            return Customer(form.format(surname=surname, place=dice.pick(PLACES)), phone, mailing_address=box)
        first = dice.pick_common(FIRST_NAMES, _FIRST_WEIGHTS)
        name = f"{surname}, {first}"
        if dice.chance(35):
            name += f" {dice.pick(INITIALS)}"
        if dice.chance(6):
            name += f" & {dice.pick_common(FIRST_NAMES, _FIRST_WEIGHTS)}"
        elif dice.chance(2):
            name += " JR"
        email = ""
        if dice.chance(40) and surname.isascii():
            email = f"{first[0]}{surname}{dice.between(1, 99)}@{dice.pick(_MAIL)}".lower()
        return Customer(name, phone, _phone(dice) if dice.chance(15) else "", email, box)


def _phone(dice: Dice) -> str:
    """A number of the fictional exchange 555."""
    return f"({dice.pick(AREA_CODES)}) 555-{dice.between(100, 9999):04d}"
