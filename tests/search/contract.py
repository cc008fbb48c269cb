"""What every engine must do. Subclass it in the engine's own test file and give it an engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from documents.search.engines.base import EngineQuery, EngineResults, Entry
from documents.search.record import FACETS, WHOLE, IndexRecord
from documents.search.syntax import parse
from documents.search.tree import Best, Between, Everything, Not, Phrase, Value
from tests.build import NOON

if TYPE_CHECKING:
    from documents.search.engines.base import Engine


def a_record(document_id: int = 1, *zones: str, **fields: Any) -> IndexRecord:
    """Return an entry of an open report; the first zone is its title."""
    zones = zones or ("City clusters", "Nineteen urban agglomerations in all. 城市群发展。")
    values: dict[str, Any] = {
        "part": WHOLE,
        "title": zones[0],
        "zones": zones,
        "visible_from": NOON,
        "sorted_on": date(2024, 5, 31),
        "facets": {"kind": ("report",), "year": ("2024",)},
    }
    return IndexRecord(document_id=document_id, **(values | fields))


def asked(engine: Engine, text: str = "", **fields: Any) -> EngineResults:
    """Return what an engine answers to a question in the words of the grammar."""
    values = {"tree": parse(text).tree, "now": NOON + timedelta(days=1)}
    return engine.search(EngineQuery(**(values | fields)))


def ids(results: EngineResults) -> list[int]:
    return [hit.document_id for hit in results.hits]


class EngineContract:
    def test_an_empty_index_answers(self, engine: Engine) -> None:
        for text in ("", "cluster", '"city cluster"', "clu*", "a NEAR b", "NOT a", "城市群"):
            assert asked(engine, text) == EngineResults(0, (), {name: {} for name in FACETS})

    def test_a_word_is_found_in_any_of_its_forms(self, engine: Engine) -> None:
        engine.replace([1], [a_record()])
        assert ids(asked(engine, "Agglomeration")) == [1]
        assert ids(asked(engine, "agglomerate")) == [1]
        assert ids(asked(engine, "region")) == []

    def test_a_phrase_keeps_its_order(self, engine: Engine) -> None:
        engine.replace([1], [a_record()])
        assert asked(engine, '"urban agglomerations"').total == 1
        assert asked(engine, '"agglomerations urban"').total == 0

    def test_a_phrase_does_not_cross_from_one_piece_into_the_next(self, engine: Engine) -> None:
        engine.replace([1], [a_record()])
        assert asked(engine, '"clusters nineteen"').total == 0
        assert asked(engine, "clusters NEAR/10 nineteen").total == 0

    def test_chinese_is_searched_as_a_phrase(self, engine: Engine) -> None:
        engine.replace([1, 2], [a_record(1, "黄河流域生态保护"), a_record(2, "河流与黄土")])
        assert ids(asked(engine, "黄河")) == [1]
        assert ids(asked(engine, "黃河流域")) == [1]
        assert asked(engine, "河").total == 2

    def test_and_or_not(self, engine: Engine) -> None:
        engine.replace([1, 2, 3], [a_record(1, "a b"), a_record(2, "b c"), a_record(3, "c d")])
        assert ids(asked(engine, "b AND c")) == [2]
        assert sorted(ids(asked(engine, "a OR d"))) == [1, 3]
        assert ids(asked(engine, "c NOT b")) == [3]
        assert sorted(ids(asked(engine, "NOT b"))) == [3]
        assert sorted(ids(asked(engine, "a OR NOT c"))) == [1]
        assert asked(engine, "NOT (a OR b OR c)").total == 0

    def test_near_holds_in_either_order_up_to_its_width(self, engine: Engine) -> None:
        engine.replace([1], [a_record(1, "green finance for the steel industry")])
        assert asked(engine, "finance NEAR/2 steel").total == 1
        assert asked(engine, "steel NEAR/2 finance").total == 1
        assert asked(engine, "finance NEAR/1 steel").total == 0
        assert asked(engine, '"green finance" NEAR/2 "steel industry"').total == 1
        assert asked(engine, "finance NEAR/0 green").total == 1

    def test_near_does_not_count_what_overlaps(self, engine: Engine) -> None:
        engine.replace([1], [a_record(1, "a b c")])
        assert asked(engine, '"a b" NEAR/5 "b c"').total == 0
        assert asked(engine, "a NEAR/5 a").total == 0

    def test_a_prefix_matches_words_as_written(self, engine: Engine) -> None:
        engine.replace([1, 2], [a_record(1, "Urbanisation policies"), a_record(2, "Suburban")])
        assert ids(asked(engine, "urbanis*")) == [1]
        assert ids(asked(engine, "polici*")) == [1]
        assert ids(asked(engine, "policies*")) == [1]
        assert asked(engine, "policy*").total == 0

    def test_a_prefix_stands_for_its_first_200_words(self, engine: Engine) -> None:
        engine.replace([], [a_record(n, f"word{n:03}") for n in range(250)])
        assert asked(engine, "word*").total == 200
        engine.replace([0], [])
        assert asked(engine, "word*").total == 200

    def test_fields_are_apart(self, engine: Engine) -> None:
        engine.replace(
            [1],
            [
                a_record(
                    1, "The title", "the body", authors=("Wang Qian",), sources=("DRC", "国研中心"),
                    numbers=("No.16 2023",),
                )
            ],
        )  # fmt: skip
        assert asked(engine, "title:title").total == 1
        assert asked(engine, "title:body").total == 0
        assert asked(engine, 'author:"wang qian"').total == 1
        assert asked(engine, "author:qia*").total == 1
        assert asked(engine, "source:国研").total == 1
        assert asked(engine, "number:16").total == 1
        assert asked(engine, "title:tit*").total == 1

    def test_a_value_and_a_range_of_dates_stand_in_a_tree(self, engine: Engine) -> None:
        engine.replace([1, 2], [a_record(1), a_record(2, sorted_on=None)])
        value = Value("kind", ("report", "news"))
        assert asked(engine, tree=value).total == 2
        assert asked(engine, tree=Not(value)).total == 0
        assert ids(asked(engine, tree=Between(date(2024, 5, 31), None))) == [1]
        assert ids(asked(engine, tree=Between(None, date(2024, 5, 30)))) == []

    def test_values_of_one_facet_are_joined_by_or_and_facets_by_and(self, engine: Engine) -> None:
        engine.replace([1, 2, 3], _THREE)
        kinds = {"kind": frozenset({"report", "news"})}
        assert asked(engine, filters=kinds).total == 3
        assert ids(asked(engine, filters=kinds | {"region": frozenset({"7"})})) == [1]

    def test_a_facet_counts_as_if_it_were_not_chosen(self, engine: Engine) -> None:
        engine.replace([1, 2, 3], _THREE)
        found = asked(engine, filters={"region": frozenset({"7"})})
        assert found.counts["region"] == {"7": 1, "8": 2}
        assert found.counts["kind"] == {"report": 1}

    def test_years_count_as_if_no_dates_were_chosen(self, engine: Engine) -> None:
        engine.replace([1, 2, 3], _THREE)
        found = asked(engine, date_from=date(2024, 1, 1))
        assert found.total == 1
        assert found.counts["year"] == {"2024": 1, "2020": 1}
        assert found.counts["kind"] == {"report": 1}

    def test_months_count_like_years_when_they_are_asked_for(self, engine: Engine) -> None:
        day = date(2024, 11, 30)
        engine.replace([1, 2, 3, 4], [*_THREE, a_record(4, facets={}, sorted_on=day)])
        months = {"2024-05": 1, "2020-01": 1, "2024-11": 1}
        assert asked(engine, counted=("month",)).counts == {"month": months}
        bounds: dict[str, Any] = {"date_from": date(2024, 5, 1), "date_to": date(2024, 5, 31)}
        found = asked(engine, counted=("month", "year", "kind"), **bounds)
        assert found.total == 1
        assert found.counts["month"] == months
        assert found.counts["kind"] == {"report": 1}
        filters = {"kind": frozenset({"news"})}
        found = asked(engine, counted=("month",), filters=filters, **bounds)
        assert found.counts == {"month": {"2020-01": 1}}

    def test_what_is_rough_or_missing_counts_when_asked_for(self, engine: Engine) -> None:
        rough = {"year": ("2024",), "rough": ("2024",)}
        engine.replace([1, 2], [a_record(1, facets=rough), a_record(2, facets={"year": ("none",)})])
        assert asked(engine, counted=("rough",)).counts == {"rough": {"2024": 1}}
        found = asked(engine, filters={"year": frozenset({"none"})})
        assert ids(found) == [2]
        assert found.counts["year"] == {"2024": 1, "none": 1}

    def test_words_are_those_of_public_text_as_written_in_order(self, engine: Engine) -> None:
        engine.replace(
            [1, 2],
            [
                a_record(1, "Ports", "Portal policies", restricted="Portable canary"),
                a_record(2, "Port"),
            ],
        )
        assert list(engine.words("port", 10)) == ["port", "portal", "ports"]
        assert list(engine.words("port", 2)) == ["port", "portal"]
        assert list(engine.words("canar", 10)) == []

    def test_a_scan_gives_every_match_once_by_its_number(self, engine: Engine) -> None:
        engine.replace([], [a_record(n, f"word {n}") for n in range(9, 0, -1)])
        query = EngineQuery(
            tree=parse("word NOT 3").tree, now=NOON + timedelta(days=1), sort="newest", size=3
        )
        pages, after = [], 0
        while found := list(engine.scan(query, after)):
            pages.append(found)
            after = found[-1]
        assert pages == [[1, 2, 4], [5, 6, 7], [8, 9]]

    def test_a_scan_keeps_to_the_filters_and_to_what_is_visible(self, engine: Engine) -> None:
        hidden = a_record(4, facets={"kind": ("news",)}, visible_from=NOON + timedelta(days=9))
        engine.replace([], [*_THREE, hidden])
        query = EngineQuery(
            tree=Everything(),
            now=NOON + timedelta(days=1),
            filters={"kind": frozenset({"news"})},
            date_from=date(2020, 1, 1),
        )
        assert list(engine.scan(query, 0)) == [2]

    def test_newest_and_oldest_leave_the_undated_last(self, engine: Engine) -> None:
        engine.replace([1, 2, 3], _THREE)
        assert ids(asked(engine, sort="newest")) == [1, 2, 3]
        assert ids(asked(engine, sort="oldest")) == [2, 1, 3]
        assert ids(asked(engine)) == [1, 2, 3]

    def test_pages_follow_each_other(self, engine: Engine) -> None:
        engine.replace([], [a_record(n, f"word {n}") for n in range(1, 8)])
        pages = [ids(asked(engine, "word", start=at, size=3)) for at in (0, 3, 6, 9)]
        assert [len(page) for page in pages] == [3, 3, 1, 0]
        assert sorted(one for page in pages for one in page) == [1, 2, 3, 4, 5, 6, 7]

    def test_the_title_weighs_more_than_the_body(self, engine: Engine) -> None:
        engine.replace(
            [1, 2], [a_record(1, "Other", "water quality"), a_record(2, "Water", "other quality")]
        )
        assert ids(asked(engine, "water")) == [2, 1]

    def test_a_rare_phrase_of_common_terms_outweighs_a_common_phrase(self, engine: Engine) -> None:
        texts = ["在东营的人", "养犬的事情", "养犬的人们", "养犬的年份", *["东边的营地"] * 8]
        engine.replace([], [a_record(at, "", text) for at, text in enumerate(texts)])
        found = asked(engine, "养犬 OR 东营")
        assert found.total == 4
        assert ids(found)[0] == 0

    def test_a_phrase_counts_as_often_as_it_stands_itself(self, engine: Engine) -> None:
        often, once = "a b c a b c a b c c c c", "a b c b a c b a c b a c"
        engine.replace([], [a_record(1, "", often), a_record(2, "", once)])
        assert ids(asked(engine, '"a b"')) == [1, 2]

    def test_what_is_not_visible_yet_or_any_more_is_not_found(self, engine: Engine) -> None:
        engine.replace([1], [a_record(visible_until=NOON + timedelta(hours=1))])
        assert asked(engine, now=NOON - timedelta(seconds=1)).total == 0
        assert asked(engine, now=NOON).total == 1
        assert asked(engine, now=NOON + timedelta(hours=1)).total == 0
        assert asked(engine, now=NOON + timedelta(hours=1)).counts["kind"] == {}

    def test_an_embargo_hides_the_text_until_it_ends(self, engine: Engine) -> None:
        end = NOON + timedelta(hours=1)
        whole = a_record(visible_from=end)
        title = replace(
            whole, part="title", zones=(whole.title,), visible_from=NOON, visible_until=end
        )
        engine.replace([1], [title, whole])
        assert asked(engine, "agglomeration", now=NOON).total == 0
        assert asked(engine, "clusters", now=NOON).total == 1
        assert asked(engine, "agglomeration", now=end).total == 1
        assert asked(engine, "clusters", now=end).total == 1

    def test_licensed_text_is_found_by_licence_holders_only(self, engine: Engine) -> None:
        record = a_record(restricted="canary words", restricted_facets={"region": ("9",)})
        engine.replace([1], [record])
        for text in ("canary", '"canary words"', "canar*", "canary NEAR words"):
            assert asked(engine, text).total == 0
            assert asked(engine, text, reads_licensed=True).total == 1
        assert asked(engine).counts["region"] == {}
        assert asked(engine, reads_licensed=True).counts["region"] == {"9": 1}
        chosen = {"region": frozenset({"9"})}
        assert asked(engine, filters=chosen).total == 0
        assert asked(engine, filters=chosen, reads_licensed=True).total == 1

    def test_replacing_leaves_one_entry_and_the_others(self, engine: Engine) -> None:
        engine.replace([1, 2], [a_record(1), a_record(2)])
        engine.replace([1], [a_record(1, "New", facets={"kind": ("news",)})])
        found = asked(engine)
        assert found.total == 2
        assert found.counts["kind"] == {"news": 1, "report": 1}
        assert asked(engine, "agglomeration").total == 1

    def test_what_is_replaced_by_nothing_is_gone(self, engine: Engine) -> None:
        engine.replace([1, 2], [a_record(1), a_record(2)])
        engine.replace([1, 5], [])
        assert ids(asked(engine)) == [2]

    def test_entries_tell_what_is_held(self, engine: Engine) -> None:
        record = a_record()
        engine.replace([1, 2], [record, a_record(2)])
        engine.replace([2], [])
        assert list(engine.entries()) == [Entry(1, WHOLE, record.digest)]

    def test_the_other_name_of_a_thing_scores_by_the_best(self, engine: Engine) -> None:
        engine.replace([1, 2], [a_record(1, "alpha beta"), a_record(2, "beta")])
        either = Best((Phrase(("alpha",)), Phrase(("beta",))), (1.0, 0.5))
        assert ids(asked(engine, tree=either)) == [1, 2]
        assert asked(engine, tree=Everything()).total == 2


_THREE = [
    a_record(1, facets={"kind": ("report",), "region": ("7", "8"), "year": ("2024",)}),
    a_record(
        2,
        facets={"kind": ("news",), "region": ("8",), "year": ("2020",)},
        sorted_on=date(2020, 1, 2),
    ),
    a_record(3, facets={"kind": ("news",)}, sorted_on=None),
]
