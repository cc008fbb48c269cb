"""How an entry is laid down in PostgreSQL: one row of facts, and its terms by passages.

A tsvector keeps 16,383 positions, and 256 of each term, so a long text is stored as passages that
overlap by more than the longest phrase that can be asked: every phrase stands whole in one of them.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from documents.search.engines.stamp import versions
from documents.search.record import FACETS
from documents.search.terms import GAP, POSITIONED, WORD_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from documents.search.record import IndexRecord

SCHEMA_VERSION = "1"
MOST_POSITIONS = 12_000
MOST_OF_A_TERM = 250
OVERLAP = 540
UNSTEMMED = ("author", "source", "number")

CREATE = """
CREATE TABLE {name}_entries (
    id bigserial PRIMARY KEY, document_id bigint NOT NULL, part text NOT NULL,
    digest text NOT NULL, visible_from timestamptz NOT NULL, visible_until timestamptz,
    day integer NOT NULL, facets text[] NOT NULL, restricted_facets text[] NOT NULL
);
CREATE INDEX {name}_document ON {name}_entries (document_id);
CREATE TABLE {name}_passages (
    entry_id bigint NOT NULL REFERENCES {name}_entries ON DELETE CASCADE,
    field text NOT NULL, length integer NOT NULL, terms tsvector NOT NULL
);
CREATE INDEX {name}_entry ON {name}_passages (entry_id, field);
CREATE INDEX {name}_terms ON {name}_passages USING gin (terms) WITH (fastupdate = off);
CREATE TABLE {name}_words (
    field text NOT NULL, word text COLLATE "C" NOT NULL, PRIMARY KEY (field, word)
);
"""
DROP = "DROP TABLE IF EXISTS {name}_passages, {name}_entries, {name}_words"


def table_name(name: str) -> str:
    """Return what the tables of an index begin with; a name holds letters, digits and dashes."""
    return "search_" + "".join(letter if letter.isalnum() else "_" for letter in name)


def index_name(entries_table: str) -> str:
    """Return the name of the index whose table of entries has this name."""
    return entries_table.removeprefix("search_").removesuffix("_entries").replace("_", "-")


def comment() -> str:
    """Return what the table of entries is marked with: the versions the index was made by."""
    return " ".join(f"{key}={value}" for key, value in versions(SCHEMA_VERSION).items())


def passages(record: IndexRecord) -> Iterator[tuple[str, int, str]]:
    """Yield field, whole length and the terms of each passage as PostgreSQL writes a tsvector."""
    terms = record.terms
    for name in POSITIONED:
        whole = terms.get(name, [])
        for begin, end in _bounds(whole):
            yield name, len(whole), _vector(whole[begin:end])
    for name in WORD_FIELDS.values():
        if name in terms:
            yield name, len(terms[name]), " ".join(map(_quoted, terms[name]))


def words(record: IndexRecord) -> set[tuple[str, str]]:
    """Return the words of an entry that a prefix may stand for, each with its field."""
    terms = record.terms
    return {
        (name, word)
        for name in (*WORD_FIELDS.values(), *UNSTEMMED)
        for word in terms.get(name, ())
        if word != GAP[0]
    }


def facets(held: Mapping[str, Sequence[str]]) -> list[str]:
    """Return "facet:value" for each value."""
    return [f"{name}:{value}" for name, values in held.items() for value in values]


def facet_of(pair: str) -> tuple[str, str]:
    name, _, value = pair.partition(":")
    return name, value


def is_counted(name: str) -> bool:
    return name in FACETS


def _bounds(terms: Sequence[str]) -> list[tuple[int, int]]:
    """Return where passages begin and end; each begins before the one ahead of it has ended."""
    starts = [0]
    counts: Counter[str] = Counter()
    for at, term in enumerate(terms):
        counts[term] += 1
        is_full = at - starts[-1] >= MOST_POSITIONS or counts[term] >= MOST_OF_A_TERM
        if is_full and at - starts[-1] > 2 * OVERLAP and term != GAP[0]:
            starts.append(at - OVERLAP)
            counts = Counter(terms[at - OVERLAP : at + 1])
    ends = [following + OVERLAP + 1 for _, following in pairwise(starts)]
    return list(zip(starts, [*ends, len(terms)], strict=True)) if terms else []


def _vector(terms: Sequence[str]) -> str:
    places: dict[str, list[str]] = {}
    for position, term in enumerate(terms, start=1):
        if term != GAP[0]:
            places.setdefault(term, []).append(str(position))
    return " ".join(f"{_quoted(term)}:{','.join(found)}" for term, found in places.items())


def _quoted(term: str) -> str:
    escaped = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
