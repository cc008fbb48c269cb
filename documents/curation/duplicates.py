"""Finds copies, versions and translations of a text among the records, and proposes relations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.db.models import Count, Q

from documents.curation.dating import dating_of
from documents.ingest.duplicates import Match, Text, compare
from documents.ingest.fingerprints import Fingerprint, estimate, fingerprint
from documents.models import Document, Relation, Signature, SignatureBand, TopicLink

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from documents.curation.entry import Entry

LIKE: Final = 30  # so many records are compared word for word at most
_LEAST_ESTIMATE: Final = 0.4  # of the Jaccard similarity; the confirmed share is judged later
_DAYS: Final = 5  # within which the translation of a text appears
_KINDS: Final = {
    "same-text": Relation.Kind.SAME_RELEASE_AS,
    "nearly-same": Relation.Kind.SAME_RELEASE_AS,
    "same-release": Relation.Kind.SAME_RELEASE_AS,
    "corrected": Relation.Kind.NEW_VERSION_OF,
    "corrected-by": Relation.Kind.NEW_VERSION_OF,
    "translation": Relation.Kind.TRANSLATION_OF,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stored record and how the text in hand stands to it."""

    document: Document
    match: Match


@transaction.atomic
def sign(document: Document) -> Fingerprint:
    """Store the fingerprint of a record's public text; what is equal already is not touched."""
    found = fingerprint(document.body)
    stored = Signature.objects.filter(pk=document.pk).first()
    if stored and stored.checksum == found.checksum and bytes(stored.minhash) == found.minhash:
        return found
    if stored:
        stored.delete()
    signature = Signature.objects.create(
        document=document, checksum=found.checksum, minhash=found.minhash
    )
    SignatureBand.objects.bulk_create(
        SignatureBand(signature=signature, band=band) for band in set(found.bands)
    )
    return found


def text_of(document: Document) -> Text:
    """Return a record as it is compared: its text, and the topics it is linked to."""
    links = document.links.exclude(status=TopicLink.Status.REJECTED)
    return Text(
        title=document.title,
        body=document.body,
        language=document.language,
        source=str(document.source_id or ""),
        number=document.number,
        published_on=document.published_on,
        names=frozenset(links.values_list("topic_id", flat=True)),
    )


def find_alike(entry: Entry, topics: Collection[int] = ()) -> tuple[Candidate, ...]:
    """Return the records that a text under review is a copy, version or translation of."""
    text = Text(
        title=entry.title,
        body=entry.body,
        language=entry.language,
        source=str(entry.source_id or ""),
        number=entry.number,
        published_on=dating_of(entry.dates).published_on,
        names=frozenset(topics),
    )
    return find_candidates(text)


def find_candidates(
    text: Text, found: Fingerprint | None = None, *, without: int | None = None
) -> tuple[Candidate, ...]:
    """Return the records that a text is a copy, version or translation of, the surest first.

    `without` is the text's own record. Records in the trash are left out.
    """
    found = found or fingerprint(text.body)
    ids = list(islice(_alike(found, text, without), LIKE))
    stored = Document.objects.exclude(status=Document.Status.TRASHED).in_order(ids)
    compared = ((document, compare(text, text_of(document))) for document in stored)
    candidates = [Candidate(document, match) for document, match in compared if match]
    return tuple(sorted(candidates, key=lambda one: -one.match.confidence))


def find_same_text(found: Fingerprint) -> Document | None:
    """Return a record that holds the very same text, or None."""
    same = Document.objects.filter(signature__checksum=found.checksum)
    return same.exclude(status=Document.Status.TRASHED).select_related("source").first()


def propose_relations(document: Document) -> list[Relation]:
    """Suggest the relations of a record to its copies, versions and translations.

    One that was proposed before, in either direction, is left as it is: a curator may have said
    no to it.
    """
    found = sign(document)
    candidates = find_candidates(text_of(document), found, without=document.pk)
    return [
        relation
        for candidate in candidates
        if (relation := _propose(document, candidate)) is not None
    ]


def _alike(found: Fingerprint, text: Text, without: int | None) -> Iterator[int]:
    """Give the ids of records worth a comparison, each once, the most alike first."""
    given: set[int] = {without} if without else set()
    for ids in (_same(found), _banded(found), _numbered(text), _translated(text)):
        for pk in ids:
            if pk not in given:
                given.add(pk)
                yield pk


def _same(found: Fingerprint) -> Iterator[int]:
    same = Signature.objects.filter(checksum=found.checksum).order_by("pk")
    yield from same.values_list("pk", flat=True)[:LIKE]


def _banded(found: Fingerprint) -> Iterator[int]:
    """Give the records that share a band, if their MinHashes agree well enough."""
    shared = (
        Signature.objects.filter(bands__band__in=found.bands)
        .annotate(shared=Count("bands"))
        .order_by("-shared", "pk")
    )
    for signature in shared[: LIKE * 3]:
        if estimate(found.minhash, bytes(signature.minhash)) >= _LEAST_ESTIMATE:
            yield signature.pk


def _numbered(text: Text) -> Iterator[int]:
    if text.number:
        same = Document.objects.filter(number=text.number).order_by("pk")
        yield from same.values_list("pk", flat=True)[:LIKE]


def _translated(text: Text) -> Iterator[int]:
    """Give the records of another language that were published within days."""
    if text.published_on is None:
        return
    first = text.published_on - timedelta(days=_DAYS)
    last = text.published_on + timedelta(days=_DAYS)
    near = Document.objects.exclude(language=text.language)
    near = near.filter(published_on__range=(first, last), published_precision__in=["day", "second"])
    yield from near.order_by("pk").values_list("pk", flat=True)[:LIKE]


def _propose(document: Document, candidate: Candidate) -> Relation | None:
    other, match = candidate.document, candidate.match
    kind = _KINDS[match.standing]
    subject, object_ = (document, other) if _leads(document, match) else (other, document)
    either = Q(subject=subject, object=object_) | Q(subject=object_, object=subject)
    known = Q(kind=kind) | Q(rule=match.standing)  # a curator may have chosen another kind
    if Relation.objects.filter(either & known).exists():
        return None
    return Relation.objects.create(
        subject=subject,
        object=object_,
        kind=kind,
        rule=match.standing,
        confidence=round(match.confidence, 4),
        quote="; ".join(match.shared[:10]),
    )


def _leads(document: Document, match: Match) -> bool:
    """Say whether the record is the subject: the newer version, or what is not in Chinese."""
    if match.standing == "translation":
        return document.language != Document.Language.CHINESE
    return match.standing != "corrected-by"
