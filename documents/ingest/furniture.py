"""Recognises the lines that belong to the web site and not to the document, by their form."""

from __future__ import annotations

import re

from documents.ingest.controls import is_only_controls
from documents.ingest.forms import folded_form
from documents.ingest.lines import Line
from documents.ingest.shape import HAN, ends_sentence, han_count, word_count
from documents.text.folding import fold

RELATED = "heading of related items"
RELATED_ITEM = "related item"
LINK_SENTENCE = "sentence of a link"

_PLACE_LABEL = (
    r"you are here|(?:your )?(?:current )?(?:location|position)|current(?:ly)? (?:location|page)|"
    r"当前(?:的)?位置|您?(?:现在)?(?:所在|的)(?:的)?位置|您现在的位置|所在位置|位置|當前位置|sie (?:sind|befinden sich) hier|"
    r"vous êtes ici"
)
_ROOT = r"home(?:page)?|index|首\s?页|首頁|主页|网站首页|startseite|accueil"
# Each form with the name that the curator reads beside the dropped line.
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, folded_form(form))
    for name, form in (
        ("breadcrumb", rf"^[\W_]*(?:{_PLACE_LABEL})\s*[:：>›»]"),
        ("breadcrumb", rf"^[\W_]*(?:{_ROOT})\s*(?:[>›»/|·]|-{{1,2}}>?|→)\s*\S"),
        ("image file", r"^(?:\d{2,4}\s+)?[\w%.-]+\.(?:jpe?g|png|gif|webp|bmp)$"),
        ("machine number", r"^[\d\s_-]*\d{12,}[\d\s_-]*$"),
        ("page number", r"^(?:第\s*\d+\s*页(?:\s*[/共，,]*\s*共?\s*\d+\s*页)?|page\s+\d+(?:\s*(?:of|/)\s*\d+)?|"
                        r"seite\s+\d+(?:\s*(?:von|/)\s*\d+)?|[-–—·\s]*\d{1,4}[-–—·\s]*|\d+\s*/\s*\d+)$"),
        ("pager", r"^(?:(?:previous|next|prev)(?: (?:article|post|page|story))?|上一[篇页条则]|下一[篇页条则]|上[篇页条]|下[篇页条]|"
                  r"前一篇|后一篇|vorheriger artikel|nächster artikel|article (?:précédent|suivant))\s*[:：>»]"),
        ("hotline", r"^[\W_]*(?:[\w ]{0,24}\b(?:hot-?line|tel|telephone|phone|fax|telefon|téléphone|mobile|e-?mail)|"
                    rf"[{HAN}]{{0,8}}(?:热线|電話|电话|传真|邮箱|信箱|邮编))\s*[:：.]"),
        ("contact", r"^(?:media|press)? ?(?:contacts?|enquiries|inquiries|office)\b.{0,30}$|"
                    r"^for (?:media|press|further|more) (?:enquiries|inquiries|information|details)\b.{0,90}$|"
                    r"^(?:presse)?kontakt\s*[:：].{0,120}$|^(?:ansprechpartner|pressestelle|contacts? presse)\b.{0,100}$|"
                    rf"^(?:联系人|联系方式|联系地址|地址|通讯地址)\s*[:：].{{0,80}}$"),
        ("subscription offer", r"\be-?mail alert|\bsubscribe (?:to|for|now|today)\b|\bsign up (?:for|to)\b|\bget (?:our|the) newsletter|"
                               r"\bour (?:free )?newsletter|\bfollow us on\b|\bjoin our (?:mailing|community)|\bnewsletter (?:abonnieren|anmelden)|"
                               r"\babonnieren sie\b|\babonnez-vous\b|\binscrivez-vous\b|订阅.{0,8}(?:邮件|推送|公众号)|"
                               r"(?:关注|扫描|扫码|微信搜索).{0,20}(?:公众号|二维码|微信)|扫一扫|(?:长按|识别|扫描).{0,10}二维码|扫码(?:关注|阅读|下载)|点击(?:上方|下方|右上|蓝字).{0,16}|下载.{0,8}(?:app|客户端)|\bdownload (?:our|the) app\b"),
        ("cookie note", r"\bcookies?\b.{0,80}(?:\buse|accept|prefer|polic|zustimm|verwend|utilis|experience)|"
                        r"(?:\buse[sd]?|verwende[nt]?|utilis\w+)\b.{0,40}\bcookies?\b|\bwe value your privacy\b|\bihre privatsphäre\b|"
                        r"\bvotre vie privée\b"),
        ("site greeting", r"^(?:welcome to|willkommen (?:auf|bei)|bienvenue sur|欢迎(?:您)?(?:访问|光临|来到))"),
        ("copyright", r"^(?:.{0,60}\s)?(?:©|\(c\)|copyright\b).{0,200}$|\ball rights? reserved\b|\balle rechte vorbehalten\b|"
                      r"\btous droits réservés\b|^.{0,40}版权所有|版權所有|版权归.{0,20}所有|(?:转载|轉載).{0,12}(?:请|須|须)?注明|未经.{0,12}(?:授权|许可|同意).{0,20}(?:转载|复制|使用)"),
        ("site record", r"icp\s*[备证]|公网安备|备案(?:序)?号|备案序号|网站标识码|^(?:网站)?(?:主办|承办|主管|协办|技术支持|运维|制作)(?:单位)?\s*[:：]|"
                        r"^(?:sponsor(?:ed by)?|hosted by|powered by|presented by|produced by|proudly powered|technical support|"
                        r"site (?:by|identification))\b|^impressum\b|违法和不良信息"),
        ("editor", r"^[\W_]*(?:(?:web|news|copy|managing|executive|责任)?\s?editors?(?: in charge)?|责任?编辑|責任編輯|编辑|编审|责编|主编|校对|审核|"
                   r"初审|复审|终审|值班(?:编委|主任)|监制|签发|redaktion|verantwortlich|rédaction)\s*[:：|丨/]"),
        ("e-mail address", r"^\W*[\w.+-]+@[\w-]+\.[\w.-]+\W*$"),
        ("disclaimer", r"^(?:免责|郑重|特别|版权|转载)?(?:声明|聲明|提示)\s*[:：]|^disclaimer\b|^haftungsausschluss|\bfor information(?:al)? (?:purposes )?only\b|"
                       r"\b(?:does|do) not constitute (?:legal|investment|financial|an?)\b|\bviews? expressed (?:in|here|are)\b.{0,120}\bauthors?\b|"
                       r"仅代表作者.{0,12}观点|不代表本[网站刊]|文章仅供参考|如涉及(?:版权|侵权)|\bmachine[- ]translat(?:ed|ion)\b.{0,60}\b(?:reference|accura|errors?)"),
        ("reading time", r"^(?:reading time|estimated read(?:ing)? time|lesezeit|temps de lecture|阅读时间|预计阅读).{0,30}$|"
                         r"^\d+\s*(?:-\s*)?min(?:ute)?s?\.?(?: read| de lecture| lesezeit)?$|^本文.{0,6}字.{0,16}分钟$"),
        ("counter", r"^(?:hits|views|clicks?|page views|reads|visits|aufrufe|vues|点击(?:量|率|数|次数)?|浏览(?:量|次数|数)?|阅读(?:量|数|次数)?|"
                    r"访问(?:量|次数)|人气|评论(?:数)?|视力保护色|字号|字体|【?打印】?)\s*[:：(（\[【]?\s*[\d,.万+]*\s*[次人)）\]】]?.{0,6}$"),
        ("tag list", r"^(?:tags?|topics?|filed under|categor(?:y|ies)|posted in|标签|分类|栏目|专题|schlagworte|rubrik|étiquettes)\s*[:：]\s*.{0,120}$"),
        ("contributor", r"^\(?[A-Z][\w .,'-]{3,80} (?:in [A-Z]\w+ )?contributed to (?:this|the) (?:story|report|article)\b.{0,90}$|^\(?with (?:inputs|contributions) from\b.{2,80}$"),
        ("share", r"^(?:share|tweet|teilen|partager|分享).{0,24}$"),
        (RELATED, r"^[\W_]*(?:related(?: (?:stories|story|links?|news|articles?|content|posts?|reading|documents?|information|topics|"
                  r"publications|coverage|reports?))?|see also|read (?:more|also|next)|also read|you (?:may|might) (?:also )?(?:like|be interested)|"
                  r"(?:more|further) (?:stories|news|reading|information|articles|from .{2,30}|on .{2,40})|recommended(?: for you)?|most (?:popular|viewed|read|"
                  r"shared)(?: .{1,20})?|top stories|editors?[’']?s?[’']? (?:choice|picks?)|trending(?: now)?|latest (?:news|stories|articles|posts)|recent (?:posts|articles|news)|"
                  r"what[’']s (?:new|hot)|hot (?:topics|news|words)|popular (?:posts|articles)|in this (?:section|issue)|explore (?:more|further).{0,30}|keep reading|"
                  r"相关(?:阅读|链接|新闻|文章|报道|推荐|稿件|信息|文件|内容|资讯|解读|专题|政策)|推荐(?:阅读|文章|新闻)|延伸阅读|热点(?:新闻|推荐|排行)|热门(?:文章|推荐|新闻|阅读)?|"
                  r"猜你喜欢|更多(?:新闻|精彩|内容|推荐|相关)?|最新(?:文章|新闻|资讯|发布)|精彩推荐|往期(?:回顾|精选|推荐)|喜欢此内容的人还喜欢|大家都在看|今日(?:热点|推荐)|today.s top news|photos?|more ?photo|more ?video|more ?top news|新闻排行|点击排行|相關(?:閱讀|新聞|連結)|"
                  r"mehr zum thema|weitere (?:artikel|meldungen|informationen|beiträge|themen)|lesen sie auch|verwandte (?:artikel|themen)|auch interessant|"
                  r"das könnte sie (?:auch )?interessieren|meistgelesen|zum thema|à lire (?:aussi|également)|lire aussi|articles? (?:liés|similaires|associés|connexes)|"
                  r"sur le même (?:sujet|thème)|voir aussi|les plus lus|dans la même rubrique|pour aller plus loin)\s*[:：>»]*\s*$"),
        (LINK_SENTENCE, r"^(?:read (?:more|also)|see also|also read|related|more on this|watch|listen|相关阅读|延伸阅读|推荐阅读|mehr dazu|lesen sie (?:auch|mehr)|"
                               r"à lire|lire aussi|voir aussi)\s*[:：]\s*.{2,160}$"),
        ("spam", r"(?:casino|viagra|porn|bet\d{2,}|\bslots?\b.{0,20}bonus|payday loan|online poker|彩票|博彩|赌场|棋牌|时时彩|六合彩|代开.{0,6}发票|办证|"
                 r"棋牌|replica|free shipping|weight loss|\bforex\b|\bescorts?\b|cheap .{2,30} (?:shoes|bags|watches|jerseys)|代购|网赚|荐股|股票群|百家乐|澳门.{0,6}(?:娱乐|赌)|加微信|刷单|成人视频|buy .{0,20}followers)"),
        ("attribution of the site", r"^\W*(?:原标题|原文链接|原文(?:地址|出处)|本文链接|文章来源|阅读原文|source url|permalink|short link)\s*[:：]?.{0,200}$"),
    )
)
_SHORT_NAME = 19  # columns; a Han character takes two
_FORMLESS = frozenset({"subscription offer", "cookie note", "disclaimer", "copyright", "spam"})
_SEGMENTS = re.compile(r"\s*(?:[>›»|｜│丨]|::|\s/\s|\s·\s)\s*")
_DIGITS_OF_DATE = re.compile(r"(?:19|20)\d\d|\d{1,2}[:：]\d\d|\d月")


