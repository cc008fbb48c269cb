from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from documents.models import Document
from tests.build import NOON, a_document, a_draft, a_source, a_visibility

pytestmark = pytest.mark.django_db


def test_a_record_without_a_title_is_refused() -> None:
    with pytest.raises(IntegrityError, match="document_has_a_title"):
        a_document("")


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"kind": "poem"}, "document_kind_is_known"),
        ({"status": "gone"}, "document_status_is_known"),
        ({"access": "secret"}, "document_access_is_known"),
        ({"language": "xx"}, "document_language_is_known"),
        ({"published_at": None}, "document_published_has_a_moment"),
        ({"restricted_body": "For holders only"}, "document_restricted_text_is_licensed"),
        ({"published_precision": ""}, "document_published_on_has_a_precision"),
        ({"sorted_on": None}, "document_sorted_on_has_a_role"),
        ({"status": "withdrawn"}, "document_withdrawn_has_a_reason"),
        ({"embargo_until": NOON - timedelta(days=1)}, "document_embargo_follows_visibility"),
    ],
)
def test_the_database_keeps_the_rules_of_a_record(fields: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        a_document(**fields)


def test_a_source_without_a_basis_is_refused() -> None:
    with pytest.raises(IntegrityError, match="document_source_has_a_basis"):
        a_document(source=a_source(), source_basis="unknown")


def test_a_draft_is_visible_to_nobody() -> None:
    a_draft()
    assert not Document.objects.visible_to(a_visibility(reads_licensed=True)).exists()


def test_a_scheduled_record_appears_at_its_second() -> None:
    record = a_document(visible_from=NOON)
    before = a_visibility(NOON - timedelta(seconds=1))
    assert not Document.objects.visible_to(before).exists()
    assert list(Document.objects.visible_to(a_visibility(NOON))) == [record]


def test_an_embargoed_record_is_listed_but_not_readable_until_its_second() -> None:
    record = a_document(embargo_until=NOON + timedelta(days=1))
    assert list(Document.objects.visible_to(a_visibility())) == [record]
    assert not Document.objects.readable_by(a_visibility()).exists()
    ended = a_visibility(NOON + timedelta(days=1))
    assert list(Document.objects.readable_by(ended)) == [record]


def test_records_without_a_date_come_last() -> None:
    undated = a_document("Undated", sorted_on=None, sorted_role="")
    old = a_document("Old", sorted_on=date(2018, 1, 1))
    new = a_document("New", sorted_on=date(2025, 1, 1))
    assert list(Document.objects.newest_first()) == [new, old, undated]


def test_a_chinese_title_gives_a_readable_address() -> None:
    record = a_document("山东半岛城市群 发展报告")
    assert record.slug == "山东半岛城市群-发展报告"


def test_a_title_of_signs_gives_an_empty_slug() -> None:
    assert a_document("……").slug == ""


def test_keywords_and_tags_are_kept_apart() -> None:
    record = a_document()
    record.keywords.add("city clusters")
    record.tags.add("to read")
    assert [tag.name for tag in record.keywords.all()] == ["city clusters"]
    assert [tag.name for tag in record.tags.all()] == ["to read"]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("title", ["City clusters: 12 & more", "黄河流域 生态", "Größe", "…"])
def test_an_address_is_the_one_that_the_site_serves(title: str, language: str) -> None:
    document = Document(pk=12, title=title)
    parts = [12, document.slug] if document.slug else [12]
    with translation.override(language):
        assert document.get_absolute_url() == reverse("documents:document", args=parts)
