"""Makers of records: each gives a valid one, and takes what the test cares about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth.models import Permission, User

from documents.models import Document, Source, Topic, TopicLink, TopicName, Visibility

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def a_visibility(now: datetime = NOON, **fields: Any) -> Visibility:
    return Visibility(now=now, **fields)


def a_source(name: str = "Institute of Testing", **fields: Any) -> Source:
    slug = name.lower().replace(" ", "-")
    source, _ = Source.objects.get_or_create(slug=slug, defaults={"name": name} | fields)
    return source


def a_document(title: str = "City clusters in Shandong", **fields: Any) -> Document:
    """Return a published, open report of 2024; a keyword replaces any field."""
    values: dict[str, Any] = {
        "kind": Document.Kind.REPORT,
        "body": f"{title}. Some text about it.",
        "status": Document.Status.PUBLISHED,
        "visible_from": NOON,
        "published_at": NOON,
        "published_on": date(2024, 5, 31),
        "published_precision": "day",
        "sorted_on": date(2024, 5, 31),
        "sorted_role": Document.SortRole.POSTED,
    }
    return Document.objects.create(title=title, **(values | fields))


def a_draft(title: str = "A draft about clusters", **fields: Any) -> Document:
    unpublished: dict[str, Any] = {
        "status": Document.Status.DRAFT,
        "visible_from": None,
        "published_at": None,
    }
    return a_document(title, **(unpublished | fields))


def a_topic(
    slug: str, facet: str = Topic.Facet.REGION, *, en: str = "", zh: str = "", **fields: Any
) -> Topic:
    """Return a topic with a preferred name in each language given."""
    if facet == Topic.Facet.CLUSTER:
        fields.setdefault("sense", Topic.Sense.CITY)
    topic = Topic.objects.create(slug=slug, facet=facet, **fields)
    for language, name in (("en", en or slug.replace("-", " ").title()), ("zh", zh)):
        if name:
            a_name(topic, name, language, role=TopicName.Role.PREFERRED)
    return topic


def a_name(
    topic: Topic, name: str, language: str = "en", *, role: str = TopicName.Role.ALTERNATIVE
) -> TopicName:
    return TopicName.objects.create(topic=topic, name=name, language=language, role=role)


def a_link(document: Document, topic: Topic, **fields: Any) -> TopicLink:
    """Return an accepted link with a quote; a keyword replaces any field."""
    values: dict[str, Any] = {
        "status": TopicLink.Status.ACCEPTED,
        "quote": document.body[:200] or document.title,
        "mention_count": 1,
    }
    return TopicLink.objects.create(document=document, topic=topic, **(values | fields))


def a_user(username: str = "ann", *permissions: str, **fields: Any) -> User:
    """Return a user with these permissions, each as "app.codename"."""
    user = User.objects.create_user(username, password="correct horse battery", **fields)
    for permission in permissions:
        app, codename = permission.split(".")
        user.user_permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename)
        )
    return user
