"""The vocabulary as a list of names in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from documents.models import Topic, TopicName

FACETS = (Topic.Facet.THEME, Topic.Facet.CLUSTER, Topic.Facet.INSTRUMENT)


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A topic with the other names that it goes by in either language."""

    topic: Topic
    others: tuple[TopicName, ...]


def glossary_entries() -> dict[str, list[GlossaryEntry]]:
    """Return the entries of each facet, ordered by their names in the interface language."""
    groups: dict[str, list[GlossaryEntry]] = {str(facet): [] for facet in FACETS}
    for topic in Topic.objects.filter(facet__in=FACETS).with_names():
        groups[topic.facet].append(_entry(topic))
    for entries in groups.values():
        entries.sort(key=lambda entry: _place(entry.topic.label))
    return groups


def _entry(topic: Topic) -> GlossaryEntry:
    alternative = TopicName.Role.ALTERNATIVE
    return GlossaryEntry(
        topic=topic,
        others=tuple(name for name in topic.names.all() if name.role == alternative),
    )


def _place(name: str) -> bytes:
    """Return what to sort by: GB 18030 has the common Chinese characters in the order of Pinyin."""
    return name.casefold().encode("gb18030")
