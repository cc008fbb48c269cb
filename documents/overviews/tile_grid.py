"""Where each province-level unit stands on the tile grid, and its short names.

One square a unit, each near its neighbours; a tile says nothing about area or borders. Codes are
the first two digits of GB/T 2260, letters its alphabetic codes, characters the usual short names.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Column and row count from 0 at the upper left."""

    column: int
    row: int
    character: str
    letters: str


COLUMNS = 9
ROWS = 8

SPOTS = {
    "11": Spot(6, 2, "京", "BJ"),
    "12": Spot(7, 2, "津", "TJ"),
    "13": Spot(5, 2, "冀", "HE"),
    "14": Spot(4, 2, "晋", "SX"),
    "15": Spot(5, 1, "蒙", "NM"),
    "21": Spot(8, 2, "辽", "LN"),
    "22": Spot(8, 1, "吉", "JL"),
    "23": Spot(8, 0, "黑", "HL"),
    "31": Spot(8, 4, "沪", "SH"),
    "32": Spot(7, 4, "苏", "JS"),
    "33": Spot(7, 5, "浙", "ZJ"),
    "34": Spot(6, 4, "皖", "AH"),
    "35": Spot(6, 6, "闽", "FJ"),
    "36": Spot(6, 5, "赣", "JX"),
    "37": Spot(6, 3, "鲁", "SD"),
    "41": Spot(5, 3, "豫", "HA"),
    "42": Spot(5, 4, "鄂", "HB"),
    "43": Spot(5, 5, "湘", "HN"),
    "44": Spot(5, 6, "粤", "GD"),
    "45": Spot(4, 6, "桂", "GX"),
    "46": Spot(4, 7, "琼", "HI"),
    "50": Spot(4, 4, "渝", "CQ"),
    "51": Spot(3, 4, "川", "SC"),
    "52": Spot(4, 5, "贵", "GZ"),
    "53": Spot(3, 5, "云", "YN"),
    "54": Spot(1, 4, "藏", "XZ"),
    "61": Spot(4, 3, "陕", "SN"),
    "62": Spot(2, 2, "甘", "GS"),
    "63": Spot(2, 3, "青", "QH"),
    "64": Spot(3, 2, "宁", "NX"),
    "65": Spot(0, 2, "新", "XJ"),
    "71": Spot(8, 6, "台", "TW"),
    "81": Spot(6, 7, "港", "HK"),
    "82": Spot(5, 7, "澳", "MO"),
}
