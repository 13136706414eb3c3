"""Texts by Unicode's tables; the page is held to the same cases by its `folding.test.js`."""

import json
import sys
from itertools import combinations
from pathlib import Path

import pytest

from tracker.text import fold, seen, tidied, unfit

CASES = json.loads((Path(__file__).parent / "text_cases.json").read_text(encoding="utf-8"))
SURROGATES = range(0xD800, 0xE000)


def by_reason(cases: list[dict]) -> list:
    return [pytest.param(case["texts"], id=case["why"]) for case in cases]


@pytest.mark.parametrize("texts", by_reason(CASES["same"]))
def test_what_a_person_would_call_the_same_folds_to_one_text(texts):
    assert len({fold(text) for text in texts}) == 1


@pytest.mark.parametrize("texts", by_reason(CASES["different"]))
def test_what_is_spelt_differently_stays_different(texts):
    assert all(fold(one) != fold(other) for one, other in combinations(texts, 2))


@pytest.mark.parametrize("case", CASES["tidied"], ids=lambda case: case["kept"])
def test_a_name_is_tidied_and_no_more(case):
    assert tidied(case["given"]) == case["kept"]
    assert tidied(case["kept"]) == case["kept"]


@pytest.mark.parametrize("text", CASES["unseen"], ids=ascii)
def test_what_shows_nothing_is_recognised(text):
    assert not seen(text)
    assert not seen(tidied(text))


@pytest.mark.parametrize("text", CASES["unfit"], ids=ascii)
def test_what_is_no_writing_is_recognised(text):
    assert unfit(text)


@pytest.mark.parametrize(
    "text", [text for case in CASES["same"] for text in case["texts"]], ids=ascii
)
def test_writing_is_fit_and_seen(text):
    assert not unfit(text)
    assert seen(text)


def test_every_character_folds_to_what_folds_to_itself_and_shows():
    everything = (chr(point) for point in range(sys.maxunicode + 1) if point not in SURROGATES)
    for character in everything:
        folded = fold(character)
        assert fold(folded) == folded
        assert folded or unfit(character) or not seen(character)
