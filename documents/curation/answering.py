"""A curator's answer to the question what an open name of a record means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from documents.curation.decisions import accept_link
from documents.curation.history import together
from documents.curation.questions import open_citations
from documents.curation.settling import cite_record, refuse, settle
from documents.gazetteer import held_names
from documents.models import Change, Mention, TopicLink
from documents.search.indexing import gathered

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.models import Document, Topic

UNDO_WITHIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Answer:
    """A name means a topic, a record, or neither."""

    topic: Topic | None = None
    record: Document | None = None


@transaction.atomic
def answer_name(mention: Mention, answer: Answer, *, by: User | None, now: datetime) -> None:
    """Store what an open name means, as one piece of work.

    A link to the topic is accepted. Raises ValidationError for a topic of another facet than the
    name, and for a record that would cite itself.
    """
    with together():
        _store(mention, answer, by, now)


def answer_everywhere(mention: Mention, answer: Answer, *, by: User | None, now: datetime) -> int:
    """Answer a citation in every record that leaves it open, as one piece of work to undo.

    Each record has a transaction of its own: linking dozens of long texts anew takes seconds, for
    which nobody else could write. Return the number of records; the one that is cited does not
    cite itself. Raises ValidationError as `answer_name` does, before anything is stored.
    """
    same = list(open_citations().filter(surface=mention.surface).exclude(document=answer.record))
    with held_names(), together():
        for each in same:
            with transaction.atomic(), gathered():
                _store(each, answer, by, now)
    return len(same)


def _store(mention: Mention, answer: Answer, by: User | None, now: datetime) -> None:
    document = mention.document
    if answer.topic is not None:
        if answer.topic.facet != mention.kind:
            raise ValidationError(_("This name cannot mean a topic of that kind."))
        settle(document, mention.surface, answer.topic.pk, by=by, now=now)
        suggested = document.links.filter(topic=answer.topic, status=TopicLink.Status.SUGGESTED)
        for link in suggested:
            accept_link(link, by=by, now=now)
    elif answer.record is not None:
        cite_record(mention, answer.record, by=by, now=now)
    else:
        refuse(mention, by=by, now=now)


def last_answer(user: User, now: datetime) -> Change | None:
    """Return the last answer of a user within the last hour that still holds."""
    told = Change.objects.filter(noun=Change.Noun.MENTION, by=user, at__gt=now - UNDO_WITHIN)
    statuses = (Mention.Status.CONFIRMED, Mention.Status.REJECTED)
    for change in told.filter(verb__in=statuses):
        if Mention.objects.filter(pk=change.object_id, status=change.verb).exists():
            return change
    return None
