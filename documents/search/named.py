"""Topics by their ids as pages name them: from the names kept in memory, with no query."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import get_language

from documents.models import Topic
from documents.models.interface import language_order
from documents.search.labels import load_labels

if TYPE_CHECKING:
    from collections.abc import Collection

    from documents.search.labels import Labelled


@dataclass(frozen=True, slots=True)
class NamedTopic:
    """A topic by its preferred name in the interface language, else the other, else its slug."""

    facet: str
    slug: str
    label: str
    label_language: str

    def get_absolute_url(self) -> str:
        return _address(self.facet, self.slug, get_language() or "")


def named_topics(ids: Collection[int]) -> dict[int, NamedTopic]:
    """Return the topics with these ids; one that is not there any more is left out."""
    kept = load_labels().by_id
    own = language_order()[0]
    named = {pk: _named(kept[pk], own) for pk in ids if pk in kept}
    if missing := set(ids) - named.keys():  # one without any name
        for topic in Topic.objects.filter(pk__in=missing):
            named[topic.pk] = NamedTopic(topic.facet, topic.slug, topic.slug, "")
    return named


@lru_cache(maxsize=20_000)
def _named(topic: Labelled, own: str) -> NamedTopic:
    preferred = [label for label in topic.labels if label.is_preferred]
    shown = next((label for label in preferred if label.language == own), None)
    shown = shown or next(iter(preferred), None)
    if shown is None:
        return NamedTopic(topic.facet, topic.slug, topic.slug, "")
    return NamedTopic(topic.facet, topic.slug, shown.name, shown.language)


@lru_cache(maxsize=20_000)
def _address(facet: str, slug: str, _language: str) -> str:
    """Return the address of a topic's page, which begins with the interface language."""
    return reverse(f"documents:{facet}", args=[slug])
