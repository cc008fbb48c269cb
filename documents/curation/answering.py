"""A curator's answer to the question what an open name of a record means."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from documents.curation.decisions import accept_link
from documents.curation.history import together
from documents.curation.settling import cite_record, refuse, settle
from documents.models import Change, Mention, TopicLink

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User

    from documents.models import Document, Topic

UNDO_WITHIN = timedelta(hours=1)


@transaction.atomic
def answer_name(
    mention: Mention,
    *,
    topic: Topic | None,
    record: Document | None,
    by: User | None,
    now: datetime,
) -> None:
    """Store what an open name means, as one piece of work: a topic, a record, or neither.

    A link to the topic is accepted. Raises ValidationError for a topic of another facet than the
    name, and for a record that would cite itself.
    """
    document = mention.document
    if topic is not None and topic.facet != mention.kind:
        raise ValidationError(_("This name cannot mean a topic of that kind."))
    with together():
        if topic is not None:
            settle(document, mention.surface, topic.pk, by=by, now=now)
            for link in document.links.filter(topic=topic, status=TopicLink.Status.SUGGESTED):
                accept_link(link, by=by, now=now)
        elif record is not None:
            cite_record(mention, record, by=by, now=now)
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
