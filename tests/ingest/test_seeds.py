"""The five pages that started the project, read as a careful librarian would."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import yaml

from documents.ingest import Draft, KnownSource, Page, draft_from
from documents.ingest.shape import key
from tests.material import seed, shared

DRC = KnownSource(
    "drc", "Development Research Center of the State Council", ("DRC",), ("drc.gov.cn",), "report"
)
SEEDS = range(5)


@cache
def read(number: int) -> Draft:
    return draft_from(Page(seed(number)), (DRC,))


def gold(number: int) -> dict[str, Any]:
    path = shared("seeds", "gold.yaml")
    record: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))[number]
    return record


def plain(text: str | None) -> str:
    return key((text or "").replace("’", "'"))


@pytest.mark.parametrize("number", SEEDS)
def test_kind_title_and_language_are_right(number: int) -> None:
    draft, want = read(number), gold(number)
    assert draft.kind.value == want["kind"]
    assert draft.title.value == want["title"]
    assert draft.language.value == want["language"]


@pytest.mark.parametrize("number", SEEDS)
def test_the_source_is_named_or_left_open(number: int) -> None:
    draft, want = read(number), gold(number)
    if want["source"] is None:
        assert draft.source.value is None
        assert draft.source_basis == "unknown"
    else:
        assert plain(draft.source.value) in plain(want["source"])
    if want.get("source_confidence") == "inferred":
        assert draft.source_basis == "inferred"


@pytest.mark.parametrize("number", SEEDS)
def test_the_dates_have_their_roles_and_precision(number: int) -> None:
    have = {(fact.role, fact.iso, fact.precision) for fact in read(number).dates}
    assert have == {(d["role"], str(d["iso"]), d["precision"]) for d in gold(number)["dates"]}


@pytest.mark.parametrize("number", SEEDS)
def test_a_record_is_sorted_by_its_own_date(number: int) -> None:
    want = gold(number)["sorted_on"]
    assert read(number).sorted_on.value == (str(want) if want else None)


def test_an_event_is_no_date_of_publication() -> None:
    assert read(2).published_on.value is None


def test_the_undated_brief_stays_undated() -> None:
    assert read(4).published_on.value is None
    assert read(4).dates == ()


def test_the_report_keeps_its_number_and_total() -> None:
    draft, want = read(0), gold(0)["series"]
    assert draft.series.value == want["name"]
    assert draft.number.value == f"No.{want['number']} {want['year']}"
    assert draft.total_number.value == want["total_number"]


def test_the_report_keeps_its_authors_with_group_and_institution() -> None:
    have = [
        (one.name, one.group, plain("".join(one.affiliations))) for one in read(0).authors.value
    ]
    want = [
        (one["name"], one.get("group", ""), plain(one["institution"])) for one in gold(0)["authors"]
    ]
    assert have == want


@pytest.mark.parametrize("number", range(1, 5))
def test_people_in_the_text_are_no_authors(number: int) -> None:
    assert read(number).authors.value == ()


def test_the_report_is_an_abstract_without_its_label() -> None:
    draft, want = read(0), gold(0)["abstract"]
    assert draft.body_kind == "abstract"
    assert draft.abstract.value.startswith(want["starts"])
    assert draft.abstract.value.endswith(want["ends"])
    assert list(draft.keywords.value) == gold(0)["keywords"]


@pytest.mark.parametrize("number", range(1, 5))
def test_the_paragraphs_stand_in_order_from_first_to_last(number: int) -> None:
    draft, want = read(number), gold(number)["body"]
    paragraphs = draft.body.value.split("\n\n")
    assert len(paragraphs) == want.get("paragraphs", want.get("bullets"))
    assert paragraphs[0].lstrip("• ").startswith(want["starts"])
    assert paragraphs[-1].endswith(want["ends"])
    assert draft.body_kind == gold(number)["body_kind"]


@pytest.mark.parametrize("number", SEEDS)
def test_chrome_reaches_neither_body_nor_abstract(number: int) -> None:
    draft = read(number)
    for line in gold(number)["drop"]:
        assert line not in draft.body.value
        assert line not in draft.abstract.value
        assert not plain(line) or any(plain(line) in plain(one.line) for one in draft.dropped)


def test_the_caption_keeps_its_credit_and_file() -> None:
    want = gold(1)["captions"][0]
    (have,) = read(1).captions
    assert (have.text, have.credit, have.file_name) == (
        want["text"],
        want["credit"],
        want["image_file"],
    )


@pytest.mark.parametrize("number", SEEDS)
def test_related_titles_are_listed_only_where_the_page_has_them(number: int) -> None:
    assert list(read(number).related_titles.value) == gold(number)["related"]


@pytest.mark.parametrize("number", SEEDS)
def test_access_is_licensed_only_where_the_page_says_so(number: int) -> None:
    have, want = read(number).access.value, gold(number)["access"]
    assert (have.level, have.note or None) == (want["level"], want["note"])
    assert (have.note_language or None) == want.get("note_language")


@pytest.mark.parametrize("number", SEEDS)
def test_every_value_shows_a_line_of_the_page(number: int) -> None:
    draft = read(number)
    lines = draft.page.split("\n")
    for found in (draft.title, draft.number, draft.published_on, draft.authors, draft.keywords):
        if found.at:
            assert lines[found.at - 1] == found.line
            assert 0 < found.confidence <= 1
