"""Names and citations that texts leave open, and the curator's answer to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe

from documents.curation import undo
from documents.curation.answering import Answer, answer_everywhere, answer_name, last_answer
from documents.curation.questions import (
    open_citations,
    open_places,
    with_citations,
    with_places,
)
from documents.forms.answer import AnswerForm
from documents.models import Mention
from documents.views.curate_access import curator_required, wants_json

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
    mention = Mention.objects.select_related("document").filter(pk=pk).first()
    form = AnswerForm(request.POST)
    if mention is None:
        return _say(request, messages.ERROR, _("Somebody else settled this name meanwhile."))
    if not form.is_valid():
        return _say(
            request, messages.ERROR, _("Nothing was stored: choose an instrument or a record.")
        )
    given = Answer(form.cleaned_data["topic"], form.cleaned_data["record"])
    by, now = cast("User", request.user), timezone.now()
    try:
        if form.cleaned_data["everywhere"]:
            count = answer_everywhere(mention, given, by=by, now=now)
            told = ngettext("Stored for %(count)d record.", "Stored for %(count)d records.", count)
            return _say(request, messages.SUCCESS, told % {"count": count})
        answer_name(mention, given, by=by, now=now)
    except ValidationError as error:
        return _say(request, messages.ERROR, " ".join(error.messages))
    return _back(request, _("Your decision is stored."))


@require_POST
@curator_required
def undo_answer(request: HttpRequest) -> HttpResponse:
    """Take back this curator's last answer of the last hour, with the links that came by it."""
    by, now = cast("User", request.user), timezone.now()
    last = last_answer(by, now)
    if last is None or last.batch is None:
        return _say(request, messages.ERROR, _("There is no answer of yours to take back."))
    undo(last.batch, by=by, now=now)
    # The name is found anew, so that the page needs its new number.
    return _say(request, messages.SUCCESS, _("Your last answer is taken back."))


def _back(request: HttpRequest, message: str) -> HttpResponse:
    if wants_json(request):
        waiting = open_places().count() + open_citations().count()
        return JsonResponse({"waiting": waiting})
    messages.success(request, message)
    return redirect("documents:curate-questions")


def _say(request: HttpRequest, level: int, message: str) -> HttpResponse:
    """Say something on the page, which a script has to load anew for it."""
    messages.add_message(request, level, message)
    if wants_json(request):
        return JsonResponse({"reload": True})
    return redirect("documents:curate-questions")
