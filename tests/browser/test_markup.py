"""Hostile markup in every text of every table stays text on every page of a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.urls import reverse

from documents import urls
from documents.models import Document, RecordList, Topic
from tests.browser.chromium import visiting
from tests.browser.hands import press, wait_until
from tests.browser.hostile import (
    ATTACKS,
    STRINGS,
    WRITTEN_BY_US,
    Hostile,
    fields_of_text,
    make_hostile_world,
    missing_from,
)
from tests.build import a_user
from tests.journeys.test_wall import CURATORS, PUBLIC
from tests.journeys.wall_world import make_wall_world

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.test import Client
    from playwright.sync_api import Browser, Dialog, Page
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TYPED = quote(STRINGS[14])
# Patterns that answer no page of HTML to a GET: a form's target, a redirect, a file, plain data.
# Where a button's address is opened, a page says so that holds no stored text.
# `test_what_is_not_visited_answers_no_html` asks each of them.
NO_HTML = {
    "suggest",
    "cite",
    "document-cut-short",
    "styles",
    "healthz",
    "original",
    "let-go",
    "let-go-from",
    "list-rename",
    "list-delete",
    "list-note",
    "list-move",
    "curate-keep",
    "curate-let-go",
    "curate-aside",
    "curate-decide",
    "curate-undo-last",
    "curate-undo-batch",
    "curate-undo-answer",
    "curate-answer",
    "curate-tags-merge",
    "curate-tag-remove",
    "curate-topic-remove",
    "curate-restore",
    "curate-revert",
    "curate-beside",
    "curate-reviewed",
    "curate-state",
}
# Pages with forms; each is sent with markup in every field, and the page that answers is seen.
FORMS = (
    *("curate-paste", "curate-review", "curate-record", "curate-topic", "curate-topic-add"),
    *("curate-tag-promote", "curate-names", "curate-bulk", "curate-relation"),
    *("curate-questions", "curate-suggestions", "list", "keep"),
)
REFUSED = "error: Failed to load resource: the server responded with a status of 4"
SENT = "main form[method=post]:not([action*=logout])"
SEND = """([selector, number, text]) => {
    const form = document.querySelectorAll(selector)[number];
    for (const field of form.querySelectorAll("input[type=text], input:not([type]), textarea"))
        field.value = text;
    form.submit();
}"""


def _addresses(world: Hostile) -> dict[str, Iterable[str]]:
    """Return addresses of every pattern that answers a page."""
    record, changes = world.record, world.changes
    region, theme = Topic.objects.get(slug="jinan"), Topic.objects.get(slug="ports")
    records = Document.objects.published().order_by("pk")
    some = records[::11]
    tag = record.tags.all()[0]
    topic_at, record_at = f"/curate/topics/{region.pk}/", f"/curate/records/{record.pk}/"
    typed_tag = f"/search/?tag={TYPED}&from={TYPED}&sort={TYPED}"
    return {
        "home": ("/", "/zh-hans/"),
        "search": (
            *(f"/search/?q=harbour&page={page}" for page in range(1, 9)),
            *(f"/search/?q={TYPED}", "/zh-hans/search/?q=harbour", typed_tag),
        ),
        "words": ("/search/words/", f"/search/words/?q={TYPED}"),
        "document": (
            *(one.get_absolute_url() for one in records),
            *(f"/zh-hans{one.get_absolute_url()}" for one in some),
        ),
        "explore": ("/explore/",),
        "matrix": ("/explore/matrix/", f"/explore/matrix/?rows={TYPED}"),
        "cell": ("/explore/cell/?region=jinan&theme=ports",),
        "timeline": ("/explore/timeline/", f"/explore/timeline/?region={TYPED}"),
        "map": ("/explore/map/",),
        "compare": (
            *(f"/explore/compare/?a={record.pk}&b={other.pk}" for other in some[1:]),
            *("/explore/compare/?a=region:jinan&b=theme:ports", f"/explore/compare/?a={TYPED}"),
        ),
        "regions": ("/regions/",),
        "region": ("/regions/jinan/", "/zh-hans/regions/jinan/"),
        "clusters": ("/clusters/",),
        "cluster": ("/clusters/delta/",),
        "themes": ("/themes/",),
        "theme": ("/themes/ports/",),
        "instruments": ("/instruments/",),
        "instrument": ("/instruments/plan/",),
        "tag": [f"/tags/{one.slug}/" for other in some for one in other.tags.all()],
        "author": [one.author.get_absolute_url() for rec in some for one in rec.authorships.all()],
        "series": [f"/series/{quote(one.series)}/" for one in some],
        "sources": ("/sources/",),
        "source": [f"/sources/institute-{number}/" for number in range(0, len(STRINGS), 11)],
        "lists": ("/lists/",),
        "list": [one.get_absolute_url() for one in RecordList.objects.all()[::11]],
        "keep": (f"/lists/keep/{record.pk}/",),
        "help": ("/help/",),
        "glossary": ("/glossary/",),
        "about": ("/about/",),
        "curate": ("/curate/", "/zh-hans/curate/"),
        "curate-paste": ("/curate/paste/",),
        "curate-import": ("/curate/import/",),
        "curate-import-plan": [
            f"/curate/import/{world.batch.id}/{show}"
            for show in ("", "?show=create", f"?show={TYPED}")
        ],
        "curate-relations": ("/curate/relations/",),
        "curate-relation": (f"/curate/relations/{world.relation.pk}/",),
        "curate-review": (f"/curate/submissions/{world.submission.pk}/",),
        "curate-record": [f"/curate/records/{one.pk}/" for one in (*some, record, world.withdrawn)],
        "curate-record-merge": [f"{record_at}merge/?into={some[1].pk}"],
        "curate-record-unmerge": [f"/curate/records/unmerge/{changes['joined'].pk}/"],
        "curate-history": (
            f"{record_at}history/",
            f"/curate/records/{world.withdrawn.pk}/history/",
        ),
        "curate-suggestions": ("/curate/suggestions/", "/curate/suggestions/?page=2"),
        "curate-accept-above": ("/curate/suggestions/above/?above=0.5",),
        "curate-batch": (f"/curate/together/{changes['batch'].batch}/",),
        "curate-questions": ("/curate/questions/", "/curate/questions/?page=2"),
        "curate-roles": ("/curate/roles/",),
        "curate-health": ("/curate/health/", "/curate/health/?files=1"),
        "curate-missing": ("/curate/missing/review/", "/curate/missing/withdrawn/"),
        "curate-bulk": ("/curate/bulk/", f"/curate/bulk/?q={TYPED}"),
        "curate-tags": ("/curate/tags/", f"/curate/tags/?q={TYPED}"),
        "curate-tag-promote": (f"/curate/tags/{tag.pk}/promote/",),
        "curate-tags-unmerge": (f"/curate/tags/unmerge/{changes['tags'].pk}/",),
        "curate-names": ("/curate/names/",),
        "curate-topics": ("/curate/topics/?facet=region", f"/curate/topics/?q={TYPED}"),
        "curate-topic-add": (f"/curate/topics/add/?facet={TYPED}",),
        "curate-topic": (topic_at, f"/curate/topics/{theme.pk}/"),
        "curate-topic-names": (f"{topic_at}names/?names={TYPED}&role=hidden",),
        "curate-topic-merge": (f"/curate/topics/{theme.pk}/merge/?into=theme/wharves",),
        "curate-topic-unmerge": (f"/curate/topics/unmerge/{changes['merged'].pk}/",),
    }


def _administration() -> Iterable[str]:
    """Give the list of every table that the administration shows, and the page of a row."""
    yield "/admin/"
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        if first := model._default_manager.order_by("pk").first():
            yield reverse(f"{name}_change", args=[first.pk])
            yield reverse(f"{name}_history", args=[first.pk])


ACCOUNTS = (
    "/accounts/password_change/",
    "/accounts/password_reset/",
    f"/accounts/login/?next={TYPED}",
)


def _log_in(page: Page) -> None:
    page.goto("/accounts/login/?next=/curate/")
    page.get_by_label("Username").fill("cora")
    page.get_by_label("Password").fill("correct horse battery")
    press(page.get_by_role("button", name="Log in"))


@pytest.fixture
def heard(page: Page) -> list[str]:
    """Collect what dialogs say; a violation of the policy or a word on the console fails `page`."""
    words: list[str] = []

    def hear(dialog: Dialog) -> None:
        words.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", hear)
    return words


def test_no_markup_runs_anywhere(page: Page, heard: list[str]) -> None:
    """At least 150 strings stand in every text of every table, and every page is opened."""
    assert len(STRINGS) >= 150
    world = make_hostile_world()
    missing = {name: missing_from(field) for name, field in fields_of_text().items()}
    assert {name for name, texts in missing.items() if texts} == WRITTEN_BY_US.keys()
    addresses = _addresses(world)
    assert {one.name for one in urls.urlpatterns} == addresses.keys() | NO_HTML
    _log_in(page)
    visits = (one for some in (*addresses.values(), _administration(), ACCOUNTS) for one in some)
    for address in visits:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert page.locator("h1").count() >= 1, address
    assert heard == []


def test_no_markup_runs_on_a_page_that_answers_a_form(
    chromium: Browser, live_server: LiveServer
) -> None:
    """What was typed comes back with the errors, a preview or a reason, and stays text."""
    world = make_hostile_world(records=14)
    addresses = _addresses(world)
    sent = 0
    with visiting(chromium, base_url=live_server.url) as visit:
        visit.page.on("dialog", lambda dialog: visit.complaints.append(dialog.message))
        _log_in(visit.page)
        for address in (next(iter(addresses[name])) for name in FORMS):
            visit.page.goto(address)
            number = 0
            while number < visit.page.locator(SENT).count():
                with visit.page.expect_navigation():
                    visit.page.evaluate(SEND, [SENT, number, STRINGS[2 + sent % 9 * 14]])
                visit.page.goto(address)  # what was decided is gone from it
                number, sent = number + 1, sent + 1
        visit.page.goto(world.withdrawn.get_absolute_url())
        complaints = [one for one in visit.complaints if not one.startswith(REFUSED)]
    assert sent > len(FORMS)
    assert complaints == []


def test_what_is_not_visited_answers_no_html(client: Client) -> None:
    record = make_wall_world()["published"]
    client.force_login(a_user("root", is_superuser=True))
    for name in NO_HTML:
        for address in (PUBLIC | CURATORS)[name](record):
            answer = client.get(address)
            text = answer.getvalue().decode(errors="replace")
            if answer.status_code == 405:  # the page that tells a button from a page
                assert record.title not in text, address
                continue
            is_html = answer["Content-Type"].startswith("text/html")
            assert not (text and is_html), address


@pytest.mark.parametrize("attack", [ATTACKS[1], ATTACKS[7], "<p style='color:red'>x</p>"])
def test_markup_that_came_through_would_be_heard(
    chromium: Browser, live_server: LiveServer, attack: str
) -> None:
    """The policy stops it, and the stop itself is a complaint, by event and by console."""
    with visiting(chromium, base_url=live_server.url) as visit:
        visit.page.goto("/about/")
        assert visit.complaints == []
        visit.page.evaluate("text => document.body.insertAdjacentHTML('beforeend', text)", attack)
        for heard in ("policy: ", "Content Security Policy"):
            wait_until(visit.page, lambda: any(heard in one for one in visit.complaints))  # noqa: B023  # called at once
