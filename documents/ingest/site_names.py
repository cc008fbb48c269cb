"""Weighs the signs by which a site names itself at the head and at the foot of its pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.ingest.affiliations import is_affiliation_list
from documents.ingest.byline import starts_byline
from documents.ingest.controls import is_only_controls
from documents.ingest.draft import Found
from documents.ingest.furniture import TRAIL, find_furniture_rule, segments_of
from documents.ingest.labels import pairs_in
from documents.ingest.lines import Line
from documents.ingest.metalines import is_name_with_institution
from documents.ingest.names import is_person, is_publisher
from documents.ingest.phrases import compile_phrases, load_phrases, pattern_of
from documents.ingest.shape import ends_sentence, han_count, key, word_count
from documents.ingest.site_words import is_generic, is_section
from documents.text.dates import find_dates

_WORDINGS = tuple(
    (row["name"], float(row["weight"]), re.compile(pattern_of(row)))
    for row in load_phrases("sources")["wording"]
)
_MASTHEAD = compile_phrases("sources", "masthead", 0)
_ACRONYM = re.compile(r"[A-Z]{2,7}")
_DOTTED = re.compile(r"^[A-Z]\w{2,}\.[A-Z]\w{2,}$")  # a title such as Caixin.Global
_HOST = compile_phrases("sources", "host")
_ROOTS = compile_phrases("sources", "roots")
_SMALL = re.compile(
    r"(?:of|for|and|the|in|on|at|de|la|le|des|du|et|für|und|der|to|by|from)$|[&+–-]$"
)
_LABEL = re.compile(r"^[A-Z][\w ]{1,28}[:：]\s*")
_DASH = re.compile(r"\s+[–—-]\s+")
_HEAD, _TAIL = 8, 14  # lines in which a name may stand
_LAST = 3  # lines at the end that are likely a name
_LONGEST = 60  # words of a line that can speak of the site
_NO_NAME = re.compile(
    r"(?:us|me|uns|nous|you|our|your|my|this|it|we|portions)(?:\s|$)|.*\b(?:copyright|contributors)\b",
    re.IGNORECASE,
)
_SERIES = re.compile(r"\b(?:series|schriftenreihe|collection)$|(?:系列|丛书|专栏)$", re.IGNORECASE)
_BESIDE = re.compile(
    r"^(?:上一|下一|前一|后一|previous|next)[^:：]{0,8}[:：]\s*(\S.*)$", re.IGNORECASE
)
_COMPANY = re.compile(r"\b(?:Inc|Ltd|Co|Corp)\.$")
_NEXT = re.compile(r"(?:next|previous) (?:article|story|post|paper)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"(?:\s*\[[^\[\]]{2,30}\]){2,}$")
_MARKED = re.compile(r"\d[^\W\d_]")  # "1University of the Bay": an author's
_ABRIDGED = 5  # words from which a line can be an abridged title
_LEAST = 1.2  # weight from which a name counts
_OWNER = "owner named at the foot"
_AGAIN = "name alone that the page says again"
_ALONE = "name at the head of the page"
_FIRST = "first line above the menu"
_WINDOW = "end of the window's title"
_ROOT = "first name of the breadcrumb"
_PERIODICAL = "name of a periodical at the head"
_HEAD_RULES = {_ALONE, _FIRST, _ROOT}
_PLACES = {*_HEAD_RULES, _AGAIN}  # where a section or another page may stand as well
_HOSTED = "name in the address of the site"


@dataclass(frozen=True, slots=True)
class Sign:
    """One ground for taking a name for the site's; `rule` says which, `weight` how strong."""

    name: str
    rule: str
    weight: float
    line: Line


class _Said:
    """The lines of a page, to look up in which of them a name is said again."""

    def __init__(self, head: Sequence[Line], body: Sequence[Line], tail: Sequence[Line]) -> None:
        self.site = [(line.at, key(line.text)) for line in (*head, *tail)]
        self.text = [key(line.text) for line in body]

    def weigh(self, name: str, own: set[int], words: int) -> float:
        """Weigh a name in the site's other lines, and one of several words in the text."""
        if any(name in other for at, other in self.site if at not in own):
            return 0.7
        return 0.4 if words > 1 and any(name in other for other in self.text) else 0.0


