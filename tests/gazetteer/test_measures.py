from __future__ import annotations

import pytest

from documents.gazetteer.figures import FoundFigure, find_figures
from documents.gazetteer.measures import measure_of, read_measures, subject_of
from documents.gazetteer.zone import Zone


def _figures(sentence: str) -> dict[str, FoundFigure]:
    return {one.as_written: one for one in find_figures([Zone("body", sentence)])}


@pytest.mark.parametrize(
    ("sentence", "written", "measure"),
    [
        ("It counts 19 city clusters.", "19 city clusters", "number:city-clusters"),
        ("There are 12 agglomerations.", "12 agglomerations", "number:city-clusters"),
        ("They hold 75% of the population.", "75%", "share:population"),
        ("占全国总人口的65%。", "65%", "share:population"),
        ("The urbanization rate reached 67 percent.", "67 percent", "share:urbanisation-rate"),
        ("城镇化率达到66.2%。", "66.2%", "share:urbanisation-rate"),
        ("The clusters hold three quarters of GDP.", "three quarters", "share:gross-product"),
        ("It issued special bonds of 3 trillion yuan.", "3 trillion yuan", "CNY:special-bonds"),
        ("面积9.75万平方公里。", "9.75万平方公里", "area:land-area"),
        ("They employ 300 weavers.", "300 weavers", "number:weaver"),
    ],
)
def test_it_names_what_is_measured_and_in_which_kind_of_unit(
    sentence: str, written: str, measure: str
) -> None:
    assert measure_of(_figures(sentence)[written]) == measure


def test_of_two_measures_the_one_nearest_to_the_number_is_meant() -> None:
    found = _figures("Energy use per unit of GDP is to fall by 13.5 percent.")
    assert measure_of(found["13.5 percent"]) == "share:energy-intensity"
    found = _figures("They hold 65 percent of the population and much of GDP.")
    assert measure_of(found["65 percent"]) == "share:population"


def test_what_is_counted_says_nothing_of_what_it_holds() -> None:
    found = _figures("Twelve city clusters hold more than 900 million.")
    assert measure_of(found["900 million"]) != "number:city-clusters"


def test_an_industrial_cluster_is_no_city_cluster() -> None:
    found = _figures("It has 32 industrial clusters of high rank.")
    assert measure_of(found["32 industrial clusters"]) == "number:industrial-clusters"


@pytest.mark.parametrize("sentence", ["It took five years.", "It went up from 75 percent."])
def test_spans_of_time_and_bare_values_compare_with_nothing(sentence: str) -> None:
    assert {measure_of(one) for one in _figures(sentence).values()} == {""}


def test_every_measure_has_a_name_in_both_languages() -> None:
    slugs = [subject.slug for subject in read_measures()]
    assert len(set(slugs)) == len(slugs)
    assert all(subject.name_en and subject.name_zh for subject in read_measures())
    assert subject_of("share:population") in read_measures()
