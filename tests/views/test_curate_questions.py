"""Curators answer what ambiguous places and unresolved citations mean."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from documents.curation.linking import relink
from documents.models import Candidate, Document, Mention, Relation, TopicLink
from tests.build import a_document, a_link, a_topic, a_user

pytestmark = pytest.mark.django_db
ADDRESS = "/curate/questions/"
JSON = "application/json"
CITATION = "Reed follows a circular issued by the State Council."


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


def a_citing(title: str = "Reed", **fields: object) -> Document:
    report = a_document(title, body=CITATION, **fields)
    relink(report)
    return report


def an_ambiguous_place() -> Document:
    for slug, above in (("suzhou-jiangsu", "jiangsu"), ("suzhou-anhui", "anhui")):
        a_topic(slug, en="Suzhou", parent=a_topic(above))
    report = a_document("Silk", body="Silk is made in Suzhou. Suzhou sells it.")
    relink(report)
    return report


def test_an_ambiguous_place_is_asked_once_a_record_with_its_provinces(curator: Client) -> None:
    an_ambiguous_place()
    answer = curator.get(ADDRESS)
    (asked,) = answer.context["asked_places"]
    assert asked.mention.quote == "Silk is made in Suzhou."
    page = answer.content.decode()
    assert "Suzhou (Jiangsu)" in page
    assert "Suzhou (Anhui)" in page


def test_the_place_chosen_is_linked_and_asked_no_more(curator: Client) -> None:
    report = an_ambiguous_place()
    chosen = Candidate.objects.filter(topic__slug="suzhou-anhui").first()
    assert chosen is not None
    curator.post(f"{ADDRESS}{chosen.mention_id}/", {"choice": f"topic:{chosen.topic_id}"})
    relink(report)
    link = TopicLink.objects.get()
    assert (link.topic.slug, link.status, str(link.decided_by)) == (
        "suzhou-anhui",
        "accepted",
        "cora",
    )
    assert curator.get(ADDRESS).context["asked_places"] == []


def test_a_citation_is_settled_to_a_record_by_its_number(curator: Client) -> None:
    mention = a_citing().mentions.get(kind="instrument")
    circular = a_document("Reed circular", kind="policy")
    assert CITATION in curator.get(ADDRESS).content.decode()
    curator.post(f"{ADDRESS}{mention.pk}/", {"choice": "name", "name": str(circular.pk)})
    assert Relation.objects.get().object == circular
    assert curator.get(ADDRESS).context["asked_citations"] == []


def test_a_citation_is_settled_to_an_instrument_by_its_name(curator: Client) -> None:
    mention = a_citing().mentions.get(kind="instrument")
    circular = a_topic("circular", "instrument", en="Reed Circular")
    curator.post(f"{ADDRESS}{mention.pk}/", {"choice": "name", "name": "reed circular"})
    assert TopicLink.objects.accepted().get().topic == circular


def test_a_cited_title_is_offered_instruments_of_a_like_name_only(curator: Client) -> None:
    report = a_document("芦苇", language="zh", body="根据《芦苇湿地保护暂行办法》制定本条例。")
    relink(report)
    like = a_topic("reed-measures", "instrument", zh="芦苇湿地保护办法")
    for topic in (like, a_topic("five-year-plan", "instrument", zh="十四五规划")):
        a_link(report, topic)
    (asked,) = curator.get(ADDRESS).context["asked_citations"]
    assert asked.topics == (like,)


def _reports(*numbers: str) -> list[Mention]:
    """Return the citation of one law in several records."""
    reports = [
        a_document(f"第{number}号", language="zh", body="根据《芦苇法》制定。")
        for number in numbers
    ]
    for report in reports:
        relink(report)
    return [report.mentions.get(kind="instrument") for report in reports]


def test_one_answer_holds_for_every_record_with_the_citation_and_is_taken_back_as_one(
    curator: Client,
) -> None:
    cited = _reports("一", "二", "三")
    page = curator.get(ADDRESS).content.decode()
    assert "also in the 2 other records that cite it" in page
    law = a_document("芦苇法", language="zh", kind="policy")
    said = {"choice": "name", "name": str(law.pk), "everywhere": "1"}
    page = curator.post(f"{ADDRESS}{cited[0].pk}/", said, follow=True).content.decode()
    assert "Stored for 3 records." in page
    assert set(Relation.objects.values_list("subject", "object")) == {
        (mention.document_id, law.pk) for mention in cited
    }
    assert curator.get(ADDRESS).context["asked_citations"] == []
    curator.post(f"{ADDRESS}undo/")
    assert len(curator.get(ADDRESS).context["asked_citations"]) == 3


def test_an_answer_holds_for_its_record_alone_unless_more_is_asked(curator: Client) -> None:
    first, second = _reports("一", "二")
    curator.post(f"{ADDRESS}{first.pk}/", {"choice": "none"})
    (asked,) = curator.get(ADDRESS).context["asked_citations"]
    assert asked.mention.document == second.document
    assert asked.elsewhere == 0


def test_what_is_no_citation_is_asked_no_more(curator: Client) -> None:
    report = a_citing()
    curator.post(f"{ADDRESS}{report.mentions.get(kind='instrument').pk}/", {"choice": "none"})
    relink(report)
    assert curator.get(ADDRESS).context["asked_citations"] == []
    assert Mention.objects.get(kind="instrument").status == "rejected"


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"choice": "topic:99999"},
        {"choice": "name", "name": "nothing"},
        {"choice": "name", "name": "Jinan"},
        {"choice": "region"},
    ],
)
def test_an_answer_that_is_none_changes_nothing(curator: Client, values: dict[str, str]) -> None:
    a_topic("jinan", en="Jinan")
    mention = a_citing().mentions.get(kind="instrument")
    page = curator.post(f"{ADDRESS}{mention.pk}/", values, follow=True).content.decode()
    assert "Nothing was stored" in page
    mention.refresh_from_db()
    assert mention.status == "found"


def test_a_citation_means_no_place(curator: Client) -> None:
    mention = a_citing().mentions.get(kind="instrument")
    jinan = a_topic("jinan", en="Jinan")
    curator.post(f"{ADDRESS}{mention.pk}/", {"choice": f"topic:{jinan.pk}"})
    assert not TopicLink.objects.exists()


def test_given_up_records_ask_nothing(curator: Client) -> None:
    a_citing(status="trashed")
    assert curator.get(ADDRESS).context["asked_citations"] == []


def test_a_long_queue_asks_little_more_of_the_database(curator: Client) -> None:
    def fill(start: int) -> int:
        for number in range(start, start + 4):
            a_citing(f"Reed {number}")
        with CaptureQueriesContext(connection) as queries:
            curator.get(ADDRESS)
        return len(queries)

    first = fill(0)
    assert fill(4) <= first + 4  # one look-up of titles a citation


def test_visitors_see_no_questions(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 302


def test_the_last_answer_is_taken_back_with_its_link(curator: Client) -> None:
    report = an_ambiguous_place()
    (asked,) = curator.get(ADDRESS).context["asked_places"]
    choice = {"choice": f"topic:{asked.topics[0].pk}"}
    curator.post(f"{ADDRESS}{asked.mention.pk}/", choice)
    assert report.links.filter(status="accepted").count() == 1
    curator.post(f"{ADDRESS}undo/")
    assert not report.links.filter(status="accepted").exists()
    assert len(curator.get(ADDRESS).context["asked_places"]) == 1
    answer = curator.post(f"{ADDRESS}undo/", follow=True)
    assert "no answer of yours" in answer.content.decode()


def test_a_script_hears_that_somebody_else_settled_the_name(curator: Client) -> None:
    answer = curator.post(f"{ADDRESS}999/", {"choice": "none"}, headers={"Accept": JSON})
    assert answer.json() == {"reload": True}
    assert "Somebody else settled this name" in curator.get(ADDRESS).content.decode()
