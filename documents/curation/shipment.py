"""Reads the fixture files into rows; each file says its own layout at its head."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

type Key = tuple[str, ...]
type Record = dict[str, Any]
type Shipment = Mapping[str, tuple[Row, ...]]

_HAN = re.compile(r"[\u3400-\u9fff]")
_STATUSES = ("agreed", "single", "contested")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as shipped: its natural key and the values that a person may edit."""

    key: Key
    values: Record = field(default_factory=dict)


def read_shipment(folder: Path) -> Shipment:
    """Read the fixtures into the rows of each vocabulary, in the order of the files.

    Keys: topic (facet, slug), place (slug,), name (facet, slug, language, name), membership (facet
    of the whole, its slug, slug of the region), source (slug,), source-name (slug, name).
    Raises OSError or yaml.YAMLError where a file is missing or broken.
    """
    records = list(_records(folder))
    sources = _yaml(folder / "sources.yaml")
    return {
        "topic": tuple(_topic_row(place, *one) for place, one in enumerate(records)),
        "place": tuple(_place_row(record) for _, record in records if "level" in record),
        "name": tuple(row for one in records for row in _name_rows(*one)),
        "membership": tuple(row for one in records for row in _membership_rows(*one)),
        "source": tuple(_source_row(record) for record in sources),
        "source-name": tuple(
            Row((record["slug"], name)) for record in sources for name in record.get("names", [])
        ),
    }


def _records(folder: Path) -> Iterator[tuple[str, Record]]:
    """Yield facet and record of every topic."""
    yield from (("region", record) for record in _regions(folder))
    for record in _yaml(folder / "clusters.yaml"):
        yield "cluster", {"sense": "city"} | record
    for record in _yaml(folder / "industrial_clusters.yaml"):
        within = record.get("within")
        yield (
            "cluster",
            record | {"sense": "industrial", "members": {"agreed": [within]} if within else {}},
        )
    for heading in _yaml(folder / "themes.yaml"):
        yield "theme", heading
        yield from (("theme", theme | {"parent": heading["slug"]}) for theme in heading["themes"])
    yield from (("instrument", record) for record in _yaml(folder / "instruments.yaml"))


def _regions(folder: Path) -> Iterator[Record]:
    """Yield the regions in the order in which pages list siblings: units first, then the rest."""
    groups = _yaml(folder / "regions.yaml")
    prefectures = _table(folder / "prefectures.csv")
    seats = {record["slug"]: record for record in prefectures}
    provinces = {record["slug"] for record in groups["province"]}
    for record in groups.pop("country") + groups["province"]:
        # A municipality is one region; its line among the prefectures holds the coordinates.
        seat = seats.get(record["slug"], {})
        place = {name: seat[name] for name in ("lat", "lon") if seat}
        level, parent = ("province", "china") if record["slug"] in provinces else ("country", "")
        yield record | place | {"level": level, "parent": parent}
    for level, rows in (("prefecture", prefectures), ("county", _table(folder / "counties.csv"))):
        for row in rows:
            if row["slug"] not in provinces:
                yield row | {"level": level, "parent": row["within"]}
    del groups["province"]
    for level, group in groups.items():
        yield from (one | {"level": level, "parent": one.get("within", "")} for one in group)


def _topic_row(position: int, facet: str, record: Record) -> Row:
    intro = record.get("intro", {})
    issued: date | None = record.get("issued_on")
    values = {
        "parent": record.get("parent", ""),
        "sense": record.get("sense", ""),
        "tier": record.get("tier", ""),
        "intro_en": intro.get("en", ""),
        "intro_zh": intro.get("zh", ""),
        "number": record.get("number", ""),
        "issued_on": issued.isoformat() if issued else None,
        "position": position,
    }
    return Row((facet, record["slug"]), values)


def _place_row(record: Record) -> Row:
    return Row(
        (record["slug"],),
        {
            "level": record["level"],
            "code": record.get("code", ""),
            "pinyin": record.get("pinyin", ""),
            "lat": float(record["lat"]) if record.get("lat") else None,
            "lon": float(record["lon"]) if record.get("lon") else None,
        },
    )


def _name_rows(facet: str, record: Record) -> Iterator[Row]:
    """Yield the names of a topic; where one is listed twice, its first role holds."""
    found: dict[Key, Row] = {}
    things = _narrower_things(record)
    for language, role, name in _names(record):
        key = (facet, record["slug"], language, name)
        narrower = things.get(name)
        values = {"role": role} | ({"narrower": narrower} if narrower else {})
        found.setdefault(key, Row(key, values))
    yield from found.values()


def _narrower_things(record: Record) -> dict[str, str]:
    """Return by name the thing it means where that is narrower than the topic."""
    return {name: names[0] for names in record.get("narrower", []) for name in names}


def _names(record: Record) -> Iterator[tuple[str, str, str]]:
    for language in ("en", "zh", "de"):
        for place, name in enumerate(record.get(language, [])):
            yield language, "alternative" if place else "preferred", name
    for name in record.get("hidden_de", []):
        yield "de", "hidden", name
    number = record.get("number")
    for name in [*record.get("hidden", []), *([number] if number else [])]:
        yield "zh" if _HAN.search(name) else "en", "hidden", name


def _membership_rows(facet: str, record: Record) -> Iterator[Row]:
    members = record.get("members", {})
    if isinstance(members, list):
        members = {"agreed": members}
    partly = record.get("part", {})
    coverage = record.get("coverage", "whole")
    for status in _STATUSES:
        for slug in members.get(status, []):
            yield Row(
                (facet, record["slug"], slug),
                {
                    "coverage": "part" if slug in partly else coverage,
                    "status": status,
                    "is_core": slug in record.get("core", []),
                    "note": partly.get(slug, record.get("note", "")),
                },
            )


def _source_row(record: Record) -> Row:
    blank = ("name_zh", "default_kind", "homepage", "about", "about_zh")
    values = {name: record.get(name, "") for name in blank}
    named = {"name": record["name"], "level": record["level"]}
    return Row((record["slug"],), named | values | {"hosts": record.get("hosts", [])})


def _yaml(path: Path) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 -- both are safe


def _table(path: Path) -> list[Record]:
    """Read a CSV file; lines that begin with # are its description."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return [{name: _cell(name, value) for name, value in row.items()} for row in rows]


def _cell(name: str, value: str) -> str | list[str]:
    if name not in ("en", "zh", "hidden"):
        return value
    return value.split("|") if value else []
