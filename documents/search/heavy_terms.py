"""The heaviest public terms of a record, kept when it is indexed, for finding records like it."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from documents.models import HeavyTerms
from documents.search.record import WHOLE
from documents.search.terms import GAP
from documents.text.analysis import MOST_REMEMBERED, is_han

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from documents.search.record import IndexRecord

KEPT = 25
"""Terms kept of a record."""

TITLE = 2.0
"""A term of the title weighs so much more."""

# Words so common in any text that they tell nothing, as stems, and such Chinese characters.
_COMMON_WORDS = """
    a about abov after again all also although am among an and ani anoth are around as at back
    be becaus been befor began begin behind below between both but by came can come could day
    did do doe down dure each either end enough even ever everi few first five for four from
    further get give go good had has have he her here him his how howev i if in into is it its
    itself just keep know last later least less like long made mani may me more most much must
    my near need never new next no not now number of off often on onc one onli open or other
    our out over own part per place point put rather said same say says second see seen set
    seven sever shall she should sinc six small so some still such take ten than that the
    their them themselv then there these they thing this those though three through thus time
    to today togeth told too took toward two under until up upon us use veri via want was way
    we well went were what when where whether which while who whole whose whi will with within
    without work would year yet you your www http com
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_COMMON_HAN = frozenset(
    "的一是在不了有和这为上个我以要他时来用们到于出就对会可年也能下说而后所得之着等其"
    "与及将被让向并或但则各该此都两从去把还因由些然前每更最又再仅只即若"
)
_NUMBER = re.compile(r"[\d.,%]+")


def store_heavy_terms(document_ids: Collection[int], records: Iterable[IndexRecord]) -> None:
    """Keep the heavy terms of documents that were indexed; those not public have none."""
    rows = [
        HeavyTerms(document_id=record.document_id, terms=heavy_terms(record))
        for record in records
        if record.part == WHOLE
    ]
    HeavyTerms.objects.filter(document__in=set(document_ids) - {row.pk for row in rows}).delete()
    HeavyTerms.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["document"], update_fields=["terms"]
    )


def heavy_terms(record: IndexRecord) -> list[list[str | float]]:
    """Return at most 25 terms with their weights, the heaviest first.

    The weight is 1 + ln of the frequency, twice that in the title. A Latin term is a stem, a
    Chinese one a pair of neighbouring characters.
    """
    terms = record.terms
    counts, title = telling(terms.get("text", [])), telling(terms.get("title", []))
    least = min(sorted(counts.values(), reverse=True)[:KEPT], default=0)
    weights = [
        (-(1 + math.log(count)) * (TITLE if term in title else 1.0), term)
        for term, count in counts.items()
        if count >= least or term in title
    ]
    return [[term, round(-weight, 3)] for weight, term in heapq.nsmallest(KEPT, weights)]


def telling(terms: Sequence[str]) -> dict[str, int]:
    """Return how often each term stands there that may tell what a text is about.

    A gap between two pieces of the text tells nothing, and no pair reaches over it.
    """
    counts = Counter(terms)
    found = {term: count for term, count in counts.items() if _is_telling[term]}
    if not "".join(counts.keys() - GAP).isascii():
        found |= _pairs(terms, {term for term in counts if is_han(term)} - _COMMON_HAN)
    return found


def _pairs(terms: Sequence[str], characters: set[str]) -> dict[str, int]:
    """Return how often two of the characters stand side by side, by the word they make."""
    return {
        one + two: count
        for (one, two), count in Counter(pairwise(terms)).items()
        if one in characters and two in characters
    }


class _Telling(dict[str, bool]):
    """Keeps for each term whether it tells anything by itself; when full it begins anew."""

    def __missing__(self, term: str) -> bool:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        tells = len(term) > 2 and not is_han(term) and term not in _COMMON
        self[term] = tells and not _NUMBER.match(term)
        return self[term]


_is_telling = _Telling()
