"""Checks of the practice city's customers: written, fed to the simulated reader, sealed as the till seals them."""

from app.domain.account import Account as AccountOnFile
from app.domain.draft import SealedCheckRead
from app.domain.micr import CheckRead, CheckUnreadableError, Field, parse_micr
from app.domain.money import Money
from app.domain.tender import Tender, TenderKind
from devices.simulators.check_feeder import FeederFault
from devices.simulators.sample_checks import SampleCheck, routing_number
from ui.commands.day.place import Place

BANKS = (
    ("Grand Lake Bank", routing_number("10310007")),
    ("Will Rogers Savings", routing_number("30398012")),
    ("Rogers County Bank", routing_number("10391234")),
    ("Oologah Credit Union", routing_number("30307711")),
)
LAST = 4
FIRST_NUMBER = 1_001
NUMBERS_A_DAY = 10_000


def written(account: AccountOnFile, cents: int, *, n: int, day: int) -> SampleCheck:
    """The check that this customer writes for the day's n-th receipt; its number never comes again."""
    bank, routing = BANKS[int(account.key[-2:], 36) % len(BANKS)]
    return SampleCheck(
        payer=account.name,
        payer_address=account.address,
        bank=bank,
        routing=routing,
        account=f"{int(account.key, 36) % 10**10:010d}",
        number=str(FIRST_NUMBER + day * NUMBERS_A_DAY + n),
        amount_text=str(Money(cents)),
    )


def fed(place: Place, check: SampleCheck, cents: int, *, readable: bool = True) -> Tender:
    """The check through the reader, as a tender; one that cannot be read has its number keyed."""
    place.bench.switch(FeederFault.UNREADABLE, not readable)
    place.bench.check_feeder.feed(check)
    read = place.ears.next_check()
    try:
        sealed = _sealed(place, read)
    except CheckUnreadableError:
        return Tender(TenderKind.CHECK.value, cents, check.number)
    return Tender(
        TenderKind.CHECK.value, cents, sealed.number, sealed.last_four, sealed.bank, sealed.payer_mark, sealed.micr
    )


def _sealed(place: Place, read: CheckRead) -> SealedCheckRead:
    """Nothing of the line is kept open but number and the account's last four.

    Raises:
        CheckUnreadableError: nothing, or not all of it, was read.
    """
    line = parse_micr(read)
    if Field.TRANSIT in line.to_key or Field.ACCOUNT in line.to_key or Field.SERIAL in line.to_key:
        raise CheckUnreadableError
    digits = line.account_digits
    return SealedCheckRead(
        micr=place.do(lambda deeds: deeds.seals.seal("micr", line.canonical)),
        number=line.serial.lstrip("0") or line.serial,
        last_four=digits[-LAST:],
        payer_mark=place.do(lambda deeds: deeds.seals.payer_mark(routing=line.transit, account=digits)),
    )
