"""The one statement that answers a question: total, hits and counts, the tree read once."""

# ruff: noqa: S608  table names are ours, what was typed is analysed terms

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from documents.search.engines.base import MONTH
from documents.search.engines.postgres.compiling import (
    Compiler,
    Leaf,
    constant_of,
    quoted,
    weight_of,
)
from documents.search.scoring import K1, B
from documents.search.tree import Between

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from documents.search.engines.base import EngineQuery

type Filters = dict[str, tuple[str, list[Any]]]

MOST_READ = 1600
"""How many frequencies of words are read to rank the matches with the most telling words."""
LEAST_RANKED = 80
MOST_FREQUENT = 40

ORDERS = {
    "newest": "day DESC, document_id DESC",
    "oldest": "(day = 0), day, document_id",
    "relevance": "score DESC, day DESC, document_id DESC",
}


class Statement:
    def __init__(
        self,
        table: str,
        query: EngineQuery,
        expand: Callable[[tuple[str, ...], str], list[str]],
        averages: Mapping[str, float],
    ) -> None:
        self._table = table
        self._query = query
        self._averages = averages
        self._compiler = Compiler(query, expand)

    def sql(self) -> tuple[str, list[Any]]:
        """Return the statement and its values."""
        tables, values, filters = self._tables()
        counts, count_values = self._counts(filters)
        statement = (
            f"WITH {tables}, ordered AS ({self._ordered()}) SELECT (SELECT count(*) FROM found), "
            "(SELECT json_agg(json_build_array(document_id, score) ORDER BY place) FROM ordered), "
            f"(SELECT json_object_agg(pair, number) FROM ({counts}) AS counted)"
        )
        return statement, [*values, self._query.size, self._query.start, *count_values]

    def scanning(self, after: int) -> tuple[str, list[Any]]:
        """Return the statement for the first matches above an id, and its values."""
        tables, values, _ = self._tables()
        statement = (
            f"WITH {tables} SELECT document_id FROM found WHERE document_id > %s "
            "ORDER BY document_id LIMIT %s"
        )
        return statement, [*values, after, self._query.size]

    def _tables(self) -> tuple[str, list[Any], Filters]:
        """Return the common tables up to what was found, their values, and the filters."""
        query, compiler = self._query, self._compiler
        matches = compiler.condition(query.tree)
        matched_values = [*compiler.values]
        compiler.values.clear()
        filters = self._filters()
        leaves = [self._leaf_table(leaf) for leaf in compiler.leaves]
        tables = [
            *(sql for sql, _ in leaves),
            f"matched AS MATERIALIZED (SELECT e.* FROM {self._table}_entries e WHERE {matches} "
            "AND e.visible_from <= %s AND (e.visible_until IS NULL OR %s < e.visible_until))",
            f"found AS MATERIALIZED (SELECT e.* FROM matched e WHERE {_all(filters)})",
        ]
        values = [
            *(value for _, held in leaves for value in held),
            *(*matched_values, query.now, query.now),
            *_values(filters),
        ]
        return ", ".join(tables), values, filters

    def _leaf_table(self, leaf: Leaf) -> tuple[str, list[Any]]:
        sql = (
            f"{leaf.name} AS MATERIALIZED (SELECT DISTINCT entry_id FROM {self._table}_passages "
            "WHERE terms @@ %s::tsquery AND field = ANY(%s))"
        )
        return sql, [leaf.query, list(leaf.fields)]

    def _filters(self) -> Filters:
        """Return for each facet with a filter its condition and values."""
        compiler, query = self._compiler, self._query
        filters: Filters = {}
        for facet, wanted in query.filters.items():
            filters[facet] = (compiler.holding(facet, sorted(wanted)), [*compiler.values])
            compiler.values.clear()
        if query.date_from or query.date_to:
            bounds = Between(query.date_from, query.date_to)
            filters["year"] = (compiler.between(bounds), [*compiler.values])
            compiler.values.clear()
        return filters

    def _ordered(self) -> str:
        scored = [leaf for leaf in self._compiler.leaves if leaf.scored]
        order = ORDERS[self._query.sort]
        if self._query.sort != "relevance" or not self._compiler.leaves:
            source = "(SELECT *, 0.0 AS score FROM found) AS plain"
            order = order.removeprefix("score DESC, ")
        elif scored:
            source = self._ranked()
        else:
            source = f"(SELECT e.*, {self._coarse()} AS score FROM found e) AS constant"
        return (
            f"SELECT *, row_number() OVER (ORDER BY {order}) AS place FROM {source} "
            f"ORDER BY {order} LIMIT %s OFFSET %s"
        )

    def _coarse(self) -> str:
        """Return the sum of the idf of the words an entry holds."""
        return " + ".join(
            f"CASE WHEN e.id IN (SELECT entry_id FROM {leaf.name}) "
            f"THEN {self._telling(leaf)} ELSE 0 END"
            for leaf in self._compiler.leaves
        )

    def _telling(self, leaf: Leaf) -> str:
        if not leaf.scored:
            return str(constant_of(leaf))
        holding = f"(SELECT count(*) FROM {leaf.name})"
        whole = f"(SELECT count(*) FROM {self._table}_entries)"
        return f"ln(1 + ({whole} - {holding} + 0.5) / ({holding} + 0.5))::float8"

    def _ranked(self) -> str:
        """Return the matches with their scores: BM25 for the best, the coarse score below them."""
        coarse = (
            f"SELECT e.*, row_number() OVER (ORDER BY coarse DESC, day DESC, "
            f"document_id DESC) AS at FROM (SELECT e.*, {self._coarse()} AS coarse FROM found e) e"
        )
        most = max(LEAST_RANKED, MOST_READ // len(self._compiler.leaves))
        fine = " + ".join(self._fine(leaf) for leaf in self._compiler.leaves)
        return (
            f"(SELECT e.*, CASE WHEN at <= {most} THEN 1000 + {fine} ELSE coarse END "
            f"AS score FROM ({coarse}) e) AS ranked"
        )

    def _fine(self, leaf: Leaf) -> str:
        if not leaf.scored:
            return (
                f"CASE WHEN e.id IN (SELECT entry_id FROM {leaf.name}) "
                f"THEN {constant_of(leaf)} ELSE 0 END"
            )
        names = ", ".join(f"'{name}'" for name in leaf.scored)
        query = quoted(leaf.query)
        weights = _case({name: weight_of(name) for name in leaf.scored})
        averages = _case({name: self._averages.get(name, 1.0) for name in leaf.scored})
        return (
            f"{self._telling(leaf)} * coalesce((SELECT sum(weight * often * {K1 + 1} / "
            f"(often + {K1} * ({1 - B} + {B} * length / average))) FROM ("
            f"SELECT {weights} AS weight, {averages} AS average, length, "
            f"sum({_frequency(query)})::float8 AS often FROM {self._table}_passages p "
            f"WHERE p.entry_id = e.id AND p.field IN ({names}) AND p.terms @@ {query}::tsquery "
            "GROUP BY field, length) AS fields), 0)"
        )

    def _counts(self, filters: Filters) -> tuple[str, list[Any]]:
        """Return the counts of every facet, each as if its own filter were not set."""
        chosen = [facet for facet in self._query.counted if facet in filters]
        free = [name for name in self._query.counted if name not in filters and name != MONTH]
        parts = [self._count("found", free, "TRUE")]
        values: list[Any] = [[f"{facet}:" for facet in free]]
        for facet in chosen:
            others = {name: held for name, held in filters.items() if name != facet}
            parts.append(self._count("matched", [facet], _all(others)))
            values += [[f"{facet}:"], *_values(others)]
        if MONTH in self._query.counted:
            others = {name: held for name, held in filters.items() if name != "year"}
            parts.append(
                f"SELECT '{MONTH}:' || to_char(date '0001-01-01' + (e.day - 1), 'YYYY-MM') "
                f"AS pair, count(*) AS number FROM matched e WHERE e.day > 0 AND {_all(others)} "
                "GROUP BY pair"
            )
            values += _values(others)
        return " UNION ALL ".join(parts), values

    def _count(self, source: str, facets: list[str], condition: str) -> str:
        held = "e.facets || e.restricted_facets" if self._query.reads_licensed else "e.facets"
        if not facets:
            condition = "FALSE"
        return (
            f"SELECT pair, count(*) AS number FROM {source} e, unnest({held}) AS pair "
            f"WHERE split_part(pair, ':', 1) || ':' = ANY(%s) AND {condition} GROUP BY pair"
        )


def _all(filters: Mapping[str, tuple[str, list[Any]]]) -> str:
    return " AND ".join(condition for condition, _ in filters.values()) or "TRUE"


def _values(filters: Mapping[str, tuple[str, list[Any]]]) -> list[Any]:
    return [value for _, values in filters.values() for value in values]


def _case(values: Mapping[str, float]) -> str:
    cases = " ".join(f"WHEN '{name}' THEN {value}" for name, value in values.items())
    return f"CASE field {cases} END"


def _frequency(query: str) -> str:
    """Return how often a passage holds a term, read back from the rank PostgreSQL gives it.

    For one term `ts_rank` is a strictly growing function of its frequency alone, so the frequency
    is the number of thresholds the rank has passed.
    """
    thresholds = ", ".join(f"{threshold:.7f}" for threshold in _thresholds())
    return (
        f"greatest(1, width_bucket(ts_rank(p.terms, {query}::tsquery)::float8, "
        f"ARRAY[{thresholds}]::float8[]))"
    )


def _thresholds() -> list[float]:
    """Return ranks half-way between those of successive frequencies (`calc_rank_or`, weight D)."""
    ranks, total = [], 0.0
    for often in range(1, MOST_FREQUENT + 2):
        total += 0.1 / often**2
        ranks.append(total / 1.64493406685)
    return [
        ranks[0] / 2,
        *((one + other) / 2 for one, other in pairwise(ranks)),
    ]
