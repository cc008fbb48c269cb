"""The stock administration for plain data. Importing this package registers every page."""

from __future__ import annotations

from documents.admin import (
    attachment,
    author,
    change,
    document,
    figure,
    image,
    index_job,
    kept_counts,
    link,
    membership,
    mention,
    old_address,
    relation,
    shipped,
    signature,
    source,
    submission,
    tag,
    topic,
    topic_name,
)

__all__ = [
    "attachment",
    "author",
    "change",
    "document",
    "figure",
    "image",
    "index_job",
    "kept_counts",
    "link",
    "membership",
    "mention",
    "old_address",
    "relation",
    "shipped",
    "signature",
    "source",
    "submission",
    "tag",
    "topic",
    "topic_name",
]