def find_site_names(
    head: Sequence[Line], body: Sequence[Line], tail: Sequence[Line], title: Line
) -> Iterator[Found[str]]:
    """Give the names that signs speak for, each with a confidence that grows with their weight.

    Signs of names that contain one another count half for each other.
    """
    others = _others(head, tail) | _abridged(head, title)
    signs = [
        sign
        for sign in _signs(head, tail, title)
        if _is_name(sign.name) and not (sign.rule in _PLACES and key(sign.name) in others)
    ]
    by_name: dict[str, dict[str, Sign]] = defaultdict(dict)
    for sign in signs:
        kept = by_name[key(sign.name)].get(sign.rule)
        if kept is None or kept.weight < sign.weight:
            by_name[key(sign.name)][sign.rule] = sign
    said = _Said(head, body, tail) if by_name else _Said((), (), ())
    hosts = _hosts((*head, *tail)) if by_name else frozenset()
    own = {name: _weigh(name, rules, said, hosts) for name, rules in by_name.items()}
    full = {
        name: own[name] + 0.5 * max((own[one] for one in own if _are_kin(name, one)), default=0.0)
        for name in by_name
    }
    for name, rules in by_name.items():  # the head prints the name in full that the foot shortens
        if _HEAD_RULES & rules.keys():
            short = [full[one] for one in full if one != name and name.startswith(one)]
            full[name] = max([full[name], *(weight + 0.01 for weight in short)])
    for name, weight in sorted(full.items(), key=lambda pair: -pair[1]):
        rules = by_name[name]
        if weight >= _LEAST:
            best = max(rules.values(), key=lambda sign: sign.weight)
            confidence = round(min(0.83, 0.4 + 0.14 * weight), 3)
            yield Found(best.name, best.rule, best.line.text, confidence, best.line.at)


def _weigh(
    name: str,
    rules: Mapping[str, Sign],
    said: _Said,
    hosts: frozenset[str],
) -> float:
    weight = sum(sign.weight for sign in rules.values())
    written = next(iter(rules.values())).name
    weight += said.weigh(name, {sign.line.at for sign in rules.values()}, word_count(written))
    initials = "".join(word[0] for word in re.findall(r"\w+", written))
    if any(_names(host, name, initials.casefold()) for host in hosts):
        weight += 1.2
    return weight


def _names(host: str, name: str, initials: str) -> bool:
    return (
        host == name or (len(host) >= 3 and host == initials) or (len(host) >= 5 and host in name)
    )


def _are_kin(name: str, other: str) -> bool:
    short, long = sorted((name, other), key=len)
    return name != other and len(short) >= 3 and short in long


def _hosts(lines: Sequence[Line]) -> frozenset[str]:
    """Give the telling parts of the addresses at the head and the foot: "rtc" of www.rtc.eu."""
    found = (match[0].split(".") for line in lines for match in _HOST.finditer(line.text[:400]))
    return frozenset(part.casefold() for parts in found for part in parts[:-1] if len(part) > 2)


def _others(head: Sequence[Line], tail: Sequence[Line]) -> frozenset[str]:
    """Give the names of sections that end a trail, and the titles of the pages next to this one."""
    found = [segments_of(line.text)[-1] for line in head if _is_trail(line)]
    found += [match[1] for line in tail if (match := _BESIDE.match(line.text))]
    found += [after.text for line, after in pairwise(head) if _NEXT.match(line.text)]
    return frozenset(map(key, found))


def _abridged(head: Sequence[Line], title: Line) -> frozenset[str]:
    """Give the lines of the head that are the title in fewer words, as a site's headline is."""
    own = set(re.findall(r"\w+", title.text.casefold()))
    words = {line.text: re.findall(r"\w+", line.text.casefold()) for line in head}
    return frozenset(
        key(text)
        for text, said in words.items()
        if len(said) >= _ABRIDGED and sum(word in own for word in said) >= 0.8 * len(said)
    )


