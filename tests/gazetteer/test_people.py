"""People are read by form: a name beside a title, or before a verb of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from documents.gazetteer import find_mentions
from documents.gazetteer.people import people_in, role_of
from tests.gazetteer.reading import found, slugs
from tests.gazetteer.test_seeds import zones
from tests.material import shared

if TYPE_CHECKING:
    from documents.gazetteer import Gazetteer


def named(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.role) for one in people_in(text)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Wu Ming, a senior researcher at the Reed Institute, said beds grow.",
            [("Wu Ming", "senior researcher at the Reed Institute")],
        ),
        ("Professor Ada Lowell opened the day.", [("Ada Lowell", "Professor")]),
        ("Dr. Ada B. Lowell spoke.", [("Ada B. Lowell", "")]),
        ("Chen Xiaoming pointed out that reed grows.", [("Chen Xiaoming", "")]),
        (
            "Ada Lowell, Director of the U.S. Reed Office, and Bo Lind, its president, met.",
            [("Ada Lowell", "Director of the U.S. Reed Office"), ("Bo Lind", "its president")],
        ),
        ("会上，芦苇研究中心副主任王小明表示，芦苇增加。", [("王小明", "芦苇研究中心副主任")]),
        ("李明教授和欧阳小明院士出席。", [("李明", "教授"), ("欧阳小明", "院士")]),
        ("陈小明指出，芦苇增加。", [("陈小明", "")]),
        ("会议由中心主任倪小飞主持。", [("倪小飞", "中心主任")]),
        ("听取了省长王明所作的报告。", [("王明", "省长")]),
        ("数据管理局局长张小明说。", [("张小明", "数据管理局局长")]),
    ],
)
def test_a_name_is_known_by_the_title_or_the_verb_beside_it(
    text: str, people: list[tuple[str, str]]
) -> None:
    assert named(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Reed Holdings said it grows reed.",
        "The State Council said so, and Green Development, a researcher wrote.",
        "In Reed Province, Director General of nothing came.",
        "Housing Counselor Web Service is closed.",
        "Wu Ming came.",
        "高级研究员表示，高度评价。",
        "有关方面指出，金融研究员认为。",
        "毛主席指出，周总理说。",
        "召开部长级会议，主任会议决定。",
        "严厉查处长春的问题。",
        "主任成立了专班，主任施工不力。",
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(text: str) -> None:
    assert named(text) == []


def test_a_role_is_read_again_from_its_sentence() -> None:
    assert role_of("Ada Lowell", "Professor Ada Lowell met Bo Lind.") == "Professor"
    assert role_of("Bo Lind", "Professor Ada Lowell met Bo Lind.") == ""


def test_no_place_and_no_organisation_is_a_person(shipped: Gazetteer) -> None:
    text = "Hong Kong, director of nothing, met. Beijing Bank, chairman of it, met."
    assert found(shipped, text, "person") == []


def test_a_person_hides_no_place(shipped: Gazetteer) -> None:
    assert slugs(shipped, "济南市市长王小明表示，济南发展。", "region") == {"jinan"}


def test_the_offsets_are_those_of_the_text(shipped: Gazetteer) -> None:
    text = "First words. Then Professor Ada Lowell spoke."
    (one,) = found(shipped, text, "person")
    assert text[one.start : one.end] == one.surface == "Ada Lowell"
    assert one.quote == "Then Professor Ada Lowell spoke."


def test_the_people_and_organisations_of_a_seed_are_those_a_librarian_found(
    shipped: Gazetteer,
) -> None:
    gold = yaml.safe_load(shared("seeds", "gold.yaml").read_text(encoding="utf-8"))
    record = next(one for one in _records(gold) if one.get("people_mentioned"))
    mentions = find_mentions(zones(2), shipped)
    people = {one.surface for one in mentions if one.facet == "person"}
    assert people == {one["name"] for one in record["people_mentioned"]}
    bodies = " ".join(one.surface for one in mentions if one.facet == "organisation")
    wanted = [name.split(",")[0] for name in record["organisations_mentioned"]]
    assert [name for name in wanted if name not in bodies] == []


def _records(gold: object) -> list[dict[str, Any]]:
    if isinstance(gold, list):
        return [one for one in gold if isinstance(one, dict)]
    assert isinstance(gold, dict)
    return [one for value in gold.values() for one in _records(value)]
