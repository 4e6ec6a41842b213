"""What the books say about one account, in one question, and the face made of it."""


from app.domain.account import Account, FlagKind
from app.domain.account_alerts import alerts_of, near_day_words
from app.domain.account_notes import counting, note_alerts, plain_notes
from app.domain.allocation import METERED, Owed, Part, by_service, owed
from app.domain.business_date import city_time
from app.domain.masked import masked_email, masked_phone
from app.domain.opened_balance import BalanceStep, opened_balance, paid_on
from app.domain.quote import QuotePart, stay_on_quote
from app.domain.reasons import said
from app.domain.records import AccountStanding, ReceiptRecord
from app.ports.books import BooksReader
from app.usecases.account_notes import notes_of
from ui.viewmodels.account.face import AccountFace, EntryShown, FactShown, KeepOn, LineShown, NoteShown
from ui.viewmodels.account.figures import figures_of
from ui.viewmodels.account.seen import AccountSeen, Sight
from ui.viewmodels.account.words import age_words, due_words, posted_words, quote_words, signs_of, tr
from ui.viewmodels.till.words import address, amount, day_and_month, service, tender_icon, tender_words

LAST_RECEIPTS = 8
OLD_AGES = frozenset({"90", "60", "30"})


def look_up(books: BooksReader, key: str) -> AccountSeen | None:
    """Ask the books; None for an account that nobody knows."""
    standing = books.standing(key)
    if standing is None:
        return None
    last = books.last_import()
    is_its_own = last is not None and last.ref.seq == standing.snapshot
    receipts = tuple(books.receipts(account=key, limit=LAST_RECEIPTS))
    return AccountSeen(standing, receipts, last if is_its_own else None, notes_of(books, key))


def face_of(seen: AccountSeen, sight: Sight) -> AccountFace:
    """Everything the room shows of it."""
    account, payments = seen.standing.account, seen.standing.payments
    owing = owed(account, payments, business_date=sight.business_date, reconnect_fee=sight.policy.reconnect_fee)
    alerts = alerts_of(
        account, sight.business_date, stay_on_cents=owing.to_stay_on, in_last_extract=seen.standing.in_last_extract
    )
    is_hidden = account.has(FlagKind.CONFIDENTIAL) and not sight.is_revealed
    contact = _contact(account, is_hidden=is_hidden, is_revealed=sight.is_revealed)
    dues = [each.due_date for each in account.services if each.due_date and each.current > 0]
    return AccountFace(
        key=account.key,
        number=account.number,
        name=account.name,
        address=tr("address hidden") if is_hidden else address(account.address),
        signs=signs_of(account),
        alerts=(*alerts, *note_alerts(seen.notes, sight.business_date, sight.names)),
        balance="" if account.is_incomplete else amount(owing.balance),
        past_due=amount(owing.past_due),
        is_past_due=owing.past_due > 0,
        current=amount(owing.of(Part.CURRENT)),
        current_due=due_words(min(dues, default=None), sight.business_date),
        source=_source(seen, len(payments), sight.business_date),
        entries=_entries(seen, sight),
        keep_on=_keep_on(account, owing, sight.business_date),
        payments=_payments(seen, sight),
        services=_services(seen.standing),
        contact=contact,
        facts=_facts(account),
        notes=() if is_hidden else (*_own_facts(seen, sight), *_notes(account)),
        is_hidden=is_hidden,
        is_masked=any(fact.is_masked for fact in contact),
        figures=figures_of(seen, owing, sight),
        own_notes=_own_notes(seen, sight, is_hidden=is_hidden),
    )


def _source(seen: AccountSeen, payments: int, business_date: str) -> str:
    """The strip's fact: which extract, how many payments of ours since."""
    counts = {0: tr("no payments of ours since"), 1: tr("1 payment of ours since")}
    words = counts.get(payments, tr("{n} payments of ours since").format(n=payments))
    if seen.last_import is None:
        return tr("Balance of an earlier extract, {payments}").format(payments=words)
    day = near_day_words(seen.last_import.as_of, business_date)
    return tr("Balance of the extract of {day}, {payments}").format(day=day, payments=words)


