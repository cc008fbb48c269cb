from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from documents.curation import importing
from documents.curation.import_files import Given, find_files
from documents.curation.import_item import Action, Item, from_json, to_json
from documents.curation.import_plan import Plan
from documents.curation.importing import Applying, apply_plan
from documents.curation.publication import withdraw
from documents.models import Attachment, Document, Submission, TopicLink
from tests.build import a_name, a_source, a_topic
from tests.curation.imports import TEXTS, a_table, applied, plan_of
from tests.ingest.making import LINE, PAGE, a_docx, a_pdf, an_xlsx

pytestmark = pytest.mark.django_db


def steps(plan: Plan) -> list[tuple[str, str]]:
    return [(item.title, item.action.value) for item in plan.items()]


def only(plan: Plan) -> Item:
    (item,) = plan.items()
    return item


def test_a_plan_writes_no_record(tmp_path: Path) -> None:
    plan = plan_of(a_table(tmp_path / "a.jsonl"), folder=tmp_path / "plan")
    assert steps(plan) == [(title, "create") for title in TEXTS]
    assert not Document.objects.exists()
    assert not Submission.objects.exists()


def test_the_plan_is_applied_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    table = a_table(tmp_path / "a.jsonl")
    assert not [one.error for one in applied(plan_of(table, folder=tmp_path / "plan")) if one.error]
    stored = list(Document.objects.order_by("pk").values())
    assert [row["title"] for row in stored] == list(TEXTS)
    again = plan_of(table, folder=tmp_path / "plan")
    assert set(again.counts) == {"skip"}
    assert applied(again) == []
    assert list(Document.objects.order_by("pk").values()) == stored


def test_a_row_keeps_what_its_columns_state(tmp_path: Path) -> None:
    source = a_source("Centre for Coastal Studies")
    title = next(iter(TEXTS))
    table = a_table(
        tmp_path / "a.jsonl",
        title,
        type="research report",
        source="centre for coastal studies",
        url="https://coast.example/7",
        authors="Zhao Ming; Li Hua",
        number="No. 7",
        keywords="harbours; freight",
    )
    applied(plan_of(table, folder=tmp_path / "plan"))
    record = Document.objects.get()
    assert (record.kind, record.source, record.number) == ("report", source, "No. 7")
    assert str(record.published_on) == "2024-03-01"
    assert record.source_url == "https://coast.example/7"
    assert [one.author.name for one in record.authorships.all()] == ["Zhao Ming", "Li Hua"]
    assert sorted(record.keywords.names()) == ["freight", "harbours"]
    assert record.body == TEXTS[title]
    assert json.loads(record.submission.raw)["title"] == title


