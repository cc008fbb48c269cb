"""Links follow the text and the vocabulary; what a curator decided stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.curation.linking import relink, relink_together
from documents.curation.settling import settle
from documents.gazetteer import load_names
from documents.models import Mention, Topic, TopicLink
from tests.build import NOON, a_document, a_draft, a_name, a_topic, a_user

if TYPE_CHECKING:
    from documents.models import Document

pytestmark = pytest.mark.django_db

Status = TopicLink.Status


@pytest.fixture
def vocabulary() -> None:
    a_topic("shandong", en="Shandong", zh="山东")
    a_topic("qingdao", en="Qingdao", zh="青岛")
    a_topic("shandong-peninsula", "cluster", en="Shandong Peninsula city cluster")
    for slug, province in (("suzhou-js", "jiangsu"), ("suzhou-ah", "anhui")):
        a_name(a_topic(slug, en=slug, parent=a_topic(province)), "Suzhou")


def links(document: Document) -> dict[str, str]:
    return dict(document.links.values_list("topic__slug", "status"))


def rows(document: Document) -> list[object]:
    return [
        *document.mentions.order_by("pk").values(),
        *document.links.order_by("pk").values(
            "pk", "quotes", "status", "mention_count", "mentions"
        ),
    ]


def test_a_list_is_linked_to_what_its_entries_name(vocabulary: None) -> None:
    listing = a_draft("Notes", body="", related_titles=["Cranes turn", "Berths of Qingdao"])
    relink(listing)
    assert [quote["quote"] for quote in listing.links.get().quotes] == ["Berths of Qingdao"]


def test_titles_beside_a_text_link_nothing(vocabulary: None) -> None:
    document = a_draft("Notes", body="Cranes turn.", related_titles=["Berths of Qingdao"])
    relink(document)
    assert not document.links.exists()


def test_a_record_is_linked_to_what_it_names(vocabulary: None) -> None:
    document = a_draft(body="Qingdao is in Shandong. It has ports.")
    changes = relink(document)
    assert links(document) == {"shandong": Status.SUGGESTED, "qingdao": Status.SUGGESTED}
    assert len(changes.linked) == 2
    link = document.links.get(topic__slug="qingdao")
    assert link.quote == "Qingdao is in Shandong."
    assert link.quotes[0]["start"] == 0
    assert [mention.surface for mention in link.mentions.all()] == ["Qingdao"]


def test_linking_twice_changes_nothing(vocabulary: None) -> None:
    document = a_draft(body="Qingdao is in Shandong. Suzhou is not. The clusters grow.")
    relink(document)
    before = rows(document)
    assert not relink(document)
    assert rows(document) == before


def test_a_link_goes_with_its_sentence_and_stays_without_another(vocabulary: None) -> None:
    document = a_draft(title="A title", body="Qingdao grows. Shandong plans.")
    relink(document)
    document.body = "Qingdao grows."
    changes = relink(document)
    assert links(document) == {"qingdao": Status.SUGGESTED}
    assert changes.unlinked == {Topic.objects.get(slug="shandong").pk}


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.REJECTED])
def test_a_decision_survives_relinking_even_without_its_sentence(
    vocabulary: None, status: TopicLink.Status
) -> None:
    document = a_draft(title="A title", body="Qingdao grows. Shandong plans.")
    relink(document)
    decided = {"status": status, "decided_at": NOON, "decided_by": a_user()}
    document.links.filter(topic__slug="shandong").update(**decided)
    for body in ("Qingdao grows. Shandong plans. Shandong builds.", "Qingdao grows."):
        document.body = body
        relink(document)
        assert links(document)["shandong"] == status


def test_a_link_set_by_hand_keeps_its_own_quote(vocabulary: None) -> None:
    document = a_draft(title="A title", body="Qingdao grows.")
    topic = Topic.objects.get(slug="qingdao")
    TopicLink.objects.create(
        document=document, topic=topic, origin="curator", status=Status.ACCEPTED, quote="my own"
    )
    relink(document)
    link = document.links.get()
    assert (link.quote, link.origin, link.mention_count) == ("my own", "curator", 1)


def test_an_ambiguous_name_makes_no_link_until_a_curator_settles_it(vocabulary: None) -> None:
    document = a_draft(title="A title", body="Suzhou grows. Suzhou plans.")
    relink(document)
    assert links(document) == {}
    assert document.mentions.first().candidates.count() == 2  # type: ignore[union-attr]
    topic = Topic.objects.get(slug="suzhou-ah")
    settle(document, "Suzhou", topic.pk, by=None, now=NOON)
    assert links(document) == {"suzhou-ah": Status.SUGGESTED}
    document.body += " Suzhou builds."
    relink(document)
    assert document.links.get().mention_count == 3


def test_a_rejected_mention_justifies_nothing_any_more(vocabulary: None) -> None:
    document = a_draft(title="A title", body="Qingdao beer is famous.")
    relink(document)
    document.mentions.update(status=Mention.Status.REJECTED)
    relink(document)
    assert links(document) == {}
    assert document.mentions.get().status == Mention.Status.REJECTED


def test_a_settled_mention_moves_with_its_sentence(vocabulary: None) -> None:
    document = a_draft(title="A title", body="Suzhou grows.")
    relink(document)
    settle(document, "Suzhou", Topic.objects.get(slug="suzhou-ah").pk, by=None, now=NOON)
    document.body = "A new beginning. Suzhou grows."
    relink(document)
    mention = document.mentions.get()
    assert (mention.start, mention.status) == (17, Mention.Status.CONFIRMED)


def test_a_link_that_rests_on_licensed_text_is_restricted(vocabulary: None) -> None:
    document = a_draft(
        title="A title", body="Qingdao grows.", restricted_body="Shandong.", access="licensed"
    )
    relink(document)
    restricted = dict(document.links.values_list("topic__slug", "is_restricted"))
    assert restricted == {"qingdao": False, "shandong": True}


def test_a_new_link_is_public_at_once_only_on_a_record_linked_by_rule(vocabulary: None) -> None:
    document = a_document(title="A title", body="Qingdao grows.")
    relink(document)
    document.links.update(status=Status.ACCEPTED)
    document.body = "Qingdao grows. Shandong plans."
    relink(document)
    assert links(document)["shandong"] == Status.ACCEPTED
    document.links.update(decided_at=NOON)
    document.body += " The Shandong Peninsula city cluster grows."
    relink(document)
    assert links(document)["shandong-peninsula"] == Status.SUGGESTED


def test_a_link_accepted_by_rule_is_a_suggestion_again_when_little_is_left_of_its_evidence(
    vocabulary: None,
) -> None:
    document = a_document(title="A title", body="Qingdao grows. Shandong plans.")
    relink(document)
    document.links.update(status=Status.ACCEPTED)
    document.body = "Shandong plans. Qingdao, Shandong, Jiangsu and Anhui were named."
    relink(document)
    assert links(document)["qingdao"] == Status.SUGGESTED
    assert links(document)["shandong"] == Status.ACCEPTED
    document.links.update(status=Status.ACCEPTED, decided_at=NOON)
    relink(document)
    assert links(document)["qingdao"] == Status.ACCEPTED


def test_the_command_relinks_all_and_a_dry_run_writes_nothing(
    vocabulary: None, capsys: pytest.CaptureFixture[str]
) -> None:
    document = a_draft(title="A title", body="Qingdao grows.")
    call_command("relink", dry_run=True, json=True)
    assert '"linked": 1' in capsys.readouterr().out
    assert links(document) == {}
    call_command("relink")
    assert "1 links new" in capsys.readouterr().out
    assert links(document) == {"qingdao": Status.SUGGESTED}


def test_the_queries_of_linking_do_not_grow_with_the_records(vocabulary: None) -> None:
    def queries(count: int) -> int:
        documents = [a_draft(f"Title {one}", body="Qingdao, 12 ports.") for one in range(count)]
        with CaptureQueriesContext(connection) as seen:
            relink_together(documents, load_names())
        return len(seen)

    load_names()
    assert queries(20) == queries(2) < 30
