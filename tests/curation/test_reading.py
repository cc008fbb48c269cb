"""A long text is read in a process with limits, a short one at once, both alike."""

from __future__ import annotations

import pytest

from documents.curation import reading
from documents.curation.reading import LARGE, draft_of, zones_of
from documents.curation.submissions import submit
from documents.ingest import UnreadablePageError
from documents.ingest.media import Media
from documents.models import Submission
from tests.build import a_source
from tests.ingest.making import PAGE

pytestmark = pytest.mark.django_db


def in_this_process(*arguments: object) -> None:
    raise AssertionError("read in this process")


def test_a_long_text_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "draft_from", in_this_process)
    draft = draft_of(Submission(raw=PAGE + "\n\nCranes turn in the harbour." * (LARGE // 20)))
    assert draft.title.value == "Harbours share their cranes"


def test_a_short_text_is_read_at_once_to_the_same_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = draft_of(Submission(raw=PAGE))
    monkeypatch.setattr(reading, "LARGE", 0)
    reading.drafted.cache_clear()
    assert draft_of(Submission(raw=PAGE)) == at_once


def test_a_long_text_that_cannot_be_read_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadablePageError, match="no text"):
        draft_of(submit("<html><body>" + "<div>" * LARGE + "x", by=None))


def test_the_pasted_source_of_a_page_is_read_as_the_page() -> None:
    text = "The ports of Qingdao and Yantai share cranes and berths since the spring of 2019."
    source = f"<html><body><h1>Harbours share cranes</h1><p>{text}</p><p>{text}</p></body></html>"
    submission = submit(source, by=None)
    assert submission.media_type == Media.HTML
    draft = draft_of(submission)
    assert draft.title.value == "Harbours share cranes"
    assert "<p>" not in draft.body.value


def test_a_text_is_read_once_for_its_page_loaded_ahead_and_the_form_that_comes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading.drafted.cache_clear()
    ahead = draft_of(Submission(raw=PAGE))
    monkeypatch.setattr(reading, "draft_from", in_this_process)
    assert draft_of(Submission(raw=PAGE)) is ahead


def test_a_source_that_came_since_is_read_for(monkeypatch: pytest.MonkeyPatch) -> None:
    draft_of(Submission(raw=PAGE))
    a_source("Another institute")
    monkeypatch.setattr(reading, "draft_from", in_this_process)
    with pytest.raises(AssertionError, match="in this process"):
        draft_of(Submission(raw=PAGE))


def test_a_title_made_of_first_words_proves_nothing() -> None:
    text = "The ports of Qingdao and Yantai share their cranes and their berths, 30 in all, "
    draft = draft_of(Submission(raw=f"{text}since the spring of 2019, when both ran short."))
    assert draft.title.value.endswith("…")
    assert [zone.name for zone in zones_of(draft)] == ["body"]
