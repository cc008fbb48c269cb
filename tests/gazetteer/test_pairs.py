"""Two words of a theme may stand apart in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gazetteer.reading import found

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer

TITLE = "Emissions and air"


def pairs(gazetteer: Gazetteer, text: str) -> list[str]:
    return [one.surface for one in found(gazetteer, text, "theme") if one.rule == "pair"]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The plant cuts its own carbon by half.", "cuts its own carbon"),
        ("Emissions from the kilns were reduced.", "Emissions from the kilns were reduced"),
        ("各地要降低单位产品能耗。", "降低单位产品能耗"),
    ],
)
def test_a_pair_runs_from_its_first_word_to_its_second(
    shipped: Gazetteer, text: str, pair: str
) -> None:
    assert pair in pairs(shipped, text)


def test_two_sentences_make_no_pair(shipped: Gazetteer) -> None:
    assert pairs(shipped, "They cut the ribbon. Carbon is an element.") == []


def test_words_far_apart_make_no_pair(shipped: Gazetteer) -> None:
    far = "word " * 30
    assert pairs(shipped, f"They cut {far}and then carbon came.") == []
