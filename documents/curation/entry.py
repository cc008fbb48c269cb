"""What a curator agrees to: the values of one record, ready to be stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from documents.ingest import Author, Caption
from documents.models import Document, Precision

if TYPE_CHECKING:
    from documents.ingest import DatedFact, Draft

BEIJING = ZoneInfo("Asia/Shanghai")
_PRECISION = {"year": Precision.YEAR, "month": Precision.MONTH, "second": Precision.SECOND}


@dataclass(frozen=True, slots=True)
class DateEntry:
    """A dated fact; `at` is aware and only given where the page prints a clock time."""

    role: str
    on: date
    precision: str = Precision.DAY
    raw: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """All that a record says, without its links and its state.

    `source_id` is a known source; `source_name` names one that is to be added when there is none.
    """

    title: str
    kind: str
    language: str = "en"
    abstract: str = ""
    body: str = ""
    restricted_body: str = ""
    extent: str = Document.Extent.FULL
    source_id: int | None = None
    source_name: str = ""
    source_basis: str = Document.SourceBasis.UNKNOWN
    source_url: str = ""
    series: str = ""
    number: str = ""
    total_number: int | None = None
    access: str = Document.Access.OPEN
    access_note: str = ""
    access_note_language: str = ""
    related_titles: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    issuing_bodies: tuple[str, ...] = ()
    dates: tuple[DateEntry, ...] = ()
    captions: tuple[Caption, ...] = ()
    keywords: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


# What a record says before anything is stored of it.
NOTHING = Entry("", "")

# The fields that a record and an entry share by name.
PLAIN_FIELDS = (
    *("title", "kind", "language", "abstract", "body", "restricted_body", "extent", "source_id"),
    *("source_basis", "source_url", "series", "number", "total_number"),
    *("access", "access_note", "access_note_language"),
)


def entry_from_draft(draft: Draft, source_id: int | None = None, source_url: str = "") -> Entry:
    """Return what the machine would enter; `source_id` is that of the draft's source slug."""
    access = draft.access.value
    return Entry(
        title=one_line(draft.title.value),
        kind=draft.kind.value,
        language=draft.language.value,
        abstract=draft.abstract.value,
        body=draft.body.value,
        restricted_body=draft.restricted_body,
        extent=draft.body_kind,
        source_id=source_id,
        source_name="" if source_id else draft.source.value or "",
        source_basis=draft.source_basis,
        source_url=source_url or draft.address,
        series=one_line(draft.series.value or ""),
        number=one_line(draft.number.value or ""),
        total_number=draft.total_number.value,
        access=access.level,
        access_note=access.note,
        access_note_language=access.note_language,
        related_titles=draft.related_titles.value,
        authors=draft.authors.value,
        issuing_bodies=draft.issuers.value,
        dates=tuple(_dated(fact) for fact in draft.dates),
        captions=tuple(
            Caption(one.text, one.credit, one.file_name) for one in draft.captions
        ),  # why a line is one belongs to the draft
        keywords=draft.keywords.value,
    )


def one_line(text: str) -> str:
    """Return a text whose blanks are single; the address of a series, for one, has no line end."""
    return " ".join(text.split())


def entry_of(document: Document) -> Entry:
    """Return what a stored record says, so that it can be shown, compared and changed."""
    return Entry(
        **{name: getattr(document, name) for name in PLAIN_FIELDS},
        related_titles=tuple(document.related_titles),
        authors=tuple(
            Author(one.author.name, tuple(one.affiliations), one.group)
            for one in document.authorships.select_related("author")
        ),
        issuing_bodies=tuple(body.name for body in document.issuing_bodies.all()),
        dates=tuple(
            DateEntry(fact.role, fact.on, fact.precision, fact.raw, fact.at)
            for fact in document.dated_facts.all()
        ),
        captions=tuple(
            Caption(image.caption, image.credit, image.file_name) for image in document.images.all()
        ),
        keywords=tuple(sorted(document.keywords.names())),
        tags=tuple(sorted(document.tags.names())),
    )


def in_order(entry: Entry) -> Entry:
    """Return the entry with its free words in the order in which they are read back."""
    return replace(entry, keywords=tuple(sorted(entry.keywords)), tags=tuple(sorted(entry.tags)))


def _dated(fact: DatedFact) -> DateEntry:
    at = _moment(fact.iso) if "T" in fact.iso else None
    on = at.astimezone(BEIJING).date() if at else _day(fact.iso)
    return DateEntry(fact.role, on, _PRECISION.get(fact.precision, Precision.DAY), fact.raw, at)


def _day(iso: str) -> date:
    """Return the first day of an ISO year, month or day."""
    year, month, day = ([int(part) for part in iso.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def _moment(iso: str) -> datetime:
    """Return an ISO moment as UTC; without an offset it is Beijing time."""
    at = datetime.fromisoformat(iso)
    return (at if at.tzinfo else at.replace(tzinfo=BEIJING)).astimezone(UTC)
