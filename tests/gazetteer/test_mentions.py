"""What a text names, with the traps that names set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from documents.gazetteer import Zone, find_mentions
from tests.gazetteer.reading import found, slugs

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Jinan and Qingdao lead Shandong province.", {"jinan", "qingdao", "shandong"}),
        ("推动济南、青岛带动山东半岛", {"jinan", "qingdao", "shandong"}),
        ("HANGZHOU, June 13 (Xinhua) -- Officials met.", {"hangzhou"}),
        ("The plan covers Inner\nMongolia and Xi’an.", {"inner-mongolia", "xian"}),
        ("推动內蒙古發展", {"inner-mongolia"}),
        ("The city of hami melons and a bose speaker", set()),
        ("Teams from Beijing Normal University wrote it.", set()),
        ("The Bank of Beijing lends.", set()),
        ("北京师范大学和北京银行参加", set()),
        ("长春地质学院与广州期货交易所参加", set()),
        ("青岛市职业学校布局调整", {"qingdao"}),
        ("Trains leave at 6 a.m. Beijing time.", set()),
        ("Shandong Provincial Department of Education issued it.", {"shandong"}),
        ("提高均衡水平，保障长治久安", set()),
        ("各地招商目录大同小异", set()),
        ("黄河南岸和秦岭山西侧", {"yellow-river-basin"}),
        ("各位来宾，隆重庆祝", set()),
        ("Beijing-Tianjin-Hebei grows.", set()),
    ],
)
def test_places_are_named_and_traps_are_not(
    shipped: Gazetteer, text: str, regions: set[str]
) -> None:
    assert slugs(shipped, text, "region") == regions


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("The Shandong Peninsula city cluster grows.", {"shandong-peninsula"}),
        ("City Clusters in the Shandong Peninsula grow.", {"shandong-peninsula"}),
        ("加快山东半岛\n城市群建设", {"shandong-peninsula"}),
        ("长三角与京津冀", {"yangtze-delta", "jing-jin-ji"}),
        ("32 industrial clusters in Shandong", set()),
        ("a green innovative cluster of enterprises", set()),
    ],
)
def test_city_clusters_are_told_from_the_clusters_of_industries(
    shipped: Gazetteer, text: str, clusters: set[str]
) -> None:
    named = slugs(shipped, text, "cluster")
    cities = {topic.slug for topic in shipped.topics.values() if topic.sense == "city"}
    assert named & cities == clusters


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("19 city clusters were approved.", "city"),
        ("More urban agglomerations follow.", "city"),
        ("建设一批城市群", "city"),
        ("A ceramics cluster took shape.", "industrial"),
        ("clusters of coal chemical plants", "industrial"),
        ("打造大樱桃产业集群", "industrial"),
    ],
)
def test_a_generic_cluster_has_a_sense_and_no_topic(
    shipped: Gazetteer, text: str, sense: str
) -> None:
    (mention,) = found(shipped, text, "cluster")
    assert (mention.sense, mention.topic_ids) == (sense, ())


def test_the_clusters_refer_to_the_one_that_is_named(shipped: Gazetteer) -> None:
    text = "The Central Plains city cluster is large. The clusters have grown."
    named, referring = found(shipped, text, "cluster")
    assert referring.topic_ids == named.topic_ids
    assert referring.rule == "refers-to-named"


@pytest.mark.parametrize("noun", ["its peninsula cluster", "the Shandong cluster"])
def test_a_cluster_of_a_land_is_no_industry(shipped: Gazetteer, noun: str) -> None:
    text = f"The Shandong Peninsula city cluster is large. Planners divide {noun}."
    named, referring = found(shipped, text, "cluster")
    assert (referring.sense, referring.topic_ids) == ("city", named.topic_ids)


def test_the_industrial_clusters_are_those_that_the_text_spoke_of(shipped: Gazetteer) -> None:
    text = (
        "The province has 48 innovative industrial clusters. Eight of the green innovative "
        "industrial clusters are new. Firms in these 48 industrial clusters export."
    )
    clusters = found(shipped, text, "cluster")
    assert [(one.surface, one.rule) for one in clusters] == [
        ("innovative industrial clusters", "industry-words"),
        ("green innovative industrial clusters", "industry-words"),
        ("industrial clusters", "refers-to-industry"),
    ]
    assert slugs(shipped, text, "theme") == {"industrial-clusters"}


def test_the_industrial_clusters_of_a_text_that_names_none_are_its_own(
    shipped: Gazetteer,
) -> None:
    (cluster,) = found(shipped, "Firms in the industrial clusters export.", "cluster")
    assert (cluster.sense, cluster.rule) == ("industrial", "industry-words")


def test_a_plural_after_several_named_industries_means_none_of_them_alone(
    shipped: Gazetteer,
) -> None:
    names = [one.name_en for one in shipped.topics.values() if one.sense == "industrial"][:2]
    text = f"{names[0]} grows. {names[1]} grows too. "
    assert found(shipped, f"{text}The clusters export.", "cluster")[-1].topic_ids == ()
    *_, named, singular = found(shipped, f"{text}The cluster hires.", "cluster")
    assert singular.topic_ids == named.topic_ids != ()


def test_a_generic_cluster_among_several_stays_generic(shipped: Gazetteer) -> None:
    text = "The Central Plains city cluster and Beijing-Tianjin-Hebei grow. The clusters compete."
    assert found(shipped, text, "cluster")[-1].topic_ids == ()


@pytest.mark.parametrize("noun", ["nineteen clusters", "19 clusters", "these clusters"])
def test_counted_clusters_are_those_the_text_spoke_of(shipped: Gazetteer, noun: str) -> None:
    text = f"City clusters hold most people. The plan names {noun} in three tiers."
    assert slugs(shipped, text, "theme") == {"city-cluster-development"}
    assert [mention.sense for mention in found(shipped, text, "cluster")] == ["city", "city"]


def test_counted_clusters_of_nothing_named_mean_nothing(shipped: Gazetteer) -> None:
    assert found(shipped, "Twelve clusters and 65 percent.", "cluster") == []


def test_ten_data_centre_clusters_are_no_industry(shipped: Gazetteer) -> None:
    assert found(shipped, "They named ten data center clusters.", "cluster") == []


def test_a_mention_keeps_its_sentence_and_its_place(shipped: Gazetteer) -> None:
    text = "It rained. Qingdao is by the sea. It is windy."
    (mention,) = found(shipped, text, "region")
    assert mention.quote == "Qingdao is by the sea."
    assert text[mention.start : mention.end] == mention.surface == "Qingdao"


@pytest.mark.parametrize("written", ["14th Five Year Plan", "14th Five-Year\nPlan", "“十四五”规划"])
def test_an_instrument_is_found_however_it_is_written(shipped: Gazetteer, written: str) -> None:
    text = f"Under the {written} all the cities of the province are to be connected by rail."
    assert slugs(shipped, text, "instrument") == {"14th-five-year-plan"}


def test_what_is_denied_is_marked_and_gives_no_link(shipped: Gazetteer) -> None:
    text = "The scheme covers Jinan but not Qingdao."
    polarities = {mention.surface: mention.polarity for mention in found(shipped, text, "region")}
    assert polarities == {"Jinan": "plain", "Qingdao": "negated"}
    assert slugs(shipped, text, "region") == {"jinan"}


def test_names_in_a_long_row_are_listed(shipped: Gazetteer) -> None:
    text = "It covers Jinan, Qingdao, Yantai, Weifang and Heze."
    assert {one.polarity for one in found(shipped, text, "region")} == {"listed"}


def test_a_title_says_what_a_text_is_about(shipped: Gazetteer) -> None:
    zones = [Zone("title", "Jinan plans"), Zone("body", "Officials of Jinan met in Qingdao.")]
    mentions = [one for one in find_mentions(zones, shipped) if one.facet == "region"]
    roles = {(one.surface, one.role) for one in mentions}
    assert roles == {("Jinan", "about"), ("Qingdao", "mention")}


PIECES = [
    "Shandong ", "Peninsula ", "city cluster", "the cluster",
    "山东", "城市群", "产业集群", "\n", "。", ". ",
    "Suzhou ", "Anhui ", "University ", "not ", "《", "》", "plan ", "十四五", "2025", " ",
]  # fmt: skip


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_offsets_slice_to_surface_and_quote(shipped: Gazetteer, pieces: list[str]) -> None:
    text = "".join(pieces)
    for one in find_mentions([Zone("body", text)], shipped):
        assert text[one.start : one.end] == one.surface
        assert text[one.quote_start : one.quote_start + len(one.quote)] == one.quote
        assert one.surface in one.quote


def test_an_industry_begins_behind_the_words_that_lead_to_it(shipped: Gazetteer) -> None:
    for text in ("把检测站建到芦苇产业集群里。", "今年，当地芦苇产业集群壮大。"):
        (cluster,) = found(shipped, text, "cluster")
        assert cluster.surface == "芦苇产业集群"


def test_an_industry_in_traditional_characters_is_one(shipped: Gazetteer) -> None:
    (cluster,) = found(shipped, "蘆葦產業集群去年壯大。", "cluster")
    assert (cluster.surface, cluster.sense) == ("蘆葦產業集群", "industrial")


def test_what_money_is_not_for_is_denied(shipped: Gazetteer) -> None:
    assert slugs(shipped, "贷款不用于征地拆迁。", "theme") == set()
