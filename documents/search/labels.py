"""The names of all topics by their terms, kept in memory and read anew when they change."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from documents.models import Topic, TopicName
from documents.search.kept import Kept, signature_in, signature_of
from documents.text.analysis import stems
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from documents.search.kept import Signature


@dataclass(frozen=True, slots=True)
class Label:
    """One name of a topic; `narrower` says what it means where that is less than the topic."""

    name: str
    language: str
    role: str
    terms: tuple[str, ...]
    narrower: str = ""

    @property
    def is_preferred(self) -> bool:
        return self.role == TopicName.Role.PREFERRED


@dataclass(frozen=True, slots=True)
class Labelled:
    """A topic with all its names, the preferred ones first."""

    topic_id: int
    facet: str
    slug: str
    labels: tuple[Label, ...]

    def meant_by(self, terms: tuple[str, ...]) -> tuple[Label, ...]:
        """Return the names of just what these terms mean: of the topic, or of a narrower thing.

        A hidden name of a theme is a loose form of it, narrower too, and means nothing but itself.
        """
        own = [label for label in self.labels if label.terms == terms]
        things = {label.narrower for label in own if not self._is_loose(label)}
        if "" in things:
            things = {""}
        return tuple(
            label for label in self.labels if label.narrower in things and not self._is_loose(label)
        )

    def is_meant_by(self, terms: tuple[str, ...]) -> bool:
        """Tell whether these terms mean the topic itself, and nothing narrower."""
        return any(
            label.terms == terms and not label.narrower and not self._is_loose(label)
            for label in self.labels
        )

    def _is_loose(self, label: Label) -> bool:
        return (
            self.facet == Topic.Facet.THEME
            and label.role == TopicName.Role.HIDDEN
            and not label.narrower
        )


@dataclass(frozen=True, slots=True)
class Labels:
    """Which topics go by a sequence of terms; `longest` is the number of terms of the longest.

    `by_id` holds each topic that has a name. `names` are all names folded, each with its label and
    its topic, the preferred ones first.
    """

    topics: Mapping[tuple[str, ...], tuple[Labelled, ...]]
    longest: int
    by_id: Mapping[int, Labelled] = field(default_factory=dict)
    names: tuple[tuple[str, Label, Labelled], ...] = ()


def load_labels() -> Labels:
    """Return the labels, without queries while no name has changed."""
    return _kept.load()


def forget_labels() -> None:
    """Read the labels anew at the next use."""
    _kept.forget()


def _signature() -> Signature:
    return signature_in(TopicName.objects.all(), "name")


def _read() -> tuple[Labels, Signature]:
    """Return the labels and the signature of the rows they were made from."""
    names: defaultdict[tuple[int, str, str], list[Label]] = defaultdict(list)
    lengths: list[tuple[int, int]] = []
    rows = TopicName.objects.order_by("topic", "pk").values_list(
        "pk", "topic", "topic__facet", "topic__slug", "name", "language", "role", "narrower"
    )
    for pk, topic_id, facet, slug, name, language, role, narrower in rows:
        lengths.append((pk, len(name)))
        label = Label(name, language, role, tuple(stems(name)), narrower)
        names[topic_id, facet, slug].append(label)
    by_id = {
        key[0]: Labelled(*key, tuple(sorted(labels, key=lambda label: not label.is_preferred)))
        for key, labels in names.items()
    }
    topics: defaultdict[tuple[str, ...], list[Labelled]] = defaultdict(list)
    folded: list[tuple[str, Label, Labelled]] = []
    for labelled in by_id.values():
        folded += [(fold(label.name), label, labelled) for label in labelled.labels if label.terms]
        for terms in {label.terms for label in labelled.labels if label.terms}:
            topics[terms].append(labelled)
    longest = max(map(len, topics), default=0)
    held = {terms: tuple(found) for terms, found in topics.items()}
    labels = Labels(held, longest, by_id, tuple(folded))
    return labels, signature_of(lengths)


_kept = Kept(_read, _signature)
