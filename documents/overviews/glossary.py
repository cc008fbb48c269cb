"""The vocabulary as a list of names in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from documents.models import Topic, TopicName

FACETS = (Topic.Facet.THEME, Topic.Facet.CLUSTER, Topic.Facet.INSTRUMENT)


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    topic: Topic
    english: str
    chinese: str
    others: tuple[TopicName, ...]


def glossary_entries() -> dict[str, list[GlossaryEntry]]:
    """Return the entries of each facet, ordered by their English names."""
    groups: dict[str, list[GlossaryEntry]] = {str(facet): [] for facet in FACETS}
    for topic in Topic.objects.filter(facet__in=FACETS).with_names():
        groups[topic.facet].append(_entry(topic))
    for entries in groups.values():
        entries.sort(key=lambda entry: (entry.english or entry.chinese).casefold())
    return groups


def _entry(topic: Topic) -> GlossaryEntry:
    alternative = TopicName.Role.ALTERNATIVE
    return GlossaryEntry(
        topic=topic,
        english=topic.name_in("en"),
        chinese=topic.name_in("zh"),
        others=tuple(name for name in topic.names.all() if name.role == alternative),
    )
