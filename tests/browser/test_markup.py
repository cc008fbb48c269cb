"""Hostile markup in every text of a record stays text on every page of a real browser."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import batched, product
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from django.utils import timezone
from taggit.models import Tag

from documents import urls
from documents.curation.history import note, together
from documents.curation.tagging import merge_tags
from documents.curation.topic_merging import merge_topics
from documents.models import (
    Author,
    Authorship,
    Change,
    DatedFact,
    Document,
    Figure,
    Image,
    IssuingBody,
    ListEntry,
    RecordList,
    Relation,
    Submission,
    Topic,
)
from documents.search import indexing
from tests.browser.chromium import visiting
from tests.build import a_document, a_link, a_name, a_source, a_topic, a_user

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from playwright.sync_api import Browser, Dialog, Page
    from pytest_django.live_server_helper import LiveServer

    from documents.models import Source

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RIGHTS = ("documents.change_document", "documents.publish_document", "documents.read_licensed")

OPENINGS = ("", '"', "'", ">", '">', "'>", "-->", "</title>", "</textarea>", "</script>", "]]>")
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<body onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<style>*{color:red}</style>",
    "<base href=//example.invalid/>",
    "<form action=//example.invalid/><input name=q>",
    " onmouseover=alert(1) x=",
    " style=color:red x=",
    "{{ 7|add:7 }}{% load static %}",
    "${alert(1)}<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<meta http-equiv=refresh content='0;url=//example.invalid/'>",
)
STRINGS = [opening + attack for opening, attack in product(OPENINGS, ATTACKS)]


TYPED = quote(STRINGS[14])
# Addresses that answer no page to a GET: they take a form, send a file, or are plain data.
NO_PAGES = {
    *("curate-tag-remove", "curate-topic-remove", "curate-restore"),
    *("suggest", "cite", "styles", "healthz", "original", "let-go", "let-go-from", "list-rename"),
    *("list-delete", "list-note", "list-move", "curate-keep", "curate-aside", "curate-decide"),
    *("curate-undo-last", "curate-undo-batch", "curate-undo-answer", "curate-answer"),
    *("curate-tags-merge", "curate-revert", "curate-beside", "curate-reviewed", "curate-state"),
    *("document-cut-short", "curate-import-plan", "curate-batch"),
}


def _fill() -> Document:
    """Write records until every string stood in every text, several of them in one field."""
    topic = a_topic("jinan", en=f"Jinan {STRINGS[1]}", zh=f"济南{STRINGS[0]}", intro_en=STRINGS[2])
    a_topic("ports", "theme", en=f"Ports {STRINGS[3]}", parent=None, intro_zh=STRINGS[4])
    a_topic("plan", "instrument", en=f"Plan {STRINGS[5]}", number=STRINGS[6][:100])
    a_topic("delta", "cluster", en=f"Delta {STRINGS[7]}")
    for text in STRINGS[8:]:
        a_name(topic, f"Jinan {text}")
    source = a_source("Institute of Markup", about="\n".join(STRINGS), name_zh=STRINGS[4])
    first: Document | None = None
    for number, some in enumerate(batched(STRINGS, 11, strict=False)):
        record = _record(number, some, source)
        a_link(
            record, topic, quote=" ".join(some), status="accepted" if number % 2 else "suggested"
        )
        first = first or record
        if record != first:
            quoted = {"quote": " ".join(some), "status": "accepted" if number % 2 else "suggested"}
            Relation.objects.create(subject=record, object=first, kind="cites", **quoted)
    indexing.drain()
    Submission.objects.create(raw="\n\n".join(STRINGS), checksum="x", file_name=STRINGS[0])
    return record


def _record(number: int, some: tuple[str, ...], source: Source) -> Document:
    others = "\n\n".join(some)
    record = a_document(
        " ".join(["Record", *some])[:500],
        abstract=others,
        body=f"{others}\n\nharbour {others}",
        series=" ".join(["S", *some])[:200],
        number=" ".join(some)[:100],
        source=source,
        source_basis="stated",
        access="licensed",
        access_note=others,
        restricted_body=others,
        related_titles=list(some),
    )
    for place, text in enumerate(some):
        author = Author.objects.create(name=f"A {number} {text}"[:200])
        Authorship.objects.create(
            document=record, author=author, affiliations=[text], group=text, position=place
        )
        IssuingBody.objects.create(document=record, name=text[:300], position=place)
        Image.objects.create(
            document=record, caption=text, credit=text[:200], file_name=text, position=place
        )
        DatedFact.objects.create(
            document=record, role="other", on=date(2024, 5, 31), raw=text, position=place
        )
        where = {"zone": "body", "start": place, "end": 40, "position": place}
        said = {"as_written": text, "unit": text[:60], "what": text, "quote": others}
        Figure.objects.create(document=record, value=5, **where, **said)
        record.tags.add(f"t{number} {text}"[:100])
        record.keywords.add(f"k{number} {text}"[:100])
    return record


def _work(record: Document, user: User) -> dict[str, Change]:
    """Let a curator leave each kind of change, and keep the record on a list with a note."""
    own = RecordList.objects.create(owner=user, name=STRINGS[0])
    ListEntry.objects.create(record_list=own, document=record, note="\n".join(STRINGS))
    now = datetime(2026, 11, 1, 12, tzinfo=UTC)
    with together(STRINGS[3]) as batch:
        note(record, "edited", {"title": ["\n".join(STRINGS), record.title]}, by=user, now=now)
    gone = a_topic("quay", en=f"Quay {STRINGS[9]}")
    merged = merge_topics(gone, Topic.objects.get(slug="jinan"), by=user, now=timezone.now())
    tags = Tag.objects.order_by("pk")
    merge_tags(tags[0], tags[1], by=user, now=timezone.now())
    return {
        "batch": Change.objects.get(batch=batch),
        "merged": merged,
        "tags": Change.objects.get(noun="tag"),
    }


def _addresses(record: Document, changes: dict[str, Change]) -> dict[str, tuple[str, ...]]:
    """Return addresses of every pattern that answers a page."""
    region, theme = Topic.objects.get(slug="jinan"), Topic.objects.get(slug="ports")
    tag, author = record.tags.first(), record.authorships.all()[0].author
    submission, relation = Submission.objects.get(), Relation.objects.all()[0]
    topic_at, record_at = f"/curate/topics/{region.pk}/", f"/curate/records/{record.pk}/"
    return {
        "home": ("/", "/zh-hans/"),
        "search": (
            *("/search/?q=harbour", f"/search/?q={TYPED}", "/zh-hans/search/?q=harbour"),
            f"/search/?tag={TYPED}&from={TYPED}&sort={TYPED}",
        ),
        "words": ("/search/words/", f"/search/words/?q={TYPED}"),
        "document": (record.get_absolute_url(), f"/zh-hans{record.get_absolute_url()}"),
        "explore": ("/explore/",),
        "matrix": ("/explore/matrix/", f"/explore/matrix/?rows={TYPED}"),
        "cell": ("/explore/cell/?region=jinan&theme=ports",),
        "timeline": ("/explore/timeline/", f"/explore/timeline/?region={TYPED}"),
        "map": ("/explore/map/",),
        "compare": (
            *(f"/explore/compare/?a={record.pk}&b={record.pk - 1}",),
            *("/explore/compare/?a=region:jinan&b=theme:ports", f"/explore/compare/?a={TYPED}"),
        ),
        "regions": ("/regions/",),
        "region": ("/regions/jinan/", "/zh-hans/regions/jinan/"),
        "clusters": ("/clusters/",),
        "cluster": ("/clusters/delta/",),
        "themes": ("/themes/",),
        "theme": ("/themes/ports/",),
        "instruments": ("/instruments/",),
        "instrument": ("/instruments/plan/",),
        "tag": (f"/tags/{tag.slug}/",),
        "author": (author.get_absolute_url(),),
        "series": (f"/series/{quote(record.series)}/",),
        "sources": ("/sources/",),
        "source": ("/sources/institute-of-markup/",),
        "lists": ("/lists/",),
        "list": (f"/lists/{RecordList.objects.get().pk}/",),
        "keep": (f"/lists/keep/{record.pk}/",),
        "help": ("/help/",),
        "glossary": ("/glossary/",),
        "about": ("/about/",),
        "curate": ("/curate/",),
        "curate-paste": ("/curate/paste/",),
        "curate-import": ("/curate/import/",),
        "curate-relations": ("/curate/relations/",),
        "curate-relation": (f"/curate/relations/{relation.pk}/",),
        "curate-review": (f"/curate/submissions/{submission.pk}/",),
        "curate-record": (record_at,),
        "curate-history": (f"{record_at}history/",),
        "curate-suggestions": ("/curate/suggestions/",),
        "curate-accept-above": ("/curate/suggestions/above/?above=0.5",),
        "curate-batch": (f"/curate/together/{changes['batch'].batch}/",),
        "curate-questions": ("/curate/questions/",),
        "curate-roles": ("/curate/roles/",),
        "curate-health": ("/curate/health/",),
        "curate-missing": ("/curate/missing/review/", "/curate/missing/topic/"),
        "curate-bulk": ("/curate/bulk/", f"/curate/bulk/?q={TYPED}"),
        "curate-tags": ("/curate/tags/", f"/curate/tags/?q={TYPED}"),
        "curate-tag-promote": (f"/curate/tags/{tag.pk}/promote/",),
        "curate-tags-unmerge": (f"/curate/tags/unmerge/{changes['tags'].pk}/",),
        "curate-names": ("/curate/names/",),
        "curate-topics": ("/curate/topics/?facet=region", f"/curate/topics/?q={TYPED}"),
        "curate-topic-add": (f"/curate/topics/add/?facet={TYPED}",),
        "curate-topic": (topic_at, f"/curate/topics/{theme.pk}/"),
        "curate-topic-names": (f"{topic_at}names/?names={TYPED}&role=hidden",),
        "curate-topic-merge": (f"/curate/topics/{theme.pk}/merge/?into=theme/wharves",),
        "curate-topic-unmerge": (f"/curate/topics/unmerge/{changes['merged'].pk}/",),
    }


def _log_in(page: Page) -> None:
    page.goto("/accounts/login/?next=/curate/")
    page.get_by_label("Username").fill("cora")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Log in").click()


def test_no_markup_runs_anywhere(page: Page) -> None:
    """No dialog opens; and a violation of the policy, or a word of the console, fails `page`."""
    assert len(STRINGS) >= 150
    heard: list[str] = []

    def hear(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", hear)
    record = _fill()
    a_topic("wharves", "theme", en=f"Wharves {STRINGS[10]}")
    changes = _work(record, a_user("cora", is_staff=True, is_superuser=True))
    addresses = _addresses(record, changes)
    assert {one.name for one in urls.urlpatterns} == addresses.keys() | NO_PAGES
    _log_in(page)
    for address in (one for some in addresses.values() for one in some):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert page.locator("h1").count() == 1, address
    assert heard == []


@pytest.mark.parametrize("attack", [ATTACKS[1], ATTACKS[7], "<p style='color:red'>x</p>"])
def test_markup_that_came_through_would_be_heard(
    chromium: Browser, live_server: LiveServer, attack: str
) -> None:
    """The policy stops it, and the stop itself is a complaint, by event and by console."""
    with visiting(chromium, base_url=live_server.url) as visit:
        visit.page.goto("/about/")
        assert visit.complaints == []
        visit.page.evaluate("text => document.body.insertAdjacentHTML('beforeend', text)", attack)
        visit.page.wait_for_timeout(300)
        complaints = list(visit.complaints)
    assert any(one.startswith("policy: ") for one in complaints)
    assert any("Content Security Policy" in one for one in complaints)
