from __future__ import annotations

import json

import pytest

from documents.ingest.draft import UnreadablePageError
from documents.ingest.media import Media, media_of
from documents.ingest.readers import tables
from documents.ingest.readers.tables import Table
from tests.ingest.making import an_xlsx


def read(content: bytes, name: str = "a.csv") -> Table:
    return tables.read(content, media_of(content, name))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_columns_are_parted_by_whatever_parts_them(delimiter: str, end: str) -> None:
    rows = (("title", "text"), ("Ports", "cranes"), ("Reeds", '"a creek"'))
    table = read(end.join(delimiter.join(row) for row in rows).encode())
    assert table.columns == ("title", "text")
    assert [row.cells["text"] for row in table.rows] == ["cranes", "a creek"]


def test_a_quoted_cell_may_hold_line_ends_and_lines_are_counted_by_the_file() -> None:
    table = read(b'title,text\nPorts,"one\ntwo, three"\n\nReeds,four\n')
    assert [(row.line, row.cells["text"]) for row in table.rows] == [
        (2, "one\ntwo, three"),
        (5, "four"),
    ]


def test_an_open_quote_costs_its_own_row_only() -> None:
    table = read(b'title,text\nPorts,one\n"Reeds,two\nTrams,three\nTowns,four\n')
    assert [row.cells["title"] for row in table.rows] == ["Ports", "Trams", "Towns"]
    assert [(row.line, "never closed" in row.reason) for row in table.bad] == [(3, True)]


def test_a_row_wider_than_the_header_is_bad_and_a_narrower_one_is_filled() -> None:
    table = read(b"title,text\nPorts,one,two\nReeds\n" + b"Trams,three\n" * 5)
    assert [row.line for row in table.bad] == [2]
    assert [row.cells for row in table.rows[:2]] == [
        {"title": "Reeds"},
        {"title": "Trams", "text": "three"},
    ]


@pytest.mark.parametrize(
    "formula", ["=1+1", "+A1", "-A1", "@SUM(A1)", '=HYPERLINK("http://x","y")']
)
def test_a_formula_is_text_and_stays_so(formula: str) -> None:
    cell = formula.replace('"', '""')
    table = read(f'title,text\n"{cell}",a\n'.encode())
    assert table.rows[0].cells["title"] == formula


def test_a_formula_of_a_workbook_is_never_worked_out_and_noted() -> None:
    table = read(an_xlsx(("title", "text"), ("=1+1", "a"), ("Ports", "b")), "a.xlsx")
    assert [row.cells["title"] for row in table.rows] == ["=1+1", "Ports"]
    assert [bool(row.notes) for row in table.rows] == [True, False]


def test_a_workbook_gives_dates_and_numbers_as_text_and_passes_over_captions() -> None:
    from datetime import UTC, date, datetime

    rows = (
        ("Harbours of the coast",),
        (),
        ("title", "date", "total_number", "at"),
        (
            "Ports",
            date(2024, 3, 5),
            7011.0,
            datetime(2024, 3, 5, 8, 30, tzinfo=UTC).replace(tzinfo=None),
        ),
    )
    table = read(an_xlsx(*rows), "a.xlsx")
    assert table.rows[0].line == 4
    assert table.rows[0].cells == {
        "title": "Ports",
        "date": "2024-03-05",
        "total_number": "7011",
        "at": "2024-03-05T08:30:00",
    }


def test_json_values_become_cells() -> None:
    row = {
        "title": "Ports",
        "authors": ["Zhao", {"name": "Li"}],
        "region": {"code": "37", "name": "Shandong"},
        "none": None,
        "year": 2024,
        "open": True,
    }
    table = read(json.dumps(row).encode(), "a.jsonl")
    assert table.rows[0].cells == {
        "title": "Ports",
        "authors": "Zhao; Li",
        "region": "Shandong",
        "none": "",
        "year": "2024",
        "open": "true",
    }


def test_an_array_of_objects_is_a_table_too() -> None:
    table = read(b'[{"title": "a", "text": "b"}, 3]', "a.json")
    assert (len(table.rows), [row.line for row in table.bad]) == (1, [2])


@pytest.mark.parametrize(
    ("content", "media"),
    [(b"title,text\n", Media.CSV), (b"3\n[]\n", Media.JSONL), (b"[]", Media.JSON)],
)
def test_a_table_without_a_readable_row_is_refused(content: bytes, media: Media) -> None:
    with pytest.raises(UnreadablePageError):
        tables.read(content, media)


def test_rows_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ROWS_LIMIT", 3)
    table = read(b"title,text\n" + b"a,b\n" * 9)
    assert len(table.rows) == 3
    assert "beyond the first" in table.bad[-1].reason


def test_what_json_writes_and_no_database_holds_is_taken_out() -> None:
    table = read(b'{"title": "Po\\u0000rts\\ud800", "text": "a"}', "a.jsonl")
    assert table.rows[0].cells["title"] == "Ports"


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b'{\n"title": "A",\n"text": "B"}', [{"title": "A", "text": "B"}]),
        (
            b'{"total": 2,\n"items": [{"title": "A"}, {"title": "B"}]}',
            [{"title": "A"}, {"title": "B"}],
        ),
        (
            b'{"title": "A",\n"text": "B", "authors": [{"name": "Zhao"}]}',
            [{"title": "A", "text": "B", "authors": "Zhao"}],
        ),
    ],
)
def test_an_object_is_a_record_or_stands_for_its_list(
    content: bytes, rows: list[dict[str, str]]
) -> None:
    assert [row.cells for row in tables.read(content, Media.JSON).rows] == rows
