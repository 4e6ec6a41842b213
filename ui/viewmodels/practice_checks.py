"""A sample check as a picture shows it: the amount in words, the magnetic line with its middle hidden."""


from app.domain.money import Money
from app.frozen import frozen
from devices.simulators.sample_checks import SampleCheck

_DOT = "•"
_SHOWN = 4
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HUNDRED, _THOUSAND = 100, 1_000


@frozen
class CheckShown:
    """What stands on the check in the feeder."""

    payer: str
    place: str
    number: str
    date: str
    payee: str
    amount: str
    words: str
    bank: str
    signed: str
    micr: str
    label: str


def check_shown(check: SampleCheck, *, payee: str, date: str) -> CheckShown:
    """The picture of a sample check made out to the city."""
    cents = Money.parse(check.amount_text or "0").cents
    routing = check.routing[:6] + _DOT * (len(check.routing) - 6)
    return CheckShown(
        payer=check.payer,
        place=check.payer_address,
        number=check.number,
        date=date,
        payee=payee,
        amount=check.amount_text,
        words=amount_in_words(cents),
        bank=check.bank,
        signed=check.payer,
        micr=f"|:{routing}|:  {_DOT * _SHOWN}{check.account[-_SHOWN:]}||  {check.number}",
        label=f"{check.payer}, {check.number}, {check.amount_text}",
    )


def amount_in_words(cents: int) -> str:
    """`One hundred fifty and 00/100`, for amounts below a million dollars."""
    dollars, rest = divmod(cents, 100)
    thousands, below = divmod(dollars, _THOUSAND)
    parts = [f"{_below_thousand(thousands)} thousand"] if thousands else []
    if below or not thousands:
        parts.append(_below_thousand(below))
    return f"{' '.join(parts).capitalize()} and {rest:02d}/100"


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, _HUNDRED)
    parts = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest >= len(_SMALL):
        tens, ones = divmod(rest, 10)
        parts.append(_TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else ""))
    elif rest or not hundreds:
        parts.append(_SMALL[rest])
    return " ".join(parts)
