from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from documents.models import Author, Authorship, DatedFact, Document, Topic, TopicLink
from documents.search import SearchPage, SearchQuery, find, indexes, indexing
from tests.build import NOON, a_document, a_link, a_source, a_topic, a_visibility

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_engine")]


def ask(text: str = "", *, licensed: bool = False, **fields: Any) -> SearchPage:
    indexing.drain()
    return find(SearchQuery(text, **fields), a_visibility(reads_licensed=licensed))


def titles(page: SearchPage) -> list[str]:
    return [hit.document.title for hit in page.hits]


def counts(page: SearchPage, name: str) -> dict[str, int]:
    [facet] = [facet for facet in page.facets if facet.name == name]
    return {value.value: value.count for value in facet.values}


def test_a_record_is_found_by_its_body_with_the_words_marked() -> None:
    a_document("Ports", body="The yards of Qingdao & Yantai grow.")
    page = ask("qingdao yard")
    [hit] = page.hits
    assert page.total == 1
    assert (
        hit.passages[0].text == "The <mark>yards</mark> of <mark>Qingdao</mark> &amp; Yantai grow."
    )
    assert hit.document.title == "Ports"


@pytest.mark.parametrize("text", ["urban agglomeration", '"city clusters"', "城市群"])
def test_the_three_ways_to_say_cluster(text: str) -> None:
    a_document("One", body="Urban agglomerations grow.")
    a_document("Two", body="City clusters grow.")
    a_document("三", body="城市群发展。")
    expected = {"urban agglomeration": "One", '"city clusters"': "Two", "城市群": "三"}
    assert titles(ask(text, exact=True)) == [expected[text]]


def test_a_river_is_found_inside_its_basin() -> None:
    a_document("Basin", body="黄河流域生态保护")
    assert titles(ask("黄河")) == ["Basin"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("port ADN yard", "ADN was read as AND"),
        ('"port yard', "quotation mark was not closed"),
        ("x" * 10_000, "512 characters"),
        ("*", "* stands only at the end of a word"),
    ],
)
def test_broken_input_gets_a_helpful_line(text: str, said: str) -> None:
    a_document()
    page = ask(text)
    assert any(said in sentence for sentence in page.repairs)


def test_drafts_scheduled_and_withdrawn_records_are_not_found() -> None:
    a_document("Draft", status="draft", visible_from=None, published_at=None)
    a_document("Later", visible_from=NOON + timedelta(days=1))
    a_document("Withdrawn", status="withdrawn", withdrawn_reason="Error")
    page = ask()
    assert page.total == 0
    assert counts(page, "kind") == {}


def test_an_embargo_shows_the_title_and_hides_the_text() -> None:
    a_document("Forecast", body="secret figure", embargo_until=NOON + timedelta(days=1))
    assert ask("figure").total == 0
    page = ask("forecast")
    assert titles(page) == ["Forecast"]
    assert page.hits[0].passages == ()


def test_licensed_text_is_found_by_holders_and_shown_to_nobody() -> None:
    a_document("Brief", body="Teaser.", restricted_body="canary text", access="licensed")
    assert ask("canary").total == 0
    page = ask("canary", licensed=True)
    assert page.total == 1
    assert "canary" not in str(page.hits[0].passages)


def test_a_province_includes_its_prefectures_and_counts_each_record_once() -> None:
    province = a_topic("shandong", zh="山东省")
    city = a_topic("jinan", parent=province)
    both, only_city = a_document("Both"), a_document("City")
    a_link(both, province)
    a_link(both, city)
    a_link(only_city, city)
    a_link(a_document("Other"), a_topic("hebei"))
    page = ask(regions=("shandong",))
    assert set(titles(page)) == {"Both", "City"}
    assert counts(page, "region") == {"shandong": 2, "jinan": 2, "hebei": 1}
    assert titles(ask("region:山东省 city")) == ["City"]


def test_a_facet_value_has_its_label_and_says_whether_it_is_chosen() -> None:
    a_link(a_document(), a_topic("jinan", en="Jinan"))
    page = ask(regions=("jinan",), kinds=("report",))
    region = next(facet for facet in page.facets if facet.name == "region").values[0]
    assert (region.value, region.label, region.is_selected) == ("jinan", "Jinan", True)
    kind = next(facet for facet in page.facets if facet.name == "kind").values[0]
    assert (kind.value, kind.label, kind.count, kind.is_selected) == ("report", "Report", 1, True)


def test_values_of_a_facet_are_joined_by_or_and_ignore_each_other_in_counts() -> None:
    a_document("One", kind="news")
    a_document("Two", kind="policy")
    a_document("Three", kind="brief")
    page = ask(kinds=("news", "policy"))
    assert page.total == 2
    assert counts(page, "kind") == {"news": 1, "policy": 1, "brief": 1}


def test_suggested_and_restricted_links_do_not_count() -> None:
    document = a_document()
    a_link(document, a_topic("jinan"), status=TopicLink.Status.SUGGESTED)
    a_link(document, a_topic("qingdao"), is_restricted=True)
    assert counts(ask(), "region") == {}
    assert counts(ask(licensed=True), "region") == {"qingdao": 1}


