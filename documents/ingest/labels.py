"""Reads "label: value" lines: several on one line, or the value on the line after its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.ingest.forms import folded_form
from documents.ingest.lines import Line
from documents.ingest.shape import han_count, is_addressee, is_enumerated, is_prose, word_count
from documents.text.folding import fold


@dataclass(frozen=True, slots=True)
class Pair:
    """`field` is the meaning of the label, `line` the line (or the value's own line)."""

    field: str
    label: str
    value: str
    line: Line
    last: bool = False


# The labels that policy sites print, by what they mean. Longer labels win over shorter ones.
_LABELS = {
    "issuer": "发文机构|发布机构|发文单位|发布机关|发文机关|制发机关|制定机关|印发机关|公开主体|公开责任部门|发布部门|發文機關|issued by|issuing (?:authority|body|agency|department)|"
    "promulgated by|herausgeber|émetteur",
    "publisher": "publisher|published by|发布单位|信息发布单位|发布者单位|éditeur",
    "number": "发文字号|发文文号|文件编号|文\\s?号|發文字號|(?:press|news|media) release no\\.?|document (?:no|number)\\.?|reference (?:no|number)\\.?|aktenzeichen|référence",
    "issued": "成文日期|成文时间|发文日期|发文时间|印发日期|签发日期|生成日期|制发日期|公布日期|颁布日期|發文日期|date of (?:issue|issuance)|issue date|issued(?: on)?|"
    "promulgation date|date of promulgation",
    "posted": "发布日期|发布时间|公开日期|公开时间|发表时间|发表日期|日期|时间|發布日期|發佈日期|發布時間|日期时间|publication date|date (?:of publication|published|posted)|"
    "published(?: on| date| at)?|publish(?:ing)? (?:date|time)|posted(?: on)?|release date|released(?: on)?|release time|add\\s?time|pub\\s?time|date|time|"
    "veröffentlicht(?: am)?|veröffentlichungsdatum|datum|erschienen(?: am)?|publié(?:e)?(?: le)?|date de publication|mis en ligne(?: le)?",
    "updated": "last updated?(?: on)?|last modified(?: on)?|updated?(?: on| at| date| time)?|modified(?: on)?|更新时间|更新日期|修改时间|修改日期|更新時間|"
    "aktualisiert(?: am)?|zuletzt (?:aktualisiert|geändert)(?: am)?|letzte (?:änderung|aktualisierung)|stand|mis(?:e)? à jour(?: le)?|dernière (?:mise à jour|modification)",
    "archived": "归档时间|归档日期|archived(?: on)?|archive date",
    "effective": "实施日期|施行日期|生效日期|施行时间|实施时间|effective(?: date| from| as of)?|date of effect|in kraft (?:seit|ab)",
    "expires": "失效日期|废止日期|有效期至|有效期|expir(?:y|es)(?: date| on)?|valid (?:until|to)",
    "source": "信息来源|稿件来源|文章来源|消息来源|来源|來源|稿源|出处|转载自|source|sources|origin|form\\s?to|from|quelle|source\\s?",
    "author": "作\\s?者|撰文|撰稿|文/图|图/文|文字|执\\s?笔\\s?人?|[\\u4e00-\\u9fff]{0,12}记者|见习记者|通讯员|特约记者|課題組|written by|authors?|reporter|writer|text|"
    "autor(?:en|in)?|von|auteure?s?|par",
    "editor": "责任编辑|責任編輯|编\\s?辑|责编|编审|主编|校对|审核|初审|复审|终审|监制|web editor|editors?|copy editor|redaktion|redakteur(?:in)?|rédaction|"
    "posted by|uploaded by|发布人|发布者|录入",
    "keywords": "关\\s*键\\s*[词字]|關鍵[詞字]|主题词|key\\s?words?|schlagw[oö]rter|schlagworte|stichw[oö]rter|mots[- ]cl[ée]s?|index terms",
    "abstract": "摘\\s*要|内容摘要|内容提要|内容概述|核心提示|提\\s*要|摘要|abstract|zusammenfassung|résumé",
    "title": "信息名称|文件名称|标\\s?题|题\\s?名|title|headline|titel|titre",
    "other": "索\\s?引\\s?号|主题分类|信息分类|文件分类|体裁分类|体裁|公文种类|有效性|效力状态|是否有效|时效性|文件状态|服务对象|公开方式|公开范围|公开形式|公开时限|名\\s?称|"
    "所属主题|分类|栏目|字\\s?号|字体|浏览量?|浏览次数|阅读量?|访问次数|点击(?:量|率|数|次数)?|视力保护色|保护视力色|hits|views|clicks?|read(?:s|ings?)?|"
    "page ?views|visits|tags?|topics?|category|font size|share|index no\\.?|subject|中图分类号|文献标识码|文章编号|分类号|doi|issn|isbn|基金项目|收稿日期|修回日期|作者简介|通讯作者|通信作者|jel(?: (?:classification|codes?))?|"
    "doc type|document type|format|language|location|place|aufrufe|rubrik|ort|lieu|catégorie",
}
_FIELD_OF = folded_form(
    "|".join(
        f"(?P<{field}>{alternatives})"
        for field, alternatives in _LABELS.items()
    )
)
_ANY = "|".join(_LABELS.values())
_LABEL = folded_form(
    rf"(?:(?<![^\W\d_])|(?<=[\u4e00-\u9fff]))[\[【(（]?(?P<label>{_ANY})\s*[\]】)）]?\s*[:：]|"
    rf"(?:^|(?<=\s))[\[【](?P<bracket>{_ANY})[\]】]"
)
_LEADING = re.compile(r"^[\W\d_]*$")
_HEADED = re.compile(r"[|｜│]|\d{4}[-/.年]|\d{1,2}:\d\d")
_UNKNOWN = re.compile(r"\s+(?=[A-Z][a-z]+\s?:\s)")
_TABLE_FIELDS = ("issuer", "number", "issued", "posted", "effective", "expires", "other")
_COUNTER = re.compile(r"浏览|阅读|访问|点击|视力|保护|字|hits|views|clicks|reads?|page|visits|share|font", re.I)
_TRIM = " |｜│;；,，\t·•【[("


def field_of(label: str) -> str:
    """Give the meaning of a label, "" for a word that is none."""
    match = _FIELD_OF.fullmatch(fold(" ".join(label.split())))
    return match.lastgroup or "" if match else ""


def pairs_in(line: Line) -> list[Pair]:
    """Give the pairs of a line that begins with a label (or a date and a label)."""
    text = line.text
    if is_bare_label(text):
        return [Pair(field_of(text), text, "", line, last=True)]
    found = list(_LABEL.finditer(fold(text)))
    if not found or not _opens(text[: found[0].start()]):
        return []
    pairs = []
    for match, after in zip(found, [*found[1:], None], strict=True):
        start, end = match.span("label" if match["label"] else "bracket")
        label = text[start:end].strip()
        value = _UNKNOWN.split(text[match.end() : after.start() if after else len(text)])[0].strip(_TRIM)
        pairs.append(Pair(field_of(label), label, value, line, last=after is None))
    return pairs


def is_bare_label(text: str) -> bool:
    """Say whether a line or cell is a Chinese label without its colon, as in index tables."""
    return 3 <= han_count(text) <= 6 and field_of(text) in _TABLE_FIELDS


def before_labels(text: str) -> str:
    """Give what stands before the first label of a line: all of it where there is none."""
    match = _LABEL.search(fold(text))
    return text[: match.start()] if match else text


def read_pairs(lines: Sequence[Line]) -> Iterator[Pair]:
    """Give the pairs of all lines; a label that stands alone takes the next line as its value."""
    waiting: Pair | None = None
    for line in lines:
        pairs = pairs_in(line)
        if not pairs and waiting and line.at - waiting.line.at <= 2 and _is_value(line.text):
            yield Pair(waiting.field, waiting.label, line.text, line)
        yield from (pair for pair in pairs if pair.value)
        waiting = _alone(pairs)


def _alone(pairs: Sequence[Pair]) -> Pair | None:
    if len(pairs) != 1 or pairs[0].value or pairs[0].field in ("abstract", "keywords", "editor"):
        return None
    return None if _COUNTER.match(pairs[0].label) else pairs[0]


def _is_value(text: str) -> bool:
    return word_count(text) <= 24 and not (is_addressee(text) or is_enumerated(text) or is_prose(text))


def _opens(before: str) -> bool:
    """Say whether what stands before the first label is still the head of a line of labels."""
    if _LEADING.match(before):
        return True
    return word_count(before) <= 8 and (bool(_HEADED.search(before)) or " " not in before.strip())
