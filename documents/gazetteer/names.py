"""Loads the names of all topics, and builds the gazetteer anew only when one has changed."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from documents.gazetteer.cluster_names import cluster_variants
from documents.gazetteer.decoys import DECOYS
from documents.gazetteer.phrases import read_phrases
from documents.gazetteer.signals import SIGNALS
from documents.gazetteer.vocabulary import Gazetteer, Layer, Name, TopicFacts, gazetteer_of
from documents.models import OldAddress, Place, Topic, TopicName
from documents.text.folding import fold
from documents.text.matcher import Matcher

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from documents.gazetteer.phrases import Phrase

type TopicRow = tuple[int, str, str, str, str, int | None]
type NameRow = tuple[int, str, str, str]
type PlaceRow = tuple[int, str]
type MovedRow = tuple[str, str]


class Vocabulary(NamedTuple):
    """All rows that links are made from."""

    topics: tuple[TopicRow, ...]
    names: tuple[NameRow, ...]
    places: tuple[PlaceRow, ...]
    moved: tuple[MovedRow, ...] = ()


LAYERS: dict[str, Layer] = {
    "region": "place",
    "cluster": "place",
    "theme": "theme",
    "instrument": "instrument",
}


_held: ContextVar[Gazetteer | None] = ContextVar("names_held", default=None)


def load_names() -> Gazetteer:
    """Read the vocabulary in four queries; the same vocabulary gives the same object."""
    return _held.get() or gazetteer_from(*load_vocabulary())


@contextmanager
def held_names() -> Iterator[None]:
    """Read the vocabulary once for the block: for many records in a row, and not for long."""
    token = _held.set(load_names())
    try:
        yield
    finally:
        _held.reset(token)


def load_changed_names(
    added: Iterable[NameRow] = (), removed: Collection[NameRow] = ()
) -> Gazetteer:
    """Return the gazetteer as it would be with some names more and some less; nothing is stored.

    A name is topic, language, role and text.
    """
    topics, names, places, moved = load_vocabulary()
    return gazetteer_from(
        topics, (*(name for name in names if name not in removed), *added), places, moved
    )


def load_vocabulary() -> Vocabulary:
    """Return the rows as they are stored now, in four queries."""
    topics = Topic.objects.order_by("pk").values_list(
        "pk", "facet", "slug", "sense", "number", "parent"
    )
    names = TopicName.objects.order_by("pk").values_list("topic", "language", "role", "name")
    places = Place.objects.order_by("pk").values_list("topic", "level")
    moved = sorted(OldAddress.objects.present_slugs(Topic.Facet.THEME).items())
    return Vocabulary(tuple(topics), tuple(names), tuple(places), tuple(moved))


@cache
def rules_version() -> str:
    """Return a mark of what links are made by besides the vocabulary: phrases and this package."""
    modules = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    return hashlib.sha256(repr((read_phrases(), modules)).encode()).hexdigest()[:16]


@lru_cache(maxsize=4)
def gazetteer_from(
    topics: tuple[TopicRow, ...],
    names: tuple[NameRow, ...],
    places: tuple[PlaceRow, ...],
    moved: tuple[MovedRow, ...] = (),
) -> Gazetteer:
    """Build the gazetteer of these rows: topics, their names, the levels of places.

    `moved` has the slugs of merged themes and where they lead: their phrases tell that theme.
    """
    phrases = read_phrases()
    everything = (topics, names, places, moved, rules_version())
    version = hashlib.sha256(repr(everything).encode()).hexdigest()
    facts = list(_facts(topics, names, dict(places)))
    themes = {topic.slug: topic.pk for topic in facts if topic.facet == "theme"}
    by_slug = {old: themes[new] for old, new in moved if new in themes} | themes
    return gazetteer_of(
        version[:16],
        facts,
        [
            *_topic_names(topics, _without_doubtful(names, by_slug, phrases)),
            *(Name(decoy, "place", "decoy") for decoy in DECOYS),
            *(Name(word, "signal", rule) for rule, words in SIGNALS.items() for word in words),
        ],
        dict(moved),
        _phrase_matcher(tuple(sorted(by_slug.items()))),
    )


@lru_cache(maxsize=4)
def _phrase_matcher(by_slug: tuple[tuple[str, int], ...]) -> Matcher[Name]:
    """Build the automaton of all phrases for themes of these slugs and ids."""
    themes = dict(by_slug)
    return Matcher(
        (
            phrase.text,
            Name(
                phrase.text,
                "pair" if phrase.part else "theme",
                phrase.rule,
                themes.get(phrase.slug),
                phrase.weight,
                phrase.part,
            ),
        )
        for phrase in read_phrases()
        if not phrase.slug or phrase.slug in themes
    )


def _without_doubtful(
    names: Iterable[NameRow], themes: dict[str, int], phrases: Iterable[Phrase]
) -> list[NameRow]:
    """Return the names without those that the phrases take for mere signs or cues."""
    doubtful = {
        (themes.get(one.slug), role, fold(one.text)) for one in phrases for role in one.displaces
    }
    return [row for row in names if (row[0], row[2], fold(row[3])) not in doubtful]


def _topic_names(topics: Iterable[TopicRow], names: Iterable[NameRow]) -> Iterator[Name]:
    facets = {pk: facet for pk, facet, *_ in topics}
    headings = {pk for pk, facet, *_, parent in topics if facet == "theme" and parent is None}
    parents = {parent for *_, parent in topics}
    for topic, language, _role, name in names:
        if topic in headings & parents:
            continue  # records link to the themes under a heading
        layer = LAYERS[facets[topic]]
        yield Name(name, layer, "name", topic)
        if layer == "theme" and language == "en":
            yield from (Name(form, layer, "name", topic) for form in _plurals(name))
        if facets[topic] == "cluster":
            yield from (Name(form, layer, "name", topic) for form in cluster_variants(name))
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
    """Return the province-level unit that a region is or lies in; goes round a ring once."""
    seen: set[int] = set()
    while pk is not None and levels.get(pk) != "province":
        seen.add(pk)
        above = parents.get(pk)
        pk = None if above in seen else above
    return pk
