from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils.html import escape

from documents.curation.vocabularies import load_vocabularies
from documents.search import SearchQuery
from documents.search.labels import forget_labels
from documents.search.leaves import FIELDS
from documents.search.question import read_question
from documents.search.syntax import describe, parse
from documents.views.search_help import SECTIONS
from tests.build import a_document, a_source, a_visibility

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

EXAMPLES = [typed for section in SECTIONS for form in section.forms for typed in form.examples]


@pytest.mark.parametrize("typed", EXAMPLES)
def test_an_example_needs_no_repair(typed: str) -> None:
    parsed = parse(typed)
    assert parsed.repairs == ()
    assert describe(parsed.tree)


@pytest.mark.django_db
def test_every_name_in_an_example_is_known(settings: Settings) -> None:
    load_vocabularies(Path(settings.BASE_DIR) / "fixtures")
    forget_labels()
    document = a_document(source=a_source(), source_basis="stated")
    document.keywords.add("hydrogen", "氢能")
    for typed in EXAMPLES:
        assert read_question(SearchQuery(typed), a_visibility()).repairs == (), typed


def test_every_field_has_an_example() -> None:
    for field in set(FIELDS.values()):
        names = [name for name, meant in FIELDS.items() if meant == field]
        assert any(typed.startswith(f"{name}:") for typed in EXAMPLES for name in names), field


@pytest.mark.django_db
def test_the_page_shows_every_example_as_a_link_that_works(client: Client) -> None:
    for prefix in ("", "/zh-hans"):
        page = client.get(f"{prefix}/help/")
        for section in page.context["sections"]:
            for examples, _finds in section.rows:
                for example in examples:
                    assert escape(example.typed) in page.text
