"""The index against its texts: nothing is lost, nothing invented, and the same texts give the same bytes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search import evaluate, indexes
from ushtil.language.stemming import stemmer
from ushtil.language.words import fold, words
from ushtil.search.asking import ask, ask_concepts, show
from ushtil.search.ranking import Level
from ushtil.search.store import Store
from ushtil.search.vocabulary import Vocabulary

CODES = ("en", "ru", "kk")


@pytest.fixture(scope="module", params=CODES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The corpus of the evaluation as an index."""
    code = str(request.param)
    yield evaluate.store(code, evaluate.corpus(code), tmp_path_factory.mktemp(code))


def stems_of(text: str, code: str) -> list[str]:
    stem = stemmer(code)
    return [stem(word.form) for word in words(text)]


def test_every_form_finds_exactly_the_sections_with_its_stem(site: Store) -> None:
    held = [set(stems_of(f"{head}\n{text}", site.code)) for head, text in evaluate.corpus(site.code)]
    forms = sorted({fold(w.form) for _, text in evaluate.corpus(site.code) for w in words(text)})
    for form in random.Random(4).sample(forms, 150):
        answer = ask(site, form)
        stem = site.stem(form)
        exact = {hit.document for hit in answer.hits if hit.tier == 0}
        assert exact == {n for n, stems in enumerate(held) if stem in stems}, form
        assert answer.level is Level.ALL


def test_every_phrase_of_a_text_finds_it_and_only_texts_that_have_it(site: Store) -> None:
    rng = random.Random(5)
    texts = [stems_of(text, site.code) for _, text in evaluate.corpus(site.code)]
    for _ in range(60):
        number = rng.randrange(len(texts))
        found = [word.form for word in words(evaluate.corpus(site.code)[number][1])]
        start = rng.randrange(max(1, len(found) - 3))
        phrase = found[start : start + 3]
        wanted = stems_of(" ".join(phrase), site.code)
        having = {n for n, stems in enumerate(texts) if has_run(stems, wanted)}
        query = '"' + " ".join(phrase) + '"'
        if stems_of(query, site.code) != wanted:
            continue
        hits = {hit.document for hit in ask(site, query).hits}
        assert number in hits and having <= hits, query


def has_run(stems: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    return any(stems[n : n + size] == wanted for n in range(len(stems) - size + 1))


def test_what_a_word_begins_with_finds_it_while_it_is_typed(site: Store) -> None:
    for _, text in evaluate.corpus(site.code)[:40]:
        form = max((fold(word.form) for word in words(text)), key=len)
        for size in range(4, len(form)):
            assert ask(site, form[:size], typing=True).hits, form[:size]


def test_no_query_fails(site: Store) -> None:
    for query in (
        "",
        " ",
        "-",
        '"',
        "-x",
        "“”",
        "a" * 500,
        "ё" * 300,
        "\0",
        "😀",
        "- -",
        '""',
        "1" * 40,
        "'",
        "ь",
        "~",
    ):
        for typing in (False, True):
            answer = ask(site, query, typing)
            assert len([show(site, hit) for hit in answer.hits]) == len(answer.hits)


def test_two_builds_have_the_same_bytes_whatever_the_hashes_of_strings() -> None:
    script = (
        "import hashlib; from tests.search import evaluate, indexes;"
        "sections = enumerate(evaluate.corpus('kk'));"
        "text = ''.join(f'## {h} {{#s{n}}}\\n\\n{t}\\n\\n' for n, (h, t) in sections);"
        "made = indexes.texts('kk', {'a.md': text}, {'upr': ['Әмбебап мерзімді шолу', 'ӘМШ']});"
        "print(hashlib.sha256(repr(sorted(made.items())).encode()).hexdigest())"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent.parent.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(sums) == 1


def test_a_language_without_texts_has_an_index_that_finds_nothing(tmp_path: Path) -> None:
    store = indexes.plant(tmp_path, "ru", {})
    assert ask(store, "право").level is Level.NONE
    assert ask(store, "пр", typing=True).hits == []


def test_a_long_section_is_one_result_with_the_best_of_its_parts(tmp_path: Path) -> None:
    filler = "\n\n".join("слово " * 400 for _ in range(125))
    store = indexes.plant(
        tmp_path, "ru", {"long.md": f"# Длинный {{#long}}\n\n{filler}\n\nЗдесь иголка в стоге.\n\n{filler}\n"}
    )
    answer = ask(store, "иголки")
    assert len(answer.hits) == 1 and len(store.pages) > 90
    shown = show(store, answer.hits[0])
    assert shown.id == "long" and "иголка" in [piece.text for piece in shown.pieces if piece.is_marked]
    assert len(ask(store, "слово").hits) == 1
    assert max(len(file.read_bytes()) for file in store.folder.glob("doc-*.js")) < 100_000


def test_concepts_are_found_in_another_language_by_all_their_terms(tmp_path: Path) -> None:
    sections = (
        "# А {#a}",
        "ӘМШ өтті.",
        "## Б {#b}",
        "Әмбебап мерзімді шолудың тәртібі.",
        "## В {#c}",
        "Шолу.",
    )
    pages = {"a.md": "\n\n".join(sections)}
    store = indexes.plant(tmp_path, "kk", pages, {"upr": ["Әмбебап мерзімді шолу", "ӘМШ"]})
    assert [show(store, hit).id for hit in ask_concepts(store, ["upr"]).hits] == ["b", "a"]
    assert ask_concepts(store, ["unknown"]).hits == []


@given(st.text(alphabet=" .,;:!?…()[]«»“”„\"-–'’aбҚё1é\u0301\u00ad\u4e2d", max_size=20))
def test_pieces_are_taken_apart_as_texts_are(text: str) -> None:
    vocabulary = Vocabulary("kk")
    vocabulary.text(text)
    found = [form for piece in text.split() for form in vocabulary.folded[piece]]
    assert found == [fold(word.form) for piece in text.split() for word in words(piece)]
