"""What the sign-in page shows of the books: city, greeting, and a card for each person who may sign in."""

from datetime import datetime
from zoneinfo import ZoneInfo

from db.first_look import FirstLook, FirstPersonSeen
from ui.views.sign_in import SignInPage, SignInShown
from ui.widgets.user_card import UserRow

WINDOW_ORDER = ("cashier", "lead", "supervisor", "service", "office")
NOON, EVENING = 12, 17
CONTINUES = "Your open batch continues where it stopped."
BEGINS = "Choose your name, then type your PIN."


def paint_sign_in(page: SignInPage, look: FirstLook, now: datetime) -> None:
    """Fill the page from the books' first look; whoever has a batch open is chosen."""
    _paint_station(page, look, now)
    rows = _rows(look)
    last = next((person.user for person in _in_order(look) if person.open_batch), rows[0].key if rows else "")
    page.show_people(rows, chosen=last)


def paint_again(page: SignInPage, look: FirstLook, now: datetime) -> None:
    """Batches or people are others now: who was chosen stays so, and no card is made anew for nothing."""
    _paint_station(page, look, now)
    rows = _rows(look)
    if rows == [card.shown for card in page.users.cards]:
        return
    before = page.users.chosen_key()
    keys = [row.key for row in rows]
    page.show_people(rows, chosen=before if before in keys else keys[0] if keys else "")


def _paint_station(page: SignInPage, look: FirstLook, now: datetime) -> None:
    there = now.astimezone(ZoneInfo(look.time_zone))
    greetings = (
        page.tr("Good morning. Who is at the window?"), page.tr("Good afternoon. Who is at the window?"),
        page.tr("Good evening. Who is at the window?"),
    )  # fmt: skip
    station = " ".join(filter(None, (look.station_label, look.station)))
    is_open = any(person.open_batch for person in look.people)
    page.show_station(
        SignInShown(
            city=look.city,
            station=station,
            date=f"{there:%A} {there.day} {there:%B %Y}",
            greeting=greetings[(there.hour >= NOON) + (there.hour >= EVENING)],
            second=page.tr(CONTINUES if is_open else BEGINS),
            hint=page.tr("Practice: 1234, approvers 123456") if look.practice else "",
        )
    )


def _rows(look: FirstLook) -> list[UserRow]:
    return [UserRow(person.user, person.name, _second_line(person)) for person in _in_order(look)]


def _in_order(look: FirstLook) -> list[FirstPersonSeen]:
    return sorted(look.people, key=_at_the_window_first)


def _at_the_window_first(person: FirstPersonSeen) -> int:
    places = [WINDOW_ORDER.index(role) for role in person.roles if role in WINDOW_ORDER]
    return min(places, default=len(WINDOW_ORDER))


def _second_line(person: FirstPersonSeen) -> str:
    roles = ", ".join(person.roles).capitalize()
    return f"{roles}, batch {person.open_batch} open" if person.open_batch else roles
