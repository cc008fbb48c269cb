"""The periodical that carried a text, told by its volume, its issue or a citation."""

from __future__ import annotations

import pytest

from documents.ingest.lines import Line
from documents.ingest.periodicals import find_periodicals

FREIGHT = "Contemporary Freight Economics"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Contemporary Freight Economics", "Vol.11 No.03(2020), Article ID:98412"], FREIGHT),
        (["Contemporary Freight Economics 2020年3期"], FREIGHT),
        (["Doe J. A paper[J]. Contemporary Freight Economics, 2020, 11(3): 7-9."], FREIGHT),
        (["河海城市学院学报 2019年4期"], "河海城市学院学报"),
        (["沿海经济研究", "2021年第3期（总第215期）"], "沿海经济研究"),
        (
            ["Wu, Z. (2018) Do Ports Share Tugs at All? Journal of the Bay, 6, 120-132."],
            "Journal of the Bay",
        ),
        (["Quay 2024, 13(3), 391; https://doi.example/13"], "Quay"),
        (["Reg. Harb. Lett. 2021, 13(9), 2214"], "Reg. Harb. Lett."),
        (
            ["Harbour Geography, 2007, 48, No. 1, pp. 16–36. All rights reserved."],
            "Harbour Geography",
        ),
        (["第 36 卷 第 3 期      沿海经济研究      Vol.36 No.3"], "沿海经济研究"),
        (["《沿海经济研究》(天津)2013年6期第5~10页"], "沿海经济研究"),
        (["[1] 某某. 港口与腹地[J]. 经济地理, 2015(3): 12-20."], None),
        (["Policy brief", "The first of three papers"], None),
    ],
)
def test_a_periodical_is_found_beside_its_issue(lines: list[str], name: str | None) -> None:
    found = list(
        find_periodicals(
            [
                Line(text, at, parts=tuple(text.split("      ")) if "      " in text else ())
                for at, text in enumerate(lines, start=1)
            ]
        )
    )
    assert [one.value for one in found] == ([name] if name else [])


def test_a_name_far_above_a_volume_is_not_its_periodical() -> None:
    assert not list(find_periodicals([Line("Quick viewing", 1), Line("Issue 26", 7)]))
