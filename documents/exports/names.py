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
_SYLLABLE = (
    r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu"
    r"|ou|ua|ue|ui|un|uo|[aeiouü])"
)
# "Li Zuojun", "Ouyang Xiu", "Wang Yi-fu": Hanyu Pinyin, the family name first.
_FAMILY_NAME = re.compile(rf"{_SYLLABLE}|{'|'.join(sorted(_DOUBLE_IN_PINYIN))}", re.IGNORECASE)
_GIVEN_NAME = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE}){{0,2}}", re.IGNORECASE)
_PARTICLES = frozenset(
    ("von", "van", "der", "den", "de", "del", "di", "da", "du", "la", "le", "zu")
)
# Words that no person is called by; a name with one of them belongs to an organisation.
_ORGANISATION = re.compile(
    r"\b(?:academy|administration|agency|association|bank|board|bureau|centre|center|chamber"
    r"|college|commission|committee|company|congress|corporation|council|court|department|fund"
    r"|foundation|government|group|institut[e]?|ministry|network|news|office|organi[sz]ation"
    r"|party|press|secretariat|society|stiftung|team|union|university)\b",
    re.IGNORECASE,
)
_HAN_ORGANISATION = re.compile(
    r"(?:院|会|部|局|委|中心|所|社|署|厅|办|办公室|政府|组|大学|公司|银行|人大|联盟|国务院)$"
)
_LONGEST_HAN_NAME = 4


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
    def natural(self) -> str:
        """The name as it is spoken: a Chinese one begins with the family name."""
        if self.is_han or not self.given:
            return f"{self.family}{self.given}"
        return f"{self.given} {self.family}"

    @property
    def inverted(self) -> str:
        """The family name, a comma and the given name; a Chinese name as it is."""
        if self.is_han or not self.given:
            return f"{self.family}{self.given}"
        return f"{self.family}, {self.given}"


def organisation(name: str) -> PersonName:
    """Return the name of an organisation, which has no parts."""
    name = name.strip()
    return PersonName(name, "", is_han=bool(_HAN.match(name)))


def part_name(name: str) -> PersonName:
    """Return a name in its parts; a name that is an organisation's stays whole.

    Names in Chinese characters begin with the family name, and so do names of two words in Hanyu
    Pinyin ("Li Zuojun"), as Chinese pages write them. Particles go with the family name, and a
    comma parts a name that is filed by it.
    """
    name = name.strip()
    if _is_organisation(name):
        return organisation(name)
    if _HAN.match(name):
        length = 2 if name[:2] in _DOUBLE_FAMILY_NAMES and len(name) > 2 else 1
        return PersonName(name[:length], name[length:], is_han=True)
    family, comma, given = name.partition(", ")
    if comma:
        return PersonName(family, given)  # "Berg, Ada": as a page files it
    words = name.split()
    if len(words) < 2:
        return PersonName(name, "")
    if len(words) == 2 and _FAMILY_NAME.fullmatch(words[0]) and _GIVEN_NAME.fullmatch(words[1]):
        return PersonName(words[0], words[1])
    last = len(words) - 1
    while last > 1 and words[last - 1] in _PARTICLES:
        last -= 1
    return PersonName(" ".join(words[last:]), " ".join(words[:last]))


def _is_organisation(name: str) -> bool:
    if _HAN.match(name):
        is_long = len(name) > _LONGEST_HAN_NAME and "·" not in name
        return is_long or (len(name) == _LONGEST_HAN_NAME and bool(_HAN_ORGANISATION.search(name)))
    return bool(_ORGANISATION.search(name))
