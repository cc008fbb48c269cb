"""Pages of many layouts with every field labelled: what is read is right, field by field."""

from __future__ import annotations

import pytest

from documents.ingest import draft_from
from documents.ingest.draft import Draft
from tests.ingest.labelling import Labelled, judge, load_labelled

PAGES = list(load_labelled())


@pytest.mark.parametrize("want", PAGES, ids=lambda want: want.name)
def test_a_labelled_page_is_read_right_but_for_its_known_misses(want: Labelled) -> None:
    draft = draft_from(want.page)
    wrong = {field for field, right in judge(draft, want).items() if not right}
    assert wrong == set(want.missed), _shown(draft, wrong)


def test_there_are_sixty_pages_in_four_languages() -> None:
    assert len(PAGES) >= 60
    assert {want.name.split("-")[0] for want in PAGES} == {"en", "zh", "de", "fr"}


def _shown(draft: Draft, wrong: set[str]) -> str:
    values = {
        "kind": draft.kind,
        "title": draft.title,
        "source": draft.source,
        "published": draft.published_on,
        "number": draft.number,
        "authors": draft.authors,
        "keywords": draft.keywords,
        "abstract": draft.abstract,
        "access": draft.access,
        "captions": draft.captions,
        "related": draft.related_titles,
        "dates": draft.dates,
        "body": draft.body.value,
    }
    return "\n".join(f"{name}: {values.get(name)}" for name in sorted(wrong))
