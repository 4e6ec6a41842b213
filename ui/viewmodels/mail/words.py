"""Words of the mail room."""

from PySide6.QtCore import QCoreApplication

from app.domain.mail import BBP, MAIL, NITE, PHON
from app.domain.money import AmountUnreadableError, Money

_SOURCES = {MAIL: "Mail", NITE: "Drop box", BBP: "Bill-pay checks", PHON: "Phone"}


def tr(text: str) -> str:
    """The words in the window's language."""
    return QCoreApplication.translate("Mail", text)


def source(code: str) -> str:
    """`Drop box`."""
    return tr(_SOURCES[code])


def amount(cents: int) -> str:
    """`1,204.10`."""
    return str(Money(cents))


def cents_of(text: str) -> int | str:
    """What was typed as cents above zero, or the sentence that says what is wrong with it."""
    try:
        cents = Money.parse(text).cents
    except AmountUnreadableError as error:
        return error.sentence()
    return cents if cents > 0 else tr("Type an amount above zero.")
