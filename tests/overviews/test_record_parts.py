from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from documents.curation.linking import relink
from documents.models import Figure, Image, IssuingBody, Mention
from documents.overviews.record_parts import (
    Caption,
    Named,
    Parts,
    StatedFigure,
    Word,
    load_parts,
)
from tests.build import a_document, a_visibility

pytestmark = pytest.mark.django_db


def test_every_small_list_comes_in_its_own_order_by_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    document = a_document()
    for position, name in enumerate(["Zhejiang Office", "Anhui Office"]):
        IssuingBody.objects.create(document=document, position=position, name=name)
    Image.objects.create(document=document, position=1, caption="A harbour", credit="Photo: A.")
    Image.objects.create(document=document, position=0, file_name="17.jpg")
    document.keywords.add("hydrogen")
    document.tags.add("to compare")
    with django_assert_num_queries(1):
        parts = load_parts(document, a_visibility())
    assert parts == Parts(
        issuing_bodies=("Zhejiang Office", "Anhui Office"),
        captions=(Caption("17.jpg", ""), Caption("A harbour", "Photo: A.")),
        keywords=(Word("hydrogen", "hydrogen"),),
        tags=(Word("to compare", "to-compare"),),
    )


def test_figures_of_licensed_text_are_for_entitled_readers() -> None:
    document = a_document(access="licensed", restricted_body="65 percent of all.")
    Figure.objects.create(
        document=document,
        zone="restricted",
        start=0,
        end=10,
        value=65,
        as_written="65 percent",
        what="of all",
        quote="65 percent of all.",
        is_restricted=True,
    )
    assert load_parts(document, a_visibility()).figures == ()
    assert load_parts(document, a_visibility(reads_licensed=True)).figures == (
        StatedFigure("65 percent", "of all", "65 percent of all."),
    )


def test_people_and_organisations_are_named_once_with_sentence_and_role() -> None:
    body = (
        "Ada Lowell, Director of the Reed Office, spoke. Professor Ada Lowell stayed. "
        "Teams from Reedbank University came, and Reedbank University paid."
    )
    document = a_document("Reed", body=body)
    relink(document)
    parts = load_parts(document, a_visibility())
    assert parts.people == (
        Named(
            "Ada Lowell",
            "Director of the Reed Office",
            "Ada Lowell, Director of the Reed Office, spoke.",
        ),
    )
    assert [one.name for one in parts.organisations] == ["Reedbank University"]


def test_names_of_licensed_text_are_for_entitled_readers() -> None:
    document = a_document(
        access="licensed", body="The teaser.", restricted_body="Professor Ada Lowell spoke."
    )
    relink(document)
    assert load_parts(document, a_visibility()).people == ()
    (one,) = load_parts(document, a_visibility(reads_licensed=True)).people
    assert one.name == "Ada Lowell"


def test_a_name_that_a_curator_rejected_is_not_shown() -> None:
    document = a_document(body="Professor Ada Lowell spoke.")
    relink(document)
    mention = Mention.objects.get(kind="person")
    mention.status = Mention.Status.REJECTED
    mention.save()
    relink(document)
    assert load_parts(document, a_visibility()).people == ()
