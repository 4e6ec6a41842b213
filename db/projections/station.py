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


def no_rows(_fact: Any, _mark: Mark) -> Rows:
    """Kinds that only the journal keeps."""
    return []
