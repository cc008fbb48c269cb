"""How long a search takes: `python -m tests.benchmarks.search --records 10000 --engine whoosh`.

A whole search is the top 20, the exact total, 20 marked snippets and all facet counts; the page is
the HTML of `/search/` as in production. Under "floor" stands raw tantivy doing equal work on the
same texts in the same run, in a process of its own; under "plain" (with --plain) Whoosh used the
plain way. "cpu" are the same figures in seconds of the processor, which a busy machine changes
less. `--data` names a folder to keep the records in, so that a second run need not make them again.
PostgreSQL is the one that DATABASE_URL names, else one started for the run.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks.corpus import queries
from tests.postgres import server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROUNDS = 200
PRODUCTION = {
    "KB_DEBUG": "0",
    "KB_ALLOWED_HOSTS": "testserver",
    "KB_SECRET_KEY": "for-measuring-only-" + "0" * 50,
    "KB_SSL_REDIRECT": "0",
}


def main() -> int:
    options = _options()
    folder = Path(options.data or tempfile.mkdtemp(prefix="kb-search-"))
    os.environ |= PRODUCTION | {"KB_DATA_DIR": str(folder), "SEARCH_ENGINE": options.engine}
    if options.part:
        figures = PARTS[options.part](options.records, folder)
    else:
        with _database(options.engine):
            figures = _whole(options, folder)
    print(json.dumps(figures) if options.json else json.dumps(figures, indent=1))  # noqa: T201
    return 0


@contextlib.contextmanager
def _database(engine: str) -> Iterator[None]:
    """Give the engine inside the database a server, in an environment that the parts inherit."""
    if engine != "postgres":
        yield
        return
    with server() as url:
        os.environ["DATABASE_URL"] = url
        yield


def _whole(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    figures: dict[str, Any] = {"records": options.records, "engine": options.engine}
    figures |= _part("product", options, folder)
    figures["floor"] = _part("floor", options, folder)
    if options.plain:
        figures["plain"] = _part("plain", options, folder)
    figures["ratio_p95"] = _ratio(figures, figures["floor"])
    figures["cpu"]["ratio_p95"] = _ratio(figures["cpu"], figures["floor"]["cpu"])
    return figures


def _ratio(ours: dict[str, float], floor: dict[str, float]) -> float:
    return round(ours["search_p95_ms"] / floor["search_p95_ms"], 2)


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
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.utils import timezone

    from documents.models import Visibility
    from documents.overviews.counts import keep_counts
    from documents.search import SearchQuery, find
    from documents.search.rebuilding import rebuild
    from tests.benchmarks.loading import load

    load(count)
    keep_counts()
    call_command("collectstatic", interactive=False, verbosity=0)
    filling = _Clock()
    rebuild()
    rates = filling.rates(count)
    visibility, client = Visibility(now=timezone.now()), Client()
    searched = _timed(lambda text: find(SearchQuery(text), visibility))
    paged = _timed(lambda text: client.get("/search/", {"q": text}))
    disk = _index_mb() if connection.vendor == "postgresql" else _size_mb(folder / "index")
    return _figures(rates, searched, paged) | {"rss_mb": _peak_mb(), "disk_mb": disk}


def _index_mb() -> float:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' "
            "AND relname LIKE 'search\\_postgres\\_%%'",
            [],
        )
        return round(float(cursor.fetchone()[0]) / 1_000_000, 1)


def _floor(count: int, folder: Path) -> dict[str, Any]:
    from tests.benchmarks.raw_tantivy import RawTantivy

    return _other(RawTantivy(folder / "floor"), count, folder / "floor")


def _plain(count: int, folder: Path) -> dict[str, Any]:
    from tests.benchmarks.plain_whoosh import PlainWhoosh

    return _other(PlainWhoosh(folder / "plain"), count, folder / "plain")


def _other(searcher: Any, count: int, folder: Path) -> dict[str, Any]:
    filling = _Clock()
    searcher.fill(count)
    rates = filling.rates(count)
    searched = _timed(searcher.search)
    paged = _timed(lambda text: _as_html(searcher.search(text)))
    own = {"rss_mb": _peak_mb(), "disk_mb": _size_mb(folder)}
    return _figures(rates, searched, paged) | own


def _figures(
    rates: tuple[float, float], searched: tuple[Spread, Spread], paged: tuple[Spread, Spread]
) -> dict[str, Any]:
    walls, cpu = (
        {
            "index_docs_per_s": rate,
            "search_p50_ms": search.p50,
            "search_p95_ms": search.p95,
            "page_p50_ms": page.p50,
            "page_p95_ms": page.p95,
        }
        for rate, search, page in zip(rates, searched, paged, strict=True)
    )
    return walls | {"cpu": cpu}


class Spread(NamedTuple):
    """Milliseconds."""

    p50: float
    p95: float


class _Clock:
    """Tells the time that passed since, on the wall and in the processor."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def passed(self) -> tuple[float, float]:
        return time.perf_counter() - self._wall, time.process_time() - self._cpu

    def rates(self, count: int) -> tuple[float, float]:
        wall, cpu = self.passed()
        return round(count / wall, 1), round(count / cpu, 1)


def _as_html(answer: tuple[int, list[str], dict[str, Any]]) -> str:
    total, snippets, facets = answer
    rows = "".join(f"<li>{snippet}</li>" for snippet in snippets)
    counts = "".join(f"<h2>{name}</h2>{values}" for name, values in facets.items())
    return f"<h1>{total}</h1><ol>{rows}</ol>{counts}"


def _timed(search: Callable[[str], object]) -> tuple[Spread, Spread]:
    """Return wall and processor time, warm, one question at a time."""
    asked = queries(ROUNDS)
    for text in asked[:20]:
        search(text)
    taken = []
    for text in asked:
        clock = _Clock()
        search(text)
        taken.append(clock.passed())
    wall, cpu = (sorted(times) for times in zip(*taken, strict=True))
    return _spread(wall), _spread(cpu)


def _spread(seconds: Sequence[float]) -> Spread:
    last = len(seconds)
    middle, late = seconds[last // 2], seconds[int(last * 0.95)]
    return Spread(round(middle * 1000, 2), round(late * 1000, 2))


def _peak_mb() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def _size_mb(folder: Path) -> float:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return round(size / 1_000_000, 1)


PARTS = {"product": _product, "floor": _floor, "plain": _plain}

if __name__ == "__main__":
    sys.exit(main())
