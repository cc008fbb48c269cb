from __future__ import annotations

from hypothesis import given, strategies as st

from documents.text.differences import Block, Part, compare_texts


def test_a_changed_word_is_shown_inside_its_paragraph() -> None:
    blocks = compare_texts(
        "One.\n\nThe plan names 19 clusters.", "One.\nThe plan names 20 clusters."
    )
    assert blocks == (
        Block("same", (Part("One."),)),
        Block(
            "changed",
            (
                Part("The plan names "),
                Part("19", "removed"),
                Part("20", "added"),
                Part(" clusters."),
            ),
        ),
    )


def test_a_paragraph_that_only_one_text_has_is_a_block_of_its_own() -> None:
    assert [block.kind for block in compare_texts("a\nb\nc", "a\nc")] == ["same", "removed", "same"]
    assert [block.kind for block in compare_texts("a\nc", "a\nb\nc")] == ["same", "added", "same"]


def test_chinese_is_compared_character_by_character() -> None:
    (block,) = compare_texts("山东半岛城市群", "山东沿海城市群")
    assert [part.text for part in block.parts if part.change] == ["半岛", "沿海"]


def test_equal_texts_differ_nowhere_and_empty_ones_have_no_blocks() -> None:
    assert {block.kind for block in compare_texts("a\nb", "a\n\nb")} == {"same"}
    assert compare_texts("", "") == ()


@given(st.text("ab \n.山", max_size=60), st.text("ab \n.山", max_size=60))
def test_both_texts_can_be_read_off_the_blocks(first: str, second: str) -> None:
    blocks = compare_texts(first, second)

    def read_without(change: str) -> list[str]:
        lines = [
            "".join(part.text for part in block.parts if part.change != change) for block in blocks
        ]
        return [line for line in lines if line]

    assert read_without("added") == [line for line in first.split("\n") if line.strip()]
    assert read_without("removed") == [line for line in second.split("\n") if line.strip()]


def test_a_figure_changes_as_a_whole() -> None:
    (block,) = compare_texts("About 45,000 firms, 6.2%.", "About 48,000 firms, 6.5%.")
    changed = [(part.change, part.text) for part in block.parts if part.change]
    assert changed == [
        ("removed", "45,000"),
        ("added", "48,000"),
        ("removed", "6.2%"),
        ("added", "6.5%"),
    ]
