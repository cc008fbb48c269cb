"""How long suggestions take: `python -m tests.benchmarks.suggestions --data FOLDER --engine E`.

The folder is one that `tests.benchmarks.search --data` made, with its records and its index; the
shipped names of topics are loaded into it. Each text is asked for as it is typed, letter by letter.
Times are of the whole request, in milliseconds of the clock and of the processor.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

TYPED = (
    *("shandong", "yellow river", "urban agglom", "high-quality", "polic", "green deve"),
    *("shanibami", "mishaba revit", "ganpol tersha"),  # syllables of the made records
    *("黄河流域", "城市群", "十四五", "industrial clus", "number 7", "development plan"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--engine", default="tantivy")
    options = parser.parse_args()
    os.environ["KB_DATA_DIR"] = options.data
    os.environ["SEARCH_ENGINE"] = options.engine
    os.environ["DJANGO_SETTINGS_MODULE"] = "kb.settings"
    print(json.dumps(_measured()))  # noqa: T201


def _measured() -> dict[str, float]:
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from documents.curation.vocabularies import load_vocabularies
    from documents.models import Document

    settings.ALLOWED_HOSTS = ["*"]
    load_vocabularies(Path(settings.BASE_DIR) / "fixtures")
    client = Client()
    texts = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    for text in texts[:10]:
        client.get("/search/suggest/", {"q": text})
    clock, processor = [], []
    for text in texts:
        began, worked = time.perf_counter(), time.process_time()
        client.get("/search/suggest/", {"q": text})
        clock.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    return {
        "records": Document.objects.count(),
        "requests": len(texts),
        "p50_ms": _share(clock, 0.5),
        "p95_ms": _share(clock, 0.95),
        "processor_p50_ms": _share(processor, 0.5),
        "processor_p95_ms": _share(processor, 0.95),
    }


def _share(taken: list[float], share: float) -> float:
    return round(sorted(taken)[int(len(taken) * share)], 1)


if __name__ == "__main__":
    main()
