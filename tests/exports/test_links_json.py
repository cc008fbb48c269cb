"""What a page names is told with its sentence, and what stays open says so."""

from __future__ import annotations

from typing import Any

import pytest

from documents.exports.links_json import figure_rows, link_rows
from documents.gazetteer import Zone, find_figures, find_mentions, load_names, propose_links
from tests.build import a_name, a_topic

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vocabulary() -> None:
    a_topic("jinan", en="Jinan", zh="济南")
    for slug, province in (("suzhou-js", "jiangsu"), ("suzhou-ah", "anhui")):
        a_name(a_topic(slug, en=slug, parent=a_topic(province)), "Suzhou")


def rows(text: str, zone: str = "body") -> list[dict[str, Any]]:
    gazetteer = load_names()
    mentions = find_mentions([Zone(zone, text)], gazetteer)
    return [dict(row) for row in link_rows(mentions, propose_links(mentions), gazetteer)]


def test_a_link_has_names_mention_and_quote() -> None:
    (row,) = rows("It rained. Jinan grows.")
    assert (row["facet"], row["id"], row["name_en"], row["name_zh"]) == (
        "region",
        "jinan",
        "Jinan",
        "济南",
    )
    assert (row["mention"], row["quote"], row["status"]) == ("Jinan", "Jinan grows.", "suggested")


def test_an_ambiguous_name_gives_each_candidate_once() -> None:
    found = rows("Suzhou grows. Suzhou plans.")
    assert [(row["id"], row["status"]) for row in found] == [
        ("suzhou-js", "ambiguous"),
        ("suzhou-ah", "ambiguous"),
    ]


def test_an_unlisted_industry_is_told_without_an_id_and_keywords_tell_none() -> None:
    (row,) = rows("A ceramics cluster grows. The ceramics cluster sells.")
    assert (row["id"], row["sense"], row["mention"]) == (None, "industrial", "ceramics cluster")
    assert rows("ceramics cluster", zone="keywords") == []


def test_a_generic_city_cluster_claims_nothing() -> None:
    assert rows("More city clusters are planned.") == []


def test_a_citation_without_a_title_is_a_candidate() -> None:
    (row,) = rows("It follows a circular given by the State Council in May.")
    assert (row["facet"], row["id"], row["status"]) == ("instrument", None, "candidate")


def test_a_figure_has_value_unit_and_quote() -> None:
    (row,) = figure_rows(find_figures([Zone("body", "By 2025 it has 300 firms.")]))
    assert row == {
        "value": 300.0,
        "unit": "firms",
        "what": "firms",
        "quote": "By 2025 it has 300 firms.",
        "due_year": 2025,
    }
