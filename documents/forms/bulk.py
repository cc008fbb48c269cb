"""Which records are meant, and what is done to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.curation.batches import Work
from documents.forms.links import AddedLinkForm
from documents.models import Document, Source
from documents.search import SearchQuery, find_ids

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from documents.models import Visibility

ANY = [("", _("Any"))]
PUBLISHING = {"publish", "withdraw", "trash", "restore"}


MOST = 5000
"""Records that one piece of bulk work may touch."""


class SelectionForm(forms.Form):
    """Finds records in every state by what stands in their fields."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=512,
        help_text=_("Finds public records, as the search page does."),
    )
    title = forms.CharField(label=_("Title holds"), required=False, max_length=200)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[*ANY, *Document.Kind.choices]
    )
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[*ANY, *Document.Status.choices]
    )
    source = forms.ModelChoiceField(
        Source.objects.all(), label=_("Source"), required=False, empty_label=_("Any")
    )
    tag = forms.CharField(label=_("Tag"), required=False, max_length=100)

    def documents(self, visibility: Visibility) -> QuerySet[Document]:
        """Return the records that fit, the last changed first; call when valid."""
        data = self.cleaned_data
        found = Document.objects.for_lists().order_by("-updated_at")
        if data["q"]:
            found = found.filter(pk__in=find_ids(SearchQuery(text=data["q"]), visibility, MOST))
        if data["title"]:
            found = found.filter(title__icontains=data["title"])
        if data["tag"]:
            found = found.filter(tags__name__iexact=data["tag"])
        plain = {name: data[name] for name in ("kind", "status", "source") if data[name]}
        return found.filter(**plain)


class WorkForm(forms.Form):
    verb = forms.ChoiceField(
        label=_("Do to all that are ticked"),
        choices=[
            ("tag", _("Add a tag")),
            ("topic", _("Link to a topic")),
            ("kind", _("Set the kind")),
            ("source", _("Set the source")),
            ("access", _("Set the access")),
            ("publish", _("Publish")),
            ("withdraw", _("Withdraw")),
            ("trash", _("Put in the trash")),
            ("restore", _("Restore as a draft")),
        ],
    )
    value = forms.CharField(
        label=_("Value"),
        required=False,
        max_length=300,
        help_text=_("A tag, a topic's name, a kind, a source's name, open or licensed."),
    )
    why = forms.CharField(
        label=_("Reason"), required=False, max_length=500, help_text=_("Kept in the history.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        check = getattr(self, f"_check_{cleaned.get('verb')}", None)
        if check is not None:
            check(str(cleaned.get("value", "")).strip())
        return cleaned

    def work(self) -> Work:
        """Return what is to be done; call when valid."""
        data = self.cleaned_data
        return Work(data["verb"], data.get("meant"), data["why"])

    def _check_tag(self, value: str) -> None:
        self._mean(value, _("Write the tag."))

    def _check_kind(self, value: str) -> None:
        self._choose(value, Document.Kind.choices)

    def _check_access(self, value: str) -> None:
        self._choose(value, Document.Access.choices)

    def _check_source(self, value: str) -> None:
        source = Source.objects.filter(name__iexact=value).first()
        self._mean(source and source.pk, _("No source has this name."))

    def _check_topic(self, value: str) -> None:
        form = AddedLinkForm({"topic": value})
        if not form.is_valid() or form.cleaned_data["topic"] is None:
            self.add_error("value", form.errors.get("topic") or _("Write the topic's name."))
            return
        self._mean(form.cleaned_data["topic"].pk, "")

    def _check_withdraw(self, _value: str) -> None:
        if not self.cleaned_data.get("why"):
            self.add_error("why", _("Give the reason: it is shown in place of the record."))

    def _choose(self, value: str, choices: list[tuple[str, Any]]) -> None:
        by_word = {word.casefold(): code for code, label in choices for word in (code, str(label))}
        names = ", ".join(code for code, _label in choices)
        message = _("Write one of: %(names)s.") % {"names": names}
        self._mean(by_word.get(value.casefold()), message)

    def _mean(self, meant: Any, message: Any) -> None:
        if not meant:
            self.add_error("value", message)
        self.cleaned_data["meant"] = meant
