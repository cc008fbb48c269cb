"""Which column of a table holds what: by its name, or as the curator maps it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# field -> the names that tables give it, in the order of preference.
_NAMES: Final[dict[str, str]] = {
    "title": "title|headline|标题|题名|名称|题目|文件名称|標題|titel|titre",
    "body": "body|text|content|full text|fulltext|article|正文|全文|内容|文本|正文内容|內容",
    "abstract": "abstract|summary|description|摘要|简介|概要|内容摘要",
    "kind": "kind|document type|type|category|类型|文件类型|类别|分类|种类",
    "language": "language|lang|语言|语种",
    "source": "source|publisher|site|source name|来源|稿件来源|信息来源|发布单位|媒体",
    "address": "address|source url|url|link|source address|网址|链接|来源网址|原文链接",
    "posted": "published on|posted|date|published|publication date|date published|posted on|"
    "发布日期|发布时间|日期|公开日期|刊发日期|时间",
    "report": "report date|report on|报告日期",
    "issued": "issued|issued on|date of issue|成文日期|发文日期|印发日期|公布日期",
    "effective": "effective|effective from|effective date|施行日期|实施日期|生效日期",
    "year": "year|年份|年度",
    "series": "series|系列|丛书",
    "number": "number|no|document number|文号|发文字号|编号",
    "total_number": "total number|total|总期号|总号",
    "authors": "authors|author|by|作者|撰稿|作者姓名",
    "issuers": "issuer|issuers|issuing body|issuing bodies|发文机关|发文机构|制定机关|发布机关",
    "keywords": "keywords|key words|tags|topics|关键词|主题词|标签",
    "access": "access|access level|访问权限|公开属性|公开方式",
    "key": "id|key|identifier|uid|guid|标识|序号",
}
FIELDS: Final = tuple(_NAMES)
_BY_NAME: Final = {
    name: (field, rank)
    for field, names in _NAMES.items()
    for rank, name in enumerate(names.split("|"))
}
_BREAKS: Final = re.compile(r"[\s_\-./]+")


class UnknownFieldError(ValueError):
    """A mapping names a field that records do not have; `field` is what it names."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def field_of(column: str) -> str:
    """Return the field that a column's name stands for, "" for none."""
    return _BY_NAME.get(_plain(column), ("", 0))[0]


def map_columns(columns: Sequence[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return field -> column; `given` is column -> field and wins, "" ignores a column.

    Where two columns stand for one field, the usual name wins. Raises UnknownFieldError.
    """
    given = given or {}
    for field in given.values():
        if field and field not in _NAMES:
            raise UnknownFieldError(field)
    ranked = [(_BY_NAME[_plain(name)], name) for name in columns if _plain(name) in _BY_NAME]
    found: dict[str, str] = {}
    for (field, _), name in sorted(ranked, key=lambda one: one[0][1]):
        if name not in given:
            found.setdefault(field, name)
    return found | {field: column for column, field in given.items() if field}


def _plain(column: str) -> str:
    return _BREAKS.sub(" ", column.casefold()).strip()
