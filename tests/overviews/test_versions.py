from __future__ import annotations

import pytest

from documents.models import Document, Relation
from documents.overviews.versions import load_versions
from tests.build import a_document

pytestmark = pytest.mark.django_db


def _related(left: Document, right: Document, kind: str, status: str = "accepted") -> None:
    Relation.objects.create(subject=left, object=right, kind=kind, status=status)


def test_a_translation_stands_beside_its_original_by_paragraphs() -> None:
    english = a_document("Clusters", body="One.\n\nTwo.")
    chinese = a_document("城市群", language="zh", body="一。\n\n二。")
    _related(chinese, english, "translation-of")
    found = load_versions(english, chinese)
    assert found is not None
    assert found.pairs == (("Clusters", "城市群"), ("One.", "一。"), ("Two.", "二。"))


def test_a_new_version_shows_what_changed() -> None:
    old = a_document("A plan", body="Nineteen clusters.")
    new = a_document("A plan", body="Twenty clusters.")
    _related(new, old, "new-version-of")
    for pair in ((old, new), (new, old)):
        found = load_versions(*pair)
        assert found is not None
        changes = [(part.change, part.text) for part in found.blocks[-1].parts if part.change]
        assert changes == [("removed", "Nineteen"), ("added", "Twenty")]


def test_licensed_text_is_in_no_version() -> None:
    left = a_document("A", access="licensed", restricted_body="Canary", body="Teaser.")
    right = a_document("A", body="Teaser.")
    _related(left, right, "same-release-as")
    assert "Canary" not in repr(load_versions(left, right))


@pytest.mark.parametrize(
    ("kind", "status"), [("cites", "accepted"), ("translation-of", "suggested")]
)
def test_other_records_are_no_versions_of_each_other(kind: str, status: str) -> None:
    left, right = a_document("A"), a_document("B")
    _related(left, right, kind, status)
    assert load_versions(left, right) is None
