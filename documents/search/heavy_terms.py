"""The heaviest public terms of a record, kept when it is indexed, for finding records like it."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from documents.models import HeavyTerms
from documents.search.record import WHOLE
from documents.text.analysis import is_han, stems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

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
    counts = Counter(term for zone in record.zones for term in telling(zone))
    title = set(telling(record.title))
    weights = {
        term: (1 + math.log(count)) * (TITLE if term in title else 1.0)
        for term, count in counts.items()
    }
    heaviest = sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:KEPT]
    return [[term, round(weight, 3)] for term, weight in heaviest]


def telling(text: str) -> Iterator[str]:
    """Give the terms of a text that may tell what it is about."""
    terms = stems(text)
    for term in terms:
        if len(term) > 2 and not is_han(term) and term not in _COMMON and not _NUMBER.match(term):
            yield term
    for one, two in pairwise(terms):
        if is_han(one) and is_han(two) and not {one, two} & _COMMON_HAN:
            yield one + two
