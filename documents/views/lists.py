"""The lists on which readers keep records: named ones with an account, one a visit without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from documents.curation.keeping import keep as keep_on_list
from documents.forms.keeping import KeepForm, NoteForm, RenameForm
from documents.models import Document, RecordList
from documents.overviews.lists import KeptList, kept_in_session, kept_list, lists_of
from documents.overviews.record import present_record
from documents.views import kept
from documents.views.list_files import file_choices, list_as_file
from documents.views.viewer import visibility_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from documents.models import Visibility


@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    visibility = visibility_of(request)
    of_visit = kept_in_session(kept.ids(request), visibility)
    file = list_as_file(request, of_visit, request.GET.get("format", ""), "kept-records")
    if file is not None:
        return file
    context: dict[str, Any] = {"kept": of_visit, "files": file_choices()}
    if isinstance(request.user, User):
        context["lists"] = lists_of(request.user, visibility)
    return render(request, "documents/lists.html", context)


@require_safe
@login_required
def record_list(request: HttpRequest, pk: int) -> HttpResponse:
    found = own_list(request, pk)
    on_list = kept_list(found, visibility_of(request))
    file = list_as_file(request, on_list, request.GET.get("format", ""), f"list-{found.pk}")
    if file is not None:
        return file
    return list_page(request, found, on_list, RenameForm(instance=found))


def own_list(request: HttpRequest, pk: int) -> RecordList:
    """Return the reader's own list; another reader's is not found."""
    return get_object_or_404(RecordList, pk=pk, owner=request.user.pk)


def list_page(
    request: HttpRequest, found: RecordList, on_list: KeptList, rename: RenameForm
) -> HttpResponse:
    """Show a list with its records and the form for its name, as it was typed."""
    context = {
        "crumbs": [(_("Lists"), reverse("documents:lists"))],
        "list": found,
        "kept": on_list,
        "files": file_choices(),
        "rename": rename,
        "longest_note": NoteForm.LONGEST,
    }
    return render(request, "documents/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    document = _visible(pk, visibility_of(request))
    if not isinstance(request.user, User):
        return _keep_in_session(request, document)
    own = RecordList.objects.filter(owner=request.user)
    names = list(own.values_list("name", flat=True))
    form = KeepForm(request.POST or None, initial={"name": names[0] if names else _("Kept")})
    if request.method == "POST" and form.is_valid():
        entry = keep_on_list(document, request.user, **form.cleaned_data)
        messages.success(request, _("Kept on the list “%(name)s”.") % {"name": entry.record_list})
        return redirect(document.get_absolute_url())
    return render(
        request, "documents/keep.html", {"document": document, "form": form, "names": names}
    )


def _visible(pk: int, visibility: Visibility) -> Document:
    """Return a record, or the one that it was merged into since; raises Http404."""
    present = present_record(pk, visibility)
    visible = Document.objects.visible_to(visibility).for_lists()
    return get_object_or_404(visible, pk=pk if present is None else present.pk)


@require_POST
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a record off the visit's own list."""
    kept.let_go(request, pk)
    return redirect("documents:lists")


def _keep_in_session(request: HttpRequest, document: Document) -> HttpResponse:
    if request.method != "POST":
        return render(request, "documents/keep.html", {"document": document})
    kept.keep(request, document.pk)
    messages.success(request, _("Kept for this visit."))
    return redirect(document.get_absolute_url())
