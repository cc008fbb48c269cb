"""Gives words that are a topic's name its other names too, in both languages.

Whole names only, the longest first, at query time, on leaves outside NOT, quotes and fields: so a
NOT never widens. A name that two topics of one facet share is left alone: it is not for us to say
which is meant. A name of something narrower than its topic finds the other names of that thing
only, and a loose form of a theme only itself. Each name can be dropped; the records linked to the
topic that was named come along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.models import TopicName
from documents.search.record import DIRECT
from documents.search.results import Expansion, OtherName
from documents.search.tree import And, Best, Node, Or, Phrase, Value
from documents.text.analysis import is_han
from documents.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from documents.search.labels import Label, Labelled, Labels

MOST_NAMES = 12
MOST_LEAVES = 10
TYPED, LINKED, SAME_LANGUAGE, OTHER_LANGUAGE = 1.0, 0.9, 0.8, 0.7


def expand(
    tree: Node, labels: Labels, dropped: Iterable[str] = ()
) -> tuple[Node, tuple[Expansion, ...]]:
    """Return the tree with other names beside those typed, and what was added."""
    expander = _Expander(labels, frozenset(fold(name) for name in dropped))
    return expander.expanded(tree), tuple(expander.added)


class _Expander:
    def __init__(self, labels: Labels, dropped: frozenset[str]) -> None:
        self._labels = labels
        self._dropped = dropped
        self.added: list[Expansion] = []

    def expanded(self, node: Node) -> Node:
        match node:
            case And(parts):
                found = tuple(self._runs(parts))
                return found[0] if len(found) == 1 else And(found)
            case Or(parts):
                return Or(tuple(self.expanded(part) for part in parts))
            case Phrase() if _plain_run((node,)):
                return next(self._runs((node,)))
        return node

    def _runs(self, parts: Sequence[Node]) -> Iterator[Node]:
        """Yield the parts, words that make up a name together as one."""
        at = 0
        while at < len(parts):
            run = _plain_run(parts[at : at + MOST_LEAVES])
            taken, node = self._longest_name(run)
            if node is None:
                yield self.expanded(parts[at]) if not run else parts[at]
            else:
                yield node
            at += taken

    def _longest_name(self, run: Sequence[Phrase]) -> tuple[int, Node | None]:
        for count in range(len(run), 0, -1):
            terms = tuple(term for leaf in run[:count] for term in leaf.terms)
            if len(terms) > self._labels.longest:
                continue
            topics = self._labels.topics.get(terms, ())
            if _mean_something(topics, terms) and not _is_ambiguous(topics):
                typed = " ".join(leaf.typed for leaf in run[:count])
                return count, self._with_names(Phrase(terms, typed=typed), topics)
        return 1, None

    def _with_names(self, typed: Phrase, topics: Sequence[Labelled]) -> Node:
        labels = list(_other_labels(typed, topics))
        kept = [label for label in labels if fold(label.name) not in self._dropped]
        dropped = [label for label in labels if fold(label.name) in self._dropped]
        if labels:
            topic = topics[0]
            self.added.append(
                Expansion(
                    typed=typed.typed,
                    names=tuple(OtherName(label.name, label.language) for label in kept),
                    dropped=tuple(OtherName(label.name, label.language) for label in dropped),
                    facet=topic.facet,
                    slug=topic.slug,
                )
            )
        others = [Phrase(label.terms, typed=label.name) for label in kept]
        weights = [_weight(typed, label) for label in kept]
        meant = tuple(str(one.topic_id) for one in topics if one.is_meant_by(typed.terms))
        if not meant:
            return Best((typed, *others), (TYPED, *weights)) if others else typed
        linked = Value(DIRECT, meant, typed.typed)
        return Best((typed, linked, *others), (TYPED, LINKED, *weights))


def _plain_run(parts: Sequence[Node]) -> list[Phrase]:
    """Return the words typed side by side without quotes or field."""
    run = []
    for part in parts:
        if not isinstance(part, Phrase) or part.is_quoted or part.field:
            break
        run.append(part)
    return run


def _mean_something(topics: Sequence[Labelled], terms: tuple[str, ...]) -> bool:
    """Tell whether the terms are more than a loose form, which is searched as plain words."""
    return any(topic.meant_by(terms) for topic in topics)


def _is_ambiguous(topics: Sequence[Labelled]) -> bool:
    return len({topic.facet for topic in topics}) < len(topics)


def _other_labels(typed: Phrase, topics: Sequence[Labelled]) -> Iterator[Label]:
    """Yield the names that find more than those before them; hidden ones are not offered."""
    held = [typed.terms]
    for topic in topics:
        for label in topic.meant_by(typed.terms):
            is_hidden = label.role == TopicName.Role.HIDDEN and not label.narrower
            if is_hidden or len(held) > MOST_NAMES:
                continue
            if _is_one_character(label) or any(_contains(label.terms, one) for one in held):
                continue
            held.append(label.terms)
            yield label


def _is_one_character(label: Label) -> bool:
    return len(label.terms) == 1 and is_han(label.terms[0])


def _contains(terms: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Tell whether whatever holds `terms` holds `part` anyway."""
    width = len(part)
    return any(terms[at : at + width] == part for at in range(len(terms) - width + 1))


def _weight(typed: Phrase, label: Label) -> float:
    is_chinese = is_han(typed.terms[0])
    return SAME_LANGUAGE if (label.language == "zh") == is_chinese else OTHER_LANGUAGE
