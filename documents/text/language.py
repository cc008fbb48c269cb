"""Tells the language of a text: the share of Han characters first, then a Latin identifier."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = ("en", "de", "fr")


def han_share(text: str) -> float:
    """Give the share of Han characters among the letters of `text`, 0..1."""
    letters = len(_LETTER.findall(text))
    return len(_HAN.findall(text)) / letters if letters else 0.0


def guess_language(text: str) -> str:
    """Give "zh", "en", "de" or "fr". Fewer than 40 Latin letters are too few: "en".

    A Han character carries about as much as four Latin letters, so a Han share of a fifth
    already makes a text Chinese.
    """
    if not _LETTER.search(text):
        return "en"
    if han_share(text) > 0.2:
        return "zh"
    if len(_LETTER.findall(text)) < 40:
        return "en"
    return str(_identifier().classify(text[:4000])[0])


@cache
def _identifier() -> Any:  # py3langid is untyped
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_LATIN))
    return identifier
