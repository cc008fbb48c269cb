"""Lines that a page glued together are parted where one ends."""

from __future__ import annotations

import pytest

from documents.ingest.readers.seams import part_seams


@pytest.mark.parametrize(
    ("page", "parted"),
    [
        ("date 2023-06-14 Ports share tugs", "date 2023-06-14\nPorts share tugs"),
        ("date 2019-09 Die Lausitz", "date 2019-09\nDie Lausitz"),
        (
            "都市圈通勤边界的识别方法时间: 2019-12-08信息来源:某刊",
            "都市圈通勤边界的识别方法\n时间: 2019-12-08信息来源:某刊",
        ),
        ("发布时间:2022-05-15 09:28信息来源:市政府", "发布时间:2022-05-15 09:28信息来源:市政府"),
        ("Ports share tugs\ndate 2023-06-14", "Ports share tugs\ndate 2023-06-14"),
    ],
)
def test_a_seam_is_parted_and_nothing_else(page: str, parted: str) -> None:
    assert part_seams(page) == parted
