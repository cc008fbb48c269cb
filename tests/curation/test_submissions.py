from __future__ import annotations

import pytest

from documents.curation import DuplicateTextError, set_aside, submit, take_up
from documents.ingest import UnreadablePageError
from documents.models import Submission
from tests.curation.pages import REPORT

pytestmark = pytest.mark.django_db


def test_a_text_is_kept_word_for_word() -> None:
    assert submit(REPORT, by=None).raw == REPORT


def test_the_line_ends_that_a_browser_sends_are_taken_back() -> None:
    assert submit(REPORT.replace("\n", "\r\n"), by=None).raw == REPORT


def test_the_same_text_is_stored_once_whatever_its_line_ends() -> None:
    first = submit(REPORT, by=None)
    with pytest.raises(DuplicateTextError) as refusal:
        submit(REPORT.replace("\n", " \r\n"), by=None)
    assert refusal.value.submission == first
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("山" * 700_000, "oversized"),
        ("%PDF-1.7 obj", "binary"),
        ("PK\x03\x04word/document.xml", "binary"),
        ("text\0text", "binary"),
        ("\ufffd\x01\x02" * 40, "binary"),
    ],
)
def test_what_is_no_page_is_refused_with_a_sentence(text: str, code: str) -> None:
    with pytest.raises(UnreadablePageError) as refusal:
        submit(text, by=None)
    assert refusal.value.code == code
    assert str(refusal.value).endswith(".")


def test_two_megabytes_are_enough() -> None:
    text = "a line of text\n" * 139_810
    assert len(text) <= 2 * 1024 * 1024
    assert submit(text, by=None).pk


def test_a_submission_set_aside_can_be_taken_up_again() -> None:
    submission = submit(REPORT, by=None)
    set_aside(submission)
    submission.refresh_from_db()
    assert submission.state == Submission.State.REFUSED
    take_up(submission)
    submission.refresh_from_db()
    assert submission.state == Submission.State.OPEN
