"""Public bodies are kept as mentions, and hide no place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gazetteer.reading import found, slugs

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Teams from the National Information Center took part.", ["National Information Center"]),
        (
            "The Ministry of Ecology and Environment agreed.",
            ["Ministry of Ecology and Environment"],
        ),
        ("The State Council agreed.", ["State Council"]),
        ("The Center for Land Use Education helped.", ["Center for Land Use Education"]),
        (
            "Departments of Education, Justice, and Housing met.",
            ["Departments of Education, Justice, and Housing"],
        ),
        ("> _Department of State_", ["Department of State"]),
        (
            "国家发展改革委、财政部和住房和城乡建设部印发通知。",
            ["国家发展改革委", "财政部", "住房和城乡建设部"],
        ),
        ("国务院发展研究中心发布报告。", ["国务院发展研究中心"]),
        ("The center of the city, a committee and 全部 of it.", []),
        ("东部地区和教育部门。", []),
    ],
)
def test_a_body_is_known_by_its_last_word(shipped: Gazetteer, text: str, bodies: list[str]) -> None:
    assert [one.surface for one in found(shipped, text, "organisation")] == bodies


def test_a_body_hides_no_place(shipped: Gazetteer) -> None:
    assert slugs(shipped, "The Shandong Development Commission in Jinan.", "region") == {
        "jinan",
        "shandong",
    }
