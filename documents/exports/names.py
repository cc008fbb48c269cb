"""Personal names parted into family and given name, as citation formats want them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = re.compile(r"^[㐀-鿿豈-﫿·]+$")
# The family names of two characters that are still common.
_DOUBLE_FAMILY_NAMES = frozenset(
    ("欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "东方", "令狐")
)
_DOUBLE_IN_PINYIN = frozenset(
    ("ouyang", "sima", "shangguan", "zhuge", "huangfu", "yuchi", "gongsun", "murong", "linghu")
)
# One syllable of Hanyu Pinyin; a name whose first word is one is written family name first.
_SYLLABLE = re.compile(
    r"^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ue|ui|un|uo|[aeiouü])$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """`given` is empty for an organisation and for a name that cannot be parted."""

    family: str
    given: str
    is_han: bool = False

    @property
    def initials(self) -> str:
        """The given name as initials: "Zuojun" is "Z.", "Mary Ann" is "M. A."."""
        return " ".join(f"{part[0].upper()}." for part in re.split(r"[\s-]+", self.given) if part)

    @property
    def inverted(self) -> str:
        """The family name, a comma and the given name; a Chinese name as it is."""
        if self.is_han or not self.given:
            return f"{self.family}{self.given}"
        return f"{self.family}, {self.given}"


def part_name(name: str) -> PersonName:
    """Return a name in its parts.

    Names in Chinese characters begin with the family name, and so do names in Latin letters of two
    words whose first is one syllable of Hanyu Pinyin ("Li Zuojun"), as Chinese pages write them.
    """
    name = name.strip()
    if _HAN.match(name):
        length = 2 if name[:2] in _DOUBLE_FAMILY_NAMES and len(name) > 2 else 1
        return PersonName(name[:length], name[length:], is_han=True)
    words = name.split()
    if len(words) < 2:
        return PersonName(name, "")
    first = words[0].casefold()
    if len(words) == 2 and (_SYLLABLE.match(first) or first in _DOUBLE_IN_PINYIN):
        return PersonName(words[0], words[1])
    return PersonName(words[-1], " ".join(words[:-1]))
