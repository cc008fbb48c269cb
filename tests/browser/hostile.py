"""A world in which every text of every table holds markup that would run if a page let it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import product
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.utils import timezone
from taggit.models import Tag

from documents.curation import keep_review
from documents.curation.attachments import keep_original
from documents.curation.history import note, together
from documents.curation.import_batch import Batch, begin
from documents.curation.import_files import Given
from documents.curation.record_merging import merge_records
from documents.curation.tagging import merge_tags
from documents.curation.topic_merging import merge_topics
from documents.models import (
    Author,
    Authorship,
    Candidate,
    Change,
    DatedFact,
    Document,
    Figure,
    Image,
    IndexJob,
    IndexTarget,
    IssuingBody,
    ListEntry,
    LoginFailure,
    Membership,
    Mention,
    OldAddress,
    Place,
    RecordList,
    Relation,
    ShippedRow,
    Source,
    SourceName,
    Submission,
    Topic,
    TopicName,
)
from documents.search import indexing
from tests.build import a_document, a_link, a_name, a_topic, a_user

if TYPE_CHECKING:
    from collections.abc import Iterator

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
SHORTEST = min(len(attack) for attack in ATTACKS if "alert(1)" in attack)
ROOM, ROOM_FOR_A_NUMBER = 1000, 10  # letters; a field that is unique holds a number besides

# Texts that no door takes from a person, each with the reason; all others are filled.
WRITTEN_BY_US = {
    "Attachment.checksum": "digits of a digest; the original's address is made of it",
    "Attachment.file": "a path made of the digest",
    "Attachment.media_type": "what the isolated reader found it to be",
    "HeavyTerms.terms": "terms of the index with their weights",
    "IndexTarget.engine": "the name of one of our engines",
    "IndexTarget.schema": "a version of our schema",
    "LinkedVocabulary.rules": "a version of our rules",
    "LinkedVocabulary.rows": "keys and digests of rows",
    "Mention.vocabulary_version": "digits of a digest",
    "Signature.checksum": "digits of a digest",
    "Submission.checksum": "digits of a digest",
    "Submission.media_type": "what the page was found to be",
    "Submission.read_as": "digests by the names of our fields",
    "User.password": "a salted hash; no page holds it",
}
_TEXTS = (models.CharField, models.TextField, models.JSONField, models.FileField)


type Texts = models.Field[Any, Any]


def fields_of_text() -> dict[str, Texts]:
    """Return by its name every field that may hold markup: of our models, of users and of tags.

    Left out are choices, slugs (letters, digits and hyphens by their validator), digests of
    shipped rows, and what is too short for any of the attacks.
    """
    tables = [*apps.get_app_config("documents").get_models(), User, Tag]
    return {
        f"{model.__name__}.{field.name}": field
        for model in tables
        if not model._meta.proxy
        for field in model._meta.concrete_fields
        if isinstance(field, _TEXTS) and _may_hold_markup(field)
    }


def _may_hold_markup(field: Texts) -> bool:
    if field.choices or isinstance(field, models.SlugField) or field.name == "shipped_digest":
        return False
    return field.max_length is None or field.max_length >= SHORTEST


def missing_from(field: Texts) -> list[str]:
    """Return the strings that would fit into a field and stand in it in no row."""
    values = field.model._default_manager.values_list(field.attname, flat=True)
    held = "\n".join({line for value in values for line in _lines(value)})
    room = (field.max_length or ROOM) - ROOM_FOR_A_NUMBER
    fits = [text for text in STRINGS if len(text) <= room]
    if isinstance(field, models.URLField | models.EmailField):
        fits = [_without_blanks(text) for text in fits]
    return [text for text in fits if text not in held]


def _without_blanks(text: str) -> str:
    """Return a string as a form takes it for an address; a slash parts attributes as well."""
    return text.replace(" ", "/")


def _address(text: str) -> str:
    return f"https://example.invalid/{_without_blanks(text)}"


def _lines(value: Any) -> Iterator[str]:
    """Give the texts within a value, which may be JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _lines(one)


@dataclass(frozen=True)
class Hostile:
    """What stands behind the addresses: one record with all of it, and the others."""

    record: Document
    withdrawn: Document
    user: User
    submission: Submission
    relation: Relation
    batch: Batch
    changes: dict[str, Change]


