"""Finds the sentence with which a page limits who may read or re-use it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.ingest.draft import Access, Found
from documents.ingest.lines import Line
from documents.ingest.shape import is_enumerated, word_count
from documents.text.language import han_share

READING = "limit on reading"
REUSE = "ban on re-use"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that a line states: on reading or on re-use, and in which language."""

    rule: str
    language: str


_READING = {
    "de": r"lizenznehmer|\b(?:nur|exklusiv) (?:für|mit).{0,40}(?:abonnent|mitglied|kund|abo\b|lizenz)|abonnent\w* vorbehalten|vollversion|"
    r"\bweiterlesen (?:mit|im)\b.{0,40}(?:abo|plus)|kostenpflichtig|\bjetzt (?:abo|abonnieren|testen|kostenlos testen)\b.{0,40}lesen|"
    r"\bum (?:den|diesen) (?:ganzen |vollständigen )?(?:artikel|beitrag|text)\b.{0,40}\blesen|anmelde\w*.{0,30}um.{0,30}(?:lesen|fortzufahren)",
    "fr": r"réservée?s? (?:exclusivement )?(?:aux|à nos) (?:abonn|adhér|membre|client|lecteur)|\bcontenu (?:payant|réservé)|pour lire la suite|"
    r"accès (?:réservé|payant|limité)|article (?:réservé|payant)|déjà abonné|il vous reste.{0,30}à lire|abonnez-vous pour (?:lire|accéder|continuer)",
    "zh": r"(?:仅限|仅供|只限|专供).{0,10}(?:会员|订户|注册用户|付费用户|授权用户|内部使用|订阅者|本单位)|(?:付费|订阅|购买|登录|注册|登陆).{0,8}(?:后|方可|才能|即可|以)(?:继续)?(?:阅读|查看|浏览|获取|解锁)|"
    r"(?:会员|付费|vip).{0,4}(?:专享|专属|内容|阅读|文章)|(?:剩余|余下|其余).{0,8}(?:内容|全文|%).{0,12}(?:订阅|付费|登录|解锁)|(?:解锁|开通会员).{0,8}(?:全文|阅读)|"
    r"^[【\[(（]?内部(?:资料|文件|参考).{0,12}|不得外传|请勿外传",
    "en": r"\b(?:only|exclusive(?:ly)?|reserved|restricted|available|limited|open)\b.{0,30}\b(?:to|for)\b.{0,24}\b(?:subscribers?|members?|licen[cs]ees?|clients|paying|registered (?:users|readers)|premium)\b|"
    r"\b(?:subscribers?|members?|clients?|premium)[ -]only\b|\bfor (?:subscribers|members|clients) only\b|\b(?:subscribe|sign in|log ?in|register|sign up|upgrade|become a (?:member|subscriber))\b.{0,40}\b(?:to|and)\b "
    r"(?:continue|keep|read|view|access|unlock|see|get (?:full|access))|\balready (?:a|have a[n]?)\b.{0,20}\b(?:subscri|member|account|login)|\bto (?:continue|keep) reading\b|\bsubscription (?:is )?required\b|\bpay ?wall|"
    r"\bpremium (?:content|article)|\b(?:full|complete|entire) (?:text|article|report|version|story)\b.{0,40}\b(?:subscri|members?\b|clients?\b|login|log in|licen[cs]|paid)|\bthis is (?:a|an) (?:excerpt|preview|teaser)|"
    r"\b(?:purchase|buy) (?:this|the) (?:article|report|issue)|\bconfidential\b.{0,40}\b(?:client|recipient|not)",
}
_REUSE = {
    "de": r"nur mit (?:\w+ )?genehmigung|(?:vervielfältigung|weitergabe|nachdruck|verbreitung).{0,60}(?:untersagt|nicht gestattet|genehmigung|zustimmung|verboten)",
    "fr": r"(?:reproduction|diffusion|republication).{0,60}(?:interdite|soumise|autorisation)",
    "zh": r"(?:不得|严禁|禁止|谢绝|请勿|拒绝|不能)(?:擅自|以?任何形式的?|进行|私自|非法|随意)*(?:转载|复制|摘编|镜像|翻印|转发)",
    "en": r"\b(?:may|must|can) ?not be (?:reproduced|republished|redistributed|copied|forwarded|circulated|distributed)|\b(?:do not|not (?:for|to be)) (?:re)?(?:distribut|circulat|forward|cop(?:y|ied)|publish)\w*|"
    r"\b(?:reproduction|re-?use|redistribution|republication|copying)\b.{0,80}\b(?:prohibited|forbidden|permission|not (?:permitted|allowed)|consent)|\bno part of\b.{0,80}\b(?:reproduced|copied)|"
    r"\b(?:reproduc|republish|redistribut|cop(?:y|ied)|publish)\w*\b.{0,80}\bwithout\b.{0,30}\b(?:permission|consent|authori[sz]ation)\b|\bcreative commons\b.{0,60}\b(?:nc|nd|non-?commercial)\b",
}
_FORMS = tuple(
    (Limit(rule, language), re.compile(form, re.IGNORECASE))
    for rule, forms in ((READING, _READING), (REUSE, _REUSE))
    for language, form in forms.items()
)
_FREE = re.compile(r"\bfree (?:of charge|access|to read)\b|\bopen access\b|\bcc[ -]by\b(?!-n)", re.IGNORECASE)
_LOGIN = re.compile(r"^\W*(?:log ?in|sign in|subscribe|connexion|anmelden|登录|登陆)\W*(?:\|.*)?$", re.IGNORECASE)
_CUT = re.compile(r"(?:\(?(?:see|read|voir|siehe)\b.{0,12})?(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*[\])）]?$")
_LONGEST = 60


def find_limit(text: str) -> Limit | None:
    """Give the limit that a line states; None for long paragraphs and the articles of a law."""
    if word_count(text) > _LONGEST or is_enumerated(text) or _FREE.search(text):
        return None
    chinese = han_share(text) > 0.2
    return next((limit for limit, form in _FORMS if (limit.language == "zh") == chinese and form.search(text)), None)


def read_access(lines: Sequence[Line], body: Sequence[Line]) -> Found[Access]:
    """Give the access level with the page's own note; open where the page states no limit."""
    limits = [(line, limit) for line in lines if (limit := find_limit(line.text))]
    for line, limit in sorted(limits, key=lambda pair: pair[1].rule == REUSE):
        return Found(Access("licensed", line.text, limit.language), limit.rule, line.text, 0.9, line.at)
    login = next((line for line in lines if _LOGIN.match(line.text)), None)
    if login and is_cut_off(body):
        access = Access("licensed", login.text, "en")
        return Found(access, READING, login.text, 0.7, login.at)
    return Found(Access(), "no limit stated", "", 0.6)


def is_cut_off(body: Sequence[Line]) -> bool:
    """Say whether the last paragraph breaks off in three dots."""
    return bool(body) and bool(_CUT.search(body[-1].text))
