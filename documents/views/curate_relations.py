"""Copies, versions and translations: both texts compared, and the curator's yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from documents.curation.relating import decide_relation
from documents.forms.standing import StandingForm
from documents.models import Document, Relation
from documents.models.rights import PUBLISH
from documents.text.differences import compare_texts
from documents.views.curate_access import curator_required

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

PAGE = 25
_ONE_TEXT = (Relation.Kind.SAME_RELEASE_AS, Relation.Kind.NEW_VERSION_OF)
"""Where two records stand so, their texts are compared; elsewhere they are different texts."""
_ANSWERS = {"yes": Relation.Status.ACCEPTED, "no": Relation.Status.REJECTED}


@require_safe
@curator_required
def relations(request: HttpRequest) -> HttpResponse:
    """List what waits for a decision, the surest first."""
    page = Paginator(_waiting(), PAGE).get_page(request.GET.get("page"))
    return render(request, "documents/curate_relations.html", {"relations": page})


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def relation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how two records differ; store the answer on POST and go on to the next."""
    both = Relation.objects.select_related("subject", "object", "decided_by")
    found = get_object_or_404(both, pk=pk)
    if request.POST.get("answer", "") in _ANSWERS:
        return _decide(request, found)
    # The text that came first stands on the left: that of a version is the object.
    first, second = found.object, found.subject
    is_one_text = found.kind in _ONE_TEXT
    waiting = list(_waiting().values_list("pk", flat=True))
    at = waiting.index(pk) if pk in waiting else -1
    context = {
        "relation": found,
        "first": first,
        "second": second,
        "standing": StandingForm(initial={"standing": found.kind})["standing"],
        "is_one_text": is_one_text,
        "blocks": compare_texts(first.body, second.body) if is_one_text else (),
        "may_merge": is_one_text and request.user.has_perm(PUBLISH),
        "before": waiting[at - 1] if at > 0 else None,
        "after": waiting[at + 1] if at + 1 < len(waiting) else None,
    }
    return render(request, "documents/curate_relation.html", context)


def _decide(request: HttpRequest, found: Relation) -> HttpResponse:
    """Store the answer, unless somebody else gave one since the page was opened."""
    if request.POST.get("seen", found.status) != found.status:
        told = {"who": found.decided_by or _("the system"), "what": found.get_status_display()}
        messages.warning(request, _("%(who)s decided this meanwhile: %(what)s.") % told)
        return redirect("documents:curate-relation", found.pk)
    answer = _ANSWERS[request.POST["answer"]]
    following = _waiting().exclude(pk=found.pk).first()
    form = StandingForm(request.POST)
    standing = form.cleaned_data["standing"] if form.is_valid() else ""
    by, now = cast("User", request.user), timezone.now()
    try:
        decide_relation(found, answer, by=by, now=now, standing=standing)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("documents:curate-relation", found.pk)
    messages.success(request, _("Your decision is stored."))
    if following is None:
        return redirect("documents:curate-relations")
    return redirect("documents:curate-relation", following.pk)


def _waiting() -> QuerySet[Relation]:
    trashed = Document.Status.TRASHED
    suggested = Relation.objects.filter(status=Relation.Status.SUGGESTED).exclude(
        Q(subject__status=trashed) | Q(object__status=trashed)
    )
    return suggested.select_related("subject", "object").order_by("-confidence", "pk")
