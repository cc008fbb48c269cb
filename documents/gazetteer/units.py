"""The unit of a number and what it counts, from the words round it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from documents.gazetteer.numbers import CODES

if TYPE_CHECKING:
    from documents.gazetteer.numbers import Number

_CURRENCY = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "￥": "CNY",
    "HK$": "HKD",
    "NT$": "TWD",
} | {code: code.replace("RMB", "CNY").replace("Rmb", "CNY") for code in CODES.split("|")}
_CURRENCY_BEFORE = re.compile(
    rf"({'|'.join(re.escape(sign) for sign in sorted(_CURRENCY, key=len, reverse=True))})\s?$"
)
LONGEST_CURRENCY = 4  # characters, the blank behind it included
_SCALE = (
    r"(?:[Hh]undred|[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|bn|mn|Mio\.?|Mrd\.?|Million(?:en)?"
    r"|Milliarden?|Tausend)"
)
_SHORT_SCALE = re.compile(r"[mk]\b")  # £450m
_SHORT_SCALES = {"m": "million", "k": "thousand"}
_MEASURE = (
    r"(?:%|％|per ?cent(?:age points?)?|(?:percentage|basis) points?|Prozent|yuan|renminbi|RMB"
    r"|U\.?S\.? dollars|dollars|euros?|Euro|pounds|yen|CNY|USD|EUR"
    r"|(?:square|sq\.?) (?:kilomet(?:er|re)s|met(?:er|re)s|miles|feet|km|m)|km[²2]|m²"
    r"|cubic met(?:er|re)s|kilomet(?:er|re)s|met(?:er|re)s|hectares|acres|mu|miles|km|ha|Kilometer"
    r"|Hektar|Quadratkilometer|Meter"
    r"|(?:metric )?tonn?es|(?:metric )?tons|kilograms?|kg|liters|litres|minutes|hours|days|weeks"
    r"|months"
    r"|years|(?:kilo|centi|milli)?met(?:er|re)|mile|hectare|acre|ton(?:ne)?|minute|hour|pence|mm|cm|Minuten|Stunden|Tage|Wochen|Monate|Jahre|gigawatts?|megawatts?|kilowatts?|kilowatt-hours"
    r"|GW|MW|kW|kV|kWh|GWh|MWh|TWh|Tonnen|times)"
)
_LATIN = re.compile(
    rf"[ \n\u00a0-]?(?:(?P<scale>{_SCALE})\b[ \n\u00a0-]?)?(?:(?P<measure>{_MEASURE})(?![A-Za-z]))?"
)
_LETTER = "[A-Za-zÄÖÜäöüß]"
_GERMAN_NOUN = (
    r"(?:Einwohner|Schüler|Haushalte|Projekte|Betriebe|Beschäftigte|Länder|Landkreise)n?"
    r"|[A-ZÄÖÜ][a-zäöüß]+innen"
    r"|(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Ss]tädte|[Kk]räfte|[Pp]lätze|[Zz]entre|[Vv]erbände)n?"
    r"|(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Kk]ommunen|[Gg]emeinden|[Rr]egionen|[Ww]ohnungen|[Uu]nternehmen"
    r"|[Mm]enschen|[Pp]ersonen|[Ss]chulen|[Ss]tellen|[Gg]ebäuden?)"
)
_NOUN = re.compile(
    rf"[ \n]+((?:{_LETTER}[\w’'&-]*[ \n]+){{0,4}}?"
    rf"(?:{_LETTER}[\w’'-]*s|people|women|men|children|staff|police|sheep|cattle|livestock|personnel"
    rf"|aircraft|{_GERMAN_NOUN}))\b"
)
_IS_GERMAN = re.compile(rf"(?:{_GERMAN_NOUN})$")
# "Six of the eight cities": what is counted stands behind.
_SOME_OF = re.compile(
    r"[ \n]+of[ \n]+(?:the|its|their|these|those|our)[ \n]+"
    r"(?!most\b|best\b|main\b|major\b|few\b)((?:[\w’'-]+[ \n]+){0,3}?[a-z][\w’'-]*s)\b"
)
# "Cut carbon dioxide emissions by 9,800 tons": what is changed stands before.
_CHANGED = re.compile(
    r"\b(?:cut|cuts|cutting|sav(?:e|es|ed|ing)|(?:reduc|rais|increas)(?:e|es|ed|ing)"
    r"|(?:lower|boost|expand)(?:s|ed|ing)?)[ \n]+((?:[A-Za-z][\w’'-]*[ \n]+){1,6}?)(?:by|to)[ \n]+"
    r"(?:(?:about|over|more than|nearly|almost|some)[ \n]+)?$"
)
_A_YEAR = re.compile(
    r"[ \n]+(?:a|an|per|each|every)[ \n]+(?:year|month|day|week|hour)\b.*", re.DOTALL
)
_IDLE_WORDS = "things ones thirds times ways sides questions reasons examples points parts steps"
_IDLE = frozenset(_IDLE_WORDS.split())
_STOP_WORDS = """
    of in on at for to from by with and or but the a an that which who is are was were be been
    has have had as than will would should may can could so if when while because since did does
    do its their this these those und der die das sind ist werden wird
