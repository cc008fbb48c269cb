from __future__ import annotations

from documents.search.highlight import units_of
from documents.search.marking import marked_text
from documents.search.passages import Passage, Zone, passages_of
from documents.search.syntax import parse
from documents.search.tree import wanted


def passages(typed: str, *texts: str) -> tuple[Passage, ...]:
    zones = [Zone(letter, text) for letter, text in zip("ab", texts, strict=False)]
    return passages_of(zones, units_of(wanted(parse(typed).tree)))


def test_the_first_passage_shows_where_most_words_stand() -> None:
    text = "water once. " + "filler " * 200 + "here water meets finance at last. " + "more " * 100
    shown = passages("water finance", text)[0].text
    assert "<mark>water</mark> meets <mark>finance</mark>" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 400


def test_the_zone_that_holds_most_words_comes_first_and_then_the_others() -> None:
    best, other = passages("water finance", "An abstract on water.", "The body on water finance.")
    assert best.text == "The body on <mark>water</mark> <mark>finance</mark>."
    assert other.text == "An abstract on <mark>water</mark>."


def test_three_passages_at_most_are_shown_and_none_overlaps_another() -> None:
    text = "".join(f"Sentence {n} of water. " + "filler " * 60 for n in range(5))
    found = passages("water", text)
    assert ["Sentence 0" in found[0].text, "Sentence 1" in found[1].text] == [True, True]
    assert len(found) == 3
    assert len(passages("water", "water " * 40)) == 1


def test_a_passage_begins_and_ends_with_whole_words() -> None:
    text = "elsewhere " * 60 + "water " + "elsewhere " * 60
    [passage] = passages("water", text)
    shown = passage.text.removeprefix("… ").removesuffix(" …").split()
    assert set(shown) == {"elsewhere", "<mark>water</mark>"}


def test_a_passage_of_a_text_without_blanks_is_cut_where_it_must_be() -> None:
    [passage] = passages("清水", "港口城市发展" * 60 + "清水" + "港口城市发展" * 60)
    assert "<mark>清水</mark>" in passage.text
    assert len(passage.text) < 200


def test_a_place_is_the_name_of_its_mark_in_the_whole_text() -> None:
    text = "filler " * 100 + "Urban water finance. " + "filler " * 100 + "清水。"
    units = units_of(wanted(parse("water finance 清水").tree))
    places = [passage.place for passage in passages_of([Zone("b", text)], units)]
    whole = marked_text(text, "b", units)
    assert places
    assert set(places) <= set(whole.places)
    assert all(f'<mark id="{place}">' in whole.piece(0, len(text)) for place in places)


def test_without_a_match_the_text_begins() -> None:
    assert passages("steel", "", "The body.") == (Passage("The body."),)  # type: ignore[arg-type]
    assert passages("steel", "", " ") == ()
