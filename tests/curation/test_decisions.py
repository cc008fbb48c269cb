from __future__ import annotations

import pytest

from documents.curation import AddedLink, Decisions, Meaning, decide
from documents.curation.linking import relink
from documents.models import Candidate, TopicLink
from tests.build import NOON, a_draft, a_link, a_topic, a_user

pytestmark = pytest.mark.django_db


def test_an_unticked_link_is_rejected_and_a_ticked_one_waits() -> None:
    document, ann = a_draft(), a_user()
    no = a_link(document, a_topic("zibo"), status=TopicLink.Status.SUGGESTED)
    yes = a_link(document, a_topic("jinan"), status=TopicLink.Status.SUGGESTED)
    decisions = Decisions(frozenset({yes.topic_id}), frozenset({no.topic_id}))
    decide(document, decisions, by=ann, now=NOON)
    no.refresh_from_db()
    yes.refresh_from_db()
    assert (no.status, no.decided_by) == ("rejected", ann)
    assert (yes.status, yes.decided_by) == ("suggested", None)


def test_a_rejected_link_ticked_again_is_accepted() -> None:
    document = a_draft()
    link = a_link(document, a_topic("jinan"), status=TopicLink.Status.REJECTED)
    decide(document, Decisions(ticked=frozenset({link.topic_id})), by=None, now=NOON)
    link.refresh_from_db()
    assert link.status == "accepted"


def test_a_link_by_hand_is_the_curators_and_accepted() -> None:
    document, topic = a_draft(), a_topic("jinan")
    added = (AddedLink(topic.pk, "Jinan leads."),)
    decide(document, Decisions(added=added), by=None, now=NOON)
    link = document.links.get()
    assert (link.origin, link.status, link.quote) == ("curator", "accepted", "Jinan leads.")


def test_a_name_is_settled_wherever_the_record_writes_it() -> None:
    jiangsu = a_topic("suzhou-jiangsu", en="Suzhou")
    a_topic("suzhou-anhui", en="Suzhou")
    document = a_draft(body="Suzhou grows. Trains reach Suzhou soon.")
    relink(document)
    assert Candidate.objects.count() == 4
    decide(document, Decisions(meanings=(Meaning("Suzhou", jiangsu.pk),)), by=None, now=NOON)
    assert {one.topic for one in Candidate.objects.all()} == {jiangsu}
    assert set(document.mentions.values_list("status", flat=True)) == {"confirmed"}
    link = document.links.get()
    assert (link.topic, link.status) == (jiangsu, "accepted")
    assert link.quote == "Suzhou grows."
