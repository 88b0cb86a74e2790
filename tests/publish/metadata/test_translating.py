"""The way to a translation that is not there, and to a page that is nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import sites
from ushtil import languages
from ushtil.publish.metadata import missing, translating
from ushtil.publish.site import plan
from ushtil.publish.state import State

ALL = languages.read(languages.SHIPPED)
GITHUB = "https://github.com/o/r/edit/main/"
TREES = {
    "docs/upr/course.md": "# Course {#c}\n",
    "docs/contribute.md": "# Help {#h}\n",
    "docs_kk/k.md": "# Қ {#k}\n",
}


@pytest.mark.parametrize(
    ("edit", "new"),
    [
        (GITHUB, "https://github.com/o/r/new/main/docs_kk/upr?filename=course.md"),
        (
            "https://gitlab.com/g/p/-/edit/main/",
            "https://gitlab.com/g/p/-/new/main/docs_kk/upr?file_name=course.md",
        ),
        (
            "https://codeberg.org/o/r/_edit/main/",
            "https://codeberg.org/o/r/_new/main/docs_kk/upr?filename=course.md",
        ),
        ("https://example.org/change/", ""),
        ("", ""),
    ],
)
def test_the_editor_opens_where_the_file_will_stand(edit: str, new: str) -> None:
    assert translating.begun("upr/course.md", ALL.by_code("kk"), edit) == new


def test_whoever_reads_a_stand_in_is_told_how_to_begin(tmp_path: Path) -> None:
    site = plan(sites.plant(tmp_path, TREES), ALL).value
    kazakh, entry = ALL.by_code("kk"), site.entries["upr/course.md"]
    invitation = translating.page(entry, site, kazakh, GITHUB)
    assert invitation
    assert invitation.text == "Бұл бетті қазақ тіліне аудару"
    assert "<code>ushtil translate upr/course.md --lang kk</code>" in invitation.how
    assert translating.page(entry, site, ALL.default, GITHUB) is None


def test_without_an_editor_the_page_about_contributing_helps(tmp_path: Path) -> None:
    site = plan(sites.plant(tmp_path, TREES), ALL).value
    entry = site.entries["k.md"]
    invitation = translating.page(entry, site, ALL.by_code("ru"), "")
    assert invitation and invitation.is_here and invitation.href == "ru/contribute.html"
    bare = plan(sites.plant(tmp_path / "bare", {"docs/a.md": "# A {#a}\n"}), ALL).value
    assert translating.page(bare.entries["a.md"], bare, ALL.by_code("ru"), "") is None


SECTIONS = {
    "docs_ru/a.md": "---\ntitle: А\noriginal: ru\n---\n# А {#a}\n\n## Б {#b}\n",
    "docs_kk/a.md": "---\ntitle: Ә\noriginal: ru\n---\n# Ә {#a}\n",
    "docs/a.md": '---\ntitle: A\noriginal: ru\n---\n# A {#a}\n\n## Б {#b .untranslated lang="ru"}\n',
    "docs_kk/b.md": "# Ә {#a}\n",
    "docs/contribute.md": "# Help {#h}\n",
}


def test_the_switcher_says_in_each_language_what_that_one_lacks(tmp_path: Path) -> None:
    site = plan(sites.plant(tmp_path, SECTIONS), ALL).value
    hints = {
        path: [one.hint for one in State(site, ALL.default).view(path).choices] for path in ("a.md", "b.md")
    }
    assert hints == {
        "a.md": ["partly translated", "", "аудармасы толық емес"],
        "b.md": ["not translated", "нет перевода", ""],
    }


def test_a_section_that_is_missing_leads_to_where_it_is_translated(tmp_path: Path) -> None:
    site = plan(sites.plant(tmp_path, SECTIONS), ALL).value
    state = State(site, ALL.by_code("kk"))
    remedy = state.surroundings("a.md", GITHUB).remedy
    assert remedy
    assert (remedy.text, remedy.href) == ("Бұл бөлімді қазақ тіліне аудару", f"{GITHUB}docs_kk/a.md")
    without = state.surroundings("a.md").remedy
    assert without and without.href == "contribute.html"


@pytest.mark.parametrize("base", ["/", "/texts/"])
@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("kk/UPR/course", "upr/course"),
        ("en/upr/course.html", "upr/course"),
        ("upr/course.htm", "upr/course"),
        ("docs/course.md", "upr/course"),
        ("ru/upr/", "upr/index"),
        ("upr/gone/deep.html", "upr/index"),
        ("upr/%E0%A4%A", ""),
        ("nowhere.html", ""),
        ("kk/", ""),
        ("", ""),
    ],
)
def test_the_page_that_was_meant(
    node: Callable[[Path, object], Any], base: str, asked: str, page: str
) -> None:
    pages = ["index", "upr/index", "upr/course", "limits", "a/limits"]
    script = Path(__file__).parent / "nearest.js"
    assert node(script, [base + asked, base, ["en", "ru", "kk"], pages]) == page


def test_it_is_told_in_all_languages_alike(tmp_path: Path) -> None:
    told = missing.missing(plan(sites.plant(tmp_path, TREES), ALL).value)
    assert [len(one.ways) for one in told.spoken] == [1, 1, 1]
    assert told.pages == "index contribute k upr/course"
    assert told.prefixes == "en: ru:ru kk:kk"
