"""Seldom entries by what they are about: hand-overs, surprise counts, paper receipts, notes of an account."""

from collections.abc import Sequence

from app.domain.entry import EntryRef
from app.domain.facts.base import Envelope, Fact
from db.decoding import envelope_of, fact_of
from db.questions.base import Answers, one_snapshot
from db.refs import ref_of


class AboutAnswers(Answers):
    """Answers by topic and key (db/projections/about)."""

    @one_snapshot
    def about(self, topic: str, key: str = "") -> Sequence[tuple[EntryRef, Envelope, Fact]]:
        """The entries of a topic about one thing, the oldest first."""
        found = []
        for eid in self._about_eids(topic, key):
            h, shape = self._entry(eid)
            found.append((ref_of(eid, h), envelope_of(shape), fact_of(shape)))
        return found

    def _about_eids(self, topic: str, key: str) -> list[int]:
        rows = self._rows("SELECT eid FROM view_about WHERE topic = ? AND key = ? ORDER BY eid", (topic, key))
        return [eid for (eid,) in rows]