"""
_STOP = re.compile(rf"\b(?:{'|'.join(_STOP_WORDS.split())})\b", re.IGNORECASE)
_HAN_UNIT = re.compile(
    r"\s?(?:多|余|来)?(?P<scale>万亿|千亿|百亿|亿|千万|百万|万|千|百)?(?:多|余)?"
    r"(?P<measure>[%％‰]|个百分点|个工作日|个多?月|个多?小时|个半?小时|元|美元|欧元|亩次?|户次?|公里|千米"
    r"|平方(?:公里|米|千米)|立方米|公顷|人次?(?!帮)|吨(?:标准?煤)?|千瓦时?|兆瓦|千克|公斤|分钟|小时|标准?箱|班次|对车|台套"
    r"|日(?=之?内)|[厘毫]米|[kKMGT]Wh?|兆瓦时|吉瓦|季度"
    r"|[名位家个项座条处所台套辆艘架件张对次笔批类种度倍岁天周年床斤头株棵方成折米门栋间片口场枚列篇只支宗趟颗幢幅盏匹羽"
    r"尾箱桶票份层])?"
)
# Kinds of things rather than things: 两座 counts, 两个 says little.
_VAGUE = frozenset("个项条类种次批位名家")
# Five principles, three stages, 四个“意识”: numbers that name a list and measure nothing.
_HAN_LIST = re.compile(
    r"[“‘《]|(?:重大|重要|主要|基本|大)?(?:方面|阶段|步骤|层次|环节|重点|关键|原则|意识|自信|维护|确保|坚持|有利于|必须"
    r"|转变|结合|统筹|文明|部分|问题|特点|要求|领域|要素|全面|优先|代表|布局|理念|战略|体系|机制|路径|文件|月内|级别|现代化|主张)"
)
_TERM = re.compile(r"度?(?:期|内|均|以[上下])|之内")  # 三年内; 四十余年 tells when
# 有效期三年, 为期两年: how long something holds.
LASTS = re.compile(r"(?:期限?|为期|长达|最长|至少|不少于|不超过|连续|满)(?:为|是|一般为)?$")
LONGEST_LASTS = 8  # characters
LIST_UP_TO = 12
_HAN = re.compile(r"[\u3400-\u9fff]")
_CLAUSE = re.compile(r"[，。；：、！？（）()\n]|[,;:]\s")
_HAN_CLAUSE = re.compile(r"[，。；：！？（）()\n]")
_LASTING = re.compile(r"years|months|weeks|days|Jahre|Monate|Wochen|Tage")
_SINCE = re.compile(
    r"\b(?:past|last|next|coming|previous|recent|first|for|after|spent|including|over the)\s+"
    r"(?:(?:nearly|about|more than|over|almost|at least|the|some|\w+ to)\s+)*$"
)
_AGO = re.compile(r"\s+(?:ago|away|later|earlier|old|in the|of|on|from now|running|since|after)\b")
_BYTES = re.compile(r"\s?(?:[KMG]B|bytes)\b")
# Before a bare decimal that is a value: "below 1.2", 均值为0.83.
_STANDS_AT = re.compile(
    r"\b(?:below|above|under|of|at|is|was|index|ratio|coefficient|score|from|to|only|just|about|than)"
    r"\s+$"
)
_HAN_STANDS_AT = re.compile(r"(?:为|是|达|至|到|于|约|值|数|过|近|有|由|从|的)$")
_THING = re.compile(
    r"[ \n]((?:[a-z][a-z’'-]*[ \n]){0,2}?[a-z][a-z’'-]{2,})(?=[,.;:)\n]|[ \n](?:for|to|in|on|by)\b)"
)
_VERB = re.compile(
    r"\b(?:will|would|has|have|had|is|are|was|were|should|must|may|can|could|amount(?:s|ed)?|reach(?:ed|es)?"
    r"|rose|rise|rises|grew|grow|grows|fell|fall|falls|declined|increased|dropped|climbed|totall?ed|came"
    r"|exceed(?:s|ed)?|contribut(?:e|es|ed)|account(?:s|ed)?|hit|costs?|pa(?:ys?|id)|receive[sd]?|needs?|takes?"
    r"|covers?|covered|stands?|stood|makes?|made|brings?|brought|earns?|earned|sells?|sold|handled?|handles)\b"
)
_LEAD = re.compile(
    r"^(?:(?:(?:by|in|until|up to|since|from)\s+(?:the end of\s+)?20\d\d|and|but|while|that|when"
    r"|where|with|since|because|as|so|or|in|its|their|the|a|an|this|these)\s+)+",
    re.IGNORECASE,
)
_HAN_LEAD = re.compile(
    r"^(?:其中|去年|今年|全年|目前|预计|力争|到?20\d\d年(?:底|末)?|近年来|截至目前|同时|并|使|将|把|由|从|有|在这)+"
)
_HAN_VERB = re.compile(
    r"(?:达到|达|增长|增加|提高|下降|降低|降至|增至|突破|超过|约|近|不低于|不超过|完成|实现|占|为|是|有|共有|安排"
    r"|投入|仅|只|了|到|至|由|从|以上|的|“|在|于)+$"
)
_HAN_BARE = re.compile(r".?|(?:年均|平均|比上年|同比|分别|每年|再|较上年|比.{1,6}年)+")
LONGEST = 100  # characters of what a figure counts
LEAST_SPELT = 3  # 一个 and 两家 say little
LEAST_GROUPED = 1000  # 2.0 is a version, 50.000 Einwohner are not
LEAST_PLAIN = 2  # 一吨 says little too
_PHRASE = r"(?:[^,.;:()\n]|(?<=\d)[,.](?=\d))+"
_OF = re.compile(rf"\s+(?:of|des|der)\s+({_PHRASE})")


class Unit(NamedTuple):
    """A unit as written; start and end take in the number, its currency and its unit."""

    start: int
    end: int
    text: str
    what: str


def unit_of(quote: str, number: Number) -> Unit | None:
    """Return the unit of a number in a sentence; None where the number counts nothing."""
    start, end = number.start, number.end
    currency = _CURRENCY_BEFORE.search(quote, max(0, start - LONGEST_CURRENCY), start)
    if currency:
        return _money(quote, number, currency)
    if number.unit:
        what = _han_what(quote, number.start, number.end)
        return Unit(number.start, number.end, number.unit, what)
    if _HAN.search(quote, end, end + 4) or _HAN.match(quote, max(0, start - 1)):
        return _han_unit(quote, number)
    return _latin_unit(quote, number)


def _money(quote: str, number: Number, currency: re.Match[str]) -> Unit:
    match = _LATIN.match(quote, number.end)
    scale = match["scale"] if match else None
    end = match.end("scale") if match and scale else number.end
    if scale is None and (short := _SHORT_SCALE.match(quote, number.end)):
        scale, end = _SHORT_SCALES[short[0]], short.end()
    text = f"{scale} {_CURRENCY[currency[1]]}" if scale else _CURRENCY[currency[1]]
    return Unit(currency.start(), end, text, _what(quote, currency.start(), end))


def _latin_unit(quote: str, number: Number) -> Unit | None:
    match = _LATIN.match(quote, number.end)
    scale, measure = (match["scale"], match["measure"]) if match else (None, None)
    if match and measure:
        if _LASTING.fullmatch(measure) and _is_past(quote, number.start, match.end()):
            return None
        text = " ".join(part for part in (scale, measure) if part)
        return Unit(number.start, match.end(), text, _what(quote, number.start, match.end()))
    at = match.end("scale") if match and scale else number.end
    noun = _noun(quote, at, number)
    if noun is None:
        return _bare(quote, number, at, scale)
    text = " ".join(part for part in (scale, noun[0].split()[-1]) if part)
    return Unit(number.start, noun.end(), text, _counted(quote, noun))


def _is_past(quote: str, start: int, end: int) -> bool:
    """Whether years and months tell when: "the past 30 years", "three months ago"."""
    return bool(_SINCE.search(quote[:start]) or _AGO.match(quote, end))


def _noun(quote: str, at: int, number: Number) -> re.Match[str] | None:
    """Return the words up to a plural noun behind a number, None where another word cuts in."""
    match = _SOME_OF.match(quote, at) or _NOUN.match(quote, at)
    is_whole = number.value == int(number.value) < LEAST_GROUPED
    is_version = is_whole and "." in quote[number.start : number.end]
    if match is None or is_version or _STOP.search(match[1]) or _is_name(quote, number, match[1]):
        return None
    return None if number.is_spelt and match[1].split()[-1].lower() in _IDLE else match


def _is_name(quote: str, number: Number, noun: str) -> bool:
    """Whether a number belongs to a name: "the 508 Standards" in a sentence of small letters."""
    words = noun.split()
    if _IS_GERMAN.search(noun) or "," in quote[number.start : number.end]:
        return False  # in German every noun has a capital; "1,940 Londoners" are counted
    is_sentence = sum(word[0].islower() for word in quote.split()) > len(quote.split()) / 3
    return is_sentence and all(word[0].isupper() and word[1:].islower() for word in words)


def _bare(quote: str, number: Number, at: int, scale: str | None) -> Unit | None:
    """Return a number without a unit where it is a value: a decimal, a scale, "29 are in"."""
    verb = re.match(r"\s+(?:are|were|have|had|will)\b", quote[at:])
    only = re.search(r"\b(?:only|just|about|some|over|nearly|almost)\s$", quote[: number.start])
    is_value = number.value % 1 and _STANDS_AT.search(quote[: number.start])
    if _BYTES.match(quote, at):
        return None
    if not (
        scale
        or is_value
        or (verb and not number.is_spelt)
        or (only and at < len(quote) and not number.is_spelt)
    ):
        return None
    return Unit(number.start, at, scale or "", _what(quote, number.start, at))


def _han_unit(quote: str, number: Number) -> Unit | None:
    match = _HAN_UNIT.match(quote, number.end)
    scale, measure = (match["scale"], match["measure"]) if match else (None, None)
    is_value = number.value % 1 and _HAN_STANDS_AT.search(quote[: number.start])
    if match is None or not (scale or measure or is_value):
        return None
    if number.is_spelt and (not measure or _says_little(quote, number, match)):
        return None
    if measure == "年" and not _TERM.match(quote, match.end()) and not lasts(quote, number.start):
        return None
    is_list = number.value <= LIST_UP_TO and not scale and measure in _VAGUE
    if is_list and _HAN_LIST.match(quote, match.end()):
        return None
    text = "".join(part for part in (scale, measure) if part)
    return Unit(number.start, match.end(), text, _han_what(quote, number.start, match.end()))


def lasts(quote: str, at: int) -> bool:
    """Whether the words before a number say how long something holds."""
    return LASTS.search(quote, max(0, at - LONGEST_LASTS), at) is not None


def _says_little(quote: str, number: Number, match: re.Match[str]) -> bool:
    if match["scale"] or (match["measure"] not in _VAGUE and number.value >= LEAST_PLAIN):
        return False
    return number.value < LEAST_SPELT or quote[number.start - 1 : number.start] in {"“", "第"}


def _what(quote: str, start: int, end: int) -> str:
    """Return what a measure measures: "of the population", "loan", else the words in front."""
    changed = _CHANGED.search(quote, 0, start)
    if changed:
        return _short(changed[1])
    behind = _OF.match(quote, end)
    if behind:
        return _short(_A_YEAR.sub("", behind[1]))
    thing = _THING.match(quote, end)
    if thing and not _STOP.search(thing[1]):
        return _short(thing[1])
    clauses = [clause for clause in _CLAUSE.split(quote[:start]) if clause.strip()]
    subject = _subject(clauses[-1]) if clauses else ""
    rest = _CLAUSE.split(quote[end:])[0]
    return _short(subject or rest) or _short(clauses[-1] if clauses else quote)


def _subject(clause: str) -> str:
    """Return the words before the verb of a clause, without what leads to them."""
    subject = _LEAD.sub("", _VERB.split(clause)[0].strip())
    return subject if len(subject) > 3 else ""


def _counted(quote: str, noun: re.Match[str]) -> str:
    behind = re.match(rf"\s+(?:of|in|with)\s+{_PHRASE}", quote[noun.end() :])
    return _short(noun[1] + (behind[0] if behind else ""))


def _han_what(quote: str, start: int, end: int) -> str:
    clauses = _HAN_CLAUSE.split(quote[:start])
    before = _HAN_VERB.sub("", _HAN_LEAD.sub("", clauses[-1].strip()))
    if (
        _HAN_BARE.fullmatch(before) and len(clauses) > 1
    ):  # "年均增长": of what the clause before speaks
        spoken = _HAN_LEAD.sub("", re.split(r"\d", clauses[-2])[0].strip())
        before = f"{_HAN_VERB.sub('', spoken)}{clauses[-1].strip()}"
    behind = _HAN_CLAUSE.split(quote[end:])[0]
    return _short(before if len(before) > 1 else behind) or _short(behind)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
