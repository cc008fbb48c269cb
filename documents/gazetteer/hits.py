"""Runs the automaton over the zones and keeps what is spelt as a name and lies in one sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from documents.gazetteer.line_breaks import unbroken
from documents.gazetteer.namesakes import is_namesake
from documents.gazetteer.spelling import is_spelt
from documents.gazetteer.tongue import guess_tongue
from documents.gazetteer.word_starts import begins_word
from documents.text.matcher import leftmost_longest
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.gazetteer.vocabulary import Gazetteer, Layer, Name
    from documents.gazetteer.zone import Zone

# Rules whose words are English or Chinese: a German cognate ("Land", "Export") is another word.
ENGLISH = frozenset({"cue", "word", "pair"})
REMEMBERED = 50_000  # surfaces, each with the names that it spells
# 住房城乡建设部门, 生态环境厅: the office has the theme in its name, the text need not.
_OFFICE = re.compile(
    r"(?:(?![的和与及在对将是为了等各有相])[\u4e00-\u9fff]){0,6}?"
    r"(?:(?:行政)?主管部门|行政部门|部门|厅(?![堂])|局(?![部面势限域])|委员会)"
)
_SHORT_HAN = re.compile(r"[\u3400-\u9fff]{1,2}")


class Hit(NamedTuple):
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
    """A zone with its sentences and its hits by layer, in order and without overlap.

    Those of pairs are not sifted: they may overlap, cut words and run over a sentence's end.
    """

    name: str
    text: str
    spans: Sequence[Span]
    starts: Sequence[int]  # of the spans
    hits: dict[Layer, list[Hit]] = field(default_factory=dict)

    def sentence(self, at: int) -> Span:
        """Return the sentence round an offset that a hit gave."""
        place = bisect_right(self.starts, at) - 1
        return self.spans[place] if place >= 0 and at < self.spans[place].end else Span(at, at)


def read_zone(zone: Zone, gazetteer: Gazetteer) -> ReadZone:
    """Find all names in a zone."""
    found: dict[Layer, list[Hit]] = {"place": [], "theme": [], "pair": []}
    found |= {"instrument": [], "signal": []}
    text = zone.text
    for start, end, values in gazetteer.matcher.find_all(text):
        for layer, names in _by_layer(values, text[start:end], gazetteer):
            found[layer].append(Hit(start, end, names))
    spans = unbroken(zone, [hit for layer in ("place", "instrument") for hit in found[layer]])
    read = ReadZone(zone.name, text, spans, [span.start for span in spans])
    foreign = ENGLISH if guess_tongue(text) != "en" else frozenset()
    counts = {"place": partial(_is_place, read), "theme": partial(_is_theme, read, foreign)}
    for layer, hits in found.items():
        if layer == "pair":
            read.hits[layer] = [] if layer in foreign else hits
        else:
            read.hits[layer] = leftmost_longest(hits, counts.get(layer, partial(_lies_in, read)))
    return read


def _lies_in(read: ReadZone, hit: Hit) -> bool:
    """Whether a hit ends in the sentence in which it begins."""
    return hit.end <= read.sentence(hit.start).end


def _is_place(read: ReadZone, hit: Hit) -> bool:
    if not _lies_in(read, hit):
        return False
    return hit.is_decoy or (
        begins_word(read.text, hit, read.sentence(hit.start)) and not is_namesake(read.text, hit)
    )


def _is_theme(read: ReadZone, foreign: frozenset[str], hit: Hit) -> bool:
    if hit.rule in foreign or not _lies_in(read, hit):
        return False
    return hit.is_decoy or (is_whole(read, hit) and not _OFFICE.match(read.text, hit.end))


def _by_layer(
    values: tuple[Name, ...], surface: str, gazetteer: Gazetteer
) -> tuple[tuple[Layer, tuple[Name, ...]], ...]:
    """Return the names that a surface spells, by layer; told once for each surface."""
    key = surface, id(values)
    known = gazetteer.spelt.get(key)
    if known is None:
        if len(gazetteer.spelt) >= REMEMBERED:
            gazetteer.spelt.clear()
        known = gazetteer.spelt[key] = tuple(_spelt(values, surface, gazetteer).items())
    return known


def _spelt(
    names: tuple[Name, ...], surface: str, gazetteer: Gazetteer
) -> dict[Layer, tuple[Name, ...]]:
    layers: dict[Layer, dict[tuple[int | None, tuple[int, int] | None], Name]] = {}
    for name in names:
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


def is_whole(read: ReadZone, hit: Hit) -> bool:
    """Whether a theme's word is no piece of other words, as short Chinese ones may be."""
    if not _SHORT_HAN.fullmatch(read.text, hit.start, hit.end):
        return True
    return begins_word(read.text, hit, read.sentence(hit.start))