def test_fields_and_names_of_things() -> None:
    document = a_document(
        "Report", source=a_source("Development Research Center"), source_basis="stated",
        number="No.16 2023", kind="report",
    )  # fmt: skip
    author = Author.objects.create(name="Wang Qian")
    Authorship.objects.create(document=document, author=author, position=0)
    document.tags.add("coastal cities")
    a_document("Other", kind="news", sorted_on=date(2020, 1, 1))
    for text in (
        *("author:wang", 'source:"research center"', "number:16", 'tag:"coastal cities"'),
        *("kind:report", "date:2024", "NOT kind:news", "类型:报告"),
    ):
        assert titles(ask(text)) == ["Report"], text


def test_a_name_that_nothing_has_is_searched_as_words_and_says_so() -> None:
    a_document("Atlantis")
    page = ask("region:Atlantis")
    assert page.total == 1
    assert page.repairs == ("There is no region called “Atlantis”. It was searched as words.",)


def test_a_slug_that_nothing_has_finds_nothing_and_says_so() -> None:
    a_document()
    page = ask(regions=("atlantis",))
    assert page.total == 0
    assert page.repairs == ("There is no region called “atlantis”.",)


def test_an_ambiguous_name_means_all_its_topics() -> None:
    for slug in ("suzhou-jiangsu", "suzhou-anhui"):
        a_link(a_document(slug), a_topic(slug, en="Suzhou"))
    assert ask("region:Suzhou").total == 2


def test_newest_oldest_and_dates() -> None:
    a_document("Old", sorted_on=date(2020, 5, 1))
    a_document("New", sorted_on=date(2024, 5, 1))
    a_document("Undated", sorted_on=None, sorted_role="")
    assert titles(ask(sort="newest")) == ["New", "Old", "Undated"]
    assert titles(ask(sort="oldest")) == ["Old", "New", "Undated"]
    page = ask(date_from=date(2021, 1, 1))
    assert titles(page) == ["New"]
    assert counts(page, "year") == {"2024": 1, "2020": 1, "none": 1}


def test_records_without_a_date_or_a_source_can_be_asked_for() -> None:
    a_document("Undated", sorted_on=None, sorted_role="", source=a_source(), source_basis="stated")
    a_document("Of nobody")
    assert titles(ask(undated=True)) == ["Undated"]
    page = ask(sources=("none", "institute-of-testing"))
    assert page.total == 2
    assert counts(page, "source") == {"none": 1, "institute-of-testing": 1}
    assert titles(ask(sources=("none",))) == ["Of nobody"]


def test_a_year_that_is_all_that_is_known_is_counted_apart_from_its_months() -> None:
    for title, precision in (("Rough", "year"), ("Exact", "day")):
        DatedFact.objects.create(
            document=a_document(title, sorted_on=date(2024, 1, 1)),
            role="report",
            on=date(2024, 1, 1),
            precision=precision,
        )
    page = ask(date_from=date(2024, 1, 1), date_to=date(2024, 12, 31))
    assert page.months == {"2024-01": 2}
    assert page.rough == 1


def test_pages_have_twenty_records_and_a_page_too_far_is_the_last() -> None:
    for number in range(23):
        a_document(f"Record {number}")
    first, second, far = ask(), ask(page=2), ask(page=99)
    assert (first.total, len(first.hits), first.page, first.pages) == (23, 20, 1, 2)
    assert len(second.hits) == 3
    assert titles(far) == titles(second)
    assert far.page == 2


def test_without_an_index_the_database_answers(each_engine: str) -> None:
    if each_engine == "memory":
        pytest.skip("the memory engine has no index that may be missing")
    shandong = a_topic("shandong")
    found = a_document("Ports", body="Qingdao")
    a_link(found, a_topic("jinan", parent=shandong))
    a_document("Forecast", body="Qingdao", embargo_until=NOON + timedelta(days=1))
    a_document("Brief", restricted_body="Qingdao", access="licensed")
    indexing.drain()
    name = indexes.current_name(each_engine)
    indexes.remove(name)
    page = find(SearchQuery("qingdao", regions=("shandong",)), a_visibility())
    assert page.index.is_degraded
    assert titles(page) == ["Ports"]
    assert page.facets == ()
    assert titles(find(SearchQuery("qingdao"), a_visibility())) == ["Ports"]
    assert find(SearchQuery("a OR NOT b* kind:report"), a_visibility()).index.is_degraded


def test_a_lag_is_told() -> None:
    ask()
    a_document()
    assert find(SearchQuery(), a_visibility()).index.waiting == 1


def test_a_search_asks_the_database_a_fixed_number_of_times(
    each_engine: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(5):
        document = a_document(f"Record {number}", source=a_source(), source_basis="stated")
        document.tags.add("one")
        a_link(document, a_topic(f"topic-{number}"))
    ask("record")
    # Its name is looked up there, and it is asked by two statements within a savepoint.
    own = {"postgres": 5}.get(each_engine, 0)
    with django_assert_num_queries(3 + own):
        find(SearchQuery("record"), a_visibility())
    assert Topic.objects.count() == Document.objects.count() == 5
