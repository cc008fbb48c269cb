"""The five pages that started the project are linked as a librarian would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.gazetteer import Zone, find_mentions
from documents.ingest import Page, draft_from
from tests.gazetteer.reading import linked
from tests.material import seed

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer

EXPECTED = [
    (0, "region", {"shandong", "yellow-river-basin"}),
    (0, "cluster", {"shandong-peninsula"}),
    (0, "theme", {"high-quality-development", "new-drivers", "green-low-carbon", "opening-up"}),
    (0, "theme", {"tech-innovation", "energy-efficiency"}),
    (1, "region", {"shandong", "qingdao"}),
    (1, "instrument", {"belt-and-road"}),
    (1, "theme", {"green-low-carbon", "tech-innovation", "sme-support", "strategic-emerging"}),
    (1, "theme", {"future-industries", "ai-data", "energy-transition", "opening-up"}),
    (2, "region", {"beijing"}),
    (2, "theme", {"city-cluster-development", "new-infrastructure", "new-urbanization"}),
    (2, "theme", {"high-quality-development", "common-prosperity"}),
    (2, "instrument", {"14th-five-year-plan"}),
    (3, "region", {"shandong", "yellow-river-basin"}),
    (3, "theme", {"green-low-carbon", "carbon-peak", "tech-innovation", "industrial-clusters"}),
    (3, "theme", {"high-quality-development", "ecological-protection"}),
    (4, "theme", {"city-cluster-development", "regional-coordination", "transport-links"}),
    (4, "theme", {"factor-market-reform", "public-services", "new-urbanization", "hukou-reform"}),
    (4, "instrument", {"14th-five-year-plan"}),
]


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


@pytest.mark.parametrize(("number", "facet", "topics"), EXPECTED)
def test_a_seed_is_linked_to_what_it_speaks_of(
    shipped: Gazetteer, number: int, facet: str, topics: set[str]
) -> None:
    assert topics <= linked(shipped, zones(number), facet)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_other_seeds_name_no_city_cluster(shipped: Gazetteer, number: int) -> None:
    cities = {topic.slug for topic in shipped.topics.values() if topic.sense == "city"}
    assert linked(shipped, zones(number), "cluster") & cities == set()


def test_qingdao_stands_in_the_caption_alone(shipped: Gazetteer) -> None:
    found = find_mentions(zones(1), shipped)
    assert {one.zone for one in found if one.surface == "Qingdao"} == {"caption"}


def test_a_university_named_after_beijing_is_an_organisation(shipped: Gazetteer) -> None:
    found = find_mentions(zones(2), shipped)
    named = [one for one in found if one.facet == "region" and one.surface == "Beijing"]
    assert [one.quote.endswith("in Beijing.") for one in named] == [True]
    assert "Beijing Normal University" in {one.surface for one in found}
