from __future__ import annotations

import pytest

from documents.ingest.readers.torn import mend_torn


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        (
            "会议审议了省长所作的\n政府工作报告\n。大会同意。",
            "会议审议了省长所作的政府工作报告。大会同意。",
        ),
        ("全会通过的《\n发展纲要\n》，提出了目标。", "全会通过的《发展纲要》，提出了目标。"),
        (
            "According to\nthe Water Act\n, permits expire.",
            "According to the Water Act, permits expire.",
        ),
        ("比1980\n年\n，翻两番", "比1980年，翻两番"),
    ],
)
def test_a_link_that_became_a_line_is_joined_to_its_sentence(torn: str, whole: str) -> None:
    assert mend_torn(torn) == whole


@pytest.mark.parametrize(
    "text",
    [
        "政府工作报告\n——在大会上\n省长 林某",
        "The plan has three parts\nRoads\nRails",
        "第一段。\n\n，第二段",
        "一、总则\n二、节水\n三、职责\n四、经费\n五、奖励\n六、规划\n七、附则\n。",
    ],
)
def test_lines_that_are_whole_stay_as_they_are(text: str) -> None:
    assert mend_torn(text) == text


def test_a_heading_and_an_entry_of_a_list_stay_apart_in_a_torn_paragraph() -> None:
    torn = "一、总则\n依照《\n水法\n》，定本规\n二、范围"
    assert mend_torn(torn) == "一、总则\n依照《水法》，定本规\n二、范围"
