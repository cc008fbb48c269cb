"""An outsider tries to learn what the wall hides: by guessing, comparing, and odd requests."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone
from taggit.models import Tag

from documents.curation import withdraw
from documents.curation.record_merging import merge_records
from documents.curation.tagging import merge_tags
from documents.exports.formats import FORMATS
from documents.models import Author, Document, OldAddress, Source
from documents.search import indexing
from tests.build import NOON, a_document, a_draft, a_user
from tests.journeys.test_wall import PUBLIC
from tests.journeys.wall_world import HIDDEN, STATES, ZONES, canary, make_wall_world

pytestmark = pytest.mark.django_db
NOBODY = 987654  # the number of no record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpResponseBase


@pytest.fixture
def world() -> dict[str, Document]:
    return make_wall_world()


def _seen(answer: HttpResponseBase, *asked: str) -> tuple[int, str, str]:
    """Return what an outsider can tell an answer by, without what was asked and tokens."""
    text = getattr(answer, "content", b"").decode()
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
    where = answer.headers.get("Location", "")
    for word in asked:
        if word.isdigit():  # in an address only, since pages hold other numbers
            place = rf"((?:documents?|records|keep)/|[?;&][ab]=|“|value=\"){word}\b"
            text, where = re.sub(place, r"\1…", text), re.sub(place, r"\1…", where)
        else:
            text, where = text.replace(word, "…"), where.replace(word, "…")
    return answer.status_code, text, where


def _hidden(world: dict[str, Document]) -> Iterable[Document]:
    return (world[state] for state in HIDDEN if state not in {"withdrawn", "trashed"})


def test_the_number_of_a_hidden_record_answers_as_one_of_no_record(
    client: Client, world: dict[str, Document]
) -> None:
    addresses = (
        *("/documents/{}/", "/documents/{}-/", "/documents/{}-any/", "/documents/{}/cite/ris/"),
        *("/documents/{}/?q=record", "/explore/compare/?a={}&b={}", "/zh-hans/documents/{}/"),
        *("/lists/keep/{}/", "/curate/records/{}/", "/curate/records/{}/history/"),
    )
    for record in _hidden(world):
        for address in addresses:
            answers = [
                _seen(client.get(address.format(pk, pk)), str(pk)) for pk in (record.pk, NOBODY)
            ]
            assert answers[0] == answers[1], address


def test_keeping_a_hidden_record_tells_nothing(client: Client, world: dict[str, Document]) -> None:
    for record in _hidden(world):
        answers = [
            _seen(client.post(f"/lists/keep/{pk}/", {"name": "Mine"}), str(pk))
            for pk in (record.pk, NOBODY)
        ]
        assert answers[0] == answers[1]


@pytest.mark.parametrize("name", ["tag", "source"])
def test_a_filter_by_a_hidden_word_answers_as_one_by_no_word(
    client: Client, world: dict[str, Document], name: str
) -> None:
    draft = world["draft"]
    draft.source = Source.objects.create(slug="zz-hidden-source", name="Zz hidden source")
    draft.source_basis = "stated"
    draft.save()
    indexing.drain()
    hidden = {"tag": canary("draft", "tag"), "source": "zz-hidden-source"}[name]
    other = "x" * len(hidden)
    for address in ("/search/?{}={}", "/search/?q=rec*&{}={}", "/search/?q={}:{}", "/{}s/{}/"):
        answers = [
            _seen(client.get(address.format(name, word)), word, "Zz hidden source")
            for word in (hidden, other)
        ]
        assert answers[0] == answers[1], address


def test_a_source_that_only_hidden_records_have_is_on_no_page(
    client: Client, world: dict[str, Document]
) -> None:
    draft = world["draft"]
    draft.source = Source.objects.create(slug="zz-hidden", name="Zz hidden source")
    draft.save()
    addresses = ("/sources/", "/search/", "/search/suggest/?q=zz", "/", "/explore/")
    for address in (*addresses, "/explore/timeline/?by=level", "/explore/matrix/"):
        assert "zz-hidden" not in client.get(address).content.decode(), address


def test_an_old_address_does_not_name_a_word_that_only_hidden_records_have(
    client: Client, world: dict[str, Document]
) -> None:
    hidden = Tag.objects.get(name=canary("draft", "tag"))
    old = Tag.objects.create(name="oldword", slug="oldword")
    merge_tags(old, hidden, by=None, now=NOON)
    answer = client.get("/tags/oldword/")
    assert _seen(answer, "oldword") == _seen(client.get("/tags/newword/"), "newword")


def test_an_author_of_hidden_records_is_not_named_by_a_redirect(
    client: Client, world: dict[str, Document]
) -> None:
    author = Author.objects.get(authorships__document=world["draft"])
    for address in (f"/authors/{author.pk}/", f"/authors/{author.pk}-x/"):
        assert client.get(address).status_code == 404


def test_a_misspelt_hidden_word_is_not_mended(client: Client, world: dict[str, Document]) -> None:
    for state in STATES:
        for zone in ("title", "body", "restricted", "tag", "keyword"):
            word = canary(state, zone)
            if state in {"published", "licensed"} and zone != "restricted":
                continue
            if state == "embargoed" and zone == "title":
                continue
            typed = word.replace("qz", "qy", 1)
            assert word not in client.get("/search/", {"q": typed}).content.decode()


def test_leaving_out_a_licensed_word_leaves_nothing_out(
    client: Client, world: dict[str, Document]
) -> None:
    word = canary("licensed", "restricted")
    for query in ("record -{}", "record NOT {}", "rec* -qzrestricted*", "record OR {}"):
        total = client.get("/search/", {"q": query.format(word)}).context["page"].total
        assert total == client.get("/search/", {"q": "record"}).context["page"].total, query


def test_order_and_paging_do_not_tell_of_hidden_records(
    client: Client, world: dict[str, Document]
) -> None:
    plain = client.get("/search/?q=rec*").context["page"].total
    for more in ("sort=restricted_body", "sort=-status", "page=2", "page=999999999999", "page=-1"):
        answer = client.get(f"/search/?q=rec*&{more}")
        assert answer.status_code in {200, 302, 404}
        if answer.status_code == 200:
            assert answer.context["page"].total == plain


def test_a_reader_s_mark_of_a_page_opens_nothing_for_a_visitor(
    client: Client, world: dict[str, Document]
) -> None:
    address = world["licensed"].get_absolute_url()
    reader = Client()
    reader.force_login(a_user("rita", "documents.read_licensed"))
    mark = reader.get(address).get("ETag", "")
    answer = client.get(address, headers={"If-None-Match": mark})
    assert answer.status_code == 200
    assert canary("licensed", "restricted") not in answer.content.decode()


def test_head_tells_what_get_tells(client: Client, world: dict[str, Document]) -> None:
    names = ("Content-Type", "ETag", "Location", "Content-Disposition")
    for record in world.values():
        for address in (f"/documents/{record.pk}/", f"/documents/{record.pk}/cite/ris/"):
            got, headed = client.get(address), client.head(address)
            assert got.status_code == headed.status_code
            assert headed.content == b""
            assert [got.get(name) for name in names[2:]] == [headed.get(name) for name in names[2:]]


def test_a_draft_written_changes_no_byte_for_a_visitor(
    client: Client, world: dict[str, Document]
) -> None:
    addresses = (
        *("/", "/search/", "/search/?q=rec*", "/sources/", "/regions/", "/explore/matrix/"),
        *("/explore/timeline/?format=csv", "/themes/", "/search/suggest/?q=rec", "/glossary/"),
    )
    before = [_seen(client.get(address)) for address in addresses]
    a_draft("Record of a harbour nobody may know", body="Jinan and Zibo plan wharves.")
    indexing.drain()
    assert [_seen(client.get(address)) for address in addresses] == before


def test_numbers_and_letters_no_database_takes_are_no_fault(client: Client) -> None:
    huge = "9" * 30
    for address in (
        *(f"/documents/{huge}/", f"/authors/{huge}/", f"/lists/{huge}/", f"/documents/{huge}-x/"),
        *(f"/explore/compare/?a={huge}&b={huge}", f"/search/?page={huge}", f"/lists/keep/{huge}/"),
        *("/search/?q=%00", "/search/?tag=%00", "/search/?region=%00&from=%00", "/tags/%00/"),
        *("/search/suggest/?q=%00", "/regions/%00/", "/series/%00/", "/sources/%00/"),
        *("/explore/cell/?region=%00&theme=%00", "/explore/compare/?a=%00&b=%00", "/?q=%00"),
        *("/search/?q=%ED%A0%80", "/tags/%ED%A0%80/", "/explore/matrix/?rows=%00&columns=%00"),
        *("/search/?q=author:%00", "/search/?from=99999&to=0", "/search/words/?q=%00"),
        *(f"/explore/timeline/?region={huge}", "/search/?kind=%00&language=%00&source=%00"),
    ):
        for prefix in ("", "/zh-hans"):
            assert client.get(prefix + address).status_code in {200, 301, 302, 400, 404, 405}, (
                address
            )


def test_no_method_but_the_expected_one_is_answered(
    client: Client, world: dict[str, Document]
) -> None:
    address = f"/documents/{world['published'].pk}/"
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(address).status_code == 405
    assert client.generic("TRACE", address).status_code == 405


def test_the_language_switch_leads_nowhere_else(client: Client) -> None:
    typed = {"language": "en", "next": "//example.invalid/"}
    answer = client.post("/i18n/setlang/", typed)
    assert "example.invalid" not in answer.get("Location", "")


def test_the_administration_answers_a_visitor_the_same_for_any_number(
    client: Client, world: dict[str, Document]
) -> None:
    for record in _hidden(world):
        answers = [
            _seen(client.get(f"/admin/documents/document/{pk}/change/"), str(pk))
            for pk in (record.pk, NOBODY)
        ]
        assert answers[0] == answers[1]


def test_the_reason_of_a_withdrawal_is_all_that_is_told(
    client: Client, world: dict[str, Document]
) -> None:
    record = world["published"]
    withdraw(record, reason="The figures were wrong.", by=None, now=timezone.now())
    text = client.get(record.get_absolute_url(), follow=True).content.decode()
    assert "The figures were wrong." in text
    assert "qz" not in text.replace(record.slug, "")


def test_a_scheduled_record_answers_as_none_until_its_second(
    client: Client, world: dict[str, Document]
) -> None:
    record = world["scheduled"]
    record.visible_from = timezone.now() + timedelta(days=400)
    record.save()
    answers = [_seen(client.get(f"/documents/{pk}/"), str(pk)) for pk in (record.pk, NOBODY)]
    assert answers[0] == answers[1]


def test_a_page_for_one_person_is_kept_by_no_shared_cache(world: dict[str, Document]) -> None:
    curator = Client()
    curator.force_login(a_user("cora", "documents.change_document", "documents.read_licensed"))
    for address in ("/curate/", "/lists/", f"/curate/records/{world['draft'].pk}/", "/"):
        answer = curator.get(address)
        assert "Cookie" in answer.get("Vary", "")
        assert "public" not in answer.get("Cache-Control", "")


def test_an_old_address_of_a_topic_or_source_leads_to_a_page_that_stands(client: Client) -> None:
    hidden = Source.objects.create(slug="zz-hidden", name="Zz hidden source")
    a_draft("Draft", source=hidden, source_basis="stated")
    OldAddress.objects.create(kind="source", slug="zz-old", new_slug="zz-hidden")
    assert _seen(client.get("/sources/zz-old/"), "zz-old") == _seen(
        client.get("/sources/zz-none/"), "zz-none"
    )


def test_a_visitor_who_knows_the_checksum_of_an_original_gets_nothing(
    client: Client, world: dict[str, Document]
) -> None:
    kept = world["published"].submission.attachment
    assert kept is not None
    answers = [
        _seen(client.get(f"/curate/originals/{checksum}/"), checksum)
        for checksum in (kept.checksum, "f" * 64)
    ]
    assert answers[0] == answers[1]
    for address in (f"/uploads/{kept.file.name}", f"/media/{kept.file.name}", f"/{kept.file.name}"):
        assert client.get(address).status_code == 404


def test_a_merge_brings_no_word_of_a_licensed_text_onto_a_public_record(
    client: Client, world: dict[str, Document]
) -> None:
    """What a curator said of it moves: tags and keywords. What it says itself is gone."""
    licensed, public = world["licensed"], world["published"]
    link = licensed.links.all()[0]
    link.is_restricted, link.quote = True, f"Rest {canary('licensed', 'restricted')}."
    link.decided_at = timezone.now()
    link.save()
    public.links.filter(topic=link.topic_id).delete()
    merge_records(licensed, public, by=None, now=timezone.now())
    indexing.drain()
    assert client.get(f"/documents/{licensed.pk}/").status_code == 301
    words = [canary("licensed", zone) for zone in ZONES if zone not in {"tag", "keyword"}]
    for addresses in PUBLIC.values():
        for address in {one for record in world.values() for one in addresses(record)}:
            text = client.get(address, follow=True).getvalue().decode()
            assert [word for word in words if word in text and word not in address] == [], address


def test_a_record_from_an_embargo_gives_no_text_in_any_citation(
    client: Client, world: dict[str, Document]
) -> None:
    a_document("Another", body="Plain.")
    record = world["embargoed"]
    for name in FORMATS:
        text = client.get(f"/documents/{record.pk}/cite/{name}/").content.decode()
        for zone in ("abstract", "body", "keyword", "tag"):
            assert canary("embargoed", zone) not in text
