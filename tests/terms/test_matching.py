"""Terms found in running text: one file a case in tests/cases/terms_find; and what must hold in any text."""

import json
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.main import cli
from tests import casefiles
from tests.terms.evaluate import FOLDER, HALVES, LANGUAGES, matcher_of, passages, score
from ushtil.language import words
from ushtil.terms import blocks
from ushtil.terms.forms import Keys
from ushtil.terms.matching import Matcher
from ushtil.terms.termbase import parse

CODES = LANGUAGES.codes
MATCHERS = {code: matcher_of(code) for code in CODES}
TEXTS = {code: "\n\n".join(p.text for half in HALVES for p in passages(code, half)) for code in CODES}
RECALL = {"ru": 0.96}
PRECISION = 0.99


def found(case):
    """The occurrences of a case, each as its concept and text."""
    files = {f"glossary/{name}.yml": text for name, text in case["glossary"].items()}
    matcher = Matcher(parse(files, LANGUAGES).value, case["language"])
    return [f"{one.concept}: {one.text}" for one in matcher.find(case["text"])]


@pytest.mark.parametrize("path", list(casefiles.case_params("terms_find")))
def test_case(path, update_cases):
    case = casefiles.load(path)
    casefiles.hold(path, case, found(case), update_cases, "found")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("half", HALVES)
def test_recall_and_precision_reach_their_targets(code, half):
    counts = score(code, half, MATCHERS[code])
    assert counts.recall >= RECALL.get(code, 0.97)
    assert counts.precision >= PRECISION


@pytest.mark.parametrize("code", CODES)
def test_every_word_is_where_the_tokeniser_has_it(code):
    """The fast cut finds the words of `words.words`, endings after a hyphen aside."""
    text = TEXTS[code].replace("-\n", " ")
    block = blocks.Block(text, 0, Keys(code))
    told = [(word.start, word.form) for word in words.words(text)]
    cut = {(block.start(n), form) for n, form in enumerate(block.forms)}
    assert [word for word in told if word not in cut] == []
    assert "".join(block.parts) == text


@pytest.mark.parametrize("code", CODES)
def test_no_occurrence_is_lost_for_the_first_letters_of_its_form(code):
    """`Beginnings` only saves stemming: all forms of the texts begin the same terms without it."""
    matcher = Matcher(_termbase(), code)
    begins = matcher._begins
    begins._may_begin = dict.fromkeys((form[:5] for form in _forms()), True)
    for form in _forms():
        assert begins[form] == MATCHERS[code]._begins[form], form


def _termbase():
    files = {
        path.as_posix(): path.read_text(encoding="utf-8") for path in (FOLDER / "termbase").glob("*.yml")
    }
    return parse(files, LANGUAGES).value


def _forms():
    return sorted({word.form for text in TEXTS.values() for word in words.words(text)})


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_occurrences_are_in_order_and_as_the_text_has_them(code, data):
    """Also in texts cut and put together anyhow."""
    text = TEXTS[code]
    pieces = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 90)), max_size=6))
    between = data.draw(st.sampled_from(["", " ", "-", "\n", "-\n", "«", ". ", "\u00ad", "\ufeff", "_", "@"]))
    mixed = between.join(text[start : start + size] for start, size in pieces)
    occurrences = MATCHERS[code].find(mixed)
    assert all(mixed[one.start : one.end] == one.text for one in occurrences)
    assert all(one.end <= two.start for one, two in pairwise(occurrences))


@pytest.mark.parametrize("code", CODES)
def test_a_text_in_pieces_has_the_same_terms(code, monkeypatch):
    whole = MATCHERS[code].find(TEXTS[code])
    monkeypatch.setattr(blocks, "SIZE", 50)
    assert MATCHERS[code].find(TEXTS[code]) == whole


HOSTILE = {
    "addresses": "@" * 200_000,
    "symbols": "UPR/" * 50_000,
    "capitals": "WHO " * 50_000,
    "one word": "torture" * 30_000,
    "overlapping": "court court " * 20_000,
    "hyphens": "court-\n" * 30_000,
    "quotation marks": "human «" * 30_000,
    "accents": "c" + "\u0301" * 200_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_time_in_proportion(name):
    """A quadratic step would take minutes; these take a fraction of a second each."""
    terms = """
        id: court
        terms: {en: {preferred: court court, variants: [{term: court}]}}
    """
    matchers = [MATCHERS["en"], Matcher(parse({"glossary/court.yml": terms}, LANGUAGES).value, "en")]
    start = time.process_time()
    for matcher in matchers:
        matcher.find(HOSTILE[name])
    assert time.process_time() - start < 10


# --- the command ---------------------------------------------------------------------------------------


def run(tmp_path: Path, data: bytes, *arguments: str):
    file = tmp_path / "text.txt"
    file.write_bytes(data)
    terms = ["--terms", str(FOLDER / "termbase")]
    return CliRunner().invoke(cli, ["terms", "find", "--lang", "ru", *terms, str(file), *arguments])


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_count_every_code_point_of_the_file(tmp_path, line_end, mark):
    text = f"{mark}Итоги 🙂 УПО.{line_end}Совет ООН{line_end}по правам человека"
    printed = run(tmp_path, text.encode(), "--json")
    rows = json.loads(printed.stdout)
    assert [(row["concept"], text[row["start"] : row["end"]] == row["text"]) for row in rows] == [
        ("upr", True),
        ("hr-council", True),
    ]


def test_without_json_each_occurrence_is_a_line_with_its_place(tmp_path):
    printed = run(tmp_path, "Итоги УПО.\n\nСовет\nпо правам человека".encode())
    assert printed.stdout.splitlines() == ["1:7 upr УПО", "3:1 hr-council Совет по правам человека"]


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1251", "koi8-r"])
def test_other_encodings_are_read(tmp_path, encoding):
    text = "Итоги Универсального периодического обзора опубликованы, сообщили в Астане."
    assert "универсального" in run(tmp_path, text.encode(encoding)).stdout.lower()


def test_an_empty_text_has_no_terms(tmp_path):
    printed = run(tmp_path, b"", "--json")
    assert (printed.exit_code, json.loads(printed.stdout)) == (0, [])


def test_what_is_no_text_or_no_language_is_refused(tmp_path):
    assert run(tmp_path, bytes(range(256)) * 9).exit_code == 2
    assert run(tmp_path, b"a", "--lang", "xx").exit_code == 2


def test_faults_of_the_termbase_are_told_and_matching_goes_on(tmp_path):
    terms = tmp_path / "terms"
    terms.mkdir()
    (terms / "broken.yml").write_text("id: [", encoding="utf-8")
    whole = (FOLDER / "termbase" / "upr.yml").read_text(encoding="utf-8")
    (terms / "upr.yml").write_text(whole, encoding="utf-8")
    printed = run(tmp_path, "Итоги УПО".encode(), "--json", "--terms", str(terms))
    assert printed.exit_code == 1
    assert [row["concept"] for row in json.loads(printed.stdout)] == ["upr"]
    assert re.search(r"broken\.yml:\d+ G01", printed.stderr)
