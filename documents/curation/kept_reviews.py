"""Keeps what curators type into reviews until it is handed in, or let go by somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.models import KeptReview

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User
    from django.db.models import QuerySet

    from documents.models import Submission

type Values = dict[str, list[str]]

LONGEST_WINDOW = 32


def keep_review(
    submission: Submission, values: Values, *, window: str, by: User | None, now: datetime
) -> None:
    """Keep the entries of a window, in place of those that it kept before."""
    KeptReview.objects.update_or_create(
        submission=submission,
        window=window[:LONGEST_WINDOW],
        defaults={"values": values, "by": by, "kept_at": now},
    )


def load_kept(submission: Submission, by: User | None = None) -> list[KeptReview]:
    """Return what is kept of a text: first what `by` typed, then what others did, newest first."""
    kept = submission.kept_reviews.select_related("by")
    return sorted(kept, key=lambda one: by is None or one.by_id != by.pk)


def hand_in(submission: Submission, values: Values, *, window: str) -> None:
    """Forget what a window kept, since it was handed in, and what other windows kept alike.

    What differs from it stays: nobody has agreed to it, nor to its loss.
    """
    for one in submission.kept_reviews.all():
        if one.window == window or one.values == values:
            one.delete()


def never_handed_in() -> QuerySet[KeptReview]:
    """Return what was typed on texts that became records without it."""
    kept = KeptReview.objects.exclude(submission__document=None)
    return kept.select_related("by", "submission__document")
