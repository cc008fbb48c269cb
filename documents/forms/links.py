"""The proposed links of a record as boxes to leave ticked, and ambiguous names as choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from documents.curation import AddedLink, Decisions, Meaning
from documents.forms.topic_field import TopicField
from documents.models import Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.curation import Offer, Offers, Question


@dataclass(frozen=True, slots=True)
class Box:
    """One offer as the page shows it."""

    offer: Offer
    ticked: bool


@dataclass(frozen=True, slots=True)
class FacetBoxes:
    """The offers of one facet, strongest first."""

    facet: str
    label: str
    boxes: tuple[Box, ...]


class LinksForm(forms.Form):
    """`links` holds the topic ids left ticked; `meaning-<n>` the topic chosen for question n."""

    def __init__(self, *args: Any, offers: Offers, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offers = offers
        self.fields["links"] = forms.TypedMultipleChoiceField(
            choices=[(one.topic.pk, one.topic.label) for one in offers.links],
            coerce=int,
            required=False,
            initial=[one.topic.pk for one in offers.links if one.ticked],
            error_messages={
                "invalid_choice": _(
                    "The vocabulary changed since this page was opened: one link is no longer "
                    "proposed. Look at the links again."
                )
            },
        )
        for number, question in enumerate(offers.questions):
            self.fields[f"meaning-{number}"] = _meaning_field(question)

    def facets(self) -> list[FacetBoxes]:
        """Return the boxes grouped by facet, as they stand: typed values before stored ones."""
        ticked = {str(value) for value in self["links"].value() or ()}
        groups = []
        for facet, label in Topic.Facet.choices:
            boxes = tuple(
                Box(offer, str(offer.topic.pk) in ticked)
                for offer in self.offers.links
                if offer.topic.facet == facet
            )
            if boxes:
                groups.append(FacetBoxes(facet, str(label), boxes))
        return groups

    def questions(self) -> list[tuple[Question, forms.BoundField]]:
        return [
            (question, self[f"meaning-{number}"])
            for number, question in enumerate(self.offers.questions)
        ]

    def decisions(self, added: Sequence[AddedLink]) -> Decisions:
        """Return what was decided; call only on a valid form."""
        ticked = frozenset(self.cleaned_data["links"])
        offered = frozenset(one.topic.pk for one in self.offers.links)
        chosen = (
            (question.surface, self.cleaned_data[f"meaning-{number}"])
            for number, question in enumerate(self.offers.questions)
        )
        return Decisions(
            ticked=ticked,
            unticked=offered - ticked - {one.topic_id for one in added},
            added=tuple(added),
            meanings=tuple(Meaning(surface, pk) for surface, pk in chosen if pk),
        )


def _meaning_field(question: Question) -> forms.TypedChoiceField:
    choices = [(topic.pk, _candidate_label(topic)) for topic in question.candidates]
    return forms.TypedChoiceField(
        label=question.surface,
        choices=[("", _("Leave open")), *choices],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


def _candidate_label(topic: Topic) -> str:
    """Return a name that tells namesakes apart: with its province where it has one."""
    above = topic.parent
    return f"{topic.label} ({above.label})" if above else topic.label


class AddedLinkForm(forms.Form):
    topic = TopicField(label=_("Topic"), required=False)
    quote = forms.CharField(
        label=_("Sentence that shows it"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def to_entry(self) -> AddedLink | None:
        """Return the link, or None where the row is empty."""
        topic: Topic | None = self.cleaned_data.get("topic")
        return AddedLink(topic.pk, self.cleaned_data["quote"]) if topic else None


AddedLinkFormSet = formset_factory(AddedLinkForm, extra=1)
