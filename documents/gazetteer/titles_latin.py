"""English and German citations of documents: "Action Plan for …", Regulation (EU) 2021/1060."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from documents.gazetteer.title import NUMBERED, TITLED, UNTITLED, Title
from documents.gazetteer.titles_han import ending
from documents.text.sentences import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from documents.gazetteer.hits import Hit, ReadZone

_LATIN_NUMBER_TAIL = re.compile(r"[\[(〔](?:19|20)\d\d[\])〕]\s*No\.?\s*\d+")
_LATIN_NUMBER = re.compile(
    r"\b(?:[A-Z][a-z]+(?: ?[A-Z]?[a-z]+){0,2}?(?:fa|han|ban|zi|ling|gui)"
    r"|Circular|Notice|Announcement|Opinions)\s*" + _LATIN_NUMBER_TAIL.pattern
)
_UNION_NUMBER = re.compile(
    r"\b(?:(?:Council|Commission)\s+)?(?:(?:Implementing|Delegated)\s+)?"
    r"(?:Regulation|Directive|Decision|Verordnung|Richtlinie|Beschluss|REGULATION|DIRECTIVE"
    r"|DECISION)\s+"
    r"(?:\((?:EU|EC|EEC|EG|EWG)(?:,\s*Euratom)?\)\s+)?(?:(?:No|Nr)\.?\s*)?"
    r"\d{2,4}/\d+(?:/(?:EU|EC|EEC|EG|EWG))?"
    r"|\((?:EU|EC)(?:,\s*Euratom)?\)\s+(?:No\.?\s*)?\d{4}/\d{2,4}\b"
    r"|\bCOM\s?[(/]20\d\d[)/]\s?\d+(?:\s+final)?"
)
_UNION_TAIL = re.compile(
    r"\d{2,4}/\d+(?:/(?:EU|EC|EEC|EG|EWG))?|(?<=COM)\s?[(/]20\d\d[)/]\s?\d+(?:\s+final)?"
)
# "Circular 18 of the State Council", "Decree No. 722", "Announcement No. 11 of 2023".
_NUMBERED_NOTICE = re.compile(
    r"\s+(?:No\.?\s*)?(?P<number>\d{1,5}(?:-\d+)?)"
    r"(?P<year>\s+of\s+(?:19|20)\d\d|[ ]?[\[(](?:19|20)\d\d[\])])?"
    r"(?P<giver>\s+(?:of|by)\s+(?:the\s+)?[A-Z][\w’'&-]*"
    r"(?:\s+(?:of\s+the\s+|of\s+|and\s+|for\s+)?[A-Z][\w’'&-]*)*)?"
)
_NUMBERED = frozenset(["Circular", "Decree", "Announcement", "Notice", "Document", "Order", "Law"])
_BEFORE_NUMBERED = re.compile(r"\b(?:Executive|Public)\s$")
# "A circular", and what follows the noun: "given by the State Council".
_GIVEN = frozenset({"circular", "notice", "guideline", "directive", "document", "decree"})
_ARTICLE = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]his)\s+(?:[a-z-]+\s+){0,2}?$")
_GIVEN_BY = re.compile(
    r"\s+(?:that\s+was\s+|which\s+was\s+|was\s+)?"
    r"(?:given|issued|released|published|promulgated|unveiled|sent)\s+(?:jointly\s+|out\s+)?by\s+"
    r"(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:of\s+the\s+|of\s+|and\s+|for\s+)?[A-Z][\w’'&-]*)*"
)
_BEFORE_NOUN = 60
_GERMAN = re.compile(
    r"\b(?:[A-ZÄÖÜ][\wäöüß]*-)*[A-ZÄÖÜ][a-zäöüß]{4,}(?:gesetz(?:es|e|buch)?|verordnung|richtlinie"
    r"|staatsvertrag)\b"
    r"|\b(?:[A-ZÄÖÜ][\wäöüß]+-){1,3}(?:Gesetz(?:es)?|Verordnung|Richtlinie)\b"
    r"|\b(?:Gesetz(?:es)?|Richtlinie|Verordnung)\s(?:zur|zum|über|für)"
    r"(?:\s(?:der|des|die|den|das|und|von|zur|eines|einer|[A-ZÄÖÜ][\wäöüß-]+)){1,9}"
    r"|\b(?:Nationalen?|Europäischen?)\s[A-ZÄÖÜ][a-zäöüß]{4,}strategie\b"
    r"|\b[A-ZÄÖÜ][a-zäöüß]{3,}(?:plan|programm|strategie|konzept)\s20[2-5]\d\b(?!\s?[-–])"
)
_GERMAN_WORDS = ("gesetz", "Gesetz", "verordnung", "richtlinie", "strategie", "vertrag", "plan 20")

# English: words in capitals round a type word, joined by small words that lead to the next capital.
_CAPITAL = (
    r"(?:[A-Z][\w’'&/-]*(?:[ ]\([A-Z][\w ,’'-]{1,50}\))?|[A-Z]\.|\d{4}(?:[-–]\d{2,4})?"
    r"|\d{1,2}(?:st|nd|rd|th)|e-[A-Z]\w+)"
)
_SMALL = r"(?:of|and|the|for|in|on|by|with|to|from|at|a|between|through|towards|toward|under|&)"
_LEFT = re.compile(rf"(?:{_CAPITAL}[ \n]+(?:(?:of|for|and|on|&)[ \n]+(?:the[ \n]+)?)?)*$")
_RIGHT = re.compile(
    rf"[ \n]+(?:on|for|of|to|concerning|regarding|in|against)[ \n]+(?:{_SMALL}[ \n]+)*{_CAPITAL}"
    rf"(?:(?:,?[ \n]+|,[ \n]+and[ \n]+)(?:{_SMALL}[ \n]+){{0,3}}{_CAPITAL})*"
)
# "the Opinions on supporting reed farmers": small letters behind a type word with its capital.
_DOING = re.compile(
    r"[ \n]+(?:on|for|to)[ \n]+(?:(?:further|better|comprehensively|vigorously)[ \n]+)*[a-z]+ing\b"
    r"(?:[ \n]+(?!(?:was|were|is|are|has|had|have|will|which|that|who|issued|released|published"
    r"|said|says|came|took|takes)\b)[A-Za-z0-9’'-]+){2,14}"
)
_YEARS = re.compile(r"[ \n]*\((?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)?\d\d)?(?:[ ][Ee]dition)?\)")
# "Climate Change Act 2008", "Clean Air Act of 1970".
_BARE_YEAR = re.compile(r"(?:[ \n]+of)?[ \n]+(?:19|20)\d\d\b(?![-–/]\d)")
_TYPES = (
    "Acts?|Laws?|Plans?|Regulations?|Directives?|Opinions|Measures|Outline|Agreement|Strategy"
    "|Notice|Code|Bill|Guidelines?"
)
# Another title in front: "the Chips Act and the ...", "the Reed Law of the land and the ...".
_OTHER_TITLE = re.compile(
    rf"\b(?:{_TYPES})(?:(?:,|[ \n]+and|[ \n]+or)[ \n]+(?:the[ \n]+)?"
    r"|[^,;]{1,80}?[ \n]and[ \n]+the[ \n]+)"
)
# Another title behind: "... and the Regulations of Reed Province".
_NEXT_TITLE = re.compile(rf",?[ \n]+and[ \n]+the[ \n]+(?:{_TYPES})\b")
_SMALL_PLAN = re.compile(r"(?:[a-z-]+[ \n]+){1,4}$")
# A body that a type word belongs to: "Council on Strategy", "Department of Law".
_BODY = re.compile(
    r"\b(?:Administration|Commission|Ministry|Department|Bureau|Agency|Council|Committee|Office"
    r"|Cent(?:er|re)|Institute|School|Board|Authority|Society|College|Faculty|Division|Directorate"
    r"|Minister|Secretary|Director|Professor|Head|Chair|Fellow|Program|Programme|Journal|Review"
    r"|Conference|Forum|Group|Doctor|Master|Bachelor)(?:[ \n]+General)?[ \n]+(?:of|for|on)[ \n]+"
    r"(?:the[ \n]+)?(?:[A-Z][\w-]*,?[ \n]+(?:(?:and|&)[ \n]+)?)*$"
)
_LONGEST_BODY = 80
_JOINED = re.compile(r"\b(?:of|on|for|and|to|in|&)[ \n]+(?:the[ \n]+)?$")
# Where the type word goes on as the name of something else: "Law School", "Convention Centre".
_OF_NAME = re.compile(
    r"[ \n](?:and[ \n]Exhibition|Cent(?:er|re)|School|Group|Council|Commission|Office|Institute"
    r"|Board|Committee|Foundation|Fund|Review|Journal|Department|Society|Firm|Library|University"
    r"|Gates|Clinton|With)\b"
)
_DATED = frozenset({"Act", "Law", "Bill", "Regulation", "Directive", "Measure", "Rule", "Strategy"})
_LAWFUL = frozenset(
    {"Act", "Law", "Treaty", "Protocol", "Accord", "Pact", "Declaration", "Convention"}
)
# What is no law though one word in capitals stands before: "Harvard Law", "Common Law".
_NO_LAW_WORDS = """
    International Public Private Common Criminal Civil Constitutional Harvard Yale Business Class
    Balancing Martial Tax Federal State Local National European Islamic Sharia Roman Natural Case
    Family First Last Second New Old This That Annual Party Republican Democratic Joint Internet
    Community Final Personal
