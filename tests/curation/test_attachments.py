from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from documents.curation import attachments
from documents.curation.attachments import DamagedOriginalError, keep_original, open_original
from documents.ingest import UnreadablePageError
from documents.ingest.media import Media
from documents.models import Attachment

pytestmark = pytest.mark.django_db


def test_the_same_bytes_are_kept_once_under_their_checksum() -> None:
    first = keep_original(b"<p>one</p>", "a.html", Media.HTML)
    assert keep_original(b"<p>one</p>", "b.html", Media.HTML) == first
    assert Attachment.objects.count() == 1
    assert first.file.name == f"originals/{first.checksum[:2]}/{first.checksum}"
    with open_original(first) as kept:
        assert kept.read() == b"<p>one</p>"


def test_a_name_on_the_disk_holds_nothing_of_the_uploads(data_folder: Path) -> None:
    keep_original(b"text", "../../evil.html", Media.TEXT)
    assert [path.name for path in data_folder.rglob("*evil*")] == []


def test_what_is_of_no_type_that_is_taken_in_is_not_kept() -> None:
    with pytest.raises(UnreadablePageError):
        keep_original(b"MZ", "a.exe", "application/x-msdownload")
    assert not Attachment.objects.exists()


def test_a_kept_file_that_was_changed_or_lost_is_noticed() -> None:
    kept = keep_original(b"as it came", "a.txt", Media.TEXT)
    Path(kept.file.path).write_bytes(b"as it went")
    with pytest.raises(DamagedOriginalError):
        open_original(kept)
    Path(kept.file.path).unlink()
    with pytest.raises(DamagedOriginalError):
        open_original(kept)


def test_bytes_that_an_interrupted_import_left_are_written_anew() -> None:
    kept = keep_original(b"as it came", "a.txt", Media.TEXT)
    Path(kept.file.path).write_bytes(b"as it")
    kept.delete()
    with open_original(keep_original(b"as it came", "a.txt", Media.TEXT)) as file:
        assert file.read() == b"as it came"


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_a_kept_file_that_was_lost_or_damaged_is_mended_when_it_comes_again(
    harm: Callable[[Path], object],
) -> None:
    kept = keep_original(b"as it came", "a.txt", Media.TEXT)
    harm(Path(kept.file.path))
    assert keep_original(b"as it came", "a.txt", Media.TEXT) == kept
    with open_original(kept) as file:
        assert file.read() == b"as it came"


def test_the_same_file_stored_by_two_at_once_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other import is done between our look and our writing."""
    store = attachments._store

    def meanwhile(attachment: Attachment, content: bytes) -> None:
        monkeypatch.setattr(attachments, "_store", store)
        keep_original(content, "other.txt", "text/plain")
        store(attachment, content)

    monkeypatch.setattr(attachments, "_store", meanwhile)
    kept = keep_original(b"A page.", "page.txt", "text/plain")
    assert Attachment.objects.get() == kept
    with open_original(kept) as original:
        assert original.read() == b"A page."
