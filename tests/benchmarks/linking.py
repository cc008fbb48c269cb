"""How fast names are found: `python -m tests.benchmarks.linking [--json] [--material]`.

The texts are the sample records over and over, with a number in each, so that no cache of texts
helps; with --material also work reports, regulations and pages of an English site beside the
checkout. The automaton is that of the names; the matcher runs that of the phrases too. Speeds are
of one core's own time, the best of three runs.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from documents.gazetteer import Gazetteer, Zone

CHARACTERS = 1_000_000
RUNS = 3
DATA = Path(__file__).parents[3] / "shared" / "data"
MATERIAL = {  # files and how many of their records are read
    "work reports": ("workreports_zh/docs.jsonl", 88),
    "regulations": ("laws_zh/shandong.jsonl", 60),
    "English site": ("digitalgov_en/dev.jsonl", 100),
}


@dataclass(frozen=True, slots=True)
class Speeds:
    """Megabytes (UTF-8) and records a second, and the seconds the automaton takes to build."""

    automaton_mb_per_s: float
    matcher_mb_per_s: float
    rules_mb_per_s: float
    records_per_s: float
    characters_a_record: int
    build_s: float


def measure(records: Sequence[tuple[Zone, ...]], gazetteer: Gazetteer) -> Speeds:
    from documents.gazetteer import find_figures, find_mentions, propose_links
    from documents.gazetteer.names import gazetteer_from
    from documents.text.folding import fold
    from tests.gazetteer.conftest import shipped_rows

    rows = shipped_rows()
    texts = [zone.text for zones in records for zone in zones]
    folded = [fold(text) for text in texts]
    size = sum(len(text.encode()) for text in texts) / 1e6
    automaton = gazetteer.matcher.automaton

    def link() -> None:
        for zones in records:
            propose_links(find_mentions(zones, gazetteer))
            find_figures(zones)

    linking = _seconds(link)
    return Speeds(
        automaton_mb_per_s=size
        / _seconds(lambda: [automaton.find_matches_as_indexes(text) for text in folded]),
        matcher_mb_per_s=size / _seconds(lambda: [gazetteer.matcher.places(t) for t in texts]),
        rules_mb_per_s=size / linking,
        records_per_s=len(records) / linking,
        characters_a_record=sum(map(len, texts)) // len(records),
        build_s=_seconds(lambda: gazetteer_from.__wrapped__(*rows)),
    )


def _seconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        begin = process_time()
        work()
        times.append(process_time() - begin)
    return min(times)


def sample_records() -> list[tuple[Zone, ...]]:
    """Return about a million characters of records, in both languages."""
    from documents.gazetteer import Zone

    folder = Path(__file__).parents[2] / "fixtures" / "samples"
    samples = [
        sample
        for path in sorted(folder.glob("*.yaml"))
        for sample in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    size = sum(len(sample.get("body", "")) for sample in samples)
    return [
        (Zone("title", sample["title"]), Zone("body", f"{sample.get('body', '')}\n\n{turn}"))
        for turn in range(CHARACTERS // size + 1)
        for sample in samples
    ]


def material(name: str) -> list[tuple[Zone, ...]]:
    """Return the first records of a file beside the checkout."""
    from documents.gazetteer import Zone

    file, count = MATERIAL[name]
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()[:count]
    rows = [json.loads(line) for line in lines]
    return [
        (Zone("title", row.get("title") or ""), Zone("body", row.get("text") or row.get("body")))
        for row in rows
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--material", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kb.settings")
    import django

    django.setup()
    from tests.gazetteer.conftest import shipped_gazetteer

    texts = {"samples": sample_records()}
    if options.material:
        texts |= {name: material(name) for name in MATERIAL}
    for name, records in texts.items():
        speeds = measure(records, shipped_gazetteer())
        values = {field: round(getattr(speeds, field), 3) for field in Speeds.__slots__}
        if options.json:
            sys.stdout.write(json.dumps({"texts": name} | values) + "\n")
        else:
            sys.stdout.write(f"{name}\n")
            sys.stdout.writelines(f"  {field:22} {value}\n" for field, value in values.items())


if __name__ == "__main__":
    main()
