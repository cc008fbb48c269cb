from __future__ import annotations

from datetime import date

import pytest

from documents.curation.duplicates import propose_relations, sign
from documents.curation.relating import decide_relation
from documents.models import Document, Relation, Signature, SignatureBand
from tests.build import NOON, a_document, a_source, a_user
from tests.curation.imports import TEXTS

pytestmark = pytest.mark.django_db

TITLE, TEXT = next(iter(TEXTS.items()))
LONG = " ".join(f"{text} In district {number}." for number in range(4) for text in TEXTS.values())


def related(document: Document) -> list[tuple[str, str, str]]:
    propose_relations(document)
    found = Relation.objects.order_by("pk")
    return [(one.subject.title, one.rule, one.object.title) for one in found]


def test_one_release_on_two_sites_is_proposed_not_decided() -> None:
    first = a_document(
        "On the coast site", body=LONG, source=a_source("Coast"), source_basis="stated"
    )
    sign(first)
    second = a_document(
        "On the port site", body=LONG, source=a_source("Port"), source_basis="stated"
    )
    assert related(second) == [("On the port site", "same-release", "On the coast site")]
    relation = Relation.objects.get()
    assert (relation.status, relation.kind) == ("suggested", "same-release-as")
    assert relation.confidence == 1.0


def test_a_corrected_text_is_the_new_version_of_the_older_one() -> None:
    older = a_document(TITLE, body=LONG, published_on=date(2024, 3, 1))
    sign(older)
    newer = a_document(TITLE, body=LONG.replace("eleven", "twelve"), published_on=date(2024, 4, 9))
    propose_relations(newer)
    relation = Relation.objects.get()
    assert (relation.subject, relation.object) == (newer, older)
    assert relation.kind == "new-version-of"
    assert 0.9 < relation.confidence < 1


def test_an_older_version_that_comes_in_later_is_the_object() -> None:
    newer = a_document(TITLE, body=LONG, published_on=date(2024, 4, 9))
    sign(newer)
    older = a_document(TITLE, body=LONG.replace("eleven", "ten"), published_on=date(2024, 3, 1))
    propose_relations(older)
    assert Relation.objects.get().subject == newer


def test_a_translation_is_found_by_day_and_figures() -> None:
    chinese = a_document(
        "半岛城市群人口",
        language="zh",
        body="2023年半岛城市群常住人口1.02亿人，生产总值9.2万亿元，增长6.0%，投资3450亿元。",
    )
    sign(chinese)
    english = a_document(
        "People of the peninsula",
        body="102 million people lived there in 2023. Output was 9.2 trillion yuan, up 6.0%, "
        "and investment 345 billion.",
    )
    propose_relations(english)
    relation = Relation.objects.get()
    assert (relation.subject, relation.kind, relation.object) == (
        english,
        "translation-of",
        chinese,
    )
    assert "9.2 trillion" in relation.quote


def test_texts_about_one_thing_are_not_related() -> None:
    first = a_document(TITLE, body=TEXT)
    sign(first)
    assert related(a_document("Reeds", body=list(TEXTS.values())[1])) == []


def test_a_no_is_never_asked_again_from_either_side() -> None:
    first, second = a_document("One", body=LONG), a_document("Two", body=LONG)
    sign(first)
    (relation,) = propose_relations(second)
    decide_relation(relation, Relation.Status.REJECTED, by=a_user(), now=NOON)
    assert propose_relations(first) == []
    assert propose_relations(second) == []
    relation.refresh_from_db()
    assert (relation.status, relation.decided_at) == ("rejected", NOON)


def test_a_yes_accepts_the_relation() -> None:
    first, second = a_document("One", body=LONG), a_document("Two", body=LONG)
    sign(first)
    (relation,) = propose_relations(second)
    user = a_user()
    decide_relation(relation, Relation.Status.ACCEPTED, by=user, now=NOON)
    assert Relation.objects.get(status="accepted").decided_by == user


def test_records_in_the_trash_are_nobodys_copies() -> None:
    sign(a_document("One", body=LONG, status="trashed"))
    assert related(a_document("Two", body=LONG)) == []


def test_a_signature_follows_the_text_and_is_written_once() -> None:
    document = a_document("One", body=LONG)
    before = sign(document)
    bands = set(SignatureBand.objects.values_list("pk", flat=True))
    assert sign(document) == before
    assert set(SignatureBand.objects.values_list("pk", flat=True)) == bands
    document.body = TEXT
    assert sign(document) != before
    assert Signature.objects.count() == 1
