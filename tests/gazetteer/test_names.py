"""The gazetteer is built anew only when a name has changed."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from documents.gazetteer import (
    Zone,
    find_mentions,
    load_changed_names,
    load_names,
    rules_version,
)
from documents.models import Topic
from tests.build import a_name, a_topic

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def test_four_queries_load_the_names(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    a_topic("jinan", en="Jinan", zh="济南")
    with django_assert_num_queries(4):
        load_names()


def test_the_same_names_give_the_same_gazetteer_and_a_new_one_another() -> None:
    topic = a_topic("jinan", en="Jinan")
    first = load_names()
    assert load_names() is first
    a_name(topic, "City of Springs")
    assert load_names().version != first.version


def test_names_can_be_tried_without_storing_them() -> None:
    topic = a_topic("jinan", en="Jinan")
    row = (topic.pk, "en", "preferred", "Jinan")
    tried = load_changed_names([(topic.pk, "en", "alternative", "City of Springs")], [row])
    found = find_mentions([Zone("body", "Jinan, the City of Springs")], tried)
    assert [mention.surface for mention in found] == ["City of Springs"]


def test_a_heading_is_never_matched() -> None:
    heading = a_topic("urbanization", "theme", en="Urban matters")
    a_topic("housing", "theme", en="Urban matters", parent=heading)
    (mention,) = find_mentions([Zone("body", "Urban matters")], load_names())
    assert mention.topic_id != heading.pk


def test_every_process_gives_the_rules_the_same_mark() -> None:
    """A set is printed in another order by each process, and would change the mark."""
    code = "import django; django.setup()\nfrom documents.gazetteer import rules_version\n"
    marks = {
        subprocess.run(
            [sys.executable, "-c", f"{code}print(rules_version())"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert marks == {f"{rules_version()}\n"}


def test_two_places_below_each_other_have_no_province() -> None:
    one, other = a_topic("reed", en="Reed"), a_topic("marsh", en="Marsh")
    Topic.objects.filter(pk=one.pk).update(parent=other)
    Topic.objects.filter(pk=other.pk).update(parent=one)
    assert load_names().topics[one.pk].province_id is None
