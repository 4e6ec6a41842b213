"""What people here wrote on an account, beside what billing sent: alerts above the money, notes behind F4 (B5)."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.account_notes import AccountNote, note_alerts, plain_notes
from ui.viewmodels.till.line_face import LineFace


def with_notes(
    face: LineFace, notes: tuple[AccountNote, ...], *, business_date: str, names: Mapping[str, str]
) -> LineFace:
    """The account's face with our own alerts and notes."""
    return replace(
        face,
        alerts=(*face.alerts, *note_alerts(notes, business_date, names)),
        notes=(*plain_notes(notes, business_date, names), *face.notes),
    )
