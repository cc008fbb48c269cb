"""How good related records are: `python -m tests.benchmarks.related DIR [--records N] [--json]`.

DIR is a judged collection as in `evaluate_search`. Two records are taken to be related where both
answer one of its questions. It gives the precision of the first five (Järvelin's P@5, fewer found
counting as wrong) for what the product shows, for its likeness by heavy terms alone, and, in the
same run, for plain TF-IDF cosine over all terms of all records.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    type Found = Callable[[int], list[int]]
    type Weights = Mapping[str, float]

FIRST = 5
BATCH = 200


def main() -> int:
    options = _options()
    os.environ["KB_DATA_DIR"] = tempfile.mkdtemp(prefix="kb-related-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "kb.settings"
    import django

    django.setup()
    figures = _measure(Path(options.folder), options.records)
    lines = (f"{name:24} {value}" for name, value in figures.items())
    print(json.dumps(figures) if options.json else "\n".join(lines))  # noqa: T201
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--records", type=int, default=300)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _measure(folder: Path, count: int) -> dict[str, float]:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    texts = _texts(folder)
    numbers = {name: number for number, name in enumerate(texts, start=1)}
    _store(texts, numbers)
    answers = _answers(folder, numbers)
    asked = sorted(number for number, others in answers.items() if len(others) > FIRST)
    asked = random.Random(1).sample(asked, min(count, len(asked)))
    began = time.perf_counter()
    shown = _precision(asked, answers, _shown)
    took = (time.perf_counter() - began) / len(asked)
    plain = {numbers[name]: text for name, text in texts.items()}
    return {
        "records": len(texts),
        "asked": len(asked),
        "shown_p5": shown,
        "heavy_terms_p5": _precision(asked, answers, _alike),
        "tf_idf_p5": _precision(asked, answers, _PlainCosine(plain)),
        "shown_ms": round(1000 * took, 1),
    }


def _texts(folder: Path) -> dict[str, tuple[str, str]]:
    rows = map(json.loads, (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines())
    return {str(row["id"]): (row.get("title") or "–", row.get("text") or "–") for row in rows}


def _answers(folder: Path, numbers: Mapping[str, int]) -> dict[int, set[int]]:
    """Return for each record those that answer a question together with it."""
    by_question: defaultdict[str, set[int]] = defaultdict(set)
    with (folder / "qrels.tsv").open(encoding="utf-8", newline="") as lines:
        for question, *_rest, name, gain in csv.reader(lines, delimiter="\t"):
            if name in numbers and gain.replace(".", "").isdigit() and float(gain) > 0:
                by_question[question].add(numbers[name])
    together: defaultdict[int, set[int]] = defaultdict(set)
    for found in by_question.values():
        for number in found:
            together[number] |= found - {number}
    return together


def _store(texts: Mapping[str, tuple[str, str]], numbers: Mapping[str, int]) -> None:
    from datetime import UTC, datetime

    from documents.models import Document
    from documents.search.indexing import enqueue_many
    from documents.search.rebuilding import rebuild

    public = datetime(2026, 1, 1, tzinfo=UTC)
    Document.objects.bulk_create(
        (
            Document(
                pk=numbers[name],
                title=title[:500],
                body=text,
                kind="report",
                status="published",
                visible_from=public,
                published_at=public,
            )
            for name, (title, text) in texts.items()
        ),
        batch_size=BATCH,
    )
    enqueue_many(numbers.values())
    rebuild("whoosh")


def _precision(asked: Iterable[int], answers: Mapping[int, set[int]], find: Found) -> float:
    rates = [len(set(find(number)[:FIRST]) & answers[number]) / FIRST for number in asked]
    return round(sum(rates) / len(rates), 3)


def _shown(number: int) -> list[int]:
    from django.utils import timezone

    from documents.models import Document, Visibility
    from documents.overviews.related import related_records

    document = Document.objects.get(pk=number)
    found = related_records(document, Visibility(now=timezone.now()))
    return [one.document.pk for one in found]


def _alike(number: int) -> list[int]:
    from django.utils import timezone

    from documents.models import Document, Visibility
    from documents.search.similar import similar_records

    document = Document.objects.get(pk=number)
    found = similar_records(document, Visibility(now=timezone.now()), ())
    return sorted(found, key=lambda pk: (-found[pk][0], pk))


class _PlainCosine:
    """TF-IDF over all stems, the frequency taken as 1 + log tf: what FINDINGS calls TF-IDF."""

    def __init__(self, texts: Mapping[int, tuple[str, str]]) -> None:
        from documents.search.evaluating import COMMON
        from documents.text.analysis import stems

        counts = {
            number: Counter(stem for stem in stems(f"{title} {text}") if stem not in COMMON)
            for number, (title, text) in texts.items()
        }
        holding = Counter(stem for one in counts.values() for stem in one)
        self.postings: defaultdict[str, dict[int, float]] = defaultdict(dict)
        self.weights = {
            number: _unit(
                {
                    stem: (1 + math.log(n)) * math.log(len(counts) / holding[stem])
                    for stem, n in one.items()
                }
            )
            for number, one in counts.items()
        }
        for number, one in self.weights.items():
            for stem, weight in one.items():
                self.postings[stem][number] = weight

    def __call__(self, number: int) -> list[int]:
        scores: Counter[int] = Counter()
        for stem, weight in self.weights[number].items():
            for other, theirs in self.postings[stem].items():
                scores[other] += weight * theirs  # type: ignore[assignment]
        del scores[number]
        return [other for other, _score in scores.most_common(FIRST)]


def _unit(weights: Weights) -> Weights:
    length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}


if __name__ == "__main__":
    sys.exit(main())
