from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from documents.search.evaluating import Ranked, any_word, evaluate, load_collection, ndcg, recall
from documents.search.tree import Nothing, Or, Phrase
from tests.material import shared

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = [("a", "Water quality"), ("b", "Rail transport"), ("c", "Water transport")]
    lines = [json.dumps({"id": key, "title": title, "text": ""}) for key, title in documents]
    tmp_path.joinpath("docs.jsonl").write_text("\n".join(lines))
    tmp_path.joinpath("queries.jsonl").write_text('{"id": "1", "text": "What of the rail?"}\n')
    tmp_path.joinpath("qrels.tsv").write_text("query_id\tdoc_id\trelevance\n1\tb\t1\n")
    return tmp_path


def ranked(*documents: str) -> list[Ranked]:
    return [Ranked("1", document, rank, 1.0) for rank, document in enumerate(documents, start=1)]


def test_ndcg_is_one_for_the_best_order_and_falls_with_the_rank() -> None:
    gains = {"a": 1.0}
    assert ndcg(ranked("a", "b"), gains) == 1.0
    assert ndcg(ranked("b", "a"), gains) == pytest.approx(0.6309, abs=1e-4)
    assert ndcg(ranked("b"), gains) == 0.0


def test_recall_is_the_share_of_what_is_relevant() -> None:
    assert recall(ranked("a", "x"), {"a": 1.0, "b": 2.0, "c": 0.0}) == 0.5


def test_the_commonest_words_are_not_asked() -> None:
    assert any_word("What of the rail?") == Or((Phrase(("rail",)),))
    assert any_word("of the") == Nothing()


def test_two_chinese_characters_side_by_side_are_asked_as_a_word() -> None:
    pairs = [("养", "犬"), ("犬", "管"), ("管", "理"), ("办",), ("rail",)]
    assert any_word("养犬管理，办 of rail") == Or(tuple(Phrase(pair) for pair in pairs))


def test_a_collection_is_measured(folder: Path) -> None:
    figures, run = evaluate(load_collection(folder), "memory")
    assert figures.ndcg_at_10 == figures.recall_at_100 == 1.0
    assert [(one.question, one.document, one.rank) for one in run] == [("1", "b", 1)]


def test_the_command_prints_the_figures_and_writes_the_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = folder / "run.tsv"
    call_command("evaluate_search", str(folder), engine="whoosh", json=True, run=run)
    figures = json.loads(capsys.readouterr().out)
    assert set(figures) == {"ndcg@10", "recall@100", "queries", "p50_ms", "p95_ms"}
    question, document, rank, score = run.read_text().strip().split("\t")
    assert (question, document, rank) == ("1", "b", "1")
    assert float(score) > 0


def test_what_is_not_a_collection_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is not a judged collection"):
        call_command("evaluate_search", str(tmp_path))


def test_ranking_reaches_plain_bm25_on_a_judged_collection() -> None:
    figures, _ = evaluate(load_collection(shared("data", "ir", "adi")), "whoosh")
    assert figures.ndcg_at_10 >= 0.465
