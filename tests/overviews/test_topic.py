from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from documents.models import Membership, Topic
from documents.overviews.topic import topic_page
from tests.build import a_document, a_draft, a_link, a_name, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def test_a_cluster_shows_its_members_and_the_records_on_them() -> None:
    cluster = a_topic("central-plains", "cluster")
    zhengzhou = a_topic("zhengzhou")
    Membership.objects.create(whole=cluster, part=zhengzhou, coverage="part")
    a_link(a_document(), zhengzhou)
    page = topic_page("cluster", "central-plains", a_visibility())
    assert page.total == 0
    assert page.on_members == 1
    assert [(member.topic, member.count) for member in page.members] == [(zhengzhou, 1)]


def test_a_member_shows_what_it_is_part_of() -> None:
    cluster, zhengzhou = a_topic("central-plains", "cluster"), a_topic("zhengzhou")
    Membership.objects.create(whole=cluster, part=zhengzhou)
    page = topic_page("region", "zhengzhou", a_visibility())
    assert [member.topic for member in page.part_of] == [cluster]


def test_ancestors_run_from_the_largest_to_the_nearest() -> None:
    china = a_topic("china")
    shandong = a_topic("shandong", parent=china)
    a_topic("jinan", parent=shandong)
    page = topic_page("region", "jinan", a_visibility())
    assert page.ancestors == (china, shandong)
    assert topic_page("region", "shandong", a_visibility()).children[0].topic.slug == "jinan"


def test_topics_on_the_same_records_are_counted_by_facet() -> None:
    china = a_topic("china")
    shandong, green = a_topic("shandong", parent=china), a_topic("green", "theme")
    for title in ("One", "Two"):
        document = a_document(title)
        a_link(document, shandong)
        a_link(document, green)
    a_link(a_draft(), green)
    page = topic_page("theme", "green", a_visibility())
    shared = {group.facet: group.entries for group in page.together}
    assert [(entry.topic, entry.count) for entry in shared["region"]] == [(shandong, 2)]
    assert shared["theme"] == ()


def test_records_are_counted_by_year_and_the_newest_come_first() -> None:
    topic = a_topic("shandong")
    for year in (2021, 2023, 2023):
        a_link(a_document(f"Of {year}", sorted_on=date(year, 1, 1)), topic)
    page = topic_page("region", "shandong", a_visibility())
    assert page.years == {2021: 1, 2023: 2}
    assert [record.document.title for record in page.newest][-1] == "Of 2021"


def test_hidden_names_are_not_shown() -> None:
    topic = a_topic("shandong", en="Shandong", zh="山东")
    a_name(topic, "Shandong Province")
    a_name(topic, "齐鲁", "zh", role="hidden")
    page = topic_page("region", "shandong", a_visibility())
    assert [name.name for name in page.also_called] == ["Shandong Province"]


def test_an_unknown_topic_is_an_error_of_its_own() -> None:
    with pytest.raises(Topic.DoesNotExist):
        topic_page("region", "atlantis", a_visibility())


def test_a_slug_belongs_to_its_facet() -> None:
    a_topic("belt-and-road", "theme")
    with pytest.raises(Topic.DoesNotExist):
        topic_page("instrument", "belt-and-road", a_visibility())


def test_a_full_page_takes_a_fixed_number_of_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    china = a_topic("china")
    shandong = a_topic("shandong", parent=china)
    cluster = a_topic("shandong-peninsula", "cluster")
    Membership.objects.create(whole=cluster, part=shandong)
    for number in range(15):
        document = a_document(f"Record {number}")
        a_link(document, shandong)
        a_link(document, a_topic(f"theme-{number}", "theme"))
        a_topic(f"city-{number}", parent=shandong)
    with django_assert_max_num_queries(12):
        topic_page("region", "shandong", a_visibility())


def test_it_tells_which_themes_rose_on_its_own_records() -> None:
    peninsula, henan = a_topic("shandong-peninsula", "cluster"), a_topic("henan")
    hydrogen, rail = a_topic("hydrogen", "theme"), a_topic("rail", "theme")
    for place, theme, year, number in (
        (peninsula, hydrogen, 2026, 3),
        (peninsula, hydrogen, 2025, 1),
        (peninsula, rail, 2025, 2),
        (henan, rail, 2026, 5),
    ):
        for each in range(number):
            document = a_document(f"{place} {theme} {each}", sorted_on=date(year, 6, 1))
            a_link(document, place)
            a_link(document, theme)
    page = topic_page("cluster", "shandong-peninsula", a_visibility())
    assert [(one.topic, one.before, one.now) for one in page.rises] == [(hydrogen, 1, 3)]


def test_one_new_record_is_no_rise() -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    document = a_document(sorted_on=date(2026, 6, 1))
    a_link(document, shandong)
    a_link(document, green)
    assert topic_page("region", "shandong", a_visibility()).rises == ()
