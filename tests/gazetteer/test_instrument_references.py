"""《规划》, 本条例 and "the Plan" mean the one instrument of that kind that a text is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.gazetteer import Zone, find_mentions, propose_links

if TYPE_CHECKING:
    from documents.gazetteer import FoundMention, Gazetteer

OUTLINE = "黄河流域生态保护和高质量发展规划纲要"


def _referring(gazetteer: Gazetteer, body: str, title: str = "") -> list[tuple[str, str]]:
    """Return what refers to an instrument, and to which."""
    return [
        (one.surface, gazetteer.topics[one.topic_ids[0]].slug)
        for one in _mentions(gazetteer, body, title)
        if one.rule == "refers-to-instrument"
    ]


def _mentions(gazetteer: Gazetteer, body: str, title: str = "") -> tuple[FoundMention, ...]:
    return find_mentions([Zone("title", title), Zone("body", body)], gazetteer)


@pytest.mark.parametrize(
    ("title", "body", "surface"),
    [
        ("", f"省里印发《{OUTLINE}》。《规划纲要》提出，芦苇要增加。", "《规划纲要》"),
        ("", f"省里印发《{OUTLINE}》。该纲要提出，芦苇要增加。", "该纲要"),
        (OUTLINE, "本规划期至2030年，芦苇增加。", "本规划"),
        ("", "The Yellow River basin outline plan is out. The Plan counts reed.", "The Plan"),
        ("", "The Yellow River basin outline plan is out. Reed is in the plan.", "the plan"),
        (
            "Yellow River outline plan",
            "The Yellow River basin outline is out. Read the Outline.",
            "the Outline",
        ),
    ],
)
def test_a_short_title_refers_to_the_instrument_named_before(
    shipped: Gazetteer, title: str, body: str, surface: str
) -> None:
    assert _referring(shipped, body, title) == [(surface, "yellow-river-outline")]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("", "《规划》提出，芦苇要增加。"),
        ("", f"省里印发《{OUTLINE}》（以下简称《纲要》）。"),
        ("", f"省里印发《{OUTLINE}》和《芦苇发展规划》。《规划》提出，芦苇要增加。"),
        ("", f"省里印发《{OUTLINE}》和《长江经济带发展规划纲要》。《纲要》提出，芦苇要增加。"),
        ("", f"根据《{OUTLINE}》，制定本规划。"),
        ("芦苇发展规划", f"根据《{OUTLINE}》，芦苇要增加。《规划》提出，芦苇要增加。"),
        ("", f"《规划》已经印发。它依据《{OUTLINE}》。"),
        ("", f"省里印发《{OUTLINE}》。《条例》提出，芦苇要增加。"),
        ("", "A reed plan follows the Yellow River basin outline plan. Reed is in the plan."),
        ("", "The Yellow River basin outline plan is out. The Plan for Reed counts it."),
        ("", "The Yellow River basin outline plan is out. This plan counts reed."),
    ],
)
def test_what_may_mean_another_refers_to_nothing(shipped: Gazetteer, title: str, body: str) -> None:
    assert _referring(shipped, body, title) == []


def test_the_sentences_of_a_reference_are_evidence_after_those_of_the_name(
    shipped: Gazetteer,
) -> None:
    body = f"省里印发《{OUTLINE}》。《纲要》提出，到2030年芦苇达到500万亩。"
    (link,) = [
        one
        for one in propose_links(_mentions(shipped, body))
        if shipped.topics[one.topic_id].facet == "instrument"
    ]
    assert [quote.text for quote in link.quotes] == [f"省里印发《{OUTLINE}》。", body[-23:]]
    assert link.rule == "name"
