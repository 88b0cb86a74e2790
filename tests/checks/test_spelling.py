"""Misspelt words, by a made-up dictionary and by hunspell's."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.sites import plant, run
from ushtil import languages
from ushtil.checks.spelling import misspelt, spelling
from ushtil.markup.sources import read

ALL = languages.read(languages.SHIPPED)


class Known:
    """A dictionary of a few words."""

    def __init__(self, *words: str, listed: Iterable[str] = ()) -> None:
        self.words, self.listed = set(words), listed

    def unknown(self, words: list[str]) -> list[str]:
        return [word for word in words if word.lower() not in self.words]

    def entries(self) -> Iterable[str]:
        return self.listed


def told(code: str, body: str, dictionary: Known, listed: Iterable[str] = ()) -> list[tuple[int, str]]:
    sources = read({code: {"a.md": f"---\ntitle: A\n---\n{body}"}}, ALL)
    found = misspelt(sources.texts[code].values(), code, listed, dictionary)
    return [(problem.line, problem.message.split("'")[1]) for problem in found]


def test_a_word_is_told_once_a_page_with_its_first_line() -> None:
    assert told("en", "good\nbadd word\n\nbadd", Known("good", "word")) == [(5, "badd")]


@pytest.mark.parametrize(
    "shown",
    [
        "`badd`",
        "```\nbadd\n```",
        "[good](badd.md)",
        "good {: .badd #badd }",
        "<span class='badd'>good</span>",
        "https://badd.example/badd",
        "BADD BADD-s",
        "слово",
        "[@badd, p. badd] [=badd]",
        "/// picture | badd\n///",
    ],
)
def test_what_is_no_word_of_the_language_is_left(shown: str) -> None:
    assert told("en", shown, Known("good")) == []


def test_the_ending_of_a_figure_is_no_word() -> None:
    shown = "[=badd]-сі, [=badd]-ге дейін [^1]-сі"
    assert told("kk", shown, Known("дейін")) == [(4, "сі")]


def test_a_word_with_the_stem_of_a_listed_one_is_known() -> None:
    assert told("kk", "сайттарымыздың абзацтың", Known(), listed=["сайт"]) == [(4, "абзацтың")]
    assert told("kk", "сайттарымыздың абзацтың", Known(listed=["сайт", "абзац"])) == []


def test_every_language_has_a_dictionary() -> None:
    assert [spelling(code).dictionary for code in ALL.codes] == ["en_GB", "ru_RU", "kk_KZ"]
    assert spelling("xx").dictionary == ""


@pytest.mark.skipif(not shutil.which("hunspell"), reason="hunspell is not installed")
def test_the_command(tmp_path: Path) -> None:
    head = "---\ntitle: A\n---\n"
    plant(
        tmp_path,
        {
            "docs/a.md": f"{head}The goverment of Tokayev.\n",
            "docs/.spelling.txt": "Tokayev\n",
            "docs_ru/a.md": f"{head}Правителсьтво и обзор.\n",
            "docs_kk/a.md": f"{head}Үкіметтің шолулары, үкмиет.\n",
        },
    )
    done = run("spell", "--root", str(tmp_path))
    assert done.returncode == 1
    words = [line.split("'")[1] for line in done.stderr.splitlines() if " S01 " in line]
    assert words == ["goverment", "Правителсьтво", "үкмиет"]


def test_a_missing_program_is_told(tmp_path: Path) -> None:
    plant(tmp_path, {"docs/a.md": "---\ntitle: A\n---\nText.\n"})
    done = run("spell", "--root", str(tmp_path), PATH="/nowhere")
    assert done.returncode == 2
    assert "hunspell is not installed; on Debian: apt-get install" in done.stderr


def test_a_form_of_a_known_verb_is_known() -> None:
    verbs = Known("құрастыру", "қолдану", "оқу")
    assert told("kk", "құрастырылды қолданбайды қолданылып оқыса оқымайды", verbs) == []
    assert told("kk", "құрастрылды қолдануда", verbs) == [(4, "құрастрылды")]
