from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from documents.curation.linking import relink
from documents.models import Document, Topic
from documents.overviews.figures import Ledger, figures_beside, figures_of_topic
from tests.build import NOON, a_document, a_topic, a_visibility

pytestmark = pytest.mark.django_db

NINETEEN = "China has 19 city clusters, covering 75% of the population."
TWELVE = "12 urban agglomerations of China hold 65 percent of the national population."


@pytest.fixture
def china() -> Topic:
    return a_topic("china", en="China", zh="中国")


def _stating(sentence: str, title: str = "A title", **fields: Any) -> Document:
    document = a_document(title, body=f"It rained. {sentence}", **fields)
    relink(document)
    document.links.update(status="accepted")
    return document


def _written(ledger: Ledger) -> list[list[list[str]]]:
    return [[[one.as_written for one in cell] for cell in row.cells] for row in ledger.rows]


def _of_topic(topic: Topic, **viewer: Any) -> tuple[Ledger, ...]:
    return figures_of_topic(topic, a_visibility(**viewer)).ledgers


def test_nineteen_clusters_stand_beside_twelve_agglomerations(china: Topic) -> None:
    _stating(NINETEEN, "A", sorted_on=date(2022, 1, 1))
    _stating(TWELVE, "B", sorted_on=date(2020, 1, 1))
    [ledger] = _of_topic(china)
    assert ledger.measures == ("city clusters", "population (%)")
    assert _written(ledger) == [
        [["19 city clusters"], ["75%"]],
        [["12 urban agglomerations"], ["65 percent"]],
    ]


def test_a_sentence_that_two_records_hold_stands_once_with_both(china: Topic) -> None:
    first = _stating(NINETEEN, "A", sorted_on=date(2022, 1, 1))
    second = _stating(NINETEEN, "B", sorted_on=date(2021, 1, 1))
    _stating(TWELVE, "C", sorted_on=date(2020, 1, 1))
    found = figures_of_topic(china, a_visibility())
    [ledger] = found.ledgers
    assert (ledger.rows[0].document, ledger.rows[0].others) == (first, (second,))
    assert len(ledger.rows) == 2
    assert found.others == ()


def test_words_that_are_broken_off_do_not_head_a_column(china: Topic) -> None:
    said = "China proposes to build a batch of 300 parks."
    for title in "AB":
        _stating(said, title)
    headed = [name for ledger in _of_topic(china) for name in ledger.measures]
    assert not [name for name in headed if name.endswith(" of")]


def test_a_figure_in_chinese_stands_beside_one_in_english(china: Topic) -> None:
    _stating("The urbanization rate of China reached 67 percent.", "A")
    _stating("中国常住人口城镇化率达到66.2%。", "乙", language="zh")
    [ledger] = _of_topic(china)
    assert sorted(row.cells[0][0].as_written for row in ledger.rows) == ["66.2%", "67 percent"]


def test_figures_of_one_record_are_not_set_beside_each_other(china: Topic) -> None:
    _stating(NINETEEN)
    found = figures_of_topic(china, a_visibility())
    assert found.ledgers == ()
    assert [figure.as_written for figure in found.others] == ["19 city clusters", "75%"]


def test_a_record_shows_its_own_figures_first_and_marks_them(china: Topic) -> None:
    own = _stating(TWELVE, "Own", sorted_on=date(2020, 1, 1))
    _stating(NINETEEN, "Other", sorted_on=date(2024, 1, 1))
    [ledger] = figures_beside(own, a_visibility())
    assert ledger.topic == china
    assert [row.is_own for row in ledger.rows] == [True, False]


def test_a_figure_about_another_topic_is_not_beside_it(china: Topic) -> None:
    a_topic("japan", en="Japan")
    own = _stating(NINETEEN, "Own")
    _stating("Japan has 3 city clusters, covering 50% of the population.", "Other")
    assert figures_beside(own, a_visibility()) == ()


@pytest.mark.parametrize(
    "hidden",
    [{"status": "draft", "visible_from": None}, {"embargo_until": NOON.replace(year=2030)}],
)
def test_a_hidden_record_lends_no_figure(china: Topic, hidden: dict[str, Any]) -> None:
    own = _stating(NINETEEN, "Own")
    _stating(TWELVE, "Hidden", **hidden)
    assert figures_beside(own, a_visibility()) == ()
    assert _of_topic(china) == ()


def test_figures_of_licensed_text_are_for_entitled_readers_only(china: Topic) -> None:
    own = _stating(NINETEEN, "Own")
    licensed = a_document(
        "Licensed", body="A teaser on China.", restricted_body=TWELVE, access="licensed"
    )
    relink(licensed)
    licensed.links.update(status="accepted")
    assert figures_beside(own, a_visibility()) == ()
    assert _of_topic(china) == ()
    assert len(figures_beside(own, a_visibility(reads_licensed=True))) == 1
    assert len(_of_topic(china, reads_licensed=True)) == 1


def test_the_queries_do_not_grow_with_the_records(
    china: Topic, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    own = _stating(NINETEEN, "Own")
    for number in range(6):
        _stating(TWELVE, f"Other {number}")
    with django_assert_num_queries(2):
        [ledger] = figures_beside(own, a_visibility())
        assert ledger.topic is not None
        assert (ledger.topic.label, ledger.topic.other_label) == ("China", "中国")
    with django_assert_num_queries(1):
        figures_of_topic(china, a_visibility())


def test_the_figures_of_a_topic_download_as_a_table(client: Client, china: Topic) -> None:
    _stating(NINETEEN, "A")
    _stating(TWELVE, "B")
    text = client.get("/regions/china/?format=csv").content.decode()
    assert "city clusters,12 urban agglomerations,12.0,agglomerations" in text
    assert "75%" in text