def _entries(seen: AccountSeen, sight: Sight) -> tuple[EntryShown, ...]:
    account = seen.standing.account
    dues = {each.service: due_words(each.due_date, sight.business_date) for each in account.services}
    shown: list[EntryShown] = []
    for step in opened_balance(account, seen.standing.payments):
        shown.append(_step(step, seen, sight))
        for part in step.parts:
            due = dues.get(part.service, "") if part.age == "current" and not step.receipt else ""
            icon, name = service(part.service)
            has_age = part.service in METERED or part.age in OLD_AGES
            words = f"{name}, {age_words(part.age)}" if has_age else name
            shown.append(EntryShown(words, due, icon, amount(part.cents), "", is_part=True))
    return tuple(shown)


def _step(step: BalanceStep, seen: AccountSeen, sight: Sight) -> EntryShown:
    if not step.receipt:
        words, second = tr("An earlier extract"), tr("not in the last one")
        if seen.last_import is not None:
            day = near_day_words(seen.last_import.as_of, sight.business_date)
            words, second = tr("Extract of {day}").format(day=day), seen.last_import.file_name
        return EntryShown(words, second, "file-text", amount(step.cents), amount(step.after), is_part=False)
    at = city_time(step.at, time_zone=sight.policy.city_time_zone)
    is_today = at.date().isoformat() == sight.business_date
    when = f"{at:%H:%M}" if is_today else day_and_month(at.date().isoformat())
    words, icon = (tr("Paid {receipt}"), "receipt") if step.cents <= 0 else (tr("Void {receipt}"), "receipt-off")
    second = f"{when}, {posted_words(step.posting_file_no)}"
    words = words.format(receipt=step.receipt)
    return EntryShown(words, second, icon, amount(step.cents), amount(step.after), is_part=False, receipt=step.receipt)


def _keep_on(account: Account, owing: Owed, business_date: str) -> KeepOn:
    is_off = account.status == "disconnected"
    title = tr("Turn it on") if is_off else tr("Keep me on")
    quote = stay_on_quote(owing)
    if quote is None:
        places = ", ".join(str(line) for line, _reason in account.incomplete)
        words = tr("Nobody can say: line {places} of the extract was not understood. Ask billing.")
        return KeepOn(title, "", "", "", words.format(places=places), (), can_take=False)
    flag = account.flag(FlagKind.CUTOFF_LIST)
    by_when = tr("before {day}").format(day=near_day_words(flag.date, business_date)) if flag and flag.date else ""
    sentence = tr("cash, card or money order") if account.is_cash_only(business_date) else tr("today")
    why = "" if quote.lines else tr("No past due, penalties or fees.")
    if not quote.total:
        by_when, sentence = "", tr("nothing is needed")
    lines = tuple(
        LineShown(quote_words(line.part), amount(line.cents), tone="" if line.part is not QuotePart.CREDIT else "ink2")
        for line in quote.lines
    )
    return KeepOn(title, amount(quote.total), by_when, sentence, why, lines, can_take=quote.total > 0)


def _payments(seen: AccountSeen, sight: Sight) -> tuple[LineShown, ...]:
    account = seen.standing.account
    shown = [_payment(receipt, account.key, sight) for receipt in seen.receipts]
    if account.last_payment_date:
        day = near_day_words(account.last_payment_date, sight.business_date)
        words = tr("{day}, as billing has it").format(day=day)
        shown.append(
            LineShown(words, amount(account.last_payment_cents), tr("the extract's last payment"), "file-text")
        )
    return tuple(shown)


