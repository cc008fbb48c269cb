"""How an entry is laid down in PostgreSQL: one row of facts, and its terms by passages.

A tsvector keeps 16,383 positions, and 256 of each term, so a long text is stored as passages that
overlap by more than the longest phrase that can be asked: every phrase stands whole in one of them.

Reading a tsvector back costs far more than finding it by its index. So a term that stands several
times in a passage gives a second word that says how often, and no question about one word ever
reads a passage. Words for prefixes have an index of their own: no plain word finds them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from documents.search.engines.stamp import versions
from documents.search.terms import GAP, POSITIONED, UNSTEMMED, WORD_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from documents.search.record import IndexRecord

SCHEMA_VERSION = "2"
MOST_POSITIONS = 12_000
MOST_OF_A_TERM = 250
OVERLAP = 540
FIELDS = ("title", "author", "source", "number", "text", "restricted", *WORD_FIELDS.values())
"""A passage keeps the place of its field in this row."""

GROUPS = {"short": range(4), "long": range(4, 6), "spelt": range(6, len(FIELDS))}
"""Which fields share an index: a phrase in a title never leads to reading a text."""

STEPS = (2, 3, 4, 5, 7, 10)
"""How often a term may be said to stand in a passage: a step stands for all up to the next."""

CREATE = """
CREATE TABLE {name}_entries (
    id bigserial PRIMARY KEY, document_id bigint NOT NULL, part text NOT NULL,
    digest text NOT NULL, visible_from timestamptz NOT NULL, visible_until timestamptz,
    day integer NOT NULL, lengths integer[] NOT NULL,
    facets text[] NOT NULL, restricted_facets text[] NOT NULL
);
CREATE INDEX {name}_document ON {name}_entries (document_id);
CREATE TABLE {name}_passages (
    entry_id bigint NOT NULL, field smallint NOT NULL, terms tsvector NOT NULL
) WITH (toast_tuple_target = 256);
ALTER TABLE {name}_passages ALTER terms SET STORAGE EXTERNAL;
CREATE INDEX {name}_entry ON {name}_passages (entry_id);
CREATE TABLE {name}_words (
    field text NOT NULL, word text COLLATE "C" NOT NULL, PRIMARY KEY (field, word)
);
CREATE TABLE {name}_state (mark uuid NOT NULL);
INSERT INTO {name}_state VALUES (gen_random_uuid());
"""
INDEX_WORDS = "".join(
    f"CREATE INDEX IF NOT EXISTS {{name}}_{group} ON {{name}}_passages USING gin (terms) "
    f"WITH (fastupdate = off) WHERE field >= {places.start} AND field < {places.stop}; "
    for group, places in GROUPS.items()
)
"""Building these over all passages takes a fraction of what adding passage by passage takes."""

DROP = "DROP TABLE IF EXISTS {name}_passages, {name}_entries, {name}_words, {name}_state"


def table_name(name: str) -> str:
    """Return what the tables of an index begin with; a name holds letters, digits and dashes."""
    return "search_" + "".join(letter if letter.isalnum() else "_" for letter in name)


def index_name(entries_table: str) -> str:
    """Return the name of the index whose table of entries has this name."""
    return entries_table.removeprefix("search_").removesuffix("_entries").replace("_", "-")


def comment() -> str:
    """Return what the table of entries is marked with: the versions the index was made by."""
    return " ".join(f"{key}={value}" for key, value in versions(SCHEMA_VERSION).items())


def passages(record: IndexRecord) -> Iterator[tuple[int, str]]:
    """Yield the field and the terms of each passage as PostgreSQL writes a tsvector."""
    terms = record.terms
    for name in POSITIONED:
        whole = terms.get(name, [])
        for begin, end in _bounds(whole):
            yield FIELDS.index(name), _vector(whole[begin:end])
    for name in WORD_FIELDS.values():
        if name in terms:
            yield FIELDS.index(name), " ".join(map(quoted, terms[name]))


def lengths(record: IndexRecord) -> list[int]:
    """Return how many terms each field with positions has."""
    return [len(record.terms.get(name, ())) for name in POSITIONED]


def said_often(term: str, step: int) -> str:
    """Return the word that says how often a term stands in its passage."""
    return f"{term}\x01{step}"


def quoted(term: str) -> str:
    """Return a term as it stands in a tsvector or a tsquery."""
    escaped = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


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


def inside(fields: Iterable[str]) -> list[str]:
    """Return conditions for the passages of some fields, one for each index that serves them."""
    wanted = sorted({FIELDS.index(name) for name in fields})
    return [
        f"field IN ({', '.join(map(str, own))}) "
        f"AND field >= {places.start} AND field < {places.stop}"
        for places in GROUPS.values()
        if (own := [place for place in wanted if place in places])
    ]


def values_of(pairs: Sequence[str]) -> dict[str, list[str]]:
    """Return the values of each facet from "facet:value"."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        name, _, value = pair.partition(":")
        found.setdefault(name, []).append(value)
    return found


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
    held = [f"{quoted(term)}:{','.join(found)}" for term, found in places.items()]
    often = [
        quoted(said_often(term, STEPS[bisect_right(STEPS, len(found)) - 1]))
        for term, found in places.items()
        if len(found) >= STEPS[0]
    ]
    return " ".join([*held, *often])
