"""Decisions on suggested links: one, or all above a confidence after a look at a sample."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class DecisionForm(forms.Form):
    do = forms.ChoiceField(choices=[("accept", ""), ("reject", "")])


class AboveForm(forms.Form):
    above = forms.FloatField(
        label=_("All from this confidence on"), min_value=0.5, max_value=1, initial=0.9
    )
    looked = forms.BooleanField(label=_("I read the sample: each link is right."))
