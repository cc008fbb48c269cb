from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import Group
from taggit.models import Tag

from documents.curation.linked_names import note_linked
from documents.curation.linking import relink
from documents.gazetteer.names import load_vocabulary
from documents.models import Change, Topic, TopicLink
from documents.search import indexing
from tests.build import a_document, a_link, a_name, a_topic, a_user
from tests.views.typing_in import filled_in

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
DESK = "/curate/topics/"
THEME = Topic.Facet.THEME


@pytest.fixture
def curator(client: Client) -> Client:
    user = a_user("cora")
    user.groups.add(Group.objects.get(name="curator"))
    client.force_login(user)
    return client


def _field(page: object, name: str) -> str:
    return str(page.context[name])  # type: ignore[attr-defined]


def test_the_tree_shows_what_lies_below_and_what_no_record_has(curator: Client) -> None:
    heading = a_topic("transport", THEME, en="All of transport")
    ports = a_topic("ports-policy", THEME, en="Ports policy", zh="港口政策", parent=heading)
    a_topic("docks-policy", THEME, en="Docks policy", parent=heading)
    relink(a_document("Ports", body="Ports policy matters."))
    context = curator.get(DESK).context
    assert [row.topic for row in context["tree"]] == [heading]
    assert [(row.topic.slug, row.suggested) for row in context["tree"][0].children] == [
        ("docks-policy", 0),
        (ports.slug, 1),
    ]
    assert [topic.slug for topic in context["unused"]] == ["docks-policy"]


def test_names_that_look_alike_are_proposed_for_a_merge(curator: Client) -> None:
    a_topic("port-policy", THEME, en="Port policies")
    a_topic("ports-policy", THEME, en="Ports policies")
    a_topic("shandong", en="Shandong", zh="山东省")
    a_topic("shanxi", en="Shaanxi Road", zh="山西省")
    near = curator.get(DESK).context["near"]
    assert [{one.topic.slug, one.into.slug} for one in near] == [{"port-policy", "ports-policy"}]
    assert curator.get(f"{DESK}?facet=region").context["near"] == []


def test_an_alias_shows_what_it_would_link_before_it_is_stored(curator: Client) -> None:
    topic = a_topic("jinan", en="Jinan", zh="济南")
    document = a_document("Springs", body="泉城发展。")
    typed = {"names": "泉城", "language": "", "role": "alternative"}
    page = curator.get(f"{DESK}{topic.pk}/names/", typed)
    text = page.content.decode()
    assert "This links 1 record, unlinks 0." in text
    assert "泉城发展。" in text
    assert not document.links.exists()
    curator.post(f"{DESK}{topic.pk}/names/", typed | {"expected": _field(page, "expected")})
    assert document.links.get().topic == topic
    assert topic.names.get(name="泉城").language == "zh"


def test_a_change_of_names_that_would_do_something_else_by_now_is_shown_again(
    curator: Client,
) -> None:
    topic = a_topic("jinan", en="Jinan")
    typed = {"names": "泉城", "role": "alternative"}
    expected = _field(curator.get(f"{DESK}{topic.pk}/names/", typed), "expected")
    a_document("Springs", body="泉城发展。")
    page = curator.post(f"{DESK}{topic.pk}/names/", typed | {"expected": expected})
    assert "The records changed meanwhile." in page.content.decode()
    assert not topic.names.filter(name="泉城").exists()


def test_the_last_name_of_a_topic_is_not_taken_away(curator: Client) -> None:
    topic = a_topic("jinan", en="Jinan")
    page = curator.get(f"{DESK}{topic.pk}/names/", {"removed": "Jinan", "role": "alternative"})
    assert page.status_code == 422
    assert "A topic keeps at least one name." in page.content.decode()


def test_a_change_of_names_is_put_back_from_the_history(curator: Client) -> None:
    topic = a_topic("jinan", en="Jinan")
    a_name(topic, "Tsinan")
    typed = {"names": "泉城", "removed": "Tsinan", "role": "preferred"}
    expected = _field(curator.get(f"{DESK}{topic.pk}/names/", typed), "expected")
    curator.post(f"{DESK}{topic.pk}/names/", typed | {"expected": expected})
    change = Change.objects.get(noun="topic", verb="named")
    assert "泉城" in curator.get(f"{DESK}{topic.pk}/").content.decode()
    curator.post(f"/curate/changes/{change.pk}/revert/")
    assert set(topic.names.values_list("name", "role")) == {
        ("Jinan", "preferred"),
        ("Tsinan", "alternative"),
    }


