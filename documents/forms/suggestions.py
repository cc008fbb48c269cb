"""Decisions on suggested links: one, or all above a confidence after a sample was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.models import Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from documents.models import TopicLink


class DecisionForm(forms.Form):
    do = forms.ChoiceField(choices=[("accept", ""), ("reject", "")])


class AboveForm(forms.Form):
    facet = forms.ChoiceField(
        choices=[("", ""), *Topic.Facet.choices], required=False, widget=forms.HiddenInput
    )
    above = forms.FloatField(
        label=_("All from this confidence on"), min_value=0.5, max_value=1, initial=0.9
    )


class JudgementForm(forms.Form):
    """Right or wrong, for each link of a sample; `judged-<pk>` is the field of one."""

    def __init__(self, *args: Any, sample: Sequence[TopicLink], **options: Any) -> None:
        super().__init__(*args, **options)
        self.sample = sample
        for link in sample:
            self.fields[f"judged-{link.pk}"] = forms.ChoiceField(
                label=link.topic.label,
                choices=[("right", _("Right")), ("wrong", _("Wrong"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Say whether this link is right.")},
            )

    def judged(self) -> list[tuple[TopicLink, forms.BoundField]]:
        """Return each link with its field."""
        return [(link, self[f"judged-{link.pk}"]) for link in self.sample]

    def wrong(self) -> list[TopicLink]:
        """Return the links that were judged wrong; call when valid."""
        return [link for link in self.sample if self.cleaned_data[f"judged-{link.pk}"] == "wrong"]
