"""Suggests how records stand to those they cite: cites, implements, reports on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.db.models.functions import Length

from documents.models import Document, Mention, Relation
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

Kind = Relation.Kind
KINDS = (Kind.CITES, Kind.IMPLEMENTS, Kind.REPORTS_ON)
SHORTEST = 8  # characters of a title that tells one document from all others
BY_NUMBER, BY_TITLE = 0.95, 0.85

_BOOK = re.compile(r"《([^《》]+)》")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[（(【]\s*(?:19|20)\d\d\s*[〕\]）)】]\s*第?\d+号")
_MARKS = re.compile(r"[\s\W_]+")
_IMPLEMENTS = re.compile(
    r"为(?:了)?(?:深入|全面|认真)?(?:贯彻|落实|执行|实施)|(?:根据|依据|按照|遵照)"
    r"|\b(?:implement(?:s|ing)?|in accordance with|pursuant to|in line with|carry(?:ing)? out)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"印发|发布|公布|出台|\b(?:issued|released|published|unveiled|launched|presented|promulgated)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Cited:
    """A stored record that a mention cites."""

    document: Document
    mention: Mention
    confidence: float
    rule: str


def relate_citations(document: Document) -> list[Relation]:
    """Suggest relations of a record to those it cites, and of those that cite it; return new ones.

    Undecided suggestions of an earlier text go with their sentences; what a curator decided, in
    whatever words, stays and is not suggested again.
    """
    found: dict[tuple[int, int], tuple[Document, _Cited, Relation.Kind]] = {}
    for subject, cited in (*_citing(document), *_cited_by(document)):
        kind = _kind(subject, cited)
        found.setdefault((subject.pk, cited.document.pk), (subject, cited, kind))
    _forget(document, set(found))
    return [new for one in found.values() if (new := _suggest(*one)) is not None]


def cited_records(mention: Mention) -> list[Document]:
    """Return the records that a citation may cite, by number or by title, its own left out."""
    found = {cited.document.pk: cited.document for cited in _records_of(mention)}
    return [document for pk, document in found.items() if pk != mention.document_id]


def _citing(document: Document) -> Iterator[tuple[Document, _Cited]]:
    """Give the records that a record cites, by number or by title."""
    for mention in _citations().filter(document=document).order_by("zone", "start"):
        for cited in _records_of(mention):
            if cited.document.pk != document.pk:
                yield document, cited


def _cited_by(document: Document) -> Iterator[tuple[Document, _Cited]]:
    """Give the records that cite a record."""
    names = [name for name in (document.number, document.title) if len(name) >= SHORTEST]
    asked = Q()
    for name in names:
        asked |= Q(surface__icontains=name)
    if not names:
        return
    for mention in _citations().filter(asked).exclude(document=document).select_related("document"):
        for cited in _records_of(mention):
            if cited.document.pk == document.pk:
                yield mention.document, cited


def _citations() -> QuerySet[Mention]:
    """Return the citations of public text: a relation is shown to all, with its sentence."""
    citations = Mention.objects.filter(kind=Mention.Kind.INSTRUMENT)
    return citations.exclude(status=Mention.Status.REJECTED).exclude(zone=Mention.Zone.RESTRICTED)


def _records_of(mention: Mention) -> Iterator[_Cited]:
    stored = Document.objects.exclude(status=Document.Status.TRASHED)
    number = _NUMBER.search(mention.surface)
    if number:
        for document in stored.filter(number=number[0]):
            yield _Cited(document, mention, BY_NUMBER, "cited-by-number")
    book = _BOOK.search(mention.surface)
    title = book[1] if book else mention.surface
    if len(title) < SHORTEST:
        return
    near = stored.annotate(length=Length("title")).filter(
        title__icontains=title, length__lte=2 * len(title) + 20
    )
    for document in near.order_by("pk")[:5]:
        if _is_title(title, document.title):
            yield _Cited(document, mention, BY_TITLE, "cited-by-title")


def _is_title(cited: str, title: str) -> bool:
    """Whether a title is the one cited, but for marks and the name of who issued it."""
    one, two = _bare(cited), _bare(title)
    return one == two or (two.endswith(one) and len(one) >= 0.6 * len(two))


def _bare(text: str) -> str:
    return _MARKS.sub("", fold(text))


def _kind(subject: Document, cited: _Cited) -> Relation.Kind:
    """Return the verb: a policy implements by such words, news reports on what was issued."""
    quote = cited.mention.quote
    if subject.kind == Document.Kind.POLICY and _IMPLEMENTS.search(quote):
        return Kind.IMPLEMENTS
    if subject.kind in {Document.Kind.NEWS, Document.Kind.RELEASE} and _REPORTS.search(quote):
        return Kind.REPORTS_ON
    return Kind.CITES


def _forget(document: Document, found: set[tuple[int, int]]) -> None:
    """Delete undecided suggestions from a record whose sentence is gone."""
    waiting = Relation.objects.filter(
        subject=document,
        kind__in=KINDS,
        origin=Relation.Origin.RULE,
        status=Relation.Status.SUGGESTED,
    )
    for relation in waiting:
        if (relation.subject_id, relation.object_id) not in found:
            relation.delete()


def _suggest(subject: Document, cited: _Cited, kind: Relation.Kind) -> Relation | None:
    """Store a suggestion, unless one of the three verbs stands between the two already."""
    either = Q(subject=subject, object=cited.document) | Q(subject=cited.document, object=subject)
    same = Q(subject=subject, object=cited.document, kind__in=KINDS)
    if Relation.objects.filter(
        same | either & Q(rule=cited.rule, decided_at__isnull=False)
    ).exists():
        return None
    return Relation.objects.create(
        subject=subject,
        object=cited.document,
        kind=kind,
        rule=cited.rule,
        confidence=cited.confidence,
        quote=cited.mention.quote,
    )
