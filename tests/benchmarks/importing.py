"""How fast an import is: `python -m tests.benchmarks.importing [PATH…] [--json]`.

It imports the paths, or else the work reports and regulations beside the repository, by the
command import_documents with --publish into a database and an index of its own: once, and a
second time, which must change nothing. Each step runs in a process of its own, so that its peak
memory is its own; that of the isolated reader is told apart.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.material import SHARED

ROOT = Path(__file__).resolve().parents[2]
USUAL = (
    SHARED / "data" / "workreports_zh" / "docs.jsonl",
    SHARED / "data" / "laws_zh" / "shandong.jsonl",
)
COMMAND = """
import json, resource, sys
import django
django.setup()
from django.core.management import call_command
code = 0
try:
    call_command("import_documents", *sys.argv[1:], json=True, publish=True)
except Exception as error:
    code = getattr(error, "returncode", 1)
own = resource.getrusage(resource.RUSAGE_SELF)
reader = resource.getrusage(resource.RUSAGE_CHILDREN)
used = own.ru_utime + own.ru_stime + reader.ru_utime + reader.ru_stime
peaks = {"rss": own.ru_maxrss // 1024, "reader_rss": reader.ru_maxrss // 1024}
print(json.dumps({"code": code, "cpu": round(used, 1)} | peaks))
"""


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="kb-importing-") as folder:
        environment = os.environ | {"KB_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "kb.settings"}
        for command in ("migrate", "load_vocabularies", "rebuild_index"):
            _run([sys.executable, "manage.py", command, "-v0"], environment)
        first = _import(options.paths, environment)
        second = _import(options.paths, environment)
    figures = {
        "records": first["applied"],
        "records_per_s": round(first["applied"] / first["seconds"], 2),
        "first_s": first["seconds"],
        "records_per_cpu_s": round(first["applied"] / first["cpu"], 2),
        "rss_mb": first["rss"],
        "reader_rss_mb": first["reader_rss"],
        "second_s": second["seconds"],
        "second_stored": second["applied"],
        "refused": first["refused"],
    }
    print(json.dumps(figures) if options.json else _as_lines(figures))  # noqa: T201
    return int(figures["second_stored"] != 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=list(USUAL))
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _import(paths: list[Path], environment: dict[str, str]) -> dict[str, float]:
    """Import once; return what was stored, how long it took and the peaks of memory in MB."""
    begun = time.perf_counter()
    said = _run([sys.executable, "-c", COMMAND, *map(str, paths)], environment)
    seconds = round(time.perf_counter() - begun, 1)
    done, peaks = (json.loads(line) for line in said.splitlines()[-2:])
    return {
        "seconds": seconds,
        "applied": done["applied"],
        "refused": done["counts"]["refuse"] + len(done["failed"]),
        "cpu": peaks["cpu"],
        "rss": peaks["rss"],
        "reader_rss": peaks["reader_rss"],
    }


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def _as_lines(figures: dict[str, float]) -> str:
    return "\n".join(f"{re.sub('_', ' ', name):18} {value}" for name, value in figures.items())


if __name__ == "__main__":
    sys.exit(main())
