from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from tests.build import a_document, a_draft

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["Research Report", "调查研究报告", "Notes/Letters"])
def test_a_series_has_a_page_that_the_record_leads_to(client: Client, name: str) -> None:
    document = a_document(series=name)
    record = client.get(document.get_absolute_url())
    address = record.context["document"].series and f"/series/{name}/"
    page = client.get(address)
    assert page.status_code == HTTPStatus.OK
    assert document.title in page.content.decode()


def test_a_series_of_drafts_is_not_found(client: Client) -> None:
    a_draft(series="Secret")
    assert client.get("/series/Secret/").status_code == HTTPStatus.NOT_FOUND