def make_hostile_world(records: int = len(STRINGS)) -> Hostile:
    """Write a record for each string, or for the first ones; the texts of one hold all of them."""
    topics = _topics()
    sources = [_source(number, text) for number, text in enumerate(STRINGS)]
    user = a_user("cora", is_staff=True, is_superuser=True, **_name(1))
    _other_people()
    whole = _record(0, "\n\n".join(STRINGS), sources[0], topics, user)
    for number, text in enumerate(STRINGS[1:records], start=1):
        record = _record(number, text, sources[number], topics, user)
        quoted = {"quote": text, "status": ("accepted", "suggested")[number % 2], "rule": text[:60]}
        relation = Relation.objects.create(subject=record, object=whole, kind="cites", **quoted)
    withdrawn = a_document("Gone", status="withdrawn", withdrawn_reason="\n".join(STRINGS))
    note(withdrawn, "withdrawn", {"status": ["published", "withdrawn"]}, by=user, now=_NOW)
    indexing.drain()
    _list(whole, user)
    submission, batch, changes = _waiting(user), _import(), _work(whole, user)
    _machinery()
    return Hostile(whole, withdrawn, user, submission, relation, batch, changes)


_NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def _topics() -> tuple[Topic, ...]:
    said = {"intro_en": "\n".join(STRINGS), "intro_zh": "\n".join(STRINGS)}
    region = a_topic("jinan", en=f"Jinan {STRINGS[1]}", zh=f"济南{STRINGS[0]}", **said)
    theme = a_topic("ports", "theme", en=f"Ports {STRINGS[3]}", **said)
    plan = a_topic("plan", "instrument", en=f"Plan {STRINGS[5]}", number=STRINGS[2])
    cluster = a_topic("delta", "cluster", en=f"Delta {STRINGS[7]}")
    a_topic("wharves", "theme", en=f"Wharves {STRINGS[10]}")
    for number, text in enumerate(STRINGS):
        name = a_name(region, f"Jinan {number} {text}")
        TopicName.objects.filter(pk=name.pk).update(narrower=text)
        part = a_topic(f"r{number}", parent=region, number=text[:100])
        Place.objects.create(topic=part, level="county", code=f"37{number:04}", pinyin=text[:80])
        Membership.objects.create(whole=cluster, part=part, status="contested", note=text)
    return region, theme, plan, cluster


def _source(number: int, text: str) -> Source:
    source = Source.objects.create(
        slug=f"institute-{number}",
        name=text,
        name_zh=text,
        about="\n".join(STRINGS),
        about_zh="\n".join(STRINGS),
        homepage=_address(text),
        hosts=[text],
    )
    SourceName.objects.create(source=source, name=text)
    return source


def _name(number: int) -> dict[str, str]:
    text = STRINGS[number]
    return {
        "first_name": text[:150],
        "last_name": STRINGS[-number][:150],
        "email": f"{_without_blanks(text)}@example.invalid",
    }


def _other_people() -> None:
    """Add a person for each string; the names come in by the administration or a command."""
    User.objects.bulk_create(
        User(username=text[:150], is_staff=True, **_name(number))
        for number, text in enumerate(STRINGS)
    )
    LoginFailure.objects.bulk_create(
        LoginFailure(username=text, address=text[:45], at=_NOW) for text in STRINGS
    )


def _record(
    number: int, text: str, source: Source, topics: tuple[Topic, ...], user: User
) -> Document:
    """Write a record of one string, or of all of them where its texts are long enough."""
    line = " ".join(text.split("\n\n"))
    record = a_document(
        f"Record {line}"[:500],
        abstract=text,
        body=f"{text}\n\nharbour {text}",
        series=f"S {line}"[:200],
        number=line[:100],
        source=source,
        source_basis="stated",
        source_url=_address(text.splitlines()[0]),
        access="licensed",
        access_note=text,
        restricted_body=text,
        related_titles=text.splitlines(),
    )
    _parts(record, number, text)
    status = ("accepted", "suggested")[number % 2]
    evidence = [{"zone": "body", "start": 0, "end": 20, "quote": text}]
    for topic in topics:
        a_link(record, topic, quote=text, status=status, rule=text[:60], quotes=evidence)
    # A name with two meanings, and a citation of something that is not in the vocabulary.
    for kind, meant in (("region", topics[:1]), ("instrument", ())):
        mention = _mention(record, kind, text)
        for topic in (*meant, *topics[3:]) if meant else ():
            Candidate.objects.create(mention=mention, topic=topic)
    _submission(record, number, text, user)
    with together(text):
        note(record, "edited", {"title": [text, record.title]}, by=user, now=_NOW)
    return record


