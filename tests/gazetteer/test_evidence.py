"""Links follow from the sentences that justify them, and from nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.gazetteer import Zone, find_mentions, propose_links
from documents.text.sentences import sentences
from tests.gazetteer.reading import linked
from tests.material import seed

if TYPE_CHECKING:
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


def test_a_footer_justifies_nothing(shipped: Gazetteer) -> None:
    assert linked(shipped, [Zone("footer", "Government of Shandong")], "region") == set()


@pytest.mark.parametrize("text", [TEXT, seed(1)], ids=["written", "seed"])
def test_deleting_the_evidence_removes_the_link_and_deleting_other_sentences_does_not(
    shipped: Gazetteer, text: str
) -> None:
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
