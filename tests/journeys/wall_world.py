"""Eight records, one in each state, each text of which holds a word found nowhere else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from documents.curation.attachments import keep_original
from documents.curation.linking import relink
from documents.models import (
    Author,
    Authorship,
    Document,
    Image,
    IssuingBody,
    Relation,
    Submission,
    Topic,
)
from documents.search import indexing
from tests.build import a_document, a_link, a_source, a_topic

if TYPE_CHECKING:
    from datetime import datetime

HIDDEN = ("draft", "review", "scheduled", "withdrawn", "trashed")
STATES = (*HIDDEN, "embargoed", "published", "licensed")
ROLES = ("anonymous", "reader", "analyst", "curator", "publisher", "admin")
ENTITLED = ("reader", "analyst", "curator", "publisher", "admin")

# What a record says while its text is under embargo, and what it says only after that.
OF_THE_TITLE = ("title", "author", "series", "issuer")
OF_THE_TEXT = (
    *("abstract", "body", "caption", "keyword", "tag", "related", "note", "quote", "relation"),
)
ZONES = (*OF_THE_TITLE, *OF_THE_TEXT, "restricted", "submission")


def canary(state: str, zone: str) -> str:
    """Return the word that stands in one place of one record only; no analyser cuts it."""
    return f"qz{zone}{state}zq"


def must_show(state: str, zone: str, role: str) -> bool:
    """Whether the page of the record itself must hold a word, for a role."""
    if zone == "related" or (zone == "note" and (state != "licensed" or role != "anonymous")):
        return False  # the one is on no page; the other tells those who may not read the rest
    return may_show(state, zone, role) and (state != "embargoed" or zone == "title")


def may_show(state: str, zone: str, role: str) -> bool:
    """The policy: whether a public page may hold a word, for a role."""
    if zone == "submission":
        return False
    if zone == "restricted":
        return state == "licensed" and role in ENTITLED
    if state == "embargoed":
        return zone in OF_THE_TITLE
    return state in {"published", "licensed"}


def may_find(state: str, zone: str, role: str) -> bool:
    """Whether a search for the word finds the record; under embargo only by its title."""
    return may_show(state, zone, role) and (state != "embargoed" or zone == "title")


def make_wall_world() -> dict[str, Document]:
    """Write the eight records, link each to the same topics, and index what is to be found."""
    now = timezone.now()
    region = a_topic("jinan", en="Jinan", zh="济南")
    a_topic("zibo", en="Zibo")
    theme = a_topic("ports-policy", Topic.Facet.THEME, en="Ports policy", zh="港口政策")
    records = {state: _record(state, now) for state in STATES}
    target = records["published"]
    for state, record in records.items():
        for topic in (region, theme):
            a_link(record, topic, quote=f"Jinan {canary(state, 'quote')}.", origin="curator")
        Relation.objects.create(
            subject=record,
            object=target if state != "published" else records["licensed"],
            kind=Relation.Kind.CITES,
            status=Relation.Status.ACCEPTED,
            origin=Relation.Origin.CURATOR,
            quote=f"It cites {canary(state, 'relation')}.",
        )
    indexing.drain()
    return records


def _record(state: str, now: datetime) -> Document:
    def word(zone: str) -> str:
        return canary(state, zone)

    record = a_document(
        f"Record {word('title')}",
        kind="brief" if state == "licensed" else "report",
        abstract=f"Abstract {word('abstract')} of Zibo.",
        body=f"Body {word('body')} tells of wharves. Its quote is {word('quote')}.",
        series=f"Series {word('series')}",
        related_titles=[f"Related {word('related')}"],
        access_note=f"Note {word('note')}",
        source=a_source("Institute of Walls"),
        source_basis="stated",
        **_state(state, now),
    )
    author = Author.objects.create(name=f"Author {word('author')}")
    Authorship.objects.create(document=record, author=author, position=0)
    IssuingBody.objects.create(document=record, name=f"Body {word('issuer')}", position=0)
    Image.objects.create(document=record, caption=f"Caption {word('caption')}")
    record.keywords.add(word("keyword"))
    record.tags.add(word("tag"))
    kept = keep_original(word("submission").encode(), "page.txt", "text/plain")
    Submission.objects.create(
        raw=word("submission"), checksum=word("submission"), document=record, attachment=kept
    )
    relink(record)
    return record


def _state(state: str, now: datetime) -> dict[str, Any]:
    """Return the fields that put a record in a state at a moment."""
    public = {"status": "published", "visible_from": now - timedelta(days=2)}
    unpublished: dict[str, Any] = {"visible_from": None, "published_at": None}
    fields: dict[str, dict[str, Any]] = {
        "draft": unpublished | {"status": "draft"},
        "review": unpublished | {"status": "review"},
        "scheduled": public | {"visible_from": now + timedelta(hours=2)},
        "withdrawn": {"status": "withdrawn", "withdrawn_reason": "The figures were wrong."},
        "trashed": {"status": "trashed"},
        "embargoed": public | {"embargo_until": now + timedelta(hours=2)},
        "published": public,
        "licensed": public
        | {"access": "licensed", "restricted_body": f"Rest {canary('licensed', 'restricted')}."},
    }
    return fields[state]
