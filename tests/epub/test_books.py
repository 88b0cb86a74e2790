"""Small sites as books: what stands in for what, where links lead, what a book tells of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.epub.reading import DC, OPF, TYPE, Opened, X, opened, words
from tests.sites import PICTURE, plant
from ushtil import epub, languages
from ushtil.epub import links, xhtml
from ushtil.markup.paging import LONG
from ushtil.publish import site

FRONT = """---
title: Report
original: en
status: original
author: [A. Author, B. Author]
date: 2021-05-04
{more}---
"""
SOURCE = "source: {title: The Report, publisher: Ministry, date: 2020, url: 'https://example.org/r'}\n"
HOME = """---
title: Texts
---
# Texts {#home}

[Report](r/index.md#r), [one](r/s1.md#s1-p1)
"""
INDEX = """# Report {#r}

[All](../index.md), [one](s1.md#s1-a), [gone](s1.md#gone), [no](no.md), [file](d.csv),
[out](<https://example.org/a b?x=1&y=%zz#f>), [bad](javascript:alert(1)), [mail](mailto:a@example.org).
{: #p1 }

![dot](i/dot.png) ![drawn](i/d.svg) ![far](https://example.org/i.png) ![fake](i/fake.png)
"""
ONE = f"""# One {{#s1}}

Text[^n].
{{: #p1 }}

## A {{#s1-a}}

More[^n] here[^m].
{{: #p1 }}

{"word " * (LONG // 5)}

[^n]: Note.

[^m]: Other.
"""
INDEX_RU = """---
title: Доклад
original: en
status: unofficial
translator: В. Переводчик
---
# Доклад {#r}

Текст.
{: #p1 }
"""
ONE_RU = """---
title: Один
original: en
status: unofficial
---
# Один {#s1}

Текст[^n].
{: #p1 }

[^n]: Сноска.
"""
DRAWN = """<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>1</script><path d="M0 0"/></svg>"""
TREES: dict[str, str | bytes] = {
    "docs/index.md": HOME,
    "docs/r/index.md": FRONT.format(more=SOURCE) + INDEX,
    "docs/r/s1.md": FRONT.format(more="updated: 2022-01\n") + ONE,
    "docs/r/i/dot.png": PICTURE,
    "docs/r/i/fake.png": b"no picture",
    "docs/r/i/d.svg": DRAWN,
    "docs/r/d.csv": b"a,b\n",
    "docs_ru/r/index.md": INDEX_RU,
    "docs_ru/r/s1.md": ONE_RU,
    "docs_kk/index.md": "---\ntitle: Мәтіндер\n---\n# Мәтіндер {#home}\n\nМәтін.\n",
}


def write(root: Path, files: dict[str, str | bytes], url: str = "") -> dict[str, tuple[epub.Book, Opened]]:
    plan = site.plan(plant(root, files), languages.load(root)).value
    made = {}
    for book in epub.books(plan, url):
        epub.write(book, root / book.name)
        made[book.name] = (book, opened(root / book.name))
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return write(tmp_path_factory.mktemp("small"), TREES)


@pytest.fixture(scope="module")
def placed(tmp_path_factory):
    return write(tmp_path_factory.mktemp("placed"), TREES, "https://ushtil.example/")


def test_a_long_document_is_a_book_where_its_front_page_is_translated(made):
    assert list(made) == ["en.epub", "en-r.epub", "ru.epub", "ru-r.epub", "kk.epub"]


def test_a_short_document_is_no_book(tmp_path):
    short = {**TREES, "docs/r/s1.md": "# One {#s1}\n\nShort.\n"}
    assert list(write(tmp_path, short)) == ["en.epub", "ru.epub", "kk.epub"]


def test_a_folder_without_a_front_page_is_no_document(tmp_path):
    bare = {name: text for name, text in TREES.items() if not name.endswith("r/index.md")}
    assert "en-r.epub" not in write(tmp_path, {**bare, "docs/r/s2.md": "# Two {#s2}\n\nText.\n"})


def test_the_folders_of_a_document_belong_to_it(tmp_path):
    annex = {
        "docs/r/annex/index.md": "# Annex {#x}\n\nText.\n",
        "docs/r/annex/a1.md": "# First {#a1}\n\nText.\n",
    }
    book, files = write(tmp_path, {**TREES, **annex})["en-r.epub"]
    paths = ["r/index.md", "r/annex/index.md", "r/annex/a1.md", "r/s1.md"]
    assert [entry.path for entry in book.entries] == paths
    assert contents(files) == ["Report", "Annex", "First", "One", "A"]


def test_a_document_is_long_by_all_its_folders(tmp_path):
    files = {"docs/r/index.md": "# Report\n", "docs/r/annex/a1.md": ONE}
    assert list(write(tmp_path, files)) == ["en.epub", "en-r.epub"]


def test_a_front_page_is_that_of_its_own_folder(tmp_path):
    files = {"docs/z/r/index.md": "# Report\n", "docs/z/r/s1.md": ONE, "docs/z/s.md": "# S\n"}
    assert list(write(tmp_path, files)) == ["en.epub", "en-z--r.epub"]


def test_a_folder_without_a_front_page_keeps_its_name_in_the_contents(tmp_path):
    pages = {"docs/zz/appendix-reindex.md": "# Appendix\n", "docs/zz/b.md": "# Other\n"}
    _, files = write(tmp_path, {"docs/index.md": HOME, **pages})["en.epub"]
    assert contents(files) == ["Texts", "Zz", "Appendix", "Other"]


def test_links_within_the_book_stay_in_it(made):
    _, files = made["en.epub"]
    assert {target for name, target in files.links() if name.startswith("text/001")} >= {
        "text/002-r-index.xhtml#r",
        "text/003-r-s1.xhtml#s1-p1",
    }


def shown(files: Opened) -> dict[str, str]:
    """What is linked on the front page of the document: text → where it leads."""
    return {words(one): one.attrib["href"] for one in files.chapter("r-index").iter(f"{X}a")}


def test_links_that_leave_it_lead_to_the_site_or_nowhere(made, placed):
    here, there = shown(made["en-r.epub"][1]), shown(placed["en-r.epub"][1])
    assert here == {
        "one": "002-r-s1.xhtml#s1-a",
        "gone": "002-r-s1.xhtml",
        "out": "https://example.org/a%20b?x=1&y=%25zz#f",
        "mail": "mailto:a@example.org",
    }
    assert there == {
        **here,
        "All": "https://ushtil.example/index.html",
        "file": "https://ushtil.example/r/d.csv",
    }
    assert "All, one, gone, no, file, out, bad, mail." in words(made["en-r.epub"][1].chapter("r-index"))


@pytest.mark.parametrize(
    ("href", "led"),
    [
        ("https://example.org", "https://example.org"),
        ("http://example.org:8080/a?b#c", "http://example.org:8080/a?b#c"),
        ("https://example.org/пытки", "https://example.org/%D0%BF%D1%8B%D1%82%D0%BA%D0%B8"),
        ("https://example.org:99999/", ""),
        ("https:///path", ""),
        ("http://[::1", ""),
        ("ftp://example.org/", ""),
        ("data:text/html,x", ""),
        ("//example.org/", ""),
        ("mailto:a@example.org?body=x", ""),
    ],
)
def test_addresses_outside(href, led):
    assert links.outside(href) == led


def test_pictures_are_files_or_words(made):
    _, files = made["en-r.epub"]
    chapter = files.chapter("r-index")
    assert [one.get("src") for one in chapter.iter(f"{X}img")] == ["../pictures/1.png", "../pictures/2.svg"]
    assert "far" in words(chapter) and "fake" in words(chapter)
    assert files.files["pictures/1.png"] == PICTURE
    assert b"script" not in files.files["pictures/2.svg"] and b"onload" not in files.files["pictures/2.svg"]


def test_a_page_that_is_not_translated_stands_in_its_original_with_a_notice(made):
    _, files = made["kk.epub"]
    chapter = files.chapter("r-index")
    (section,) = chapter.iter(f"{X}section")
    assert section[0].get("class") == "notice" and section[0].get("lang") is None
    assert chapter.get("lang") == "kk" and section[1].get("lang") == "en"
    toc = next(files.xml("nav.xhtml").iter(f"{X}nav"))
    assert {words(one): one.get("lang") for one in toc.iter(f"{X}a")}["Report"] == "en"


def test_a_borrowed_section_and_its_notes_are_in_their_language(made):
    _, files = made["ru-r.epub"]
    chapter = files.chapter("s1")
    (borrowed,) = (one for one in chapter.iter(f"{X}div") if one.get("class") == "borrowed")
    assert borrowed.get("lang") == "en"
    assert [one.get("class") for one in borrowed][1] == "notice" and borrowed[1].get("lang") == "ru"
    notes = [(one.get("lang"), words(one)) for one in chapter.iter(f"{X}aside")]
    assert notes[0][0] is None and "Сноска" in notes[0][1]
    assert notes[1][0] == "en" and "Note" in notes[1][1]


def test_a_note_with_two_marks_leads_back_to_both(made):
    chapter = made["en-r.epub"][1].chapter("s1")
    note = next(chapter.iter(f"{X}aside"))
    assert [one.get("href") for one in note.iter(f"{X}a")] == ["#mark-1", "#mark-1-1"]
    marks = [one.get("id") for one in chapter.iter(f"{X}a") if one.get(TYPE) == "noteref"]
    assert marks == ["mark-1", "mark-1-1", "mark-2"]


def test_a_note_with_a_mark_in_another_note(tmp_path):
    text = "# One\n\nText[^a].\n\n[^a]: See[^b].\n\n[^b]: Other.\n"
    _, files = write(tmp_path, {"docs/one.md": text})["en.epub"]
    first, second = files.chapter("one").iter(f"{X}aside")
    (mark,) = (one for one in first.iter(f"{X}a") if one.get(TYPE) == "noteref")
    assert mark.get("href") == f"#{second.get('id')}"
    assert [one.get("href") for one in second.iter(f"{X}a")] == [f"#{mark.get('id')}"]


def test_ids_of_the_text_are_not_taken_by_notes_and_headings(tmp_path):
    note = "[^a]:\n    <p id='heading-3'>Note</p>\n"
    text = f"# One {{#note-1}}\n\n## Two {{#mark-1}}\n\n<h3>Three</h3>\n\nText[^a].\n\n{note}"
    _, files = write(tmp_path, {"docs/one.md": text})["en.epub"]
    chapter = files.chapter("one")
    ids = [one.get("id") for one in chapter.iter() if one.get("id")]
    assert len(ids) == len(set(ids)) and {"note-1", "mark-1", "note-1-", "mark-1-"} <= set(ids)
    assert [one.get("href") for one in chapter.iter(f"{X}a")] == ["#note-1-", "#mark-1-"]


def test_a_term_called_glossary(tmp_path):
    concept = "id: glossary\nterms:\n  en: {preferred: glossary, definition: A list.}\n"
    trees = {"docs/one.md": "# One\n\nThe glossary.\n", "glossary/glossary.yml": concept}
    _, files = write(tmp_path, trees)["en.epub"]
    ids = [one.get("id") for one in files.xml("glossary.xhtml").iter() if one.get("id")]
    assert sorted(ids) == ["glossary", "glossary-"]
    assert ("text/001-one.xhtml", "glossary.xhtml#glossary") in files.links()


def contents(files: Opened) -> list[str]:
    """The lines of the contents below the page about the book."""
    toc = next(files.xml("nav.xhtml").iter(f"{X}nav"))
    return [words(one) for one in toc.iter() if one.tag in {f"{X}a", f"{X}span"}][1:]


@pytest.mark.parametrize(
    "text",
    [
        "> # Not the title\n\nText.\n",
        "- # Not the title\n",
        "<table><caption><h1>Not the title</h1></caption><tr><td><h1>Nor this</h1></td></tr></table>\n",
        "Text alone.\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
    ],
)
def test_a_page_whose_outline_has_no_title_is_given_the_one_of_its_front_matter(text, tmp_path):
    _, files = write(tmp_path, {"docs/one.md": f"---\ntitle: One & only\n---\n{text}"})["en.epub"]
    (section,) = files.chapter("one").iter(f"{X}section")
    title = next(section.iter(f"{X}h1"))
    assert words(title) == "One & only" and section.get("aria-labelledby") == title.get("id")
    assert contents(files) == ["One & only"]


@pytest.mark.parametrize("title", ["# ![Logo](i/dot.png)", "# "])
def test_a_title_without_words_is_told_by_the_one_of_the_front_matter(title, tmp_path):
    files = {"docs/one.md": f"---\ntitle: One\n---\n{title}\n\nText.\n", "docs/i/dot.png": PICTURE}
    _, made = write(tmp_path, files)["en.epub"]
    assert contents(made) == ["One"]
    assert words(next(made.chapter("one").iter(f"{X}title"))) == "One"


@pytest.mark.parametrize("text", ["Text.\n", "# \n\nText.\n"])
def test_a_front_page_without_a_title_is_called_as_its_site_is(text, tmp_path):
    book, files = write(tmp_path, {"docs/index.md": text, "docs/_/---.md": text})["en.epub"]
    assert contents(files) == [book.title, "—", book.title]
    assert {words(next(files.xml(name).iter(f"{X}title"))) for name in files.chapters} == {book.title}


def cover(tmp_path: Path, title: str) -> list[str]:
    front = f"---\ntitle: {title}\n---\n# Report\n"
    _, files = write(tmp_path, {**TREES, "docs/r/index.md": front})["en-r.epub"]
    return [words(one) for one in files.xml("cover.svg").iter("{http://www.w3.org/2000/svg}text")]


def test_a_title_that_the_cover_cannot_hold_is_cut_with_a_sign(tmp_path):
    short, long = cover(tmp_path / "short", "The whole title"), cover(tmp_path / "long", "Title " * 60)
    assert short[0] == "The whole title" and not any("…" in line for line in short)
    assert long[0] == "Title Title Title" and sum("…" in line for line in long) == 1


def metadata(files: Opened, name: str) -> list[str | None]:
    package = files.xml("content.opf")
    found = [one.text for one in package.iter(f"{DC}{name}")]
    return found + [one.text for one in package.iter(f"{OPF}meta") if one.get("property") == name]


def test_the_package_tells_who_when_and_from_what(made):
    _, files = made["en-r.epub"]
    assert metadata(files, "title") == ["Report"] and metadata(files, "language") == ["en"]
    assert metadata(files, "creator") == ["A. Author", "B. Author"]
    assert metadata(files, "role") == ["aut", "aut"]
    assert metadata(files, "dcterms:modified") == ["2022-01-01T00:00:00Z"]
    assert metadata(files, "source") == ["https://example.org/r"]
    assert metadata(files, "schema:accessMode") == ["textual", "visual"]
    assert metadata(made["ru-r.epub"][1], "contributor") == ["В. Переводчик"]
    title = words(made["en-r.epub"][1].xml("title.xhtml"))
    assert (
        "The Report. Ministry. 2020" in title and "A. Author, B. Author" in title and "January 2022" in title
    )


def test_the_identifier_changes_with_the_text_alone(made, tmp_path):
    again = write(tmp_path / "again", TREES)
    changed = {**TREES, "docs_ru/r/s1.md": str(TREES["docs_ru/r/s1.md"]).replace("Текст", "Слова")}
    other = write(tmp_path / "other", changed)
    same = {name: book.identifier for name, (book, _) in made.items()}
    assert {name: book.identifier for name, (book, _) in again.items()} == same
    differ = {name for name, (book, _) in other.items() if book.identifier != same[name]}
    assert differ == {"ru.epub", "ru-r.epub"}
    assert len(set(same.values())) == len(same)


@pytest.mark.parametrize("given", ["s1-c-p3", "құқықтар", "p0a", "upr", "_a.b"])
def test_ids_that_xml_knows_stay(given):
    assert xhtml.name(given) == given
