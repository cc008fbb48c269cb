"""Labelled pages: what is on them, what should be read, and which fields of a draft are right.

A `.page` file holds `#field: value` lines and then the page, a line a line. Lines that begin with
a letter and a bar are labelled: B body, C caption, R related title, X the site's or data about
the document, O may be body or not. A date behind two blanks is no part of an R. `##` at the start
of a line goes on with the body line above.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from documents.ingest import Draft, Page
from documents.ingest.shape import key

PAGES = Path(__file__).parent / "labelled"
FIELDS = ("kind", "type", "title", "source", "published", "number", "authors",
          "affiliations", "keywords", "abstract", "access", "dates", "captions", "related", "body",
          "chrome")  # fmt: skip
_TOKEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[^\W_\u3400-\u9fff]+")
_LABEL = re.compile(r"([BCRXO])\|(.*)$")
_TAG = re.compile(r"<[^>]+>")
_BODY_F1 = 0.97  # token F1 from which a body counts as right


@dataclass(frozen=True)
class Labelled:
    """A page with what should be read from it. Empty fields: the page states none."""

    name: str
    layout: str
    page: Page
    kinds: tuple[str, ...]
    titles: tuple[str, ...]
    sources: tuple[str, ...] = ()  # any of them; none: not judged
    published: tuple[str, ...] = ("",)  # any of them
    number: str = ""
    page_type: str = "article"
    authors: tuple[str, ...] = ()
    affiliations: tuple[tuple[str, str], ...] = ()  # an author and what stands in his institution
    keywords: tuple[str, ...] = ()
    abstract: str = ""
    licensed: str = "no"  # yes, no, either
    dates: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    chrome: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    missed: tuple[str, ...] = field(default=(), compare=False)  # fields known to be read wrong


def load_labelled() -> Iterator[Labelled]:
    """Give the labelled pages of this folder by name."""
    for path in sorted(PAGES.glob("*.page")):
        yield parse(path.stem, path.read_text(encoding="utf-8"))


def parse(name: str, text: str) -> Labelled:
    """Read one `.page` file."""
    lines = text.rstrip("\n").split("\n")
    heads = [line[1:].partition(":") for line in lines if re.match(r"#[a-z_]+:", line)]
    values = {label.strip(): value.strip() for label, _, value in heads}
    shown, parts = _lines_of([line for line in lines if not re.match(r"#[a-z_]+:", line)])
    people = _split(values.get("authors", ""), ";")
    suffix = "html" if values.get("format") == "html" else "txt"
    return Labelled(
        name=name,
        layout=name,
        page=Page("\n".join(shown).encode(), file_name=f"{name}.{suffix}"),
        kinds=_split(values["kind"], "|"),
        titles=(values["title"], *_split(values.get("title_accept", ""), "||")),
        sources=_split(f"{values.get('source', '')}||{values.get('source_accept', '')}", "||"),
        published=(values.get("published", ""), *_split(values.get("published_accept", ""), ";")),
        number=values.get("number", ""),
        page_type=values.get("type", "article"),
        authors=tuple(one.split("@")[0].strip() for one in people),
        affiliations=tuple(
            (name.strip(), body.strip())
            for name, _, body in (one.partition("@") for one in people)
            if body
        ),
        keywords=_split(values.get("keywords", ""), ";"),
        abstract=values.get("abstract", ""),
        licensed={"1": "yes", "either": "either"}.get(values.get("licensed", ""), "no"),
        dates=tuple(one.split()[0] for one in _split(values.get("dates", ""), ";")),
        captions=tuple(parts["C"]),
        related=tuple(re.split(r"\s{2,}", one)[0] for one in parts["R"]),
        body=tuple(parts["B"]),
        chrome=tuple(parts["X"] + parts["R"] + parts["C"]),
        optional=tuple(parts["O"]),
        missed=_split(values.get("missed", ""), ","),
    )


def judge(draft: Draft, want: Labelled) -> dict[str, bool]:
    """Say for each field that can be judged whether the draft has it right."""
    body = draft.body.value
    found = {
        "kind": draft.kind.value in want.kinds,
        "type": draft.page_type == want.page_type,
        "title": key(draft.title.value) in map(key, want.titles),
        "published": (draft.published_on.value or "") in want.published,
        "number": key(draft.number.value or "") == key(want.number),
        "authors": _keys(one.name for one in draft.authors.value) == _keys(want.authors),
        "affiliations": _employed(draft, want.affiliations),
        "keywords": _keys(draft.keywords.value) == _keys(want.keywords),
        "abstract": token_f1(draft.abstract.value, want.abstract) >= _BODY_F1,
        "captions": _keys(one.line for one in draft.captions) == _keys(want.captions),
        "related": _keys(draft.related_titles.value) == _keys(want.related),
        "dates": set(want.dates) <= {fact.iso[:10] for fact in draft.dates},
        "body": token_f1(_without(body, want.optional), "\n".join(want.body)) >= _BODY_F1,
        "chrome": not any(_stands_in(line, body, want.body) for line in want.chrome),
    }
    if want.sources:
        have = draft.source.value or ""
        found["source"] = any(_similar(have, source) for source in want.sources)
    if want.licensed != "either":
        found["access"] = (draft.access.value.level == "licensed") == (want.licensed == "yes")
    return {name: found[name] for name in FIELDS if name in found}


def _employed(draft: Draft, want: tuple[tuple[str, str], ...]) -> bool:
    """Say whether each author that the label ties to an institution has it."""
    found = {key(one.name): key(" ".join(one.affiliations)) for one in draft.authors.value}
    return all(key(body) in found.get(key(name), "") for name, body in want)


def token_f1(have: str, want: str) -> float:
    """Return the F1 of two texts as bags of words; Han characters are words."""
    first, second = (Counter(_TOKEN.findall(text.casefold())) for text in (have, want))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def _lines_of(lines: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    shown: list[str] = []
    parts: dict[str, list[str]] = {label: [] for label in "BCRXO"}
    for line in lines:
        match = _LABEL.match(line)
        text = match[2] if match else line.removeprefix("##")
        shown.append(text)
        plain = html.unescape(_TAG.sub("", text)).strip()
        if match and plain:
            parts[match[1]].append(plain)
        elif line.startswith("##"):
            blank = "" if re.search(r"[\u3000-\u9fff]$", parts["B"][-1]) else " "
            parts["B"][-1] += blank + plain
    return shown, parts


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())


def _keys(values: Iterator[str] | tuple[str, ...]) -> set[str]:
    return {key(value) for value in values}


def _without(body: str, optional: tuple[str, ...]) -> str:
    flat = " ".join(body.split())
    for line in optional:
        flat = flat.replace(" ".join(line.split()), " ")
    return flat


def _stands_in(line: str, body: str, wanted: tuple[str, ...]) -> bool:
    """Say whether a line that is no text is a paragraph of the body, and no wanted one."""
    own = key(line)
    paragraphs = {key(paragraph) for paragraph in body.split("\n\n")}
    return bool(own) and own in paragraphs and own not in _keys(wanted)


def _similar(have: str, want: str) -> bool:
    first, second = key(have), key(want)
    short, long = sorted((first, second), key=len)
    return bool(short) and short in long and (len(short) >= 0.4 * len(long) or len(short) >= 12)
