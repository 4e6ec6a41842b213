"""The scan line this practice city prints on its stubs: account, amount, check digit (T11, devices 8.1)."""

from app.domain.check_digits import mod10_21

ACCOUNT_DIGITS = 11
AMOUNT_DIGITS = 9


def stub_line(account_digits: str, cents: int) -> str:
    """Zero-filled digits, one check digit over all of them; a credit prints as nothing to pay.

    Raises:
        ValueError: the account is not digits, or account or amount do not fit.
    """
    amount = str(max(cents, 0))
    if len(account_digits) > ACCOUNT_DIGITS or len(amount) > AMOUNT_DIGITS:
        raise ValueError("account or amount does not fit the scan line")
    body = account_digits.zfill(ACCOUNT_DIGITS) + amount.zfill(AMOUNT_DIGITS)
    return f"{body}{mod10_21(body)}"
