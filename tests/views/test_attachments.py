from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from documents.curation.attachments import keep_original
from documents.ingest.media import Media
from tests.build import a_user
from tests.curation.imports import applied, plan_of
from tests.ingest.making import PAGE

pytestmark = pytest.mark.django_db

EVIL = b"<script>alert(1)</script>"


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


def test_an_original_is_only_ever_downloaded(curator: Client) -> None:
    kept = keep_original(EVIL, "page of a site.html", Media.HTML)
    answer = curator.get(f"/curate/originals/{kept.checksum}/")
    assert b"".join(answer.streaming_content) == EVIL  # type: ignore[attr-defined]
    assert answer["Content-Disposition"] == 'attachment; filename="page of a site.html"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert int(answer["Content-Length"]) == len(EVIL)


def test_visitors_get_no_originals(client: Client) -> None:
    kept = keep_original(EVIL, "a.html", Media.HTML)
    assert client.get(f"/curate/originals/{kept.checksum}/").status_code == 302
    client.force_login(a_user("vic"))
    assert client.get(f"/curate/originals/{kept.checksum}/").status_code == 403


def test_a_changed_or_unknown_file_is_not_found(curator: Client) -> None:
    kept = keep_original(EVIL, "a.html", Media.HTML)
    Path(kept.file.path).write_bytes(b"other")
    assert curator.get(f"/curate/originals/{kept.checksum}/").status_code == 404
    assert curator.get("/curate/originals/../../settings.py/").status_code == 404


def test_the_record_of_an_uploaded_file_leads_to_its_original(
    curator: Client, tmp_path: Path
) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (outcome,) = applied(plan_of(tmp_path / "page.txt", folder=tmp_path / "plan"))
    assert outcome.document
    kept = outcome.document.submission.attachment
    assert kept
    page = curator.get(f"/curate/records/{outcome.document.pk}/").content.decode()
    assert f'href="/curate/originals/{kept.checksum}/"' in page
