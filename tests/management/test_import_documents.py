from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from documents.curation import importing
from documents.models import Document
from tests.curation.imports import TEXTS, a_table
from tests.material import shared

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("import_documents", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_a_dry_run_says_what_would_be_done_and_does_nothing(tmp_path: Path) -> None:
    said = run(a_table(tmp_path / "a.jsonl"), "--dry-run")
    assert "create  a.jsonl:1  Harbours share their cranes" in said
    assert "To create: 3. To update: 0. To publish: 0. To skip: 0. Refused: 0." in said
    assert not Document.objects.exists()


def test_an_import_stores_and_says_so(tmp_path: Path) -> None:
    assert "3 records stored." in run(a_table(tmp_path / "a.jsonl"))
    assert "To skip: 3." in run(a_table(tmp_path / "a.jsonl"))
    assert Document.objects.count() == 3


def test_json_holds_the_plan_and_what_failed(tmp_path: Path) -> None:
    table = a_table(tmp_path / "a.jsonl")
    shown = json.loads(run(table, "--json", "--dry-run"))
    assert shown["counts"] == {"create": 3, "update": 0, "publish": 0, "skip": 0, "refuse": 0}
    assert [item["title"] for item in shown["items"]] == list(TEXTS)
    done = json.loads(run(table, "--json"))
    assert (done["applied"], done["failed"]) == (3, [])


def test_some_that_cannot_be_read_end_with_3_and_the_rest_is_stored(tmp_path: Path) -> None:
    table = a_table(tmp_path / "a.jsonl")
    out = StringIO()
    with pytest.raises(CommandError) as left:
        call_command("import_documents", str(table), str(tmp_path / "none.pdf"), stdout=out)
    assert left.value.returncode == 3
    assert "refuse  none.pdf  There is no such file." in out.getvalue()
    assert Document.objects.count() == 3


def test_a_column_mapped_to_no_field_is_a_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="COLUMN=FIELD") as left:
        run(a_table(tmp_path / "a.jsonl"), "--map", "text=colour")
    assert left.value.returncode == 2


def test_columns_kind_and_publication_can_be_given(tmp_path: Path) -> None:
    row = {"Kopf": "Harbour fees fall", "Inhalt": TEXTS["A tram for the county towns"]}
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    run(path, "--publish", "--kind", "brief", "--map", "Kopf=title", "Inhalt=body")
    record = Document.objects.get()
    assert (record.title, record.kind, record.status) == ("Harbour fees fall", "brief", "published")


def test_an_interrupt_keeps_what_is_stored_and_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = importing._write
    written: list[Document] = []

    def interrupted(*arguments: Any) -> Document:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(write(*arguments))
        return written[-1]

    monkeypatch.setattr(importing, "_write", interrupted)
    with pytest.raises(CommandError, match="2 of 3 records are stored"):
        run(a_table(tmp_path / "a.jsonl"))
    monkeypatch.undo()
    assert Document.objects.count() == 2
    assert "1 records stored." in run(a_table(tmp_path / "a.jsonl"))


def test_an_interrupt_while_reading_says_that_nothing_was_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "plan_items", interrupted)
    with pytest.raises(CommandError, match="Nothing was stored"):
        run(a_table(tmp_path / "a.jsonl"))


def test_real_regulations_are_imported_once(tmp_path: Path) -> None:
    rows = shared("data", "laws_zh", "shandong.jsonl").read_text("utf-8").splitlines()
    path = tmp_path / "laws.jsonl"
    path.write_text("\n".join(rows[:12]), encoding="utf-8")
    run(path)
    assert (
        Document.objects.filter(kind="policy", language="zh", published_on__isnull=False).count()
        == 12
    )
    assert "To skip: 12." in run(path)


def test_a_command_has_no_user_and_changes_public_records(tmp_path: Path) -> None:
    """Who runs commands has the database itself; so it is with all commands."""
    table = a_table(tmp_path / "a.jsonl")
    run(table, "--publish")
    table.write_text(table.read_text("utf-8").replace("a bus ride", "a coach ride"), "utf-8")
    run(table)
    assert Document.objects.published().filter(body__contains="a coach ride").count() == 1
