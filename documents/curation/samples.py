"""Loads and removes the sample records: texts written for this project, marked as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from taggit.models import Tag

from documents.curation.acceptance import accept
from documents.curation.entry import DateEntry, Entry
from documents.curation.link_store import accept_by_rule
from documents.curation.publication import publish
from documents.ingest import Author as AuthorEntry, Caption
from documents.models import Author, Document, Relation, ShippedRow, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

type Sample = dict[str, Any]

VOCABULARY = "sample"


def load_samples(folder: Path, *, now: datetime) -> int:
    """Publish the samples that were never loaded before; return how many.

    A sample that somebody edited or deleted is left alone.
    """
    loaded = ShippedRow.objects.filter(vocabulary=VOCABULARY)
    known = set(loaded.values_list("key", flat=True))
    sources = dict(Source.objects.values_list("slug", "pk"))
    samples = {sample["key"]: sample for sample in read_samples(folder)}
    new = [key for key in samples if key not in known]
    for key in new:
        sample = samples[key]
        original = samples.get(sample.get("translation_of", ""), {})
        _load(sample, sources, original.get("title", ""), now)
    return len(new)


@transaction.atomic
def remove_samples() -> int:
    """Delete every sample with all that only it brought; return how many there were."""
    samples = list(Document.objects.filter(is_sample=True))
    authors = Author.objects.filter(authorships__document__in=samples)
    tags = Tag.objects.filter(
        Q(tag_items__content_object__in=samples) | Q(keyword_items__content_object__in=samples)
    )
    brought = [set(rows.values_list("pk", flat=True)) for rows in (authors, tags)]
    for sample in samples:
        sample.delete()
    Author.objects.filter(pk__in=brought[0], authorships=None).delete()
    Tag.objects.filter(pk__in=brought[1], tag_items=None, keyword_items=None).delete()
    ShippedRow.objects.filter(vocabulary=VOCABULARY).delete()
    return len(samples)


def read_samples(folder: Path) -> Iterator[Sample]:
    """Read the sample files, originals first; a file is named as the kind of its records."""
    import yaml

    for path in sorted(folder.glob("*.yaml")):
        kind = {"policies": "policy", "news": "news"}.get(path.stem, path.stem.removesuffix("s"))
        for sample in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield sample | {"kind": kind}


@transaction.atomic
def _load(sample: Sample, sources: dict[str, int], original: str, now: datetime) -> None:
    """Publish one sample; `original` is the title of the record that it translates, if any."""
    document = accept(None, _entry(sample, sources), by=None, now=now)
    document.is_sample = True
    document.save(update_fields=["is_sample"])
    accept_by_rule(document)  # nobody looked at them, so no link may say that a curator did
    publish(document, by=None, now=now, topics=())
    for translated in Document.objects.filter(is_sample=True, title=original)[:1]:
        Relation.objects.create(
            subject=document,
            object=translated,
            kind=Relation.Kind.TRANSLATION_OF,
            status=Relation.Status.ACCEPTED,
            origin=Relation.Origin.CURATOR,
            decided_at=now,
        )
    ShippedRow.objects.create(vocabulary=VOCABULARY, key=sample["key"])


def _entry(sample: Sample, sources: dict[str, int]) -> Entry:
    access = sample.get("access", {})
    return Entry(
        title=sample["title"],
        kind=sample["kind"],
        language=sample["language"],
        abstract=_paragraphs(sample.get("abstract", "")),
        body=_paragraphs(sample.get("body", "")),
        restricted_body=_paragraphs(sample.get("restricted", "")),
        extent=sample.get("extent", "full"),
        source_id=sources.get(sample.get("source", "")),
        source_basis=sample.get("basis", "unknown"),
        series=sample.get("series", ""),
        number=sample.get("number", ""),
        total_number=sample.get("total"),
        access=access.get("level", "open"),
        access_note=access.get("note", ""),
        access_note_language=access.get("language", ""),
        related_titles=tuple(sample.get("related", [])),
        authors=tuple(
            AuthorEntry(one["name"], tuple(one.get("affiliations", [])), one.get("group", ""))
            for one in sample.get("authors", [])
        ),
        issuing_bodies=tuple(sample.get("issuers", [])),
        dates=tuple(
            DateEntry(one["role"], one["day"], one.get("precision", "day"), str(one.get("raw", "")))
            for one in sample.get("dates", [])
        ),
        captions=tuple(Caption(**one) for one in sample.get("captions", [])),
        keywords=tuple(sample.get("keywords", [])),
        tags=tuple(sample.get("tags", [])),
    )


def _paragraphs(folded: str) -> str:
    """Return text with an empty line between paragraphs, as records store it."""
    return "\n\n".join(line.strip() for line in folded.splitlines() if line.strip())
