"""Settings, people, imports, files: what the station's own entries say."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from app.domain.entry import EntryRef
from app.domain.facts.base import Envelope, Fact
from app.domain.numbering import postings_after_restore
from app.domain.records import ImportRecord, PostingRecord, RestartRecord
from app.domain.setting_record import PersonChanged, SettingRecord
from app.domain.user import Role, User
from app.settings.policy import NAMES, Policy
from db.decoding import decoded, envelope_of, fact_of, kind_of
from db.ids import id_of, incarnation_of, number_id, seq_of
from db.questions.base import Answers, one_snapshot
from db.refs import ref_of


class StationAnswers(Answers):
    """Answers about the station."""

    @one_snapshot
    def settings(self, business_date: str) -> Mapping[str, Any]:
        """Every setting in force on the date."""
        kept = self._kept
        kept.see(self.state().settings_eid)
        found = kept.by_date.get(business_date)
        if found is None:
            found = kept.by_date[business_date] = MappingProxyType(self._settings_on(business_date))
        return found

    @one_snapshot
    def policy(self, business_date: str) -> Policy:
        """`Policy.of(settings(business_date))`, kept until a setting changes.

        Before the first settings, where only a clock set back can come, those hold; a code table or note that was
        never written is as it begins, also while one for a later date waits.

        Raises:
            KeyError: a setting was never made.
        """
        kept = self._kept
        kept.see(self.state().settings_eid)
        found = kept.policies.get(business_date)
        if found is None:
            settings = {**self._first_settings(), **self.settings(business_date)}
            found = kept.policies[business_date] = Policy.of(settings)
        return found

    def _first_settings(self) -> dict[str, Any]:
        rows = self._rows("SELECT name, eid FROM view_setting ORDER BY name, effective_from DESC, eid DESC")
        return {name: self._entry(eid)[1].value for name, eid in dict(rows).items() if name in NAMES}

    def _settings_on(self, business_date: str) -> dict[str, Any]:
        rows = self._rows(
            "SELECT name, eid FROM view_setting WHERE effective_from <= ? ORDER BY name, effective_from, eid",
            (business_date,),
        )
        return {name: self._entry(eid)[1].value for name, eid in dict(rows).items()}

    @one_snapshot
    def setting_records(self) -> Sequence[SettingRecord]:
        """Every value that any setting had, has or will have; by name, then from the earliest date."""
        rows = self._rows("SELECT eid FROM view_setting ORDER BY name, effective_from, eid")
        return [self._setting_record(eid) for (eid,) in rows]

    def _setting_record(self, eid: int) -> SettingRecord:
        h, fact = self._entry(eid)
        return SettingRecord(
            fact.name, fact.value, fact.effective_from, fact.ordinance, fact.at, fact.by, ref_of(eid, h)
        )

    @one_snapshot
    def people_changed(self) -> Sequence[PersonChanged]:
        """When each person was last changed, and by whom."""
        facts = [self._entry(eid)[1] for (eid,) in self._rows("SELECT eid FROM view_user")]
        return [PersonChanged(fact.user, fact.at, fact.by) for fact in facts]

    @one_snapshot
    def users(self) -> Sequence[User]:
        """Everybody, active or not, by name."""
        people = [self._user(eid) for (eid,) in self._rows("SELECT eid FROM view_user")]
        return sorted(people, key=lambda person: (person.name, person.user))

    @one_snapshot
    def user(self, user: str) -> User | None:
        """One person."""
        row = self._maybe("SELECT eid FROM view_user WHERE user = ?", (user,))
        return self._user(row[0]) if row else None

    def _user(self, eid: int) -> User:
        kept = self._kept.users
        if eid not in kept:
            fact = self._entry(eid)[1]
            roles = tuple(Role(role) for role in fact.roles)
            kept[eid] = User(fact.user, fact.name, roles, fact.rights, fact.active)
        return kept[eid]

    @one_snapshot
    def last_import(self) -> ImportRecord | None:
        """The last extract taken."""
        row = self._maybe("SELECT eid FROM view_import ORDER BY generation DESC LIMIT 1")
        if row is None:
            return None
        h, fact = self._entry(row[0])
        return ImportRecord(
            ref=ref_of(row[0], h),
            at=fact.at,
            file_name=fact.file_name,
            file_sha256=fact.file_sha256,
            as_of=fact.as_of,
            posted_through=fact.posted_through,
            accounts=fact.accounts,
            quarantined=fact.quarantined,
        )

    @one_snapshot
    def import_blob(self, seq: int) -> str:
        """The blob of the import at that entry of the own stream; empty when it is no import."""
        fact = self._entry(id_of(self.state().incarnation, seq))[1]
        return str(fact.blob) if kind_of(fact) == "accounts_imported" else ""

    @one_snapshot
    def postings(self) -> Sequence[PostingRecord]:
        """Posting files, the newest first."""
        return [self._posting(eid) for (eid,) in self._rows("SELECT eid FROM view_posting ORDER BY eid DESC")]

    @one_snapshot
    def restarts(self) -> Sequence[RestartRecord]:
        """Every restore of this station, the oldest first."""
        made = {file_no for (file_no,) in self._rows("SELECT file_no FROM view_posting")}
        rows = self._rows("SELECT incarnation, known, posted FROM view_restart ORDER BY incarnation")
        return [
            RestartRecord(
                incarnation, known, posted if posted >= 0 else None,
                tuple(file_no for file_no in range(known + 1, posted + 1) if file_no not in made),
            )
            for incarnation, known, posted in rows
        ]  # fmt: skip

    @one_snapshot
    def last_posting(self) -> int:
        """The last number that one of our posting files can bear so far; 0 for none."""
        made = self._rows("SELECT file_no FROM view_posting")
        told = self._rows("SELECT known, posted FROM view_restart")
        ends = [posted if posted >= 0 else postings_after_restore(known) - 1 for known, posted in told]
        return max((*(file_no for (file_no,) in made), *ends), default=0)

    def _posting(self, eid: int) -> PostingRecord:
        _h, fact = self._entry(eid)
        return PostingRecord(
            file_no=fact.file_no,
            file_name=fact.file_name,
            at=fact.at,
            by=fact.by,
            batches=fact.batches,
            rows=fact.rows,
            total=fact.total,
            sha256=fact.sha256,
            blob=fact.blob,
            is_taken_back=kind_of(fact) == "posting_taken_back",
        )

    @one_snapshot
    def happenings(
        self, *, batch: str = "", business_date: str = "", kinds: Sequence[str] = (), limit: int = 2_000
    ) -> Sequence[tuple[EntryRef, Envelope, Fact]]:
        """Entries in order, as facts: of a batch (which must exist), of a business date, of some kinds; newest `limit`.

        A date without a batch reads back from the head until `limit` entries of it were found or the stream ends.
        """
        first, last = 0, self.state().eid
        if batch:
            row = self._maybe("SELECT eid, last_eid FROM view_batch WHERE batch_id = ?", (number_id(batch),))
            if row is None:
                return ()
            first, last = row
        found: list[tuple[EntryRef, Envelope, Fact]] = []
        for seq, h, payload in self._backwards(first, last):
            shape = decoded(payload)
            if _wanted(shape, batch, business_date, kinds):
                found.append((EntryRef(seq, h.hex()), envelope_of(shape), fact_of(shape)))
                if len(found) == limit:
                    break
        return found[::-1]

    def _backwards(self, first: int, last: int) -> Iterator[tuple[int, bytes, bytes]]:
        """(seq, h, payload) of own entries from key `last` back to `first`, through incarnations, in pages."""
        state = self.state()
        while last >= first:
            letter = incarnation_of(last)
            begin = id_of(letter, 0)
            where = (state.tenant, state.station, letter, seq_of(max(first, begin)), seq_of(last))
            rows = self._rows(_BACKWARDS, where)
            yield from rows
            if rows and rows[-1][0] > where[3]:
                last = id_of(letter, rows[-1][0] - 1)
            elif letter == "A":
                return
            else:  # the head of the incarnation before is not known: its last key is
                last = begin - 1


_BACKWARDS = (
    "SELECT seq, h, payload FROM journal_entry WHERE tenant = ? AND station = ? AND incarnation = ?"
    " AND seq BETWEEN ? AND ? ORDER BY seq DESC LIMIT 500"
)


def _wanted(shape: Any, batch: str, business_date: str, kinds: Sequence[str]) -> bool:
    if kinds and kind_of(shape) not in kinds:
        return False
    if business_date and shape.business_date != business_date:
        return False
    return not batch or getattr(shape, "batch", None) == batch or batch in getattr(shape, "batches", ())
