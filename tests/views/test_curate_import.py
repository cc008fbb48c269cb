from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from documents.curation import import_batch
from documents.curation.import_item import Action, Item
from documents.curation.import_plan import write_plan
from documents.models import Document
from documents.views import curate_import
from tests.build import a_user
from tests.curation.imports import TEXTS, a_table
from tests.ingest.making import PAGE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an upload be read and stored in one request, however busy the machine is."""
    monkeypatch.setattr(curate_import, "SECONDS", 600.0)
    monkeypatch.setattr(import_batch, "READING_SECONDS", 600.0)


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


@pytest.fixture
def publisher(client: Client) -> Client:
    user = a_user("pat", "documents.change_document", "documents.publish_document")
    client.force_login(user)
    return client


def upload(client: Client, *files: tuple[str, bytes], **fields: str) -> str:
    """Send files; return the address of the plan."""
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    answer = client.post("/curate/import/", {"uploads": sent, "columns": "", "kind": ""} | fields)
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def planned(page: str, action: str) -> int:
    """Return how many steps of a kind the page counts."""
    found = re.search(rf">{action}</span>\s*(\d+)</a>", page)
    return int(found[1]) if found else 0


def a_jsonl(tmp_path: Path) -> tuple[str, bytes]:
    return "rows.jsonl", a_table(tmp_path / "a.jsonl").read_bytes()


def test_visitors_are_asked_to_log_in(client: Client) -> None:
    assert client.get("/curate/import/").status_code == 302


def test_the_page_takes_several_files_and_works_without_script(curator: Client) -> None:
    page = curator.get("/curate/import/").content.decode()
    assert 'type="file"' in page
    assert "multiple" in page
    assert 'enctype="multipart/form-data"' in page


def test_the_plan_is_shown_before_anything_is_stored(curator: Client, tmp_path: Path) -> None:
    address = upload(curator, a_jsonl(tmp_path), ("picture.pdf", b"\x89PNG\r\n\x1a\n" + bytes(99)))
    page = curator.get(address).content.decode()
    assert planned(page, "create") == 3
    assert all(title in page for title in TEXTS)
    assert "This is a picture." in page
    assert "Store 3 records" in page
    assert not Document.objects.exists()


def test_the_plan_is_carried_out_exactly_and_links_to_the_records(
    curator: Client, tmp_path: Path
) -> None:
    address = upload(curator, a_jsonl(tmp_path), ("page.txt", PAGE.encode()))
    page = curator.post(address, follow=True).content.decode()
    assert "4 records stored." in page
    assert Document.objects.filter(status="draft").count() == 4
    for document in Document.objects.all():
        assert f"/curate/records/{document.pk}/" in page
    curator.post(address)
    assert Document.objects.count() == 4


def test_a_long_import_goes_on_where_it_stopped(
    curator: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curate_import, "SECONDS", 0.0)
    address = upload(curator, a_jsonl(tmp_path))
    page = curator.post(address, follow=True).content.decode()
    assert "1 of 3 records are stored." in page
    assert "Go on" in page
    curator.post(address)
    curator.post(address)
    assert Document.objects.count() == 3


def test_only_who_may_publish_can_publish_an_import(curator: Client, tmp_path: Path) -> None:
    assert 'name="publishes"' not in curator.get("/curate/import/").content.decode()
    address = upload(curator, a_jsonl(tmp_path), publishes="on")
    curator.post(address)
    assert set(Document.objects.values_list("status", flat=True)) == {"draft"}


def test_a_plan_to_publish_is_not_carried_out_by_who_may_not(
    publisher: Client, tmp_path: Path
) -> None:
    address = upload(publisher, a_jsonl(tmp_path), publishes="on")
    publisher.force_login(a_user("cora", "documents.change_document"))
    assert publisher.post(address).status_code == 403
    assert not Document.objects.exists()


def test_an_import_may_be_published_at_once(publisher: Client, tmp_path: Path) -> None:
    address = upload(publisher, a_jsonl(tmp_path), publishes="on")
    assert "Store and publish 3 records" in publisher.get(address).content.decode()
    publisher.post(address)
    assert Document.objects.filter(status="published").count() == 3


def test_a_column_of_an_unknown_name_is_chosen_in_the_plan(curator: Client) -> None:
    table = "Kopf,Inhalt\nHarbours share cranes,The ports of Qingdao share cranes.\n"
    address = upload(curator, ("a.csv", table.encode()))
    page = curator.get(address).content.decode()
    assert planned(page, "create") == 0
    assert "Harbours share cranes" in page
    chosen = {"column": "1", "column-0": "title", "column-1": "body"}
    page = curator.post(address, chosen, follow=True).content.decode()
    assert planned(page, "create") == 1
    curator.post(address)
    assert Document.objects.get().title == "Harbours share cranes"


def test_one_field_from_two_columns_is_refused_and_the_plan_stays(curator: Client) -> None:
    table = "Kopf,Inhalt\nHarbours share cranes,The ports of Qingdao share cranes.\n"
    address = upload(curator, ("a.csv", table.encode()))
    answer = curator.post(address, {"column": "1", "column-0": "body", "column-1": "body"})
    assert answer.status_code == 422
    assert "Two columns of a.csv are taken for “Text”." in answer.content.decode()


def test_a_plan_that_was_begun_is_not_made_anew(
    curator: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curate_import, "SECONDS", 0.0)
    address = upload(curator, a_jsonl(tmp_path))
    curator.post(address)
    page = curator.post(address, {"column": "1"}, follow=True).content.decode()
    assert "its plan stays" in page
    assert planned(page, "create") == 3


def test_an_upload_that_takes_too_long_is_planned_as_far_as_the_time_reaches(
    curator: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_batch, "READING_SECONDS", 0.0)
    page = curator.get(upload(curator, a_jsonl(tmp_path))).content.decode()
    assert "There was no time left to read this." in page


def test_columns_and_kind_can_be_given(curator: Client) -> None:
    text = TEXTS["A tram for the county towns"].replace(",", "")
    table = f"title,Inhalt\nA tram,{text}\n".encode()
    address = upload(curator, ("a.csv", table), columns="Inhalt=body", kind="brief")
    curator.post(address)
    assert Document.objects.get().kind == "brief"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Choose at least one file."),
        ({"kind": "poem"}, "Select a valid choice"),
    ],
)
def test_a_wrong_form_comes_back_with_a_sentence(
    curator: Client, data: dict[str, str], sentence: str
) -> None:
    answer = curator.post("/curate/import/", data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_file_over_25_mb_is_refused_alone(curator: Client, tmp_path: Path) -> None:
    large = ("large.pdf", bytes(25 * 1024 * 1024 + 1))
    page = curator.get(upload(curator, large, a_jsonl(tmp_path))).content.decode()
    assert "This file is over 25 MB." in page
    assert planned(page, "create") == 3


def test_the_name_of_an_upload_never_becomes_a_path(curator: Client, data_folder: Path) -> None:
    upload(curator, ("..\\..\\evil.txt", PAGE.encode()))
    assert not [path for path in data_folder.rglob("*") if "evil" in path.name]


def test_an_import_that_is_unknown_is_not_found(curator: Client) -> None:
    assert curator.get("/curate/import/00000000-0000-0000-0000-000000000000/").status_code == 404


def test_uploads_go_away_when_they_are_stored_and_old_plans_after_a_week(
    curator: Client, tmp_path: Path, data_folder: Path
) -> None:
    address = upload(curator, a_jsonl(tmp_path))
    curator.post(address)
    (folder,) = (data_folder / "uploads" / "imports").iterdir()
    assert not (folder / "files").exists()
    import_batch.sweep(folder.stat().st_mtime + import_batch.KEPT_SECONDS + 1)
    assert not folder.exists()


def test_two_do_not_carry_out_one_import_at_once(
    curator: Client, tmp_path: Path, data_folder: Path
) -> None:
    address = upload(curator, a_jsonl(tmp_path))
    (folder,) = (data_folder / "uploads" / "imports").iterdir()
    with import_batch._lock(folder):
        page = curator.post(address, follow=True).content.decode()
    assert "being carried out at the moment" in page
    assert not Document.objects.exists()


def test_an_import_whose_process_was_killed_is_free_at_once(
    curator: Client, tmp_path: Path, data_folder: Path
) -> None:
    address = upload(curator, a_jsonl(tmp_path))
    (folder,) = (data_folder / "uploads" / "imports").iterdir()
    holding = (
        "import sys, time; sys.path.insert(0, '.'); from pathlib import Path; import os;"
        "os.environ['DJANGO_SETTINGS_MODULE'] = 'kb.settings'; import django; django.setup();"
        "from documents.curation.import_batch import _lock;"
        f"held = _lock(Path({str(folder)!r})); held.__enter__(); print('held', flush=True);"
        "time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", holding], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        assert "being carried out" in curator.post(address, follow=True).content.decode()
        holder.kill()
    curator.post(address)
    assert Document.objects.count() == 3


@pytest.mark.parametrize("publish", ["", "on"])
def test_a_step_whose_process_was_killed_before_it_said_so_is_done(
    publisher: Client, tmp_path: Path, data_folder: Path, publish: str
) -> None:
    """The record is stored, and the note of it is missing or cut short."""
    address = upload(publisher, a_jsonl(tmp_path), **({"publish": publish} if publish else {}))
    publisher.post(address)
    before = set(Document.objects.values_list("pk", "updated_at"))
    notes = next((data_folder / "uploads" / "imports").glob("*/outcomes.jsonl"))
    noted = notes.read_text("utf-8")
    first, second, _third = noted.splitlines(keepends=True)
    notes.write_text(first + second + "{'doc", "utf-8")
    page = publisher.post(address, follow=True).content.decode()
    assert "3 records stored." in page
    assert "after the plan was made" not in page
    assert set(Document.objects.values_list("pk", "updated_at")) == before
    assert notes.read_text("utf-8") == noted


def test_a_text_that_somebody_else_stored_meanwhile_is_not_taken_for_ones_own(
    publisher: Client, tmp_path: Path
) -> None:
    address = upload(publisher, a_jsonl(tmp_path))
    other = Client()
    other.force_login(a_user("olga", "documents.change_document"))
    other.post(upload(other, a_jsonl(tmp_path)))
    assert "This text was stored after the plan" in publisher.post(address, follow=True).text


def test_a_plan_that_was_cut_short_in_the_writing_is_none(tmp_path: Path) -> None:
    def items() -> Iterator[Item]:
        yield Item("a.txt", Action.SKIP)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_plan(tmp_path / "plan", items())
    assert not (tmp_path / "plan").exists()


def test_a_long_plan_is_read_by_what_is_done(curator: Client, tmp_path: Path) -> None:
    address = upload(curator, a_jsonl(tmp_path), ("empty.txt", b" "))
    page = curator.get(address, {"show": "refuse"}).content.decode()
    assert "This file is empty." in page
    assert "rows.jsonl:1" not in page
    assert "rows.jsonl:1" in curator.get(address, {"show": "nonsense"}).content.decode()


def test_the_plan_says_what_each_page_was_read_as(curator: Client, tmp_path: Path) -> None:
    page = curator.get(upload(curator, a_jsonl(tmp_path))).content.decode()
    assert "News item · 2024-03-01" in page


def test_an_update_says_which_fields_change(curator: Client, tmp_path: Path) -> None:
    curator.post(upload(curator, a_jsonl(tmp_path)))
    name, content = a_jsonl(tmp_path)
    page = curator.get(upload(curator, (name, content.replace(b"a bus ride", b"a coach ride"))))
    assert planned(page.content.decode(), "update") == 1
    assert "Changes: body." in page.content.decode()


def test_the_queries_of_a_plan_do_not_grow_with_its_steps(curator: Client, tmp_path: Path) -> None:
    short = upload(curator, a_jsonl(tmp_path))
    rows = "".join(
        f'{{"title": "Harbour {one}", "text": "Cranes turn in harbour {one}."}}\n'
        for one in range(40)
    )
    long = upload(curator, ("more.jsonl", rows.encode()))
    counts = []
    for address in (short, long):
        curator.get(address)
        with CaptureQueriesContext(connection) as seen:
            curator.get(address)
        counts.append(len(seen))
    assert counts[0] == counts[1] < 12


def changed(tmp_path: Path) -> tuple[str, bytes]:
    name, content = a_jsonl(tmp_path)
    return name, content.replace(b"a bus ride", b"a coach ride")


def test_a_public_record_is_changed_by_an_import_of_who_may_publish_only(
    client: Client, tmp_path: Path
) -> None:
    writer = a_user("cora", "documents.change_document")
    chief = a_user("pat", "documents.change_document", "documents.publish_document")
    client.force_login(chief)
    client.post(upload(client, a_jsonl(tmp_path), publishes="on"))
    client.force_login(writer)
    page = client.get(upload(client, changed(tmp_path))).content.decode()
    assert (planned(page, "update"), planned(page, "refuse")) == (0, 1)
    assert "to change it by an import needs the right to publish. These may: pat." in page
    client.force_login(chief)
    client.post(upload(client, changed(tmp_path)))
    assert Document.objects.filter(body__contains="a coach ride", status="published").count() == 1


def test_a_plan_is_carried_out_as_far_as_its_carrier_may(client: Client, tmp_path: Path) -> None:
    """Whoever has the address of a plan cannot do more with it than by a plan of one's own."""
    writer = a_user("cora", "documents.change_document")
    chief = a_user("pat", "documents.change_document", "documents.publish_document")
    client.force_login(chief)
    client.post(upload(client, a_jsonl(tmp_path), publishes="on"))
    plan = upload(client, changed(tmp_path))
    client.force_login(writer)
    page = client.post(plan, follow=True).content.decode()
    assert "needs the right to publish" in page
    assert not Document.objects.filter(body__contains="a coach ride").exists()


def test_a_draft_is_changed_by_an_import_without_that_right(
    curator: Client, tmp_path: Path
) -> None:
    curator.post(upload(curator, a_jsonl(tmp_path)))
    curator.post(upload(curator, changed(tmp_path)))
    assert Document.objects.filter(body__contains="a coach ride", status="draft").count() == 1
