"""The records and the questions on which every engine must give the same answers."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from documents.search.engines.base import EngineQuery
from documents.search.record import WHOLE, IndexRecord
from documents.search.syntax import parse
from tests.build import NOON
from tests.material import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
REPORTS = 4
LISTED = ("kind", "region", "cluster", "theme", "tag", "source", "language")


class Question(NamedTuple):
    """One line of the file; a hit list is long enough to compare the first ten."""

    line: str
    query: EngineQuery


def questions() -> list[Question]:
    lines = Path(__file__).with_name("golden.txt").read_text(encoding="utf-8").splitlines()
    return [_question(line) for line in lines if line and not line.startswith("#")]


def _question(line: str) -> Question:
    text, _, rest = line.partition("|") if "||" not in line else (line, "", "")
    settings = [part.partition("=") for part in rest.split()]
    values: dict[str, Any] = {
        "filters": {
            name: frozenset(value.split(",")) for name, _, value in settings if name in LISTED
        },
        "reads_licensed": any(name == "licensed" for name, _, _ in settings),
    }
    for name, _, value in settings:
        if name in ("from", "to"):
            values[f"date_{name}"] = date.fromisoformat(value)
        if name == "sort":
            values[name] = value
    now = NOON + timedelta(days=60 if "later" in rest.split() else 1)
    return Question(line, EngineQuery(tree=parse(text.strip()).tree, now=now, size=10, **values))


@cache
def records() -> tuple[IndexRecord, ...]:
    """Return the sample records, some long Chinese reports where they are at hand, and an embargo.

    The facets are made up: what matters is that every engine counts the same.
    """
    numbers = count(1)
    made = [_sample(next(numbers), sample) for sample in _samples()]
    made += [_report(next(numbers), report) for report in _reports()]
    hidden = next(numbers)
    end = NOON + timedelta(days=30)
    made.append(_record(hidden, "Embargoed city cluster", (), part="title", visible_until=end))
    made.append(_record(hidden, "Embargoed city cluster", ("secret river",), visible_from=end))
    return tuple(made)


def _samples() -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / "fixtures" / "samples").glob("*.yaml")):
        for sample in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield {"kind": path.stem, **sample}


def _reports() -> list[dict[str, Any]]:
    path = SHARED / "data" / "workreports_zh" / "docs.jsonl"
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return sorted(rows, key=lambda row: -len(row["text"]))[:REPORTS]


def _sample(number: int, sample: dict[str, Any]) -> IndexRecord:
    return _record(
        number,
        sample["title"],
        (sample.get("abstract", ""), sample.get("body", "")),
        restricted=sample.get("restricted", ""),
        authors=tuple(str(author) for author in sample.get("authors", ())),
        sources=(str(sample.get("source", "")),),
        numbers=(str(sample.get("number", "")),),
        language=sample.get("language", "en"),
        kind=sample["kind"].removesuffix("s"),
    )


def _report(number: int, report: dict[str, Any]) -> IndexRecord:
    sources = ("国务院", "State Council")
    return _record(number, report["title"], (report["text"],), sources=sources, language="zh")


def _record(number: int, title: str, zones: tuple[str, ...], **values: Any) -> IndexRecord:
    kind, language = values.pop("kind", "report"), values.pop("language", "en")
    day = date(2018, 1, 1) + timedelta(days=number * 67) if number % 7 else None
    facets: dict[str, tuple[str, ...]] = {"kind": (kind,), "language": (language,)}
    facets["region"] = tuple(str(one) for one in range(1, 5) if number % (one + 1) == 0)
    facets["theme"] = tuple(str(one) for one in range(4, 7) if number % one == 1)
    facets["cluster"] = tuple(str(one) for one in range(1, 4) if number % 5 == one)
    facets["tag"] = tuple(str(one) for one in (1, 2) if number % 3 == one)
    facets["source"] = (str(number % 3),)
    if day:
        facets["year"] = (str(day.year),)
    defaults: dict[str, Any] = {"part": WHOLE, "visible_from": NOON}
    return IndexRecord(
        document_id=number,
        title=title,
        zones=tuple(zone for zone in (title, *zones) if zone),
        sorted_on=day,
        facets={name: held for name, held in facets.items() if held},
        restricted_facets={"region": ("9",)} if values.get("restricted") else {},
        **(defaults | values),
    )
