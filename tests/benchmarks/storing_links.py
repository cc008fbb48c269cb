"""How fast records are linked, with storing: `python -m tests.benchmarks.storing_links [--json]`.

Sample records, each with a number in its text so that no cache helps, are stored without links in a
database of their own. The command relink then links them for the first time; once more, when
nothing differs; and once more after every record has lost its first paragraph. Speeds are records a
second of this process's own time, in one run.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[2]
RECORDS = 1000


def measure(count: int) -> dict[str, float]:
    from django.core.management import call_command

    from documents.curation import linking  # noqa: F401  # loading it is no linking
    from documents.gazetteer import find_figures, find_mentions, load_names, propose_links
    from documents.models import Document, Mention, TopicLink
    from tests.benchmarks.linking import sample_records

    records = sample_records()[:count]
    Document.objects.bulk_create(
        Document(kind="news", title=title.text, body=body.text) for title, body in records
    )
    names = load_names()
    begin = process_time()
    for zones in records:
        propose_links(find_mentions(zones, names))
        find_figures(zones)
    finding = process_time() - begin

    def relink() -> float:
        begin = process_time()
        call_command("relink", stdout=io.StringIO())
        return process_time() - begin

    first = relink()
    rows = Mention.objects.count() + TopicLink.objects.count()
    second = relink()
    for document in Document.objects.all():
        document.body = document.body.partition("\n")[2] or document.body
        document.save()
    third = relink()
    return {
        "records": len(records),
        "characters_a_record": sum(len(z.text) for one in records for z in one) // len(records),
        "mentions_and_links_a_record": round(rows / len(records), 1),
        "found_per_s": round(len(records) / finding, 1),
        "stored_per_s": round(len(records) / first, 1),
        "unchanged_per_s": round(len(records) / second, 1),
        "edited_per_s": round(len(records) / third, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=RECORDS)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kb-links-") as folder:
        os.environ |= {"KB_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "kb.settings"}
        for command in ("migrate", "load_vocabularies"):
            subprocess.run([sys.executable, "manage.py", command, "-v0"], cwd=ROOT, check=True)
        import django

        django.setup()
        figures = measure(options.records)
    if options.json:
        sys.stdout.write(json.dumps(figures) + "\n")
    else:
        sys.stdout.writelines(f"{name:28} {value}\n" for name, value in figures.items())


if __name__ == "__main__":
    main()
