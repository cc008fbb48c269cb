"""Reads the reporters whom a Chinese report names: in its dateline or beside a word for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.ingest.byline import read_han_names, read_pen_names, unique_of
from documents.ingest.draft import Author
from documents.ingest.names import is_han_person, is_organisation, part_names
from documents.ingest.shape import HAN
from documents.text.folding import fold

_HAN_BY = re.compile(
    rf"(?P<org>(?:\d{{2}})?[{HAN}]{{0,14}}?)(?:全媒体|见习|特约|实习|首席|(?P<own>本[报刊网社台]))*(?:记者|通讯员|撰稿人?|作者|原创|撰文|"
    rf"执笔人?|文[/丨|]\s?(?:特约)?(?:撰稿人|作者|记者)?|文字/)\s*[:：丨|/]?\s*"
    rf"(?P<names>(?>[{HAN}·]{{2,4}}(?:[\s、，,/]+(?!本[报刊网社台]|记者|通讯员)[{HAN}·]{{2,4}})*))"
    r"(?!\s*(?:[/／]?[摄攝]|制图))"  # who took the picture
)
# "某通讯社北京1月16日电（": the agency whose reporters are named in the bracket.
_DATELINE = re.compile(
    rf"(?P<agency>[{HAN}]{{2,8}}?[社网报台])[{HAN}]{{2,8}}\d{{1,2}}月\d{{1,2}}日[电讯]\s?[（(]$"
)
# "本报讯（张三 记者 李四）": all whom the bracket behind a dateline names.
_BRACKET = re.compile(rf"^.{{0,30}}?[讯訊电電]\s?[（(](?P<names>[{HAN}·\s、，,/:：]{{2,60}})[)）]")
_CALLED = re.compile(
    r"(?:本[报刊网社台])?(?:全媒体|见习|特约|实习|首席|融媒体?)*(?:记者|通讯员|实习生|作者|文)\s?[:：/]?"
)
_EMPLOYER = 4  # characters of a name before "记者" at the head of a line


def find_han_reporters(text: str) -> tuple[Author, ...]:
    """Give the reporters that a paragraph names: "某社北京1月16日电（记者张三、李四）"."""
    folded = fold(text)
    called = tuple(_called_in(text, folded))
    bracket = _BRACKET.match(folded)
    if bracket is None:
        return unique_of(called)
    begin, end = bracket.span("names")
    words = list(_CALLED.finditer(folded, begin, end))
    starts = [begin, *(one.end() for one in words)]
    ends = [*(one.start() for one in words), end]
    named = " ".join(text[one:other] for one, other in zip(starts, ends, strict=True))
    employers = {one.name: one for one in called}
    people = read_han_names(named)
    if len(people) < len(re.split(r"[\s、，,/]+", named.strip())):
        return unique_of(called)  # a bracket that holds other words
    return unique_of(employers.get(one.name, one) for one in people)


def names_reporters(opening: str) -> bool:
    """Say whether a paragraph opens with a dateline's bracket or with a word for reporters."""
    folded = fold(opening)
    return "记者" in folded or "通讯员" in folded or bool(_BRACKET.match(folded))


def _called_in(text: str, folded: str) -> Iterator[Author]:
    """Give the people behind each word for reporters, with the body that it names."""
    for match in _HAN_BY.finditer(folded):
        organisation = _employer(match, text)
        written = text[slice(*match.span("names"))]
        people = read_han_names(written)
        if not any(map(is_han_person, part_names(re.split(r"[\s、，,/]", written)[0]))):
            people = read_pen_names(written) if _stands_alone(match, text) else ()
        for author in people:  # none in "记者日前获悉，…"
            yield Author(author.name, (organisation,) if organisation else ())


def _employer(match: re.Match[str], text: str) -> str:
    """Give the body before "记者", as in 某日报记者 and 本报记者, "" where none is named."""
    name = text[slice(*match.span("org"))]
    opens = match.start() == 0 or text[match.start() - 1] in " （(\n"
    writes = "记者" in match[0] or "撰稿" in match[0]
    if is_organisation(name) or (opens and len(name) >= _EMPLOYER and writes):
        return name
    if line := _DATELINE.search(text[: match.start()]):
        return line["agency"]
    called = next((word for word in ("记者", "通讯员") if word in match[0]), "")
    return f"{match['own']}{called}" if match["own"] and called else ""


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """Say whether reporters and their names are a whole line or stand in brackets."""
    start, end = match.span()
    apart = text[match.start("names") - 1].isspace()
    return (apart and not start and end == len(text)) or (
        text[start - 1 : start] in ("(", "（") and text[end : end + 1] in (")", "）")
    )
