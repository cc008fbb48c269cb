"""The figures of a record follow its text."""

from __future__ import annotations

import pytest

from documents.curation.linking import relink
from tests.build import a_draft, a_topic

pytestmark = pytest.mark.django_db


def test_a_figure_is_stored_with_its_sentence_topic_and_year() -> None:
    jinan = a_topic("jinan", en="Jinan")
    document = a_draft(title="A title", body="It rained. By 2025 Jinan is to plant 4,200 hectares.")
    relink(document)
    figure = document.figures.get()
    assert (figure.value, figure.unit, figure.due_year) == (4200, "hectares", 2025)
    assert figure.as_written == "4,200 hectares" == document.body[figure.start : figure.end]
    assert figure.quote == "By 2025 Jinan is to plant 4,200 hectares."
    assert figure.topic == jinan


def test_figures_go_with_their_sentence_and_equal_ones_are_not_written_anew() -> None:
    document = a_draft(title="A title", body="It has 300 firms. It pays 20 percent.")
    relink(document)
    before = list(document.figures.values_list("pk", flat=True))
    relink(document)
    assert list(document.figures.values_list("pk", flat=True)) == before
    document.body = "It has 300 firms."
    relink(document)
    assert [figure.value for figure in document.figures.all()] == [300]


def test_a_figure_of_the_licensed_text_is_restricted() -> None:
    document = a_draft(
        title="A title", body="Teaser.", restricted_body="It has 300 firms.", access="licensed"
    )
    relink(document)
    assert document.figures.get().is_restricted
