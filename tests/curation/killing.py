"""Kills imports at random moments and looks for records that are half stored.

Run by a test as `python -m tests.curation.killing ROUNDS` with KB_DATA_DIR set to an empty folder.
"""

from __future__ import annotations

import io
import os
import random
import signal
import sys
import time
from pathlib import Path

ROWS = 60


def main(rounds: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kb.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from documents.models import Document
    from tests.build import a_topic

    call_command("migrate", verbosity=0)
    call_command("rebuild_index", verbosity=0)
    a_topic("qingdao", en="Qingdao")
    table = _table(Path(os.environ["KB_DATA_DIR"]))
    for number in range(rounds):
        _round(table, random.Random(number))
        _look_for_halves()
    _import(table)
    _look_for_halves()
    if Document.objects.count() != ROWS:
        raise SystemExit(f"{Document.objects.count()} records of {ROWS} rows")
    before = list(Document.objects.order_by("pk").values_list("pk", "updated_at"))
    _import(table)
    if before != list(Document.objects.order_by("pk").values_list("pk", "updated_at")):
        raise SystemExit("importing once more changed something")
    print(f"{rounds} kills, {ROWS} records")  # noqa: T201


def _table(folder: Path) -> Path:
    path = folder / "rows.csv"
    lines = [
        f"Harbour {row},Qingdao lends {row} cranes to harbour {row}.,2024-03-01"
        for row in range(ROWS)
    ]
    path.write_text("\n".join(["title,text,date", *lines]), encoding="utf-8")
    return path


def _import(table: Path) -> None:
    from django.core.management import call_command

    call_command("import_documents", str(table), publish=True, json=True, stdout=io.StringIO())


def _round(table: Path, chance: random.Random) -> None:
    from django.db import connections

    connections.close_all()
    child = os.fork()
    if child == 0:
        _import(table)
        os._exit(0)
    time.sleep(0.3 + chance.random() * 1.5)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _look_for_halves() -> None:
    """Stop where a record lacks a part of what one transaction stores."""
    from documents.models import Change, Document, Submission

    for document in Document.objects.all():
        history = Change.objects.filter(document=document).count()
        submission = Submission.objects.get(document=document)
        whole = document.status == "published" and document.links.exists() and history >= 2
        if not whole or not submission.read_as or not hasattr(document, "signature"):
            raise SystemExit(f"record {document.pk} is half stored")
    if Submission.objects.count() != Document.objects.count():
        raise SystemExit("a submission without its record")


if __name__ == "__main__":
    main(int(sys.argv[1]))
