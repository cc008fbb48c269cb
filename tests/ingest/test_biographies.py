"""Words about the author and about the sender at the end of a text."""

from __future__ import annotations

import pytest

from documents.ingest import Draft, Page, draft_from

TEXT = (
    "The four ports on the rim of the bay have agreed to share their tugboats, which is expected "
    "to cut waiting times for bulk carriers by a third."
)


def read(*foot: str) -> Draft:
    head = ("Bay Trust", "Tugs that are shared", "By Ada Berg", "3 May 2021")
    return draft_from(Page("\n".join([*head, *[TEXT] * 3, *foot, "© 2021 Bay Trust"])))


@pytest.mark.parametrize(
    "told",
    [
        "Ada Berg teaches economic geography at Kalmar University.",
        "Dr. Ada Berg is a fellow who works on ports.",
        "Professor Ada Berg is a fellow who works on ports.",
        "Bay Trust is a group of people who have lived on the coast for thirty years.",
    ],
)
def test_a_last_paragraph_about_author_or_sender_is_no_text(told: str) -> None:
    assert told not in read(told).body.value


def test_a_paragraph_about_them_within_the_text_stays() -> None:
    told = "Bay Trust is a group of people who have lived on the coast for thirty years."
    assert told in read(told, TEXT).body.value


def test_a_biography_names_the_institution() -> None:
    (author,) = read("Ada Berg teaches geography at Kalmar University.").authors.value
    assert author.affiliations == ("Kalmar University",)


def test_a_biography_names_the_author_whom_nothing_else_does() -> None:
    page = ["Tugs that are shared", "3 May 2021", *[TEXT] * 3, "About the author"]
    told = "Ada Berg is a senior fellow at the Kalmar Institute."
    assert [one.name for one in draft_from(Page("\n".join([*page, told]))).authors.value] == [
        "Ada Berg"
    ]
