from __future__ import annotations

import pytest
from django import forms

from documents.forms.record_field import RecordField
from documents.models import Document
from tests.build import a_document

pytestmark = pytest.mark.django_db


def _read(typed: str) -> Document:
    return RecordField().clean(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "{pk}",
        " {pk} ",
        "{pk}-ports",
        "/documents/{pk}-ports/",
        "https://kb.example/zh-hans/documents/{pk}-港口/?q=port#text",
        "https://kb.example/records/{pk}",
    ],
)
def test_a_record_is_given_by_its_number_or_its_address(typed: str) -> None:
    document = a_document()
    assert _read(typed.format(pk=document.pk)) == document


@pytest.mark.parametrize("typed", ["x{pk}", "{pk}x", "/topics/{pk}/", "999999999999999999", "٣"])
def test_what_names_no_record_is_refused(typed: str) -> None:
    document = a_document()
    with pytest.raises(forms.ValidationError, match="No record has this number"):
        _read(typed.format(pk=document.pk))
