from __future__ import annotations

import gettext
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from documents.management.messages import (
    compile_messages,
    gather_messages,
    merged,
    untranslated,
    write_catalogue,
)

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

CHINESE = Path(settings.LOCALE_PATHS[0]) / "zh_Hans" / "LC_MESSAGES" / "django.po"
PLACE = re.compile(r"%\(\w+\)[sd]|</?\w+>")
MODULE = """
from django.utils.translation import gettext_lazy as _, ngettext
title = _("A long "
          "title")
text = ngettext("%(n)d place", "%(n)d places", 2)
"""
TEMPLATE = """
{% load i18n %}
  {% if kind %}
<h1>{% translate "The heading" %}</h1>
      {% blocktranslate count n=total trimmed %}
        {{ n }} page
      {% plural %}
        {{ n }} pages
      {% endblocktranslate %}
  {% endif %}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one module and one template."""
    for name, text in {
        "documents/titles.py": MODULE,
        "kb/__init__.py": "",
        "templates/page.html": TEMPLATE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A Chinese catalogue with one translation and one message that nobody says any more."""
    path = tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "The heading"\nmsgstr "标题"\n\nmsgid "Gone"\nmsgstr "没有了"\n',
        encoding="utf-8",
    )
    return path


def ids(catalogue: Catalog) -> set[object]:
    return {message.id for message in catalogue if message.id}


def forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or [])


def test_code_and_templates_give_their_messages(root: Path) -> None:
    assert ids(gather_messages(root)) == {
        "A long title",
        ("%(n)d place", "%(n)d places"),
        "The heading",
        ("%(n)s page", "%(n)s pages"),
    }


def test_an_update_keeps_translations_and_drops_what_is_gone(root: Path, catalogue: Path) -> None:
    write_catalogue(catalogue, merged(catalogue, gather_messages(root)))
    text = catalogue.read_text(encoding="utf-8")
    assert "标题" in text
    assert "没有了" not in text
    assert "A long title" in text


def test_what_is_not_translated_is_listed(root: Path, catalogue: Path) -> None:
    missing = untranslated(merged(catalogue, gather_messages(root)))
    assert sorted(missing) == ["%(n)d place", "%(n)s page", "A long title"]


def test_a_compiled_catalogue_speaks_chinese(catalogue: Path) -> None:
    folder = catalogue.parents[2]
    assert len(compile_messages([folder])) == 1
    spoken = gettext.translation("django", folder, ["zh_Hans"])
    assert spoken.gettext("The heading") == "标题"


def test_a_catalogue_is_compiled_once(catalogue: Path) -> None:
    folder = catalogue.parents[2]
    compile_messages([folder])
    assert compile_messages([folder]) == []


def test_the_whole_interface_is_translated() -> None:
    assert untranslated(merged(CHINESE, gather_messages(settings.BASE_DIR))) == []


def test_translations_keep_every_placeholder() -> None:
    for message in merged(CHINESE, gather_messages(settings.BASE_DIR)):
        if message.id:
            said = message.id if isinstance(message.id, str) else message.id[-1]
            for form in filter(None, forms(message)):
                assert set(PLACE.findall(form)) == set(PLACE.findall(said)), said
