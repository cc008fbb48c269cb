from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.models import Document, KeptReview, Submission, TopicLink
from tests.build import a_topic, a_user
from tests.curation.pages import REPORT, a_submission, the_vocabulary
from tests.views.typing_in import filled_in

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client: Client) -> Client:
    rights = ("documents.change_document", "documents.publish_document")
    client.force_login(a_user("cora", *rights))
    return client


@pytest.fixture
def address() -> str:
    the_vocabulary()
    return f"/curate/submissions/{a_submission().pk}/"


def test_the_page_shows_the_text_and_the_proposed_record_with_its_lines(
    curator: Client, address: str
) -> None:
    page = curator.get(address)
    content = page.content.decode()
    assert "Harbour Logistics in the Shandong Peninsula</textarea>" in content
    assert 'value="2024-03-05"' in content
    assert 'href="#line-' in content
    dropped = [line.text for line in page.context["lines"] if line.dropped]
    assert "You Are Here: Home > Reports" in dropped


def test_proposed_links_are_ticked_under_their_facet_with_their_sentence(
    curator: Client, address: str
) -> None:
    groups = curator.get(address).context["review"].links.facets()
    assert [group.facet for group in groups] == ["region", "cluster"]
    box = groups[0].boxes[0]
    assert box.ticked
    assert box.offer.quotes[0][0] == ("Freight trains from ", False)
    assert box.offer.quotes[0][1] == ("Qingdao", True)


def test_publishing_makes_the_record_public_with_its_links(curator: Client, address: str) -> None:
    typed = filled_in(curator.get(address), do="publish")
    answer = curator.post(address, typed)
    document = Document.objects.get()
    assert answer["Location"] == document.get_absolute_url()
    assert document.status == "published"
    assert set(document.links.values_list("status", flat=True)) == {"accepted"}
    assert document.authorships.get().author.name == "Zhao Ming"
    assert list(document.keywords.names()) != []


def test_an_unticked_link_is_rejected(curator: Client, address: str) -> None:
    page = curator.get(address)
    keep = next(iter(filled_in(page)["links"]))
    curator.post(address, filled_in(page, do="publish", links=[keep]))
    states = dict(TopicLink.objects.values_list("topic_id", "status"))
    assert states.pop(int(keep)) == "accepted"
    assert set(states.values()) == {"rejected"}


def test_a_draft_is_not_public_and_its_links_wait(curator: Client, address: str) -> None:
    answer = curator.post(address, filled_in(curator.get(address), do="save"))
    document = Document.objects.get()
    assert answer["Location"] == f"/curate/records/{document.pk}/"
    assert document.status == "draft"
    assert set(document.links.values_list("status", flat=True)) == {"suggested"}


def test_what_was_typed_comes_back_with_the_errors_and_is_kept(
    curator: Client, address: str
) -> None:
    typed = filled_in(curator.get(address), do="publish", title="", body="My own words.")
    answer = curator.post(address, typed)
    assert answer.status_code == 422
    assert "My own words." in answer.content.decode()
    assert not Document.objects.exists()
    assert KeptReview.objects.get().values["body"] == ["My own words."]
    assert "My own words." in curator.get(address).content.decode()


def test_an_interrupted_review_goes_on_where_it_stopped(curator: Client, address: str) -> None:
    typed = filled_in(curator.get(address), title="A better title")
    assert curator.post(f"{address}keep/", typed).status_code == 204
    page = curator.get(address)
    assert "A better title" in page.content.decode()
    curator.post(address, filled_in(page, do="save"))
    assert Document.objects.get().title == "A better title"


def test_a_session_that_ends_while_typing_loses_nothing(client: Client, address: str) -> None:
    ann = a_user("ann", "documents.change_document")
    client.force_login(ann)
    typed = filled_in(client.get(address), do="save", title="Typed before the end")
    client.logout()
    page = client.post(address, typed)
    assert page.status_code == 403
    carried = filled_in(page, username="ann", password="correct horse battery")
    client.post(address, carried)
    assert Document.objects.get().title == "Typed before the end"


def test_who_may_not_publish_hands_over(client: Client, address: str) -> None:
    client.force_login(a_user("ann", "documents.change_document"))
    page = client.get(address)
    assert 'value="publish"' not in page.content.decode()
    assert client.post(address, filled_in(page, do="publish")).status_code == 403
    assert not Document.objects.exists()
    client.post(address, filled_in(page, do="review"))
    assert Document.objects.get().status == "review"


def test_an_ambiguous_name_asks_and_is_settled(curator: Client) -> None:
    jiangsu = a_topic("suzhou-jiangsu", en="Suzhou")
    anhui = a_topic("suzhou-anhui", en="Suzhou")
    text = (
        "Ports of the lower river\n\nMar 5,2024\n\n"
        "In Suzhou the quays were rebuilt last year, and the cranes came from three makers. "
        "The port authority counts twice as many ships as in the year before the work began.\n\n"
        "A second basin is planned, with room for barges and for the ferries of the lower river."
    )
    address = f"/curate/submissions/{a_submission(text).pk}/"
    page = curator.get(address)
    question, _field = page.context["review"].links.questions()[0]
    assert set(question.candidates) == {jiangsu, anhui}
    typed = filled_in(page, do="publish", meaning__0=str(jiangsu.pk))
    curator.post(address, typed)
    link = TopicLink.objects.get(status="accepted")
    assert link.topic == jiangsu
    assert "quays were rebuilt" in link.quote


