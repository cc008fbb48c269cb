"""How long a search takes: `python -m tests.benchmarks.search --records 10000 --engine whoosh`.

A whole search is the top 20, the exact total, 20 marked snippets and all facet counts; the page is
the HTML of `/search/`. Under "floor" stands raw tantivy doing equal work on the same texts in the
same run, in a process of its own; under "plain" (with --plain) Whoosh used the plain way.
`--data` names a folder to keep the records in, so that a second run need not make them again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.corpus import queries

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 200


def main() -> int:
    options = _options()
    folder = Path(options.data or tempfile.mkdtemp(prefix="kb-search-"))
    os.environ["KB_DATA_DIR"] = str(folder)
    os.environ["SEARCH_ENGINE"] = options.engine
    if options.part:
        figures = PARTS[options.part](options.records, folder)
    else:
        figures = {"records": options.records, "engine": options.engine}
        figures |= _part("product", options, folder)
        figures["floor"] = _part("floor", options, folder)
        if options.plain:
            figures["plain"] = _part("plain", options, folder)
        figures["ratio_p95"] = round(
            figures["search_p95_ms"] / figures["floor"]["search_p95_ms"], 2
        )
    print(json.dumps(figures) if options.json else json.dumps(figures, indent=1))  # noqa: T201
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--engine", default="whoosh")
    parser.add_argument("--data", default="")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--part", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


def _part(name: str, options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Run one part in a process of its own, so that its memory is its own."""
    command = [
        *(sys.executable, "-m", "tests.benchmarks.search", "--json", "--part", name),
        *("--records", str(options.records), "--engine", options.engine, "--data", str(folder)),
    ]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _product(count: int, folder: Path) -> dict[str, Any]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "kb.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from documents.models import Visibility
    from documents.search import SearchQuery, find
    from documents.search.rebuilding import rebuild
    from tests.benchmarks.loading import load

    load(count)
    began = time.perf_counter()
    rebuild()
    rate = count / (time.perf_counter() - began)
    settings.ALLOWED_HOSTS = ["*"]
    visibility, client = Visibility(now=timezone.now()), Client()
    searched = _timed(lambda text: find(SearchQuery(text), visibility))
    paged = _timed(lambda text: client.get("/search/", {"q": text}))
    return {
        "index_docs_per_s": round(rate, 1),
        "search_p50_ms": searched[0],
        "search_p95_ms": searched[1],
        "page_p50_ms": paged[0],
        "page_p95_ms": paged[1],
        "rss_mb": _peak_mb(),
        "disk_mb": _size_mb(folder / "index"),
    }


def _floor(count: int, folder: Path) -> dict[str, Any]:
    from tests.benchmarks.raw_tantivy import RawTantivy

    return _other(RawTantivy(folder / "floor"), count, folder / "floor")


def _plain(count: int, folder: Path) -> dict[str, Any]:
    from tests.benchmarks.plain_whoosh import PlainWhoosh

    return _other(PlainWhoosh(folder / "plain"), count, folder / "plain")


def _other(searcher: Any, count: int, folder: Path) -> dict[str, Any]:
    began = time.perf_counter()
    searcher.fill(count)
    rate = count / (time.perf_counter() - began)
    searched = _timed(searcher.search)
    paged = _timed(lambda text: _as_html(searcher.search(text)))
    return {
        "index_docs_per_s": round(rate, 1),
        "search_p50_ms": searched[0],
        "search_p95_ms": searched[1],
        "page_p95_ms": paged[1],
        "rss_mb": _peak_mb(),
        "disk_mb": _size_mb(folder),
    }


def _as_html(answer: tuple[int, list[str], dict[str, Any]]) -> str:
    total, snippets, facets = answer
    rows = "".join(f"<li>{snippet}</li>" for snippet in snippets)
    counts = "".join(f"<h2>{name}</h2>{values}" for name, values in facets.items())
    return f"<h1>{total}</h1><ol>{rows}</ol>{counts}"


def _timed(search: Callable[[str], object]) -> tuple[float, float]:
    """Return p50 and p95 in milliseconds, warm, one question at a time."""
    asked = queries(ROUNDS)
    for text in asked[:20]:
        search(text)
    taken = []
    for text in asked:
        began = time.perf_counter()
        search(text)
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    return round(taken[len(taken) // 2], 2), round(taken[int(len(taken) * 0.95)], 2)


def _peak_mb() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def _size_mb(folder: Path) -> float:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return round(size / 1_000_000, 1)


PARTS = {"product": _product, "floor": _floor, "plain": _plain}

if __name__ == "__main__":
    sys.exit(main())
