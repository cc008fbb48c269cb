"""The year that a page's own citation names."""

from __future__ import annotations

import pytest

from tests.ingest.dating import PARAGRAPH, read


@pytest.mark.parametrize(
    "citation",
    [
        "Berg, A. and Li, H. (2019) Ports share tugboats. Open Harbour Review, 4, 211-223.",
        'Ada Berg & Li Hua, 2019. "Ports share tugboats," Harbour Papers, vol. 31(2), pages 2-9.',
        "李华,王芳.Ports share tugboats[J].港口研究,2019,(05):61-68.",
    ],
)
def test_a_paper_without_a_date_is_of_the_year_of_its_citation(citation: str) -> None:
    draft = read("Abstract", f"{PARAGRAPH}\n\nSuggested citation\n\n{citation}")
    assert (draft.published_on.value, draft.published_precision) == ("2019", "year")


def test_a_stated_date_counts_before_the_year_of_the_citation() -> None:
    citation = "Berg, A. and Li, H. (2019) Ports share tugboats. Open Harbour Review, 4, 211-223."
    draft = read("Published: 4 January 2020", f"{PARAGRAPH}\n\n{citation}")
    assert draft.published_on.value == "2020-01-04"


def test_another_papers_year_is_none_of_this_one() -> None:
    other = "Berg, A. and Li, H. (2019) Whose quay is it? Open Harbour Review, 4, 211-223."
    assert read("Abstract", f"{PARAGRAPH}\n\n{other}").published_on.value is None
