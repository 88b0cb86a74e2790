"""Passages of other languages: cases, and every term and title that the site knows in a text of another."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.casefiles import case_params, hold, load
from ushtil.language import known
from ushtil.language.passages import passages

ROOT = Path(__file__).resolve().parents[2]
CARRIERS = {
    "en": ("In its report it used the words “{}” for this.", "({}) is said there."),
    "ru": ("В докладе для этого употреблено выражение «{}», и не только.", "Так там и сказано ({})."),
    "kk": ("Баяндамада бұл үшін «{}» деген тіркес қолданылған.", "Онда солай айтылған ({})."),
}
LEAST_FOUND = {"term": 0.95, "title": 0.98}
MOST_WRONG = 0.005


@pytest.mark.parametrize("path", list(case_params("passages")))
def test_case(path: Path, update_cases: bool) -> None:
    case = load(path)
    text = case["text"]
    found = [f"{code}: {text[start:end]}" for start, end, code in passages(text, case["language"])]
    hold(path, case, found, update_cases, "passages")


def names() -> Iterator[tuple[str, str, str]]:
    """Kind, language and text of every term and every title."""
    for file in sorted((ROOT / "glossary").glob("*.yml")):
        entries = yaml.safe_load(file.read_text(encoding="utf-8")).get("terms", {})
        for code, entry in entries.items():
            yield "term", code, entry["preferred"]
    for source in json.loads((ROOT / "docs/data/bibliography.json").read_text(encoding="utf-8")):
        titles = {source.get("language", ""): source["title"], **source.get("custom", {}).get("titles", {})}
        yield from (("title", code, title) for code, title in titles.items() if code)


def test_names_and_titles_of_other_languages_are_found() -> None:
    asked, hits = Counter[str](), Counter[str]()
    misses = []
    for kind, code, name in names():
        if (name.isascii() and code != "en") or (code == "en" and " " not in name):
            continue
        for reader in CARRIERS.keys() - {code}:
            for carrier in CARRIERS[reader]:
                text = carrier.format(name)
                asked[kind] += 1
                if _is_found(text, name, code, reader):
                    hits[kind] += 1
                else:
                    misses.append((reader, text, passages(text, reader)))
    for miss in misses:
        print(*miss)
    assert asked["term"] > 1000
    for kind, least in LEAST_FOUND.items():
        assert hits[kind] / asked[kind] >= least, kind


def _is_found(text: str, name: str, code: str, reader: str) -> bool:
    """Whether nearly all of the name is marked, and nothing else, and nothing wrongly."""
    start = text.index(name)
    found = passages(text, reader)
    is_within = all(start <= one.start and one.end <= start + len(name) and one.code == code for one in found)
    return is_within and sum(one.end - one.start for one in found) >= 0.85 * len(name)


def test_names_and_titles_of_the_own_language_are_left() -> None:
    texts = [
        (code, carrier.format(name))
        for _, code, name in names()
        if code == "en" or not name.isascii()
        for carrier in CARRIERS[code]
    ]
    wrong = [(text, found) for code, text in texts if (found := passages(text, code))]
    for miss in wrong:
        print(*miss)
    assert len(texts) > 1000
    assert len(wrong) / len(texts) <= MOST_WRONG


@given(st.text(alphabet='аәқы бв«»()"ab cz.,;:/0é \n-–’', max_size=60), st.sampled_from(known()))
def test_passages_are_apart_and_begin_and_end_with_a_letter(text: str, code: str) -> None:
    end = 0
    for passage in passages(text, code, edges=frozenset({3, 9})):
        assert end <= passage.start < passage.end <= len(text)
        assert text[passage.start].isalpha() and text[passage.end - 1].isalpha()
        assert passage.code != code
        end = passage.end
