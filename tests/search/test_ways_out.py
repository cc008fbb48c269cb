from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from documents.models import Topic, TopicName
from documents.search import SearchQuery, indexing
from documents.search.ways_out import WaysOut, find_ways_out
from tests.build import a_document, a_draft, a_link, a_topic, a_visibility

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_engine")]


def ways(text: str = "", **fields: Any) -> WaysOut:
    indexing.drain()
    return find_ways_out(SearchQuery(text, **fields), a_visibility())


def test_a_misspelt_word_is_respelt_by_the_words_of_visible_records() -> None:
    a_document("Ports of Shandong")
    a_draft("Ports of Shangdonk")
    spelling = ways("ports Shangdong").spelling
    assert spelling is not None
    assert (spelling.query.text, spelling.count) == ("ports AND shandong", 1)


def test_words_of_hidden_records_are_never_proposed() -> None:
    a_draft("Secret wharves")
    a_document("Later", body="Wharves.", status="withdrawn", withdrawn_reason="Error")
    a_document("A brief", access="licensed", restricted_body="Wharves.")
    assert ways("wharvse").spelling is None
    indexing.drain()
    licensed = a_visibility(reads_licensed=True)
    assert find_ways_out(SearchQuery("wharvse"), licensed).spelling is None


def test_a_filter_that_is_to_blame_is_told_with_the_count_without_it() -> None:
    region = a_topic("henan")
    a_document("Ports", sorted_on=date(2020, 1, 1))
    found = ways("ports", regions=(region.slug,))
    assert [(way.left_out, way.count) for way in found.filters] == [("region", 1)]
    assert found.words_only is None
    both = ways("ports", regions=(region.slug,), date_from=date(2024, 1, 1))
    assert both.filters == ()
    assert both.words_only is not None
    assert (both.words_only.count, both.words_only.query) == (1, SearchQuery("ports"))


def test_a_word_that_is_to_blame_is_told() -> None:
    a_document("Ports of Shandong")
    assert [(way.left_out, way.query.text, way.count) for way in ways("ports zeppelins").words] == [
        ("zeppelins", "ports", 1)
    ]


def test_a_broader_topic_is_offered_instead_of_the_one_chosen() -> None:
    broad = a_topic("shandong", en="Shandong")
    narrow = a_topic("jinan", en="Jinan", parent=broad)
    a_link(a_document("Ports"), broad)
    [way] = ways("ports", regions=(narrow.slug,)).topics
    assert way.topic == broad
    assert (way.query, way.count) == (SearchQuery("ports", regions=("shandong",)), 1)


def test_a_topic_named_in_the_words_is_offered_instead_of_them() -> None:
    topic = a_topic("city-clusters", Topic.Facet.THEME, en="City clusters", zh="城市群")
    a_link(a_document("Ports"), topic)
    [way] = ways("city clusters zeppelins").topics
    assert (way.query, way.count) == (SearchQuery(themes=("city-clusters",)), 1)


def test_any_of_the_words_is_offered_where_no_record_has_all() -> None:
    a_document("Ports of Shandong")
    a_document("Zeppelins over Henan")
    offered = ways("ports zeppelins").any_word
    assert offered is not None
    assert (offered.query.text, offered.count) == ("ports OR zeppelins", 2)
    assert ways("ports NOT ports").any_word is None


def test_a_chinese_name_with_one_wrong_character_is_respelt() -> None:
    a_topic("city-clusters", Topic.Facet.THEME, en="City clusters", zh="城市群")
    assert ways("城市裙").spelling is None
    a_document("三", body="城市群发展。")
    spelling = ways("城市裙").spelling
    assert spelling is not None
    assert (spelling.query.text, spelling.count) == ("城市群", 1)


def test_chinese_without_blanks_is_offered_word_by_word() -> None:
    a_document("济南市政府工作", body="2025年的大气污染。")
    found = ways("济南市大气污染的2025年 政府")
    assert found.parted is not None
    assert found.parted.query.text == "济南市 AND 大气污染 AND 2025年 AND 政府"
    assert found.parted.count == 1
    for whole in ("“济南市大气污染”", "国发〔2025〕18号", "大气污染", "title:济南市大气污染"):
        assert ways(whole).parted is None


def test_a_thing_narrower_than_a_topic_offers_the_topic_and_is_not_respelt() -> None:
    topic = a_topic("energy", Topic.Facet.THEME, en="Energy transition")
    for name, language in (("wind power", "en"), ("风电", "zh")):
        TopicName.objects.create(topic=topic, name=name, language=language, narrower="wind power")
    a_link(a_document("Wine and power"), topic)
    found = ways("wind power")
    assert found.spelling is None
    [way] = found.topics
    assert (way.query, way.count) == (SearchQuery(themes=("energy",)), 1)
