from __future__ import annotations

import os
import random

import pytest

from documents.search.engines.memory import MemoryEngine
from documents.search.expansion import expand
from documents.search.highlight import find_spans, passage, units_of
from documents.search.labels import Label, Labelled, Labels
from documents.search.leaves import FIELDS
from documents.search.numbers import number_tree
from documents.search.passages import Zone, passages_of
from documents.search.syntax import DEEPEST, MOST_LEAVES, describe, parse
from documents.search.tree import Node, wanted
from tests.search.contract import a_record, asked

PIECES = (
    *("AND", "OR", "NOT", "NEAR", "NEAR/3", "NEAR/99", "ADN", "NAER/2", "&&", "||", "-", "!"),
    *("(", ")", '"', "“", "”", "（", "）", "*", "?", ":", "..", "/", " ", "  ", "\t", "\u3000"),
    *("date:2021..", "date:2021-2024", "date:2021～", "日期：2021年至2024年", "date:0000", "foo:"),
    *("city", "cluster", "urban", "agglomeration", "clu*", "c*", "energ*", "城市群", "黄河", "城*"),
    *("2023", "2021-13", "1,000", "12.5", "No.16", "国发〔2022〕18号", "é", "ﬁ", "𠀀", "'", "’s"),
    *("\x00", "\x1f", "\u200b", "\ufeff", "\u202e", "%", "\\", "'';--", "<b>", "{{x}}", "~", "^2"),
    *(
        "ＡＮＤ",
        "ＯＲ",
        "＊",
        "，",
        "；",
        "【",
        "《",
        "\ud800",
        "🙂",
        "e\u0301",
        "İ",
        "ß",
        "ǆ",
        "٣",
    ),
    *(f"{name}:" for name in FIELDS),
)
CITY = Label("City cluster", "en", "preferred", ("citi", "cluster"))
HAN = Label("城市群", "zh", "preferred", ("城", "市", "群"))
TOPIC = Labelled(1, "theme", "clusters", (CITY, HAN))
LABELS = Labels({CITY.terms: (TOPIC,), HAN.terms: (TOPIC,)}, 3)


def question(chance: random.Random) -> str:
    """Return pieces in a row, a nest of parentheses, or any characters at all."""
    kind = chance.random()
    if kind < 0.1:
        return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 40)))
    if kind < 0.25:
        return nested(chance, chance.randint(1, 2 * DEEPEST))
    pieces = chance.choices(PIECES, k=chance.randint(1, 14))
    return chance.choice(("", " ", " ")).join(pieces)


def nested(chance: random.Random, depth: int) -> str:
    if not depth:
        return chance.choice(PIECES)
    inner = nested(chance, depth - 1)
    joint = chance.choice((" AND ", " OR ", " NOT ", " NEAR ", " ", ""))
    return f"{chance.choice(PIECES)}{joint}({inner}{chance.choice((')', ')', ''))}"


def check(count: int, seed: int) -> None:
    chance = random.Random(seed)
    engine = MemoryEngine()
    engine.replace([], [a_record(1), a_record(2, "黄河流域", "Energy in 2023 cities")])
    for _ in range(count):
        text = question(chance)
        tree = parse(text).tree
        widened, _added = expand(tree, LABELS)
        assert len(list(wanted(tree))) <= 2 * MOST_LEAVES, text
        narrow, wide = (asked(engine, tree=node).total for node in (tree, widened))
        assert 0 <= narrow <= wide <= 2, text
        numbered = number_tree(text)
        assert numbered is None or asked(engine, tree=numbered).total <= 2, text
        again = parse(describe(tree))
        assert isinstance(again.tree, Node.__value__), text
        shown = "<script>city"
        spans = find_spans(shown, units_of(wanted(widened)))
        assert "<script" not in passage(shown, spans, 0, len(shown)), text
        assert passages_of([Zone("b", "<script>city 黄河")], units_of(wanted(widened)))


def test_no_generated_question_fails() -> None:
    check(20_000, seed=1)


@pytest.mark.long
@pytest.mark.skipif(not os.environ.get("KB_LONG"), reason="the long run only (KB_LONG=1)")
def test_no_generated_question_fails_in_the_long_run() -> None:
    check(200_000, seed=2)
