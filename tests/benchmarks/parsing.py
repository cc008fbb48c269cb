"""Whether reading a question takes time linear in it: `python -m tests.benchmarks.parsing`.

Each shape is read at a quarter, half and all of the longest text; the figures are microseconds of
the processor for a character. Where they do not grow with the length, the time is linear.
"""

from __future__ import annotations

import json
import os
import time

SHAPES = {
    "words": "word ",
    "quotes": '"',
    "open parentheses": "(",
    "nested": "(a OR ",
    "operators": "NOT ",
    "fields": "title:",
    "stars": "ab* ",
    "dates": "date:2021..2024 ",
    "near": "a NEAR/5 ",
    "Chinese": "城市群",
    "one long word": "x",
    "marks": "“（：＊",
}
ROUNDS = 200


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "kb.settings"
    import django

    django.setup()
    from documents.search.tokens import LONGEST

    figures = {
        name: [_per_character(shape, LONGEST // part) for part in (4, 2, 1)]
        for name, shape in SHAPES.items()
    }
    print(json.dumps(figures, indent=1))  # noqa: T201


def _per_character(shape: str, length: int) -> float:
    from documents.search.syntax import parse

    text = (shape * length)[:length]
    began = time.process_time()
    for _ in range(ROUNDS):
        parse(text)
    return round((time.process_time() - began) / ROUNDS / length * 1_000_000, 2)


if __name__ == "__main__":
    main()
