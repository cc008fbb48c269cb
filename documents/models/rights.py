"""The rights that pages ask for, by the names that Django gives them."""

from __future__ import annotations

READ_LICENSED = "documents.read_licensed"
CURATE = "documents.change_document"
PUBLISH = "documents.publish_document"
DELETE_RECORDS = "documents.delete_document"
ADD_TOPICS = "documents.add_topic"
EDIT_TOPICS = "documents.change_topic"
MERGE_TAGS = "taggit.change_tag"
MANAGE_PEOPLE = "auth.change_user"
