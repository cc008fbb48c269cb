"""A link stands and falls with its sentences: on made texts and on the sample records."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from django.conf import settings
from hypothesis import HealthCheck, given, settings as examples, strategies as st

from documents.gazetteer import Zone, find_figures, find_mentions, propose_links
from documents.text.sentences import sentences
from tests.gazetteer.conftest import shipped_gazetteer

if TYPE_CHECKING:
    from documents.gazetteer import ProposedLink

# What these rules conclude rests on another sentence as well: the one that names the province, the
# cluster or the other places.
CONCLUDING = ("homonym-by-province", "among-places", "refers-to-")
FILLERS = (
    "The meeting lasted until noon.",
    "Nobody asked who would come next.",
    "会议开到中午。",
    "大家都没有再说什么。",
)
FRAMES = (
    "Much was said of {}.",
    "They spoke about {} at length.",
    "会上谈到{}。",
    "大家讨论了{}。",
)

type Text = tuple[Zone, ...]


@cache
def names() -> tuple[str, ...]:
    """Return names of every facet, one or two a topic."""
    topics = shipped_gazetteer().topics.values()
    return tuple(name for one in topics for name in (one.name_en, one.name_zh) if name)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Draw a title and a body whose sentences each name one topic, or none."""
    named = st.builds(str.format, st.sampled_from(FRAMES), st.sampled_from(names()))
    said = draw(st.lists(st.one_of(named, st.sampled_from(FILLERS)), min_size=2, max_size=9))
    return Zone("title", draw(named)), Zone("body", "\n\n".join(said))


def samples() -> list[Text]:
    """Return every seventh sample record, all of them with KB_LONG=1."""
    folder = Path(settings.FIXTURE_DIRS[0]) / "samples"
    found: list[Text] = [
        (Zone("title", sample["title"]), Zone("body", sample.get("body", "")))
        for path in sorted(folder.glob("*.yaml"))
        for sample in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    return found if os.environ.get("KB_LONG") else found[::7]


def links(text: Text) -> dict[int, ProposedLink]:
    proposed = propose_links(find_mentions(text, shipped_gazetteer()))
    return {link.topic_id: link for link in proposed}


def without(text: Text, gone: set[tuple[str, int]]) -> Text:
    """Return the text less the sentences that begin at these offsets of these zones."""
    return tuple(Zone(zone.name, _kept(zone, gone)) for zone in text)


def _kept(zone: Zone, gone: set[tuple[str, int]]) -> str:
    text = zone.text
    for span in reversed(sentences(text)):
        if (zone.name, span.start) in gone:
            text = text[: span.start] + text[span.end :]
    return text


def rests_on(link: ProposedLink) -> set[tuple[str, int]]:
    return {(one.zone, one.quote_start) for one in link.mentions}


def is_concluded(link: ProposedLink) -> bool:
    return any(one.rule.startswith(CONCLUDING) for one in link.mentions)


def check_that_a_link_falls_with_its_sentences(text: Text) -> None:
    for topic_id, link in links(text).items():
        assert topic_id not in links(without(text, rests_on(link)))


def check_that_a_link_outlives_other_sentences(text: Text) -> None:
    whole = links(text)
    for zone in text:
        for span in sentences(zone.text):
            place = (zone.name, span.start)
            left = links(without(text, {place}))
            others = {
                topic_id
                for topic_id, link in whole.items()
                if place not in rests_on(link) and not is_concluded(link)
            }
            assert others <= left.keys()


def check_that_offsets_slice_to_quotes(text: Text) -> None:
    by_zone = {zone.name: zone.text for zone in text}
    for one in find_mentions(text, shipped_gazetteer()):
        whole = by_zone[one.zone]
        assert whole[one.start : one.end] == one.surface
        assert whole[one.quote_start : one.quote_start + len(one.quote)] == one.quote
        assert one.surface in one.quote
    for figure in find_figures(text):
        whole = by_zone[figure.zone]
        assert whole[figure.start : figure.end] == figure.as_written
        assert figure.as_written in figure.quote
        assert figure.quote in whole


few = examples(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(texts())
def test_a_link_falls_with_its_sentences(text: Text) -> None:
    check_that_a_link_falls_with_its_sentences(text)


@few
@given(texts())
def test_a_link_outlives_every_other_sentence(text: Text) -> None:
    check_that_a_link_outlives_other_sentences(text)


@few
@given(texts())
def test_offsets_slice_to_quotes_and_reading_twice_changes_nothing(text: Text) -> None:
    check_that_offsets_slice_to_quotes(text)
    gazetteer = shipped_gazetteer()
    assert find_mentions(text, gazetteer) == find_mentions(text, gazetteer)
    assert find_figures(text) == find_figures(text)


@pytest.mark.parametrize(
    "check",
    [
        check_that_a_link_falls_with_its_sentences,
        check_that_a_link_outlives_other_sentences,
        check_that_offsets_slice_to_quotes,
    ],
)
def test_the_same_holds_for_sample_records(check: object) -> None:
    assert callable(check)
    for text in samples():
        check(text)
