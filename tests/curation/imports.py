"""Tables and folders to import, made on the spot, for the tests of importing."""

from __future__ import annotations

import json
from pathlib import Path

from django.utils import timezone

from documents.curation.import_files import Given, find_files
from documents.curation.import_plan import Plan
from documents.curation.importing import Applying, Outcome, apply_plan, make_plan

TEXTS = {
    "Harbours share their cranes": (
        "The ports of Qingdao and Yantai share cranes and berths since the spring of 2019. "
        "Freight trains reach Jinan within five hours, and a common tariff is planned."
    ),
    "Reed beds return to the delta": (
        "Volunteers planted reeds along eleven creeks near the mouth of the Yellow River. "
        "Egrets came back in the second summer, and the water is clearer than before."
    ),
    "A tram for the county towns": (
        "Three county towns will be joined by a tram line of 48 kilometres. The first stations "
        "open in two years; a ticket is to cost no more than a bus ride."
    ),
}


def a_table(path: Path, *titles: str, **columns: str) -> Path:
    """Write JSON lines of these texts, each with its own date and any other columns."""
    rows = [
        {"id": f"r{number}", "title": title, "text": TEXTS[title], "date": f"2024-03-0{number}"}
        | columns
        for number, title in enumerate(titles or TEXTS, start=1)
    ]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def plan_of(*paths: Path, folder: Path, given: Given | None = None) -> Plan:
    folder.mkdir(exist_ok=True)
    return make_plan(find_files(paths), given or Given(), folder)


def applied(plan: Plan) -> list[Outcome]:
    return list(apply_plan(plan, Applying(None, timezone.now())))
