"""Loads the names of all topics, and builds the gazetteer anew only when one has changed."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from documents.gazetteer.decoys import DECOYS
from documents.gazetteer.phrases import read_phrases
from documents.gazetteer.signals import SIGNALS
from documents.gazetteer.vocabulary import Gazetteer, Layer, Name, TopicFacts, gazetteer_of
from documents.models import Place, Topic, TopicName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

type TopicRow = tuple[int, str, str, str, str, int | None]
type NameRow = tuple[int, str, str, str]
type PlaceRow = tuple[int, str]

LAYERS: dict[str, Layer] = {
    "region": "place",
    "cluster": "place",
    "theme": "theme",
    "instrument": "instrument",
}


def load_names() -> Gazetteer:
    """Read the vocabulary in three queries; the same vocabulary gives the same object."""
    topics = Topic.objects.order_by("pk").values_list(
        "pk", "facet", "slug", "sense", "number", "parent"
    )
    names = TopicName.objects.order_by("pk").values_list("topic", "language", "role", "name")
    places = Place.objects.order_by("pk").values_list("topic", "level")
    return gazetteer_from(tuple(topics), tuple(names), tuple(places))


@lru_cache(maxsize=4)
def gazetteer_from(
    topics: tuple[TopicRow, ...], names: tuple[NameRow, ...], places: tuple[PlaceRow, ...]
) -> Gazetteer:
    """Build the gazetteer of these rows: topics, their names, the levels of places."""
    phrases = read_phrases()
    version = hashlib.sha256(repr((topics, names, places, phrases, DECOYS)).encode()).hexdigest()
    facts = list(_facts(topics, names, dict(places)))
    by_slug = {topic.slug: topic.pk for topic in facts if topic.facet == "theme"}
    return gazetteer_of(
        version[:16],
        facts,
        [
            *_topic_names(topics, names),
            *(Name(decoy, "place", "decoy") for decoy in DECOYS),
            *(Name(word, "signal", rule) for rule, words in SIGNALS.items() for word in words),
            *(
                Name(phrase.text, "theme", phrase.rule, by_slug.get(phrase.slug), phrase.weight)
                for phrase in phrases
                if not phrase.slug or phrase.slug in by_slug
            ),
        ],
    )


def _topic_names(topics: Iterable[TopicRow], names: Iterable[NameRow]) -> Iterator[Name]:
    facets = {pk: facet for pk, facet, *_ in topics}
    for topic, language, _role, name in names:
        layer = LAYERS[facets[topic]]
        yield Name(name, layer, "name", topic)
        if layer == "theme" and language == "en":
            yield from (Name(form, layer, "name", topic) for form in _plurals(name))
    for pk, facet, _slug, _sense, number, _parent in topics:
        if number and facet == "instrument":
            yield Name(number, "instrument", "number", pk)


def _plurals(name: str) -> Iterator[str]:
    """Give the plural of an English name that ends in a small letter."""
    if name[-1:].islower() and not name.endswith(("s", "ing", "ed", "tion", "ity", "ment")):
        yield f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def _facts(
    topics: Iterable[TopicRow], names: Iterable[NameRow], levels: dict[int, str]
) -> Iterator[TopicFacts]:
    parents = {pk: parent for pk, _facet, _slug, _sense, _number, parent in topics}
    preferred = {
        (topic, language): name for topic, language, role, name in names if role == "preferred"
    }
    for pk, facet, slug, sense, _number, parent in topics:
        yield TopicFacts(
            pk=pk,
            facet=facet,
            slug=slug,
            name_en=preferred.get((pk, "en"), ""),
            name_zh=preferred.get((pk, "zh"), ""),
            sense=sense,
            level=levels.get(pk, ""),
            parent_id=parent,
            province_id=_province(pk, parents, levels),
        )


def _province(pk: int | None, parents: dict[int, int | None], levels: dict[int, str]) -> int | None:
    """Return the province-level unit that a region is or lies in."""
    while pk is not None and levels.get(pk) != "province":
        pk = parents.get(pk)
    return pk
