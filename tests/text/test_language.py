"""The language of a text: by script first, then by its words."""

from __future__ import annotations

import pytest

from documents.text.language import guess_language, han_share


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The provincial bureau opened a joint desk for loans in four cities.", "en"),
        ("Die Hafenbehörde teilte am Donnerstag mit, dass neue Güterzüge fahren.", "de"),
        ("Le transport de marchandises sur le fleuve a progressé l'an dernier.", "fr"),
        ("九省市在武汉签署协议，统一检查标准。", "zh"),
        ("瀋陽與大連合辦冷鏈物流中心", "zh"),
        ("推动GDP与R&D投入同步增长，AI企业达到300家", "zh"),
    ],
)
def test_a_language_is_told(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_a_few_chinese_characters_leave_a_text_english() -> None:
    assert (
        guess_language("The Interim Measures (工信部企业〔2022〕119号) set a plain test.") == "en"
    )


@pytest.mark.parametrize("text", ["Presse und Freiheit", "12 %", ""])
def test_too_short_a_text_is_taken_for_english(text: str) -> None:
    assert guess_language(text) == "en"


def test_the_share_of_han_counts_letters_only() -> None:
    assert han_share("国 a1") == 0.5
    assert han_share("...") == 0.0
