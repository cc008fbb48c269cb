from __future__ import annotations

import pytest

from documents.exports.names import PersonName, part_name


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Li Zuojun", "Li", "Zuojun"),
        ("Zhang Wei", "Zhang", "Wei"),
        ("Ouyang Xiu", "Ouyang", "Xiu"),
        ("Mary Ann Smith", "Smith", "Mary Ann"),
        ("John Smith", "Smith", "John"),
        ("李佐军", "李", "佐军"),
        ("欧阳修文", "欧阳", "修文"),
        ("Sinolytics", "Sinolytics", ""),
        ("Dan Brown", "Brown", "Dan"),
        ("Wang Yi-fu", "Wang", "Yi-fu"),
        ("Ursula von der Leyen", "von der Leyen", "Ursula"),
        ("Berg, Ada B.", "Berg", "Ada B."),
        ("Ministry of Finance", "Ministry of Finance", ""),
        ("Shandong Academy of Sciences", "Shandong Academy of Sciences", ""),
        ("国务院发展研究中心", "国务院发展研究中心", ""),
        ("山东省委", "山东省委", ""),
        ("布莱恩·史密斯", "布", "莱恩·史密斯"),
    ],
)
def test_a_name_is_parted(name: str, family: str, given: str) -> None:
    parted = part_name(name)
    assert (parted.family, parted.given) == (family, given)


def test_initials_come_from_each_given_name() -> None:
    assert PersonName("Smith", "Mary-Ann Jo").initials == "M. A. J."
