"""Weighs the cues of a page for each kind: report, news, release, policy or brief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.ingest.draft import Found


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the cues look at. `default` is the usual kind of the source, "" where unknown."""

    title: str
    head: str
    body: str
    tail: str
    number: str
    abstract: bool
    own_abstract: bool
    keywords: bool
    licensed: bool
    teaser: bool
    agency: bool
    default: str


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: str
    zone: str
    weight: float
    rule: str
    form: re.Pattern[str]


def _cue(kind: str, zone: str, weight: float, rule: str, form: str) -> _Cue:
    return _Cue(kind, zone, weight, rule, re.compile(form, re.IGNORECASE | re.MULTILINE))


_CUES = (
    _cue("report", "head", 4, "a report's series", r"\b(?:research|working|discussion|occasional|staff|policy|technical|economy|economic) (?:report|papers?)\b|\bpapers? no\.|\breport no\.|"
         r"\b(?:working|discussion) paper|研究报告|调研报告|调查研究报告|工作论文"),
    _cue("report", "head", 4, "a journal's article numbers", r"中图分类号|文献标识码|文章编号|\bdoi\b|基金项目"),
    _cue("report", "head", 2, "a section of research", r"(?:>|›|/|\|)\s*(?:reports?|research|publications?|papers?|studies)\b|智库|研究成果|学术|蓝皮书|研究院|学刊|期刊|政策研究|think tank"),
    _cue("report", "title", 1.5, "a study's title", r"\b(?:analysis|study|evidence|measuring|assessment|survey|report on|research on)\b|研究$|分析$|测度|成因|对策|评估|调研|思考$|启示|路径|报告$"),
    _cue("report", "body", 1.5, "an author's argument", r"\bwe (?:find|argue|estimate|match|suggest|show|use|examine)\b|\b(?:the|this|our) (?:paper|study|report|analysis) (?:finds?|compares?|shows?|argues?|examines?|looks|asks|estimates?)\b|\bthis (?:paper|study|report) |本文|笔者|我们在.{0,20}(?:走访|调研)|课题组"),
    _cue("policy", "title", 4.5, "an official text's title", r"(?:通知|意见|办法|规定|条例|方案|规划|决定|公告|批复|细则|纲要|措施|通告|指南|规则|规程|命令|令|函|公报|行动计划|要点|准则|暂行规定)(?:[(（][^)）]*[)）])?$|^关于.{6,}|印发.{0,4}《.+(?:意见|办法|规定|方案|规划|措施|细则|通知)》$|"
         r"^(?:notice|notification|opinions?|guiding opinions|circular|decision|measures|regulations?|provisions?|interim|implementation|implementing|decree|order|directive|announcement|guidelines?|rules|action plan|law)\b.{0,60}\b(?:of|on|for|concerning|regarding)\b|"
         r"^(?:verordnung|gesetz|richtlinie|bekanntmachung|erlass|décret|arrêté|loi n|ordonnance)\b"),
    _cue("policy", "number", 4, "an official document number", r"[〔\[【（(]\s?(?:19|20)\d\d\s?[〕\]】）)].{0,8}\d|令.{0,3}第?"),
    _cue("policy", "head", 2.5, "an official index table", r"索引号|发文机[构关]|发文字号|成文日期|主题分类|有效性"),
    _cue("policy", "head", 1.5, "a section of policies", r"政策文件|法定主动公开|规范性文件|policies and regulations|(?:>|/)\s*(?:policies|regulations|laws)\b|latest policies"),
    _cue("policy", "body", 2, "an official text's wording", r"^各.{2,60}[：:]|现印发给你们|请.{0,10}(?:认真)?(?:贯彻|组织)(?:执行|实施|落实)|特此(?:通知|公告|通告)|制定本(?:办法|规定|条例|方案|措施|细则)|"
         r"^the people's governments of|\bare hereby (?:notified|issued)|\bnotified to you\b|^article (?:1|one)\b|^第一条"),
    _cue("release", "head", 4.5, "the words press release", r"\b(?:press|news|media) releases?\b|\bfor immediate release\b|pressemitteilung|medienmitteilung|presseinformation|communiqué de presse|新闻稿|新聞稿|通稿|新闻发布"),
    _cue("release", "tail", 2.5, "a press contact", r"\b(?:media|press) (?:contacts?|enquiries|inquiries|office)\b|for media enquiries|pressekontakt|pressestelle|contact presse|媒体联系|notes? (?:to|for) editors|press@"),
    _cue("release", "tail", 1.5, "a paragraph about the sender", r"^about (?!the authors?)[A-Z].{2,60}(?::|$)|^über (?:die|das|den|uns)\b|^à propos d|^关于.{2,20}[：:]$"),
    _cue("release", "head", 2.5, "a foundation's own site", r"\b(?:foundation|stiftung|fondation|association|bank)\b|基金会|协会$"),
    _cue("release", "title", 2.5, "an announcement's title", r"\b(?:released|launched|published|announces?|launches|unveils?|backs|approves|signs?|welcomes|presents)\b|发布会?|启动|在京(?:召开|举行|发布)|bewilligt|eröffnet|startet|lance\b"),
    _cue("brief", "head", 3, "a brief's section", r"\bfocus topics?\b|\bbrief(?:ing)?s?\b|\bbulletin\b|\bnewsletter\b|\binsights?\b|\badvisory\b|\bconsult\w+|\bviewpoints?\b|\bcommentary\b|\bclient alert\b|简报|快评|观点|点评|内参|专报|要报|参考$"),
    _cue("brief", "tail", 3, "a consultancy's words about itself", r"\bconsultanc\w+|\badvis(?:es|ory|ors?)\b.{0,60}\b(?:compan|clients|business|firms)|law firm|anwaltskanzlei|unternehmensberatung|cabinet de conseil|咨询公司|律师事务所"),
    _cue("brief", "body", 2, "advice to companies", r"\b(?:MNCs|companies|firms|employers|investors|clients|businesses|suppliers)\b.{0,40}\b(?:should|need to|must|are advised)\b|\bwe (?:advise|recommend|expect)\b|\bin our (?:experience|view)\b|企业应(?:当)?(?:关注|注意|尽快)|建议(?:企业|投资者)"),
    _cue("news", "head", 2, "a newspaper's place", r"日报|晚报|新闻网|时报|新华|人民网|中新|china daily|xinhua|\bnews\b|zeitung|nachrichten|journal|reuters|新闻眼|news announcement"),
    _cue("news", "body", 2, "a reporter's words", r"\b(?:said|told reporters|according to) (?:on|here|at|an|the|a)?\b|\b(?:said|urged)\b|记者(?:从|走进|了解到|获悉|在)|讯\s|据悉|日前|近日|\b(?:sagte|teilte|erklärte|berichtet|laut)\b|\ba (?:déclaré|annoncé|indiqué)|\bselon (?:les|le|la)\b"),
)


