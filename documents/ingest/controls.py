"""The words of a site's own controls; a line made of nothing else is chrome."""

from __future__ import annotations

import re
from functools import cache

_ENGLISH = """
a|about|about us|accept|accept all|accept all cookies|accept only essential cookies|account|add to favourites|
add to favorites|add to favorite|add comment|advertise|all|app|apps|archive|archives|arabic|back|back to list|back to top|
big|bookmark|business|businesses|careers|cancel|chinese|click here|close|close window|comment|comments|contact|contact us|contacts|
contents|content|cookie policy|cookies|copy link|copy|culture|deutsch|disclaimer|donate|download|download app|download pdf|
e-mail|editions|email|email this|en|english|español|events|expand|experts|explore|explore xinhuanet|facebook|faq|faqs|
favorites|feedback|flickr|follow us|font|font size|forum|français|full text|full screen|go|go to top|government|help|high contrast|
home|homepage|instagram|japanese|join us|jobs|korean|large|large font|latest|latest news|leave a comment|leave a reply|life|like|
link|linkedin|links|listen|loading|local|log in|log out|login|logout|mail|main menu|medium|media|menu|mobile|mobile version|
more|more news|multimedia|my account|nation|navigation|newsletter|newsletters|next|next page|no|no comments|normal|
opinion|our work|pdf|photos|photo|pinterest|play|policies|policy|post comment|press|press enter|previous|previous page|
print|print this page|print page|print article|printable version|privacy|privacy policy|programs|projects|publications|read aloud|
read later|recommend|regional|register|reject|reject all|reply|report an error|research|resources|return|return list|return to list|
return to top|rss|russian|save|save article|scroll|search|search for|send|services|set as homepage|set homepage|settings|setup|share|
share on facebook|share on twitter|share this|share this article|share this page|share to|sign in|sign out|sign up|site map|
sitemap|skip navigation|skip to content|skip to main content|small|sports|submit|subscribe|subscribe now|tags|telegram|
terms|terms of use|text size|text|toggle navigation|tools|top|top news|translate|travel|tweet|twitter|update|video|video player|videos|
view comments|view full image|weibo|wechat|weixin|whatsapp|who we are|world|write a comment|x|yes|youtube|zoom|zoom in|zoom out|
was this page useful|was this helpful|rate this|listen to this article|gift article|toggle menu|open menu|close menu|
advertisement|advertorial|sponsored|sponsored content|promotion|live|trending|hot|popular|photo gallery|gallery|select language|language|
audio|play audio|min read|read more|show more|load more|view all|see all|learn more|find out more|get started|back to home|news
"""
_CHINESE = """
首页|主页|网站首页|返回|返回首页|返回顶部|返回列表|返回上页|回到顶部|顶部|打印|打印本页|打印本稿|打印页面|关闭|关闭窗口|关闭本页|分享|分享到|分享至|收藏|
收藏本站|加入收藏|设为首页|字号|字体|字体大小|大|中|小|特大|大号|中号|小号|放大|缩小|默认|繁體|繁体|简体|繁體中文|简体中文|中文|中文版|英文|英文版|英语|
登录|登入|注册|登录注册|退出|个人中心|我的|搜索|搜一搜|检索|高级搜索|请输入关键字|请输入关键词|导航|菜单|网站地图|站点地图|无障碍|无障碍浏览|无障碍阅读|长者模式|关怀版|
长者专区|适老版|老年模式|手机版|移动版|电脑版|客户端|下载客户端|app下载|app|下载app|微信|微博|新浪微博|qq|qq空间|qzone|朋友圈|公众号|微信公众号|抖音|
二维码|扫一扫|复制链接|点赞|赞|评论|我要评论|发表评论|查看评论|跟帖|留言|举报|纠错|我要纠错|投稿|订阅|邮箱|电子邮箱|联系我们|关于我们|网站声明|版权声明|
免责声明|隐私声明|法律声明|帮助|广告|广告服务|更多|查看更多|更多内容|展开|展开全文|点击展开|收起|阅读全文|全文|播放|视频|图片|图集|下载|
下载全文|附件下载|上一篇|下一篇|上一页|下一页|上一条|下一条|上页|下页|末页|尾页|政务公开|政务服务|互动交流|新闻|要闻|新闻中心|政策|数据|专题|旅游|
走进|智能机器人|语音播报|朗读|听全文|视力保护色|护眼模式|来源|时间|推荐|最新|热门|排行|声明|保护视力色|正文|内容|切换|
設為首頁|加入收藏|返回頂部|打印本頁|關閉|分享|收藏|登錄|註冊|搜索|網站地圖|首頁|上一頁|下一頁|回首頁|列印|友善列印
"""
_GERMAN = """
startseite|home|presse|kontakt|impressum|datenschutz|datenschutzerklärung|suche|suchen|menü|navigation|anmelden|abmelden|registrieren|
drucken|seite drucken|diese seite drucken|artikel drucken|teilen|artikel teilen|seite teilen|merken|weiterempfehlen|per e-mail senden|e-mail|
schließen|zurück|weiter|nach oben|zum seitenanfang|zum inhalt|zum inhalt springen|zur startseite|zur navigation|abonnieren|
newsletter|newsletter abonnieren|barrierefreiheit|leichte sprache|gebärdensprache|vorlesen|schriftgröße|kommentare|kommentieren|kommentar schreiben|
alle akzeptieren|ablehnen|einstellungen|cookies|cookie-einstellungen|mehr|mehr erfahren|weiterlesen|themen|aktuelles|über uns|
pressemitteilungen|pressemitteilung|publikationen|veranstaltungen|service|deutsch|english|login|inhalt|übersicht|zur übersicht|pdf herunterladen|
herunterladen|warenkorb|abo|hilfe|agb|karriere|politik|wirtschaft|wissenschaft|kultur|meinung|jetzt testen|zum thema|bildergalerie|beitrag teilen|diesen beitrag teilen|diesen artikel teilen|autorinnen und autoren|autoren|autor|jetzt anmelden|leseempfehlung
"""
_FRENCH = """
accueil|contact|contacts|mentions légales|plan du site|recherche|rechercher|menu|connexion|se connecter|s'inscrire|inscription|imprimer|
imprimer cette page|imprimer la page|imprimer l'article|partager|partager sur|partager cette page|partager l'article|envoyer par e-mail|envoyer à un ami|
fermer|retour|retour à la liste|retour en haut|haut de page|aller au contenu|aller au contenu principal|s'abonner|abonnez-vous|lettre d'information|
newsletter|accessibilité|tout accepter|tout refuser|paramétrer|accepter|refuser|cookies|commentaires|commenter|ajouter un commentaire|
réagir|lire la suite|en savoir plus|voir plus|suivant|précédent|télécharger|télécharger le pdf|actualités|presse|espace presse|publications|
agenda|à propos|qui sommes-nous|nous contacter|taille du texte|version imprimable|favoris|ajouter aux favoris|français|anglais|
abonnés|offrir|écouter|partage|suivez-nous|politique de confidentialité|rubriques|dossiers|thèmes|lecture
"""
_GLUE = re.compile(r"[\s|/\\>›»<«·•\-–—_:：;,，.。、!?！？()（）\[\]【】{}+*×✕✖✓▲▼△▽↑↓←→►▶★☆#&＆=~'’\"“”\d]+")


@cache
def _words() -> re.Pattern[str]:
    phrases = {
        " ".join(phrase.split()).casefold()
        for phrase in "|".join((_ENGLISH, _CHINESE, _GERMAN, _FRENCH)).split("|")
        if phrase.strip()
    }
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first))


def is_only_controls(text: str) -> bool:
    """Say whether a short line holds nothing but control words and separators.

    Words may be glued as in "Video PlayerClose"; a line of separators alone counts as well.
    """
    if len(text) > 160:
        return False
    rest = text.casefold().replace("’", "'")
    while rest:
        rest = _GLUE.sub("", rest, count=1) if _GLUE.match(rest) else rest
        if not rest:
            return True
        match = _words().match(rest)
        if match is None:
            return False
        rest = rest[match.end() :]
    return True
