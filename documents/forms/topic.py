"""What a curator says of a topic: its names, its place in the tree, and what it is merged into."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import validate_unicode_slug
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from documents.curation.name_change import NameChange, language_of
from documents.curation.topic_editing import EDITED, NewTopic
from documents.forms.topic_field import TopicField
from documents.models import Topic, TopicName

LANGUAGES = [
    ("", _("As its script says")),
    ("en", _("English")),
    ("zh", _("Chinese")),
    ("de", _("German")),
    ("fr", _("French")),
]


class NamesForm(forms.Form):
    """Names that a topic gains, one a line, and names that it loses."""

    names = forms.CharField(
        label=_("Names to add, one a line"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)
    role = forms.ChoiceField(
        label=_("Kind of name"),
        choices=TopicName.Role.choices,
        initial=TopicName.Role.ALTERNATIVE,
        help_text=_("Hidden names are matched and searched, never shown."),
    )

    def __init__(self, *args: Any, topic: Topic, **options: Any) -> None:
        super().__init__(*args, **options)
        self.topic = topic
        present = sorted({one.name for one in topic.names.all()})
        self.fields["removed"] = forms.MultipleChoiceField(
            required=False, choices=[(name, name) for name in present]
        )

    def clean_names(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["names"].splitlines())
        names = tuple(dict.fromkeys(line for line in lines if line))
        if any(len(name) > 300 for name in names):
            raise forms.ValidationError(_("A name has at most 300 characters."))
        return names

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        names, removed = cleaned.get("names", ()), set(cleaned.get("removed", ()))
        if not names and not removed and not self.errors:
            raise forms.ValidationError(_("Write a name to add, or tick one to take away."))
        if cleaned.get("role") == TopicName.Role.PREFERRED and len(names) > 1:
            self.add_error("names", _("A topic has one preferred name in a language."))
        staying = [one for one in self.topic.names.all() if one.name not in removed]
        if not names and not staying:
            raise forms.ValidationError(_("A topic keeps at least one name."))
        return cleaned

    def change(self) -> NameChange:
        """Return what is to be done; call when valid."""
        data = self.cleaned_data
        return NameChange(
            self.topic,
            added=data["names"],
            removed=tuple(name for name in data["removed"] if name not in data["names"]),
            language=data["language"],
            role=data["role"],
        )


class TopicForm(forms.ModelForm):
    """The fields of a topic but for its names; `parent` is written by its name."""

    class Meta:
        model = Topic
        fields = [name for name in EDITED if name != "parent_id"]
        widgets = {
            "intro_en": forms.Textarea(attrs={"rows": 3}),
            "intro_zh": forms.Textarea(attrs={"rows": 3}),
            "issued_on": forms.DateInput(attrs={"type": "date"}),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        above = self.instance.parent
        self.fields["parent"] = TopicField(
            label=_("Lies below"),
            facet=self.instance.facet,
            required=False,
            initial=above.label if above else "",
        )
        for name in _absent(self.instance.facet):
            del self.fields[name]

    def values(self) -> dict[str, Any]:
        """Return the values to be stored; call when valid."""
        data = dict(self.cleaned_data)
        above = data.pop("parent")
        return data | {"parent_id": above.pk if above else None}

    def _post_clean(self) -> None:
        """Leave the instance alone: the verb checks and stores the values."""


def _absent(facet: str) -> tuple[str, ...]:
    own = {"cluster": ("number", "issued_on"), "instrument": ("tier",)}
    return own.get(facet, ("tier", "number", "issued_on"))


class MergeTopicForm(forms.Form):
    def __init__(self, *args: Any, facet: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["into"] = TopicField(label=_("The topic that stays"), facet=facet)


class ThemeForm(forms.Form):
    """A theme to add; the slug is made from the English name where none is written."""

    name_en = forms.CharField(label=_("English name"), max_length=300, required=False)
    name_zh = forms.CharField(label=_("Chinese name"), max_length=300, required=False)
    parent = TopicField(label=_("Lies below"), required=False)
    slug = forms.CharField(
        label=_("Slug"),
        max_length=100,
        required=False,
        validators=[validate_unicode_slug],
        help_text=_("The word in its address; made from the name where you leave it empty."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        names = [cleaned.get("name_en", ""), cleaned.get("name_zh", "")]
        if not any(names):
            self.add_error("name_en", _("Give the topic a name."))
        above = cleaned.get("parent")
        if above and above.facet != cleaned.get("facet", Topic.Facet.THEME):
            self.add_error("parent", _("The topic above it is of another kind."))
        made = slugify(names[0]) or slugify(names[1], allow_unicode=True)
        cleaned["slug"] = cleaned.get("slug") or made[:100]
        return cleaned

    def new(self) -> NewTopic:
        """Return the topic to add; call when valid."""
        data = self.cleaned_data
        names = (("en", data["name_en"]), ("zh", data["name_zh"]))
        above = data["parent"]
        return NewTopic(
            facet=data.get("facet", Topic.Facet.THEME),
            slug=data["slug"],
            names=tuple((language, name) for language, name in names if name),
            parent_id=above.pk if above else None,
            sense=data.get("sense", ""),
        )


class NewTopicForm(ThemeForm):
    """A topic of any facet to add."""

    facet = forms.ChoiceField(label=_("Facet"), choices=Topic.Facet.choices)
    sense = forms.ChoiceField(
        label=_("Sense"),
        choices=[("", "–"), *Topic.Sense.choices],
        required=False,
        help_text=_("Of a cluster: of cities or of an industry."),
    )
    field_order = ("facet", "sense", "name_en", "name_zh", "parent", "slug")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_cluster = cleaned.get("facet") == Topic.Facet.CLUSTER
        if is_cluster != bool(cleaned.get("sense")):
            self.add_error("sense", _("A cluster has a sense, and nothing else has."))
        return cleaned


class PromoteForm(ThemeForm):
    """The theme that a tag of this name becomes."""

    def __init__(self, *args: Any, name: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[f"name_{language_of(name)}"].initial = name
