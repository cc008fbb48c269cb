"""A record that breaks a constraint is refused with that constraint's sentence."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.curation.checked import save_checked
from documents.models import Document
from tests.build import a_draft

pytestmark = pytest.mark.django_db


def test_a_broken_constraint_is_said_in_its_own_words() -> None:
    document = a_draft()
    document.status = Document.Status.WITHDRAWN
    with pytest.raises(ValidationError, match="Give the reason for the withdrawal"):
        save_checked(document)
    document.refresh_from_db()
    assert document.status == Document.Status.DRAFT


def test_a_value_that_does_not_fit_is_named_by_its_field() -> None:
    document = a_draft()
    document.kind = "poem"
    with pytest.raises(ValidationError) as caught:
        save_checked(document)
    assert "kind" in caught.value.message_dict


def test_a_good_record_takes_one_write_and_no_question_for_each_constraint() -> None:
    document = a_draft()
    with CaptureQueriesContext(connection) as queries:
        save_checked(document)
    asked = [one["sql"] for one in queries if one["sql"].startswith("SELECT")]
    assert not [sql for sql in asked if "documents_document" in sql]
    assert len(queries) < 8
