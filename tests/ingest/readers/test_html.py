"""What is read from the markup of a page."""

from __future__ import annotations

from documents.ingest import Page, draft_from
from documents.ingest.readers import html

PARAGRAPH = (
    "Four ports on the rim of the bay have agreed to share their tugboats, a step that is expected "
    "to cut waiting times for bulk carriers by a third."
)


def page_of(body: str, head: str = "<title>Ports share tugboats</title>") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def test_scripts_styles_and_hidden_elements_hold_no_text() -> None:
    hidden = "<script>var a</script><style>p{}</style><p style='display: none'>gone</p>"
    body = f"{hidden}<p>{PARAGRAPH}</p>"
    assert html.read(page_of(body)).text == PARAGRAPH


def test_blocks_are_lines_and_inline_elements_are_not() -> None:
    lines = html.read(
        page_of("<div>One <b>bold</b> word<br>two<ul><li>three</li></ul></div>")
    ).lines
    assert [line.text for line in lines] == ["One bold word", "two", "three"]


def test_a_link_alone_is_marked_and_a_link_in_a_sentence_is_not() -> None:
    lines = html.read(
        page_of("<p><a href='#'>All of it</a></p><p>Only <a href='#'>a part</a></p>")
    ).lines
    assert [line.linked for line in lines] == [True, False]


def test_elements_of_the_site_are_marked_by_name_and_role() -> None:
    site = "<nav>Home</nav><div class='breadcrumb'>Here</div><div role='banner'>Top</div>"
    body = f"{site}<p>{PARAGRAPH}</p>"
    assert [line.tag for line in html.read(page_of(body)).lines] == ["nav", "aside", "aside", "p"]


def test_the_head_gives_facts_and_broken_linked_data_gives_none() -> None:
    head = (
        '<meta name="PubDate" content="2022-11-30 17:45">'
        '<link rel="canonical" href="https://x.example/a">'
        '<script type="application/ld+json">{"@graph": [{"headline": "H", "author": '
        '{"name": "Li Hua"}}]}</script>'
        '<script type="application/ld+json">{broken</script>'
    )
    facts = {(fact.name, fact.value) for fact in html.read(page_of("<p>x</p>", head)).facts}
    assert {("PubDate", "2022-11-30 17:45"), ("headline", "H"), ("author", "Li Hua")} <= facts


def test_related_items_of_a_page_are_listed_and_not_read() -> None:
    body = (
        f"<h1>Ports share tugboats</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>"
        "<div class='related-posts'><h3>Related</h3>"
        "<a href='#'>Ferries look for new routes</a></div>"
    )
    draft = draft_from(Page(page_of(body), "text/html"))
    assert draft.related_titles.value == ("Ferries look for new routes",)
    assert "Ferries" not in draft.body.value


def test_a_table_of_index_data_is_read_cell_by_cell() -> None:
    body = (
        "<table><tr><th>发文字号</th><td>海政发〔2022〕12号</td><th>成文日期</th><td>2022-05-12</td></tr></table>"
        "<h1>关于港城融合的若干措施</h1><p>各区人民政府，市政府各部门：</p>"
        "<p>为促进港产城融合发展，结合我市实际，制定以下措施，请认真贯彻执行。</p>"
    )
    draft = draft_from(Page(page_of(body, ""), "text/html"))
    assert draft.number.value == "海政发〔2022〕12号"
    assert [(fact.role, fact.iso) for fact in draft.dates] == [("issued", "2022-05-12")]


def test_deep_nesting_is_read_without_recursion() -> None:
    body = "<div>" * 1000 + PARAGRAPH + "</div>" * 1000
    assert html.read(page_of(body)).lines


def test_markup_without_text_gives_no_lines() -> None:
    assert html.read("<html></html>").lines == ()


def test_the_words_of_a_picture_are_told_by_its_table_or_by_standing_centred_below_it() -> None:
    frame = "<table><tr><td><img src='a.jpg'></td></tr><tr><td>Tugs at night</td></tr></table>"
    below = "<p><img src='b.jpg'></p><p style='text-align: center'>Pilots at noon</p>"
    weblog = "<p><img src='c.jpg'></p><p align=center>All text</p><p align=center>is centred</p>"
    links = "<table><tr><td><img src='d.jpg'></td><td><a href='#'>More</a> tugs</td></tr></table>"
    lines = html.read(page_of(frame + below + f"<p>{PARAGRAPH}</p>" + weblog + links)).lines
    told = [line.text for line in lines if line.tag == "figcaption"]
    assert told == ["Tugs at night", "Pilots at noon"]


def test_keywords_that_stand_in_an_element_each_stay_apart() -> None:
    named = "<div><span>Mots-clés :</span> <a>énergie nucléaire</a> <a>Chine</a></div>"
    byline = "<div><span>By</span> <a>Ada Berg</a></div>"
    rows = [line.parts for line in html.read(f"<body>{named}{byline}</body>").lines]
    assert rows == [("Mots-clés :", "énergie nucléaire", "Chine"), ()]
