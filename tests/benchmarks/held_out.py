"""How well core themes are told of a page whose own words are left out.

`python -m tests.benchmarks.held_out`: for each of the thirty labelled pages, all phrases, signs,
pairs and words that fire on that page and on no other are taken away, and the page is linked with
what is left, as a page of an unseen layout would be. Read from beside the checkout.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from tests.benchmarks.page_links import Score

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer, Zone
    from documents.gazetteer.phrases import Phrase

LABELLED = Path(__file__).parents[3] / "shared" / "ingest" / "dev"

type Word = tuple[str, str]  # slug of a theme, folded text


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled page: its layout, its texts, its core themes and those that may be linked."""

    name: str
    layout: str
    zones: tuple[Zone, ...]
    core: frozenset[str]
    also: frozenset[str]


def labelled_pages() -> list[Labelled]:
    return [
        _labelled(yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted((LABELLED / "gold").glob("*.yaml"))
    ]


def _labelled(gold: dict[str, object]) -> Labelled:
    from documents.curation.reading import zones_of
    from documents.ingest import Page, draft_from

    path = LABELLED / str(gold["file"])
    raw = path.read_bytes()
    page = (
        Page(raw, "text/html", path.name)
        if path.suffix == ".html"
        else Page(raw.decode("utf-8"), "text/plain", path.name)
    )
    links: dict[str, list[dict[str, str]]] = gold["links"]  # type: ignore[assignment]
    neutral: dict[str, list[str]] = gold.get("links_optional") or {}  # type: ignore[assignment]
    themes = links["themes"]
    return Labelled(
        name=str(gold["id"]),
        layout=str(gold["layout"]),
        zones=zones_of(draft_from(page, ())),
        core=frozenset(one["id"] for one in themes if one["strength"] == "core"),
        also=frozenset([*(one["id"] for one in themes), *(neutral.get("themes") or ())]),
    )


def told(zones: tuple[Zone, ...], gazetteer: Gazetteer) -> set[str]:
    from documents.gazetteer import find_mentions, propose_links

    topics = (
        gazetteer.topics[link.topic_id] for link in propose_links(find_mentions(zones, gazetteer))
    )
    return {topic.slug for topic in topics if topic.facet == "theme"}


def words_on(page: Labelled, gazetteer: Gazetteer) -> set[Word]:
    """Return the words of themes, names left out, that stand on a page; both sides of pairs."""
    from documents.gazetteer.hits import read_zone
    from documents.text.folding import fold

    found: set[Word] = set()
    for zone in page.zones:
        read = read_zone(zone, gazetteer)
        for layer in ("theme", "pair"):
            for hit in read.hits[layer]:
                found |= {
                    (gazetteer.topics[name.topic_id].slug, fold(name.text))
                    for name in hit.names
                    if name.topic_id and name.rule != "name"
                }
    return found


def gazetteer_without(gone: set[Word], phrases: tuple[Phrase, ...]) -> Gazetteer:
    """Build the shipped vocabulary with the phrases that are left."""
    from documents.gazetteer import names
    from documents.text.folding import fold
    from tests.gazetteer.conftest import shipped_rows

    kept = tuple(one for one in phrases if (one.slug, fold(one.text)) not in gone)
    vars(names)["read_phrases"] = lambda: kept
    for remembered in (names.gazetteer_from, names._phrase_matcher, names.rules_version):
        remembered.cache_clear()
    return names.gazetteer_from(*shipped_rows())


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kb.settings")
    import django

    django.setup()
    if not LABELLED.exists():
        sys.exit("The labelled pages are not beside this checkout.")
    from documents.gazetteer.phrases import read_phrases

    phrases, pages = read_phrases(), labelled_pages()
    whole = gazetteer_without(set(), phrases)
    words = {page.name: words_on(page, whole) for page in pages}
    seen, unseen = Score(), Score()
    for page in pages:
        others = set().union(*(words[one.name] for one in pages if one.layout != page.layout))
        own = words[page.name] - others
        at_first = told(page.zones, gazetteer_without(set(), phrases))
        left = told(page.zones, gazetteer_without(own, phrases))
        seen.add(at_first, set(page.core), set(page.also))
        unseen.add(left, set(page.core), set(page.also))
        lost = " ".join(sorted((at_first - left) & page.core))
        sys.stdout.write(f"{page.name} {page.layout:24} {len(own):3} words out; lost: {lost}\n")
    sys.stdout.write(f"all words     {seen}\nown words out {unseen}\n")


if __name__ == "__main__":
    main()
