from __future__ import annotations

import json

import pytest

from documents.ingest.columns import map_columns
from documents.ingest.draft import Author, KnownSource, UnreadablePageError
from documents.ingest.readers.tables import Row
from documents.ingest.rows import Layout, RowRead, draft_from_row, read_row
from tests.ingest.making import HAN_PAGE, LINE, PAGE

COAST = KnownSource("coast", "Centre for Coastal Studies", ("海岸研究中心",), ("coast.example",))


def read(kind: str = "", **cells: str) -> RowRead:
    values = {"title": "Harbours share cranes", "text": LINE} | cells
    return read_row(Row(7, values), Layout(map_columns(tuple(values)), kind), (COAST,))


@pytest.mark.parametrize(
    ("written", "iso", "precision"),
    [
        ("2024-03-05", "2024-03-05", "day"),
        ("20240305", "2024-03-05", "day"),
        ("2024年3月5日", "2024-03-05", "day"),
        ("March 2024", "2024-03", "month"),
        ("2024-03", "2024-03", "month"),
        ("2024/3", "2024-03", "month"),
        ("2024", "2024", "year"),
        ("2024-03-05 08:30:00", "2024-03-05", "second"),
    ],
)
def test_a_date_keeps_its_precision(written: str, iso: str, precision: str) -> None:
    draft = read(date=written).draft
    assert draft
    assert (draft.published_on.value, draft.published_precision) == (iso, precision)


def test_a_year_column_dates_to_the_year_unless_a_date_is_there() -> None:
    only = read(year="1954").draft
    assert only
    assert (only.published_on.value, only.published_precision) == ("1954", "year")
    both = read(year="1954", date="1954-09-23").draft
    assert both
    assert both.published_on.value == "1954-09-23"


def test_no_date_in_the_row_is_no_date_in_the_draft() -> None:
    draft = read(date="", year="None").draft
    assert draft
    assert (draft.published_on.value, draft.dates) == (None, ())


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"text": ""}, "no text"),
        ({"text": "x" * 2_100_000}, "over 2 MB"),
        ({"url": "javascript:alert(1)"}, "no web address"),
        ({"date": "soon"}, "date of this row cannot be read"),
        ({"access": "perhaps"}, "access of this row is not understood"),
    ],
)
def test_a_row_that_cannot_be_a_record_is_refused(cells: dict[str, str], sentence: str) -> None:
    read_as = read(**cells)
    assert read_as.draft is None
    assert sentence in read_as.refused
    assert read_as.line == 7


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("government work report", "report"),
        ("地方性法规", "policy"),
        ("press release", "release"),
        ("News", "news"),
    ],
)
def test_the_kind_is_what_the_column_says(type_: str, kind: str) -> None:
    draft = read("brief", type=type_).draft
    assert draft
    assert draft.kind.value == kind


def test_a_given_kind_holds_where_no_column_says_one() -> None:
    draft = read("brief").draft
    assert draft
    assert draft.kind.value == "brief"


@pytest.mark.parametrize(
    ("cells", "slug", "basis"),
    [
        ({"source": "海岸研究中心"}, "coast", "stated"),
        ({"url": "https://www.coast.example/a"}, "coast", "inferred"),
        ({"source": "Somebody else"}, None, "stated"),
        ({"url": "https://notcoast.example/a"}, None, "unknown"),
    ],
)
def test_the_source_is_stated_or_inferred_from_the_address(
    cells: dict[str, str], slug: str | None, basis: str
) -> None:
    draft = read(**cells).draft
    assert draft
    assert (draft.source_slug, draft.source_basis) == (slug, basis)


@pytest.mark.parametrize("access", ["licensed", "Subscribers only", "依申请公开", "内部资料"])
def test_the_text_of_a_licensed_row_is_for_holders_and_its_abstract_is_public(access: str) -> None:
    draft = read(access=access, abstract="On cranes.").draft
    assert draft is not None
    assert draft.access.value.level == "licensed"
    assert (draft.body.value, draft.restricted_body) == ("", LINE)
    assert (draft.abstract.value, draft.body_kind) == ("On cranes.", "abstract")


@pytest.mark.parametrize("access", ["", "Open", "CC BY 4.0", "主动公开"])
def test_the_text_of_an_open_row_is_public(access: str) -> None:
    draft = read(access=access).draft
    assert draft is not None
    assert (draft.access.value.level, draft.restricted_body) == ("open", "")
    assert draft.body.value == LINE


def test_a_licensed_row_without_a_title_keeps_the_page_it_holds_from_the_public() -> None:
    draft = read(title="", text=PAGE, access="licensed").draft
    assert draft is not None
    assert draft.access.value.level == "licensed"
    assert draft.title.value
    assert draft.restricted_body
    assert not draft.body.value


def test_lists_are_parted_at_semicolons_else_at_commas() -> None:
    draft = read(authors="Zhao, Ming; Li Hua", keywords="ports，freight").draft
    assert draft
    assert draft.authors.value == (Author("Zhao, Ming"), Author("Li Hua"))
    assert draft.keywords.value == ("ports", "freight")


def test_a_row_without_a_title_is_read_as_a_page() -> None:
    draft = read(title="", text=PAGE).draft
    assert draft
    assert draft.title.value == "Harbours share their cranes"


def test_what_the_columns_state_holds_over_what_is_read_in_a_page_without_a_title() -> None:
    plain = read(title="", text=PAGE).draft
    draft = read(title="", text=PAGE, date="2019-04", number="No. 9", type="report").draft
    assert plain
    assert draft
    assert draft.title == plain.title
    assert draft.body == plain.body
    assert (draft.published_on.value, draft.published_precision) == ("2019-04", "month")
    assert (draft.number.value, draft.kind.value) == ("No. 9", "report")


def test_the_language_is_stated_or_told_by_the_script() -> None:
    stated, told = read(language="zh-CN").draft, read(text=HAN_PAGE).draft
    assert stated
    assert told
    assert (stated.language.value, told.language.value) == ("zh", "zh")


def test_a_stored_row_gives_its_draft_again() -> None:
    row = read(date="2024-03-05")
    again = draft_from_row(row.raw, (COAST,))
    assert row.draft
    assert (again.title.value, again.published_on.value) == (
        row.draft.title.value,
        row.draft.published_on.value,
    )


@pytest.mark.parametrize("raw", ["no json", "[]", json.dumps({"a": "b"})])
def test_a_stored_row_that_says_nothing_is_refused(raw: str) -> None:
    with pytest.raises(UnreadablePageError):
        draft_from_row(raw)
