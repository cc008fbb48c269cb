from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import translation

from documents.models import Cluster, Membership, Place, Region, Topic, TopicName
from tests.build import a_name, a_topic

pytestmark = pytest.mark.django_db


def test_a_slug_may_stand_in_two_facets_but_once_in_each() -> None:
    a_topic("belt-and-road", Topic.Facet.THEME)
    a_topic("belt-and-road", Topic.Facet.INSTRUMENT)
    with pytest.raises(IntegrityError):
        a_topic("belt-and-road", Topic.Facet.THEME)


def test_a_cluster_has_one_of_two_senses() -> None:
    with pytest.raises(IntegrityError, match="topic_sense_is_for_clusters"):
        a_topic("chips", Topic.Facet.CLUSTER, sense="")


def test_only_a_cluster_has_a_sense() -> None:
    with pytest.raises(IntegrityError, match="topic_sense_is_for_clusters"):
        a_topic("shandong", Topic.Facet.REGION, sense="city")


def test_a_topic_has_one_preferred_name_a_language() -> None:
    topic = a_topic("shandong", zh="山东")
    with pytest.raises(IntegrityError):
        a_name(topic, "鲁", "zh", role=TopicName.Role.PREFERRED)


def test_the_label_follows_the_interface_language() -> None:
    topic = a_topic("shandong", en="Shandong", zh="山东")
    assert (topic.label, topic.other_label, topic.label_language) == ("Shandong", "山东", "en")
    with translation.override("zh-hans"):
        assert (topic.label, topic.other_label, topic.label_language) == ("山东", "Shandong", "zh")


def test_a_proxy_holds_its_own_facet_only() -> None:
    region = a_topic("shandong")
    cluster = a_topic("shandong-peninsula", Topic.Facet.CLUSTER)
    assert [topic.pk for topic in Region.objects.all()] == [region.pk]
    assert [topic.pk for topic in Cluster.objects.all()] == [cluster.pk]


def test_a_topic_lies_below_one_of_its_own_kind() -> None:
    theme = a_topic("ports", Topic.Facet.THEME)
    with pytest.raises(ValidationError, match="of another kind"):
        Region(slug="qingdao", parent=theme).full_clean()
    Region(facet="region", slug="qingdao", parent=a_topic("shandong")).full_clean()


def test_a_topic_does_not_lie_below_itself_at_any_depth() -> None:
    top = a_topic("transport", Topic.Facet.THEME)
    ports = a_topic("ports", Topic.Facet.THEME, parent=top)
    top.parent = a_topic("cranes", Topic.Facet.THEME, parent=ports)
    with pytest.raises(ValidationError, match="below itself"):
        top.full_clean()


def test_a_place_off_the_earth_is_refused() -> None:
    with pytest.raises(IntegrityError, match="place_coordinates_on_earth"):
        Place.objects.create(topic=a_topic("nowhere"), level="province", lat=95, lon=10)


def test_a_topic_is_no_member_of_itself() -> None:
    topic = a_topic("shandong")
    with pytest.raises(IntegrityError, match="membership_is_between_two"):
        Membership.objects.create(whole=topic, part=topic)
