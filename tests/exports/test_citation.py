from __future__ import annotations

from datetime import date

import pytest

from documents.exports.citation import cite_document
from tests.build import a_document, a_source
from tests.exports.citations import a_citation

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def test_a_chinese_record_names_its_source_in_chinese() -> None:
    source = a_source(name_zh="测试研究院")
    document = a_document(language="zh", source=source, source_basis="stated")
    assert (
        cite_document(document, [], [], "https://kb.example.org/1", TODAY).publisher == "测试研究院"
    )


def test_the_page_it_came_from_goes_before_our_own_address() -> None:
    document = a_document(source_url="https://example.org/page")
    cited = cite_document(document, [], [], "https://kb.example.org/1", TODAY)
    assert cited.address == "https://example.org/page"


def test_an_undated_record_has_no_date() -> None:
    document = a_document(published_on=None, published_precision="", sorted_on=None, sorted_role="")
    cited = cite_document(document, [], [], "https://kb.example.org/1", TODAY)
    assert (cited.year, cited.iso_date) == ("", "")


def test_a_record_dated_by_a_month_is_cited_by_no_day() -> None:
    document = a_document(published_on=None, published_precision="", sorted_on=date(2023, 2, 1))
    cited = cite_document(document, [], [], "https://kb.example.org/1", TODAY, "month")
    assert cited.iso_date == "2023-02"


@pytest.mark.parametrize(("kind", "bodies"), [("policy", ("State Council",)), ("news", ())])
def test_who_issued_a_policy_answers_for_its_text_but_not_for_the_news_of_it(
    kind: str, bodies: tuple[str, ...]
) -> None:
    cited = cite_document(a_document(kind=kind), [], ["State Council"], "https://a.example/", TODAY)
    assert cited.bodies == bodies


def test_whoever_published_answers_for_a_text_without_authors_and_is_named_once() -> None:
    cited = a_citation(authors=(), bodies=())
    assert [name.family for name in cited.creators] == ["Development Research Center"]
    assert cited.carrier == ""


def test_people_go_before_the_bodies_that_issued_a_text() -> None:
    cited = a_citation(bodies=("State Council",))
    assert [name.family for name in cited.creators] == ["Li", "Wang"]
    assert cited.carrier == "Development Research Center"
