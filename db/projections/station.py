"""Settings, users and imports to rows."""

from typing import Any

from db.projections.mark import Mark
from db.projections.rows import Rows


def setting_changed(fact: Any, mark: Mark) -> Rows:
    """The setting's words stay in the entry; the view knows from when it counts."""
    return [("insert_setting", [(fact.name, fact.effective_from, mark.eid)])]


def user_changed(fact: Any, mark: Mark) -> Rows:
    """The last entry about a person counts."""
    return [("insert_user", [(fact.user, mark.eid)])]


def accounts_imported(fact: Any, mark: Mark) -> Rows:
    """The next generation of accounts; its rows come from the blobs (db/intake, db/replay)."""
    return [("insert_import", [(mark.eid, fact.posted_through, fact.as_of)])]


def gap_declared(fact: Any, _mark: Mark) -> Rows:
    """A restore: which posting files may have been made after its backup."""
    return [("insert_restart", [(fact.incarnation, fact.posting_no, fact.posted)])]


def no_rows(_fact: Any, _mark: Mark) -> Rows:
    """Kinds that only the journal keeps."""
    return []
