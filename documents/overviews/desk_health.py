"""What an operator and a curator should know: the index's lag, damaged files, gaps in records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, Min, OuterRef, Q

from documents.models import Change, Document, IndexJob, IndexTarget, Submission, TopicLink

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

LIVE = (Document.Status.DRAFT, Document.Status.REVIEW, Document.Status.PUBLISHED)

REVIEWS = ("edited", "reviewed")
"""The changes by which a curator shows that a record was looked at."""


@dataclass(frozen=True, slots=True)
class IndexHealth:
    """One index: how many changes it has not heard of, and since when."""

    target: IndexTarget
    waiting: int
    failed: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Records that lack something, and the name of the list."""

    name: str
    documents: QuerySet[Document]


def index_health() -> list[IndexHealth]:
    """Return every index with its queue, in one query."""
    targets = IndexTarget.objects.annotate(
        waiting=Count("jobs"),
        failed=Count("jobs", filter=Q(jobs__attempts__gt=0) & ~Q(jobs__error="")),
        since=Min("jobs__queued_at"),
    ).order_by("state", "name")
    return [IndexHealth(one, one.waiting, one.failed, one.since) for one in targets]


def failed_jobs() -> QuerySet[IndexJob]:
    return IndexJob.objects.exclude(error="").select_related("target")[:20]


def gaps() -> dict[str, Gap]:
    """Return the lists of missing data by the word that stands in their address."""
    records = Document.objects.for_lists().filter(status__in=LIVE).order_by("-pk")
    links = TopicLink.objects.filter(document=OuterRef("pk")).exclude(
        status=TopicLink.Status.REJECTED
    )
    no_text = Q(body="") & Q(abstract="")
    found = {
        "date": records.filter(sorted_on__isnull=True),
        "topic": records.filter(~Exists(links)),
        "source": records.filter(source__isnull=True),
        "text": records.filter(no_text),
        "review": _unreviewed(records),
    }
    return {name: Gap(name, documents) for name, documents in found.items()}


def _unreviewed(records: QuerySet[Document]) -> QuerySet[Document]:
    """Return the public records that an import or a rule made public, and nobody saw.

    A review is a paste, a decision on a link, an edit, or a curator's word that all is right.
    """
    pasted = Submission.objects.filter(document=OuterRef("pk"), import_key="")
    decided = TopicLink.objects.filter(document=OuterRef("pk"), decided_by__isnull=False)
    looked = Change.objects.filter(document=OuterRef("pk"), verb__in=REVIEWS, by__isnull=False)
    public = records.filter(status=Document.Status.PUBLISHED, is_sample=False)
    return public.filter(~Exists(pasted), ~Exists(decided), ~Exists(looked))


def changed_since_check(targets: list[IndexHealth]) -> int:
    """Return how many records changed after the index was last checked; all if it never was."""
    checked = [one.target.checked_at for one in targets if one.target.state == "live"]
    if not checked or checked[0] is None:
        return Document.objects.count()
    return Document.objects.filter(updated_at__gt=checked[0]).count()
