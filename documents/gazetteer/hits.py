"""Runs the automaton over the zones and keeps what is spelt as a name and lies in one sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, partial
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from documents.gazetteer.bearers import find_bearer, is_borne
from documents.gazetteer.line_breaks import unbroken
from documents.gazetteer.namesakes import is_namesake
from documents.gazetteer.offices import is_of_office, office_nouns
from documents.gazetteer.spelling import spelt
from documents.gazetteer.tongue import guess_tongue
from documents.gazetteer.word_starts import begins_word, is_han
from documents.text.matcher import first_of_overlapping
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from documents.gazetteer.vocabulary import Gazetteer, Layer, Name, Spelling
    from documents.gazetteer.zone import Zone

# Rules whose words are English or Chinese: a German cognate ("Land", "Export") is another word.
ENGLISH = frozenset({"cue", "word", "pair"})
# Names that may run across a line end where a page was wrapped.
_WRAPPED: frozenset[Layer] = frozenset({"place", "instrument"})
_LAYERS: tuple[Layer, ...] = ("place", "theme", "pair", "instrument", "signal")
# An address names nothing that its page speaks of.
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
# “十四五”末, “十四五”时期: the five years, not their plan.
_PERIOD = re.compile(r"(?<=[五”\"])[”\"]?(?:时期|期间|末|初|以来|开局|收官|前|后|首|之|中后?期)")
_NOT_LAW = frozenset("律规治院庭定人学")
_SHORT = 2  # characters; of other Chinese words such a one may be a piece


class Hit(NamedTuple):
    """Names of one layer at one place of a zone's text, all equally long, in one sentence."""

    start: int
    end: int
    spelling: Spelling
    sentence: Span

    @property
    def names(self) -> tuple[Name, ...]:
        return self.spelling.names

    @property
    def topic_ids(self) -> tuple[int, ...]:
        return self.spelling.topic_ids

    @property
    def rule(self) -> str:
        return self.spelling.rule

    @property
    def is_decoy(self) -> bool:
        return self.spelling.rule == "decoy"


@dataclass(frozen=True)
class ReadZone:
    """A zone with its sentences and its hits by layer, in order and without overlap.

    Those of pairs are not sifted: they may overlap and be pieces of words.
    """

    name: str
    text: str
    spans: Sequence[Span]
    hits: dict[Layer, list[Hit]]

    def sentence(self, at: int) -> Span:
        """Return the sentence round an offset, an empty one where there is none."""
        place = bisect_right(self.spans, at, key=itemgetter(0)) - 1
        return self.spans[place] if place >= 0 and at < self.spans[place].end else Span(at, at)

    def signals(self, rule: str) -> Sequence[Hit]:
        """Return the words that send a rule to look round them."""
        return self._signals.get(rule, ())

    @cached_property
    def _signals(self) -> dict[str, list[Hit]]:
        by_rule: dict[str, list[Hit]] = {}
        for hit in self.hits["signal"]:
            by_rule.setdefault(hit.spelling.rule, []).append(hit)
        return by_rule

    @cached_property
    def offices(self) -> list[int]:
        """Where the nouns of public offices stand."""
        return office_nouns(self.text)


def read_zone(zone: Zone, gazetteer: Gazetteer) -> ReadZone:
    """Find all names in a zone."""
    found = [
        (start, -below, spelt(zone.text[start:-below], gazetteer))
        for start, below in _said(zone.text, gazetteer.matcher.places(zone.text))
    ]
    wrapped = (
        Span(start, end)
        for start, end, layers in found
        if zone.text.find("\n", start, end) > 0 and any(layer in _WRAPPED for layer, _ in layers)
    )
    spans = unbroken(zone, wrapped)
    hits: dict[Layer, list[Hit]] = {layer: [] for layer in _LAYERS}
    for start, end, layers, sentence in _within(spans, found):
        for layer, spelling in layers:
            hits[layer].append(Hit(start, end, spelling, sentence))
    read = ReadZone(zone.name, zone.text, spans, hits)
    _sift(read)
    return read


def _said(text: str, places: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Return the places without those in addresses of pages."""
    if "http" not in text and "www." not in text:
        return places
    spans = [match.span() for match in _ADDRESS.finditer(text)]
    starts = [start for start, _ in spans]
    return (
        place
        for place in places
        if not (at := bisect_right(starts, place[0])) or spans[at - 1][1] <= place[0]
    )


def _within[L](
    spans: Sequence[Span], found: Iterable[tuple[int, int, L]]
) -> Iterator[tuple[int, int, L, Span]]:
    """Give what lies within one sentence, with that sentence; both in order."""
    place, last = 0, len(spans) - 1
    for start, end, what in found:
        while place < last and spans[place].end <= start:
            place += 1
        sentence = spans[place]
        if sentence.start <= start and end <= sentence.end:
            yield start, end, what, sentence


def _sift(read: ReadZone) -> None:
    """Leave of each layer what counts and does not overlap."""
    foreign = ENGLISH if guess_tongue(read.text) != "en" else frozenset()
    hits = read.hits
    people: set[str] = set()
    places = first_of_overlapping(hits["place"], partial(_is_place, read, people))
    hits["place"] = [hit for hit in places if not is_borne(read.text, hit, people)]
    hits["theme"] = first_of_overlapping(hits["theme"], partial(_is_theme, read, foreign))
    hits["pair"] = [] if "pair" in foreign else hits["pair"]
    hits["instrument"] = first_of_overlapping(hits["instrument"], partial(_is_instrument, read))
    hits["signal"] = first_of_overlapping(hits["signal"])


def _is_place(read: ReadZone, people: set[str], hit: Hit) -> bool:
    """Whether a name is a place's; a person who bears it is added to `people`."""
    if hit.is_decoy:
        return True
    if not begins_word(read.text, hit) or is_namesake(read.text, hit):
        return False
    person = find_bearer(read.text, hit)
    if person:
        people.add(person)
    return person is None


def _is_instrument(read: ReadZone, hit: Hit) -> bool:
    """Whether a name is an instrument's: 土地管理法规 has no law's, “十四五”末 tells when."""
    text = read.text
    if text[hit.end - 1] == "法":
        return text[hit.end : hit.end + 1] not in _NOT_LAW
    return not _PERIOD.match(text, hit.end)


def _is_theme(read: ReadZone, foreign: frozenset[str], hit: Hit) -> bool:
    rule = hit.spelling.rule
    if rule == "decoy":
        return True
    return (
        rule not in foreign
        and is_whole(read, hit)
        and not is_of_office(read.text, hit.end, read.offices)
    )


def is_whole(read: ReadZone, hit: Hit) -> bool:
    """Whether a theme's word is no piece of other words, as short Chinese ones may be."""
    if hit.end - hit.start > _SHORT or not (
        is_han(read.text[hit.start]) and is_han(read.text[hit.end - 1])
    ):
        return True
    return begins_word(read.text, hit)
