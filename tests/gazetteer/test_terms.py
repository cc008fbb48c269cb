"""The terms of the field tell their theme in company, in the title, or where they come back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from django.conf import settings

from documents.gazetteer import Zone
from documents.gazetteer.phrases import written_out
from documents.text.folding import fold
from tests.gazetteer.reading import linked, slugs

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer

FIXTURES = Path(settings.FIXTURE_DIRS[0])
OTHERS = ("phrases.yaml", "paraphrases.yaml")
AS_STRONG = {"signs": ("phrases", "signs"), "words": ("phrases", "signs", "cues", "words")}


def themes_of(name: str) -> dict[str, Any]:
    loaded = yaml.safe_load((FIXTURES / name).read_text(encoding="utf-8"))
    return {theme["slug"]: theme for theme in loaded["themes"]}


def written(theme: dict[str, Any], kinds: tuple[str, ...]) -> list[str]:
    return [
        fold(text)
        for kind in kinds
        for one in theme.get(kind, [])
        for text in written_out(str(one))
    ]


def pieces(term: str) -> set[str]:
    """Return the runs of words in a term, of a Chinese one those of two characters and more."""
    if re.search("[\u3400-\u9fff]", term):
        return {term[a:b] for a in range(len(term)) for b in range(a + 2, len(term) + 1)}
    words = term.replace("-", " ").split()
    return {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}


@pytest.mark.parametrize("kind", ["signs", "words"])
def test_no_term_holds_another_word_of_its_theme_that_tells_as_much(kind: str) -> None:
    others = [themes_of(name) for name in OTHERS]
    for slug, theme in themes_of("terms.yaml").items():
        told = {
            text.replace("-", " ")
            for other in others
            for text in written(other.get(slug, {}), AS_STRONG[kind])
        }
        needless = {term: pieces(term) & told for term in written(theme, (kind,))}
        assert {term: held for term, held in needless.items() if held} == {}, slug


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("Slum upgrading behind the river station", "urban-renewal"),
        ("弄堂里的有机更新", "urban-renewal"),
        ("Miners ask what a green transition pays", "green-low-carbon"),
        ("三个县的撤县设区以后", "devolution-governance"),
        ("Toll-free road for lorries of the north", "transport-links"),
        ("两地医师的跨境执业", "talent"),
    ],
)
def test_a_term_in_the_title_is_enough(shipped: Gazetteer, title: str, theme: str) -> None:
    assert theme in linked(shipped, [Zone("title", title)], "theme")


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("The lake is green with algae. They are lining old canals.", "water-management"),
        ("冬旱之后又遇烂场雨，玉米没有收成。", "disaster-resilience"),
        ("Sellers of permanent magnets and drones signed.", "strategic-emerging"),
    ],
)
def test_two_things_of_one_theme_are_enough(shipped: Gazetteer, text: str, theme: str) -> None:
    assert theme in slugs(shipped, text, "theme")


@pytest.mark.parametrize(
    "text",
    [
        "Tables were laid. The clerk read parts of the letter.",
        "会上播放了短片。老师带来学校的体检报告，老字号送来点心，大家收入囊中。",
    ],
)
def test_common_words_that_are_terms_too_tell_nothing_alone(shipped: Gazetteer, text: str) -> None:
    told = slugs(shipped, text, "theme")
    assert told.isdisjoint({"supply-chain", "health-care", "culture-tourism", "employment-income"})
