from __future__ import annotations

import csv
from xml.etree import ElementTree

import pytest
from django.test import Client

from documents.models import Relation
from documents.search import rebuilding
from tests.build import a_document, a_link, a_topic

pytestmark = pytest.mark.django_db


def test_two_records_come_as_a_table_with_both_sentences(client: Client) -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    left, right = a_document("=Left"), a_document("Right")
    a_link(left, shandong, quote="Left of Shandong.")
    a_link(right, shandong, quote="Right of Shandong.")
    a_link(left, green)
    page = client.get(f"/explore/compare/?a={left.pk}&b={right.pk}").content.decode()
    address = f"?a={left.pk}&amp;b={right.pk}&amp;format=csv"
    assert f'href="{address}"' in page
    table = client.get(f"/explore/compare/{address.replace('&amp;', '&')}")
    assert 'filename="comparison.csv"' in table["Content-Disposition"]
    rows = list(csv.reader(table.content.decode("utf-8-sig").splitlines()))
    assert rows == [
        ["Topic", "Facet", "On", "'=Left", "Right"],
        ["Shandong", "Region", "both", "Left of Shandong.", "Right of Shandong."],
        ["Green", "Policy theme", str(left.pk), "", ""],
    ]


def test_two_topics_come_as_a_drawing_whose_marks_lead_to_their_records(client: Client) -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    a_link(a_document(), shandong)
    a_link(a_document("Another"), green)
    address = "/explore/compare/?a=region:shandong&b=theme:green&format=svg"
    drawing = client.get(address)
    assert "comparison.svg" in drawing["Content-Disposition"]
    root = ElementTree.fromstring(drawing.content)  # noqa: S314  our own answer
    links = [link.get("href", "") for link in root.iter("{http://www.w3.org/2000/svg}a")]
    assert len(links) == 2
    assert all(link.startswith("http://testserver/search/?") for link in links)


def test_each_piece_of_the_overlap_opens_as_many_records_as_it_says(client: Client) -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    both = a_document("Both")
    for topic in (shandong, green):
        a_link(both, topic)
    for title in ("Left", "Left too"):
        a_link(a_document(title), shandong)
    a_link(a_document("Right"), green)
    rebuilding.rebuild()
    page = client.get("/explore/compare/?a=region:shandong&b=theme:green")
    pieces = page.context["overlap"]
    assert [(piece.key, piece.count) for piece in pieces] == [
        ("left", 2),
        ("both", 1),
        ("right", 1),
    ]
    for piece in pieces:
        assert client.get(piece.address).context["page"].total == piece.count, piece.key


def test_a_comparison_can_begin_with_the_busiest_topics(client: Client) -> None:
    for slug in ("one", "two"):
        a_link(a_document(f"On {slug}"), a_topic(slug, "cluster", tier="grow"))
    page = client.get("/explore/compare/").content.decode()
    assert "?a=cluster:one&amp;b=cluster:two" in page


def test_a_translation_is_read_beside_its_original(client: Client) -> None:
    english = a_document(body="Nineteen clusters.")
    chinese = a_document("山东城市群", language="zh", body="十九个城市群。")
    Relation.objects.create(
        subject=chinese, object=english, kind="translation-of", status="accepted"
    )
    page = client.get(f"/explore/compare/?a={english.pk}&b={chinese.pk}").content.decode()
    assert "Paragraph by paragraph" in page
    assert '<p lang="en">Nineteen clusters.</p>' in page
    assert '<p lang="zh">十九个城市群。</p>' in page


def test_a_new_version_of_a_record_leads_to_what_changed(client: Client) -> None:
    old, new = a_document("A plan", body="Old."), a_document("A plan", body="New.")
    Relation.objects.create(subject=new, object=old, kind="new-version-of", status="accepted")
    address = f"/explore/compare/?a={new.pk}&amp;b={old.pk}"
    assert address in client.get(new.get_absolute_url()).content.decode()
    page = client.get(address.replace("&amp;", "&")).content.decode()
    assert "<del>Old</del>" in page
    assert "<ins>New</ins>" in page
