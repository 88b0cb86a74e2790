"""The plan of a site: which text is shown to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import MIXED, plant
from ushtil import languages
from ushtil.problems import Problem, Unreadable
from ushtil.publish import site
from ushtil.publish.site import Site
from ushtil.publish.state import State


def planned(root: Path, files: dict[str, str]) -> tuple[Site, tuple[Problem, ...]]:
    outcome = site.plan(plant(root, files), languages.load(root))
    return outcome.value, outcome.problems


def shown(plan: Site, path: str) -> dict[str, str]:
    """Reader's language → language of what is shown."""
    return {code: plan.entries[path].shown(code).language for code in plan.languages.codes}


def test_a_translation_is_shown_where_there_is_one(tmp_path: Path) -> None:
    plan, problems = planned(tmp_path, MIXED)  # type: ignore[arg-type]
    assert shown(plan, "both.md") == {"en": "en", "ru": "en", "kk": "kk"}
    assert shown(plan, "deep/only.md") == {"en": "ru", "ru": "ru", "kk": "ru"}
    assert shown(plan, "kazakh.md") == {"en": "kk", "ru": "kk", "kk": "kk"}
    assert not problems


def test_the_original_stands_in_before_the_default_language(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path, {"docs/a.md": "---\noriginal: ru\n---\n# A", "docs_ru/a.md": "# А"})
    assert shown(plan, "a.md")["kk"] == "ru"
    assert plan.entries["a.md"].original == "ru"


def test_an_original_that_is_not_there_stands_in_for_nobody(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path, {"docs/a.md": "---\noriginal: ru\n---\n# A"})
    assert shown(plan, "a.md") == {"en": "en", "ru": "en", "kk": "en"}
    notice = State(plan, plan.languages.by_code("kk")).view("a.md").notice
    assert "ағылшын тіліндегі мәтіні" in notice


def test_pictures_go_the_same_way_but_stand_once(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path, {"docs/i.png": "", "docs_kk/i.png": "", "docs_ru/o.png": ""})
    assert plan.file("i.png", "ru").place == "docs/i.png"
    assert plan.file("i.png", "kk").place == "docs_kk/i.png"
    assert plan.file("o.png", "en").place == "docs_ru/o.png"


def test_trees_without_a_home_page_get_one_that_lists_the_texts(tmp_path: Path) -> None:
    plan, _ = planned(
        tmp_path, {"docs_ru/doc/index.md": "# *Доклад*", "docs_ru/doc/s1.md": "# 1", "docs_kk/a.md": "# А"}
    )
    home = plan.entries["index.md"]
    assert home.shown("ru").text == '# Документы\n\n- [А](a.md){: lang="kk" }\n- [Доклад](doc/index.md)\n'
    assert home.title("kk") == "Құжаттар"
    assert plan.name("ru") == ""
    assert not State(plan, plan.languages.by_code("kk")).view("index.md").is_fallback


def test_the_site_is_called_as_its_home_page_in_each_language(tmp_path: Path) -> None:
    plan, _ = planned(tmp_path, {"docs/index.md": "# Texts", "docs_ru/index.md": "# Тексты"})
    assert [plan.name(code) for code in plan.languages.codes] == ["Texts", "Тексты", "Texts"]
    assert [item.title for item in plan.navigation("ru")] == ["Главная"]


def test_the_order_given_in_one_language_holds_in_all(tmp_path: Path) -> None:
    files = {
        "docs/index.md": "# I",
        "docs/a.md": "# A",
        "docs/z.md": "# Z",
        "docs_kk/z.md": "---\norder: 1\n---\n# З",
    }
    plan, _ = planned(tmp_path, files)
    for code in plan.languages.codes:
        assert [item.path for item in plan.navigation(code)] == ["index.md", "z.md", "a.md"]


def test_two_things_at_one_address_are_an_error(tmp_path: Path) -> None:
    _, problems = planned(
        tmp_path, {"docs/ru/a.md": "# A", "docs_ru/a.md": "# А", "docs/x.md": "# X", "docs/x.html": ""}
    )
    assert [(problem.code, problem.path) for problem in problems] == [
        ("P03", "docs/ru/a.md"),
        ("P03", "docs/x.html"),
    ]


def test_what_is_not_published_is_told_or_hidden(tmp_path: Path) -> None:
    plan, problems = planned(
        tmp_path, {"docs/README.md": "# R", "docs/.draft.md": "# D", "docs/.git/x.md": "", "docs/a.md": ""}
    )
    assert list(plan.entries) == ["index.md", "a.md"]
    assert [problem.code for problem in problems] == ["P01"]


def test_a_link_that_leads_out_of_the_tree_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").symlink_to(tmp_path / "secret.md")
    plan, problems = planned(tmp_path, {"docs/b.md": "# B"})
    assert "a.md" not in plan.entries
    assert [str(problem).split(" ")[:2] for problem in problems] == [["docs/a.md", "P02"]]


@pytest.mark.parametrize("names", [["main.ts.md"], ["lunr.ru.js"], ["kk.md", "ru/en.md"], ["a b/ё?.md"]])
def test_no_name_is_taken_for_a_language(tmp_path: Path, names: list[str]) -> None:
    plan, problems = planned(tmp_path, {f"docs/{name}": "# T" for name in names})
    assert {*plan.entries, *plan.files} == {"index.md", *names}
    assert not problems


def test_a_root_without_texts_is_told_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"expected at least one of the folders docs/, docs_ru/, docs_kk/"):
        site.plan(tmp_path, languages.load(tmp_path))
    with pytest.raises(Unreadable, match="no such folder"):
        site.plan(tmp_path / "nowhere", languages.load(tmp_path))


def test_a_page_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    plant(tmp_path, {"docs_kk/a.md": "# Ә".encode("utf-16")})
    with pytest.raises(Unreadable, match=r"docs_kk/a.md: not UTF-8 at byte 0; save the file as UTF-8"):
        site.plan(tmp_path, languages.load(tmp_path))