def test_files_of_every_kind_and_folders_are_imported_together(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    (folder / "deeper").mkdir(parents=True)
    (folder / "one.txt").write_text(PAGE, encoding="utf-8")
    reeds, tram = list(TEXTS.items())[1:]
    (folder / "deeper" / "two.pdf").write_bytes(a_pdf([reeds[0], "", *reeds[1].split(". ")]))
    (folder / "three.docx").write_bytes(a_docx(*tram, tram[1].upper()))
    (folder / ".hidden.txt").write_text(PAGE, encoding="utf-8")
    table = tmp_path / "rows.xlsx"
    row = ("Fees fall", "Harbour fees fall by a third in May.")
    table.write_bytes(an_xlsx(("title", "text"), row))
    plan = plan_of(folder, table, folder=tmp_path / "plan")
    names = [(item.name, item.action.value) for item in plan.items()]
    assert names == [
        ("pages/one.txt", "create"),
        ("pages/three.docx", "create"),
        ("pages/deeper/two.pdf", "create"),
        ("rows.xlsx", "create"),
    ]
    assert not [one.error for one in applied(plan) if one.error]
    kept = Attachment.objects.order_by("name").values_list("name", flat=True)
    assert list(kept) == ["pages/deeper/two.pdf", "pages/one.txt", "pages/three.docx"]
    assert Document.objects.count() == 4


def test_bad_rows_are_listed_by_line_and_good_ones_imported(tmp_path: Path) -> None:
    path = a_table(tmp_path / "a.jsonl")
    path.write_text(path.read_text("utf-8") + '{broken\n{"title": "No text"}\n', encoding="utf-8")
    plan = plan_of(path, folder=tmp_path / "plan")
    refused = {item.line: item.reason for item in plan.items() if item.action == Action.REFUSE}
    assert refused == {4: "This line is no valid JSON.", 5: "This row has no text."}
    assert len(applied(plan)) == 3


def test_a_table_without_a_known_text_column_says_how_to_map_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = LINE.replace(",", "")
    path.write_text(f"title,Inhalt\nHarbours share cranes,{text}\n", encoding="utf-8")
    assert "content=body" in only(plan_of(path, folder=tmp_path / "plan")).reason
    mapped = plan_of(path, folder=tmp_path / "plan", given=Given(columns={"Inhalt": "body"}))
    assert only(mapped).action == Action.CREATE


def test_a_changed_row_updates_its_record_and_keeps_what_a_curator_changed(tmp_path: Path) -> None:
    title = next(iter(TEXTS))
    table = a_table(tmp_path / "a.jsonl", title, number="No. 7")
    applied(plan_of(table, folder=tmp_path / "plan"))
    record = Document.objects.get()
    record.title = "Harbours share cranes and berths"
    record.save()
    longer = TEXTS[title] + " The contract was renewed in May."
    row = {"id": "r1", "title": title, "text": longer, "date": "2024-03-01", "number": "No. 8"}
    table.write_text(json.dumps(row), encoding="utf-8")
    plan = plan_of(table, folder=tmp_path / "plan")
    assert only(plan).action == Action.UPDATE
    assert only(plan).reason == ("Changes: body, number. A curator changed title; this stays.")
    assert not [one.error for one in applied(plan) if one.error]
    record.refresh_from_db()
    assert (record.title, record.number) == ("Harbours share cranes and berths", "No. 8")
    assert record.body == longer
    assert Submission.objects.count() == 2
    assert set(plan_of(table, folder=tmp_path / "plan").counts) == {"skip"}


def test_a_file_of_the_same_name_with_another_text_is_another_record(tmp_path: Path) -> None:
    for title, text in list(TEXTS.items())[:2]:
        path = tmp_path / "page.txt"
        path.write_text(f"{title}\n\n{text}\n\n{text[::-1]}", encoding="utf-8")
        plan = plan_of(path, folder=tmp_path / "plan")
        assert only(plan).action == Action.CREATE
        applied(plan)
    assert Document.objects.count() == 2


def test_the_same_text_in_two_files_of_one_import_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(PAGE + "\n", encoding="utf-8")
    plan = plan_of(tmp_path / "one.txt", tmp_path / "two.txt", folder=tmp_path / "plan")
    assert [(item.action.value, item.reason) for item in plan.items()] == [
        ("create", ""),
        ("skip", "The same text stands in one.txt."),
    ]


@pytest.mark.parametrize(
    ("state", "reason"),
    [("open", "This text waits for review."), ("refused", "A curator set this text aside.")],
)
def test_a_text_that_curators_have_in_hand_is_left_to_them(
    tmp_path: Path, state: str, reason: str
) -> None:
    from documents.curation import submit

    submission = submit(PAGE, by=None)
    Submission.objects.filter(pk=submission.pk).update(state=state)
    (tmp_path / "one.txt").write_text(PAGE, encoding="utf-8")
    item = only(plan_of(tmp_path / "one.txt", folder=tmp_path / "plan"))
    assert (item.action, item.reason) == (Action.SKIP, reason)


def test_what_was_stored_after_the_plan_is_told_and_not_stored_twice(tmp_path: Path) -> None:
    table = a_table(tmp_path / "a.jsonl")
    first = plan_of(table, folder=tmp_path / "first")
    second = plan_of(table, folder=tmp_path / "second")
    applied(first)
    assert {one.error for one in applied(second)} == {
        "This text was stored after the plan was made."
    }
    assert Document.objects.count() == 3


def test_a_record_that_was_changed_after_the_plan_is_left_alone(tmp_path: Path) -> None:
    title = next(iter(TEXTS))
    table = a_table(tmp_path / "a.jsonl", title)
    applied(plan_of(table, folder=tmp_path / "plan"))
    row = {"id": "r1", "title": title, "text": TEXTS[title] + " More.", "date": "2024-03-01"}
    table.write_text(json.dumps(row), encoding="utf-8")
    plan = plan_of(table, folder=tmp_path / "plan")
    Document.objects.get().save()
    (outcome,) = applied(plan)
    assert outcome.error == "The record was changed after the plan was made."
    assert Document.objects.get().body == TEXTS[title]
    assert Submission.objects.count() == 1


def test_an_import_that_stops_loses_no_finished_record_and_goes_on(tmp_path: Path) -> None:
    table = a_table(tmp_path / "a.jsonl")
    plan = plan_of(table, folder=tmp_path / "plan")
    applying = Applying(None, timezone.now())
    running = apply_plan(plan, applying)
    next(running)
    running.close()
    assert Document.objects.count() == 1
    again = plan_of(table, folder=tmp_path / "again")
    assert dict(again.counts) == {"skip": 1, "create": 2}
    assert len(list(apply_plan(plan, applying, done=1))) == 2
    assert Document.objects.count() == 3


def test_an_import_accepts_sure_links_by_rule_and_publishes_where_asked(tmp_path: Path) -> None:
    qingdao = a_topic("qingdao", en="Qingdao")
    a_name(qingdao, "青岛", "zh")
    table = a_table(tmp_path / "a.jsonl", next(iter(TEXTS)))
    (outcome,) = applied(plan_of(table, folder=tmp_path / "plan", given=Given(publishes=True)))
    assert outcome.document
    assert outcome.document.status == Document.Status.PUBLISHED
    link = TopicLink.objects.get(topic=qingdao)
    assert (link.status, link.origin, link.decided_at) == ("accepted", "rule", None)


def test_the_text_of_a_licensed_row_stays_from_the_public_when_published_at_once(
    tmp_path: Path, client: Client
) -> None:
    title = next(iter(TEXTS))
    columns = {"access": "licensed", "abstract": "What it is about."}
    table = a_table(tmp_path / "a.jsonl", title, **columns)
    (outcome,) = applied(plan_of(table, folder=tmp_path / "plan", given=Given(publishes=True)))
    record = outcome.document
    assert record
    assert (record.access, record.body, record.restricted_body) == ("licensed", "", TEXTS[title])
    page = client.get(record.get_absolute_url()).content.decode()
    assert "What it is about." in page
    assert TEXTS[title][:20] not in page


def test_a_later_text_of_a_licensed_row_replaces_the_one_for_holders(tmp_path: Path) -> None:
    title = next(iter(TEXTS))
    columns = {"access": "licensed", "abstract": "What it is about."}
    applied(plan_of(a_table(tmp_path / "a.jsonl", title, **columns), folder=tmp_path / "plan"))
    table = a_table(tmp_path / "a.jsonl", title, **columns, text="Another text for holders.")
    applied(plan_of(table, folder=tmp_path / "second"))
    record = Document.objects.get()
    assert (record.body, record.restricted_body) == ("", "Another text for holders.")


def test_a_row_that_became_licensed_takes_its_text_from_the_public(
    tmp_path: Path, client: Client
) -> None:
    title, asked = next(iter(TEXTS)), Given(publishes=True)
    applied(plan_of(a_table(tmp_path / "a.jsonl", title), folder=tmp_path / "plan", given=asked))
    table = a_table(tmp_path / "a.jsonl", title, access="licensed")
    applied(plan_of(table, folder=tmp_path / "second", given=asked))
    record = Document.objects.get()
    assert (record.access, record.body, record.restricted_body) == ("licensed", "", TEXTS[title])
    assert TEXTS[title][:20] not in client.get(record.get_absolute_url()).content.decode()


def test_text_for_holders_that_a_curator_set_stays_when_an_import_brings_none(
    tmp_path: Path,
) -> None:
    title = next(iter(TEXTS))
    applied(plan_of(a_table(tmp_path / "a.jsonl", title), folder=tmp_path / "plan"))
    Document.objects.update(access="licensed", restricted_body="Set by a curator.")
    table = a_table(tmp_path / "a.jsonl", title, text="Newer text.")
    applied(plan_of(table, folder=tmp_path / "second"))
    record = Document.objects.get()
    assert (record.body, record.restricted_body) == ("Newer text.", "Set by a curator.")


def test_a_draft_is_made_where_nobody_asked_to_publish(tmp_path: Path) -> None:
    applied(plan_of(a_table(tmp_path / "a.jsonl"), folder=tmp_path / "plan"))
    assert set(Document.objects.values_list("status", flat=True)) == {"draft"}


def test_a_step_survives_its_way_through_the_plan(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    table = a_table(tmp_path / "a.jsonl", next(iter(TEXTS)), authors="Zhao Ming; Li Hua")
    plan = plan_of(table, tmp_path / "page.txt", folder=tmp_path / "plan")
    for item in plan.items():
        assert from_json(to_json(item)) == item
        assert item.entry


def test_what_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    item = only(plan_of(tmp_path / "nothing.txt", folder=tmp_path / "plan"))
    assert (item.name, item.reason) == ("nothing.txt", "There is no such file.")


def test_folders_are_walked_in_order_and_each_file_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "~$a.docx", "c/d.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = find_files([tmp_path / "in", tmp_path / "in" / "a.txt"])
    assert [named.name for named in found] == ["in/a.txt", "in/b.txt", "in/c/d.txt"]


def test_a_value_that_fits_no_record_fails_alone(tmp_path: Path) -> None:
    rows = [
        {"title": title, "text": text, "number": "7" * (9 if number else 900)}
        for number, (title, text) in enumerate(TEXTS.items())
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    outcomes = applied(plan_of(path, folder=tmp_path / "plan"))
    assert [bool(one.error) for one in outcomes] == [True, False, False]
    assert "100 characters" in outcomes[0].error
    assert Document.objects.count() == 2
    assert Submission.objects.count() == 2


def test_drafts_of_an_earlier_import_are_published_where_asked_and_once(tmp_path: Path) -> None:
    table = a_table(tmp_path / "a.jsonl")
    applied(plan_of(table, folder=tmp_path / "first"))
    asked = Given(publishes=True)
    plan = plan_of(table, folder=tmp_path / "second", given=asked)
    assert dict(plan.counts) == {"publish": 3}
    assert [outcome.error for outcome in applied(plan)] == ["", "", ""]
    assert set(Document.objects.values_list("status", flat=True)) == {"published"}
    assert dict(plan_of(table, folder=tmp_path / "third", given=asked).counts) == {"skip": 3}


def test_only_drafts_that_an_import_brought_are_published_by_it(tmp_path: Path) -> None:
    table = a_table(tmp_path / "a.jsonl")
    applied(plan_of(table, folder=tmp_path / "first"))
    withdrawn, pasted, _draft = Document.objects.order_by("pk")
    withdraw(withdrawn, reason="Wrong.", by=None, now=timezone.now())
    Submission.objects.filter(document=pasted).update(import_key="")
    plan = plan_of(table, folder=tmp_path / "second", given=Given(publishes=True))
    assert [item.action for item in plan.items()] == [Action.SKIP, Action.SKIP, Action.PUBLISH]


def test_a_draft_that_was_changed_after_the_plan_is_not_published(tmp_path: Path) -> None:
    table = a_table(tmp_path / "a.jsonl", next(iter(TEXTS)))
    applied(plan_of(table, folder=tmp_path / "first"))
    plan = plan_of(table, folder=tmp_path / "second", given=Given(publishes=True))
    Document.objects.get().save()
    (outcome,) = applied(plan)
    assert outcome.error == "The record was changed after the plan was made."
    assert Document.objects.get().status == Document.Status.DRAFT


def test_a_link_in_a_folder_is_refused_and_what_it_leads_to_is_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(PAGE, encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "file.txt").symlink_to(outside / "secret.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    plan = plan_of(folder, folder=tmp_path / "plan")
    assert {item.name: item.reason for item in plan.items()} == dict.fromkeys(
        ("in/file.txt", "in/folder", "in/loop"),
        "This is a link to another place. Put the file itself into the folder.",
    )


@pytest.mark.parametrize(("faults", "stored"), [(1, 1), (2, 0)])
def test_a_step_that_met_another_programs_writing_is_tried_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faults: int, stored: int
) -> None:
    left = [IntegrityError()] * faults
    write = importing._write

    def meeting(*step: Any) -> Document:
        if left:
            raise left.pop()
        return write(*step)

    monkeypatch.setattr(importing, "_write", meeting)
    table = a_table(tmp_path / "a.jsonl", next(iter(TEXTS)))
    [outcome] = applied(plan_of(table, folder=tmp_path / "plan"))
    assert Document.objects.count() == stored
    assert ("Run the import again" in outcome.error) == (not stored)