def _typed(client: Client, topic: Topic, **values: str) -> dict[str, str]:
    seen = _field(client.get(f"{DESK}{topic.pk}/"), "seen")
    plain = {"slug": topic.slug, "position": "0", "parent": "", "intro_en": "", "intro_zh": ""}
    return plain | {"seen": seen} | values


def test_a_new_slug_leads_the_old_address_on_and_is_put_back(curator: Client) -> None:
    topic = a_topic("jinan", en="Jinan")
    curator.post(f"{DESK}{topic.pk}/", _typed(curator, topic, slug="tsinan", intro_en="A city."))
    assert curator.get("/regions/jinan/")["Location"] == "/regions/tsinan/"
    change = Change.objects.get(noun="topic", verb="edited")
    assert str(change.by) == "cora"
    curator.post(f"/curate/changes/{change.pk}/revert/", {"field": "slug"})
    topic.refresh_from_db()
    assert (topic.slug, topic.intro_en) == ("jinan", "A city.")
    assert curator.get("/regions/tsinan/")["Location"] == "/regions/jinan/"


def test_the_second_of_two_curators_is_told_and_loses_nothing(curator: Client) -> None:
    topic = a_topic("jinan", en="Jinan")
    first = _typed(curator, topic, intro_en="The first text.")
    second = _typed(curator, topic, intro_en="The second text.")
    curator.post(f"{DESK}{topic.pk}/", first)
    page = curator.post(f"{DESK}{topic.pk}/", second)
    text = page.content.decode()
    assert page.status_code == 409
    assert "Somebody else changed this topic" in text
    assert "The first text." in text
    assert text.count("The second text.") == 2  # in the comparison and in the form
    topic.refresh_from_db()
    assert topic.intro_en == "The first text."
    curator.post(f"{DESK}{topic.pk}/", second | {"seen": _field(page, "seen")})
    topic.refresh_from_db()
    assert topic.intro_en == "The second text."


def test_a_topic_is_not_put_below_itself(curator: Client) -> None:
    above = a_topic("transport", THEME, en="All of transport")
    below = a_topic("ports-policy", THEME, en="Ports policy", parent=above)
    page = curator.post(f"{DESK}{above.pk}/", _typed(curator, above, parent="Ports policy"))
    assert page.status_code == 422
    assert "A topic cannot lie below itself." in page.content.decode()
    assert below.parent == above


def test_two_topics_are_merged_redirected_and_parted_again(curator: Client) -> None:
    ports = a_topic("ports-policy", THEME, en="Ports policy")
    docks = a_topic("docks-policy", THEME, en="Docks policy")
    relink(a_document("Docks", body="Docks policy matters."))
    page = curator.get(f"{DESK}{docks.pk}/merge/", {"into": "Ports policy"})
    assert "1 record gets the link." in page.content.decode()
    typed = {"into": "Ports policy", "expected": page.context["found"].digest}
    curator.post(f"{DESK}{docks.pk}/merge/", typed)
    assert curator.get("/themes/docks-policy/?q=1")["Location"] == "/themes/ports-policy/?q=1"
    assert curator.get("/zh-hans/themes/docks-policy/").status_code == 301
    assert curator.get("/search/?theme=docks-policy").context["page"].repairs == ()
    change = curator.get(DESK).context["merges"][0]
    assert (
        "1 record gets its link back."
        in curator.get(f"{DESK}unmerge/{change.pk}/").content.decode()
    )
    curator.post(f"{DESK}unmerge/{change.pk}/")
    assert curator.get("/themes/docks-policy/").status_code == 200
    assert ports.links.count() == 0


