"""What the machine proposes for a submission, before a curator agrees."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from django.utils.translation import get_language

from documents.curation.entry import entry_from_draft, one_line
from documents.gazetteer import find_mentions, load_names, propose_links, zones_with
from documents.ingest import KnownSource, Page, UnreadablePageError, draft_from
from documents.ingest.isolation import IsolatedReader
from documents.ingest.media import Media
from documents.ingest.rows import draft_from_row
from documents.ingest.title import GUESSED
from documents.models import Source

if TYPE_CHECKING:
    from documents.curation.entry import Entry
    from documents.gazetteer import FoundMention, ProposedLink, Zone
    from documents.ingest import Draft
    from documents.models import Submission


LARGE: Final = 100_000
"""Characters from which a text is read in a process with limits: a page of 2 MB may be made to
take many seconds and much memory. Starting the process takes longer than to read a shorter one."""

LONGEST_TITLE: Final = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """The draft of a page, the entry it would make, and what its text names."""

    draft: Draft
    entry: Entry
    mentions: tuple[FoundMention, ...]
    links: tuple[ProposedLink, ...]


def read(submission: Submission) -> Reading:
    """Derive everything anew; the same submission and vocabulary give the same reading.

    Raises ingest.UnreadablePageError where the text cannot be read.
    """
    draft = draft_of(submission)
    source = Source.objects.filter(slug=draft.source_slug).first() if draft.source_slug else None
    entry = entry_from_draft(draft, source.pk if source else None, submission.source_url)
    mentions = find_mentions(zones_of(draft), load_names())
    return Reading(draft, entry, mentions, propose_links(mentions))


def draft_of(submission: Submission) -> Draft:
    """Return the draft alone; raises ingest.UnreadablePageError."""
    if submission.media_type == Media.JSONL:
        return draft_from_row(submission.raw, known_sources())
    page = Page(submission.raw, submission.media_type, submission.file_name)
    return drafted(page, known_sources(), get_language())


def entitle(submission: Submission) -> None:
    """Keep the title that is read in a text, by which lists name it; none where it is unreadable.

    The draft is held, so that the review that follows does not read the page once more.
    """
    with suppress(UnreadablePageError):
        title = draft_of(submission).title.value
        submission.title = one_line(title)[:LONGEST_TITLE]
        submission.save(update_fields=["title"])


@lru_cache(maxsize=8)
def drafted(page: Page, sources: tuple[KnownSource, ...], _language: str | None) -> Draft:
    """Return the draft of a page; the last few are held, since a review reads its page twice.

    It is read when that page is loaded ahead or shown, and once more when the form comes back.
    Warnings are in the language of the reader.
    """
    if len(page.content) <= LARGE:
        return draft_from(page, sources)
    with IsolatedReader(sources) as reader:
        return reader.draft(page)


def known_sources() -> tuple[KnownSource, ...]:
    """Return the sources of the vocabulary as ingest wants them, in two queries."""
    return tuple(
        KnownSource(
            slug=source.slug,
            name=source.name,
            names=tuple(
                name for name in (source.name_zh, *(one.name for one in source.names.all())) if name
            ),
            hosts=tuple(source.hosts),
            default_kind=source.default_kind,
        )
        for source in Source.objects.prefetch_related("names")
    )


def zones_of(draft: Draft) -> tuple[Zone, ...]:
    """Return the texts of a draft in which names are looked for.

    A title cut from the first words, for want of one, is no text of the page and proves nothing.
    """
    texts = (
        ("title", draft.title.value if draft.title.confidence > GUESSED else ""),
        ("abstract", draft.abstract.value),
        ("body", draft.body.value),
        ("caption", "\n\n".join(caption.text for caption in draft.captions)),
        ("keywords", "\n".join(draft.keywords.value)),
    )
    return zones_with(texts, draft.related_titles.value)
