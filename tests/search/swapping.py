"""Searches without a pause in one process while another rebuilds and swaps the index.

Run by a test as `python -m tests.search.swapping SWAPS` with KB_DATA_DIR set to an empty folder.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from typing import Any

RECORDS = 40
SEARCHERS = 2
PATIENCE = 600
"""Seconds until the other process counts as stuck, on however busy a machine."""


def main(swaps: int) -> None:
    _set_up()
    from django.core.management import call_command
    from django.db import connections

    from tests.build import a_document

    call_command("migrate", verbosity=0)
    for number in range(RECORDS):
        a_document(f"Harbour {number}", body="Harbour works. " * 20)
    call_command("rebuild_index", verbosity=0)
    connections.close_all()
    context = multiprocessing.get_context("spawn")
    done = context.Event()
    said: Any = context.Queue()
    searching = context.Process(target=_search, args=(done, said))
    searching.start()
    said.get(timeout=PATIENCE)  # the first answer
    for _ in range(swaps):
        call_command("rebuild_index", verbosity=0)
    done.set()
    answers, indexes, wrong = said.get(timeout=PATIENCE)
    searching.join()
    if wrong:
        raise SystemExit(f"{len(wrong)} of {answers} answers were wrong, the first: {wrong[0]}")
    if indexes < 2:
        raise SystemExit("the searching process never noticed a swap")
    print(f"{swaps} swaps, {answers} answers of {indexes} indexes")  # noqa: T201


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kb.settings")
    import django

    django.setup()


def _search(done: Any, said: Any) -> None:
    """Search in several threads until the other process is done; say how it went."""
    _set_up()
    answers: list[str] = []
    wrong: list[str] = []
    used: set[str] = set()
    threads = [
        threading.Thread(target=_ask, args=(done, answers, wrong, used)) for _ in range(SEARCHERS)
    ]
    for thread in threads:
        thread.start()
    while not answers:
        done.wait(0.05)
    said.put("begun")
    for thread in threads:
        thread.join()
    said.put((len(answers), len(used), wrong))


def _ask(done: Any, answers: list[str], wrong: list[str], used: set[str]) -> None:
    from django.db import connections

    from documents.search import SearchQuery, find, indexes
    from tests.build import a_visibility

    # Done only after an answer from an index that was swapped in.
    until = time.monotonic() + PATIENCE / 2
    while not done.is_set() or (len(used) < 2 and time.monotonic() < until):
        page = find(SearchQuery("harbour"), a_visibility())
        kinds = {facet.name: facet.values for facet in page.facets}.get("kind", ())
        answer = f"{page.total} records, {sum(value.count for value in kinds)} counted"
        answers.append(answer)
        used.add(indexes.current_name(indexes.chosen()))
        if page.index.is_degraded or answer != f"{RECORDS} records, {RECORDS} counted":
            wrong.append(answer)
    connections.close_all()


if __name__ == "__main__":
    main(int(sys.argv[1]))
