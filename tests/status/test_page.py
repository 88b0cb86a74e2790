"""The page of the site that shows the status, and the notes that readers see."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from markdown import Markdown

from tests import sites
from tests.sites import plant
from ushtil import languages
from ushtil.markup import extensions
from ushtil.markup.notices import Notices
from ushtil.publish import site
from ushtil.status import page
from ushtil.status.imported import hashes_of
from ushtil.status.notices import notices
from ushtil.status.report import State
from ushtil.status.strings import strings

ALL = languages.read(languages.SHIPPED)
RU = (
    "---\ntitle: Доклад\noriginal: ru\n---\n\n# Доклад {#r}\n\n## Пытки | *х* {#s1}\n\nБыло.\n\n"
    "## Итоги {#s2}\n"
)
KK = (
    "---\ntitle: Есеп\noriginal: ru\nreviewed_by: А\ntranslated_from:\n  r: {r}\n  s1: 00000000\n---\n\n"
    "# Есеп {{#r}}\n\n## Азаптау {{#s1}}\n\nБолды.\n\n## Қосымша {{#s3}}\n"
)


def planned(root: Path, files: Mapping[str, str]) -> site.Site:
    return site.plan(plant(root, files), ALL).value


def shown(files: Mapping[str, str], root: Path, code: str = "en") -> str:
    found = planned(root, files)
    return page.markdown(page.Overview(found), found.languages.by_code(code))


@pytest.fixture
def files() -> dict[str, str]:

    return {"docs_ru/x/r.md": RU, "docs_kk/x/r.md": KK.format(r=hashes_of([RU])["r"])}


def test_states_by_page_and_section(files: dict[str, str], tmp_path: Path) -> None:
    text = shown(files, tmp_path)
    assert "| English | 0 of 1 | 0 % | 0 of 0 |\n" in text
    assert "| Русский | – | – | – |\n" in text
    assert "| Қазақша | 1 of 1 | 33 % | 1 of 1 |\n" in text
    assert '| [Доклад](x/r.md){: lang="ru" } | not translated | original | 1 of 3 |\n' in text
    work = text.partition("{#sections}")[2].splitlines()[4:]
    assert work == [
        '| [Доклад](x/r.md){: lang="ru" } | [Пытки \\| х](x/r.md#s1){: lang="ru" } | – | original '
        "| original has changed |",
        '| [Доклад](x/r.md){: lang="ru" } | [Итоги](x/r.md#s2){: lang="ru" } | – | original | missing |',
        '| [Доклад](x/r.md){: lang="ru" } | <span lang="kk">Қосымша</span> | – | – | not in the original |',
    ]


def test_in_the_readers_language(files: dict[str, str], tmp_path: Path) -> None:
    text = shown(files, tmp_path, "kk")
    assert text.startswith("# Аудармалардың күйі {#status}\n")
    assert "| [Есеп](x/r.md) | [Азаптау](x/r.md#s1) | – | түпнұсқа | түпнұсқа өзгерген |\n" in text


def test_nothing_to_do_is_said(tmp_path: Path) -> None:
    text = shown({"docs/a.md": "# A {#a}\n"}, tmp_path)
    assert text.endswith(f"\n{strings('en').all_current}\n")


def test_a_page_that_someone_wrote_is_left(files: dict[str, str], tmp_path: Path) -> None:
    found = planned(tmp_path, {**files, "docs/status.md": "# Ours {#ours}\n"})
    assert page.added(found, page.Overview(found)) is found


def test_where_nothing_is_translated_there_is_no_page(tmp_path: Path) -> None:
    found = planned(tmp_path, {"docs/a.md": "# A {#a}\n"})
    assert page.added(found, page.Overview(found)) is found


def test_it_is_added_once_in_every_language(files: dict[str, str], tmp_path: Path) -> None:
    found = planned(tmp_path, files)
    once = page.added(found, page.Overview(found))
    assert {code: version.head.title for code, version in once.entries["status.md"].versions.items()} == {
        code: strings(code).title for code in ALL.codes
    }
    assert page.added(once, page.Overview(found)) is once


@pytest.mark.parametrize(
    ("states", "told"),
    [
        ([State.CURRENT, State.UNRECORDED, State.MISSING, State.EXTRA], {}),
        ([State.STALE, State.STALE], {"s0": "stale", "s1": "stale"}),
        (
            [State.UNTRANSLATED, State.UNTRANSLATED, State.CURRENT, State.UNTRANSLATED],
            {"s0": "un", "s3": "un"},
        ),
    ],
)
def test_what_readers_are_told(states: list[State], told: dict[str, str]) -> None:
    text = {"stale": strings("en").notices["stale"], "un": strings("en").notices["untranslated"]}
    found = notices({f"s{n}": state for n, state in enumerate(states)}, strings("en"))
    assert found == {name: text[which] for name, which in told.items()}


def test_a_note_stands_below_its_heading() -> None:
    extension = Notices()
    markdown = Markdown(extensions=[*extensions(), extension])
    extension.page = {"b": "<Changed>"}
    html = markdown.convert("# A {#a}\n\nText.\n\n## B {#b}\n\nText.\n")
    assert html.count('role="note"') == 1
    assert (
        '<h2 id="b">B</h2>\n<p class="notice" data-search-exclude="" role="note">&lt;Changed&gt;</p>' in html
    )
    extension.page = {}
    assert 'role="note"' not in markdown.reset().convert("## B {#b}\n")


def test_the_built_site_shows_it(files: dict[str, str], tmp_path: Path) -> None:
    sites.build(plant(tmp_path, files), "--strict")
    built = (tmp_path / "site/status.html").read_text("utf-8")
    assert '<a href="x/r.html#s1" lang="ru">' in built
    kazakh = (tmp_path / "site/kk/x/r.html").read_text("utf-8")
    russian = (tmp_path / "site/ru/x/r.html").read_text("utf-8")
    stale = strings("kk").notices["stale"]
    assert kazakh.partition('id="s1"')[2].partition('id="s3"')[0].count(stale) == 1
    assert kazakh.count(stale) == 1
    assert stale not in russian


def test_the_page_does_not_depend_on_git(files: dict[str, str], tmp_path: Path) -> None:
    text = shown(files, tmp_path / "a")
    plant(tmp_path / "b", {".git/HEAD": "ref: refs/heads/none\n"})
    assert shown(files, tmp_path / "b") == text
