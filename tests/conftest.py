"""What every test gets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from django.utils import translation

from documents.management.messages import compile_messages
from documents.search.labels import forget_labels
from documents.search.sources import forget_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import Settings


IS_LONG = os.environ.get("KB_LONG") == "1"

hypothesis.settings.register_profile(
    "any machine",
    deadline=None,  # how long an example takes says how busy the machine is
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
    derandomize=not IS_LONG,  # the same examples each time; the long run looks for others
)


def pytest_configure() -> None:
    """Let pages speak Chinese by the catalogue as it stands, on a fresh clone too."""
    compile_messages([Path(__file__).parent.parent / "documents" / "locale"])
    hypothesis.settings.load_profile("any machine")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the tests marked long to the long run."""
    if IS_LONG:
        return
    skip = pytest.mark.skip(reason="part of the long run: KB_LONG=1")
    for item in items:
        if "long" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: Path) -> Path:
    """Keep whatever a test writes apart from the product's own data."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.STATIC_ROOT = tmp_path / "static"  # WhiteNoise warns where it is absent
    (tmp_path / "static").mkdir()
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "arriving"
    (tmp_path / "arriving").mkdir()
    settings.SEARCH_ENGINE = "memory"
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    forget_labels()
    forget_sources()
    return tmp_path


@pytest.fixture(autouse=True)
def interface_language() -> Iterator[None]:
    """Leave no language of a page that was asked for to the next test."""
    yield
    translation.deactivate()
