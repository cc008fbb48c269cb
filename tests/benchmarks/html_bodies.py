"""Compares the body read from saved web pages with that of trafilatura and readability alone.

    python -m tests.benchmarks.html_bodies [--json] [--each]

Token F1 as bags of words, the mean over all pages of ../shared/data/html_readability.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from documents.ingest import Page, UnreadablePageError, draft_from

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "html_readability"
_TOKEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[^\W_\u3400-\u9fff]+")


@dataclass(frozen=True)
class Sample:
    name: str
    content: bytes
    body: str
    title: str


def load_samples() -> Iterator[Sample]:
    with (FOLDER / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            gold = json.loads(line)
            content = gzip.decompress((FOLDER / gold["file"]).read_bytes())
            yield Sample(gold["id"], content, gold["body"], gold["title"] or "")


def token_f1(have: str, want: str) -> float:
    """Return the F1 of two texts as bags of words; Han characters are words."""
    first = Counter(_TOKEN.findall(have.casefold()))
    second = Counter(_TOKEN.findall(want.casefold()))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def ours(content: bytes) -> str:
    try:
        return draft_from(Page(content)).body.value
    except UnreadablePageError:
        return ""


def by_trafilatura(content: bytes) -> str:
    from trafilatura import extract

    return extract(content) or ""


def by_readability(content: bytes) -> str:
    from lxml import html
    from readability import Document

    try:
        summary = Document(content.decode("utf-8", "replace")).summary()
        return str(html.fromstring(summary).text_content())
    except (ValueError, TypeError):
        return ""


READERS: dict[str, Callable[[bytes], str]] = {
    "ours": ours,
    "trafilatura": by_trafilatura,
    "readability": by_readability,
}


def measure(read: Callable[[bytes], str], samples: list[Sample]) -> dict[str, float]:
    began = time.perf_counter()
    scores = {sample.name: token_f1(read(sample.content), sample.body) for sample in samples}
    spent = (time.perf_counter() - began) * 1000 / len(samples)
    return {"f1": sum(scores.values()) / len(scores), "ms_per_page": spent, **scores}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--each", action="store_true", help="show the pages where readers differ")
    asked = parser.parse_args()
    if not FOLDER.exists():
        sys.stderr.write("the saved pages are not beside this checkout\n")
        return 2
    samples = list(load_samples())
    results = {name: measure(read, samples) for name, read in READERS.items()}
    if asked.json:
        _show(json.dumps({n: {k: r[k] for k in ("f1", "ms_per_page")} for n, r in results.items()}))
        return 0
    for name, result in results.items():
        _show(f"{name:14} F1 {result['f1']:.4f}  {result['ms_per_page']:.0f} ms a page")
    for sample in samples if asked.each else []:
        mine, theirs = results["ours"][sample.name], results["trafilatura"][sample.name]
        if abs(mine - theirs) > 0.01:
            _show(f"{sample.name:40} ours {mine:.3f}  trafilatura {theirs:.3f}")
    return 0


def _show(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
