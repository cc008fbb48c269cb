"""The migration that keeps entries by window takes over those that were kept before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from documents.models import KeptReview

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE = [("documents", "0011_merged_records")]


@pytest.fixture
def before() -> Iterator[MigrationExecutor]:
    """Give the tables as they were, and bring them up to date at the end whatever happens."""
    MigrationExecutor(connection).migrate(BEFORE)
    yield MigrationExecutor(connection)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_entries_that_were_kept_before_are_kept_on(before: MigrationExecutor) -> None:
    submissions = (
        before.loader.project_state(BEFORE).apps.get_model("documents", "Submission").objects
    )
    begun = submissions.create(raw="a", checksum="a", edits={"title": ["Typed"]})
    submissions.create(raw="b", checksum="b")
    before.migrate(before.loader.graph.leaf_nodes())
    (kept,) = KeptReview.objects.all()
    assert kept.values == {"title": ["Typed"]}
    assert kept.submission_id == begun.pk
