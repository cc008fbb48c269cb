"""Runs the automaton over the zones and keeps what is spelt as a name and lies in one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from documents.gazetteer.line_breaks import unbroken
from documents.gazetteer.namesakes import is_namesake
from documents.gazetteer.spelling import is_spelt
from documents.gazetteer.tongue import guess_tongue
from documents.gazetteer.word_starts import begins_word
from documents.text.matcher import leftmost_longest
from documents.text.sentences import Span, sentence_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer.vocabulary import Gazetteer, Layer, Name
    from documents.gazetteer.zone import Zone
    from documents.text.matcher import Match

# Rules whose words are English or Chinese: a German cognate ("Land", "Export") is another word.
ENGLISH = frozenset({"cue", "word", "pair"})
_SHORT_HAN = re.compile(r"[\u3400-\u9fff]{1,2}")


@dataclass(frozen=True, slots=True)
class Hit:
    """Names of one layer at one place of a zone's text, all equally long."""

    start: int
    end: int
    names: tuple[Name, ...]

    @property
    def topic_ids(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(name.topic_id for name in self.names if name.topic_id))

    @property
    def rule(self) -> str:
        return self.names[0].rule

    @property
    def is_decoy(self) -> bool:
        return self.rule == "decoy"


@dataclass(frozen=True, slots=True)
class ReadZone:
    """A zone with its sentences and its hits by layer, in order and without overlap."""

    name: str
    text: str
    spans: Sequence[Span]
    hits: dict[Layer, list[Hit]] = field(default_factory=dict)  # those of pairs may overlap

    def sentence(self, at: int) -> Span:
        """Return the sentence round an offset that a hit gave."""
        return sentence_at(self.spans, at) or Span(at, at)


def read_zone(zone: Zone, gazetteer: Gazetteer) -> ReadZone:
    """Find all names in a zone."""
    found: dict[Layer, list[Hit]] = {"place": [], "theme": [], "pair": []}
    found |= {"instrument": [], "signal": []}
    for match in gazetteer.matcher.find_all(zone.text):
        for layer, names in _by_layer(match, zone.text, gazetteer).items():
            found[layer].append(Hit(match.start, match.end, names))
    spans = unbroken(zone, [hit for layer in ("place", "instrument") for hit in found[layer]])
    read = ReadZone(zone.name, zone.text, spans)
    for layer, hits in found.items():
        within = [hit for hit in hits if _is_in_one_sentence(read, hit)]
        if layer in {"place", "theme"}:
            within = [hit for hit in within if _begins_word(zone.text, hit, layer)]
        if layer == "place":
            within = [hit for hit in within if hit.is_decoy or not is_namesake(zone.text, hit)]
        if layer in {"theme", "pair"} and guess_tongue(zone.text) != "en":
            within = [hit for hit in within if hit.rule not in ENGLISH]
        read.hits[layer] = within if layer == "pair" else leftmost_longest(within)
    return read


def _by_layer(match: Match[Name], text: str, gazetteer: Gazetteer) -> dict[Layer, tuple[Name, ...]]:
    surface = text[match.start : match.end]
    layers: dict[Layer, dict[tuple[int | None, tuple[int, int] | None], Name]] = {}
    for name in match.values:
        topic = gazetteer.topics.get(name.topic_id) if name.topic_id else None
        if is_spelt(surface, name, topic):
            best = layers.setdefault(name.layer, {})
            known = best.get((name.topic_id, name.part))
            if known is None or known.weight < name.weight:
                best[name.topic_id, name.part] = name
    return {layer: _told(tuple(best.values())) for layer, best in layers.items()}


def _told(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the decoys alone where there are any."""
    decoys = tuple(name for name in names if name.rule == "decoy")
    return decoys or names


def _is_in_one_sentence(read: ReadZone, hit: Hit) -> bool:
    span = sentence_at(read.spans, hit.start)
    return span is not None and hit.end <= span.end


def _begins_word(text: str, hit: Hit, layer: Layer) -> bool:
    if hit.is_decoy:
        return True
    if layer == "theme" and not _SHORT_HAN.fullmatch(text, hit.start, hit.end):
        return True
    return begins_word(text, hit)
