from __future__ import annotations

from datetime import date

import pytest

from documents.exports.citation import cite_document
from tests.build import a_document, a_source

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def test_a_chinese_record_names_its_source_in_chinese() -> None:
    source = a_source(name_zh="测试研究院")
    document = a_document(language="zh", source=source, source_basis="stated")
    assert cite_document(document, [], "https://kb.example.org/1", TODAY).publisher == "测试研究院"


def test_the_page_it_came_from_goes_before_our_own_address() -> None:
    document = a_document(source_url="https://example.org/page")
    cited = cite_document(document, [], "https://kb.example.org/1", TODAY)
    assert cited.address == "https://example.org/page"


def test_an_undated_record_has_no_date() -> None:
    document = a_document(published_on=None, published_precision="", sorted_on=None, sorted_role="")
    cited = cite_document(document, [], "https://kb.example.org/1", TODAY)
    assert (cited.year, cited.iso_date) == ("", "")
