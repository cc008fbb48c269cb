"""Takes in the pasted text of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib.auth.models import User
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from documents import curation
from documents.forms.paste import PasteForm
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def paste(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, PasteForm())
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    data = form.cleaned_data
    try:
        submission = curation.submit(
            data["raw"], by=cast("User", request.user), source_url=data["source_url"]
        )
    except curation.DuplicateTextError as error:
        form.add_error("raw", str(error))
        return _page(request, form, stored=error.submission, status=409)
    curation.entitle(submission)
    return redirect("documents:curate-review", submission.pk)


def _page(
    request: HttpRequest, form: PasteForm, status: int = 200, **context: object
) -> HttpResponse:
    return render(request, "documents/curate_paste.html", {"form": form} | context, status=status)
