"""Checks that the practice feeder can feed: what is written on them, and the magnetic line at their foot."""

from app.frozen import frozen

_ABA_WEIGHTS = (3, 7, 1)


@frozen
class SampleCheck:
    """A check as a window draws it; `amount_text` is what its writer wrote, which no reader reads.

    `routing` has nine digits; a business check has its number at the left end of the line.
    """

    payer: str
    payer_address: str
    bank: str
    routing: str
    account: str
    number: str
    amount_text: str = ""
    is_business: bool = False

    @property
    def micr(self) -> str:
        """The line in MagTek's raw signs (format 0000)."""
        if self.is_business:
            return f"U{self.number.zfill(8)}U T{self.routing}T {self.account}U"
        return f"T{self.routing}T {self.account}U {self.number}"


def routing_number(first_eight: str) -> str:
    """Eight digits with the check digit that makes them a valid routing number."""
    total = sum(_ABA_WEIGHTS[place % 3] * int(digit) for place, digit in enumerate(first_eight))
    return first_eight + str(-total % 10)


SAMPLE_CHECKS = (
    SampleCheck(
        payer="Maria Ruiz",
        payer_address="412 N Chickasaw Ave",
        bank="Grand Lake Bank",
        routing=routing_number("10310007"),
        account="0044174417",
        number="1042",
        amount_text="150.00",
    ),
    SampleCheck(
        payer="Dale Whitmore",
        payer_address="1907 S Muskogee Pl",
        bank="Will Rogers Savings",
        routing=routing_number("30398012"),
        account="7710023",
        number="388",
        amount_text="61.20",
    ),
    SampleCheck(
        payer="Verdigris Car Wash LLC",
        payer_address="225 E Blue Starr Dr",
        bank="Rogers County Bank",
        routing=routing_number("10391234"),
        account="329 975 3808",
        number="20417",
        amount_text="412.88",
        is_business=True,
    ),
    SampleCheck(
        payer="Ana Peña",
        payer_address="88 W Will Rogers Blvd",
        bank="Oologah Credit Union",
        routing=routing_number("30307711"),
        account="5500-1182",
        number="97",
        amount_text="87.72",
    ),
)
