"""Holds a change to the preview that was agreed to: what it would do now must be the same."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.utils.translation import gettext as _


class OtherOutcomeError(ValueError):
    """A change would do something else by now than the preview that was agreed to."""


def digest_of(state: Any) -> str:
    """Return 32 hexadecimal digits that differ with any part of a state; JSON must hold it."""
    return hashlib.sha256(json.dumps(state).encode()).hexdigest()[:32]


def check_outcome(found: str, expected: str) -> None:
    """Raise OtherOutcomeError where two digests differ; one that is empty expects nothing."""
    if expected and found != expected:
        raise OtherOutcomeError(_("The records changed meanwhile. Look at the preview again."))
