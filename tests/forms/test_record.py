from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from documents.curation import Entry
from documents.forms.record import RecordForm
from documents.models import Document
from tests.build import a_source

pytestmark = pytest.mark.django_db
PROPOSED = Entry("A title", "report", source_basis="unknown")
TYPED = {
    "title": "A title",
    "kind": "report",
    "language": "en",
    "extent": "full",
    "access": "open",
}


def a_form(proposed: Entry = PROPOSED, **typed: Any) -> RecordForm:
    return RecordForm(TYPED | typed, proposed=proposed)


def test_text_is_stored_without_the_line_ends_of_the_browser() -> None:
    form = a_form(body="One.\r\n\r\n\r\nTwo. \r\n")
    assert form.is_valid()
    assert form.cleaned_data["body"].strip() == "One.\n\nTwo."


def test_text_for_licence_holders_wants_a_licensed_record() -> None:
    assert "restricted_body" in a_form(restricted_body="Secret.").errors
    assert a_form(restricted_body="Secret.", access="licensed").is_valid()


def test_a_source_is_chosen_or_added_but_not_both() -> None:
    source = a_source()
    assert "source_name" in a_form(source=source.pk, source_name="Another").errors


def test_a_source_left_as_proposed_keeps_its_basis() -> None:
    source = a_source()
    proposed = replace(PROPOSED, source_id=source.pk, source_basis="inferred")
    form = a_form(proposed, source=source.pk)
    assert form.is_valid()
    assert form.basis() == Document.SourceBasis.INFERRED


def test_a_source_that_the_curator_chose_is_the_curators() -> None:
    form = a_form(source=a_source().pk)
    assert form.is_valid()
    assert form.basis() == Document.SourceBasis.CURATOR


def test_a_removed_source_is_unknown() -> None:
    proposed = replace(PROPOSED, source_id=a_source().pk, source_basis="stated")
    form = a_form(proposed)
    assert form.is_valid()
    assert form.basis() == Document.SourceBasis.UNKNOWN
