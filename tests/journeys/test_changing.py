"""Many deliberate changes at random: after each drain the index says what the database says."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from documents import curation
from documents.models import Document, visible_to
from documents.search import SearchQuery, find, indexing
from tests.build import a_document, a_user

if TYPE_CHECKING:
    from datetime import datetime

pytestmark = pytest.mark.django_db
EDITS = 2000 if os.environ.get("KB_LONG") == "1" else 60


def _change(document: Document, chance: Random, now: datetime) -> None:
    """Do one deliberate thing to a record; what does not fit its state is refused."""
    hours = timedelta(hours=chance.randint(-3, 3))
    act = chance.choice(
        ["publish", "schedule", "embargo", "withdraw", "trash", "restore", "access"]
    )
    if act == "access":
        access = chance.choice(["open", "licensed"])
        changed = replace(curation.entry_of(document), access=access)
        curation.revise(document, changed, seen_at=document.updated_at, by=None, now=now)
    elif act == "withdraw":
        curation.withdraw(document, reason="A reason.", by=None, now=now)
    elif act in {"trash", "restore"}:
        verb = curation.trash if act == "trash" else curation.restore
        verb(document, by=None, now=now)
    else:
        curation.publish(
            document,
            by=None,
            now=now,
            visible_from=now + hours if act == "schedule" else None,
            embargo_until=now + hours if act == "embargo" else None,
        )


def test_the_index_follows_every_change_of_state_and_access() -> None:
    chance = Random(11)
    records = [a_document(f"Record harbour{number}", body=f"wharf{number}") for number in range(12)]
    reader = a_user("reader", "documents.read_licensed")
    for _edit in range(EDITS):
        now = timezone.now()
        document = Document.objects.get(pk=chance.choice(records).pk)
        try:
            _change(document, chance, now)
        except ValidationError:
            continue
        indexing.drain()
        visibility = visible_to(reader, timezone.now())
        found = {hit.document.pk for hit in find(SearchQuery(text="record"), visibility).hits}
        assert found == set(Document.objects.visible_to(visibility).values_list("pk", flat=True))
        number = document.title.removeprefix("Record harbour")
        text = find(SearchQuery(text=f"wharf{number}"), visibility)
        readable = Document.objects.readable_by(visibility).filter(pk=document.pk).count()
        assert text.total == readable
