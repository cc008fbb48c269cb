"""How well copies and versions are told: `python -m tests.benchmarks.duplicates [--json]`.

The regulations and work reports beside the repository are stored in a database of their own, with
the sample records. Of every third one four changed copies are made: the same text set otherwise,
one with two words in a hundred changed, the release as another site carries it, and a corrected
version of a later day. Recall is the share of copies that are proposed to be what they are; the
proposals among the untouched records are listed to be judged by eye.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from tests.material import SHARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from documents.ingest.duplicates import Text

ROOT = Path(__file__).resolve().parents[2]
EVERY = 3
_WORD = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{4,}")
_FIGURE = re.compile(r"\d{2,}")


def texts() -> Iterator[Text]:
    """Give all records as they are compared."""
    from documents.ingest.duplicates import Text

    for path in (
        SHARED / "data" / "laws_zh" / "shandong.jsonl",
        SHARED / "data" / "workreports_zh" / "docs.jsonl",
    ):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            row = json.loads(line)
            day = date(2012, 1, 1) + timedelta(days=number * 3)
            yield Text(row["title"], row.get("text") or row.get("body") or "", "zh", "", "", day)
    for path in sorted((ROOT / "fixtures" / "samples").glob("*.yaml")):
        for row in yaml.safe_load(path.read_text("utf-8")):
            language = row.get("language", "en")
            yield Text(row["title"], row.get("body", ""), language, "", "", date(2020, 1, 1))


def set_otherwise(text: Text, chance: random.Random) -> Text:
    return replace(text, body="\n\n".join(text.body.split("\n")).replace("，", ", "))


def slightly_changed(text: Text, chance: random.Random) -> Text:
    words = _WORD.findall(text.body)
    body = _WORD.sub(lambda m: chance.choice(words) if chance.random() < 0.02 else m[0], text.body)
    return replace(text, body=body)


def elsewhere(text: Text, chance: random.Random) -> Text:
    day = (text.published_on or date(2020, 1, 1)) + timedelta(days=chance.randint(0, 3))
    foot = "\n\n（责任编辑：某某）" if text.language == "zh" else "\n\nEdited by the web desk."
    return replace(text, body=text.body + foot, source="another", published_on=day)


def corrected(text: Text, chance: random.Random) -> Text:
    day = (text.published_on or date(2020, 1, 1)) + timedelta(days=chance.randint(20, 400))
    body = _FIGURE.sub(lambda m: str(int(m[0]) + 1) if chance.random() < 0.2 else m[0], text.body)
    more = (
        "本次修正自公布之日起施行。" if text.language == "zh" else "This corrects an earlier text."
    )
    return replace(text, body=f"{body}\n\n{more}", published_on=day)


KINDS: dict[str, tuple[Callable[[Text, random.Random], Text], tuple[str, ...]]] = {
    "set otherwise": (set_otherwise, ("same-text",)),
    "slightly changed": (slightly_changed, ("nearly-same", "corrected", "corrected-by")),
    "on another site": (elsewhere, ("same-release",)),
    "corrected": (corrected, ("corrected",)),
}


def measure() -> dict[str, object]:
    from documents.curation.duplicates import find_candidates, sign
    from documents.ingest.fingerprints import fingerprint
    from documents.models import Document, Source

    here = Source.objects.create(slug="here", name="Here")
    stored: dict[int, Text] = {}
    for text in texts():
        document = Document.objects.create(
            kind="policy",
            title=text.title[:500],
            body=text.body,
            language=text.language,
            source=here,
            source_basis="stated",
            published_on=text.published_on,
            published_precision="day",
        )
        sign(document)
        stored[document.pk] = replace(text, title=document.title, source=str(here.pk))
    chance = random.Random(1)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for pk, text in list(stored.items())[::EVERY]:
        for kind, (make, right) in KINDS.items():
            copy = make(text, chance)
            found = find_candidates(copy, fingerprint(copy.body))
            own = next((one for one in found if one.document.pk == pk), None)
            told[kind][
                "right"
                if own and own.match.standing in right
                else own.match.standing
                if own
                else "not found"
            ] += 1
            told[kind]["others"] += sum(one.document.pk != pk for one in found)
    pairs = {
        tuple(sorted((pk, one.document.pk))): (
            one.match.standing,
            round(one.match.confidence, 3),
            text.title,
            one.document.title,
        )
        for pk, text in stored.items()
        for one in find_candidates(text, without=pk)
    }
    return {
        "records": len(stored),
        "copies of each kind": len(list(stored)[::EVERY]),
        **{f"told: {kind}": dict(counts) for kind, counts in told.items()},
        "proposed among the records": sorted(pairs.values()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kb-duplicates-") as folder:
        os.environ |= {"KB_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "kb.settings"}
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, check=True)
        import django

        django.setup()
        figures = measure()
    if options.json:
        sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")
        return
    for name, value in figures.items():
        shown = value if not isinstance(value, list) else "".join(f"\n  {one}" for one in value)
        sys.stdout.write(f"{name:28} {shown}\n")


if __name__ == "__main__":
    main()
