"""A place inside a person's name is no mention of the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.gazetteer.people_han import SURNAMES
from tests.gazetteer.conftest import shipped_rows
from tests.gazetteer.reading import found, slugs

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


@pytest.mark.parametrize(
    "text",
    [
        "芦苇大学党委书记成长春表示，芦苇增加。",
        "芦苇研究院院长成长春教授认为，芦苇增加。",
        "成长春、王小明、李小明等专家出席。",
        "成长春（芦苇大学教授）",
        "作者：成长春",
        "本报记者陈海南报道",
        "由成长春主任主持",
        "按照马天水同志的要求办理。",
        "中心研究员吴忠民指出，芦苇增加。",
        "吴忠民教授认为，芦苇增加。",
        "芦苇大学教授沈阳表示，芦苇增加。",
        "沈阳教授指出，芦苇增加。",
        "Chen Jinan said that reed grows.",
        "Mr Jinan Zhang opened the day.",
        "Jinan Zhang is a researcher.",
        "He Jinan, director of the reed office, spoke.",
        "Professor Song Jinan spoke.",
        "Dr. Weihai Li and Ouyang Jinan wrote it.",
        "By Chen Jinan",
    ],
)
def test_a_place_in_the_name_of_a_person_is_no_mention(shipped: Gazetteer, text: str) -> None:
    assert slugs(shipped, text, "region") == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("王小明说，任长春市长时芦苇增加。", "changchun"),
        ("建成大庆式企业", "daqing"),
        ("唐洛阳、宋开封都有芦苇。", "luoyang"),
        ("吴忠市委书记表示", "wuzhong"),
        ("沈阳还表示，芦苇增加。", "shenyang"),
        ("，金华籍教授认为", "jinhua"),
        ("江苏教授团队来访。", "jiangsu"),
        ("记者沈阳报道", "shenyang"),
        ("Officials in Jinan said so.", "jinan"),
        ("In Jinan Zhang Wei met them.", "jinan"),
        ("Jinan Mayor Sun Ming said so.", "jinan"),
        ("Hong Kong Jinan Zhang Wei line", "jinan"),
        ("Long Jinan roads", "jinan"),
    ],
)
def test_a_place_beside_a_person_stays(shipped: Gazetteer, text: str, place: str) -> None:
    assert place in slugs(shipped, text, "region")


def test_who_is_named_so_once_is_so_each_time(shipped: Gazetteer) -> None:
    text = "成长春指出，芦苇增加。对成长春的采访在南京进行。"
    assert slugs(shipped, text, "region") == {"nanjing"}


def test_a_person_called_like_a_place_hides_it_nowhere_else(shipped: Gazetteer) -> None:
    text = "沈阳教授指出，芦苇增加。芦苇在沈阳增加。"
    assert slugs(shipped, text, "region") == {"shenyang"}


def test_the_person_is_found_in_place_of_the_place(shipped: Gazetteer) -> None:
    people = found(shipped, "芦苇研究院院长成长春教授认为，芦苇增加。", "person")
    assert [one.surface for one in people] == ["成长春"]
    assert [one.surface for one in found(shipped, "Mr Jinan Zhang spoke.", "person")] == [
        "Jinan Zhang"
    ]


@pytest.mark.parametrize(
    "form",
    [
        "，任{}市长",
        "记者{}报道",
        "{}方面表示",
        "{}也认为",
        "对{}的支持",
        "在{}召开",
        "{}、芦苇等地",
        "委员{}视察",
    ],
)
def test_no_chinese_place_is_lost_in_the_forms_of_places(shipped: Gazetteer, form: str) -> None:
    _topics, names, places = shipped_rows()
    levels = dict(places)
    short = {
        name
        for topic, language, _role, name in names
        if language == "zh" and len(name) == 2 and levels.get(topic) in {"province", "prefecture"}
    }
    beginning = sorted(name for name in short if name[0] in SURNAMES)
    assert len(beginning) > 25
    lost = [
        name
        for name in beginning
        if name not in {one.surface[:2] for one in found(shipped, form.format(name), "region")}
    ]
    assert lost == []
