"""The texts of a stored record in which names are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.gazetteer import Zone

if TYPE_CHECKING:
    from documents.models import Document


def record_zones(document: Document) -> tuple[Zone, ...]:
    """Return the zones that have text; captions and keywords are joined by line ends.

    Two queries, fewer where images and keywords are prefetched.
    """
    captions = [image.caption for image in document.images.all() if image.caption]
    keywords = sorted(tag.name for tag in document.keywords.all())
    texts = (
        ("title", document.title),
        ("abstract", document.abstract),
        ("body", document.body),
        ("restricted", document.restricted_body),
        ("caption", "\n\n".join(captions)),
        ("keywords", "\n".join(keywords)),
    )
    return tuple(Zone(name, text) for name, text in texts if text)
