"""Links follow from the sentences that justify them, and from nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.curation.link_store import ACCEPT_FROM
from documents.gazetteer import Zone, find_mentions, propose_links
from documents.gazetteer.evidence import MOST_HINTED
from documents.text.sentences import sentences
from tests.gazetteer.reading import linked
from tests.material import seed

if TYPE_CHECKING:
    from collections.abc import Callable

    from documents.gazetteer import Gazetteer

TEXT = (
    "Shandong is by the sea. Its ports grow. Qingdao has a cluster of ceramics makers. "
    "The Yellow River Protection Law is in force. High-quality development goes on."
)


def test_at_most_three_sentences_are_shown(shipped: Gazetteer) -> None:
    text = "Jinan grows. Jinan plans. Jinan builds. Jinan shines."
    (link,) = propose_links(find_mentions([Zone("body", text)], shipped))
    assert len(link.quotes) == 3
    assert len(link.mentions) == 4


def test_more_sentences_make_a_link_surer(shipped: Gazetteer) -> None:
    def confidence(text: str) -> float:
        return propose_links(find_mentions([Zone("body", text)], shipped))[0].confidence

    assert confidence("Jinan grows.") < confidence("Jinan grows. Jinan plans.") < 1


def test_a_caption_tells_less_than_a_title(shipped: Gazetteer) -> None:
    def confidence(zone: str) -> float:
        return propose_links(find_mentions([Zone(zone, "Jinan")], shipped))[0].confidence

    assert confidence("caption") < confidence("body") < confidence("title")


@pytest.mark.parametrize(
    "text",
    [
        "Visitors came. The gallery is new. Visitors stayed, and the museum and the scenery won.",
        "发放培训补贴。培训了高校毕业生。继续培训。",
    ],
)
def test_words_that_only_hint_are_never_enough_to_be_accepted_by_rule(
    shipped: Gazetteer, text: str
) -> None:
    links = propose_links(find_mentions([Zone("title", text), Zone("body", text)], shipped))
    assert links
    assert all(link.confidence <= MOST_HINTED < ACCEPT_FROM for link in links)


def test_a_word_that_comes_back_makes_a_hint_no_surer(shipped: Gazetteer) -> None:
    def confidence(text: str) -> float:
        links = propose_links(find_mentions([Zone("body", text)], shipped))
        of = {shipped.topics[link.topic_id].slug: link for link in links}
        return of["education-skills"].confidence

    said = "They hired graduates of vocational colleges. Trainees came."
    assert confidence(said) == confidence(f"{said} {said} {said}")


def test_a_theme_named_once_far_down_a_text_is_not_accepted_by_rule(shipped: Gazetteer) -> None:
    def confidence(text: str) -> float:
        (link,) = propose_links(find_mentions([Zone("body", text)], shipped))
        return link.confidence

    long = "Nobody asked who would come next. " * 60
    named = "Biodiversity matters."
    assert confidence(f"{named} {long}") >= ACCEPT_FROM > confidence(f"{long} {named}")
    assert confidence(f"{long} {named} {long} {named}") >= ACCEPT_FROM
    assert confidence(f"{long} Jinan grows.") >= ACCEPT_FROM


def test_the_sentences_shown_are_those_that_name_the_topic(shipped: Gazetteer) -> None:
    text = "The hospital treats patients. Doctors and nurses came. Public health is a goal."
    links = propose_links(find_mentions([Zone("body", text)], shipped))
    (link,) = [one for one in links if shipped.topics[one.topic_id].slug == "health-care"]
    assert [quote.text for quote in link.quotes] == ["Public health is a goal."]
    assert len(link.mentions) > 1


def test_a_footer_justifies_nothing(shipped: Gazetteer) -> None:
    assert linked(shipped, [Zone("footer", "Government of Shandong")], "region") == set()


@pytest.mark.parametrize("text_of", [lambda: TEXT, lambda: seed(1)], ids=["written", "seed"])
def test_deleting_the_evidence_removes_the_link_and_deleting_other_sentences_does_not(
    shipped: Gazetteer, text_of: Callable[[], str]
) -> None:
    text = text_of()
    spans = sentences(text)
    before = propose_links(find_mentions([Zone("body", text)], shipped))
    for link in before:
        own = {mention.quote_start for mention in link.mentions}
        if any(mention.rule.startswith(("refers", "homonym")) for mention in link.mentions):
            continue  # rests on another sentence too
        assert link.topic_id not in _without(text, spans, own, shipped)
        for span in spans:
            if span.start not in own:
                assert link.topic_id in _without(text, spans, {span.start}, shipped)


def _without(text: str, spans: list, starts: set[int], shipped: Gazetteer) -> set[int]:  # type: ignore[type-arg]
    kept = "\n\n".join(span.of(text) for span in spans if span.start not in starts)
    links = propose_links(find_mentions([Zone("body", kept)], shipped))
    return {link.topic_id for link in links}
