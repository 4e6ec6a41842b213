"""What a practice account owes: believable amounts by service and age, in cents."""

from app.domain.account import SERVICES, ServiceBalance
from app.interchange.practice.dice import Dice
from app.interchange.practice.traits import PAST_DUE, Owed, Trait

SCALES = {"residential": (1, 1), "commercial": (1, 7), "industrial": (9, 60), "city": (1, 4)}
METERED = {"WATER": "W", "ELEC": "E"}
USUAL: tuple[tuple[str, int], ...] = (("WATER", 97), ("SEWER", 90), ("SANIT", 92), ("ELEC", 86))
CARTS = (1450, 1800, 1800, 2150)
PENALTY_PERCENT = 10
AGES = {Owed.PAST_30: 1, Owed.PAST_60: 2, Owed.PAST_90: 3}


def bill(dice: Dice, trait: Trait, *, due_date: str) -> tuple[ServiceBalance, ...]:
    """The services of one account; at least one."""
    low, high = SCALES[trait.account_class]
    scale = dice.mostly_low(low, high)
    codes = [code for code, share in USUAL if dice.chance(share)] or ["WATER"]
    services = [_service(dice, code, trait, scale, due_date) for code in codes]
    past_due = sum(service.past_due for service in services)
    services += [_extra(dice, code, past_due, due_date) for code in trait.extra]
    return tuple(sorted(services, key=lambda service: SERVICES.index(service.service)))


def _service(dice: Dice, code: str, trait: Trait, scale: int, due_date: str) -> ServiceBalance:
    ages = AGES.get(trait.owed, 0)
    older = [_month(dice, code) * scale if place < ages else 0 for place in range(3)]
    current = _month(dice, code) * scale
    if trait.owed is Owed.PAID or (trait.status != "active" and trait.owed in PAST_DUE):
        current = 0
    elif trait.owed is Owed.NEGATIVE_BUCKET:
        current = -(current // 3)
    meter = f"{METERED[code]}{dice.between(1_000_000, 1_999_999)}" if code in METERED else ""
    return ServiceBalance(code, meter, current, due_date, *older)


def _extra(dice: Dice, code: str, past_due: int, due_date: str) -> ServiceBalance:
    if code == "PENALTY":
        return ServiceBalance(code, current=max(past_due * PENALTY_PERCENT // 100, 500))
    if code == "FEE":
        return ServiceBalance(code, current=dice.pick((2500, 5000)))
    if code == "DEPOSIT":
        return ServiceBalance(code, current=dice.pick((10000, 20000)), due_date=due_date)
    return ServiceBalance(code, current=350 if code == "STORM" else 1500, due_date=due_date)


def _month(dice: Dice, code: str) -> int:
    """One month of a service for one household."""
    if code == "WATER":
        return dice.mostly_low(1850, 11900)
    if code == "SEWER":
        return dice.mostly_low(1425, 4600)
    if code == "ELEC":
        return dice.mostly_low(3900, 31900)
    return dice.pick(CARTS)
