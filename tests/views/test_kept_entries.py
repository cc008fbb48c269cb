from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from documents.models import Document, KeptReview
from tests.build import a_user
from tests.curation.pages import a_submission, the_vocabulary
from tests.views.typing_in import filled_in

if TYPE_CHECKING:
    from tests.views.typing_in import Answered

pytestmark = pytest.mark.django_db
RIGHTS = ("documents.change_document", "documents.publish_document")


class Window:
    """A page of a curator's browser with the review of one text."""

    def __init__(self, address: str, name: str) -> None:
        self.client = Client()
        self.client.force_login(_user(name))
        self.address = address
        self.page: Answered = self.client.get(address)

    def type(self, **typed: str) -> None:
        """Type, and let the page keep it."""
        self.client.post(f"{self.address}keep/", filled_in(self.page, **typed))

    def send(self, **typed: str) -> Any:
        return self.client.post(self.address, filled_in(self.page, do="save", **typed))

    def read(self, address: str = "") -> str:
        return self.client.get(address or self.address).content.decode()


def _user(name: str) -> Any:
    from django.contrib.auth.models import User

    return User.objects.filter(username=name).first() or a_user(name, *RIGHTS)


@pytest.fixture
def address() -> str:
    the_vocabulary()
    return f"/curate/submissions/{a_submission().pk}/"


def _record() -> str:
    return f"/curate/records/{Document.objects.get().pk}/"


def _overtaken(address: str) -> tuple[Window, Window]:
    """Let one type, and another hand in the same text first."""
    ann, bob = Window(address, "ann"), Window(address, "bob")
    ann.type(title="As Ann has it")
    bob.send(title="As Bob has it")
    return ann, bob


def test_what_one_window_keeps_does_not_replace_what_another_kept(address: str) -> None:
    ann, bob = Window(address, "ann"), Window(address, "bob")
    ann.type(title="As Ann has it")
    bob.type(title="As Bob has it")
    assert "As Ann has it</textarea>" in ann.read()
    assert "As Bob has it</textarea>" in bob.read()


def test_entries_of_another_window_are_a_link_away(address: str) -> None:
    ann, bob = Window(address, "ann"), Window(address, "bob")
    ann.type(title="As Ann has it")
    bob.type(title="As Bob has it")
    other = KeptReview.objects.get(by__username="ann")
    assert f'href="?entries={other.pk}"' in bob.read()
    assert "As Ann has it</textarea>" in bob.read(f"{address}?entries={other.pk}")


def test_who_comes_later_goes_on_with_what_another_began_and_is_told_whose_it_is(
    address: str,
) -> None:
    Window(address, "ann").type(title="As Ann has it")
    page = Window(address, "bob").read()
    assert "As Ann has it</textarea>" in page
    assert "These are the entries of ann" in page


def test_what_was_handed_in_is_kept_no_longer(address: str) -> None:
    ann = Window(address, "ann")
    ann.type(title="Half a ti")
    ann.send(title="Half a title and the rest")
    assert not KeptReview.objects.exists()


def test_entries_never_handed_in_outlive_the_acceptance_by_another(address: str) -> None:
    _ann, bob = _overtaken(address)
    left = KeptReview.objects.get()
    assert f'href="{_record()}?entries={left.pk}"' in bob.read("/curate/")
    assert f'href="?entries={left.pk}"' in bob.read(_record())
    beside = bob.read(f"{_record()}?entries={left.pk}")
    assert "<td>As Bob has it</td><td>As Ann has it</td>" in beside
    assert "As Ann has it</textarea>" in beside


def test_a_second_window_of_the_same_person_counts_as_another(address: str) -> None:
    one, two = Window(address, "ann"), Window(address, "ann")
    one.type(title="Typed in one")
    two.send(title="Typed in two")
    assert KeptReview.objects.get().values["title"] == ["Typed in one"]


def test_entries_that_say_the_same_as_those_accepted_are_kept_no_longer(address: str) -> None:
    ann, bob = Window(address, "ann"), Window(address, "bob")
    ann.type(title="As both have it")
    bob.send(title="As both have it")
    assert not KeptReview.objects.exists()


def test_what_is_typed_after_another_accepted_the_text_is_kept_too(address: str) -> None:
    ann, bob = Window(address, "ann"), Window(address, "bob")
    bob.send(title="As Bob has it")
    ann.type(title="As Ann has it")
    assert "Entries on this text were typed" in bob.read(_record())


def test_entries_that_are_put_over_the_record_are_kept_no_longer(address: str) -> None:
    ann, _bob = _overtaken(address)
    beside = ann.client.get(f"{_record()}?entries={KeptReview.objects.get().pk}")
    ann.client.post(_record(), filled_in(beside, do="save"))
    assert Document.objects.get().title == "As Ann has it"
    assert not KeptReview.objects.exists()


def test_a_change_of_the_record_leaves_entries_that_were_not_looked_at(address: str) -> None:
    _ann, bob = _overtaken(address)
    bob.client.post(_record(), filled_in(bob.client.get(_record()), do="save", title="Another"))
    assert KeptReview.objects.exists()


def test_entries_are_let_go_by_a_button(address: str) -> None:
    _ann, bob = _overtaken(address)
    left = KeptReview.objects.get()
    answer = bob.client.post(f"/curate/entries/{left.pk}/let-go/", follow=True)
    assert "These entries are let go." in answer.content.decode()
    assert answer.redirect_chain[-1][0] == _record()
    assert "never handed in" not in answer.content.decode()


def test_entries_are_shown_for_their_own_text_only(address: str) -> None:
    ann = Window(address, "ann")
    ann.type(title="As Ann has it")
    other = f"/curate/submissions/{a_submission('Another page.').pk}/"
    assert "As Ann has it" not in ann.read(f"{other}?entries={KeptReview.objects.get().pk}")


def test_what_is_sent_too_late_is_kept_before_it_is_compared(address: str) -> None:
    ann, bob = Window(address, "ann"), Window(address, "bob")
    bob.send(title="As Bob has it")
    assert ann.send(title="As Ann has it").status_code == 307
    assert KeptReview.objects.get().values["title"] == ["As Ann has it"]
