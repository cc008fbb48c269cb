from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from documents.models import DatedFact, Figure, Place, Topic
from tests.build import a_document, a_draft, a_link, a_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("facet", Topic.Facet.values)
def test_every_facet_has_pages_and_a_list(client: Client, facet: str) -> None:
    topic = a_topic("some-topic", facet, en="Some topic", zh="某主题")
    a_link(a_document(), topic)
    page = client.get(topic.get_absolute_url()).content.decode()
    assert '<h1 lang="en">Some topic</h1>' in page
    assert '<p class="other" lang="zh">某主题</p>' in page
    assert "City clusters in Shandong" in page
    listed = client.get(f"/{facet}s/").content.decode()
    assert topic.get_absolute_url() in listed


def test_the_chinese_interface_puts_the_chinese_name_first(client: Client) -> None:
    a_topic("shandong", en="Shandong", zh="山东")
    page = client.get("/zh-hans/regions/shandong/").content.decode()
    assert '<h1 lang="zh">山东</h1>' in page
    assert '<p class="other" lang="en">Shandong</p>' in page


def test_drafts_are_not_counted_and_not_shown(client: Client) -> None:
    topic = a_topic("shandong")
    a_link(a_draft("Canary draft"), topic)
    page = client.get("/regions/shandong/").content.decode()
    assert "Canary" not in page
    assert "<strong>0</strong> records" in page


def test_bars_are_links_and_stand_in_a_table_too(client: Client) -> None:
    topic = a_topic("shandong")
    a_link(a_document(), topic)
    page = client.get("/regions/shandong/").content.decode()
    assert 'href="/search/?region=shandong&amp;from=2024&amp;to=2024"' in page
    assert '<td>2024</td><td class="number">1</td>' in page


def test_the_file_of_a_topic_has_its_name_in_any_script(client: Client) -> None:
    a_topic("山东")
    sent = client.get("/regions/山东/?format=csv")["Content-Disposition"]
    assert sent == "attachment; filename*=utf-8''%E5%B1%B1%E4%B8%9C-figures.csv"


def test_the_file_of_figures_gives_no_date_finer_than_it_is_known(client: Client) -> None:
    topic = a_topic("shandong")
    document = a_document(sorted_on="2024-05-01")
    DatedFact.objects.create(document=document, role="report", on="2024-05-01", precision="month")
    Figure.objects.create(
        document=document,
        topic=topic,
        zone="body",
        start=0,
        end=9,
        value=63,
        as_written="63 firms",
        quote="There are 63 firms.",
    )
    rows = client.get("/regions/shandong/?format=csv").content.decode().splitlines()
    assert [row.rsplit(",", 1)[1] for row in rows] == ["Date", "2024-05"]


def test_an_unknown_topic_is_not_found(client: Client) -> None:
    assert client.get("/regions/atlantis/").status_code == HTTPStatus.NOT_FOUND


def test_a_page_takes_at_most_twelve_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    region = a_topic("shandong")
    Place.objects.create(topic=region, level="province", code="37")
    for number in range(20):
        document = a_document(f"Record {number}")
        a_link(document, region)
        a_link(document, a_topic(f"theme-{number}", "theme"))
    with django_assert_max_num_queries(12):
        client.get("/regions/shandong/")
    with django_assert_max_num_queries(12):
        client.get("/themes/")


def test_the_chinese_head_over_shared_records_says_shared_not_total(client: Client) -> None:
    region, theme = a_topic("shandong"), a_topic("green", "theme")
    for number in range(24):
        document = a_document(f"Record {number}")
        if number < 6:
            a_link(document, region)
            a_link(document, theme)
    page = client.get("/zh-hans/regions/shandong/").content.decode()
    assert '<th scope="col" class="number">共现</th>' in page
    assert "合计" not in page
