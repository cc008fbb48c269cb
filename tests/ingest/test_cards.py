"""People on lines of their own, with what stands below their names."""

from __future__ import annotations

import pytest

from documents.ingest import Page, draft_from
from documents.ingest.cards import find_cards, find_headed, people_of
from documents.ingest.lines import Line

TEXT = (
    "The four ports on the rim of the bay have agreed to share their tugboats, which is expected "
    "to cut waiting times for bulk carriers by a third."
)


def lines(*texts: str) -> list[Line]:
    return [Line(text, at) for at, text in enumerate(texts, start=1)]


def named(group: object) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, one.affiliations) for one in people_of(group)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("page", "people"),
    [
        (
            ["Ada Berg", "University of Kalmar", "Li Hua", "Harbour Academy"],
            [("Ada Berg", ("University of Kalmar",)), ("Li Hua", ("Harbour Academy",))],
        ),
        (["Ada Berg", "Senior Economist, Greater China"], [("Ada Berg", ())]),
        (["Ada Berg", "Professor, University of Kalmar", "ada@kalmar.example"], None),
        (["Ada Berg, Senior Fellow at Tugwell Institute"], [("Ada Berg", ("Tugwell Institute",))]),
        (
            ["Ada Berg Contributing editor", "Li Hua Associate Professor - Harbour Academy"],
            [("Ada Berg", ()), ("Li Hua", ("Harbour Academy",))],
        ),
        (
            ["Ada Berg", "Li Hua", "School of Ports, Harbour Academy, Kalmar"],
            [("Ada Berg", ()), ("Li Hua", ("School of Ports, Harbour Academy, Kalmar",))],
        ),
    ],
)
def test_a_card_ties_people_to_their_institutions(
    page: list[str], people: list[tuple[str, tuple[str, ...]]] | None
) -> None:
    (group,) = find_cards(lines("A heading", *page, TEXT))
    assert named(group) == (people or [("Ada Berg", ("University of Kalmar",))])


@pytest.mark.parametrize(
    "page", [["Ada Berg", "Li Hua"], ["Ada Berg", "Press Officer"], ["Ada Berg", TEXT]]
)
def test_bare_names_and_contacts_of_the_press_are_no_cards(page: list[str]) -> None:
    assert [*find_cards(lines(*page))] == []


def test_below_a_heading_of_authors_a_name_may_be_filed_by_its_surname() -> None:
    (group,) = find_headed(
        lines("Authors", "• Marchetti, Ivo", "(University of Siena)", "Abstract")
    )
    assert named(group) == [("Marchetti, Ivo", ("University of Siena",))]


def test_names_at_the_foot_tell_where_the_authors_of_the_head_work() -> None:
    foot = ["Authors", "Ada Berg", "Professor of Economics, University of Kalmar"]
    page = "\n".join(["Tugs that are shared", "By Ada Berg", "3 May 2021", *[TEXT] * 3, *foot])
    draft = draft_from(Page(page))
    assert [(one.name, one.affiliations) for one in draft.authors.value] == [
        ("Ada Berg", ("University of Kalmar",))
    ]
    assert draft.body.value == "\n\n".join([TEXT] * 3)


def test_a_publisher_lists_people_below_their_institutions() -> None:
    foot = ["Authors and Affiliations", "University of Kalmar, Kalmar, Sweden", "Ada Berg",
            "Harbour Academy, Haizhou, China", "Li Hua", "Corresponding author"]  # fmt: skip
    page = "\n".join(["Tugs that are shared", "By Ada Berg and Li Hua", *[TEXT] * 3, *foot])
    found = {one.name: one.affiliations for one in draft_from(Page(page)).authors.value}
    assert found == {
        "Ada Berg": ("University of Kalmar, Kalmar, Sweden",),
        "Li Hua": ("Harbour Academy, Haizhou, China",),
    }