def test_a_link_by_hand_names_its_topic_in_any_language(curator: Client, address: str) -> None:
    topic = a_topic("green-shipping", "theme", en="Green shipping", zh="绿色航运")
    typed = filled_in(curator.get(address), do="publish", added__0__topic="绿色航运")
    curator.post(address, typed)
    link = TopicLink.objects.get(topic=topic)
    assert (link.origin, link.status) == ("curator", "accepted")


def test_an_unknown_topic_is_refused_with_near_names(curator: Client, address: str) -> None:
    a_topic("green-shipping", "theme", en="Green shipping")
    typed = filled_in(curator.get(address), do="publish", added__0__topic="shipping")
    answer = curator.post(address, typed)
    assert answer.status_code == 422
    assert "Do you mean: Green shipping?" in answer.content.decode()


def test_a_submission_that_became_a_record_leads_there(curator: Client, address: str) -> None:
    typed = filled_in(curator.get(address), do="save")
    curator.post(address, typed)
    record = f"/curate/records/{Document.objects.get().pk}/"
    assert curator.get(address)["Location"] == record
    assert curator.post(address, typed)["Location"] == record
    assert Document.objects.count() == 1


def test_the_page_speaks_chinese(curator: Client, address: str) -> None:
    assert curator.get(f"/zh-hans{address}").status_code == 200


def test_markup_in_a_page_stays_text(curator: Client) -> None:
    raw = 'Ports <script>alert(1)</script> "onload\n\nMar 5,2024\n\n<img src=x onerror=a()> text.'
    page = curator.get(f"/curate/submissions/{a_submission(raw).pk}/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def _queue() -> list[Submission]:
    """Return three that wait, in the order of the queue: the last that came stands first."""
    the_vocabulary()
    return [a_submission(REPORT.replace("Harbour", word)) for word in ("One", "Two", "Three")][::-1]


def test_after_publishing_the_next_in_the_queue_comes_up(curator: Client) -> None:
    _first, second, third = _queue()
    address = f"/curate/submissions/{second.pk}/"
    answer = curator.post(address, filled_in(curator.get(address), do="publish"))
    assert answer["Location"] == f"/curate/submissions/{third.pk}/?after={second.pk}#published"
    page = curator.get(f"/curate/submissions/{third.pk}/?after={second.pk}").content.decode()
    assert f'href="{address}">Open the one before' in page
    assert 'id="published"' in page


def test_after_the_last_in_the_queue_comes_its_first(curator: Client) -> None:
    first, _second, third = _queue()
    answer = curator.post(f"/curate/submissions/{third.pk}/aside/")
    assert answer["Location"] == f"/curate/submissions/{first.pk}/?after={third.pk}#aside"


def test_a_draft_stays_in_hand(curator: Client) -> None:
    first, *_others = _queue()
    address = f"/curate/submissions/{first.pk}/"
    answer = curator.post(address, filled_in(curator.get(address), do="save"))
    assert answer["Location"] == f"/curate/records/{Document.objects.get().pk}/"


def test_the_next_one_is_loaded_ahead_and_that_writes_nothing(
    curator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    first, second, _third = _queue()
    page = curator.get(f"/curate/submissions/{first.pk}/").content.decode()
    ahead = f"/curate/submissions/{second.pk}/?after={first.pk}"
    assert f'<link rel="prefetch" href="{ahead}">' in page
    with django_assert_max_num_queries(40) as asked:
        curator.get(ahead, headers={"Sec-Purpose": "prefetch"})
    reads = ("SELECT", "DECLARE")  # PostgreSQL reads many rows through a cursor
    assert [one["sql"] for one in asked if not one["sql"].startswith(reads)] == []


def test_the_only_one_in_the_queue_loads_nothing_ahead(curator: Client, address: str) -> None:
    page = curator.get(f"{address}?after=x").content.decode()
    assert "prefetch" not in page
    assert "Open the one before" not in page


def test_a_page_loaded_ahead_is_shown_unasked_for_minutes_and_any_other_is_asked_for(
    curator: Client, address: str
) -> None:
    shown = curator.get(address)
    ahead = curator.get(address, headers={"Sec-Purpose": "prefetch;anonymous-client-ip"})
    assert shown["Cache-Control"] == "private, no-cache"
    assert ahead["Cache-Control"] == "private, max-age=300"
    again = curator.get(address, headers={"If-None-Match": ahead["ETag"]})
    assert again.status_code == 304


def test_the_mark_of_a_page_tells_what_was_typed_since(curator: Client, address: str) -> None:
    tag = curator.get(address)["ETag"]
    curator.post(f"{address}keep/", {"title": "Another title"})
    assert curator.get(address, headers={"If-None-Match": tag}).status_code == 200
