"""The five pages that started the project are linked as a librarian would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from documents.gazetteer import Zone, find_mentions
from documents.ingest import Page, draft_from
from tests.gazetteer.reading import linked, topic_ids
from tests.material import seed, shared

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer

SEEDS = range(5)
# Themes that a seed names in passing; a librarian left them out, and a link is no mistake.
PASSING = {
    0: {"city-cluster-development"},
    1: {"industrial-clusters", "belt-and-road"},
    2: set[str](),
    3: {"advanced-manufacturing", "talent"},
    4: {"new-drivers", "unified-market"},
}
OTHERS = [
    (1, set()),
    (2, {"14th-five-year-plan"}),
    (4, {"14th-five-year-plan"}),
]


def gold(number: int) -> dict[str, list[str]]:
    """Return what a librarian said that a seed speaks of: regions, basins, clusters, themes."""
    records = yaml.safe_load(shared("seeds", "gold.yaml").read_text(encoding="utf-8"))
    said: dict[str, list[str]] = records[number]["mentions"]
    return said


def zones(number: int) -> list[Zone]:
    draft = draft_from(Page(seed(number), "text/plain", "seed.txt"), ())
    texts = {
        "title": draft.title.value,
        "abstract": draft.abstract.value,
        "body": draft.body.value,
        "caption": "\n\n".join(caption.text for caption in draft.captions),
        "keywords": "\n".join(draft.keywords.value),
    }
    return [Zone(name, text) for name, text in texts.items() if text]


@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_has_the_regions_of_the_gold_and_no_other(shipped: Gazetteer, number: int) -> None:
    said = gold(number)
    named = {shipped.topics[pk].name_en for pk in topic_ids(shipped, zones(number), "region")}
    basins = {topic.name_en for topic in shipped.topics.values() if topic.level == "basin"}
    assert named - basins == set(said["regions"])
    assert linked(shipped, zones(number), "region") >= set(said.get("basins", ()))
    assert len(named & basins) == len(said.get("basins", ()))


@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_has_the_city_clusters_of_the_gold_and_no_other(
    shipped: Gazetteer, number: int
) -> None:
    cities = {topic.slug for topic in shipped.topics.values() if topic.sense == "city"}
    assert linked(shipped, zones(number), "cluster") & cities == set(gold(number)["clusters"])


@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_has_every_theme_of_the_gold(shipped: Gazetteer, number: int) -> None:
    assert set(gold(number)["themes"]) - linked(shipped, zones(number), "theme") == set()


@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_has_no_theme_that_it_does_not_name(shipped: Gazetteer, number: int) -> None:
    others = linked(shipped, zones(number), "theme") - set(gold(number)["themes"])
    assert others <= PASSING[number]


@pytest.mark.parametrize(("number", "instruments"), OTHERS)
def test_a_seed_cites_the_instruments_it_names(
    shipped: Gazetteer, number: int, instruments: set[str]
) -> None:
    assert linked(shipped, zones(number), "instrument") == instruments


def test_qingdao_stands_in_the_caption_alone(shipped: Gazetteer) -> None:
    found = find_mentions(zones(1), shipped)
    assert {one.zone for one in found if one.surface == "Qingdao"} == {"caption"}


def test_a_university_named_after_beijing_is_an_organisation(shipped: Gazetteer) -> None:
    found = find_mentions(zones(2), shipped)
    named = [one for one in found if one.facet == "region" and one.surface == "Beijing"]
    assert [one.quote.endswith("in Beijing.") for one in named] == [True]
    assert "Beijing Normal University" in {one.surface for one in found}
