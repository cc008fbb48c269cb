from __future__ import annotations

import pytest
from django.test import Client

from documents.curation.duplicates import propose_relations, sign
from documents.models import Relation
from tests.build import a_document, a_user
from tests.curation.imports import TEXTS
from tests.curation.pages import a_submission

pytestmark = pytest.mark.django_db

BODY = "\n\n".join(
    f"{text} In district {number}." for number in range(4) for text in TEXTS.values()
)


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(a_user("cora", "documents.change_document"))
    return client


@pytest.fixture
def relation() -> Relation:
    sign(a_document("The first text", body=BODY))
    second = a_document("The second text", body=BODY.replace("In district 3.", "In area 3.", 1))
    (proposed,) = propose_relations(second)
    return proposed


def test_what_waits_for_a_decision_is_listed(curator: Client, relation: Relation) -> None:
    page = curator.get("/curate/relations/").content.decode()
    assert f"/curate/relations/{relation.pk}/" in page
    assert "nearly the same text" in page
    assert "99%" in page


def test_both_texts_are_compared_word_by_word(curator: Client, relation: Relation) -> None:
    page = curator.get(f"/curate/relations/{relation.pk}/").content.decode()
    assert "<del>district</del>" in page
    assert "<ins>area</ins>" in page
    assert "The first text" in page
    assert "The second text" in page


@pytest.mark.parametrize(("answer", "status"), [("yes", "accepted"), ("no", "rejected")])
def test_a_curators_answer_is_stored(
    curator: Client, relation: Relation, answer: str, status: str
) -> None:
    curator.post(f"/curate/relations/{relation.pk}/", {"answer": answer})
    relation.refresh_from_db()
    assert relation.status == status
    assert relation.decided_by is not None
    assert "Nothing waits." in curator.get("/curate/relations/").content.decode()


def test_a_curator_says_how_two_records_stand(curator: Client, relation: Relation) -> None:
    address = f"/curate/relations/{relation.pk}/"
    assert '<option value="same-release-as" selected>' in curator.get(address).content.decode()
    second, first = relation.subject, relation.object
    curator.post(address, {"answer": "yes", "standing": "cites-by"})
    relation.refresh_from_db()
    assert (relation.subject, relation.kind, relation.object) == (first, "cites", second)
    assert relation.status == "accepted"


def test_a_standing_that_is_linked_already_is_refused_in_words(
    curator: Client, relation: Relation
) -> None:
    Relation.objects.create(
        subject=relation.subject, object=relation.object, kind="cites", status="accepted"
    )
    address = f"/curate/relations/{relation.pk}/"
    page = curator.post(address, {"answer": "yes", "standing": "cites"}, follow=True)
    assert "message error" in page.content.decode()
    relation.refresh_from_db()
    assert relation.status == "suggested"


def test_an_answer_that_is_none_changes_nothing(curator: Client, relation: Relation) -> None:
    curator.post(f"/curate/relations/{relation.pk}/", {"answer": "perhaps"})
    relation.refresh_from_db()
    assert relation.status == "suggested"


def test_visitors_see_no_comparison(client: Client, relation: Relation) -> None:
    assert client.get(f"/curate/relations/{relation.pk}/").status_code == 302


def test_texts_that_are_not_one_are_read_side_by_side(curator: Client) -> None:
    plan, report = a_document("A plan", body="Reeds grow."), a_document("Report", body="Cranes.")
    cited = Relation.objects.create(subject=report, object=plan, kind="cites")
    page = curator.get(f"/curate/relations/{cited.pk}/").content.decode()
    assert "Reeds grow.</pre>" in page
    assert "Cranes.</pre>" in page
    assert "What differs" not in page
    assert "The same text twice?" not in page


def test_markup_in_a_text_is_shown_as_text(curator: Client) -> None:
    sign(a_document("One", body=BODY + "<script>evil()</script>"))
    (proposed,) = propose_relations(a_document("Two", body=BODY + "<script>evil(1)</script>"))
    page = curator.get(f"/curate/relations/{proposed.pk}/").content.decode()
    assert "<script>evil" not in page


def test_a_review_names_the_records_that_hold_its_text(curator: Client) -> None:
    stored = a_document("Reed beds return", body=BODY)
    sign(stored)
    submission = a_submission("Reed beds come back\n\n" + BODY)
    page = curator.get(f"/curate/submissions/{submission.pk}/").content.decode()
    assert f'href="/curate/records/{stored.pk}/"' in page
    assert "These records seem to hold this text" in page


def test_a_review_of_a_new_text_names_none(curator: Client) -> None:
    sign(a_document("Reed beds return", body=BODY))
    page = curator.get(f"/curate/submissions/{a_submission().pk}/").content.decode()
    assert "These records seem to hold this text" not in page
