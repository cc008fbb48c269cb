"""What a reader does to a list: rename and delete it, order its records, change their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from documents.curation.keeping import MOVES, annotate, let_go, move
from documents.forms.keeping import NoteForm, RenameForm
from documents.overviews.lists import kept_list
from documents.views import kept
from documents.views.lists import list_page, own_list
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from documents.models import RecordList


@require_POST
@login_required
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    found = own_list(request, pk)
    form = RenameForm(request.POST, instance=own_list(request, pk))
    if not form.is_valid():
        return list_page(request, found, kept_list(found, visibility_of(request)), form)
    renamed = form.save()
    messages.success(request, _("The list is now called “%(name)s”.") % {"name": renamed.name})
    return redirect(renamed.get_absolute_url())


@require_POST
@login_required
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    found = own_list(request, pk)
    found.delete()
    messages.success(request, _("The list “%(name)s” is gone.") % {"name": found.name})
    return redirect("documents:lists")


@require_POST
@login_required
def note(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    found, document = own_list(request, pk), kept.present(document)
    form = NoteForm(request.POST)
    if form.is_valid():
        annotate(found, document, form.cleaned_data["note"])
    else:
        text = _("The note is too long: %(most)d characters at most. It was not changed.")
        messages.error(request, text % {"most": NoteForm.LONGEST})
    return _back_to(found, document)


@require_POST
@login_required
def move_to(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    found, document = own_list(request, pk), kept.present(document)
    where = request.POST.get("to", "")
    if where in MOVES:
        move(found, document, where)
    return _back_to(found, document)


@require_POST
@login_required
def let_go_from(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    found, document = own_list(request, pk), kept.present(document)
    let_go(found, document)
    return redirect(found.get_absolute_url())


def _back_to(record_list: RecordList, document: int) -> HttpResponse:
    return redirect(f"{record_list.get_absolute_url()}#record-{document}")