def _payment(receipt: ReceiptRecord, key: str, sight: Sight) -> LineShown:
    tenders = ", ".join(dict.fromkeys(tender_words(tender) for tender in receipt.tenders))
    day = near_day_words(receipt.business_date, sight.business_date)
    who = sight.names.get(receipt.by, receipt.by)
    words, tone = f"{day}, {tenders[:1].lower()}{tenders[1:]}", ""
    if receipt.is_void:
        reason = said(receipt.void_reason, receipt.void_note)
        words, tone = tr("{day}, void: {reason}").format(day=day, reason=reason), "ink3"
    icon = "receipt-off" if receipt.is_void else tender_icon(receipt.tenders[0].kind) if receipt.tenders else "receipt"
    return LineShown(words, amount(paid_on(receipt, key)), f"{receipt.receipt}, {who}", icon, tone)


def _services(standing: AccountStanding) -> tuple[LineShown, ...]:
    now = dict(by_service(standing.account, standing.payments))
    shown = []
    for each in standing.account.services:
        icon, words = service(each.service)
        meter = tr("meter {meter}").format(meter=each.meter) if each.meter else ""
        shown.append(LineShown(words, amount(now.pop(each.service, 0)), meter, icon, key=each.service))
    for code, cents in now.items():
        icon, words = service(code)
        shown.append(LineShown(words, amount(cents), "", icon, key=code))
    return tuple(shown)


def _contact(account: Account, *, is_hidden: bool, is_revealed: bool) -> tuple[FactShown, ...]:
    mailing = _mailing(account)
    if is_hidden:
        known = any((mailing, account.phone, account.alt_phone, account.email))
        return (FactShown(tr("Contact"), tr("hidden, the account is confidential"), True),) if known else ()
    masked = [
        (tr("Phone"), account.phone, masked_phone(account.phone)),
        (tr("Other phone"), account.alt_phone, masked_phone(account.alt_phone)),
        (tr("E-mail"), account.email, masked_email(account.email)),
    ]
    shown = [
        FactShown(name, plain if is_revealed else hidden, not is_revealed) for name, plain, hidden in masked if plain
    ]
    return (*shown, FactShown(tr("Bill goes to"), mailing)) if mailing else tuple(shown)


def _mailing(account: Account) -> str:
    """Street, and under it the town with state and code."""
    state = f"{account.mailing_state} {account.mailing_zip}".strip()
    town = ", ".join(filter(None, (account.mailing_city.title(), state)))
    return "\n".join(filter(None, (address(account.mailing_address), town)))


def _facts(account: Account) -> tuple[FactShown, ...]:
    facts = ((tr("Cycle"), account.cycle), (tr("Meter route"), account.route_sequence))
    return tuple(FactShown(name, words) for name, words in facts if words)


def _notes(account: Account) -> tuple[FactShown, ...]:
    lines = (FactShown(tr("Line {n} not taken").format(n=line), reason) for line, reason in account.incomplete)
    flags = (FactShown(tr("Note"), flag.text) for flag in account.flags if flag.kind == FlagKind.NOTE and flag.text)
    columns = (FactShown(_column(name), text) for name, text in account.notes)
    return (*lines, *flags, *columns)


def _own_facts(seen: AccountSeen, sight: Sight) -> tuple[FactShown, ...]:
    notes = plain_notes(seen.notes, sight.business_date, sight.names)
    return tuple(FactShown(who, words) for who, words in notes)


def _own_notes(seen: AccountSeen, sight: Sight, *, is_hidden: bool) -> tuple[NoteShown, ...]:
    shown = []
    for note in counting(seen.notes, sight.business_date):
        second = f"{sight.names.get(note.by, note.by)}, {near_day_words(note.at[:10], sight.business_date)}"
        if note.until:
            second = tr("{who}, until {day}").format(who=second, day=near_day_words(note.until, sight.business_date))
        words = tr("hidden, the account is confidential") if is_hidden and not note.is_alert else note.words
        shown.append(NoteShown(note.ref, words, second, note.is_alert))
    return tuple(shown)


def _column(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
