"""What the pages of dated settings share: one reading of every record, and a record as a person reads it (P17)."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from app.domain.setting_record import SettingNow, SettingRecord, on_date
from app.frozen import frozen
from app.ports.books import BooksReader
from ui.viewmodels.set_up_room import words
from ui.viewmodels.set_up_room.page import Chosen, Fact, Past, SetUpPage


@frozen
class SettingsRead:
    """Every record, and what makes them readable; `today` is the business date it was read for."""

    today: str
    time_zone: str
    records: tuple[SettingRecord, ...]
    names: Mapping[str, str]

    def on(self, name: str) -> SettingNow:
        """The setting today."""
        return on_date(name, self.records, self.today)

    def value_on(self, name: str, day: str, otherwise: Any) -> Any:
        """What the setting says on a day; `otherwise` where it was never written."""
        now = on_date(name, self.records, day).now
        return otherwise if now is None else now.value

    def written(self, one: SettingRecord) -> str:
        """When and by whom."""
        return f"{words.moment(one.at, time_zone=self.time_zone)}, {words.who(one.by, self.names)}"


class DatedPage(SetUpPage):
    """Reads settings; subclasses say which."""

    told: SettingsRead | None = None

    @property
    def nothing(self) -> str:
        """What a setting says that was never written."""
        return self.tr("as it begins")

    def load(self) -> None:
        """Read every record on the reader's thread."""
        sitting = self.session.sitting
        if sitting is not None:
            self.counter.ask(partial(read_settings, today=sitting.business_date), done=self._read, failed=self.refuse)

    def _read(self, told: SettingsRead) -> None:
        self.told = told
        self.changed.emit()

    def chosen_setting(self, name: str, title: str, told_help: str) -> Chosen | None:
        """A setting in hand: its value, what it rests on, what comes and what was."""
        if self.told is None:
            return None
        told, now = self.told, self.told.on(name)
        facts: tuple[Fact, ...] = (Fact(self.tr("In force"), self.nothing),)
        if now.now is not None:
            facts = (
                Fact(self.tr("In force"), words.value_words(name, now.now.value)),
                Fact(self.tr("Since"), words.day(now.now.effective_from)),
                Fact(self.tr("Rests on"), now.now.ordinance),
                Fact(self.tr("Written"), told.written(now.now)),
            )
        return Chosen(
            title=title,
            help=told_help,
            facts=facts,
            coming=tuple(self._past(one) for one in now.coming),
            before=tuple(self._past(one) for one in now.before),
        )

    def _past(self, one: SettingRecord) -> Past:
        told = self.told
        said = self.tr("{value} from {day}").format(
            value=words.past_words(one.name, one.value), day=words.day(one.effective_from)
        )
        return Past(said, f"{one.ordinance} · {told.written(one) if told else ''}")


def read_settings(books: BooksReader, *, today: str) -> SettingsRead:
    """Every record; on the reader's thread."""
    names = {person.user: person.name for person in books.users()}
    return SettingsRead(today, books.policy(today).city_time_zone, tuple(books.setting_records()), names)
