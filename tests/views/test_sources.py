from __future__ import annotations

import pytest
from django.test import Client

from tests.build import a_document, a_draft, a_source

pytestmark = pytest.mark.django_db


def test_records_whose_page_names_no_source_are_counted_and_found(client: Client) -> None:
    a_document(source=a_source(), source_basis="stated")
    assert "No source stated" not in client.get("/sources/").content.decode()
    a_document("Without")
    a_draft("Hidden")
    page = client.get("/sources/").content.decode()
    assert '<a href="/search/?source=none">No source stated</a>' in page
    assert page.split("No source stated")[1].count(">1</td>") == 1
