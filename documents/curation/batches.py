"""Decides many links, or changes many records, as one piece of work that is undone as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from documents.curation.decisions import accept_link
from documents.curation.history import together

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from django.contrib.auth.models import User

    from documents.models import TopicLink


@transaction.atomic
def accept_all(
    links: Iterable[TopicLink], *, by: User | None, now: datetime, why: str = ""
) -> tuple[UUID, int]:
    """Accept links; return the mark of the batch and their number."""
    with together(why) as batch:
        count = 0
        for link in links:
            accept_link(link, by=by, now=now)
            count += 1
    return batch, count
