from __future__ import annotations

import json

from documents.exports.csl_json import to_csl_json
from tests.exports.citations import a_citation


def test_an_item_has_names_and_dates_in_parts() -> None:
    [item] = json.loads(to_csl_json(a_citation()))
    assert item["type"] == "report"
    assert item["author"][0] == {"family": "Li", "given": "Zuojun"}
    assert item["issued"] == {"date-parts": [[2023, 2, 1]]}
    assert item["URL"] == "https://example.org/16"


def test_an_organisation_is_literal_and_empty_fields_are_left_out() -> None:
    [item] = json.loads(to_csl_json(a_citation(authors=("Sinolytics",), series="", dated_on=None)))
    assert item["author"] == [{"literal": "Sinolytics"}]
    assert "collection-title" not in item
    assert "issued" not in item


def test_whoever_carried_the_news_stands_where_a_newspaper_does() -> None:
    [item] = json.loads(to_csl_json(a_citation(kind="news")))
    assert item["type"] == "article-newspaper"
    assert item["container-title"] == "Development Research Center"