def test_a_tag_becomes_a_theme_with_evidence_and_stays_on_its_records(curator: Client) -> None:
    told = a_document("Told", body="Cold chains matter. They keep food fresh.")
    silent = a_document("Silent", body="Nothing of it.")
    other = a_document("Other", body="A cold chain was built.")
    for record in (told, silent):
        record.tags.add("cold chain")
    address = f"/curate/tags/{Tag.objects.get().pk}/promote/"
    typed = {"name_en": "cold chain", "name_zh": "冷链", "parent": "", "slug": ""}
    page = curator.post(address, typed)
    text = page.content.decode()
    assert "2 records get a suggested link." in text
    assert "1 record has the tag and no sentence" in text
    assert not Topic.objects.exists()
    curator.post(address, typed | {"expected": page.context["promoted"].digest})
    links = {link.document: link for link in TopicLink.objects.all()}
    assert links.keys() == {told, other}
    assert links[told].quote == "Cold chains matter."
    assert {link.status for link in links.values()} == {"suggested"}
    assert list(told.tags.names()) == list(silent.tags.names()) == ["cold chain"]
    assert curator.get("/tags/cold-chain/").status_code == 200


def test_a_tag_of_a_themes_name_is_not_made_a_second_theme(curator: Client) -> None:
    a_topic("cold-chain", THEME, en="Cold chain")
    a_document("One").tags.add("Cold chain")
    typed = {"name_en": "Cold chain", "name_zh": "", "parent": "", "slug": ""}
    page = curator.post(f"/curate/tags/{Tag.objects.get().pk}/promote/", typed)
    assert page.status_code == 422
    assert "There is a theme of this name already" in page.content.decode()


def test_a_topic_is_added_with_its_names(curator: Client) -> None:
    typed = {"facet": "cluster", "name_en": "Harbour ring", "name_zh": "", "parent": ""}
    assert "A cluster has a sense" in curator.post(f"{DESK}add/", typed).content.decode()
    curator.post(f"{DESK}add/", typed | {"sense": "city"})
    topic = Topic.objects.get()
    assert (topic.slug, topic.sense, topic.label) == ("harbour-ring", "city", "Harbour ring")


def test_who_may_not_edit_topics_looks_only(client: Client) -> None:
    topic = a_topic("jinan", en="Jinan")
    client.force_login(a_user("ann", "documents.change_document"))
    assert client.get(DESK).status_code == client.get(f"{DESK}{topic.pk}/").status_code == 200
    for address in ("", "names/", "merge/"):
        assert client.post(f"{DESK}{topic.pk}/{address}").status_code == 403
    assert client.get(f"{DESK}add/").status_code == 403


def test_an_unused_topic_is_removed_and_brought_back_with_a_button_each(curator: Client) -> None:
    topic = a_topic("docks-policy", THEME, en="Docks policy", shipped_digest="x")
    remove = f"{DESK}{topic.pk}/remove/"
    assert f'formaction="{remove}"' in curator.get(DESK).content.decode()
    page = curator.post(remove, follow=True)
    assert "loading the vocabularies again does not revive it" in page.content.decode()
    (change,) = page.context["removals"]
    page = curator.post(f"/curate/removed/{change.pk}/restore/", follow=True)
    assert page.context["removals"] == []
    assert curator.get(f"{DESK}{topic.pk}/").status_code == 200


def test_a_topic_used_meanwhile_is_kept_with_a_sentence(curator: Client) -> None:
    topic = a_topic("docks-policy", THEME, en="Docks policy")
    relink(a_document("Docks", body="Docks policy matters."))
    page = curator.post(f"{DESK}{topic.pk}/remove/", follow=True)
    assert "“Docks policy” is used on 1 record" in page.content.decode()
    assert Topic.objects.filter(pk=topic.pk).exists()


def test_a_new_parent_counts_the_records_there_and_says_what_to_link_anew(
    curator: Client,
) -> None:
    old, new = (a_topic(slug, THEME, en=slug.title()) for slug in ("transport", "water"))
    ports = a_topic("ports-policy", THEME, en="Ports policy", parent=old)
    a_link(a_document("Ports"), ports)
    note_linked(load_vocabulary())
    indexing.drain()
    page = curator.get(f"{DESK}{ports.pk}/")
    answer = curator.post(f"{DESK}{ports.pk}/", filled_in(page, parent="theme/water"))
    assert answer.status_code == 302
    indexing.drain()
    for address in ("/themes/{}/", "/search/?theme={}"):
        pages = [curator.get(address.format(one.slug)).content.decode() for one in (old, new)]
        assert [">Ports</a>" in page for page in pages] == [False, True], address
    assert curator.get(DESK).context["unlinked"]
