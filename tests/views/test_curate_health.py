from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.curation.decisions import accept_link
from documents.models import IndexJob, IndexTarget, Submission
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_user

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


def test_the_lag_and_the_failures_of_an_index_are_told_without_its_message(
    curator: Client,
) -> None:
    target = IndexTarget.objects.create(name="whoosh-1", engine="whoosh", state="building")
    IndexJob.objects.create(target=target, document_id=7, attempts=3, error="secret path /srv")
    page = curator.get("/curate/health/").content.decode()
    assert "whoosh-1" in page
    assert "could not be indexed" in page
    assert "/srv" not in page


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("date", {"sorted_on": None, "sorted_role": ""}),
        ("topic", {}),
        ("source", {}),
        ("text", {"body": ""}),
    ],
)
def test_what_is_missing_is_listed(curator: Client, name: str, fields: dict[str, object]) -> None:
    document = a_draft("The one with a gap", **fields)
    assert list(curator.get(f"/curate/missing/{name}/").context["page"]) == [document]


def test_the_trash_is_listed_and_an_unknown_list_is_not_there(curator: Client) -> None:
    document = a_document(status="trashed")
    assert list(curator.get("/curate/missing/trash/").context["page"]) == [document]
    assert curator.get("/curate/missing/nothing/").status_code == 404


def test_every_kept_file_is_checked_on_demand(curator: Client) -> None:
    page = curator.get("/curate/health/", {"files": "1"}).content.decode()
    assert "Every file is as it was stored." in page


def test_what_an_import_published_is_listed_until_a_curator_looked_at_it(curator: Client) -> None:
    imported, decided = a_document("Imported"), a_document("Decided")
    pasted = a_document("Pasted")
    a_document("A sample", is_sample=True)
    Submission.objects.create(raw="x", checksum="x", import_key="table/1", document=imported)
    Submission.objects.create(raw="y", checksum="y", document=pasted)
    a_link(imported, a_topic("jinan"))  # by rule
    accept_link(a_link(decided, a_topic("zibo"), status="suggested"), by=a_user(), now=NOON)
    address = "/curate/missing/review/"
    assert list(curator.get(address).context["page"]) == [imported]
    curator.post(f"/curate/records/{imported.pk}/reviewed/")
    assert list(curator.get(address).context["page"]) == []
