"""Finds everything that a record's zones name, and settles what it can."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from documents.gazetteer.back_references import resolve
from documents.gazetteer.citations import citations
from documents.gazetteer.clusters import BY_INDUSTRY, INDUSTRIAL, cluster_nouns
from documents.gazetteer.country import settle_country
from documents.gazetteer.hits import read_zone
from documents.gazetteer.homonyms import settle
from documents.gazetteer.instrument_references import instrument_references, refer
from documents.gazetteer.organisations import organisations
from documents.gazetteer.pairs import pairs
from documents.gazetteer.people import people
from documents.gazetteer.phrases import PAIR
from documents.gazetteer.placement import mention_at
from documents.gazetteer.public_bodies import public_bodies
from documents.gazetteer.roles import denials, with_roles
from documents.gazetteer.short_names import with_short_names
from documents.gazetteer.themes import with_company
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from documents.gazetteer.found import FoundMention
    from documents.gazetteer.hits import Hit, ReadZone
    from documents.gazetteer.vocabulary import Gazetteer
    from documents.gazetteer.zone import Zone

_ENACTS = re.compile(r"制定本(?:条例|办法|规定|细则|规则|决定|实施)")
_PLACE = attrgetter("start", "end")


def find_mentions(zones: Sequence[Zone], gazetteer: Gazetteer) -> tuple[FoundMention, ...]:
    """Return the mentions in the order of the zones and of the text.

    The same zones and gazetteer always give the same mentions; nothing is read or written.
    """
    found: list[FoundMention] = []
    denied: dict[str, list[int]] = {}
    own_title = next((zone.text for zone in zones if zone.name == "title"), "")
    for zone in zones:
        read = read_zone(zone, gazetteer)
        found += sorted(_mentions(read, gazetteer, own_title), key=_PLACE)
        denied[zone.name] = denials(read)
    texts = {zone.name: zone.text for zone in zones}
    settled = refer(resolve(settle(with_company(found), gazetteer)), texts)
    return tuple(settle_country(with_roles(settled, texts, denied), texts, gazetteer))


def _mentions(read: ReadZone, gazetteer: Gazetteer, own_title: str) -> Iterator[FoundMention]:
    masks = organisations(read)
    yield from (mention_at(read, span, "organisation", "organisation") for span in masks)
    others = [*masks, *(bodies := public_bodies(read, masks))]
    yield from (mention_at(read, span, "organisation", "public-body") for span in bodies)
    yield from (mention_at(read, span, "person", "person") for span in people(read, others))
    cited = with_short_names(read, list(citations(read, own_title, masks, gazetteer)))
    yield from cited
    yield from instrument_references(read)
    yield from _places(read, [*masks, *_of_the_country(read, cited, gazetteer)], gazetteer)
    yield from _themes(read, [*others, *_legal_bases(cited)])


def _of_the_country(
    read: ReadZone, cited: Sequence[FoundMention], gazetteer: Gazetteer
) -> Iterator[Span]:
    """Give where the country stands in a title: "... Law of the People's Republic of China"."""
    for hit in read.hits["place"]:
        countries = [gazetteer.topics[pk].level == "country" for pk in hit.topic_ids]
        is_cited = any(one.start <= hit.start and hit.end <= one.end for one in cited)
        if any(countries) and (is_cited or read.text.endswith("《", 0, hit.start)):
            yield Span(hit.start, hit.end)


def _legal_bases(cited: Iterable[FoundMention]) -> Iterator[Span]:
    """Give the laws by which a rule is made: what they are called tells nothing of the rule."""
    for one in cited:
        if _ENACTS.search(one.quote):
            yield Span(one.start, one.end)


def _places(read: ReadZone, masks: Sequence[Span], gazetteer: Gazetteer) -> Iterator[FoundMention]:
    hits = [hit for hit in read.hits["place"] if not _is_masked(hit, masks)]
    taken = [Span(hit.start, hit.end) for hit in hits]
    for hit in hits:
        if hit.is_decoy:
            continue
        for facet in ("region", "cluster"):
            ids = tuple(pk for pk in hit.topic_ids if gazetteer.topics[pk].facet == facet)
            if ids:
                sense = gazetteer.topics[ids[0]].sense
                yield mention_at(read, hit, facet, hit.rule, ids, sense)
    for noun in cluster_nouns(read, taken):
        yield mention_at(read, noun.span, "cluster", noun.rule, sense=noun.sense)
        if noun.sense == INDUSTRIAL:
            yield mention_at(read, noun.span, "theme", BY_INDUSTRY, gazetteer.industrial_theme)


def _themes(read: ReadZone, masks: Sequence[Span]) -> Iterator[FoundMention]:
    """Give a mention for each theme that the words at a place tell."""
    for hit in read.hits["theme"]:
        if hit.is_decoy or _is_masked(hit, masks):
            continue
        for name in hit.names:
            if name.topic_id:
                yield mention_at(read, hit, "theme", name.rule, (name.topic_id,))
    for pair in pairs(read):
        yield mention_at(read, pair.span, "theme", PAIR, (pair.topic_id,))


def _is_masked(hit: Hit, masks: Iterable[Span]) -> bool:
    return any(mask.start <= hit.start and hit.end <= mask.end for mask in masks)
