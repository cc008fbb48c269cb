"""A text area that holds a list: one item a line."""

from __future__ import annotations

from typing import Any

from django import forms


class LinesField(forms.CharField):
    """Gives a tuple of the lines that are not empty, each once; `item_length` caps a line."""

    widget = forms.Textarea

    def __init__(self, *, item_length: int = 300, **options: Any) -> None:
        super().__init__(**options)
        self.item_length = item_length

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else "\n".join(value)

    def clean(self, value: Any) -> tuple[str, ...]:
        text = super().clean(value)
        lines = tuple(
            dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip())
        )
        for line in lines:
            forms.CharField(max_length=self.item_length).clean(line)
        return lines
