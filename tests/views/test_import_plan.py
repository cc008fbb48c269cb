from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from django.test import Client

from documents.curation import import_batch
from tests.build import a_user
from tests.curation.imports import TEXTS
from tests.ingest.making import PAGE
from tests.views.test_curate_import import a_jsonl, planned, upload

pytestmark = pytest.mark.django_db
PAGES = list(enumerate(TEXTS.items()))


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


def test_a_line_that_names_no_field_is_told_beside_the_plan_and_the_files_stay(
    curator: Client, tmp_path: Path
) -> None:
    address = upload(curator, a_jsonl(tmp_path), columns="text\ntitle=heading")
    page = curator.get(address).content.decode()
    assert "“text” names no field." in page
    assert "“title=heading” names no field." in page
    assert planned(page, "create") == 3


def test_files_over_the_bounds_of_one_import_are_named_and_the_rest_is_planned(
    curator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_batch, "FILES_LIMIT", 2)
    texts = [(f"{name}.txt", f"{title}\n\n{text}".encode()) for name, (title, text) in PAGES]
    address = upload(curator, *texts)
    page = curator.get(address).content.decode()
    assert planned(page, "create") == 2
    assert planned(page, "refuse") == 1
    assert "Choose this file again" in page
    curator.post(address, {"column": "1"})
    assert planned(curator.get(address).content.decode(), "refuse") == 1


def test_files_that_are_too_large_together_are_taken_in_up_to_the_bound(
    curator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_batch, "TOTAL_LIMIT", 2 * len(PAGE) + 10)
    page = curator.get(upload(curator, *((f"{n}.txt", PAGE.encode()) for n in range(3)))).text
    assert page.count("Choose this file again") == 1


def test_the_plan_shows_no_day_where_only_the_year_is_known(curator: Client) -> None:
    table = "title,text,date\nHarbours,The ports share cranes.,2024\nReeds,Reeds grow.,2023-05\n"
    page = curator.get(upload(curator, ("a.csv", table.encode()))).content.decode()
    assert " · 2024<" in page
    assert " · 2023-05<" in page


def test_halves_of_uploads_that_a_killed_server_left_are_swept_after_a_day(
    curator: Client, tmp_path: Path, data_folder: Path
) -> None:
    old, new = (data_folder / "arriving" / name for name in ("old.upload", "new.upload"))
    for half in (old, new):
        half.write_bytes(b"half")
    two_days_ago = time.time() - 2 * import_batch.ARRIVING_SECONDS
    os.utime(old, (two_days_ago, two_days_ago))
    upload(curator, a_jsonl(tmp_path))
    assert not old.exists()
    assert new.exists()
