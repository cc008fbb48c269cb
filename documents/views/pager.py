"""Links from page to page, with addresses that keep the question and stay the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.http import HttpRequest

ROUND_THE_CURRENT = 1


@dataclass(frozen=True, slots=True)
class PageLink:
    """`number` is None for a gap."""

    number: int | None
    address: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    first: int
    last: int
    total: int
    previous: str
    next: str
    links: tuple[PageLink, ...]


def page_links(request: HttpRequest, page: Page[Any]) -> Pager:
    """Return the links of a page of a list."""
    pages = page.paginator
    return links_between(request, page.number, pages.num_pages, pages.count, pages.per_page)


def links_between(
    request: HttpRequest, number: int, pages: int, total: int, per_page: int
) -> Pager:
    """Return the links of page `number` of `pages`; the first page has no number in its address."""
    neighbours = range(number - ROUND_THE_CURRENT, number + ROUND_THE_CURRENT + 1)
    shown = sorted({1, pages, *(n for n in neighbours if 1 <= n <= pages)})
    links: list[PageLink] = []
    for place, n in enumerate(shown):
        if place and n - shown[place - 1] > 1:
            links.append(PageLink(None))
        links.append(PageLink(n, _address(request, n), is_current=n == number))
    return Pager(
        first=(number - 1) * per_page + 1 if total else 0,
        last=min(number * per_page, total),
        total=total,
        previous=_address(request, number - 1) if number > 1 else "",
        next=_address(request, number + 1) if number < pages else "",
        links=tuple(links),
    )


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    for name in [name for name, values in query.lists() if not any(values)]:
        query.pop(name)
    if number > 1:
        query["page"] = str(number)
    return f"{request.path}?{query.urlencode()}" if query else request.path