def _signs(head: Sequence[Line], tail: Sequence[Line], title: Line) -> Iterator[Sign]:
    for line in (*head, *tail):
        if word_count(line.text) <= _LONGEST:
            yield from _worded(line)
    above = [line for line in head if line.at < title.at] if title.at else list(head)
    yield from _first_line(above[:_HEAD])
    for line in head[:_HEAD]:
        yield from _header(line, above=not title.at or line.at < title.at)
    for line in head[: _HEAD // 2]:
        yield from _window(line, title, head)
    for place, line in enumerate(reversed(tail[-_TAIL:])):
        if _is_alone(line.text) and not is_section(line.text):
            last = 0.8 if place < _LAST else 0.3
            yield Sign(line.text, _AGAIN, 1.5 if is_publisher(line.text) else last, line)


def _worded(line: Line) -> Iterator[Sign]:
    """Give the names that the wording of a line tells: "© 2020 Name", "Subscribe to Name"."""
    for text in line.parts or (line.text,):
        for rule, weight, form in _WORDINGS:
            match = form.search(text)
            if match is None:
                continue
            name = next((value for value in match.groupdict().values() if value), "")
            name = _before_menu(name.strip())
            words = is_only_controls if rule == _OWNER else is_section
            if not (words(name) or _NO_NAME.match(name)):
                yield Sign(name, rule, weight, line)


def _before_menu(name: str) -> str:
    """Leave the sections away that a menu's line has behind a name: "About CBP News Projects …"."""
    words = name.split()
    last = next((at for at in range(len(words), 0, -1) if not is_section(words[at - 1])), 0)
    return " ".join(words[:last] if last and len(words) - last >= 3 else words)


def _first_line(above: Sequence[Line]) -> Iterator[Sign]:
    """Give the first line that is no part of the site's own menu, with what stands below it."""
    for at, line in enumerate(above):
        below = above[at + 1 : at + 4]
        if find_furniture_rule(line) or is_section(line.text):
            continue
        if not _is_alone(line.text, small=any(map(_is_trail, below[:1]))):
            return
        menu = any(map(_is_site, below))
        capitals = len(re.findall(r"(?<!\w)[A-ZÀ-Þ0-9]\w", line.text))
        several = (capitals >= 2 and not line.text.isupper()) or bool(han_count(line.text))
        name = _BRACKETS.sub("", line.text)
        yield Sign(name, _FIRST, 0.5 + 1.2 * menu + 0.7 * several, line)
        return


def _header(line: Line, *, above: bool) -> Iterator[Sign]:
    """Give the names in a line of the head: alone, at the root of a trail or beside a section."""
    text = line.text
    told = ends_sentence(text) and not _COMPANY.search(text)
    if pairs_in(line) or told or find_dates(text) or _names_people(text):
        return
    text = _BRACKETS.sub("", text)
    segments = [_ROOTS.sub("", part) for part in line.parts or segments_of(_LABEL.sub("", text))]
    alone = len(segments) == 1
    for position, segment in enumerate(segments):
        name = _beside_section(segment)
        if is_publisher(name) and word_count(name) <= 12:
            yield Sign(name, _ALONE, 2.8 if alone or position == 0 else 1.8, line)
        elif above and position == 0 and not alone and _is_alone(name) and not is_section(name):
            known = word_count(name) > 1 or bool(_ACRONYM.fullmatch(name))
            yield Sign(name, _ROOT, 1.3 if known else 0.8, line)
        elif above and alone and _HOST.fullmatch(name):
            yield Sign(name, _HOSTED, 2.0, line)
        elif above and alone and (_MASTHEAD.match(name) or _DOTTED.match(name) or name != segment):
            yield Sign(name, _PERIODICAL, 1.2, line)
        elif above and _ACRONYM.fullmatch(name) and not alone:
            yield Sign(name, _ALONE, 1.5, line)


def _names_people(text: str) -> bool:
    return starts_byline(text) or is_name_with_institution(text) or is_affiliation_list(text)


def _beside_section(segment: str) -> str:
    """Leave the kind of a page away that stands beside a name: "Harbo – Policy Brief"."""
    parts = _DASH.split(segment)
    names = [part for part in parts if not is_section(part)]
    return names[0].strip() if len(parts) > 1 and len(names) == 1 else segment.strip()


def _window(line: Line, title: Line, head: Sequence[Line]) -> Iterator[Sign]:
    """Give the name that the window's title, pasted with the page, has beside the page's own."""
    keys = {key(title.text), *(key(one.text) for one in head[:8] if one.at != line.at)}
    for form in (r"\s[–—-]\s", r"\s?[|_｜]\s?"):
        parts = [part for part in re.split(form, line.text) if part.strip()]
        if len(parts) < 2 or word_count(parts[-1]) > 8:
            continue
        rest = key(line.text[: line.text.rindex(parts[-1])])
        if rest in keys or key(parts[0]) in keys:
            yield Sign(parts[-1].strip(), _WINDOW, 2.6, line)
        elif key(line.text[len(parts[0]) :]) in keys and word_count(parts[0]) <= 8:
            yield Sign(parts[0].strip(), _WINDOW, 2.6, line)


def _is_trail(line: Line) -> bool:
    return find_furniture_rule(line) == TRAIL


def _is_site(line: Line) -> bool:
    """Say whether a line is a menu, a trail of links or a control of the site."""
    if is_only_controls(line.text) or re.match(r"^(?:Home|首页)\b", line.text):
        return True
    return find_furniture_rule(line) in (TRAIL, "menu or breadcrumb", "controls")


def _is_name(name: str) -> bool:
    if (
        not 2 <= len(name) <= 100
        or word_count(name) > 14
        or is_generic(name)
        or _SERIES.search(name)
        or _MARKED.match(name)
    ):
        return False
    return not (find_dates(name) or (ends_sentence(name) and not name.endswith(".")))


def _is_alone(text: str, *, small: bool = False) -> bool:
    """Say whether a line has the form of a name: few words, capitalised, no label or date."""
    if find_dates(text) or pairs_in(Line(text)) or ends_sentence(text) or is_generic(text):
        return False
    if is_only_controls(text) or re.search(r"(?<!\w)\d+(?!\w)|[/>|@:：•]", text):
        return False
    if han_count(text):
        return 4 <= han_count(text) <= 16 and " " not in text and not is_person(text)
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    if small:
        return 2 <= len(words) <= 9
    return 1 <= len(words) <= 8 and all(word[0].isupper() or _SMALL.match(word) for word in words)