"""
_NO_LAW = frozenset(_NO_LAW_WORDS.split())
_LEADING_WORDS = """
    The Under This That In By On For And Its As An A According To With When Since Our Their If
    After Before At Both Of From While It What How Why Where But So These Those Also Yet Although
    Through During Within Without Following
"""
_GENERIC_WORDS = """
    action master development implementation five-year three-year national overall special
    work annual provincial municipal general strategic new state draft final detailed interim
    trial city key joint local management guiding several relevant administrative implementing
    pilot
"""
_LEADING = frozenset(_LEADING_WORDS.split())
_GENERIC = frozenset(_GENERIC_WORDS.split())
# Titles in quotation marks whose words are small: titled "Guiding opinions on reed farming".
_QUOTED = re.compile(r"[“\"](?P<title>[A-Z][^“”\"\n]{10,160}?)(?P<stop>[,.;]?)[”\"]")
_CALLED = re.compile(r"\b(?:titled|entitled|called|named|dubbed|headed|known as)[ \n]*$")
_TYPE_WORD = re.compile(
    rf"\b(?:{_TYPES}|Framework|Catalogue|Circular|Charter|White Paper)\b", re.IGNORECASE
)


def latin_titles(read: ReadZone) -> Iterator[Title]:
    """Give the English and German citations of a zone."""
    text = read.text
    yield from (Title(span, NUMBERED) for span in _numbers(text))
    if any(word in text for word in _GERMAN_WORDS):
        yield from (Title(Span(*match.span()), TITLED) for match in _GERMAN.finditer(text))
    for hit in (*read.signals("title"), *read.signals("document")):
        word = text[hit.start : hit.end]
        if word in _GIVEN and (span := _untitled(text, hit)):
            yield Title(span, UNTITLED)
        elif word in _NUMBERED and (span := _numbered(text, hit)):
            yield Title(span, NUMBERED)
    for hit in read.signals("title"):
        if span := _latin_title(text, hit):
            yield Title(span, TITLED)
    yield from (Title(span, TITLED) for span in _quoted(text))


def _numbers(text: str) -> Iterator[Span]:
    yield from ending(text, _LATIN_NUMBER_TAIL, _LATIN_NUMBER)
    for tail in _UNION_TAIL.finditer(text) if "/" in text or "COM(" in text else ():
        begin = max(0, tail.start() - _BEFORE_NOUN)
        if match := _UNION_NUMBER.search(text, begin, tail.end()):
            yield Span(*match.span())


def _numbered(text: str, hit: Hit) -> Span | None:
    """Return "Circular 18 of the State Council" from its noun on, None where no number follows."""
    match = _NUMBERED_NOTICE.match(text, hit.end, hit.sentence.end)
    if match is None:
        return None
    is_certain = match["giver"] or match["year"] or len(match["number"]) > 4
    if not is_certain and "No" not in text[hit.end : match.start("number")]:
        return None
    before = _BEFORE_NUMBERED.search(text, max(0, hit.start - 10), hit.start)
    return Span(before.start() if before else hit.start, match.end())


def _untitled(text: str, hit: Hit) -> Span | None:
    """Return "a circular given by the State Council" round the noun, None where none gave it."""
    behind = _GIVEN_BY.match(text, hit.end, hit.sentence.end)
    if behind is None:
        return None
    start = max(hit.sentence.start, hit.start - _BEFORE_NOUN)
    before = _ARTICLE.search(text, start, hit.start)
    return Span(before.start(), behind.end()) if before else None


def _latin_title(text: str, hit: Hit) -> Span | None:
    """Return the title round a type word such as "Plan", None where it is no title."""
    sentence = hit.sentence
    word = text[hit.start : hit.end]
    if not word[0].isupper():
        return _small_plan(text, hit, sentence, _YEARS.match(text, hit.end, sentence.end))
    start = _start(text, sentence.start, hit.start)
    before = text[start : hit.start]
    if _is_of_body(text, before, hit):
        return None
    end = _behind(text, hit, start)
    years = _YEARS.match(text, end, sentence.end)
    if years is None and word.rstrip("s") in _DATED:
        years = _BARE_YEAR.match(text, end, sentence.end)
    if end > hit.end or (years and _own_words(before)):
        return Span(start, years.end() if years else end)
    is_told = _is_told_by(before, word) and (
        word in _LAWFUL or not _is_headline(text, Span(start, end), sentence)
    )
    return Span(start, years.end() if years else end) if is_told else None


def _is_headline(text: str, title: Span, sentence: Span) -> bool:
    """Whether all long words round a title have capitals, so that its own tell nothing."""
    others = text[sentence.start : title.start] + " " + text[title.end : sentence.end]
    words = [word for word in others.split() if len(word) > 3]
    return bool(words) and not any(word[0].islower() for word in words)


def _is_of_body(text: str, before: str, hit: Hit) -> bool:
    """Whether the word is a body's, as in "Council on Strategy" and "Law School", or a heading's.

    A line in capitals is a heading.
    """
    is_shouted = before.isupper() and text[hit.start : hit.end].isupper()
    begin = max(hit.sentence.start, hit.start - _LONGEST_BODY)
    is_body = _BODY.search(text, begin, hit.start) or _OF_NAME.match(text, hit.end)
    return is_shouted or is_body is not None


def _behind(text: str, hit: Hit, start: int) -> int:
    """Return where the words behind a type word end that belong to its title."""
    right = _RIGHT.match(text, hit.end, hit.sentence.end)
    if right:
        return _end(text, hit.end, right.end())
    opens = start <= hit.sentence.start
    doing = None if opens else _DOING.match(text, hit.end, hit.sentence.end)
    return doing.end() if doing else hit.end


def _own_words(before: str) -> list[str]:
    """Return the words before a type word that say more than "action" or "national"."""
    return [word for word in before.split() if word.lower() not in _GENERIC]


def _is_told_by(before: str, word: str) -> bool:
    """Whether the words before a type word alone make it a title: two in capitals, one of a law."""
    words = _own_words(before)
    capitals = [one for one in words if one[0].isupper() or one[0].isdigit()]
    if len(capitals) != 1:
        return len(capitals) > 1
    one = capitals[0]
    is_beside = words[-1] == one
    return word in _LAWFUL and is_beside and one not in _NO_LAW and not one.endswith(("’s", "'s"))


def _start(text: str, begin: int, at: int) -> int:
    """Return where the capitals in front of a type word begin, articles left out."""
    if _JOINED.search(text, max(begin, at - 10), at):
        return at  # "Council on Strategy": the type word opens its title
    match = _LEFT.search(text, max(begin, at - 120), at)
    start = match.start() if match else at
    for other in _OTHER_TITLE.finditer(text, start, at):
        start = other.end()
    while start < at:
        word = re.match(r"\S+\s+", text[start:at])
        if word is None or (word[0].strip() not in _LEADING and not word[0][0].islower()):
            break
        start += word.end()
    return start


def _end(text: str, begin: int, end: int) -> int:
    """Return where the words in capitals behind a type word end, another title left out."""
    other = _NEXT_TITLE.search(text, begin, end)
    return other.start() if other else end


def _small_plan(text: str, hit: Hit, sentence: Span, years: re.Match[str] | None) -> Span | None:
    """Return "development plan (2021-35)": small letters are a title only with its years."""
    if years is None:
        return None
    match = _SMALL_PLAN.search(text, max(sentence.start, hit.start - 60), hit.start)
    words = match[0].split() if match else []
    kept: list[str] = []
    for word in reversed(words):
        if word in {"the", "a", "an", "its", "this", "under", "of", "in", "to", "by", "new", "and"}:
            break
        kept.insert(0, word)
    start = hit.start - len(match[0]) if match and kept else hit.start
    if match and kept:
        start += (
            match[0].rindex(kept[0]) if match[0].count(kept[0]) == 1 else match[0].index(kept[0])
        )
    return Span(start, years.end())


def _quoted(text: str) -> Iterator[Span]:
    """Give titles in quotation marks that have a type word and are no speech."""
    if "”" not in text and '"' not in text:
        return
    for match in _QUOTED.finditer(text):
        title = match["title"]
        if not _TYPE_WORD.search(title):
            continue
        long_words = [word for word in title.split() if len(word) > 4]
        is_headline = sum(word[0].isupper() for word in long_words) > 0.6 * len(long_words)
        is_called = _CALLED.search(text, max(0, match.start() - 14), match.start())
        if is_called or (is_headline and not match["stop"]):
            yield Span(match.start("title"), match.end("title"))
