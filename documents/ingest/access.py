"""Finds the sentence with which a page limits who may read or re-use it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.ingest.draft import Access, Found
from documents.ingest.lines import Line
from documents.ingest.shape import word_count
from documents.text.language import han_share

# Each limit with its language: the pay-wall of readers and the ban on re-use are both limits.
_LIMITS = tuple(
    (language, re.compile(form, re.IGNORECASE))
    for language, form in (
        ("de", r"lizenznehmer|\b(?:nur|exklusiv) (?:für|mit).{0,40}(?:abonnent|mitglied|kunden|abo\b|lizenz)|abonnent\w* vorbehalten|vollversion|"
               r"\bweiterlesen (?:mit|im)\b.{0,40}(?:abo|plus)|kostenpflichtig|nur mit (?:\w+ )?genehmigung|\bjetzt (?:abo|abonnieren|testen|kostenlos testen)\b.{0,40}lesen|"
               r"(?:vervielfältigung|weitergabe|nachdruck|verbreitung|verwendung).{0,60}(?:untersagt|nicht gestattet|genehmigung|zustimmung|verboten)"),
        ("fr", r"réservée? (?:exclusivement )?(?:aux|à nos) (?:abonn|adhér|membre|client|lecteur)|\bcontenu (?:payant|réservé)|pour lire la suite|"
               r"(?:l'accès|accès) (?:réservé|payant|limité)|article réservé|déjà abonné|il vous reste.{0,30}à lire|(?:reproduction|diffusion|utilisation).{0,60}(?:interdite|soumise|autorisation)"),
        ("zh", r"(?:仅限|仅供|只限|专供).{0,16}(?:会员|订户|用户|内部|订阅|付费|授权|研究|参考使用|本单位)|(?:付费|订阅|购买|登录|注册).{0,12}(?:后|方可|才能|即可|以).{0,8}(?:阅读|查看|浏览|获取)|"
               r"(?:会员|付费|vip).{0,4}(?:专享|专属|内容|阅读|文章)|(?:剩余|余下|其余).{0,6}(?:内容|全文|%).{0,12}(?:订阅|付费|登录|解锁)|(?:解锁|开通会员).{0,8}(?:全文|阅读)|"
               r"(?:未经|未獲|未得).{0,20}(?:许可|授权|同意|允许|許可|授權).{0,20}(?:不得|严禁|禁止|谢绝|请勿|不能|嚴禁)|(?:不得|严禁|禁止|谢绝|请勿|嚴禁|拒绝)(?:擅自|任何形式的?)?(?:转载|複製|复制|传播|摘编|轉載|使用)|"
               r"内部(?:资料|文件|参考).{0,12}(?:注意保存|不得外传|请勿外传)?"),
        ("en", r"\b(?:only|exclusive(?:ly)?|reserved|restricted|available|limited|open)\b.{0,30}\b(?:to|for)\b.{0,24}\b(?:subscribers?|members?|licen[cs]ees?|clients?|paying|registered|premium)\b|"
               r"\b(?:subscribers?|members?|clients?|premium)[ -]only\b|\b(?:subscribe|sign in|log ?in|register|sign up|upgrade|become a (?:member|subscriber))\b.{0,40}\b(?:to|and)\b (?:continue|keep|read|view|access|unlock|see|get)|"
               r"\balready (?:a|have a[n]?)\b.{0,20}\b(?:subscri|member|account|login)|\bto (?:continue|keep) reading\b|\bsubscription (?:is )?required\b|\bpay ?wall|\bpremium (?:content|article)|"
               r"\bfull (?:text|article|report|version)\b.{0,40}\b(?:subscri|members?|clients?|login|log in|licen[cs])|\bthis is (?:a|an) (?:excerpt|preview|teaser)|\bpurchase (?:this|the) (?:article|report)|"
               r"\b(?:may|must|can) ?not be (?:reproduced|republished|redistributed|copied|published|forwarded|circulated|distributed)|\b(?:do not|not (?:for|to be)) (?:re)?(?:distribut|circulat|quot|forward|cop|publi)\w+|"
               r"\b(?:reproduction|re-?use|redistribution|republication|copying|distribution)\b.{0,80}\b(?:prohibited|forbidden|permission|not (?:permitted|allowed)|consent)|"
               r"\bno part of\b.{0,80}\b(?:reproduced|copied)|\bwithout (?:the )?(?:prior )?(?:written )?(?:permission|consent)\b|\bconfidential\b.{0,40}\b(?:client|recipient|not)|\bcreative commons\b.{0,40}\b(?:nc|nd|non-?commercial)\b"),
    )
)
_FREE = re.compile(r"\bfree (?:of charge|access|to read)\b|\bopen access\b|\bcc[ -]by\b(?!-n)", re.IGNORECASE)
_LOGIN = re.compile(r"^\W*(?:log ?in|sign in|subscribe|connexion|anmelden|登录|登陆)\W*$", re.IGNORECASE)
_CUT = re.compile(r"(?:\(?(?:see|read|voir|siehe)\b.{0,12})?(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*[\])）]?$")


def find_access(lines: Sequence[Line], body: Sequence[Line]) -> Found[Access]:
    """Give the access level with the page's own note; open where the page states no limit."""
    texts = {line.at for line in body}
    for line in lines:
        limit = _limit_of(line.text)
        if limit and not (line.at in texts and word_count(line.text) > 45):
            access = Access("licensed", line.text, limit)
            return Found(access, "a limit stated on the page", line.text, 0.9, line.at)
    login = next((line for line in lines if _LOGIN.match(line.text)), None)
    if login and is_cut_off(body):
        access = Access("licensed", login.text, "en")
        return Found(access, "a log-in beside a text that is cut off", login.text, 0.7, login.at)
    return Found(Access(), "no limit stated", "", 0.6)


def is_cut_off(body: Sequence[Line]) -> bool:
    """Say whether the last paragraph breaks off in three dots."""
    return bool(body) and bool(_CUT.search(body[-1].text))


def _limit_of(text: str) -> str:
    """Give the language of the limit that a line states, "" where it states none."""
    if word_count(text) > 90 or _FREE.search(text):
        return ""
    for language, form in _LIMITS:
        if form.search(text) and (language == "zh") == (han_share(text) > 0.2):
            return language
    return ""
