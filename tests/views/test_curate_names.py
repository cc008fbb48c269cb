from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from documents.curation.linked_names import note_linked
from documents.curation.linking import relink
from documents.gazetteer import load_vocabulary
from documents.models import Topic, TopicName
from documents.views import curate_names
from tests.build import a_document, a_name, a_topic, a_user

pytestmark = pytest.mark.django_db

ADDRESS = "/curate/names/"
WAITING = "1 topic got other names"


@pytest.fixture
def jinan() -> Topic:
    topic = a_topic("jinan", en="Jinan")
    relink(a_document("Springs", body="The City of Springs grows."))
    note_linked(load_vocabulary())
    return topic


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(a_user("cara", "documents.change_document"))
    return client


def test_it_says_what_would_be_linked_and_one_button_links_it(desk: Client, jinan: Topic) -> None:
    a_name(jinan, "City of Springs")
    page = desk.get(ADDRESS).content.decode()
    assert "This links 1 record, unlinks 0." in page
    assert '<blockquote lang="en">The City of Springs grows.</blockquote>' in page
    done = desk.post(ADDRESS, follow=True).content.decode()
    assert "1 record read: 1 linked, 0 unlinked." in done
    assert "No name changed" in done
    assert jinan.links.count() == 1


@pytest.mark.parametrize("address", ["/curate/", "/curate/health/", "/curate/topics/"])
def test_the_desk_says_that_names_changed_until_they_are_linked(
    desk: Client, jinan: Topic, address: str
) -> None:
    assert WAITING not in desk.get(address).content.decode()
    a_name(jinan, "City of Springs")
    assert WAITING in desk.get(address).content.decode()


def test_more_records_than_a_page_can_link_are_left_to_the_command(
    desk: Client, jinan: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curate_names, "MOST_AT_ONCE", 0)
    a_name(jinan, "City of Springs")
    assert "manage.py relink --changed" in desk.get(ADDRESS).content.decode()
    desk.post(ADDRESS)
    assert not jinan.links.exists()


def test_an_edit_in_the_administration_says_that_records_wait(client: Client, jinan: Topic) -> None:
    client.force_login(a_user("root", is_staff=True, is_superuser=True))
    values = {"topic": jinan.pk, "language": "en", "name": "City of Springs", "role": "hidden"}
    page = client.post(reverse("admin:documents_topicname_add"), values, follow=True)
    assert "Names changed since the records were linked." in page.content.decode()
    name = TopicName.objects.get(name="City of Springs")
    gone = reverse("admin:documents_topicname_delete", args=[name.pk])
    page = client.post(gone, {"post": "yes"}, follow=True)
    assert "Names changed" not in page.content.decode()
