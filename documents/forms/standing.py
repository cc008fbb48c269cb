"""How one record stands to another, where a curator knows better than what was proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.models import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.utils.functional import Promise

Kind = Relation.Kind
EITHER_WAY = (Kind.SAME_RELEASE_AS, Kind.SEE_ALSO)


def standings() -> Iterator[tuple[str, str | Promise]]:
    """Give each verb and its reverse, which has "-by" behind it; a pin of a curator is none."""
    for kind in Kind:
        if kind != Kind.SEE_ALSO:
            yield kind.value, kind.label
        if kind not in EITHER_WAY:
            yield f"{kind.value}-by", Relation.REVERSE[kind]


class StandingForm(forms.Form):
    """Empty leaves the verb that was proposed."""

    standing = forms.ChoiceField(
        label=_("How they stand"),
        choices=standings,
        required=False,
        widget=forms.Select(attrs={"class": "select"}),
    )