def guess_kind(evidence: Evidence) -> Found[str]:
    """Give the kind with most weight; the rule names its heaviest cue."""
    hits = [*_hits(evidence), *_whole(evidence)]
    totals: dict[str, float] = {"news": 1.5}
    for kind, weight, _, _ in hits:
        totals[kind] = totals.get(kind, 0.0) + weight
    best = max(totals, key=lambda kind: totals[kind])
    others = max((total for kind, total in totals.items() if kind != best), default=0.0)
    reasons = sorted((hit for hit in hits if hit[0] == best), key=lambda hit: -hit[1])
    rule, line = (reasons[0][2], reasons[0][3]) if reasons else ("no cue of another kind", "")
    return Found(best, rule, line, min(0.97, 0.55 + (totals[best] - others) / 12))


def _hits(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    for cue in _CUES:
        zone: str = getattr(evidence, cue.zone)
        if match := cue.form.search(zone):
            start = zone.rfind("\n", 0, match.start()) + 1
            yield cue.kind, cue.weight, cue.rule, zone[start:].split("\n", 1)[0][:300]


def _whole(evidence: Evidence) -> Iterator[tuple[str, float, str, str]]:
    if evidence.abstract and evidence.keywords:
        yield "report", 3.0, "an abstract and keywords", ""
    elif evidence.keywords or (evidence.abstract and evidence.own_abstract):
        yield "report", 1.5, "keywords or an abstract", ""
    if evidence.licensed:
        yield "brief", 3.0 if evidence.teaser else 2.0, "a licensed text", ""
    if evidence.agency:
        yield "news", 2.5, "an agency's dateline", ""
    if evidence.default:
        weight = 1.0 if evidence.default == "news" else 2.0
        yield evidence.default, weight, "the usual kind of the source", ""
