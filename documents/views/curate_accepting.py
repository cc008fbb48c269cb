"""Accepts many suggested links at once, after each link of a sample was judged.

The sample that was shown is kept on the server with the session: only judgements of exactly these
links count, one wrong link stops the rest, and links that came after the sample wait.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods

from documents.curation.batches import accept_all
from documents.curation.decisions import reject
from documents.forms.suggestions import AboveForm, JudgementForm
from documents.overviews.suggestions_desk import sample_of, waiting_links
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from documents.models import TopicLink

KEY = "suggestions-sample"


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def accept_above(request: HttpRequest) -> HttpResponse:
    """Show a sample of the links from a confidence on; accept them once all of it is right."""
    if request.method == "POST":
        return _judge(request)
    form = AboveForm(request.GET)
    if not form.is_valid():
        messages.error(request, _("Give a confidence between 0.5 and 1."))
        return redirect("documents:curate-suggestions")
    above, facet = form.cleaned_data["above"], form.cleaned_data["facet"]
    links = waiting_links(facet).filter(confidence__gte=above)
    sample = sample_of(links)
    shown_at = timezone.now().isoformat()
    kept = {
        "above": above,
        "facet": facet,
        "ids": [link.pk for link in sample],
        "shown_at": shown_at,
    }
    request.session[KEY] = kept
    return _page(request, kept, JudgementForm(sample=sample))


def _judge(request: HttpRequest) -> HttpResponse:
    kept = request.session.get(KEY)
    if kept is None:
        messages.error(request, _("Nothing was accepted: a sample has to be judged first."))
        return redirect("documents:curate-suggestions")
    sample = list(waiting_links().filter(pk__in=kept["ids"]).order_by("confidence"))
    form = JudgementForm(request.POST, sample=sample)
    if len(sample) < len(kept["ids"]) or not sample:
        del request.session[KEY]
        messages.error(request, _("Somebody decided a link of the sample meanwhile: draw another."))
        return redirect("documents:curate-suggestions")
    if not form.is_valid():
        return _page(request, kept, form, status=422)
    del request.session[KEY]
    return _carry_out(request, kept, form)


def _carry_out(request: HttpRequest, kept: dict[str, Any], form: JudgementForm) -> HttpResponse:
    by, now = cast("User", request.user), timezone.now()
    if wrong := form.wrong():
        with transaction.atomic():
            for link in wrong:
                reject(link, by=by, now=now)
        message = ngettext(
            "%(count)d link of the sample was wrong and is rejected; no other was touched. "
            "Try a higher confidence.",
            "%(count)d links of the sample were wrong and are rejected; no other was touched. "
            "Try a higher confidence.",
            len(wrong),
        )
        messages.error(request, message % {"count": len(wrong)})
        return redirect("documents:curate-suggestions")
    why = _("accepted from %(above)s on after %(count)s links of a sample were judged right")
    counted = {"above": kept["above"], "count": len(form.sample)}
    batch, count = accept_all(_meant(kept), by=by, now=now, why=why % counted)
    messages.success(request, _("Accepted: %(count)d links.") % {"count": count})
    return redirect("documents:curate-batch", batch)


def _meant(kept: dict[str, Any]) -> QuerySet[TopicLink]:
    """Return the links that the sample was drawn from, as far as they wait still."""
    shown_at = datetime.fromisoformat(kept["shown_at"])
    links = waiting_links(kept.get("facet", ""))
    return links.filter(confidence__gte=kept["above"], created_at__lte=shown_at)


def _page(
    request: HttpRequest, kept: dict[str, Any], form: JudgementForm, status: int = 200
) -> HttpResponse:
    context = {"above": kept["above"], "count": _meant(kept).count(), "form": form}
    return render(request, "documents/curate_sample.html", context, status=status)
