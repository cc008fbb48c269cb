from __future__ import annotations

import pytest

from documents.ingest.data_text import data_kind
from documents.ingest.draft import UnreadablePageError
from documents.ingest.media import Media, media_of
from tests.ingest.making import HAN_PAGE, PAGE, a_zip
from tests.material import shared

YAML = """# regions
- id: harbour
  names:
    en: The harbour
    zh: 港口
  members: [a, b]
- id: delta
  names:
    en: The delta
"""
INI = '[server]\nport = 80\nname = "a"\n[client]\nretries = 3\nwait = 5\n'
MAIL = (
    "Return-Path: <a@example.org>\nReceived: from b by c; Mon, 3 Jun 2024 10:00:00 +0800\n"
    "From: a@example.org\nTo: b@example.org\nSubject: Harbours\nDate: Mon, 3 Jun 2024\n"
    "MIME-Version: 1.0\nContent-Type: text/plain\n\nThe ports share cranes.\n"
)
SUBTITLES = (
    "1\n00:00:01,000 --> 00:00:03,000\nThe ports share cranes.\n\n"
    "2\n00:00:04,000 --> 00:00:06,500\nAnd berths.\n"
)
LABELS = """Harbours share their cranes

Source: Bohai Daily
Date: 3 June 2024
Author: Zhao Ming

Highlights:
- twelve cranes
- five berths

The ports of Qingdao and Yantai share cranes and berths since the spring of 2019.
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (YAML, "settings"),
        ("---\ntitle: a\nlist:\n  - one\n  - two\nmore:\n  key: value\n", "settings"),
        (INI, "settings"),
        (MAIL, "mail"),
        (SUBTITLES, "subtitles"),
        (LABELS, ""),
        (PAGE, ""),
        (HAN_PAGE, ""),
        ("", ""),
    ],
)
def test_data_for_programs_is_told_from_a_page(text: str, kind: str) -> None:
    assert data_kind(text) == kind


@pytest.mark.parametrize("text", [YAML, INI, MAIL, SUBTITLES])
def test_data_is_refused_with_what_to_do_whatever_its_name(text: str) -> None:
    with pytest.raises(UnreadablePageError) as refused:
        media_of(text.encode(), "page.txt")
    assert refused.value.code == "unsupported"


def test_no_page_of_the_labelled_ones_is_taken_for_data() -> None:
    folder = shared("ingest", "dev")
    pages = [path for path in folder.rglob("*") if path.suffix in (".txt", ".html")]
    assert len(pages) > 20
    assert not [path.name for path in pages if data_kind(path.read_text("utf-8", "replace"))]


def test_a_vocabulary_in_yaml_is_refused() -> None:
    path = shared("ingest", "clusters.yaml")
    with pytest.raises(UnreadablePageError, match="settings for programs"):
        media_of(path.read_bytes(), path.name)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"mimetype": b"application/epub+zip"}, "e-book"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"Index/Document.iwa": b"x"}, "Pages"),
    ],
)
def test_other_office_files_are_called_by_their_name(
    parts: dict[str, bytes], sentence: str
) -> None:
    with pytest.raises(UnreadablePageError, match=sentence):
        media_of(a_zip(parts))


def test_an_object_over_several_lines_is_a_table() -> None:
    assert media_of(b'{\n "title": "Harbours",\n "text": "They share."\n}') is Media.JSON
