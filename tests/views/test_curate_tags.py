from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from taggit.models import Tag

from documents.models import Change
from tests.build import a_document, a_user

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document", "taggit.change_tag"))
    a_document("Harbours of the north").tags.add("city cluster")
    a_document("Harbours of the south").tags.add("city clusters", "hydrogen")
    return client


def test_names_that_look_alike_are_proposed(curator: Client) -> None:
    pairs = curator.get("/curate/tags/").context["pairs"]
    assert [{one.tag.name, other.tag.name} for one, other in pairs] == [
        {"city cluster", "city clusters"}
    ]


def test_a_merge_shows_what_it_changes_before_it_does(curator: Client) -> None:
    page = curator.get("/curate/tags/", {"tag": "city cluster", "into": "city clusters"})
    assert "Harbours of the north" in page.content.decode()
    assert Tag.objects.count() == 3


def test_a_merge_redirects_the_old_address_and_can_be_undone(curator: Client) -> None:
    curator.post("/curate/tags/merge/", {"tag": "city cluster", "into": "city clusters"})
    assert curator.get("/tags/city-cluster/")["Location"] == "/tags/city-clusters/"
    change = curator.get("/curate/tags/").context["merges"][0]
    curator.post(f"/curate/tags/unmerge/{change.pk}/")
    assert curator.get("/tags/city-cluster/").status_code == 200


def test_an_undo_shows_which_records_get_the_word_back_before_it_does(curator: Client) -> None:
    curator.post("/curate/tags/merge/", {"tag": "city cluster", "into": "city clusters"})
    change = Change.objects.get(verb="merged")
    words = set(Tag.objects.values_list("pk", "name"))
    page = curator.get(f"/curate/tags/unmerge/{change.pk}/").content.decode()
    assert "1 record gets the word back." in page
    assert "Harbours of the north" in page
    assert "Harbours of the south" not in page
    assert set(Tag.objects.values_list("pk", "name")) == words
    assert not Change.objects.filter(verb="unmerged").exists()


def test_a_merge_that_was_undone_shows_no_preview_again(curator: Client) -> None:
    curator.post("/curate/tags/merge/", {"tag": "city cluster", "into": "city clusters"})
    address = f"/curate/tags/unmerge/{Change.objects.get(verb='merged').pk}/"
    curator.post(address)
    page = curator.get(address, follow=True).content.decode()
    assert "This merge can no longer be undone." in page


def test_an_unknown_name_merges_nothing(curator: Client) -> None:
    page = curator.get("/curate/tags/", {"tag": "nothing", "into": "hydrogen"})
    assert "There is no tag of this name." in page.content.decode()
    curator.post("/curate/tags/merge/", {"tag": "nothing", "into": "hydrogen"})
    assert Tag.objects.count() == 3


def test_who_may_not_change_tags_merges_none(client: Client) -> None:
    client.force_login(a_user("ann", "documents.change_document"))
    assert client.post("/curate/tags/merge/", {}).status_code == 403


def test_an_unused_tag_is_removed_and_brought_back_with_a_button_each(curator: Client) -> None:
    tag = Tag.objects.create(name="wharves")
    remove = f"/curate/tags/{tag.pk}/remove/"
    assert f'formaction="{remove}"' in curator.get("/curate/tags/").content.decode()
    page = curator.post(remove, follow=True)
    assert "Removed: wharves." in page.content.decode()
    (change,) = page.context["removals"]
    page = curator.post(f"/curate/removed/{change.pk}/restore/", follow=True)
    assert "“wharves” is back." in page.content.decode()
    assert page.context["removals"] == []


def test_turning_a_page_keeps_what_was_searched_for(curator: Client) -> None:
    for number in range(51):
        Tag.objects.create(name=f"port {number}")
    page = curator.get("/curate/tags/?q=port")
    assert 'href="?q=port&amp;page=2"' in page.content.decode()


def test_a_tag_used_meanwhile_is_kept_with_a_sentence(curator: Client) -> None:
    tag = Tag.objects.get(name="hydrogen")
    page = curator.post(f"/curate/tags/{tag.pk}/remove/", follow=True)
    assert "“hydrogen” is used on 1 record" in page.content.decode()


def test_who_may_not_change_tags_removes_and_restores_none(curator: Client) -> None:
    tag = Tag.objects.create(name="wharves")
    curator.post(f"/curate/tags/{tag.pk}/remove/")
    change = Change.objects.get(verb="removed")
    curator.force_login(a_user("ann", "documents.change_document"))
    for address in ("/curate/tags/1/remove/", f"/curate/removed/{change.pk}/restore/"):
        assert curator.post(address).status_code == 403
