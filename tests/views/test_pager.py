from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from documents.views.pager import links_between

if TYPE_CHECKING:
    from django.test import RequestFactory


def test_the_numbers_of_a_long_list_are_parted_at_the_thousands(rf: RequestFactory) -> None:
    pager = links_between(rf.get("/search/", {"q": "rail"}), 52, 4170, 104_233, 25)
    shown = render_to_string("components/_pager.html", {"pager": pager})
    assert "1,276–1,300 of 104,233" in shown
    assert "page=4170" in shown


def test_gaps_stand_between_pages_that_are_not_neighbours(rf: RequestFactory) -> None:
    pager = links_between(rf.get("/search/"), 5, 9, 225, 25)
    assert [link.number for link in pager.links] == [1, None, 4, 5, 6, None, 9]


def test_the_first_page_has_no_number_in_its_address(rf: RequestFactory) -> None:
    pager = links_between(rf.get("/search/", {"q": "rail", "kind": ""}), 2, 3, 60, 25)
    assert pager.previous == "/search/?q=rail"
