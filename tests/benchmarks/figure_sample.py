"""Figures found in material nobody wrote rules on, to be read and judged.

`python -m tests.benchmarks.figure_sample [--seed 21]` prints 100 of them with their sentences: 34
of a government's English site, 33 of Chinese work reports, 33 of Shandong's regulations, read from
beside the checkout. What was judged stands in the README.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.gazetteer import FoundFigure

DATA = Path(__file__).parents[3] / "shared" / "data"
SOURCES = {
    "digitalgov_en/dev.jsonl": 34,
    "workreports_zh/docs.jsonl": 33,
    "laws_zh/shandong.jsonl": 33,
}
DOCUMENTS = 60  # of each source, chosen at random
AROUND = 40


def figures(path: Path, chance: random.Random) -> Iterator[FoundFigure]:
    """Give the figures of some documents of a file."""
    from documents.gazetteer import Zone, find_figures

    lines = path.read_text(encoding="utf-8").splitlines()
    for line in chance.sample(lines, min(DOCUMENTS, len(lines))):
        record = json.loads(line)
        yield from find_figures([Zone("body", record.get("text") or record.get("body") or "")])


def shown(figure: FoundFigure) -> str:
    at = figure.quote.find(figure.as_written)
    before = figure.quote[max(0, at - AROUND) : at]
    behind = figure.quote[at + len(figure.as_written) :][:AROUND]
    context = " ".join(f"{before}[{figure.as_written}]{behind}".split())
    return f"{figure.value:g} | {figure.unit} | {figure.what} | {context}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=21)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kb.settings")
    import django

    django.setup()
    if not DATA.exists():
        sys.exit("The material is not beside this checkout.")
    chance = random.Random(options.seed)
    for name, count in SOURCES.items():
        found = list(figures(DATA / name, chance))
        chosen = chance.sample(found, min(count, len(found)))
        sys.stdout.writelines(f"{shown(figure)}\n" for figure in chosen)


if __name__ == "__main__":
    main()
