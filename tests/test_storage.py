"""What production serves as static files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

IMPORTED = re.compile(r"""@import url\(["']([^"']+)""")
HASHED = re.compile(r"^\./[\w-]+\.[0-9a-f]{12}\.js$")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("collected")
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "kb.storage.StaticStorage"},
    }
    with override_settings(STATIC_ROOT=folder, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture(scope="module")
def main(collected: Path) -> Path:
    (path,) = collected.glob("js/main.*.js")
    return path


def test_every_module_is_imported_under_the_name_of_its_content(
    collected: Path, main: Path
) -> None:
    scripts = [main, *(collected / "js").glob("shortcuts.*.js")]
    imported = [
        name
        for script in scripts
        for name in re.findall(r"""(?:from |import\()["']([^"']+)""", script.read_text())
    ]
    assert len(imported) > 10
    assert [name for name in imported if not HASHED.match(name)] == []
    for name in imported:
        assert (collected / "js" / name).exists()


def test_the_sheet_of_the_error_page_imports_sheets_that_are_there(collected: Path) -> None:
    """The page of an inner error links the plain sheet with its chain, not the joined one."""
    (sheet,) = collected.glob("css/main.*.css")
    imported = IMPORTED.findall(sheet.read_text())
    assert len(imported) > 10
    assert [name for name in imported if not (sheet.parent / name).exists()] == []
    assert [name for name in imported if not re.search(r"\.[0-9a-f]{12}\.css$", name)] == []


def test_scripts_are_kept_compressed_beside_their_plain_form(main: Path) -> None:
    assert main.with_name(f"{main.name}.gz").exists()
