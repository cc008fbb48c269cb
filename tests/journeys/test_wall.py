"""The wall: every public address, every state of a record and every role, against one policy."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from django.contrib.auth.models import Group

from documents import urls
from documents.exports.formats import FORMATS
from documents.models import Author, Document, ListEntry, RecordList, Topic
from documents.views.kept import KEY as KEPT
from tests.build import a_user
from tests.journeys.wall_world import (
    ENTITLED,
    HIDDEN,
    ROLES,
    STATES,
    ZONES,
    canary,
    make_wall_world,
    may_find,
    may_show,
    must_show,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse
    from django.test import Client

pytestmark = pytest.mark.django_db
CURATING = ("curator", "publisher", "admin")

type Addresses = Callable[[Document], list[str]]


def _same(*addresses: str) -> Addresses:
    return lambda _record: list(addresses)


def _of_topics(address: str) -> Addresses:
    return lambda _record: [
        address.format(pk=topic.pk) for topic in Topic.objects.exclude(slug="zibo")
    ]


def _original_of(record: Document) -> str:
    kept = record.submission.attachment
    assert kept is not None
    return f"/curate/originals/{kept.checksum}/"


# Every pattern of documents/urls.py stands in one of these two tables; a new one must be added.
# An address must not itself hold the word looked for, since pages repeat what was asked.
PUBLIC: dict[str, Addresses] = {
    "home": _same("/", "/zh-hans/"),
    "search": _same(
        "/search/",
        "/search/?q=record",
        "/search/?q=wharves",
        "/search/?q=rest",
        "/search/?q=qz*",
        "/search/?q=wharvse",
        "/search/?q=wharves&format=csv",
        "/search/?q=wharves&format=ris",
        "/search/?region=jinan&sort=newest",
        "/search/?q=jinan&theme=ports-policy&exact=1",
    ),
    "words": _same("/search/words/?q=rec*", "/search/words/?q=wharves&format=csv"),
    "suggest": _same("/search/suggest/?q=qz", "/search/suggest/?q=rec", "/search/suggest/?q=au"),
    "document": lambda record: [f"/documents/{record.pk}/", f"/documents/{record.pk}/?q=rec*"],
    "document-cut-short": lambda record: [f"/documents/{record.pk}-/"],
    "cite": lambda record: [f"/documents/{record.pk}/cite/{name}/" for name in FORMATS],
    "explore": _same("/explore/"),
    "matrix": _same("/explore/matrix/", "/explore/matrix/?format=csv"),
    "cell": _same("/explore/cell/?region=jinan&theme=ports-policy"),
    "timeline": _same(
        "/explore/timeline/", "/explore/timeline/?format=csv", "/explore/timeline/?format=svg"
    ),
    "map": _same("/explore/map/", "/explore/map/?format=csv", "/explore/map/?format=svg"),
    "compare": lambda record: [
        "/explore/compare/?a=Jinan&b=theme:ports-policy",
        f"/explore/compare/?a={record.pk}&b={record.pk}",
        *(
            f"/explore/compare/?a={record.pk}&b={other}&format={form}"
            for other in Document.objects.values_list("pk", flat=True)
            for form in ("", "csv")
        ),
    ],
    "regions": _same("/regions/"),
    "region": _same("/regions/jinan/"),
    "clusters": _same("/clusters/"),
    "cluster": _same("/clusters/none/"),
    "themes": _same("/themes/"),
    "theme": _same("/themes/ports-policy/"),
    "instruments": _same("/instruments/"),
    "instrument": _same("/instruments/none/"),
    "tag": lambda record: [
        f"/tags/{tag.slug}/" for tag in [*record.tags.all(), *record.keywords.all()]
    ],
    "author": lambda record: [
        f"/authors/{author.pk}/" for author in Author.objects.filter(authorships__document=record)
    ],
    "series": lambda record: [f"/series/{quote(record.series)}/"],
    "sources": _same("/sources/"),
    "source": _same("/sources/institute-of-walls/"),
    "lists": _same("/lists/"),
    "list": lambda _record: [f"/lists/{one.pk}/" for one in RecordList.objects.all()],
    "list-delete": _same("/lists/1/delete/"),
    "list-rename": _same("/lists/1/rename/"),
    "list-note": lambda record: [f"/lists/1/note/{record.pk}/"],
    "list-move": lambda record: [f"/lists/1/move/{record.pk}/"],
    "let-go-from": lambda record: [f"/lists/1/let-go/{record.pk}/"],
    "keep": lambda record: [f"/lists/keep/{record.pk}/"],
    "let-go": lambda record: [f"/lists/let-go/{record.pk}/"],
    "styles": _same("/styles.css"),
    "help": _same("/help/"),
    "glossary": _same("/glossary/"),
    "about": _same("/about/"),
    "healthz": _same("/healthz"),
}
CURATORS: dict[str, Addresses] = {
    "curate": _same("/curate/"),
    "curate-paste": _same("/curate/paste/"),
    "curate-import": _same("/curate/import/"),
    "curate-import-plan": _same("/curate/import/00000000-0000-0000-0000-000000000000/"),
    "curate-relations": _same("/curate/relations/"),
    "curate-relation": lambda record: [
        f"/curate/relations/{relation.pk}/" for relation in record.relations.all()
    ],
    "original": lambda record: [_original_of(record)],
    "curate-review": lambda record: [f"/curate/submissions/{record.submission.pk}/"],
    "curate-keep": lambda record: [f"/curate/submissions/{record.submission.pk}/keep/"],
    "curate-aside": lambda record: [f"/curate/submissions/{record.submission.pk}/aside/"],
    "curate-let-go": _same("/curate/entries/1/let-go/"),
    "curate-suggestions": _same("/curate/suggestions/"),
    "curate-decide": _same("/curate/suggestions/1/"),
    "curate-undo-last": _same("/curate/suggestions/undo/"),
    "curate-accept-above": _same("/curate/suggestions/above/?above=0.5"),
    "curate-batch": _same("/curate/together/00000000-0000-0000-0000-000000000000/"),
    "curate-undo-batch": _same("/curate/together/00000000-0000-0000-0000-000000000000/undo/"),
    "curate-questions": _same("/curate/questions/"),
    "curate-undo-answer": _same("/curate/questions/undo/"),
    "curate-answer": _same("/curate/questions/1/"),
    "curate-roles": _same("/curate/roles/"),
    "curate-health": _same("/curate/health/", "/curate/health/?files=1"),
    "curate-missing": _same("/curate/missing/topic/", "/curate/missing/trash/"),
    "curate-bulk": _same("/curate/bulk/"),
    "curate-tags": _same("/curate/tags/"),
    "curate-tags-merge": _same("/curate/tags/merge/"),
    "curate-tags-unmerge": _same("/curate/tags/unmerge/1/"),
    "curate-tag-promote": lambda record: [
        f"/curate/tags/{tag.pk}/promote/" for tag in record.tags.all()
    ],
    "curate-tag-remove": _same("/curate/tags/1/remove/"),
    "curate-topic-remove": _of_topics("/curate/topics/{pk}/remove/"),
    "curate-restore": _same("/curate/removed/1/restore/"),
    "curate-names": _same("/curate/names/"),
    "curate-topics": _same("/curate/topics/", "/curate/topics/?facet=region&q=jin"),
    "curate-topic-add": _same("/curate/topics/add/"),
    "curate-topic": _of_topics("/curate/topics/{pk}/"),
    "curate-topic-names": _of_topics("/curate/topics/{pk}/names/?names=Quay&role=hidden"),
    "curate-topic-merge": _of_topics("/curate/topics/{pk}/merge/?into=region/zibo"),
    "curate-topic-unmerge": _same("/curate/topics/unmerge/1/"),
    "curate-record-merge": lambda record: [
        f"/curate/records/{record.pk}/merge/?into={other}"
        for other in Document.objects.exclude(pk=record.pk).values_list("pk", flat=True)[:1]
    ],
    "curate-record-unmerge": _same("/curate/records/unmerge/1/"),
    "curate-record": lambda record: [f"/curate/records/{record.pk}/"],
    "curate-history": lambda record: [f"/curate/records/{record.pk}/history/"],
    "curate-revert": _same("/curate/changes/1/revert/"),
    "curate-beside": lambda record: [f"/curate/records/{record.pk}/beside/"],
    "curate-reviewed": lambda record: [f"/curate/records/{record.pk}/reviewed/"],
    "curate-state": lambda record: [f"/curate/records/{record.pk}/state/"],
}
# Pages of the desk that lead on: a submission that is a record, two topics that do not merge.
LEADING_ON = {"curate-review", "curate-topic-merge", "curate-record-merge"}
# Pages of the desk for those who manage people.
OF_ADMINS = {"curate-roles"}
# Pages of the desk for those who publish: a merge takes a record out of sight.
OF_PUBLISHERS = {"curate-record-merge", "curate-record-unmerge"}
# Pages whose address names the word, so that only the answer's status can tell.
NAMED = {"tag", "series"}


@pytest.fixture
def world() -> dict[str, Document]:
    return make_wall_world()


def _enter(client: Client, role: str) -> None:
    """Come in as somebody who kept every record, when it could still be seen perhaps."""
    kept = list(Document.objects.all())
    if role == "anonymous":
        client.logout()
        session = client.session
        session[KEPT] = [record.pk for record in kept]
        session.save()
        return
    user = a_user(f"the-{role}")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    own = RecordList.objects.create(owner=user, name="Mine")
    for record in kept:
        ListEntry.objects.create(record_list=own, document=record)


def _text(answer: HttpResponse) -> str:
    parts = answer.streaming_content if answer.streaming else [answer.content]  # type: ignore[attr-defined]
    return b"".join(parts).decode()


def test_every_address_is_declared_in_the_policy_table() -> None:
    assert {pattern.name for pattern in urls.urlpatterns} == PUBLIC.keys() | CURATORS.keys()


@pytest.mark.parametrize("role", ROLES)
def test_no_public_page_shows_a_word_that_the_policy_hides(
    client: Client, world: dict[str, Document], role: str
) -> None:
    _enter(client, role)
    words = [
        (canary(state, zone), state, zone)
        for state in STATES
        for zone in ZONES
        if not may_show(state, zone, role)
    ]
    leaks = []
    for name, addresses in PUBLIC.items():
        asked = {address for state in STATES for address in addresses(world[state])}
        for address in sorted(asked):
            text = _text(client.get(address, follow=True))  # type: ignore[arg-type]
            leaks += [
                (name, address, word)
                for word, _state, _zone in words
                if word in text and not (name in NAMED and word in address)
            ]
    assert leaks == []


@pytest.mark.parametrize("role", ROLES)
def test_the_page_of_a_record_shows_what_the_policy_allows(
    client: Client, world: dict[str, Document], role: str
) -> None:
    _enter(client, role)
    missing = []
    for state, record in world.items():
        answer = client.get(f"/documents/{record.pk}/", follow=True)
        text = _text(answer)  # type: ignore[arg-type]
        missing += [
            (state, zone)
            for zone in ZONES
            if must_show(state, zone, role) and canary(state, zone) not in text
        ]
        gone = 410 if state in {"withdrawn", "trashed"} else 404
        assert answer.status_code == (gone if state in HIDDEN else 200), state
    assert missing == []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", sorted(NAMED))
def test_a_page_named_after_hidden_words_does_not_exist(
    client: Client, world: dict[str, Document], role: str, name: str
) -> None:
    _enter(client, role)
    zone = {"tag": "tag", "series": "series"}[name]
    for state, record in world.items():
        for address in PUBLIC[name](record):
            expected = 200 if may_show(state, zone, role) and state != "embargoed" else 404
            assert client.get(address).status_code == expected, address


@pytest.mark.parametrize("role", ROLES)
def test_a_word_finds_its_record_where_the_policy_allows_and_nothing_elsewhere(
    client: Client, world: dict[str, Document], role: str
) -> None:
    _enter(client, role)
    wrong = []
    for state, record in world.items():
        for zone in ("title", "abstract", "body", "restricted", "author", "tag", "keyword"):
            page = client.get("/search/", {"q": canary(state, zone)}).context["page"]
            found = [hit.document.pk for hit in page.hits]
            if found != ([record.pk] if may_find(state, zone, role) else []):
                wrong.append((state, zone, found))
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_all_counts_agree(client: Client, world: dict[str, Document], role: str) -> None:
    """Three records are listed, one of them without text, so two are under each topic."""
    _enter(client, role)
    every = client.get("/search/").context["page"]
    assert every.total == 3
    kinds = next(facet for facet in every.facets if facet.name == "kind")
    assert sum(value.count for value in kinds.values) == 3
    assert client.get("/search/?region=jinan").context["page"].total == 2
    region = next(facet for facet in every.facets if facet.name == "region")
    assert [value.count for value in region.values if value.value == "jinan"] == [2]


def _may_open(role: str, name: str) -> bool:
    if name in OF_ADMINS:
        return role == "admin"
    return role in CURATING and (role != "curator" or name not in OF_PUBLISHERS)


@pytest.mark.parametrize("role", ROLES)
def test_the_desk_is_closed_to_all_but_curators(
    client: Client, world: dict[str, Document], role: str
) -> None:
    _enter(client, role)
    record = world["published"]
    for name, addresses in CURATORS.items():
        for address in addresses(record):
            answer = client.get(address)
            if _may_open(role, name):
                assert answer.status_code not in {302, 403} or name in LEADING_ON, address
            elif role == "anonymous":
                assert answer.status_code in {302, 403, 405}, address
            else:
                assert answer.status_code in {403, 405}, address
            if answer.streaming:
                list(answer.streaming_content)  # type: ignore[attr-defined]  # its end closes it


@pytest.mark.parametrize("role", ENTITLED)
def test_a_page_with_licensed_text_is_kept_by_no_shared_cache(
    client: Client, world: dict[str, Document], role: str
) -> None:
    address = world["licensed"].get_absolute_url()
    open_page = client.get(address)
    _enter(client, role)
    answer = client.get(address, headers={"If-None-Match": open_page.get("ETag", "")})
    assert answer.status_code == 200
    assert "Cookie" in answer["Vary"]
    assert "public" not in answer.get("Cache-Control", "")
