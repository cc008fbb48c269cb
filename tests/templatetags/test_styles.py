from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings
from django.test import Client

from documents.templatetags.styles import one_sheet, stylesheet

SHEETS = Path(settings.BASE_DIR) / "static" / "css"


def test_every_sheet_is_in_the_one_sheet_once() -> None:
    files = {path.relative_to(SHEETS).as_posix() for path in SHEETS.rglob("*.css")} - {"main.css"}
    main = (SHEETS / "main.css").read_text(encoding="utf-8")
    imported = re.findall(r'@import url\("([^"]+)"\)', main)
    assert sorted(imported) == sorted(files)
    assert one_sheet().text.count("@layer ") == len(imported) + 1


def test_layers_come_in_their_order_and_nothing_is_imported_any_more() -> None:
    text = one_sheet().text
    assert text.startswith("@layer reset, tokens, base, layout, components, utilities, print;")
    assert "@import" not in text
    assert "/*" not in text
    assert text.count("{") == text.count("}")


def test_the_address_names_the_state_and_is_one_for_all_languages() -> None:
    assert stylesheet() == f"/styles.css?v={one_sheet().digest}"


def test_the_sheet_may_be_kept(client: Client) -> None:
    response = client.get(stylesheet())
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in response["Cache-Control"]
    assert len(response.content) < 60_000