def _parts(record: Document, number: int, text: str) -> None:
    record.tags.add(f"t{number} {text}"[:100])
    record.keywords.add(f"k{number} {text}"[:100])
    author = Author.objects.create(name=f"A {number} {text}"[:200])
    lines = text.splitlines()
    Authorship.objects.create(
        document=record, author=author, affiliations=lines, group=text[:300], position=0
    )
    IssuingBody.objects.create(document=record, name=text[:300], position=0)
    Image.objects.create(
        document=record, caption=text, credit=text[:200], file_name=text[:300], position=0
    )
    DatedFact.objects.create(document=record, role="other", on=date(2024, 5, 31), raw=text[:300])
    said = {"as_written": text[:200], "unit": text[:60], "what": text[:300], "measure": text[:80]}
    Figure.objects.create(
        document=record, value=5, zone="body", start=0, end=40, quote=text, **said
    )


def _mention(record: Document, kind: str, text: str) -> Mention:
    named = {"surface": text[:500], "quote": text, "rule": text[:60]}
    return Mention.objects.create(document=record, zone="body", start=0, end=7, kind=kind, **named)


def _list(record: Document, user: User) -> None:
    """Keep the records on lists of one's own, each list and each note with markup."""
    for number, text in enumerate(STRINGS):
        own = RecordList.objects.create(owner=user, name=f"{number} {text}"[:120])
        ListEntry.objects.create(record_list=own, document=record, note=text)


def _submission(record: Document, number: int, text: str, user: User) -> None:
    """Store the page that a record was made of, with the file that was uploaded."""
    name = STRINGS[number]
    Submission.objects.create(
        raw=text,
        checksum=str(number),
        source_url=_address(name),
        submitted_by=user,
        document=record,
        state="accepted",
        attachment=keep_original(f"{number} {text}".encode(), name, "text/plain"),
        title=name,
        file_name=name,
        import_key=name,
    )


def _waiting(user: User) -> Submission:
    """Leave a text that waits for review, with all that a curator typed so far."""
    text = "\n\n".join(STRINGS)
    names = ("title", "abstract", "body", "restricted_body", "source_name", "series", "number")
    lists = ("keywords", "tags", "related_titles", "issuing_bodies", "access_note")
    typed = {name: [text] for name in (*names, *lists)} | {"source_url": [_address(STRINGS[1])]}
    waiting = Submission.objects.create(
        raw=text, checksum="x", file_name=STRINGS[0], submitted_by=user
    )
    for window in (*STRINGS, "one"):
        keep_review(
            waiting, typed if window == "one" else {}, window=window, by=user, now=timezone.now()
        )
    return waiting


def _machinery() -> None:
    """Put markup where only programs write, but where a page repeats what they wrote.

    Last, since every change is queued for every index.
    """
    targets = IndexTarget.objects.bulk_create(
        IndexTarget(name=text[:100], engine="none", state="building") for text in STRINGS
    )
    for number, (target, text) in enumerate(zip(targets, STRINGS, strict=True)):
        IndexJob.objects.create(target=target, document_id=number, attempts=1, error=text)
        ShippedRow.objects.create(vocabulary=text[:40], key=text)
        OldAddress.objects.create(kind="tag", slug=text[:100], new_slug=f"{text[:99]}.")


def _import() -> Batch:
    """Upload a table and a page of markup; their names go through the plan as well."""
    rows = "\n".join(json.dumps({"title": one, "body": f"{one} text"}) for one in STRINGS)
    files = {f"{STRINGS[1]}.jsonl": rows, f"{STRINGS[15]}.txt": "\n\n".join(STRINGS)}
    uploads = [SimpleUploadedFile("x", text.encode()) for text in files.values()]
    for upload, name in zip(uploads, files, strict=True):
        upload._name = name  # type: ignore[attr-defined]  # as a browser may send it, uncleaned
    return begin(uploads, Given())


def _work(record: Document, user: User) -> dict[str, Change]:
    """Let a curator merge and change, so that each kind of history has markup."""
    now = timezone.now()
    with together(STRINGS[3]) as batch:
        note(record, "edited", {"title": ["\n".join(STRINGS), record.title]}, by=user, now=_NOW)
    quay, pier = (a_topic(name, en=f"{name} {STRINGS[9]}") for name in ("quay", "pier"))
    merged = merge_topics(quay, pier, by=user, now=now)  # neither has records to link anew
    copy = a_document(f"Copy {STRINGS[6]}")
    joined = merge_records(copy, record, by=user, now=now)
    tags = Tag.objects.order_by("pk")
    merge_tags(tags[0], tags[1], by=user, now=now)
    return {
        "batch": Change.objects.get(batch=batch),
        "merged": merged,
        "joined": joined,
        "tags": Change.objects.get(noun="tag"),
    }
