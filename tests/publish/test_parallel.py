"""Parallel pages: addresses, gaps, links back, and what they weigh."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.sites import Tags, plant
from ushtil import languages
from ushtil.publish import parallel, site
from ushtil.publish.cells import Renderer
from ushtil.publish.parallel import ParallelPage
from ushtil.publish.parts import BUDGET

RU = (
    "---\noriginal: ru\n---\n# Доклад {#r}\n\nОдин[^a].\n{: #p1 }\n\n## Суды {#b}\n\n"
    "Два: [сюда](../o.md#x), [сюда же](#r), ![п](i.png).\n{: #p1 }\n\nТри.\n{: #p2 }\n\nБез номера.\n\n"
    "[^a]: Сноска.\n"
)
KK = (
    "# Есеп {#r}\n\nБір[^a].\n{: #p1 }\n\n## Соттар {#b}\n\n"
    'Екі, үш.\n{: #p1 also="p2" }\n\nНөмірсіз.\n\n[^a]: Ескертпе.\n'
)


def made(root: Path, files: dict[str, str], path: str = "d/s.md", url: str = "") -> list[ParallelPage]:
    plan = site.plan(plant(root, files), languages.load(root)).value
    return list(parallel.pages(plan.entries[path], plan, Renderer(), url))


@pytest.fixture
def page(tmp_path: Path) -> ParallelPage:
    files = {"docs_ru/d/s.md": RU, "docs_kk/d/s.md": KK, "docs_ru/o.md": "# О {#x}\n", "docs_ru/d/i.png": ""}
    [page] = made(tmp_path, files)
    return page


def test_a_page_of_one_language_has_none(tmp_path: Path) -> None:
    assert made(tmp_path, {"docs_ru/d/s.md": RU}) == []


def test_every_address_of_the_pages_stands_once(page: ParallelPage) -> None:
    ids = [attrs["id"] for _, attrs in Tags(page.rows + page.notes).tags if "id" in attrs]
    assert ids == ["r", "r-p1", "b", "b-p1", "b-p2", "page:note-1"]


def test_columns_are_those_of_the_languages_that_the_page_exists_in(page: ParallelPage) -> None:
    assert [(column.language.code, column.address, column.title) for column in page.columns] == [
        ("ru", "../../ru/d/s.html", "Доклад"),
        ("kk", "../../kk/d/s.html", "Есеп"),
    ]
    assert page.address == "parallel/d/s.html" and page.base == "../../"
    assert page.home == "../../index.html" and page.canonical == ""


def test_numbers_lead_back_to_the_same_paragraph(page: ParallelPage) -> None:
    back = [attrs["href"] for attrs in Tags(page.rows).all("a", **{"class": "n"})]
    assert back[2:4] == ["../../ru/d/s.html#r-p1", "../../kk/d/s.html#r-p1"]
    assert back[-3:] == ["../../ru/d/s.html#b-p1", "../../ru/d/s.html#b-p2", "../../kk/d/s.html#b-p1"]


def test_links_and_pictures_are_those_of_each_languages_page(page: ParallelPage) -> None:
    assert 'href="../../ru/o.html#x"' in page.rows
    assert 'href="../../ru/d/s.html#r">сюда же' in page.rows
    assert 'src="../../ru/d/i.png"' in page.rows


def test_what_was_matched_by_place_is_marked(page: ParallelPage) -> None:
    assert page.has_doubts
    assert page.rows.count('href="#page:doubt"') == 1 == page.rows.count("row uncertain")


def test_a_gap_is_shown_in_the_language_that_lacks_the_text(tmp_path: Path) -> None:
    [page] = made(tmp_path, {"docs_ru/a.md": RU, "docs_kk/a.md": "# Есеп {#r}\n"}, "a.md")
    assert page.rows.count('<div class="c c2 gap" lang="kk"><p>қазақ тілінде жоқ</p></div>') == 5
    assert 'lang="en"' not in page.rows and "c3" not in page.rows


def test_notes_stand_side_by_side_and_their_marks_lead_there(page: ParallelPage) -> None:
    for label in ("Сноска 1", "1-ескертпе"):
        assert f'<sup><a aria-label="{label}" href="#page:note-1" role="doc-noteref">1</a></sup>' in page.rows
    assert "Сноска." in page.notes and "Ескертпе." in page.notes


def test_a_site_that_knows_its_address_gives_a_full_canonical(tmp_path: Path) -> None:
    [page] = made(tmp_path, {"docs_ru/a.md": RU, "docs_kk/a.md": KK}, "a.md", "https://example.org")
    assert page.canonical == "https://example.org/parallel/a.html"


def test_a_site_whose_home_page_gives_no_name_has_that_of_the_configuration(tmp_path: Path) -> None:
    root = plant(tmp_path, {"docs_ru/a.md": RU, "docs_kk/a.md": KK})
    plan = site.plan(root, languages.load(root)).value
    assert [page.site_name for page in parallel.pages(plan.entries["a.md"], plan, Renderer())] == [""]
    found = parallel.pages(plan.entries["a.md"], plan, Renderer(), site_name="Ushtil")
    assert [page.site_name for page in found] == ["Ushtil"]


def chapter(n: int, words: list[str]) -> str:
    text = " ".join(words[(n * 7 + k * k) % len(words)] + str(k * n % 97) for k in range(700))
    return f"## Chapter {n} {{#c{n}}}\n\n" + text + "\n{: #p1 }\n\n"


def test_a_long_page_is_cut_and_no_part_is_heavy(tmp_path: Path) -> None:
    words = ["қауіпсіздік", "свобода", "құқықтары", "задержание", "комиссия", "азаптау", "review", "state"]
    text = "# T {#t}\n\n" + "".join(chapter(n, words) for n in range(60))
    made_pages = made(tmp_path, {"docs/d.md": text, "docs_ru/d.md": text, "docs_kk/d.md": text}, "d.md")
    assert len(text.encode()) * 3 > 2 * BUDGET and len(made_pages) > 2
    assert all(len(gzip.compress((page.rows + page.notes).encode())) < 60_000 for page in made_pages)
    assert made_pages[0].address == "parallel/d.html"
    assert {step.address for step in made_pages[0].steps} == {Path(page.address).name for page in made_pages}
    held = [name for step in made_pages[0].steps for name in step.sections]
    assert held == ["t", *(f"c{n}" for n in range(60))]
