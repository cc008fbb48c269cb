"""Names and citations that texts leave open, and the curator's answer to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from documents.curation.answering import answer_name
from documents.curation.questions import (
    open_citations,
    open_places,
    with_citations,
    with_places,
)
from documents.forms.answer import AnswerForm
from documents.models import Mention
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

PAGE = 15


@require_safe
@curator_required
def questions(request: HttpRequest) -> HttpResponse:
    places = Paginator(open_places(), PAGE).get_page(request.GET.get("page"))
    citations = Paginator(open_citations(), PAGE).get_page(request.GET.get("citations"))
    context = {
        "places": places,
        "asked_places": with_places(list(places)),
        "citations": citations,
        "asked_citations": with_citations(list(citations)),
    }
    return render(request, "documents/curate_questions.html", context)


@require_POST
@curator_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Store what a name means; another curator may have settled it meanwhile."""
    mention = get_object_or_404(Mention.objects.select_related("document"), pk=pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was stored: choose an instrument or a record."))
        return redirect("documents:curate-questions")
    topic, record = form.cleaned_data["topic"], form.cleaned_data["record"]
    by = cast("User", request.user)
    try:
        answer_name(mention, topic=topic, record=record, by=by, now=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Your decision is stored."))
    return redirect("documents:curate-questions")
