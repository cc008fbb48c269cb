from __future__ import annotations

from typing import Any

import pytest

from documents.exports.head import Described, named_values, schema_org
from tests.exports.citations import a_citation

PERMALINK = "https://kb.example.org/documents/7/"


def described(**fields: Any) -> Described:
    abstract, is_free = fields.pop("abstract", "On clusters."), fields.pop("is_free", True)
    return Described(a_citation(**fields), PERMALINK, abstract, ("rail", "port"), is_free)


def test_zotero_and_scholar_find_their_names() -> None:
    values = named_values(described())
    assert ("citation_title", "City Clusters in the Yellow River Basin") in values
    assert [value for name, value in values if name == "citation_author"] == [
        "Li, Zuojun",
        "Wang, Bingwen",
    ]
    assert ("citation_publication_date", "2023/02/01") in values
    assert ("citation_technical_report_institution", "Development Research Center") in values
    assert ("citation_technical_report_number", "No. 16, 2023") in values
    assert ("DC.identifier", PERMALINK) in values
    assert [value for name, value in values if name == "DC.subject"] == ["rail", "port"]


def test_news_has_a_publisher_and_no_number_of_a_report() -> None:
    names = [name for name, _value in named_values(described(kind="news"))]
    assert "citation_publisher" in names
    assert not any(name.startswith("citation_technical") for name in names)


def test_what_is_not_known_is_left_out() -> None:
    values = named_values(described(authors=(), publisher="", dated_on=None, abstract=""))
    assert "" not in dict(values).values()
    assert not {"citation_author", "DC.date", "description"} & dict(values).keys()


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        ("report", "Report"),
        ("brief", "Report"),
        ("news", "NewsArticle"),
        ("policy", "Legislation"),
        ("release", "Article"),
    ],
)
def test_each_kind_has_its_type(kind: str, schema: str) -> None:
    assert schema_org(described(kind=kind))["@type"] == schema


def test_people_and_organisations_are_told_apart() -> None:
    item = schema_org(described(authors=("Li Zuojun", "Sinolytics", "李佐军")))
    assert [(one["@type"], one["name"]) for one in item["author"]] == [
        ("Person", "Zuojun Li"),
        ("Organization", "Sinolytics"),
        ("Person", "李佐军"),
    ]


def test_a_licensed_record_says_that_it_is_not_free() -> None:
    assert schema_org(described(is_free=False))["isAccessibleForFree"] is False


def test_a_long_abstract_is_cut_for_the_description_only() -> None:
    long = described(abstract="word " * 100)
    assert len(dict(named_values(long))["description"]) <= 200
    assert schema_org(long)["abstract"] == "word " * 100
