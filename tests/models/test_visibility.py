"""What a loaded record answers is what the database answers."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest

from documents.models import Document
from tests.build import NOON, a_document, a_visibility

pytestmark = pytest.mark.django_db

MOMENTS = [NOON - timedelta(seconds=1), NOON, NOON + timedelta(seconds=1)]


def test_a_loaded_record_is_readable_exactly_where_a_stored_one_is() -> None:
    for status, visible_from, embargo in product(
        ["published", "review", "trashed"], MOMENTS, [None, *MOMENTS]
    ):
        if embargo is None or embargo >= visible_from:
            moments = {"visible_from": visible_from, "embargo_until": embargo}
            a_document(f"{status} {visible_from} {embargo}", status=status, **moments)
    visibility = a_visibility()
    stored = set(Document.objects.filter(visibility.readable()))
    assert {one for one in Document.objects.all() if visibility.reads(one)} == stored
    assert 0 < len(stored) < Document.objects.count()
