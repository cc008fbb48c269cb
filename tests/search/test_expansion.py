from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from documents.curation.linking import relink
from documents.curation.vocabularies import load_vocabularies
from documents.models import TopicLink, TopicName
from documents.search import SearchPage, SearchQuery, find, indexing
from documents.search.labels import forget_labels, load_labels
from tests.build import a_document, a_link, a_name, a_topic, a_visibility
from tests.material import seed

if TYPE_CHECKING:
    from pytest_django import Settings

    from documents.models import Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def clusters() -> Topic:
    """The theme, with one record for each way to say it and one for each of its words."""
    topic = a_topic("city-clusters", "theme", en="City clusters", zh="城市群")
    a_name(topic, "urban agglomerations")
    a_name(topic, "Urban Cluster", role=TopicName.Role.HIDDEN)
    for body in ("City clusters grow.", "Urban agglomerations grow.", "城市群发展。"):
        a_document(body, body=body)
    a_document("Words", body="An agglomeration of urban clusters in a city.")
    indexing.drain()
    return topic


def ask(text: str, **fields: Any) -> SearchPage:
    return find(SearchQuery(text, **fields), a_visibility())


def titles(page: SearchPage) -> set[str]:
    return {hit.document.title for hit in page.hits}


THREE = {"City clusters grow.", "Urban agglomerations grow.", "城市群发展。"}


@pytest.mark.usefixtures("clusters")
@pytest.mark.parametrize("text", ["urban agglomeration", "city cluster", "城市群", "City Clusters"])
def test_each_name_finds_what_the_others_find(text: str) -> None:
    assert titles(ask(text)) == THREE


@pytest.mark.usefixtures("clusters")
def test_exact_and_quotes_search_the_words_as_typed() -> None:
    assert titles(ask("urban agglomeration", exact=True)) == {"Urban agglomerations grow.", "Words"}
    assert titles(ask('"urban agglomeration"')) == {"Urban agglomerations grow."}
    assert ask('"urban agglomeration"').also == ()


@pytest.mark.usefixtures("clusters")
def test_the_page_says_what_was_searched_besides() -> None:
    [also] = ask("urban agglomeration grow").also
    assert also.typed == "urban agglomeration"
    assert [(name.name, name.language) for name in also.names] == [
        ("City clusters", "en"),
        ("城市群", "zh"),
    ]
    assert (also.facet, also.slug) == ("theme", "city-clusters")


@pytest.mark.usefixtures("clusters")
def test_a_name_can_be_dropped() -> None:
    page = ask("urban agglomeration", dropped=("城市群",))
    assert titles(page) == {"City clusters grow.", "Urban agglomerations grow."}
    assert [name.name for name in page.also[0].names] == ["City clusters"]
    assert [name.name for name in page.also[0].dropped] == ["城市群"]


@pytest.mark.usefixtures("clusters")
def test_a_not_never_widens() -> None:
    page = ask("grow NOT (urban agglomeration)")
    assert titles(page) == {"City clusters grow."}
    assert titles(ask("NOT 城市群")) == THREE - {"城市群发展。"} | {"Words"}


@pytest.mark.usefixtures("clusters")
def test_what_was_typed_comes_first() -> None:
    assert ask("城市群").hits[0].document.title == "城市群发展。"


@pytest.mark.usefixtures("clusters")
def test_every_name_is_marked() -> None:
    snippets = "".join(one.text for hit in ask("urban agglomeration").hits for one in hit.passages)
    for marked in ("City clusters", "Urban agglomerations", "城市群"):
        assert f"<mark>{marked}</mark>" in snippets


def test_a_record_linked_by_a_curator_comes_along(clusters: Topic) -> None:
    document = a_document("Linked", body="No name of it.")
    a_link(document, clusters)
    indexing.drain()
    assert titles(ask("城市群")) == THREE | {"Linked"}


def test_the_longest_name_wins() -> None:
    a_topic("plan", "instrument", en="Plan", zh="规划")
    a_topic("five", "instrument", en="Five-Year Plan", zh="五年规划")
    [also] = ask("five year plan").also
    assert [name.name for name in also.names] == ["五年规划"]


def test_a_name_of_two_topics_of_a_facet_is_left_alone() -> None:
    a_topic("suzhou-jiangsu", en="Suzhou", zh="苏州")
    a_topic("suzhou-anhui", en="Suzhou", zh="宿州")
    assert ask("Suzhou").also == ()


