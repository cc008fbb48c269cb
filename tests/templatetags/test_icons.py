from __future__ import annotations

from documents.models import Document
from documents.templatetags.icons import KIND_ICONS, icon, kind


def test_an_icon_is_decoration_without_inline_style() -> None:
    drawn = icon("search")
    assert 'aria-hidden="true"' in drawn
    assert "style=" not in drawn


def test_every_kind_of_record_has_an_icon() -> None:
    assert set(KIND_ICONS) == set(Document.Kind.values)
    assert "Official policy" in kind(Document(kind="policy"))
