"""Two versions of one text beside each other: a translation by paragraphs, a revision by words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from documents.models import Relation
from documents.text.differences import Block, compare_texts
from documents.text.parallel import Pair, pair_paragraphs

if TYPE_CHECKING:
    from documents.models import Document

KINDS = (
    Relation.Kind.TRANSLATION_OF,
    Relation.Kind.SAME_RELEASE_AS,
    Relation.Kind.NEW_VERSION_OF,
)
"""The relations between records that are one text in two forms."""


@dataclass(frozen=True, slots=True)
class Versions:
    """`pairs` holds the paragraphs of texts in two languages, `blocks` what differs in one.

    With `is_revision` the blocks lead from the older text to the newer, whichever stands first.
    """

    pairs: tuple[Pair, ...] = ()
    blocks: tuple[Block, ...] = ()
    is_revision: bool = False


def load_versions(left: Document, right: Document) -> Versions | None:
    """Return the public texts of two readable records, or None where they are no versions."""
    between = Q(subject=left, object=right) | Q(subject=right, object=left)
    relation = Relation.objects.filter(
        between, kind__in=KINDS, status=Relation.Status.ACCEPTED
    ).first()
    if relation is None:
        return None
    if left.language != right.language:
        return Versions(pairs=pair_paragraphs(_text(left), _text(right)))
    is_revision = relation.kind == Relation.Kind.NEW_VERSION_OF
    if is_revision and relation.subject_id == left.pk:
        left, right = right, left
    return Versions(blocks=compare_texts(_text(left), _text(right)), is_revision=is_revision)


def _text(document: Document) -> str:
    """Return title, abstract and public text; licensed text stays on the record's own page."""
    return "\n".join(part for part in (document.title, document.abstract, document.body) if part)
