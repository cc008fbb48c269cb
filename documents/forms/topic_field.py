"""A topic written by its name or its address; gives the topic, or says which names come near."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from documents.models import Topic, TopicName


class TopicField(forms.CharField):
    """A name in any language and case, or `facet/slug`; `facet` narrows it to one kind."""

    def __init__(self, *, facet: str = "", **options: Any) -> None:
        super().__init__(max_length=300, **options)
        self.facet = facet

    def clean(self, value: Any) -> Topic | None:
        name = " ".join(str(super().clean(value)).split())
        if not name:
            return None
        topics = Topic.objects.filter(facet=self.facet) if self.facet else Topic.objects.all()
        found = list(topics.filter(names__name__iexact=name).labelled().distinct()[:6])
        if len(found) == 1:
            return found[0]
        if found:
            names = "; ".join(f"{topic.label} [{topic.facet}/{topic.slug}]" for topic in found)
            message = _("Several topics have this name: %(names)s. Write the part in brackets.")
            raise forms.ValidationError(message, params={"names": names})
        return _by_address(name)


def _by_address(name: str) -> Topic:
    """Return the topic written as facet/slug, or say which names come near."""
    facet, _slash, slug = name.partition("/")
    topic = Topic.objects.filter(facet=facet, slug=slug).first()
    if topic is not None:
        return topic
    near = TopicName.objects.filter(name__icontains=name).values_list("name", flat=True)[:5]
    if near:
        message = _("No topic has exactly this name. Do you mean: %(names)s?")
        raise forms.ValidationError(message, params={"names": "; ".join(near)})
    raise forms.ValidationError(_("No topic has this name. Add it to the vocabulary first."))
