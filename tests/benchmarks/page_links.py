"""How well links and figures of unseen pages are found: `python -m tests.benchmarks.page_links`.

The pages in `pages/` were written for this, with what a librarian would link, before the linker saw
them; `--each` names what is missed and what is too much. What was measured stands in the README.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.gazetteer import FoundMention, Gazetteer, ProposedLink

PAGES = Path(__file__).parent / "pages"
ZONES = ("title", "abstract", "body", "caption", "keywords")
SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "千亿": 1e11, "亿": 1e8, "万": 1e4}


@dataclass(slots=True)
class Score:
    """Counts of what was right, too much and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, found: set[str], wanted: set[str], allowed: set[str]) -> None:
        self.right += len(found & wanted)
        self.extra += len(found - wanted - allowed)
        self.missed += len(wanted - found)

    def __str__(self) -> str:
        precision = self.right / (self.right + self.extra or 1)
        recall = self.right / (self.right + self.missed or 1)
        f1 = 2 * precision * recall / (precision + recall or 1)
        counts = f"{self.right}/{self.extra}/{self.missed}"
        return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({counts})"


@dataclass(slots=True)
class Scores:
    """One score a kind of thing; `notes` name each error."""

    of: dict[str, Score] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(self, page: str, kind: str, found: set[str], wanted: set[str], also: set[str]) -> None:
        self.of.setdefault(kind, Score()).add(found, wanted, also)
        errors = [f"-{one}" for one in sorted(wanted - found)]
        errors += [f"+{one}" for one in sorted(found - wanted - also)]
        if errors:
            self.notes.append(f"{page} {kind}: {' '.join(errors)}")


def read_pages(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((PAGES / name).read_text(encoding="utf-8"))
    return loaded


def score(pages: list[dict[str, Any]], gazetteer: Gazetteer) -> Scores:
    """Read the pages; themes are judged by `core`, those in `also` count neither way."""
    from documents.gazetteer import Zone, find_figures, find_mentions, propose_links

    scores = Scores()
    for page in pages:
        zones = [Zone(name, page[name]) for name in ZONES if page.get(name)]
        mentions = find_mentions(zones, gazetteer)
        links = propose_links(mentions)
        _score_links(scores, page, links, gazetteer)
        _score_names(scores, page, mentions)
        scores.add(page["id"], "figure", set(_figures(find_figures(zones))), _wanted(page), set())
    return scores


def _score_links(
    scores: Scores, page: dict[str, Any], links: tuple[ProposedLink, ...], gazetteer: Gazetteer
) -> None:
    topics = [gazetteer.topics[link.topic_id] for link in links]
    wants = {"region": "regions", "theme": "core", "cluster": "clusters"}
    for facet, key in wants.items():
        also = set(page.get("also" if facet == "theme" else f"{key}_also", ()))
        found = {one.slug for one in topics if one.facet == facet and one.sense in ("", "city")}
        scores.add(page["id"], facet, found, set(page.get(key, ())), also)


def _score_names(scores: Scores, page: dict[str, Any], mentions: tuple[FoundMention, ...]) -> None:
    cited = [one for one in mentions if one.facet == "instrument"]
    industries = [
        one
        for one in mentions
        if one.facet == "cluster"
        and one.sense == "industrial"
        and not one.rule.startswith("refers")
    ]
    for kind, found in (("cited", cited), ("industrial", industries)):
        wanted = set(page.get(kind, ()))
        names = {_meets(one, wanted) for one in found}
        scores.add(page["id"], kind, names, wanted, set())
    opens = {one.surface for one in mentions if len(one.topic_ids) > 1}
    scores.add(page["id"], "ambiguous", opens, set(page.get("ambiguous", ())), set())


def _meets(mention: FoundMention, wanted: set[str]) -> str:
    """Return the wanted name that a mention or its sentence has, else its surface."""
    near = [name for name in wanted if name in mention.surface or mention.surface in name]
    near += [name for name in wanted if name in mention.quote and mention.rule != "industry-words"]
    return near[0] if near else mention.surface


def _figures(figures: tuple[Any, ...]) -> Iterator[str]:
    for figure in figures:
        yield f"{_canonical(figure.value, figure.unit):g}"


def _wanted(page: dict[str, Any]) -> set[str]:
    wanted = set()
    for figure in page.get("figures", ()):
        number, _, unit = str(figure).partition(" ")
        value = 0.5 if number == "半" else float(number)
        wanted.add(f"{_canonical(value, unit):g}")
    return wanted


def _canonical(value: float, unit: str) -> float:
    for word, scale in SCALES.items():
        if re.search(word, unit):
            return value * scale
    return value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=[path.name for path in PAGES.glob("*.yaml")])
    parser.add_argument("--each", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kb.settings")
    import django

    django.setup()
    from tests.gazetteer.conftest import shipped_gazetteer

    for name in sorted(options.files):
        scores = score(read_pages(name), shipped_gazetteer())
        sys.stdout.write(f"{name}\n")
        sys.stdout.writelines(f"  {kind:10} {one}\n" for kind, one in scores.of.items())
        if options.each:
            sys.stdout.writelines(f"  {note}\n" for note in scores.notes)


if __name__ == "__main__":
    main()
