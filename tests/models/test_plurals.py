from __future__ import annotations

import pytest

from documents.models import Document, Topic
from documents.models.plurals import facets, kinds


@pytest.mark.parametrize("kind", Document.Kind.values)
def test_every_kind_has_a_plural(kind: str) -> None:
    assert kinds(kind)


@pytest.mark.parametrize("facet", Topic.Facet.values)
def test_every_facet_has_a_plural(facet: str) -> None:
    assert facets(facet)
