"""A curator at work in a real browser, and what an anonymous visitor sees before and after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.core.management import call_command
from django.middleware.http import ConditionalGetMiddleware
from django.utils import timezone
from playwright.sync_api import expect

from documents.curation import accept, keep_review, read, set_aside
from documents.curation.linking import relink
from documents.models import Document, TopicLink
from tests.browser.chromium import visiting
from tests.browser.hands import enter, press, wait_until
from tests.build import a_document, a_link, a_topic, a_user
from tests.curation.pages import REPORT, a_submission, the_vocabulary
from tests.material import seed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

    from documents.models import Submission

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RIGHTS = ("documents.change_document", "documents.publish_document")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
REPORT_TITLE = re.compile(
    "^Further Leverage the Key Role of City Clusters in the Shandong Peninsula"
)
PASSWORD = "correct horse battery"


def _log_in(page: Page) -> None:
    a_user("cora", *RIGHTS)
    page.goto("/curate/")
    page.get_by_label("Username").fill("cora")
    page.get_by_label("Password").fill(PASSWORD)
    press(page.get_by_role("button", name="Log in"))
    expect(page).to_have_url(re.compile(r"/curate/$"))


def _phrase_of(text: str) -> str:
    """Return five words from the middle of the longest line, as a quoted search."""
    words = max(text.splitlines(), key=len).split()
    return '"' + " ".join(words[20:25]) + '"'


def _places(phrase: str) -> list[str]:
    """Return where an anonymous visitor looks for the report."""
    return [
        f"/search/?{urlencode({'q': phrase})}",
        "/search/?region=shandong",
        "/clusters/shandong-peninsula/",
        "/",
    ]


def _base(page: Page) -> str:
    return page.url.split("/curate")[0]


def _browser(page: Page) -> Browser:
    browser = page.context.browser
    assert browser is not None
    return browser


def test_the_research_report_is_pasted_reviewed_published_and_found(page: Page) -> None:
    text = seed(0)
    call_command("load_vocabularies", verbosity=0)
    _log_in(page)
    press(page.get_by_role("link", name="Paste a page").first)
    page.get_by_label("Text of the page").fill(text)
    press(page.get_by_role("button", name="Read the page"))

    expect(page.get_by_label("Title", exact=True)).to_have_value(REPORT_TITLE)
    expect(page.locator("[name=dates-0-when]")).to_have_value("2023-02-23")
    expect(page.locator("[name=dates-1-when]")).to_have_value("2023-02-01")
    expect(page.get_by_role("checkbox", name=re.compile("^Shandong 山东"))).to_be_checked()

    press(page.get_by_role("button", name="Save draft"))
    expect(page.get_by_text("Saved.")).to_be_visible()
    places = _places(_phrase_of(text))
    with visiting(_browser(page), base_url=_base(page)) as visit:
        for place in places:
            visit.page.goto(place)
            expect(visit.page.get_by_role("link", name=REPORT_TITLE)).to_have_count(0)

        press(page.get_by_role("button", name="Publish"))
        expect(page.get_by_role("heading", level=1)).to_have_text(REPORT_TITLE)
        for place in places:
            visit.page.goto(place)
            expect(visit.page.get_by_role("link", name=REPORT_TITLE).first).to_be_visible()


def test_what_is_typed_is_kept_without_a_click(page: Page) -> None:
    the_vocabulary()
    submission = a_submission()
    _log_in(page)
    page.goto(f"/curate/submissions/{submission.pk}/")
    page.get_by_label("Title", exact=True).fill("A title in the making")
    expect(page.get_by_text("Kept.")).to_be_visible()
    page.goto(f"/curate/submissions/{submission.pk}/")
    expect(page.get_by_label("Title", exact=True)).to_have_value("A title in the making")


def test_a_row_is_added_where_another_date_is_needed(page: Page) -> None:
    submission = a_submission()
    _log_in(page)
    page.goto(f"/curate/submissions/{submission.pk}/")
    rows = page.locator("[data-prefix=dates] [name^=dates-][name$=-when]")
    before = rows.count()
    page.locator("[data-prefix=dates] [data-add]").click()
    expect(rows).to_have_count(before + 1)
    rows.last.fill("2024-04")
    press(page.get_by_role("button", name="Save draft"))
    assert Document.objects.get().dated_facts.filter(precision="month").count() == 1


def test_the_review_page_fits_a_narrow_screen(page: Page) -> None:
    submission = a_submission(REPORT)
    _log_in(page)
    page.set_viewport_size({"width": 320, "height": 640})
    for address in ("/curate/", "/curate/paste/", f"/curate/submissions/{submission.pk}/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_publishing_needs_only_the_keyboard(page: Page) -> None:
    _log_in(page)
    page.goto("/curate/paste/")
    page.get_by_label("Text of the page").focus()
    page.keyboard.insert_text(REPORT)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    enter(page)
    expect(page.get_by_role("heading", name="Review a submission")).to_be_visible()
    page.get_by_label("Title", exact=True).focus()
    for _press in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "publish":
            break
    enter(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Harbour Logistics")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_has_no_fault_that_axe_finds(page: Page, scheme: str) -> None:
    the_vocabulary()
    submission = a_submission()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto("/accounts/login/")
    assert _faults(page) == []
    _log_in(page)
    for address in ("/curate/", "/curate/paste/", f"/curate/submissions/{submission.pk}/"):
        page.goto(address)
        assert _faults(page) == []


def _faults(page: Page) -> list[str]:
    """Return what axe finds; it loads no style sheets of its own, which the policy would block."""
    found = Axe().run(page, options={"preload": False, "runOnly": RULES})
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]]


def test_suggestions_are_decided_by_key_and_the_last_one_taken_back(page: Page) -> None:
    for number, name in enumerate(("jinan", "zibo", "weihai")):
        link = a_link(a_document(f"Record {number}"), a_topic(name), status="suggested")
        link.confidence = 0.9 - number / 10
        link.save()
    _log_in(page)
    page.goto("/curate/suggestions/")
    waiting = page.locator("[data-waiting]")
    page.keyboard.press("y")
    expect(waiting).to_have_text("2")
    page.keyboard.press("n")
    expect(waiting).to_have_text("1")
    page.keyboard.press("u")
    expect(waiting).to_have_text("2")
    page.keyboard.press("h")
    page.keyboard.press("y")
    expect(waiting).to_have_text("1")
    assert list(TopicLink.objects.order_by("pk").values_list("status", flat=True)) == [
        "accepted",
        "suggested",
        "accepted",
    ]


def test_open_names_are_answered_by_key_and_the_last_answer_taken_back(page: Page) -> None:
    for slug, above in (("suzhou-jiangsu", "jiangsu"), ("suzhou-anhui", "anhui")):
        a_topic(slug, en="Suzhou", parent=a_topic(above))
    for title in ("Silk", "Tea"):
        relink(a_document(title, body=f"{title} is sold in Suzhou."))
    _log_in(page)
    page.goto("/curate/questions/")
    shown = page.locator("[data-decision]:visible")
    expect(shown).to_have_count(2)
    page.keyboard.press("2")
    expect(shown).to_have_count(1)
    page.keyboard.press("u")
    expect(shown).to_have_count(2)
    page.keyboard.press("y")
    expect(shown).to_have_count(1)
    page.keyboard.press("n")
    expect(page.get_by_text("Nothing waits.").first).to_be_visible()
    links = TopicLink.objects.filter(status="accepted", topic__facet="region")
    assert links.filter(topic__slug__startswith="suzhou").count() == 1


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Collect the address and the status of each answer that the server sends."""
    given: list[tuple[str, int]] = []
    judge = ConditionalGetMiddleware.process_response

    def hear(
        self: ConditionalGetMiddleware, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        answer = judge(self, request, response)
        given.append((request.path, answer.status_code))
        return answer

    monkeypatch.setattr(ConditionalGetMiddleware, "process_response", hear)
    return given


def _is_loaded(page: Page, address: str) -> bool:
    """Tell whether the browser has all of what a page asked for beside itself."""
    loaded: bool = page.evaluate(
        """address => performance.getEntriesByType("resource")
            .some(one => one.name.includes(address) && one.responseEnd)""",
        address,
    )
    return loaded


@pytest.mark.parametrize("button", ["Publish", "Skip to the next one"])
def test_the_next_submission_is_loaded_ahead_and_not_again(
    page: Page, answers: list[tuple[str, int]], button: str
) -> None:
    """It is shown without asking; then a question without a body says that it is still so."""
    the_vocabulary()
    a_submission(REPORT.replace("Harbour", "Bridge"))
    last = a_submission(REPORT.replace("Harbour", "Lock"))
    first = a_submission(REPORT)
    _log_in(page)
    ahead = f"/curate/submissions/{last.pk}/"
    page.goto(f"/curate/submissions/{first.pk}/")
    wait_until(page, lambda: _is_loaded(page, ahead))
    assert [status for path, status in answers if path == ahead] == [200]
    press(page.locator("main button, main a").get_by_text(button, exact=True))
    expect(page.get_by_label("Title", exact=True)).to_have_value(re.compile("Lock"))
    wait_until(page, lambda: len([path for path, _ in answers if path == ahead]) > 1)
    page.wait_for_load_state("networkidle")
    assert [status for path, status in answers if path == ahead] == [200, 304]


def _type_elsewhere(submission: Submission) -> None:
    by = User.objects.get(username="cora")
    keep_review(submission, {"title": ["Typed"]}, window="other", by=by, now=timezone.now())


@pytest.mark.parametrize("change", [set_aside, _type_elsewhere])
def test_a_page_loaded_ahead_that_is_no_longer_so_is_loaded_anew(
    page: Page, change: Callable[[Submission], None]
) -> None:
    """Another curator set it aside meanwhile, or this one typed something in another window."""
    the_vocabulary()
    last = a_submission(REPORT.replace("Harbour", "Lock"))
    first = a_submission(REPORT)
    _log_in(page)
    page.goto(f"/curate/submissions/{first.pk}/", wait_until="networkidle")
    change(last)
    press(page.get_by_role("link", name="Skip to the next one"))
    shown = page.get_by_role("button", name="Put back into the queue").or_(
        page.get_by_text("These are your entries as they were kept.")
    )
    expect(shown).to_be_visible()


@pytest.fixture
def loaded_ahead(chromium: Browser, live_server: LiveServer) -> Iterator[tuple[Page, Submission]]:
    """Give a browser without scripts that holds the page of the next submission, and that one."""
    the_vocabulary()
    last = a_submission(REPORT.replace("Harbour", "Lock"))
    first = a_submission(REPORT)
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    _log_in(page)
    with page.expect_response(lambda answer: f"/submissions/{last.pk}/" in answer.url):
        page.goto(f"/curate/submissions/{first.pk}/")
    page.wait_for_load_state("networkidle")
    yield page, last
    context.close()


def test_a_page_loaded_ahead_without_scripts_is_told_that_the_text_became_a_record(
    loaded_ahead: tuple[Page, Submission],
) -> None:
    """It may be minutes old: what was typed into it is compared with what is stored by now."""
    page, last = loaded_ahead
    record = accept(last, read(last).entry, by=None, now=timezone.now())
    press(page.get_by_role("link", name="Skip to the next one"))
    page.get_by_label("Title", exact=True).fill("My own title of it")
    press(page.get_by_role("button", name="Publish"))
    expect(page.get_by_text("Somebody else made this text a record meanwhile")).to_be_visible()
    expect(page.get_by_label("Title", exact=True)).to_have_value("My own title of it")
    expect(page.locator(".clash")).to_contain_text(record.title)
    record.refresh_from_db()
    assert record.status == "draft"


def test_a_page_loaded_ahead_without_scripts_is_told_that_the_text_was_set_aside(
    loaded_ahead: tuple[Page, Submission],
) -> None:
    page, last = loaded_ahead
    set_aside(last)
    press(page.get_by_role("link", name="Skip to the next one"))
    page.get_by_label("Title", exact=True).fill("My own title of it")
    press(page.get_by_role("button", name="Publish"))
    expect(page.get_by_text("Somebody set this text aside meanwhile")).to_be_visible()
    expect(page.get_by_label("Title", exact=True)).to_have_value("My own title of it")
    assert not Document.objects.exists()
    press(page.get_by_role("button", name="Publish"))
    assert Document.objects.get().title == "My own title of it"


def test_publishing_leads_on_to_the_next_submission_and_says_what_was_done(page: Page) -> None:
    the_vocabulary()
    last = a_submission(REPORT.replace("Harbour", "Lock"))
    first = a_submission(REPORT)
    _log_in(page)
    page.goto(f"/curate/submissions/{first.pk}/")
    press(page.get_by_role("button", name="Publish", exact=True))
    expect(page).to_have_url(re.compile(f"/{last.pk}/.after={first.pk}#published$"))
    expect(page.locator("#published")).to_be_visible()
    expect(page.locator("#handed-over")).to_be_hidden()
    press(page.get_by_role("link", name="Open the one before"))
    expect(page).to_have_url(re.compile(f"/curate/records/{Document.objects.get().pk}/$"))
