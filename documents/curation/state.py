"""The state of a record: its status, its moments and the reason it was withdrawn for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from documents.models import Document

MOMENTS = ("visible_from", "embargo_until")
SIGHT = ("status", *MOMENTS)
"""What decides who sees a record."""
STATE = (*SIGHT, "withdrawn_reason")


def state_of(document: Document) -> dict[str, str]:
    """Return the state by field, as the history holds it: moments in ISO form, "" for none."""
    return {name: str(getattr(document, name) or "") for name in STATE}


def put_state(document: Document, state: Mapping[str, str]) -> None:
    """Set fields of a state as the history holds them; the record is not stored by this."""
    for name, value in state.items():
        setattr(document, name, _moment(value) if name in MOMENTS else value)


def is_still(document: Document, name: str, value: str) -> bool:
    """Say whether a field of the state is what the history holds; moments in whatever zone."""
    return bool(getattr(document, name) == (_moment(value) if name in MOMENTS else value))


def put_out_of_sight(document: Document, status: str, now: datetime) -> None:
    """Set a status that hides a record; one that nobody could see yet loses its moments as well.

    So its address goes on answering 404 as before, and never tells that there was something.
    """
    document.status = status
    if document.visible_from is not None and document.visible_from > now:
        document.visible_from = document.embargo_until = None


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
