"""The colours of the plots: one set for both themes, apart in grey, and seen on either ground."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from documents.models import Document, Source
from documents.overviews.stacks import TEXTURED

CSS = Path(settings.BASE_DIR) / "static" / "css"
PLOTS = (CSS / "plots.css").read_text(encoding="utf-8")
LAYERS = (CSS / "components" / "layer.css").read_text(encoding="utf-8")
VALUES: dict[str, str] = dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6});", PLOTS))

STEP = 12
"""CIE L* between any two layers of a stack; 100 is all from black to white."""
HEAT_STEP = 7
NON_TEXT, TEXT = 3.0, 4.5
"""The contrasts that WCAG 2.2 asks for in 1.4.11 and 1.4.3."""


def _grounds() -> list[str]:
    """Return what plots stand on, in light and in dark."""
    tokens = (CSS / "tokens.css").read_text(encoding="utf-8")
    found = re.search(r"--surface: light-dark\((#\w+), (#\w+)\);", tokens)
    assert found
    return list(found.groups())


def _luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2, from 0 to 1."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _lightness(colour: str) -> float:
    """Return L* of CIE 1976: equal steps look equal in grey."""
    return 116 * float(_luminance(colour) ** (1 / 3)) - 16


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _of_layer(key: str, what: str) -> str:
    """Return the fill or the stroke that the style sheet gives a layer."""
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", LAYERS):
        named = re.search(rf"\.(?:piece|texture)\b[^,]*\.{key}\b|\.texture\.{key}\b", selectors)
        value = re.search(rf"{what}: var\((--layer-[\w-]+)\)", body)
        if value and (named or re.search(rf"piece:is\([^)]*\.{key}\b", selectors)):
            return VALUES[value[1]]
    raise AssertionError(key)


KINDS = {key: _of_layer(key, "fill") for key in Document.Kind.values}
LEVELS = {key: _of_layer(key, "fill") for key in Source.Level.values}
HEAT = [VALUES[f"--heat-{step}"] for step in range(1, 8)]


def test_a_plot_has_the_same_colours_in_light_and_dark() -> None:
    assert "light-dark" not in PLOTS
    assert "data-theme" not in PLOTS


@pytest.mark.parametrize(
    "family",
    [
        KINDS,
        {key: LEVELS[key] for key in LEVELS if key in TEXTURED},
        {key: LEVELS[key] for key in LEVELS if key not in TEXTURED},
        {key: _of_layer(key, "fill") for key in ("left", "both", "right")},
    ],
    ids=["kinds", "levels with a texture", "levels without", "comparison"],
)
def test_any_two_layers_of_a_stack_are_apart_in_grey(family: dict[str, str]) -> None:
    near = {
        (one, other)
        for one, other in combinations(family, 2)
        if abs(_lightness(family[one]) - _lightness(family[other])) < STEP
    }
    assert near == set()


@pytest.mark.parametrize("key", [*KINDS, *LEVELS, "unknown", "left", "both", "right"])
def test_the_edge_of_a_layer_is_seen_on_either_ground(key: str) -> None:
    edge = _of_layer(key, "stroke")
    assert all(_contrast(edge, ground) >= NON_TEXT for ground in _grounds())


@pytest.mark.parametrize("token", ["--bar", "--circle"])
def test_marks_without_an_edge_are_seen_on_either_ground(token: str) -> None:
    assert all(_contrast(VALUES[token], ground) >= NON_TEXT for ground in _grounds())


def test_shades_of_a_count_darken_in_steps() -> None:
    lightness = [_lightness(colour) for colour in HEAT]
    assert all(lighter - darker >= HEAT_STEP for lighter, darker in pairwise(lightness))
    losses = [_lightness(VALUES[f"--loss-{step}"]) for step in range(1, 4)]
    assert all(lighter - darker >= HEAT_STEP for lighter, darker in pairwise(losses))


def test_the_number_in_a_cell_is_read_on_its_shade() -> None:
    dark, light = VALUES["--heat-ink"], VALUES["--heat-ink-high"]
    losses = [VALUES[f"--loss-{step}"] for step in range(1, 4)]
    assert all(_contrast(dark, colour) >= TEXT for colour in [*HEAT[:4], *losses[:2]])
    assert all(_contrast(light, colour) >= TEXT for colour in [*HEAT[4:], losses[2]])


def test_a_drawing_in_a_file_has_the_colours_of_the_page() -> None:
    style = render_to_string("components/_drawing_style.svg")
    assert "var(" not in style
    for key, colour in {**KINDS, **LEVELS}.items():
        assert re.search(rf"\.{key}\b[^}}]*\{{ fill: {colour};", style), key
    assert all(
        f".h{step} rect, rect.h{step} {{ fill: {HEAT[step - 1]}; }}" in style
        for step in range(1, 8)
    )
