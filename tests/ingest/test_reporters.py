"""Whom a Chinese report names at its head, and for whom they work."""

from __future__ import annotations

import pytest

from documents.ingest.reporters import find_han_reporters


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("某社武汉10月16日电（记者周明哲、吴若兰）长江沿线", ["周明哲", "吴若兰"]),
        ("2020年11月3日 聯合經濟報 記者林志明", ["林志明"]),
        ("某日报社全媒体记者: 宋立群/文图", ["宋立群"]),
        ("本报记者 丌若兰", ["丌若兰"]),
        ("某社武汉10月16日电（记者丌若兰）长江沿线", ["丌若兰"]),
        ("本报讯（何思远 记者 吴若兰）四港共用拖轮", ["何思远", "吴若兰"]),
        ("本報訊（何思遠 記者 吳若蘭）四港共用拖輪", ["何思遠", "吳若蘭"]),
        ("某新网海州10月27日电 (周明哲)首班轮船抵港", ["周明哲"]),
        ("本报讯（图文无关）四港共用拖轮", []),
        ("图为工人调试拖轮。 本报记者 周明哲 摄", []),
        ("记者了解到，首批项目已经开工。", []),
        ("当天下午，记者走进大棚。", []),
    ],
)
def test_reporters_in_a_paragraph_are_found(text: str, names: list[str]) -> None:
    assert [one.name for one in find_han_reporters(text)] == names


@pytest.mark.parametrize(
    ("line", "employer"),
    [
        ("本报记者 张三", "本报记者"),
        ("本报通讯员 张三", "本报通讯员"),
        ("海港新闻记者 张三", "海港新闻"),
        ("某市日报社全媒体记者 张三", "某市日报社"),
    ],
)
def test_a_reporter_works_for_the_paper_before_his_name(line: str, employer: str) -> None:
    assert [one.affiliations for one in find_han_reporters(line)] == [(employer,)]