@pytest.fixture
def energy() -> Topic:
    """A theme with two narrower things, each linked to a record, and a loose form."""
    topic = a_topic("energy", "theme", en="Energy transition", zh="能源转型")
    for name, language, thing in (
        ("wind power", "en", "wind power"),
        ("风电", "zh", "wind power"),
        ("solar power", "en", "solar power"),
        ("光伏", "zh", "solar power"),
    ):
        TopicName.objects.create(topic=topic, name=name, language=language, narrower=thing)
    a_name(topic, "green growth", role=TopicName.Role.HIDDEN)
    for body in ("Wind power grows.", "风电增长。", "光伏增长。", "Energy transition goes on."):
        a_link(a_document(body, body=body), topic)
    a_document("Loose", body="Growth that is green.")
    indexing.drain()
    return topic


@pytest.mark.usefixtures("energy")
@pytest.mark.parametrize("text", ["wind power", "风电"])
def test_a_narrower_thing_finds_its_own_names_in_both_languages_only(text: str) -> None:
    assert titles(ask(text)) == {"Wind power grows.", "风电增长。"}
    assert titles(ask("光伏")) == {"光伏增长。"}


@pytest.mark.usefixtures("energy")
def test_a_theme_finds_what_is_linked_to_it_and_adds_no_narrower_name() -> None:
    page = ask("energy transition")
    assert [name.name for name in page.also[0].names] == ["能源转型"]
    assert page.total == 4


@pytest.mark.usefixtures("energy")
def test_a_loose_form_of_a_theme_is_searched_as_plain_words() -> None:
    page = ask("green growth")
    assert page.also == ()
    assert titles(page) == {"Loose"}


def test_a_name_inside_another_adds_nothing() -> None:
    topic = a_topic("shandong", en="Shandong", zh="山东")
    a_name(topic, "Shandong Province")
    a_name(topic, "山东省", "zh")
    [also] = ask("Shandong").also
    assert [name.name for name in also.names] == ["山东"]


def test_an_edited_name_counts_at_once(clusters: Topic) -> None:
    assert ask("megalopolis").also == ()
    a_name(clusters, "megalopolis")
    assert ask("megalopolis").also
    TopicName.objects.filter(name="megalopolis").delete()
    assert ask("megalopolis").also == ()
    assert load_labels().longest == 2 or load_labels().longest == 3


@pytest.mark.parametrize("text", ["urban agglomeration", "city cluster", "城市群"])
def test_with_the_shipped_names_exactly_the_three_linked_seeds_are_found(
    text: str, settings: Settings
) -> None:
    load_vocabularies(Path(settings.BASE_DIR) / "fixtures")
    for number in range(5):
        document = a_document(f"Seed {number}", body=seed(number))
        relink(document)
        TopicLink.objects.filter(document=document).update(status=TopicLink.Status.ACCEPTED)
    forget_labels()
    indexing.drain()
    assert titles(ask(text)) == {"Seed 0", "Seed 2", "Seed 4"}
    exact = [titles(ask(f'"{name}"', exact=True)) for name in ("urban agglomeration", "城市群")]
    assert exact[0] != exact[1]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("wind power", {"风电"}),
        ("高铁", {"high-speed rail"}),
        ("biodiversity", {"生物多样性"}),
        ("urban agglomeration", {"城市群", "city clusters", "megalopolis"}),
    ],
)
def test_the_shipped_themes_do_not_widen_what_is_narrower(
    text: str, names: set[str], settings: Settings
) -> None:
    load_vocabularies(Path(settings.BASE_DIR) / "fixtures")
    forget_labels()
    [also] = ask(text).also
    preferred = {"City clusters and metropolitan areas", "城市群与都市圈"}
    assert {name.name for name in also.names} - preferred == names


def test_exactly_the_three_seeds_that_speak_of_city_clusters() -> None:
    topic = a_topic("city-clusters", "theme", en="City clusters", zh="城市群")
    for name in ("urban agglomerations", "metropolitan areas", "megalopolis"):
        a_name(topic, name)
    numbers = range(5)
    for number in numbers:
        text = seed(number)
        a_document(f"Seed {number}", body=text)
    indexing.drain()
    speaking = {
        f"Seed {number}"
        for number in numbers
        if any(
            name in seed(number).lower().replace("\n", " ")
            for name in ("city cluster", "urban agglomeration", "城市群")
        )
    }
    assert len(speaking) == 3
    assert titles(ask("urban agglomeration")) == titles(ask("城市群")) == speaking
