"""A curator says what a citation cites; no relinking asks again, and it can be taken back."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from documents import curation
from documents.curation.linking import relink
from documents.curation.settling import cite_record, refuse, settle
from documents.models import Change, Document, Mention, Relation, TopicLink
from tests.build import NOON, a_document, a_topic, a_user

pytestmark = pytest.mark.django_db

SENTENCE = "Reed follows a circular issued by the State Council."
SURFACE = "a circular issued by the State Council"


@pytest.fixture
def report() -> Document:
    report = a_document("Reed", body=f"{SENTENCE} Sedge does not.")
    relink(report)
    return report


def citation(report: Document) -> Mention:
    return report.mentions.get(kind="instrument")


def test_a_citation_without_a_title_is_kept_unresolved(report: Document) -> None:
    mention = citation(report)
    assert (mention.surface, mention.quote, mention.status) == (SURFACE, SENTENCE, "found")
    assert not mention.candidates.exists()


def test_a_citation_settled_to_an_instrument_links_the_record_for_good(report: Document) -> None:
    circular = a_topic("circular", "instrument", en="Reed Circular")
    settle(report, SURFACE, circular.pk, by=a_user(), now=NOON)
    report.body = f"Another beginning. {report.body}"
    report.save()
    relink(report)
    assert [one.topic for one in citation(report).candidates.all()] == [circular]
    assert TopicLink.objects.get().quote == SENTENCE


def test_a_citation_settled_to_a_record_relates_the_two(report: Document) -> None:
    circular, user = a_document("Reed circular", kind="policy"), a_user()
    cite_record(citation(report), circular, by=user, now=NOON)
    relink(report)
    assert citation(report).status == "confirmed"
    relation = Relation.objects.get()
    assert (relation.object, relation.kind, relation.status) == (circular, "cites", "accepted")
    assert (relation.quote, relation.decided_by) == (SENTENCE, user)


def test_what_is_no_citation_is_not_found_again(report: Document) -> None:
    refuse(citation(report), by=None, now=NOON)
    relink(report)
    assert citation(report).status == "rejected"
    assert report.mentions.filter(kind="instrument").count() == 1


def test_a_decision_goes_when_its_sentence_goes(report: Document) -> None:
    refuse(citation(report), by=None, now=NOON)
    report.body = "Sedge does not."
    report.save()
    relink(report)
    assert not report.mentions.filter(kind="instrument").exists()


def test_every_decision_stands_in_the_history_and_opens_the_question_again(
    report: Document,
) -> None:
    circular, user = a_topic("circular", "instrument", en="Reed Circular"), a_user()
    settle(report, SURFACE, circular.pk, by=user, now=NOON)
    change = Change.objects.latest("pk")
    assert (change.noun, change.label, change.by) == ("mention", SURFACE, user)
    shown = {one.field: one.after for one in curation.shown_changes(change)}
    assert shown["meaning"] == "Reed Circular"
    curation.revert(change, by=user, now=NOON)
    assert citation(report).status == "found"
    assert not TopicLink.objects.exists()


def test_a_cited_record_is_taken_back_with_its_relation(report: Document) -> None:
    with curation.together() as batch:
        cite_record(citation(report), a_document("Reed circular"), by=None, now=NOON)
    curation.undo(batch, by=None, now=NOON)
    assert citation(report).status == "found"
    assert not Relation.objects.exists()


def test_no_record_cites_itself(report: Document) -> None:
    with pytest.raises(ValidationError, match="itself"):
        cite_record(citation(report), report, by=None, now=NOON)
    assert citation(report).status == "found"


def test_a_citation_in_licensed_text_relates_the_two_without_its_sentence() -> None:
    text = {"body": "A teaser.", "restricted_body": SENTENCE, "access": "licensed"}
    licensed = a_document("Reed", **text)
    relink(licensed)
    cite_record(citation(licensed), a_document("Reed circular"), by=a_user(), now=NOON)
    assert Relation.objects.get().quote == ""
