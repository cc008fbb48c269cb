"""The command that prints what is read from pages."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from documents.models import Document, Submission
from tests.build import a_topic

PAGES = Path(__file__).parent.parent / "ingest" / "pages"

pytestmark = pytest.mark.django_db


def run(*paths: Path) -> list[dict[str, object]]:
    out = StringIO()
    call_command("read_page", *map(str, paths), json=True, stdout=out, stderr=StringIO())
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_it_prints_one_object_a_page_in_the_agreed_shape() -> None:
    first, second = run(PAGES / "zh-index-table.txt", PAGES / "en-daily.txt")
    assert {
        "file", "kind", "title", "language", "source", "published_on", "published_precision",
        "dates", "series", "number", "total_number", "authors", "abstract", "body", "captions",
        "keywords", "related_titles", "access", "links", "figures",
    } <= set(first)  # fmt: skip
    assert first["number"] == "国发〔2022〕48号"
    assert second["authors"] == [
        {"name": "ZHAO RUIXUE", "affiliations": ["China Daily"], "group": None}
    ]


def test_a_link_carries_the_mention_and_its_sentence() -> None:
    a_topic("yantai", en="Yantai", zh="烟台")
    (page,) = run(PAGES / "en-daily.txt")
    links = page["links"]
    assert isinstance(links, list)
    assert [link["id"] for link in links] == ["yantai"]
    assert links[0]["mention"] in links[0]["quote"]


def test_it_writes_nothing() -> None:
    run(PAGES / "en-daily.txt")
    assert not Document.objects.exists()
    assert not Submission.objects.exists()


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_printed(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    out = StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command(
            "read_page",
            str(empty),
            str(PAGES / "en-daily.txt"),
            json=True,
            stdout=out,
            stderr=StringIO(),
        )
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert stop.value.code == 3
    assert (rows[0]["error"], rows[1]["kind"]) == ("empty", "news")


def test_without_json_it_prints_for_a_person() -> None:
    out = StringIO()
    call_command("read_page", str(PAGES / "en-daily.txt"), stdout=out)
    assert "title: Ports on the Bohai Rim agree to share tugboats" in out.getvalue()


def test_a_date_is_a_day_with_the_moment_beside_it_and_a_day_of_posting_keeps_its_clock(
    tmp_path: Path,
) -> None:
    page = tmp_path / "page.txt"
    text = "四港今后共用拖轮，等候时间将缩短三分之一，船东不必每次另行申请。" * 3
    head = "发布时间：2024-06-04 07:00 更新时间：2024-06-05 09:12"
    page.write_text(f"港口共用拖轮\n{head}\n{text}\n{text}", encoding="utf-8")
    (row,) = run(page)
    assert isinstance(row["dates"], list)
    assert {(one["role"], one["iso"], one["precision"], one["moment"]) for one in row["dates"]} == {
        ("posted", "2024-06-04T07:00:00+08:00", "minute", "2024-06-04T07:00:00+08:00"),
        ("updated", "2024-06-05", "day", "2024-06-05T09:12:00+08:00"),
    }


def test_every_date_and_caption_carries_its_rule_line_and_confidence() -> None:
    (page,) = run(PAGES / "en-daily.txt")
    dates, reasons = page["dates"], page["reasons"]
    assert isinstance(dates, list)
    assert isinstance(reasons, dict)
    assert isinstance(page["captions"], list)
    assert len(reasons["captions"]) == len(page["captions"]) > 0
    for reason in [*dates, *reasons["captions"]]:
        assert reason["rule"]
        assert reason["line"]
        assert 0 < reason["confidence"] <= 1
