"""The migration that gives sources a second description leaves untouched who a person edited."""

from __future__ import annotations

import importlib

import pytest
from django.apps import apps

from documents.models import Source

pytestmark = pytest.mark.django_db

migration = importlib.import_module("documents.migrations.0010_source_descriptions")
BEFORE = {
    "name": "Bureau",
    "name_zh": "",
    "level": "other",
    "default_kind": "",
    "homepage": "",
    "about": "A bureau.",
    "hosts": ["bureau.example"],
}


def _digest_after(**edited: str) -> str:
    digest = migration._digest(BEFORE)
    source = Source.objects.create(slug="bureau", shipped_digest=digest, **BEFORE | edited)
    migration.tell_unedited(apps, None)
    source.refresh_from_db()
    return source.shipped_digest


def test_a_source_as_it_was_shipped_takes_its_new_description_later() -> None:
    assert _digest_after() == migration._digest(BEFORE | {"about_zh": ""})


def test_a_source_that_a_person_edited_stays_edited() -> None:
    assert _digest_after(about="Our bureau.") == migration._digest(BEFORE)
