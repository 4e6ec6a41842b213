"""What is left to see of a masked phone number or e-mail address."""

import pytest

from app.domain.masked import masked_email, masked_phone


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("(918) 555-0137", "(918) •••-••37"),
        ("1 918 555 0137", "• 918 ••• ••37"),
        ("555-0137", "•••-••37"),
        ("918-555-0137 x12", "•••-•••-•••• •12"),
        ("", ""),
    ],
)
def test_a_phone_shows_its_area_and_its_last_two_digits(text: str, shown: str) -> None:
    assert masked_phone(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("maria@example.org", "m•••@e•••.org"),
        ("m@x.co.uk", "m•••@x•••.uk"),
        ("maria@host", "m•••@h•••"),
        ("no address", "n•••"),
        ("", ""),
    ],
)
def test_an_email_shows_first_letters_and_its_end(text: str, shown: str) -> None:
    assert masked_email(text) == shown
