"""Hostile markup in every text of a record stays text on every page of a real browser."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from documents.models import Author, Authorship, Document, Image, IssuingBody, Submission, Topic
from documents.search import indexing
from tests.build import a_document, a_link, a_source, a_topic, a_user

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

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


TYPED = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"


def _fill() -> Document:
    """Write records until every string stood in a title, a name and a word once."""
    topic = a_topic("jinan", en=f"Jinan {STRINGS[1]}", zh=f"济南{STRINGS[0]}", intro_en=STRINGS[2])
    source = a_source("Institute of Markup", about=STRINGS[3], name_zh=STRINGS[4])
    for number, text in enumerate(STRINGS):
        if number % 11:
            continue
        others = "\n\n".join(STRINGS[number : number + 11])
        record = a_document(
            f"Record {text}"[:500],
            abstract=others,
            body=f"{others}\n\nharbour {others}",
            series=f"S {text}"[:200],
            number=text[:100],
            source=source,
            source_basis="stated",
            access="licensed",
            access_note=text,
            restricted_body=others,
            related_titles=STRINGS[number : number + 11],
        )
        author = Author.objects.create(name=f"A {number} {text}"[:200])
        Authorship.objects.create(document=record, author=author, affiliations=[text], position=0)
        IssuingBody.objects.create(document=record, name=text[:300], position=0)
        Image.objects.create(document=record, caption=others, credit=text[:200], file_name=text)
        record.tags.add(f"t{number} {text}"[:100])
        record.keywords.add(f"k{number} {text}"[:100])
        a_link(record, topic, quote=others)
    indexing.drain()
    Submission.objects.create(raw="\n\n".join(STRINGS), checksum="x")
    return record


def test_no_markup_runs_anywhere(page: Page) -> None:
    assert len(STRINGS) >= 150
    record = _fill()
    heard: list[str] = []

    def hear(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", hear)
    a_user("cora", *RIGHTS, "documents.change_topic", "documents.add_topic")
    page.goto("/accounts/login/?next=/curate/")
    page.get_by_label("Username").fill("cora")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Log in").click()
    submission = Submission.objects.get()
    for address in (
        *("/", "/search/?q=harbour", "/regions/", "/regions/jinan/", "/sources/", "/glossary/"),
        *("/sources/institute-of-markup/", record.get_absolute_url(), "/explore/matrix/"),
        *(f"/tags/{record.tags.get().slug}/", "/explore/timeline/", "/explore/map/", "/curate/"),
        f"/search/?q={TYPED}",
        *(f"/curate/submissions/{submission.pk}/", f"/curate/records/{record.pk}/"),
        *(f"/curate/records/{record.pk}/history/", "/curate/tags/", "/curate/bulk/"),
        *("/curate/topics/?facet=region", f"/curate/topics/{Topic.objects.get().pk}/"),
        *("/curate/questions/", "/curate/relations/", "/curate/missing/review/", "/search/words/"),
        *(f"/curate/topics/{Topic.objects.get().pk}/names/?names={TYPED}&role=hidden",),
        *(f"/curate/tags/{record.tags.get().pk}/promote/", "/curate/suggestions/above/?above=0.5"),
        *("/curate/suggestions/", "/curate/health/", "/zh-hans/search/?q=harbour"),
    ):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert page.locator("h1").count() == 1, address
    assert heard == []
