"""From a page to a draft: what holds for every page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from documents.ingest import Page, UnreadablePageError, draft_from


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "empty"),
        (" \n\t\u3000", "empty"),
        (b"", "empty"),
        ("a" * 2_200_000, "oversized"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(300), "unsupported"),
        ("text\x00with a zero", "binary"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(content: str | bytes, code: str) -> None:
    with pytest.raises(UnreadablePageError) as error:
        draft_from(Page(content))
    assert error.value.code == code
    assert str(error.value).endswith(".")


def test_the_same_page_gives_the_same_draft() -> None:
    page = Page(
        "Ports share tugboats\n\nMay 22,2020\n\nFour ports share their tugboats from now on."
    )
    assert draft_from(page) == draft_from(page)


def test_gb18030_is_read_whatever_the_page_declares() -> None:
    text = "<html><head><meta charset='gb2312'><title>港口</title></head><body><p>" + (
        "为促进港产城融合发展，结合我市实际，现提出如下意见，请认真贯彻执行。" * 3
    )
    assert "港产城" in draft_from(Page(text.encode("gb18030"))).body.value


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["Home > News", "2022-01-01", "By Li Hua", "Related Stories", "© 2022 X", "一、目标"]
        ),
        st.text(max_size=80),
        st.just(
            "Four ports have agreed to share their tugboats, which cuts waiting times by a third."
        ),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_any_lines_give_a_draft_whose_body_stands_on_the_page(lines: list[str]) -> None:
    try:
        draft = draft_from(Page("\n".join(lines)))
    except UnreadablePageError:
        return
    page = "".join(draft.page.split())
    for paragraph in draft.body.value.split("\n\n"):
        assert "".join(paragraph.split()) in page
    assert "".join(draft.title.value.split()) in page
