from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from documents.models import Candidate, DatedFact, Document, Mention, Relation, Topic, TopicLink
from documents.overviews.record import find_removal, record_page
from tests.build import NOON, a_document, a_draft, a_link, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def a_mention(document: Document, topic: Topic, link: TopicLink, **fields: str) -> Mention:
    start = document.body.index("Shandong")
    mention = Mention.objects.create(
        document=document,
        zone="body",
        start=start,
        end=start + len("Shandong"),
        surface="Shandong",
        quote=document.body,
        kind="region",
        rule="name",
        **fields,
    )
    Candidate.objects.create(mention=mention, topic=topic)
    link.mentions.add(mention)
    return mention


def test_a_draft_has_no_page() -> None:
    with pytest.raises(Document.DoesNotExist):
        record_page(a_draft().pk, a_visibility())


def test_the_evidence_is_the_accepted_links_with_their_sentences() -> None:
    document = a_document()
    quotes = [{"zone": "body", "start": 0, "end": 3, "quote": text} for text in ("One.", "Two.")]
    a_link(document, a_topic("shandong"), quotes=quotes)
    a_link(document, a_topic("henan"), status=TopicLink.Status.SUGGESTED)
    a_link(document, a_topic("hebei"), status=TopicLink.Status.REJECTED)
    [evidence] = record_page(document.pk, a_visibility()).evidence
    assert evidence.topic.slug == "shandong"
    assert evidence.quotes == ("One.", "Two.")


def test_names_of_accepted_links_are_underlined_where_they_stand() -> None:
    document, shandong = a_document(), a_topic("shandong")
    a_mention(document, shandong, a_link(document, shandong))
    [name] = record_page(document.pk, a_visibility()).names["body"]
    assert document.body[name.start : name.end] == "Shandong"
    assert name.topic == shandong


def test_names_of_rejected_mentions_are_not_underlined() -> None:
    document, shandong = a_document(), a_topic("shandong")
    a_mention(document, shandong, a_link(document, shandong), status="rejected")
    assert record_page(document.pk, a_visibility()).names == {}


def test_an_embargoed_record_shows_title_and_date_only() -> None:
    document = a_document(embargo_until=NOON + timedelta(days=1))
    a_link(document, a_topic("shandong"))
    page = record_page(document.pk, a_visibility())
    assert page.is_embargoed
    assert page.evidence == ()
    assert page.topics == {}
    after = record_page(document.pk, a_visibility(NOON + timedelta(days=2)))
    assert not after.is_embargoed
    assert len(after.evidence) == 1


def test_licensed_text_and_its_links_are_for_entitled_readers() -> None:
    document = a_document(access="licensed", restricted_body="The licensed rest.")
    a_link(document, a_topic("shandong"), is_restricted=True)
    public = record_page(document.pk, a_visibility())
    assert not public.shows_restricted
    assert public.evidence == ()
    entitled = record_page(document.pk, a_visibility(reads_licensed=True))
    assert entitled.shows_restricted
    assert len(entitled.evidence) == 1


def test_a_relation_reads_from_both_sides_and_never_leads_to_a_draft() -> None:
    cited, citing, draft = a_document("Cited"), a_document("Citing"), a_draft()
    Relation.objects.create(subject=citing, object=cited, kind="cites", status="accepted")
    Relation.objects.create(subject=draft, object=cited, kind="cites", status="accepted")
    [forward] = record_page(citing.pk, a_visibility()).relations
    [backward] = record_page(cited.pk, a_visibility()).relations
    assert (forward.verb, forward.document) == ("cites", cited)
    assert (backward.verb, backward.document) == ("is cited by", citing)


def test_the_date_shown_is_as_exact_as_its_fact() -> None:
    document = a_document(sorted_on=date(2024, 5, 1))
    DatedFact.objects.create(
        document=document, role="report", on=date(2024, 5, 1), precision="month", raw="May 2024"
    )
    assert record_page(document.pk, a_visibility()).listed.precision == "month"


def test_only_a_withdrawn_record_gives_a_reason() -> None:
    withdrawn = a_document("Gone", status="withdrawn", withdrawn_reason="Issued by mistake.")
    assert find_removal(withdrawn.pk, NOON) == "Issued by mistake."
    assert find_removal(a_document().pk, NOON) is None


def test_a_page_takes_at_most_twelve_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    document = a_document()
    for number in range(8):
        a_link(document, a_topic(f"theme-{number}", "theme"))
    with django_assert_max_num_queries(12):
        record_page(document.pk, a_visibility())
