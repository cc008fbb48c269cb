"""Measures how well an engine ranks a judged collection, by nDCG@10 and recall@100.

nDCG as Järvelin and Kekäläinen (2002) give it, with linear gains and a base-2 discount. A question
is asked as any of its words, as often as each stands in it, without the commonest English words.
"""

from __future__ import annotations

import csv
import json
import math
import time
from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from documents.search import indexes
from documents.search.engines.base import EngineQuery
from documents.search.record import WHOLE, IndexRecord
from documents.search.tree import Nothing, Or, Phrase
from documents.text.analysis import analyse, is_han, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from documents.search.engines.base import Engine
    from documents.search.tree import Node
    from documents.text.analysis import Term

DEPTH = 100
CUT = 10
COMMON = frozenset(
    stems(
        "a about after all also an and any are as at be been being but by can could did do does "
        "etc for from give had has have he her his how i if in into is it its like may me more "
        "most my no not of on one only or other our out over should so some such than that the "
        "their them then there these they this those to under up upon was we were what when where "
        "which who why will with would you your"
    )
)


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents by id, questions by id, and for each question the gain of each document."""

    documents: Mapping[str, Mapping[str, Any]]
    questions: Mapping[str, str]
    gains: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line of a run: a document found for a question, rank 1 first."""

    question: str
    document: str
    rank: int
    score: float


@dataclass(frozen=True, slots=True)
class Figures:
    ndcg_at_10: float
    recall_at_100: float
    queries: int
    p50_ms: float
    p95_ms: float


def load_collection(folder: Path) -> Collection:
    """Read `docs.jsonl`, `queries.jsonl` and `qrels.tsv`; raise OSError or ValueError if broken."""
    gains: defaultdict[str, dict[str, float]] = defaultdict(dict)
    with folder.joinpath("qrels.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            gains[row["query_id"]][row["doc_id"]] = float(row["relevance"])
    return Collection(
        documents={str(row["id"]): row for row in _rows(folder / "docs.jsonl")},
        questions={str(row["id"]): row["text"] for row in _rows(folder / "queries.jsonl")},
        gains=gains,
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def evaluate(collection: Collection, engine: str) -> tuple[Figures, list[Ranked]]:
    """Index the documents in a place of their own, ask every judged question, and measure."""
    now = timezone.now()
    keys = list(collection.documents)
    with indexes.temporary(engine) as index:
        index.replace([], _records(collection, now))
        index.make_ready()
        runs, taken = _run(index, collection, keys, now)
    judged = [question for question in runs if any(collection.gains[question].values())]
    taken.sort()
    figures = Figures(
        ndcg_at_10=_mean(ndcg(runs[one], collection.gains[one]) for one in judged),
        recall_at_100=_mean(recall(runs[one], collection.gains[one]) for one in judged),
        queries=len(judged),
        p50_ms=round(taken[len(taken) // 2], 2) if taken else 0.0,
        p95_ms=round(taken[int(len(taken) * 0.95)], 2) if taken else 0.0,
    )
    return figures, [ranked for run in runs.values() for ranked in run]


def _records(collection: Collection, now: datetime) -> list[IndexRecord]:
    return [
        IndexRecord(
            document_id=number,
            part=WHOLE,
            title=str(row.get("title") or ""),
            visible_from=now,
            zones=tuple(
                str(row[name]) for name in ("title", "text", "keywords", "author") if row.get(name)
            ),
        )
        for number, row in enumerate(collection.documents.values())
    ]


def _run(
    index: Engine, collection: Collection, keys: Sequence[str], now: datetime
) -> tuple[dict[str, list[Ranked]], list[float]]:
    runs: dict[str, list[Ranked]] = {}
    taken: list[float] = []
    for question, text in collection.questions.items():
        if question not in collection.gains:
            continue
        began = time.perf_counter()
        asked = EngineQuery(tree=any_word(text), now=now, size=DEPTH, counted=())
        found = index.search(asked)
        taken.append((time.perf_counter() - began) * 1000)
        runs[question] = [
            Ranked(question, keys[hit.document_id], rank, hit.score)
            for rank, hit in enumerate(found.hits, start=1)
        ]
    return runs, taken


def any_word(text: str) -> Node:
    """Return the tree for any of the words of a text, the commonest left out.

    Chinese is not written in words: each two characters side by side stand for one.
    """
    words = tuple(Phrase(terms) for terms in _words(analyse(text)) if terms[0] not in COMMON)
    return Or(words) if words else Nothing()


def _words(terms: Sequence[Term]) -> Iterator[tuple[str, ...]]:
    is_in_pair = False
    for term, after in zip_longest(terms, terms[1:]):
        is_pair = after is not None and after.start == term.end and is_han(term.text + after.text)
        if is_pair:
            yield term.text, after.text
        elif not is_in_pair:
            yield (term.text,)
        is_in_pair = is_pair


def ndcg(run: Sequence[Ranked], gains: Mapping[str, float]) -> float:
    """Return nDCG@10 of one ranking."""
    got = _discounted(gains.get(one.document, 0.0) for one in run[:CUT])
    best = _discounted(sorted(gains.values(), reverse=True)[:CUT])
    return got / best if best else 0.0


def recall(run: Sequence[Ranked], gains: Mapping[str, float]) -> float:
    """Return which share of the relevant documents is among the first hundred."""
    relevant = {document for document, gain in gains.items() if gain > 0}
    found = relevant.intersection(one.document for one in run[:DEPTH])
    return len(found) / len(relevant) if relevant else 0.0


def _discounted(gains: Iterable[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return round(sum(listed) / len(listed), 4) if listed else 0.0
