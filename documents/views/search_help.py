"""The page that explains the language of the search box, each form with examples that work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from documents.forms.search import address_of
from documents.search.leaves import FIELDS
from documents.search.query import SearchQuery
from documents.search.syntax import DEEPEST, MOST_LEAVES, MOST_PREFIXES
from documents.search.terms import MOST_PREFIX_TERMS
from documents.search.tokens import LONGEST, WIDEST_NEAR
from documents.text.analysis import is_han

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the language: examples as one types them, and what they find."""

    examples: tuple[str, ...]
    finds: _StrPromise


@dataclass(frozen=True, slots=True)
class Example:
    typed: str
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Section:
    title: _StrPromise
    forms: tuple[Form, ...]

    @property
    def rows(self) -> list[tuple[list[Example], _StrPromise]]:
        return [([_example(typed) for typed in form.examples], form.finds) for form in self.forms]


WORDS = (
    Form(("green industry",), _("records with both words, in any place and in any inflection")),
    Form(("green AND industry",), _("the same, said outright")),
    Form(
        ("How do cities protect the rivers?", "哪些城市群沿黄河？"),
        _(
            "a question in plain words: words that only ask or hold the sentence together are not "
            "asked for, and the page says which; quotation marks or an operator keep them"
        ),
    ),
    Form(('"city clusters"', "“城市群”"), _("the words side by side, in this order")),
    Form(
        ("黄河", "黃河"),
        _(
            "Chinese text that holds these characters side by side, also within a longer word; "
            "traditional and simplified characters, full and half width are the same"
        ),
    ),
    Form(("rail OR port", "铁路 OR 港口"), _("either of the words")),
    Form(
        ("energy NOT coal", "energy -coal"),
        _("the first without the second; a leading minus does the same"),
    ),
    Form(
        ("(rail OR port) AND Shandong", "（铁路 OR 港口） 山东"),
        _("parentheses group; AND binds closer than OR"),
    ),
    Form(
        ("urban*", "title:cluster*"),
        _(
            "words that begin so: at least two letters before the star; Chinese needs no star, "
            "since it is found within longer words anyway"
        ),
    ),
    Form(
        ("carbon NEAR/5 market", '"green finance" NEAR/10 steel'),
        _("the two with at most five words between, in either order; ten at most"),
    ),
)
NAMES = (
    Form(
        ("urban agglomeration", "城市群"),
        _(
            "a whole name of a topic finds its other names in both languages and the records "
            "linked to the topic; the page lists the names, and each can be left out"
        ),
    ),
    Form(
        ('"urban agglomeration"',),
        _("in quotation marks only what was typed; “Only the words as typed” does so for all"),
    ),
    Form(
        ("energy NOT 城市群",),
        _("after NOT only what was typed is left out, never its other names"),
    ),
    Form(
        ("No.16 2023", "国发〔2022〕18号", "国发[2022]第18号"),
        _("the record of that number comes first, and the page says why; so does a whole title"),
    ),
)
IN_FIELDS = (
    Form(("title:cluster*", "标题：城市群"), _("words of the title")),
    Form(('author:"Li Zuojun"', "作者:李佐军"), _("authors and issuing bodies")),
    Form(("source:DRC", "来源:国务院"), _("names of the source that carried the record")),
    Form(("number:16", "文号:国发"), _("the number of the record or of its series")),
    Form(
        ("region:Shandong", 'region:"Inner Mongolia"', "地区：山东"),
        _("records linked to the region or to a place in it"),
    ),
    Form(
        ('cluster:"Yangtze River Delta"', "集群:长三角城市群"),
        _("records linked to the city cluster or industrial cluster"),
    ),
    Form(('theme:"smart cities"', "主题:智慧城市"), _("records linked to the policy theme")),
    Form(
        ('instrument:"14th Five-Year Plan"', "规划:十四五规划"),
        _("records linked to the plan, law or notice"),
    ),
    Form(("tag:hydrogen", "标签:氢能"), _("records with the keyword or tag")),
    Form(("kind:report", "类型:报告"), _("report, news, release, policy or brief")),
    Form(("language:Chinese", "语言:中文"), _("records in the language")),
)
DATES = (
    Form(("date:2024", "日期:2024年"), _("dated within the year")),
    Form(("date:2024-05", "日期:2024年5月"), _("within the month; a whole day likewise")),
    Form(
        ("date:2021..2024", "date:2021-2024", "日期：2021年至2024年"),
        _("within these years, both included"),
    ),
    Form(("date:2023..", "date:..2023-06"), _("from then on, or up to then")),
)
SECTIONS = (
    Section(_("Words"), WORDS),
    Section(_("Names and numbers"), NAMES),
    Section(_("Fields"), IN_FIELDS),
    Section(_("Dates"), DATES),
)
LIMITS = {
    "letters": LONGEST,
    "words": MOST_LEAVES,
    "depth": DEEPEST,
    "stars": MOST_PREFIXES,
    "expanded": MOST_PREFIX_TERMS,
    "near": WIDEST_NEAR,
}


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    context = {"sections": SECTIONS, "limits": LIMITS, "fields": _field_names()}
    return render(request, "documents/help.html", context)


def _field_names() -> list[tuple[str, str]]:
    """Return each field with all that may stand before its colon."""
    names: dict[str, list[str]] = {}
    for name, field in FIELDS.items():
        names.setdefault(field, []).append(name)
    return [(field, ", ".join(typed)) for field, typed in names.items()]


def _example(typed: str) -> Example:
    language = "zh" if any(map(is_han, typed)) else ""
    return Example(typed, address_of(SearchQuery(typed)), language)
