"""Pins a record beside another or hides it there; the answer is the page one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from documents.curation.relating import put_beside
from documents.forms.beside import BesideForm
from documents.models import Document
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse


@require_POST
@curator_required
def beside(request: HttpRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(Document, pk=pk)
    form = BesideForm(request.POST)
    try:
        message = _put(request, document, form)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, message)
    return redirect(f"{document.get_absolute_url()}#related-title")


def _put(request: HttpRequest, document: Document, form: BesideForm) -> str:
    """Carry out what the form says and return what was done; raises ValidationError."""
    if not form.is_valid():
        raise ValidationError([error for errors in form.errors.values() for error in errors])
    other, do = form.cleaned_data["other"], form.cleaned_data["do"]
    put_beside(document, other, do, by=cast("User", request.user), now=timezone.now())
    done = {
        "pin": _("Pinned: %(title)s"),
        "hide": _("Hidden: %(title)s"),
        "let": _("Left to the ranking again: %(title)s"),
    }
    return done[do] % {"title": other.title}
