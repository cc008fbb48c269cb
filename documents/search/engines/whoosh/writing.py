"""Writes a segment by whole arrays: terms are numbered, sorted once and laid down list by list.

Whoosh's own writer sorts and packs every posting by itself, which takes ten times as long. Its
files, its term index, its columns, its lock and its table of segments are used as they are.
"""
# ruff: noqa: SLF001

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.codec.whoosh3 import W3TermInfo
from whoosh.writing import SegmentWriter

from documents.search.engines.whoosh.postings import read_postings, to_bytes
from documents.search.engines.whoosh.schema import FACTS, facts_of
from documents.search.terms import GAP, POSITIONED, WORD_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents.search.engines.arrays import Numbers
    from documents.search.record import IndexRecord


class EntryWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer, which takes entries and knows how to merge segments of them."""

    def __init__(self, index: Any, **settings: Any) -> None:
        super().__init__(index, **settings)
        self.pool = Buffers()

    def add_entry(self, record: IndexRecord) -> None:
        self._add_facts(facts_of(record))
        self.pool.add(self.docnum, record.terms)
        self.docnum += 1

    def add_reader(self, reader: Any) -> None:
        """Take over the living entries of a segment: Whoosh merges small segments so."""
        numbers = np.full(reader.doc_count_all(), -1, np.int64)
        facts = reader.column_reader(FACTS)
        for at in range(len(numbers)):
            if not reader.is_deleted(at):
                numbers[at] = self.docnum
                self._add_facts(facts[at])
                self.docnum += 1
        for field in reader.indexed_field_names():
            for term in reader.lexicon(field):
                postings = read_postings(reader, 0, field, term)
                postings = postings.kept(numbers[postings.entries] >= 0)
                if postings.entries.size:
                    owners = np.repeat(numbers[postings.entries], postings.frequencies)
                    self.pool.take(field, term.decode(), owners, postings.positions)

    def _add_facts(self, facts: bytes) -> None:
        self.perdocwriter.start_doc(self.docnum)
        self.perdocwriter.add_column_value(FACTS, self.schema[FACTS].column_type, facts)
        self.perdocwriter.finish_doc()
        self._added = True

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        writer = self.fieldwriter
        for name, buffer in self.pool.filled():
            writer.start_field(name, self.schema[name])
            for term, *postings in buffer.lists():
                _lay_down(writer, term, *postings)
            writer.finish_field()
        writer.close()


def _lay_down(
    writer: Any, term: str, entries: Numbers, frequencies: Numbers, positions: Numbers
) -> None:
    begin = writer._postfile.tell()
    writer._postfile.write(to_bytes(entries, frequencies, positions))
    info = W3TermInfo(weight=float(len(entries)), df=len(entries))
    info.set_extent(begin, writer._postfile.tell() - begin)
    writer._tindex.add(writer._fieldid.to_bytes(2, "big") + term.encode(), info.to_bytes())


class Buffers:
    """The terms of new entries, field by field, until they are laid down."""

    def __init__(self) -> None:
        self._fields = {name: Buffer() for name in POSITIONED}
        self._fields |= {name: WordBuffer() for name in WORD_FIELDS.values()}

    def add(self, entry: int, terms: dict[str, list[str]]) -> None:
        for name, held in terms.items():
            self._fields[name].add(entry, held)

    def take(self, field: str, term: str, owners: Numbers, positions: Numbers) -> None:
        self._fields[field].take(term, owners, positions)

    def filled(self) -> Iterator[tuple[str, Buffer]]:
        """Yield each field that holds a term, by name."""
        return ((name, self._fields[name]) for name in sorted(self._fields) if self._fields[name])

    def cleanup(self) -> None:
        """Nothing of this is kept in files."""


class Buffer:
    """The terms of one field, as numbers in the order in which they stand."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._terms = array("I")
        self._entries: list[int] = []
        self._sizes: list[int] = []
        self._taken: list[tuple[int, Numbers, Numbers]] = []

    def __len__(self) -> int:
        return len(self._terms) + len(self._taken)

    def add(self, entry: int, terms: Sequence[str]) -> None:
        self._terms.extend(map(self._numbers.__getitem__, terms))
        self._entries.append(entry)
        self._sizes.append(len(terms))

    def take(self, term: str, owners: Numbers, positions: Numbers, /) -> None:
        """Take a list over from another segment; `owners` names the entry of each position."""
        self._taken.append((self._numbers[term], owners, positions))

    def lists(self) -> Iterator[tuple[str, Numbers, Numbers, Numbers]]:
        """Yield each term in order with its entries, how often each holds it, and the positions."""
        terms, owners, positions = self._columns()
        begins = _changes(terms, owners)
        entries, often = owners[begins], np.diff(begins, append=len(terms))
        firsts = _changes(terms[begins])
        lasts = np.append(firsts[1:], len(begins))
        places = np.append(begins, len(terms))
        names = list(self._numbers)
        held = [names[number] for number in terms[begins[firsts]].tolist()]
        bounds = zip(firsts.tolist(), lasts.tolist(), strict=True)
        for term, (first, last) in sorted(zip(held, bounds, strict=True)):
            here = slice(places[first], places[last])
            yield term, entries[first:last], often[first:last], positions[here]

    def _columns(self) -> tuple[Numbers, Numbers, Numbers]:
        """Return term, entry and position of every place, sorted by these three."""
        sizes = np.array(self._sizes, np.int64)
        terms = np.array(self._terms, np.int64)
        owners = np.repeat(np.array(self._entries, np.int64), sizes)
        positions = np.arange(len(terms)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        real = terms != self._numbers.get(GAP[0], -1)
        columns = [terms[real], owners[real], positions[real]]
        if self._taken:
            numbers, taken_owners, taken_positions = zip(*self._taken, strict=True)
            repeated = np.repeat(np.array(numbers), [len(held) for held in taken_owners])
            taken = (repeated, np.concatenate(taken_owners), np.concatenate(taken_positions))
            columns = [np.concatenate(pair) for pair in zip(columns, taken, strict=True)]
        # Entries and positions ascend for each term as they came in: a stable sort keeps that.
        order = np.argsort(columns[0], kind="stable")
        return columns[0][order], columns[1][order], columns[2][order]


class WordBuffer(Buffer):
    """The words of one field, each once an entry and without a position."""

    def take(self, term: str, owners: Numbers, _positions: Numbers) -> None:
        super().take(term, owners, np.zeros_like(owners))

    def lists(self) -> Iterator[tuple[str, Numbers, Numbers, Numbers]]:
        for term, entries, often, positions in super().lists():
            yield term, entries, often, positions[:0]


class _Numbers(dict[str, int]):
    """Gives each term the next number when it is first asked for."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


def _changes(*columns: Numbers) -> Numbers:
    """Return where a row differs from the one before it, the first row included."""
    is_new = np.ones(len(columns[0]), np.bool_)
    if len(is_new):
        is_new[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    changes: Numbers = np.flatnonzero(is_new)
    return changes
