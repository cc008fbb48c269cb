from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from documents.models import OldAddress
from tests.build import a_document, a_source, a_topic

pytestmark = pytest.mark.django_db


def test_an_old_address_leads_to_the_present_one_for_good(client: Client) -> None:
    a_topic("green", "theme")
    OldAddress.objects.create(kind="theme", slug="eco", new_slug="environment")
    OldAddress.objects.create(kind="theme", slug="environment", new_slug="green")
    response = client.get("/themes/eco/?page=2")
    assert response.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert response["Location"] == "/themes/green/?page=2"


def test_an_old_address_belongs_to_its_kind(client: Client) -> None:
    a_document(source=a_source(), source_basis="stated")
    OldAddress.objects.create(kind="source", slug="old", new_slug="institute-of-testing")
    assert client.get("/sources/old/")["Location"] == "/sources/institute-of-testing/"
    assert client.get("/tags/old/").status_code == HTTPStatus.NOT_FOUND


def test_a_circle_of_old_addresses_ends(client: Client) -> None:
    OldAddress.objects.create(kind="theme", slug="a", new_slug="b")
    OldAddress.objects.create(kind="theme", slug="b", new_slug="a")
    assert client.get("/themes/a/").status_code == HTTPStatus.NOT_FOUND
