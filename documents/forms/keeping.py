"""What a reader fills in to keep a record: which list, and why; and what a list is called."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from documents.models import RecordList


class NoteForm(forms.Form):
    LONGEST = 2000

    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only you see it."),
    )


class KeepForm(NoteForm):
    name = forms.CharField(
        label=_("List"),
        max_length=120,
        help_text=_("One of your lists, or the name of a new one."),
        widget=forms.TextInput(attrs={"list": "list-names", "autocomplete": "off"}),
    )
    field_order = ["name", "note"]


class RenameForm(forms.ModelForm):
    class Meta:
        model = RecordList
        fields = ("name",)

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        others = RecordList.objects.filter(owner=self.instance.owner).exclude(pk=self.instance.pk)
        if others.filter(name=name).exists():
            message = gettext("You have a list of that name already. Choose another name.")
            raise forms.ValidationError(message)
        return name
