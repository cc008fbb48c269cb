"""Every page speaks the language of its address, and says of any other text in which it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.utils.translation import override
from lxml import html

from documents.curation.keeping import keep
from documents.models import Document
from documents.views import errors
from tests.browser.world import PAGES, make_world
from tests.build import a_document, a_user

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client, RequestFactory

pytestmark = pytest.mark.django_db

LATIN = re.compile(r"[A-Za-z]{3,}")
HAN = re.compile(r"[\u3400-\u9fff]")
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-done", "data-close")
UNSPOKEN = ("script", "style", "title", "code", "kbd", "input", "textarea")
# What has one name in every language: formats, units, credits, and what one types.
SAME = re.compile(
    r"https?://\S+|BibTeX|CSL-JSON|RIS|APA|Chicago|CSV|SVG|GeoNames|AND|ADN|NOT|NEAR"
    r"|(?:report|news|release|policy|brief)|(?:cluster|theme|instrument):"
)


def foreign(page: bytes, script: re.Pattern[str], language: str) -> set[str]:
    """Return the texts whose script is not that of the language they are said to be in."""
    return {
        text
        for text, said in _texts(html.fromstring(page))
        if said.startswith(language) and script.search(SAME.sub("", text))
    }


def _texts(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Give each text and spoken attribute with the language it stands in."""
    for element in tree.iter():
        if isinstance(element.tag, str) and not _is_apart(element):
            said = _language(element)
            own = [element.get(name) for name in SPOKEN]
            inner = [element.text, *(child.tail for child in element)]
            yield from ((text.strip(), said) for text in own + inner if text)


def _is_apart(element: html.HtmlElement) -> bool:
    """Whether it is no prose: code, fields, and references, which mix languages by rule."""
    return element.tag in UNSPOKEN or element.get("id", "").startswith("cite-")


def _language(element: html.HtmlElement) -> str:
    ways = (each.get("lang", "") for each in [element, *element.iterancestors()])
    return next(filter(None, ways), "")


@pytest.mark.parametrize("name", PAGES)
def test_a_chinese_page_has_no_english_of_ours(client: Client, name: str) -> None:
    make_world()
    page = client.get(f"/zh-hans{PAGES[name]}", follow=True).content
    assert foreign(page, LATIN, "zh") == set()


@pytest.mark.parametrize("name", PAGES)
def test_chinese_on_an_english_page_is_marked_as_chinese(client: Client, name: str) -> None:
    make_world()
    page = client.get(PAGES[name], follow=True).content
    assert foreign(page, HAN, "en") == set()


def test_what_is_wrong_in_a_form_is_said_in_chinese(client: Client) -> None:
    failed = client.post("/zh-hans/accounts/login/", {"username": "ann", "password": "wrong"})
    assert foreign(failed.content, LATIN, "zh") == set()
    client.force_login(a_user())
    unnamed = client.post(f"/zh-hans/lists/keep/{a_document(language='en').pk}/", {"name": ""})
    assert foreign(unnamed.content, LATIN, "zh") == set()


def test_a_reader_s_lists_speak_chinese(client: Client) -> None:
    ann = a_user("安")
    record_list = keep(a_document(), ann, "待读", "第二章").record_list
    keep(a_document("Another"), ann, "待读")
    client.force_login(ann)
    for address in ("/lists/", f"/lists/{record_list.pk}/"):
        assert foreign(client.get(f"/zh-hans{address}").content, LATIN, "zh") == set()


def test_pages_for_what_went_wrong_speak_chinese(client: Client, rf: RequestFactory) -> None:
    gone = a_document(status=Document.Status.WITHDRAWN, withdrawn_reason="有误。")
    pages = [client.get(f"/zh-hans/documents/{gone.pk}/").content]
    pages.append(client.get("/zh-hans/nowhere/").content)
    request = rf.get("/zh-hans/")
    request.user = a_user()
    with override("zh-hans"):
        pages += [
            errors.bad_request(request, ValueError()).content,
            errors.permission_denied(request, ValueError()).content,
            errors.server_error(request).content,
        ]
    for page in pages:
        assert b'lang="zh-hans"' in page
        assert foreign(page, LATIN, "zh") == set()
