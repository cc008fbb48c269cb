"""How well engines rank beside plain BM25: `python -m tests.benchmarks.relevance [--engine E …]`.

Plain BM25 is that of tantivy (k1 1.2, b 0.75) over one field that holds title and text, with the
terms of our analyser, Chinese text as pairs of characters. Both are asked for any of the words of a
question. Given are nDCG@10 of each and the difference with its 95 % interval over the questions
(10,000 bootstrap samples). Of the collections adi, cacm and cisi are known to whoever built the
search; the others are those of `tests.benchmarks.judged`.
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tests.material import shared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from documents.search.evaluating import Collection, Ranked

    type Runs = Mapping[str, Sequence[Ranked]]

KNOWN = ("adi", "cacm", "cisi")
SAMPLES = 10_000
HEAD = "| collection | records | questions | plain BM25 | {} |"


class Difference(NamedTuple):
    """The mean of ours less plain, and the interval that holds it with a chance of 95 in 100."""

    ours: float
    mean: float
    low: float
    high: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", nargs="+", default=["whoosh", "tantivy"])
    parser.add_argument("--only", nargs="+", default=[], help="names of collections")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "kb.settings"
    import django

    django.setup()
    print(HEAD.format(" | ".join(options.engine)))  # noqa: T201
    print("|---" * (4 + len(options.engine)) + "|")  # noqa: T201
    for name, collection in _collections(options.only).items():
        print(_row(name, collection, options.engine), flush=True)  # noqa: T201


def _collections(only: list[str]) -> dict[str, Collection]:
    from documents.search.evaluating import load_collection
    from tests.benchmarks.judged import COLLECTIONS

    known = {name: load_collection(shared("data", "ir", name)) for name in KNOWN}
    made = {name: make() for name, make in COLLECTIONS.items() if not only or name in only}
    return {name: one for name, one in known.items() if not only or name in only} | made


def _row(name: str, collection: Collection, engines: list[str]) -> str:
    from documents.search.evaluating import evaluate
    from tests.benchmarks.plain_bm25 import plain_runs

    plain = _scores(collection, plain_runs(collection))
    cells = [name, f"{len(collection.documents):,}", f"{len(plain):,}", f"{np.mean(plain):.3f}"]
    for engine in engines:
        _figures, ranked = evaluate(collection, engine)
        ours = difference(_scores(collection, _by_question(ranked)), plain)
        cells.append(f"{ours.ours:.3f}: {ours.mean:+.3f} [{ours.low:+.3f}, {ours.high:+.3f}]")
    return f"| {' | '.join(cells)} |"


def _by_question(ranked: Sequence[Ranked]) -> Runs:
    runs: defaultdict[str, list[Ranked]] = defaultdict(list)
    for one in ranked:
        runs[one.question].append(one)
    return runs


def _scores(collection: Collection, runs: Runs) -> list[float]:
    """Return nDCG@10 of each judged question, in their order."""
    from documents.search.evaluating import ndcg

    judged = [one for one in collection.questions if any(collection.gains.get(one, {}).values())]
    return [ndcg(runs.get(one, ()), collection.gains[one]) for one in judged]


def difference(ours: Sequence[float], plain: Sequence[float]) -> Difference:
    """Compare two rankings of the same questions."""
    each = np.array(ours) - np.array(plain)
    drawn = np.random.default_rng(1).integers(0, len(each), (SAMPLES, len(each)))
    low, high = np.percentile(each[drawn].mean(axis=1), [2.5, 97.5])
    return Difference(float(np.mean(ours)), float(each.mean()), float(low), float(high))


if __name__ == "__main__":
    main()
