"""Which lines belong to a site, by form, and which only look like it."""

from __future__ import annotations

import pytest

from documents.ingest.furniture import RELATED, find_furniture_rule
from documents.ingest.lines import Line


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("You Are Here: Home > Reports", "breadcrumb"),
        ("当前位置: 首页 > 政务公开 > 政策文件", "breadcrumb"),
        ("Startseite | Presse | Mitteilungen", "breadcrumb"),
        ("Coast Watch > Press releases", "menu or breadcrumb"),
        ("Accueil Ports Remorqueurs Agenda Se connecter", "menu or breadcrumb"),
        ("Home Tugs Pilots Timetables Log in", "menu or breadcrumb"),
        ("Home » Ports » Bay » News » Six ports of the bay share their tugs", "menu or breadcrumb"),
        ("Print Print", "controls"),
        ("Video PlayerClose", "controls"),
        ("中文 Add to favourites Set homepage", "controls"),
        ("Diese Seite drucken | Teilen", "controls"),
        ("設為首頁 加入收藏", "controls"),
        ("News Hotline:0531-00000000", "hotline"),
        ("Kontakt: Pressestelle, Telefon 0351 000", "contact"),
        ("600 2029334178791161893.jpg", "image file"),
        ("图片默认标题_upload_hz20220504003", "image file"),
        ("At 9:30 EUR/USD 1.09 ↑+0.002 Brent 78.5 ↓-0.4 DAX 15.904 ↑+12.1", "ticker of prices"),
        ("上证指数 3021.5 ↑0.4% 深证成指 9876.1 ↓0.2% 恒生指数 17250 ▲1.1%", "ticker of prices"),
        ("010020070750000000000000011100001394583312", "machine number"),
        ("We recommend:", "heading of related items"),
        ("CREDIT: Bay University", "alternative text of an image"),
        ("Picked for you", "heading of related items"),
        ("本文字数：2104字", "reading time"),
        ("Word count: 1,840", "reading time"),
        ("Why you can trust our reporting", "contributor"),
        ("Leave your comment0 comments", "comment form"),
        ("- 12 -", "page number"),
        (
            "Checksum (sha256): 47aae78b2dc94ac395599ec84d8abe388eb41bd9e1205a6c13298f4b",
            "machine number",
        ),
        ("image of OECD Port Reviews: Bay 2009", "alternative text of an image"),
        ("This is a required field", "comment form"),
        ("“Check against delivery”", "note on a speech"),
        ("Already a subscriber? Login", "subscription offer"),
        ("Want to read the full article?", "way to the whole"),
        ("How to cite this article", "citation of the page"),
        ("媒体联络：press@ferry.example 0532-0000 0000", "contact"),
        ("* Author to whom correspondence should be addressed.", "contact"),
        ("本文为渡轮周报原创文章，转载请附上原文链接。", "copyright"),
        ("Open PDF in Browser", "controls"),
        ("第3页 共12页", "page number"),
        ("上一篇：关于举办培训班的通知", "pager"),
        ("(Web editor: Zhang Wen, Liang Jun)", "editor"),
        ("责任编辑：康雪    来源：某网", "editor"),
        ("京ICP备05070218号", "site record"),
        ("Sponsor:Information Office", "site record"),
        ("© 2022 The Town. All Rights Reserved.", "copyright"),
        ("免责声明：凡注明来源的文章，版权归原作者所有。", "copyright"),
        ("Related Stories", RELATED),
        ("相关阅读", RELATED),
        ("Mehr zum Thema", RELATED),
        ("À lire aussi", RELATED),
        ("Reading time: 4 minutes", "reading time"),
        ("This site uses cookies.", "cookie note"),
        ("Best casino bonus 2020 play online slots now", "spam"),
        ("点击上方蓝字关注我们", "subscription offer"),
    ],
)
def test_chrome_is_named_by_its_form(line: str, rule: str) -> None:
    assert find_furniture_rule(Line(line)) == rule


@pytest.mark.parametrize(
    "line",
    [
        "Ports on the Bohai Rim agree to share tugboats",
        "The printer at home was the first product of the cluster.",
        "Officials said that the hotline received 3,000 calls about housing in the first half.",
        "关于做好2024年度城市群协同项目申报工作的通知",
        "观点 | 陆港建设不能一哄而上",
        "一、总体要求",
        "2021-06-18",
        "Companies share more data than before, and cookies are a small part of that, he said.",
        "Policy | What the new corridor means for inland suppliers",
    ],
)
def test_text_is_no_chrome(line: str) -> None:
    assert find_furniture_rule(Line(line)) == ""


def test_a_block_in_an_element_of_the_site_is_chrome() -> None:
    assert find_furniture_rule(Line("Anything at all", tag="nav")) == "inside <nav>"


def test_a_paragraph_of_news_that_tells_of_scanning_is_no_offer() -> None:
    text = "本报讯(记者 孙哲)5月4日，四个港口领到了拖轮二维码。扫一扫，哪条船在哪里一清二楚。"
    assert find_furniture_rule(Line(text)) == ""
    assert find_furniture_rule(Line("扫一扫，手机打开当前页")) == "subscription offer"
