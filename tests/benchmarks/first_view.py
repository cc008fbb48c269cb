"""What a first view sends: `python -m tests.benchmarks.first_view --data FOLDER [--json]`.

FOLDER is a data folder as `make setup` or the benchmark of the overviews leaves it. Each page is
asked for with compression, then its style sheet, its icon and its scripts with all that they
import, as a browser with an empty cache does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

PAGES = {
    "home": "/",
    "search": "/search/?q=cluster",
    "record": "/documents/{record}/",
    "region": "/regions/shandong/",
    "theme": "/themes/green-low-carbon/",
    "regions": "/regions/",
    "glossary": "/glossary/",
    "sources": "/sources/",
    "explore": "/explore/",
    "timeline": "/explore/timeline/",
    "map": "/explore/map/",
    "matrix": "/explore/matrix/",
    "matrix, all themes": "/explore/matrix/?detail=all",
    "comparison": "/explore/compare/?a=region:shandong&b=region:hebei",
    "help": "/help/",
}
_NEEDED = re.compile(
    r'<(?:link rel="(?:stylesheet|icon)" href|script[^>]*? src|img[^>]*? src)="(?P<address>[^"]+)"'
)
_IMPORTED = re.compile(r'^import [^"]*"\./(?P<name>[\w-]+\.js)"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Weight:
    """Compressed bytes of a first view, and how many requests bring them."""

    page: int
    rest: int
    requests: int
    elsewhere: tuple[str, ...]

    @property
    def total_kb(self) -> float:
        return round((self.page + self.rest) / 1024, 1)


def weigh(client: Client, address: str) -> Weight:
    """Return what a browser with an empty cache receives; `elsewhere` are other hosts' files."""
    page = client.get(address, headers={"accept-encoding": "gzip"}, follow=True)
    html = gzip.decompress(page.content).decode()
    needed = [found["address"] for found in _NEEDED.finditer(html)]
    elsewhere = tuple(one for one in needed if not one.startswith("/"))
    files = [size for one in needed if one.startswith("/") for size in _sizes(client, one)]
    return Weight(len(page.content), sum(files), 1 + len(files), elsewhere)


def _sizes(client: Client, address: str) -> Iterator[int]:
    """Give the compressed size of a file and of every module that it imports."""
    if not address.startswith("/static/"):
        answer = client.get(address, headers={"accept-encoding": "gzip"})
        yield len(answer.content)
        return
    for path in _with_imports(_found(address.removeprefix("/static/")), set()):
        yield len(gzip.compress(path.read_bytes(), 6))


def _with_imports(path: Path, seen: set[Path]) -> Iterator[Path]:
    if path in seen:
        return
    seen.add(path)
    yield path
    if path.suffix == ".js":
        for found in _IMPORTED.finditer(path.read_text(encoding="utf-8")):
            yield from _with_imports(path.with_name(found["name"]), seen)


def _found(name: str) -> Path:
    from django.contrib.staticfiles import finders

    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(name)
    return Path(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    os.environ["KB_DATA_DIR"] = options.data
    os.environ["DJANGO_SETTINGS_MODULE"] = "kb.settings"
    import django

    django.setup()
    weights = dict(_measure())
    if options.json:
        figures = {name: [one.total_kb, one.requests] for name, one in weights.items()}
        print(json.dumps(figures))  # noqa: T201
        return 0
    for name, one in weights.items():
        print(f"{name:20} {one.total_kb:6} KB in {one.requests} requests")  # noqa: T201
    return 0


def _measure() -> Iterator[tuple[str, Weight]]:
    from django.test import Client
    from django.test.utils import setup_test_environment

    from documents.models import Document

    setup_test_environment()
    record = Document.objects.published().order_by("pk").values_list("pk", flat=True).first()
    client = Client()
    for name, address in PAGES.items():
        yield name, weigh(client, address.format(record=record))


if __name__ == "__main__":
    sys.exit(main())
