"""Kills a process at random moments of publishing, draining and rebuilding, and looks for damage.

Run by a test as `python -m tests.search.killing ROUNDS` with KB_DATA_DIR set to an empty folder.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def main(rounds: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kb.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("rebuild_index", verbosity=0)
    for number in range(rounds):
        _round(number, random.Random(number))
    print(f"{rounds} rounds, nothing lost")  # noqa: T201


def _round(number: int, chance: random.Random) -> None:
    log = Path(os.environ["KB_DATA_DIR"]) / f"committed-{number}.log"
    kill_at_work(lambda: _work(log, chance), log, chance.random() * 0.5, lines=1)
    recover(chance)
    _look_for_damage(log)


def kill_at_work(work: Callable[[], None], log: Path, seconds: float, lines: int = 0) -> None:
    """Run work without an end in a process of its own, and kill that so long after it got going.

    The work makes the log first and writes a line for each thing done, so many of which are waited
    for: on a busy machine it may take its time.
    """
    from django.db import connections

    connections.close_all()
    child = os.fork()
    if child == 0:
        work()
        os._exit(1)
    while not log.exists() or log.read_text().count("\n") < lines:
        if os.waitpid(child, os.WNOHANG)[0]:
            raise SystemExit("the work ended before anything was done")
        time.sleep(0.01)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    if not os.WIFSIGNALED(os.waitpid(child, 0)[1]):
        raise SystemExit("the work ended before it was killed")


def _work(log: Path, chance: random.Random) -> None:
    """Publish and change records, each in a transaction as verbs do, and rebuild, until killed."""
    from django.db import transaction

    from documents.models import Document
    from documents.search.rebuilding import rebuild
    from tests.build import a_document

    with log.open("a") as committed:
        while True:
            token = f"token{chance.getrandbits(40):x}"
            with transaction.atomic():
                document = a_document(f"Record {token}", body=f"{token} stands here. " * 50)
            committed.write(f"{document.pk} {token}\n")
            committed.flush()
            if chance.random() < 0.3:
                rebuild()
            other = Document.objects.order_by("?").first()
            if other is not None and chance.random() < 0.5:
                other.body += " changed"
                with transaction.atomic():
                    other.save()


def recover(chance: random.Random) -> None:
    """Bring the index up to date as the next process does; stop where it is not in step then."""
    from documents.search.indexing import drain
    from documents.search.rebuilding import check, rebuild

    if chance.random() < 0.3:
        rebuild()
    drain(wait_seconds=5)
    report = check()
    if not report.is_in_step:
        raise SystemExit(f"after a drain the index is not in step: {report}")


def _look_for_damage(log: Path) -> None:
    from documents.search import SearchQuery, find
    from tests.build import a_visibility

    for line in log.read_text().splitlines():
        pk, token = line.split()
        page = find(SearchQuery(text=token), a_visibility())
        if page.index.is_degraded or [hit.document.pk for hit in page.hits] != [int(pk)]:
            raise SystemExit(f"record {pk} was published and is not found")


if __name__ == "__main__":
    main(int(sys.argv[1]))