def find_furniture_rule(line: Line) -> str:
    """Give the name of the form of chrome that a line has, "" if it has none."""
    text = line.text
    if line.tag == "related":
        return RELATED if len(text) <= 24 and _named(text) == RELATED else RELATED_ITEM
    if line.tag in ("nav", "footer", "aside", "button"):
        return f"inside <{line.tag}>"
    if line.running:
        return "running head"
    if is_only_controls(text):
        return "controls"
    return _named(text) or ("menu or breadcrumb" if _is_trail(text) else "")


def _named(text: str) -> str:
    folded = fold(text)
    return next((name for name, form in _FORMS if form.search(folded) and _may_be(name, text)), "")


def _may_be(name: str, text: str) -> bool:
    """Guard long sentences: only a few forms are worded sentences themselves."""
    words = word_count(text)
    if name in _FORMLESS:
        return words <= 60
    if name == "site greeting":
        return words <= 16
    return words <= 40 and not (words >= 16 and ends_sentence(text) and name not in ("contact", "hotline"))


def _is_trail(text: str) -> bool:
    """Say whether a line is several short names between separators, with no date among them."""
    segments = [part for part in _SEGMENTS.split(text) if part.strip()]
    if len(segments) == 2 and not re.search(r"[>›»]", text) and max(map(_width, segments)) > _SHORT_NAME:
        return False  # a section and a title
    if len(segments) < 2 or ends_sentence(text) or _DIGITS_OF_DATE.search(text):
        return False
    return all(word_count(part) <= 5 or (han_count(part) and len(part) <= 14) for part in segments)


def _width(text: str) -> int:
    return len(text) + han_count(text)


def segments_of(text: str) -> list[str]:
    """Split a menu or breadcrumb into its names."""
    return [part.strip() for part in _SEGMENTS.split(text) if part.strip()]
