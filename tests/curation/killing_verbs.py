"""Kills a curator's verbs at random moments and looks for one that was done by halves.

Run by a test as `python -m tests.curation.killing_verbs ROUNDS` with KB_DATA_DIR set to an empty
folder. Pairs of records are merged and parted, and many are tagged together and that is undone.
"""

from __future__ import annotations

import os
import random
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.search.killing import kill_at_work, recover

if TYPE_CHECKING:
    from uuid import UUID

    from documents.models import Document

PAIRS, MANY = 2, 8


def main(rounds: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kb.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("rebuild_index", verbosity=0)
    _make_world()
    for number in range(rounds):
        chance = random.Random(number)
        log = Path(os.environ["KB_DATA_DIR"]) / f"done-{number}.log"
        work = partial(_work, log, chance)
        kill_at_work(work, log, chance.random() * 0.2, lines=2)
        _look_for_halves()
        recover(chance)
        _look_for_what_is_found()
    print(f"{rounds} kills, {_done()}")  # noqa: T201


def _make_world() -> None:
    from documents.models import ListEntry, RecordList, Relation
    from tests.build import a_document, a_user

    reader = a_user()
    for number in range(PAIRS):
        token = f"pair{number}token"
        copy = a_document(f"Copy {number}", pk=100 + number, body=f"{token} is told. " * 200)
        a_document(f"First {number}", pk=200 + number, body=f"{token} is told. " * 200)
        citing = a_document(f"Citing {number}", pk=300 + number)
        copy.tags.add(f"tag {number}")
        kept = RecordList.objects.create(owner=reader, name=f"List {number}")
        ListEntry.objects.create(record_list=kept, document=copy)
        Relation.objects.create(
            subject=citing, object=copy, kind="cites", status="accepted", origin="curator"
        )
    for number in range(MANY):
        a_document(f"One of many {number}", pk=400 + number)


def _work(log: Path, chance: random.Random) -> None:
    with log.open("a") as done:
        while True:
            if chance.random() < 0.6:
                _merge_or_part(chance.randrange(PAIRS))
            else:
                _tag_or_undo(f"together {chance.getrandbits(40):x}")
            done.write("done\n")
            done.flush()


def _merge_or_part(number: int) -> None:
    from django.utils import timezone

    from documents.curation.merges import open_merges
    from documents.curation.record_merging import merge_records
    from documents.curation.record_parting import part_records

    now, (copy, first, _citing) = timezone.now(), _pair(number)
    merges = [one for one in open_merges("document", now) if one.object_id == first.pk]
    if merges:
        part_records(merges[0], by=None, now=now)
    else:
        merge_records(copy, first, by=None, now=now)


def _tag_or_undo(name: str) -> None:
    from django.utils import timezone

    from documents.curation import undo
    from documents.curation.batches import Work, change_all

    now, last = timezone.now(), _last_batch()
    if last is not None:
        undo(last, by=None, now=now)
    else:
        change_all(range(400, 400 + MANY), Work("tag", name), by=None, now=now)


def _last_batch() -> UUID | None:
    """Return the mark of the tagging that stands, None where the last one was taken back."""
    from documents.models import Change, Document

    if not Document.objects.get(pk=400).tags.exists():
        return None
    last = Change.objects.filter(object_id=400).exclude(batch=None).latest("pk")
    return last.batch


def _pair(number: int) -> list[Document]:
    from documents.models import Document

    numbers = (100 + number, 200 + number, 300 + number)
    return list(Document.objects.filter(pk__in=numbers).order_by("pk"))


def _look_for_halves() -> None:
    for number in range(PAIRS):
        told = _told_of_pair(number)
        if len(set(told.values())) > 1:
            raise SystemExit(f"pair {number} is merged by halves: {told}")
    from documents.models import Change, TagItem

    items = TagItem.objects.filter(content_object__gte=400).values_list("tag", flat=True)
    if items and (len(items) != MANY or len(set(items)) != 1):
        raise SystemExit(f"some of {MANY} records have the tag: {list(items)}")
    for batch in set(Change.objects.exclude(batch=None).values_list("batch", flat=True)):
        if Change.objects.filter(batch=batch).count() != MANY:
            raise SystemExit(f"batch {batch} is not whole")


def _told_of_pair(number: int) -> dict[str, bool]:
    """Return what each table says on whether a pair is merged."""
    from django.utils import timezone

    from documents.curation.merges import open_merges
    from documents.models import ListEntry, OldAddress, Relation

    copy, first, citing = _pair(number)
    merges = [one.object_id for one in open_merges("document", timezone.now())]
    return {
        "record": copy.status == "trashed",
        "address": OldAddress.objects.filter(kind="document", slug=str(copy.pk)).exists(),
        "tag": first.tags.exists(),
        "list": ListEntry.objects.get(record_list__name=f"List {number}").document_id == first.pk,
        "relation": Relation.objects.get(subject=citing).object_id == first.pk,
        "history": first.pk in merges,
    }


def _look_for_what_is_found() -> None:
    from documents.models import Document
    from documents.search import SearchQuery, find
    from tests.build import a_visibility

    for number in range(PAIRS):
        page = find(SearchQuery(text=f"pair{number}token"), a_visibility())
        found = {hit.document.pk for hit in page.hits}
        public = Document.objects.filter(pk__in=(100 + number, 200 + number), status="published")
        if page.index.is_degraded or found != set(public.values_list("pk", flat=True)):
            raise SystemExit(f"pair {number} is found as {found}")


def _done() -> str:
    """Return how much was done, so that a run that did nothing shows."""
    from documents.models import Change

    verbs = Change.objects.values_list("verb", flat=True)
    merged, parted = list(verbs).count("merged"), list(verbs).count("unmerged")
    batches = Change.objects.exclude(batch=None).values("batch").distinct().count()
    if not (merged and parted and batches):
        raise SystemExit(
            f"too little was done: {merged} merged, {parted} parted, {batches} batches"
        )
    return f"{merged} merged, {parted} parted, {batches} batches"


if __name__ == "__main__":
    main(int(sys.argv[1]))
