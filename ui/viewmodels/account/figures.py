"""Every figure of the account's screen opened into the extract's lines, our receipts and voids (P22)."""

from collections.abc import Collection, Iterator

from app.domain.account_alerts import near_day_words
from app.domain.allocation import CREDIT, METERED, Owed, Part, buckets_now, by_service, owed
from app.domain.business_date import city_time
from app.domain.opened_balance import FigureLine, opened_figure
from ui.viewmodels.account.face import FigureRow, FigureShown
from ui.viewmodels.account.seen import AccountSeen, Sight
from ui.viewmodels.account.words import age_words, posted_words, tr
from ui.viewmodels.till.words import amount, day_and_month, service

_STAYS_ON = (Part.PAST_DUE, Part.PENALTY, Part.FEE)


def figures_of(seen: AccountSeen, owing: Owed, sight: Sight) -> tuple[FigureShown, ...]:
    """Balance, past due, current, what keeps it on, then each service; each with the lines that add up to it."""
    account, payments = seen.standing.account, seen.standing.payments
    buckets = buckets_now(account, payments)
    figures = [_figure("balance", tr("Balance"), owing.balance, buckets, seen, sight, voids=True)]
    for key, words, part in (("past_due", tr("Past due"), Part.PAST_DUE), ("current", tr("Current"), Part.CURRENT)):
        figures.append(_figure(key, words, owing.of(part), _of(owing, seen, sight, part), seen, sight))
    if owing.to_stay_on:
        figures.append(_stay_on(owing, buckets, seen, sight))
    for code, cents in by_service(account, payments):
        own = [bucket for bucket in buckets if bucket.partition(".")[0] == code]
        figures.append(_figure(code, service(code)[1], cents, own, seen, sight))
    return tuple(figures)


def _of(owing: Owed, seen: AccountSeen, sight: Sight, *parts: Part) -> list[str]:
    """The buckets of these parts, those among them that were paid since the extract as well."""
    account, fee = seen.standing.account, sight.policy.reconnect_fee
    first = owed(account, (), business_date=sight.business_date, reconnect_fee=fee)
    now = buckets_now(account, seen.standing.payments)
    found = dict.fromkeys(bucket.bucket for bucket in (*first.open, *owing.open) if bucket.part in parts)
    return [bucket for bucket in found if now.get(bucket, 0) >= 0]


def _figure(
    key: str, words: str, cents: int, buckets: Collection[str], seen: AccountSeen, sight: Sight, *, voids: bool = False
) -> FigureShown:
    rows = tuple(_rows(seen, buckets, sight))
    return FigureShown(key, words, amount(cents), (*rows, *(_gone(seen, sight) if voids else ())))


def _stay_on(owing: Owed, buckets: dict[str, int], seen: AccountSeen, sight: Sight) -> FigureShown:
    """Past due, penalties and fees, the reconnect fee that billing has not charged, less credit."""
    asked = _of(owing, seen, sight, *_STAYS_ON)
    ahead = [bucket for bucket, cents in buckets.items() if cents < 0 or bucket == CREDIT]
    rows = [*_rows(seen, asked, sight), *_rows(seen, ahead, sight)]
    if owing.reconnect_fee:
        rows.append(FigureRow(tr("Reconnect fee, not charged yet"), tr("a setting"), "plug-x",
                              amount(owing.reconnect_fee)))  # fmt: skip
    return FigureShown("stay_on", tr("Keeps it on"), amount(owing.to_stay_on or 0), tuple(rows))


def _rows(seen: AccountSeen, buckets: Collection[str], sight: Sight) -> Iterator[FigureRow]:
    for line in opened_figure(seen.standing.account, seen.standing.payments, buckets):
        icon, words = _bucket_words(line.bucket)
        if not line.receipt:
            yield FigureRow(words, _extract(seen, sight), icon, amount(line.cents))
        else:
            kind = tr("paid {receipt}") if line.cents <= 0 else tr("void {receipt}")
            said = f"{words}, {kind.format(receipt=line.receipt)}"
            yield FigureRow(said, _when(line, sight), "receipt" if line.cents <= 0 else "receipt-off",
                            amount(line.cents), line.receipt)  # fmt: skip


def _gone(seen: AccountSeen, sight: Sight) -> Iterator[FigureRow]:
    """Receipts that were taken and voided since the extract: nothing of them remains."""
    counting = {payment.receipt for payment in seen.standing.payments}
    for receipt in seen.receipts:
        if receipt.is_void and receipt.receipt not in counting and not receipt.posting_file_no:
            words = tr("Taken and voided, {receipt}").format(receipt=receipt.receipt)
            yield FigureRow(words, near_day_words(receipt.business_date, sight.business_date), "receipt-off",
                            amount(0), receipt.receipt)  # fmt: skip


def _bucket_words(bucket: str) -> tuple[str, str]:
    code, _, age = bucket.partition(".")
    icon, name = service(code)
    return icon, f"{name}, {age_words(age)}" if age and (code in METERED or age != "current") else name


def _extract(seen: AccountSeen, sight: Sight) -> str:
    if seen.last_import is None:
        return tr("An earlier extract")
    day = near_day_words(seen.last_import.as_of, sight.business_date)
    return tr("{file}, extract of {day}").format(file=seen.last_import.file_name, day=day)


def _when(line: FigureLine, sight: Sight) -> str:
    at = city_time(line.at, time_zone=sight.policy.city_time_zone)
    is_today = at.date().isoformat() == sight.business_date
    when = f"{at:%H:%M}" if is_today else day_and_month(at.date().isoformat())
    return f"{when}, {posted_words(line.posting_file_no)}"
