"""A phone number or an e-mail address with its middle hidden: enough to recognise, not enough to use (J8)."""

import re

DOT = "•"
_SHOWN_END = 2
_WHOLE_NUMBER = r"1?\d{10}"
_NATIONAL_DIGITS = 10
_AREA_DIGITS = 3


def masked_phone(text: str) -> str:
    """`(918) 555-0137` as `(918) •••-••37`; a number of another length shows its last two digits only."""
    places = [place for place, letter in enumerate(text) if letter.isdigit()]
    shown = set(places[-_SHOWN_END:])
    if re.fullmatch(_WHOLE_NUMBER, "".join(text[place] for place in places)):
        shown |= set(places[-_NATIONAL_DIGITS:][:_AREA_DIGITS])
    return "".join(
        letter if place in shown or not letter.isalnum() else DOT for place, letter in enumerate(text)
    )


def masked_email(text: str) -> str:
    """`maria@example.org` as `m•••@e•••.org`: lengths are hidden too."""
    name, at, domain = text.rpartition("@")
    host, dot, end = domain.rpartition(".") if "." in domain else (domain, "", "")
    if not at:
        return f"{text[:1]}{DOT * 3}" if text else ""
    return f"{name[:1]}{DOT * 3}@{host[:1]}{DOT * 3}{dot}{end}"
