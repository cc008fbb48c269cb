"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = [
    path
    for folder in ("documents", "kb", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts and path.stat().st_size
]
OWN = [path for path in MODULES if "tests" not in path.relative_to(ROOT).parts]
PAGES = sorted((ROOT / "templates").rglob("*.html"))
INLINE = re.compile(
    r"<script(?![^>]*(\bsrc=|application/(?:ld\+)?json))|<style|\sstyle=|\son[a-z]+=|hx-on|\bjs:",
    re.IGNORECASE,
)
# Models whose change must reach the index; they are written one by one (so that signals see it),
# or by a bulk verb of curation that calls `enqueue_many` itself.
INDEXED = "Document|TopicLink|Authorship|Author|Source|Image|KeywordItem|TagItem"
BULK = re.compile(rf"\b(?:{INDEXED})\.objects\b[^\n]*?\.(?:update|bulk_create|bulk_update)\(")
BANNED_NAMES = {"utils", "helpers", "services", "common", "core"}
# A deliberate exception carries its reason here.
SIGNAL_MODULES = {"documents/search/signals.py"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_a_template_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120


@pytest.mark.parametrize("path", OWN, ids=_name)
def test_a_module_says_its_job_in_its_first_line(path: Path) -> None:
    documentation = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert documentation
    assert documentation.splitlines()[0].rstrip().endswith((".", "?", "!", ":", ";"))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_has_a_name_that_says_something(path: Path) -> None:
    assert path.stem not in BANNED_NAMES


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_a_template_has_no_inline_script_or_style(path: Path) -> None:
    markup = re.sub(r"{%.*?%}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not INLINE.search(markup)


@pytest.mark.parametrize("path", OWN, ids=_name)
def test_signals_exist_in_one_module_only(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if _name(path) not in SIGNAL_MODULES:
        assert "django.db.models.signals" not in text
        assert "django.dispatch" not in text


@pytest.mark.parametrize("path", OWN, ids=_name)
def test_indexed_models_are_written_in_bulk_by_curation_only(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.is_relative_to(ROOT / "documents" / "curation"):
        assert not BULK.search(text) or "enqueue_many" in text
    else:
        assert not BULK.search(text)


@pytest.mark.parametrize("path", OWN, ids=_name)
def test_no_model_overrides_save(path: Path) -> None:
    assert not re.search(r"^    def save\(self, \*args", path.read_text("utf-8"), re.MULTILINE)


def test_the_tests_mirror_the_app() -> None:
    """A folder under tests is a folder under documents; three cross them all."""
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}
    known = {path.name for path in (ROOT / "documents").iterdir() if path.is_dir()}
    assert folders - known - {"__pycache__"} <= {"journeys", "browser", "benchmarks"}


def test_the_top_level_is_as_agreed() -> None:
    allowed = {
        *("manage.py", "kb", "documents", "templates", "static", "fixtures", "tests", "var"),
        *("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "Makefile"),
        *("requirements.txt", "requirements-dev.txt", "requirements-fast.txt"),
    }
    assert {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} <= allowed


def test_requirements_hold_hashes_and_no_addresses() -> None:
    for path in ROOT.glob("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        pins = re.findall(r"^[a-z0-9][^\s]*==", text, re.MULTILINE | re.IGNORECASE)
        assert pins
        assert text.count("--hash=sha256:") >= len(pins)


def test_every_model_has_an_admin_page() -> None:
    from django.apps import apps
    from django.contrib import admin

    missing = [
        model.__name__
        for model in apps.get_app_config("documents").get_models()
        if model not in admin.site._registry and not model._meta.auto_created
    ]
    inlined = {
        inline.model.__name__
        for registered in admin.site._registry.values()
        for inline in registered.inlines
    }
    assert set(missing) <= inlined
