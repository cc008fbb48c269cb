"""How long a search takes: `python -m tests.benchmarks.search --records 10000 --engine whoosh`.

A whole search is the top 20, the exact total, 20 marked snippets and all facet counts; the page is
the HTML of `/search/` as in production, asked in turn with the search alone. Under "floor" stands
raw tantivy doing equal work on the same texts in the same run, in a process of its own; under
"plain" (with --plain) Whoosh used the plain way. They take turns with the product, pass by pass, so
that a slow minute of the machine meets all of them. "cpu" are the same figures in time of the
processor, which a busy machine changes less. Without --json a line for the table of the README ends
the output. `--data` names a folder to keep the records in, so that a second run need not make them
again. PostgreSQL is the one that DATABASE_URL names, else one started for the run.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.corpus import queries
from tests.benchmarks.timing import Clock, Turns, in_turn
from tests.postgres import server

if TYPE_CHECKING:
    from collections.abc import Iterator

QUESTIONS = 200
TIMES, TIMES_OF_PLAIN = 3, 1
"""How often each question is asked, by its page and without: the plain way takes too long."""
READY = "ready"
"""What a part says when it has filled its index, and after each pass over the questions."""
PRODUCTION = {
    "KB_DEBUG": "0",
    "KB_ALLOWED_HOSTS": "testserver",
    "KB_SECRET_KEY": "for-measuring-only-" + "0" * 50,
    "KB_SSL_REDIRECT": "0",
}


def main() -> int:
    options = _options()
    # A polite end of this process ends the server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with _folder(options.data) as folder:
        os.environ |= PRODUCTION | {"KB_DATA_DIR": str(folder), "SEARCH_ENGINE": options.engine}
        if options.part:
            figures = PARTS[options.part](options.records, folder)
        else:
            with _database(options.engine):
                figures = _whole(options, folder)
    print(json.dumps(figures, indent=None if options.json else 1))  # noqa: T201
    if not options.json:
        print(_row(figures))  # noqa: T201
    return 0


def _row(figures: dict[str, Any]) -> str:
    """Return the figures as a line of the table: by the clock, and by the processor in brackets."""
    cpu, floor, plain = figures["cpu"], figures["floor"], figures.get("plain")
    cells = [
        f"{figures['records']:,} {figures['engine']}",
        f"{_pair(figures, 'search')} ({_pair(cpu, 'search')})",
        _pair(floor, "search"),
        f"{figures['ratio_p95']} ({cpu['ratio_p95']})",
        _pair(plain, "search") if plain else "",
        f"{_pair(figures, 'page')} ({_pair(cpu, 'page')})",
        f"{_pair(figures, 'page_adds')} ({_pair(cpu, 'page_adds')})",
        f"{figures['index_docs_per_s']:,.0f} ({floor['index_docs_per_s']:,.0f})",
        f"{figures['rss_mb']:.0f} MB",
        f"{figures['disk_mb']:,.0f} MB",
    ]
    return f"| {' | '.join(cells)} |"


def _pair(figures: dict[str, float], name: str) -> str:
    return f"{figures[f'{name}_p50_ms']:.1f} / {figures[f'{name}_p95_ms']:.1f}"


@contextlib.contextmanager
def _folder(named: str) -> Iterator[Path]:
    """Give the folder named, else one that is gone afterwards."""
    if named:
        Path(named).mkdir(parents=True, exist_ok=True)
        yield Path(named)
        return
    with tempfile.TemporaryDirectory(prefix="kb-search-") as made:
        yield Path(made)


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
    names = ["product", "floor", *(["plain"] if options.plain else [])]
    parts = [_Part(name, options, folder) for name in names]
    while waiting := [part for part in parts if part.figures is None]:
        for part in waiting:
            part.go_on()
    product, *others = (part.figures or {} for part in parts)
    figures: dict[str, Any] = {"records": options.records, "engine": options.engine} | product
    figures |= dict(zip(names[1:], others, strict=True))
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


class _Part:
    """One part in a process of its own, so that its memory is its own; it waits between passes."""

    def __init__(self, name: str, options: argparse.Namespace, folder: Path) -> None:
        """Start it and wait until it has filled its index."""
        self.figures: dict[str, Any] | None = None
        command = [
            *(sys.executable, "-m", "tests.benchmarks.search", "--json", "--part", name),
            *("--records", str(options.records), "--engine", options.engine, "--data", str(folder)),
        ]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._listen()

    def go_on(self) -> None:
        """Let it ask its questions once more, and wait until it has."""
        assert self._process.stdin
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        self._listen()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            if line.strip() == READY:
                return
            if line.startswith("{"):
                self.figures = json.loads(line)
        if self._process.wait() or self.figures is None:
            raise subprocess.CalledProcessError(self._process.returncode, self._process.args)


def _my_turn() -> None:
    print(READY, flush=True)  # noqa: T201
    sys.stdin.readline()


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
    filling = Clock()
    rebuild()
    rates = filling.rates(count)
    visibility, client = Visibility(now=timezone.now()), Client()
    turns = in_turn(
        queries(QUESTIONS),
        lambda text: find(SearchQuery(text), visibility),
        lambda text: client.get("/search/", {"q": text}),
        TIMES,
        _my_turn,
    )
    disk = _index_mb() if connection.vendor == "postgresql" else _size_mb(folder / "index")
    return _figures(rates, turns) | {"rss_mb": _peak_mb(), "disk_mb": disk}


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

    return _other(RawTantivy(folder / "floor"), count, folder / "floor", TIMES)


def _plain(count: int, folder: Path) -> dict[str, Any]:
    from tests.benchmarks.plain_whoosh import PlainWhoosh

    return _other(PlainWhoosh(folder / "plain"), count, folder / "plain", TIMES_OF_PLAIN)


def _other(searcher: Any, count: int, folder: Path, times: int) -> dict[str, Any]:
    filling = Clock()
    searcher.fill(count)
    rates = filling.rates(count)
    turns = in_turn(
        queries(QUESTIONS),
        searcher.search,
        lambda text: _as_html(searcher.search(text)),
        times,
        _my_turn,
    )
    return _figures(rates, turns) | {"rss_mb": _peak_mb(), "disk_mb": _size_mb(folder)}


def _figures(rates: tuple[float, float], turns: tuple[Turns, Turns]) -> dict[str, Any]:
    walls, cpu = (
        {"index_docs_per_s": rate} | taken.figures()
        for rate, taken in zip(rates, turns, strict=True)
    )
    return walls | {"cpu": cpu}


def _as_html(answer: tuple[int, list[str], dict[str, Any]]) -> str:
    total, snippets, facets = answer
    rows = "".join(f"<li>{snippet}</li>" for snippet in snippets)
    counts = "".join(f"<h2>{name}</h2>{values}" for name, values in facets.items())
    return f"<h1>{total}</h1><ol>{rows}</ol>{counts}"


def _peak_mb() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def _size_mb(folder: Path) -> float:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return round(size / 1_000_000, 1)


PARTS = {"product": _product, "floor": _floor, "plain": _plain}

if __name__ == "__main__":
    sys.exit(main())
