"""Which sentences limit reading or re-use, and which do not."""

from __future__ import annotations

import pytest

from documents.ingest.access import READING, REUSE, find_limit, read_access
from documents.ingest.lines import Line


@pytest.mark.parametrize(
    ("line", "rule", "language"),
    [
        ("Dieser Text ist Abonnenten vorbehalten.", READING, "de"),
        ("Article réservé aux abonnés", READING, "fr"),
        ("本文为付费内容，订阅后阅读全文", READING, "zh"),
        ("This article is for subscribers only.", READING, "en"),
        ("Already a subscriber? Log in", READING, "en"),
        ("未经授权不得转载", REUSE, "zh"),
        ("Reproduction in whole or in part without permission is prohibited.", REUSE, "en"),
        ("This report may not be redistributed.", REUSE, "en"),
        ("Nachdruck nur mit Genehmigung der Redaktion", REUSE, "de"),
    ],
)
def test_a_limit_is_found(line: str, rule: str, language: str) -> None:
    limit = find_limit(line)
    assert limit is not None
    assert (limit.rule, limit.language) == (rule, language)


@pytest.mark.parametrize(
    "line",
    [
        "subscribers can receive the latest catalogues free of charge",
        "All rights reserved.",
        "第十二条 未经许可，不得从事港口经营活动。",
        "Members of the association met in Jinan on Tuesday.",
        "The project is open access.",
    ],
)
def test_other_sentences_are_no_limit(line: str) -> None:
    assert find_limit(line) is None


def test_a_login_counts_only_beside_a_text_that_breaks_off() -> None:
    login = Line("login", 1)
    cut, whole = Line("A letter says that the hubs (see...", 5), Line("A letter says it all.", 5)
    assert read_access([login, cut], [cut]).value.level == "licensed"
    assert read_access([login, whole], [whole]).value.level == "open"


def test_the_note_is_the_line_of_the_page() -> None:
    line = Line("Dieser Text ist Abonnenten vorbehalten.", 5)
    access = read_access([line], []).value
    assert (access.level, access.note, access.note_language) == ("licensed", line.text, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Access through your institution",
        "To read the full article, subscribe below",
        "Click here to create your account and get immediate access to all articles.",
        "No duplication or transmission is permitted without written consent",
        "You are not to copy the papers for public use.",
        "您已阅读21%(388字)，剩余79%包含更多信息",
        "请勿对本资料进行任何形式的转发",
        "可以阅读，但不允许用于商业目的",
    ],
)
def test_a_wall_or_a_ban_in_the_words_of_many_sites_is_a_limit(text: str) -> None:
    assert find_limit(text)


def test_the_short_mark_of_a_site_s_owner_is_no_limit() -> None:
    assert find_limit("海州日报版权所有 未经授权不得转载") is None
    assert find_limit("本报告未经书面许可不得转载") is not None
