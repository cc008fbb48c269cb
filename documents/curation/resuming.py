"""Recognises the step of an import that was stored just before its process was killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.curation.import_item import Action
from documents.curation.submissions import checksum_of
from documents.models import Change, Submission

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.curation.import_item import Item
    from documents.models import Document


def find_stored(item: Item, *, by: User | None, since: datetime) -> Document | None:
    """Return the record of a step that the same person's import carried out since its plan.

    A step is stored and then noted as done. Between the two a process may be killed, and the step
    comes again: it finds its own work and would call it somebody else's.
    """
    if item.action == Action.PUBLISH:
        published = Change.objects.filter(
            document=item.document or 0, verb="published", by=by, at__gte=since
        ).first()
        return published.document if published else None
    stored = Submission.objects.filter(
        checksum=checksum_of(item.raw),
        import_key=item.key,
        submitted_by=by,
        submitted_at__gte=since,
        document__isnull=False,
    ).first()
    return stored.document if stored else None
