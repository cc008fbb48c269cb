"""The dated facts of a record: what each date is, and when, as far as the page says."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from documents.curation import BEIJING, DateEntry
from documents.models import DatedFact, Precision

_PARTS = re.compile(
    r"(?P<year>\d{4})(-(?P<month>\d{1,2})(-(?P<day>\d{1,2})"
    r"([ T](?P<time>\d{1,2}:\d{2}(:\d{2})?))?)?)?"
)


class PartialDateField(forms.CharField):
    """A year, a month, a day or a moment in ISO order; gives a DateEntry without role and raw."""

    default_error_messages = {
        "invalid": _("Write 2023, 2023-02, 2023-02-01 or 2023-02-01 15:30:00.")
    }

    def clean(self, value: Any) -> DateEntry | None:
        text = super().clean(value)
        if not text:
            return None
        match = _PARTS.fullmatch(text)
        if match is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return _dated(match)
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error


class DateForm(forms.Form):
    role = forms.ChoiceField(label=_("What it is"), choices=DatedFact.Role)
    when = PartialDateField(label=_("Date"), required=False, max_length=25)
    raw = forms.CharField(label=_("As written"), required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("raw") and "when" in cleaned and cleaned["when"] is None:
            self.add_error("when", _("Give the date, or empty the row."))
        return cleaned

    def to_entry(self) -> DateEntry | None:
        """Return the dated fact, or None where the row is empty."""
        when: DateEntry | None = self.cleaned_data.get("when")
        if when is None:
            return None
        data = self.cleaned_data
        return DateEntry(data["role"], when.on, when.precision, data["raw"], when.at)


DateFormSet = formset_factory(DateForm, extra=1, max_num=40)


def date_rows(dates: tuple[DateEntry, ...]) -> list[dict[str, str]]:
    """Return the initial rows of the formset."""
    return [{"role": one.role, "when": written(one), "raw": one.raw} for one in dates]


def written(entry: DateEntry) -> str:
    """Return a date as the field reads it, cut to its precision."""
    if entry.at:
        return entry.at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S")
    length = {Precision.YEAR.value: 4, Precision.MONTH.value: 7}.get(entry.precision, 10)
    return entry.on.isoformat()[:length]


def _dated(match: re.Match[str]) -> DateEntry:
    year, month, day = match["year"], match["month"], match["day"]
    on = date(int(year), int(month or 1), int(day or 1))
    if match["time"]:
        return _moment(on, match["time"])
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    return DateEntry("", on, precision)


def _moment(on: date, clock: str) -> DateEntry:
    at = datetime.combine(
        on, time.fromisoformat(clock.zfill(8 if clock.count(":") == 2 else 5)), BEIJING
    )
    precision = Precision.SECOND if clock.count(":") == 2 else Precision.DAY
    return DateEntry("", on, precision, at=at.astimezone(UTC))
