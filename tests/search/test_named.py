from __future__ import annotations

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from documents.models import Topic
from documents.search.named import NamedTopic, named_topics
from tests.build import a_topic

pytestmark = pytest.mark.django_db


def test_a_topic_goes_by_its_name_in_the_language_of_the_page() -> None:
    topic = a_topic("shandong", en="Shandong", zh="山东")
    assert named_topics([topic.pk])[topic.pk] == NamedTopic("region", "shandong", "Shandong", "en")
    with translation.override("zh-hans"):
        named = named_topics([topic.pk])[topic.pk]
        assert (named.label, named.label_language) == ("山东", "zh")
        assert named.get_absolute_url() == "/zh-hans/regions/shandong/"
    assert named_topics([topic.pk])[topic.pk].get_absolute_url() == "/regions/shandong/"


def test_a_topic_without_a_name_goes_by_its_slug_and_one_that_is_gone_is_left_out() -> None:
    nameless = Topic.objects.create(facet="theme", slug="water")
    assert named_topics([nameless.pk, 99]) == {
        nameless.pk: NamedTopic("theme", "water", "water", "")
    }


def test_a_new_name_is_shown_at_once_and_known_names_need_no_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    topic = a_topic("shandong", en="Shandong")
    named_topics([topic.pk])
    with django_assert_num_queries(0):
        named_topics([topic.pk])
    name = topic.names.get()
    name.name = "Shandong Province"
    name.save()
    assert named_topics([topic.pk])[topic.pk].label == "Shandong Province"
