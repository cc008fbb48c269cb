"""Scores the reading of each layout with all rules, and with its own rules left out.

    python -m tests.benchmarks.layouts [--json] [--every]

The rules of a layout are those that match on its pages and on no page of another layout. They are
switched off by name in a process of their own, and the layout's pages are read and judged field
by field there: an estimate of pages of layouts that were not at hand when the rules were written.
Pages: ../shared/ingest/dev, and those of tests/ingest/labelled.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.material import SHARED

if TYPE_CHECKING:
    from tests.ingest.labelling import Labelled

type Marks = dict[str, dict[str, bool]]  # by page: by field, whether it is right
DEV = SHARED / "ingest" / "dev"


@dataclass(frozen=True)
class Held:
    """A layout with the count of its own rules and its fields with all rules and without them."""

    layout: str
    rules: int
    whole: Marks
    without: Marks


def load_dev() -> Iterator[Labelled]:
    """Give the labelled pages that lie beside the checkout, in the form of our own."""
    import yaml

    from documents.ingest import Page
    from tests.ingest.labelling import Labelled

    for path in sorted((DEV / "gold").glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        page = DEV / gold["file"]
        sources = (gold["publisher"], gold["source"], gold.get("publisher_quote"))
        licence = gold["licence"]
        yield Labelled(
            name=gold["id"],
            layout=f"dev {gold['layout']}",
            page=Page(page.read_bytes(), file_name=page.name),
            kinds=(gold["kind"], *gold.get("kind_accept", ())),
            titles=(gold["title"], *(gold.get("title_accept") or ())),
            sources=tuple(name for name in sources if name),
            published=(gold["published_on"] or "", *(gold.get("published_accept") or ())),
            number=gold["document_number"] or "",
            page_type=gold["page_type"],
            authors=tuple(one["name"] for one in gold["authors"]),
            keywords=tuple(gold["keywords"]),
            abstract=gold["abstract"] or "",
            licensed="either" if licence.get("either_ok") else _yes(licence["restricted"]),
            dates=tuple(one["date"] for one in gold["other_dates"] if len(one["date"] or "") >= 7),
            captions=tuple(gold["captions"]),
            related=tuple(gold["related_titles"]),
            body=tuple((DEV / "bodies" / f"{gold['id']}.txt").read_text("utf-8").split("\n\n")),
            chrome=tuple(gold["body_must_not_contain"]),
            optional=tuple(gold["body_optional"]),
        )


def pages() -> list[Labelled]:
    from tests.ingest.labelling import load_labelled

    return [*(load_dev() if DEV.exists() else ()), *load_labelled()]


def judged(chosen: Sequence[Labelled]) -> Marks:
    from documents.ingest import draft_from
    from tests.ingest.labelling import judge

    return {one.name: judge(draft_from(one.page), one) for one in chosen}


def hold_out() -> Iterator[Held]:
    """Read each layout's pages with all rules and, in another process, without its own."""
    from tests.benchmarks.rules import matching

    rules: dict[str, set[str]] = defaultdict(set)
    chosen = pages()
    for one in chosen:
        rules[one.layout] |= matching(_text_of(one))
    held_by = Counter(rule for names in rules.values() for rule in names)
    for layout, names in rules.items():
        own = sorted(rule for rule in names if held_by[rule] == 1)
        whole = judged([one for one in chosen if one.layout == layout])
        yield Held(layout, len(own), whole, _without(layout, own) if own else whole)


def _without(layout: str, rules: Sequence[str]) -> Marks:
    command = [sys.executable, "-m", "tests.benchmarks.layouts", "--child", layout]
    done = subprocess.run(
        command, input=json.dumps(rules), capture_output=True, text=True, check=True
    )
    marks: Marks = json.loads(done.stdout)
    return marks


def _child(layout: str) -> None:
    """Read a layout's pages without the rules that standard input names."""
    left_out = frozenset(json.load(sys.stdin))
    _forget("documents")
    from tests.benchmarks.rules import leave_out

    leave_out(left_out)
    _show(json.dumps(judged([one for one in pages() if one.layout == layout])))


def _forget(package: str) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]


def _text_of(one: Labelled) -> str:
    from documents.ingest.readers import read_page

    return read_page(one.page).text


def _yes(value: object) -> str:
    return "yes" if value else "no"


def _share(marks: Sequence[Marks], name: str | None = None) -> str:
    right = [
        value
        for page in marks
        for fields in page.values()
        for field, value in fields.items()
        if name in (None, field)
    ]
    return f"{sum(right)} of {len(right)} ({sum(right) / max(1, len(right)):.3f})"


def _report(found: Sequence[Held], *, every: bool) -> None:
    from tests.ingest.labelling import FIELDS

    whole, without = [one.whole for one in found], [one.without for one in found]
    _show(f"{len(found)} layouts, {sum(one.rules for one in found)} rules of one layout alone\n")
    _show("| field | all rules | own rules left out |\n|---|---|---|")
    for name in FIELDS:
        _show(f"| {name} | {_share(whole, name)} | {_share(without, name)} |")
    _show(f"| **all** | {_share(whole)} | {_share(without)} |\n")
    _show("| layout | own rules | all rules | left out | fields lost |\n|---|---|---|---|---|")
    for one in found:
        lost = [
            field
            for page, fields in one.whole.items()
            for field, right in fields.items()
            if right and not one.without[page][field]
        ]
        if every or lost:
            _show(
                f"| {one.layout} | {one.rules} | {_share([one.whole])} | "
                f"{_share([one.without])} | {', '.join(lost)} |"
            )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--every", action="store_true", help="show layouts that lose nothing too")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        _child(asked.child)
        return 0
    found = list(hold_out())
    if asked.json:
        rows: list[dict[str, Any]] = [
            {"layout": one.layout, "rules": one.rules, "all": one.whole, "without": one.without}
            for one in found
        ]
        _show(json.dumps(rows))
        return 0
    _report(found, every=asked.every)
    return 0


def _show(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
