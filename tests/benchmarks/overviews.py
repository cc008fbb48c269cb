"""How long overviews take: `python -m tests.benchmarks.overviews --records 100000 [--json]`.

It generates published records with links to the vocabulary's own topics, figures, authors, series
and keywords, in the database that
DATABASE_URL names or else in a SQLite file of its own, and times counts and pages in this process.
`--data` names a folder to keep the records in, so that a second run need not make them again.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from documents.models import Document, Visibility

    type Pools = list[tuple[list[int], list[float], int]]

BATCH = 5_000
AUTHORS, TAGS, SERIES = 300, 200, 40
PAGES = {
    "home": "/",
    "matrix": "/explore/matrix/",
    "matrix_all_themes_page": "/explore/matrix/?detail=all",
    "matrix_filtered": "/explore/matrix/?kind=report&from=2020&to=2024&measure=change",
    "cell": "/explore/cell/?region=shandong&cluster=yangtze-delta",
    "region": "/regions/shandong/",
    "country": "/regions/china/",
    "cluster": "/clusters/yangtze-delta/",
    "theme": "/themes/green-low-carbon/",
    "instrument": "/instruments/14th-five-year-plan/",
    "regions": "/regions/",
    "themes": "/themes/",
    "explore": "/explore/",
    "timeline": "/explore/timeline/",
    "timeline_filtered": "/explore/timeline/?region=shandong&by=level",
    "map": "/explore/map/",
    "compare": "/explore/compare/?a=region:shandong&b=region:henan",
    "sources": "/sources/",
    "about": "/about/",
    "source": "/sources/{source}/",
    "author": "/authors/{author}/",
    "series": "/series/Working papers 1/",
    "tag": "/tags/{tag}/",
    "record": "/documents/{record}/",
}


def main() -> int:
    options = _options()
    folder = Path(options.data or tempfile.mkdtemp(prefix="kb-overviews-"))
    os.environ["KB_DATA_DIR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kb.settings"
    import django

    django.setup()
    made = _prepare(options.records)
    figures = {"records": options.records, "made_s": made} | _measure(options.rounds)
    print(json.dumps(figures) if options.json else _as_lines(figures))  # noqa: T201
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--data", default="")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _as_lines(figures: dict[str, object]) -> str:
    return "\n".join(f"{name:28} {value}" for name, value in figures.items())


def _prepare(records: int) -> float:
    from django.core.management import call_command

    from documents.models import Document

    start = time.perf_counter()
    call_command("migrate", verbosity=0)
    call_command("load_vocabularies", verbosity=0)
    missing = records - Document.objects.count()
    for first in range(0, missing, BATCH):
        _make(min(BATCH, missing - first), seed=first)
    return round(time.perf_counter() - start, 1)


def _make(count: int, seed: int) -> None:
    from documents.models import Document, Source, TopicLink

    dice = random.Random(seed)
    sources = list(Source.objects.values_list("pk", flat=True))
    documents = Document.objects.bulk_create(
        _document(dice, seed + number, sources) for number in range(count)
    )
    pools = _pools()
    TopicLink.objects.bulk_create(
        (
            TopicLink(document=document, topic_id=topic, status="accepted", quote="A sentence.")
            for document in documents
            for topic in _topics(dice, pools)
        ),
        batch_size=BATCH,
    )
    _add_parts(dice, documents, pools)


def _add_parts(dice: random.Random, documents: list[Document], pools: Pools) -> None:
    """Give half of the records an author and keywords, and each a figure about a region."""
    from taggit.models import Tag

    from documents.models import Author, Authorship, Figure, KeywordItem

    authors = [Author.objects.get_or_create(name=f"Author {n}")[0] for n in range(AUTHORS)]
    tags = [Tag.objects.get_or_create(name=f"word {n}", slug=f"word-{n}")[0] for n in range(TAGS)]
    half = documents[::2]
    Authorship.objects.bulk_create(
        Authorship(document=one, author=dice.choice(authors), position=0) for one in half
    )
    KeywordItem.objects.bulk_create(
        KeywordItem(content_object=one, tag=dice.choice(tags)) for one in half
    )
    regions, weights, _most = pools[0]
    Figure.objects.bulk_create(
        Figure(
            document=one,
            topic_id=dice.choices(regions, weights)[0],
            zone="body",
            start=0,
            end=10,
            value=dice.randrange(100),
            as_written="65 percent",
            unit="percent",
            what="the population",
            measure=f"share:{dice.choice(['population', 'gross-product', 'forest-cover'])}",
            quote=f"Sentence {dice.randrange(1000)} gives 65 percent.",
        )
        for one in documents
    )


def _document(dice: random.Random, number: int, sources: list[int]) -> Document:
    from documents.models import Document

    public = datetime(2026, 1, 1, tzinfo=UTC)
    day = date(2006, 1, 1) + timedelta(days=dice.randrange(7_500))
    embargo = public + timedelta(days=3_650) if dice.random() < 0.001 else None
    return Document(
        title=f"Generated record {number}",
        kind=dice.choice(Document.Kind.values),
        language=dice.choice(["en", "zh"]),
        body="A sentence.",
        source_id=dice.choice(sources),
        source_basis="stated",
        status="published",
        visible_from=public,
        embargo_until=embargo,
        published_at=public,
        sorted_on=day,
        sorted_role="posted",
        series=f"Working papers {dice.randrange(SERIES)}",
    )


def _pools() -> Pools:
    """Return for each facet its topics, how often each is named, and how many a record has."""
    from documents.models import Topic

    pools = []
    for facet, most in (("region", 4), ("cluster", 2), ("theme", 3), ("instrument", 2)):
        ids = list(Topic.objects.filter(facet=facet).values_list("pk", flat=True))
        pools.append((ids, [1 / (place + 3) for place in range(len(ids))], most))
    return pools


def _topics(dice: random.Random, pools: Pools) -> set[int]:
    chosen: set[int] = set()
    for ids, weights, most in pools:
        chosen.update(dice.choices(ids, weights, k=dice.randint(0, most)))
    return chosen


def _measure(rounds: int) -> dict[str, object]:
    from django.utils import timezone

    from documents.models import Document, TopicLink, UncountedChange, Visibility
    from documents.overviews import counts
    from documents.overviews.holdings import load_holdings
    from documents.overviews.stamp import SETTLED_AFTER

    now = Visibility(now=timezone.now())
    figures: dict[str, object] = {"links": TopicLink.objects.count()}
    figures["fresh_count_s"] = _seconds(counts.count_afresh)
    figures["keep_s"] = _seconds(counts.keep_counts)
    counts._memory.last = None
    figures["first_read_s"] = _seconds(lambda: load_holdings(now))
    figures["kept_read_ms"] = _milliseconds(lambda: load_holdings(now), rounds)
    figures["matrix_all_themes_ms"] = _milliseconds(lambda: _whole_matrix(now), rounds)
    licensed = Visibility(now=timezone.now(), reads_licensed=True)
    figures["matrix_licensed_ms"] = _milliseconds(lambda: _whole_matrix(licensed), rounds)
    UncountedChange.objects.note(Document.objects.values_list("pk", flat=True)[:100])
    figures["read_after_100_changes_s"] = _seconds(lambda: load_holdings(now))
    known = _known()
    time.sleep(2 * SETTLED_AFTER)  # until then a page has the tag of its content, which it loses
    for name, address in PAGES.items():
        figures |= _page(name, address.format(**known), rounds)
    return figures


def _known() -> dict[str, object]:
    """Return a source, an author, a tag and a record that the generated base has."""
    from documents.models import Author, Document, Source

    record = Document.objects.latest("pk")
    return {
        "source": Source.objects.order_by("pk").values_list("slug", flat=True)[0],
        "author": f"{Author.objects.get(name='Author 1').pk}-author-1",
        "tag": "word-1",
        "record": f"{record.pk}-{record.slug}",
    }


def _whole_matrix(visibility: Visibility) -> None:
    """Count the 34 province-level units against every theme, those of the second level too."""
    from documents.models import Topic
    from documents.overviews.axes import load_axes, load_offered
    from documents.overviews.holdings import load_holdings
    from documents.overviews.matrix import cross

    regions = load_axes(Topic.Facet.REGION)[Topic.Facet.REGION]
    themes = load_offered([Topic.Facet.THEME], ())
    if len(regions) != 34 or len(themes) < 60:
        message = f"The vocabulary has {len(regions)} provinces and {len(themes)} themes."
        raise SystemExit(message)
    cross(load_holdings(visibility), regions, themes)


def _page(name: str, address: str, rounds: int) -> dict[str, object]:
    from django.db import connection, reset_queries
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    reset_queries()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
        count = len(queries)
    if answer.status_code != 200:
        return {name: f"status {answer.status_code}"}
    took = _milliseconds(lambda: client.get(address), rounds)
    tag = {"if-none-match": answer.get("ETag", "")}
    again = client.get(address, headers=tag)
    unchanged = _milliseconds(lambda: client.get(address, headers=tag), rounds)
    return {
        f"{name}_ms": took,
        f"{name}_queries": count,
        f"{name}_{again.status_code}_ms": unchanged["p50"],
    }


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return round(time.perf_counter() - start, 3)


def _milliseconds(act: Callable[[], object], rounds: int) -> dict[str, float]:
    """Return wall times, and the median of processor time: the latter bears a busy machine."""
    took, worked = [], []
    for _ in range(rounds):
        began = time.process_time()
        took.append(_seconds(act) * 1000)
        worked.append((time.process_time() - began) * 1000)
    took.sort()
    last = took[min(len(took) - 1, round(0.95 * len(took)))]
    return {
        "p50": round(statistics.median(took), 1),
        "p95": round(last, 1),
        "cpu": round(statistics.median(worked), 1),
    }


if __name__ == "__main__":
    sys.exit(main())
