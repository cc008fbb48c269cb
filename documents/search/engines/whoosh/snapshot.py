"""One state of a Whoosh index, with the facts of its entries as arrays in memory."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from documents.search.engines.arrays import FAR, Numbers, Pairs, joined_pairs, pairs_of
from documents.search.engines.whoosh.postings import Postings, joined, read_postings
from documents.search.terms import MOST_PREFIX_TERMS, POSITIONED, first_with_prefix

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    import numpy.typing as npt

KEPT_POSTINGS = 512


@dataclass(frozen=True, slots=True)
class Segment:
    """The facts of one segment; a segment never changes, so they are read once."""

    ids: Numbers
    parts: tuple[str, ...]
    digests: tuple[str, ...]
    visible_from: npt.NDArray[np.float64]
    visible_until: npt.NDArray[np.float64]
    days: Numbers
    lengths: npt.NDArray[np.int64]
    facets: Mapping[str, Pairs]
    restricted: Mapping[str, Pairs]


def read_segment(reader: Any) -> Segment:
    column = reader.column_reader("facts")
    rows = [json.loads(column[at]) for at in range(reader.doc_count_all())]
    ids, parts, digests, begins, ends, days, lengths, facets, restricted = zip(*rows, strict=True)
    return Segment(
        ids=np.array(ids, np.int64),
        parts=parts,
        digests=digests,
        visible_from=np.array(begins, np.float64),
        visible_until=np.array([FAR if end is None else end for end in ends], np.float64),
        days=np.array(days, np.int64),
        lengths=np.array(lengths, np.int64),
        facets=pairs_of(facets),
        restricted=pairs_of(restricted),
    )


class Snapshot:
    """Entries are numbered over all segments. Threads may share a snapshot."""

    def __init__(self, reader: Any, known: Mapping[str, Segment]) -> None:
        self._readers = [
            (part, offset) for part, offset in reader.leaf_readers() if part.doc_count_all()
        ]
        self._reader = reader
        self._lock = threading.Lock()
        self._postings: OrderedDict[tuple[str, str], Postings] = OrderedDict()
        self.segments = {
            part.segment().segment_id(): known.get(part.segment().segment_id())
            or read_segment(part)
            for part, _ in self._readers
        }
        self._join()

    def _join(self) -> None:
        parts = list(self.segments.values())
        self.ids = _concatenated([part.ids for part in parts], np.int64)
        self.visible_from = _concatenated([part.visible_from for part in parts], np.float64)
        self.visible_until = _concatenated([part.visible_until for part in parts], np.float64)
        self.days = _concatenated([part.days for part in parts], np.int64)
        self.size = len(self.ids)
        self.alive = self._alive()
        self.living = int(self.alive.sum())
        self.has_deletions = self.living < self.size
        self.lengths, self.averages = self._lengths(parts)
        self.facets = self._joined_pairs([part.facets for part in parts])
        self.restricted = self._joined_pairs([part.restricted for part in parts])

    def _alive(self) -> npt.NDArray[np.bool_]:
        alive = np.ones(self.size, np.bool_)
        for part, offset in self._readers:
            deleted = [offset + number for number in part.segment().deleted_docs()]
            alive[deleted] = False
        return alive

    def _lengths(self, parts: list[Segment]) -> tuple[dict[str, Numbers], dict[str, float]]:
        lengths: dict[str, Numbers] = {}
        averages: dict[str, float] = {}
        for at, name in enumerate(POSITIONED):
            column = _concatenated([part.lengths[:, at] for part in parts], np.int64)
            lengths[name] = column
            total = int(column[self.alive].sum())
            averages[name] = total / self.living if self.living and total else 1.0
        return lengths, averages

    def _joined_pairs(self, parts: list[Mapping[str, Pairs]]) -> dict[str, Pairs]:
        offsets = [offset for _, offset in self._readers]
        return joined_pairs(list(zip(offsets, parts, strict=True)))

    def postings(self, field: str, term: str) -> Postings:
        """Return the postings of a term over all segments, the living entries only."""
        key = (field, term)
        with self._lock:
            if key in self._postings:
                self._postings.move_to_end(key)
                return self._postings[key]
            name = term.encode()
            parts = [read_postings(part, offset, field, name) for part, offset in self._readers]
            found = joined(parts, self.alive if self.has_deletions else None)
            self._postings[key] = found
            if len(self._postings) > KEPT_POSTINGS:
                self._postings.popitem(last=False)
        return found

    def expand(self, fields: tuple[str, ...], prefix: str) -> list[str]:
        """Return the first 200 living terms of some fields with a prefix, by code point."""
        return first_with_prefix(prefix, [self._terms(field, prefix) for field in fields])

    def words(self, prefix: str, most: int) -> list[str]:
        """Return the first words of public text with a prefix, those of deleted entries too."""
        with self._lock:
            return [
                word.decode() for word in islice(self._reader.expand_prefix("words", prefix), most)
            ]

    def _terms(self, field: str, prefix: str) -> list[str]:
        with self._lock:
            terms = self._reader.expand_prefix(field, prefix)
            if not self.has_deletions:
                return [term.decode() for term in islice(terms, MOST_PREFIX_TERMS)]
            found = [term.decode() for term in terms]
        living = (term for term in found if self.postings(field, term).entries.size)
        return list(islice(living, MOST_PREFIX_TERMS))

    def numbers_of(self, document_ids: Collection[int]) -> list[int]:
        """Return the numbers of the living entries of some documents."""
        asked = np.array(list(document_ids), np.int64)
        numbers: list[int] = np.flatnonzero(self.alive & np.isin(self.ids, asked)).tolist()
        return numbers

    def stamps(self) -> Iterator[tuple[int, str, str]]:
        """Yield id, part and digest of each living entry."""
        at = 0
        for segment in self.segments.values():
            for row in zip(segment.ids.tolist(), segment.parts, segment.digests, strict=True):
                if self.alive[at]:
                    yield row
                at += 1


def _concatenated[Kind: np.generic](
    parts: list[npt.NDArray[Kind]], kind: type[Kind]
) -> npt.NDArray[Kind]:
    return np.concatenate(parts) if parts else np.empty(0, kind)
