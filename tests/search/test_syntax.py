from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from documents.search.syntax import DEEPEST, MOST_LEAVES, describe, parse
from documents.search.tree import (
    And,
    Between,
    Everything,
    Named,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    wanted,
)


def word(typed: str, *terms: str) -> Phrase:
    return Phrase(terms or (typed,), typed=typed)


A, B, C, D = (word(letter) for letter in "abcd")


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("", Everything()),
        ("a", A),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a b OR c d", Or((And((A, B)), And((C, D))))),
        ("a AND (b OR c)", And((A, Or((B, C))))),
        ("NOT a", Not(A)),
        ("a -b", And((A, Not(B)))),
        ("a -(b c)", And((A, Not(And((B, C)))))),
        ("NOT NOT a", A),
        ("a && b || c", Or((And((A, B)), C))),
        ("a NEAR/3 b", Near(A, B, 3)),
        ("a NEAR b", Near(A, B, 5)),
        ('"urban areas"', Phrase(("urban", "area"), "", "urban areas", is_quoted=True)),
        ("“urban areas”", Phrase(("urban", "area"), "", "urban areas", is_quoted=True)),
        ("城市群", word("城市群", "城", "市", "群")),
        ("（a OR b） c", And((Or((A, B)), C))),
        ("energ*", Prefix("energ")),
        ("title:a", Phrase(("a",), "title", "a")),
        ("标题：城", Phrase(("城",), "title", "城")),
        ("author:Wang*", Prefix("wang", "author")),
        ("region:Shandong", Named("region", "Shandong")),
        ('region:"Inner Mongolia"', Named("region", "Inner Mongolia")),
        ("date:2024", Between(date(2024, 1, 1), date(2024, 12, 31))),
        ("date:2024-02", Between(date(2024, 2, 1), date(2024, 2, 29))),
        ("date:2021..2024-03", Between(date(2021, 1, 1), date(2024, 3, 31))),
        ("date:..2023", Between(None, date(2023, 12, 31))),
        ("date:2023..", Between(date(2023, 1, 1), None)),
        ("date:2021-2024", Between(date(2021, 1, 1), date(2024, 12, 31))),
        ("日期：2021年至2024年", Between(date(2021, 1, 1), date(2024, 12, 31))),
        ("a，b；c", And((A, B, C))),
        ("（a ＯＲ b） －c", And((Or((A, B)), Not(C)))),
        ("日期:2023年5月", Between(date(2023, 5, 1), date(2023, 5, 31))),
        ("and or not", And((word("and"), word("or"), word("not")))),
        ("10:30", word("10:30", "10", "30")),
    ],
)
def test_the_grammar(typed: str, tree: Node) -> None:
    parsed = parse(typed)
    assert parsed.tree == tree
    assert parsed.repairs == ()


@pytest.mark.parametrize(
    ("typed", "tree", "said"),
    [
        ("a ADN b", And((A, B)), "ADN was read as AND"),
        ("a NAER/2 b", Near(A, B, 2), "NAER/2 was read as NEAR"),
        ("a NEAR/99 b", Near(A, B, 10), "at most"),
        ('"a b', Phrase(("a", "b"), "", "a b", is_quoted=True), "quotation mark was not closed"),
        ("(a", A, "parenthesis was not closed"),
        ("a)", A, "closing parenthesis has no opening one"),
        ("a AND", A, "AND needs a word on each side"),
        ("OR a", A, "OR needs a word on each side"),
        ("a NOT", A, "NOT needs a word"),
        ("a AND OR b", Or((A, B)), "AND needs a word"),
        ("NEAR a", A, "NEAR/5 needs a word"),
        ("a NEAR (b c)", And((A, B, C)), "was read as AND"),
        ("*", Everything(), "* stands only at the end"),
        ("a*b", word("a b", "a", "b"), "* stands only at the end"),
        ("a*", A, "A word needs 2 letters before the *"),
        ("colour:red", word("colour red", "colour", "red"), "There is no field “colour”"),
        ("date:soon", Everything(), "is not a date"),
        ("date:2024..2021", Between(date(2021, 1, 1), date(2024, 12, 31)), "put in order"),
        ("???", Everything(), "no letter or digit"),
        ("a -", A, "“-” holds no letter"),
        ("title: a", A, "“title:” has nothing after its colon"),
    ],
)
def test_what_is_broken_is_mended_and_told(typed: str, tree: Node, said: str) -> None:
    parsed = parse(typed)
    assert parsed.tree == tree
    assert any(said in sentence for sentence in parsed.repairs)


def test_a_long_text_is_cut_and_says_so() -> None:
    parsed = parse("word " * 2000)
    assert len(list(wanted(parsed.tree))) == MOST_LEAVES
    assert "512 characters" in parsed.repairs[0]
    assert "were left out" in parsed.repairs[1]


def test_parentheses_have_a_floor() -> None:
    deep = "(" * (DEEPEST + 3) + "a" + ")" * (DEEPEST + 3)
    assert parse(deep).tree == A
    assert parse("(" * 500).tree == Everything()


def test_only_four_prefixes_are_taken() -> None:
    parsed = parse("aa* bb* cc* dd* ee*")
    assert len(list(wanted(parsed.tree))) == 4
    assert any("“ee*” was left out" in sentence for sentence in parsed.repairs)


@pytest.mark.parametrize(
    "typed", ["a AND b", "a OR (b AND c)", '"a b" AND NOT c', "title:a", "a NEAR/3 b", "energ*"]
)
def test_the_question_as_understood_can_be_typed_again(typed: str) -> None:
    assert describe(parse(typed).tree) == typed
    assert parse(describe(parse(typed).tree)).tree == parse(typed).tree


PIECES = st.sampled_from(
    [
        *("AND", "OR", "NOT", "NEAR", "NEAR/3", "ADN", "(", ")", '"', "“", "”", "*", "-", ":", " "),
        *("title:", "region:", "date:", "date:2021..", "foo:", "城市群", "黄河", "plan", "energ*"),
        *(
            "2023",
            "..",
            "/",
            "国发〔2022〕18号",
            "\x00",
            "\u3000",
            "é",
            "'",
            "&&",
            "||",
            "〔",
            "🙂",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_no_text_is_too_odd(typed: str) -> None:
    parsed = parse(typed)
    assert isinstance(describe(parsed.tree), str)
    assert len(list(wanted(parsed.tree))) <= 2 * MOST_LEAVES
