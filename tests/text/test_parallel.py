from __future__ import annotations

from documents.text.parallel import pair_paragraphs

LONG = "The plan names nineteen clusters and says of each what it is to become by the year 2035."
SHORT = "It was made public in March."
LAST = "A table of the members of every cluster closes the plan, with the areas and the people."
LANG, KURZ, ENDE = (
    "规划列出十九个城市群，并逐一说明到2035年的发展目标。",
    "规划于三月公布。",
    "规划最后附有各城市群成员表，列出面积与人口。",
)


def test_paragraphs_of_equal_number_stand_side_by_side() -> None:
    assert pair_paragraphs(f"{LONG}\n\n{SHORT}", f"{LANG}\n{KURZ}") == ((LONG, LANG), (SHORT, KURZ))


def test_a_paragraph_that_was_left_out_leaves_a_gap() -> None:
    pairs = pair_paragraphs(f"{LONG}\n{LONG}\n{LAST}", f"{LANG}\n{ENDE}")
    assert pairs[-1] == (LAST, ENDE)
    assert [second for _first, second in pairs].count("") <= 1


def test_two_paragraphs_that_became_one_stand_beside_it() -> None:
    pairs = pair_paragraphs(f"{LONG}\n{SHORT}\n{LAST}", f"{LANG}{KURZ}\n{ENDE}")
    assert pairs == ((f"{LONG}\n{SHORT}", f"{LANG}{KURZ}"), (LAST, ENDE))


def test_no_paragraph_is_lost() -> None:
    first = "\n".join(f"{SHORT} {number}" * (number % 3 + 1) for number in range(17))
    second = "\n".join(f"{KURZ}{number}" * (number % 4 + 1) for number in range(12))
    pairs = pair_paragraphs(first, second)
    assert "\n".join(one for one, _other in pairs if one) == first
    assert "\n".join(other for _one, other in pairs if other) == second


def test_a_text_without_a_translation_stands_alone() -> None:
    assert pair_paragraphs(LONG, "") == ((LONG, ""),)
    assert pair_paragraphs("", "") == ()


def test_very_long_texts_are_paired_as_they_stand() -> None:
    pairs = pair_paragraphs("a\n" * 1000, "b\n" * 600)
    assert len(pairs) == 1000
    assert pairs[0] == ("a", "b")
