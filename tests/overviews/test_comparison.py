from __future__ import annotations

import pytest

from documents.overviews.compared import find_compared
from documents.overviews.comparison import compare_topics
from documents.overviews.record_comparison import compare_records
from tests.build import a_document, a_draft, a_link, a_name, a_topic, a_visibility

pytestmark = pytest.mark.django_db


def test_two_topics_share_the_records_on_both() -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    both, alone = a_document("Both"), a_document("Alone")
    a_link(both, shandong)
    a_link(both, green)
    a_link(alone, shandong)
    found = compare_topics(shandong, green, a_visibility())
    assert (found.both, found.left.alone, found.right.alone, found.either) == (1, 1, 0, 2)
    assert found.overlap == 0.5


def test_what_stands_beside_one_topic_alone_is_told_from_what_stands_beside_both() -> None:
    shandong, henan = a_topic("shandong"), a_topic("henan")
    green, rail = a_topic("green", "theme"), a_topic("rail", "theme")
    first, second = a_document("First"), a_document("Second")
    for document, topic in ((first, shandong), (first, green), (first, rail)):
        a_link(document, topic)
    for document, topic in ((second, henan), (second, green)):
        a_link(document, topic)
    found = compare_topics(shandong, henan, a_visibility())
    assert [one.topic for one in found.shared] == [green]
    assert [one.topic for one in found.only_left] == [rail]
    assert found.only_right == ()


def test_a_record_on_both_shows_the_sentence_of_a_city_for_its_province() -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    document = a_document()
    a_link(document, a_topic("jinan", parent=shandong), quote="Jinan did it.")
    a_link(document, green, quote="It was green.")
    (witness,) = compare_topics(shandong, green, a_visibility()).witnesses
    assert (witness.left, witness.right) == ("Jinan did it.", "It was green.")


def test_two_records_share_their_topics_with_both_sentences() -> None:
    shandong, green, rail = a_topic("shandong"), a_topic("green", "theme"), a_topic("rail", "theme")
    left, right = a_document("Left"), a_document("Right")
    a_link(left, shandong, quote="Left of Shandong.")
    a_link(right, shandong, quote="Right of Shandong.")
    a_link(left, green)
    a_link(right, rail)
    found = compare_records(left, right, a_visibility())
    assert [(one.topic, one.left, one.right) for one in found.shared] == [
        (shandong, "Left of Shandong.", "Right of Shandong.")
    ]
    assert (found.only_left, found.only_right) == ((green,), (rail,))


def test_a_sentence_of_licensed_text_is_not_shown_to_everybody() -> None:
    shandong, green = a_topic("shandong"), a_topic("green", "theme")
    document = a_document(access="licensed")
    a_link(document, shandong)
    a_link(document, green, is_restricted=True, quote="Secret.")
    assert compare_topics(shandong, green, a_visibility()).both == 0
    assert compare_topics(shandong, green, a_visibility(reads_licensed=True)).both == 1


@pytest.mark.parametrize("typed", ["region:shandong", "Shandong", "shandong", "山东", "Lu "])
def test_a_topic_is_found_by_address_and_by_any_shown_name(typed: str) -> None:
    topic = a_topic("shandong", en="Shandong", zh="山东")
    a_name(topic, "Lu")
    assert find_compared([typed], a_visibility()) == [topic]


def test_a_record_is_found_by_number_address_and_title() -> None:
    document = a_document("A title of its own")
    typed = [str(document.pk), document.get_absolute_url(), "a title of its own"]
    assert find_compared(typed, a_visibility()) == [document] * 3


def test_a_draft_is_not_found_for_comparison() -> None:
    draft = a_draft()
    assert find_compared([str(draft.pk), draft.title], a_visibility()) == [None, None]
