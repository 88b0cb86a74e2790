"""Properties of the books of this repository's own texts."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from markdown import Markdown

from tests.epub.reading import LANG, NCX, TYPE, Opened, X, opened, words
from tests.sites import REPOSITORY
from ushtil import epub, languages
from ushtil.epub import xhtml
from ushtil.markup import extensions
from ushtil.markup.anchors import ParagraphAnchors, What
from ushtil.publish import site

SMALL = 400_000
"""Bytes of a book of all texts in one language."""


@pytest.fixture(scope="module")
def plan():
    return site.plan(REPOSITORY, languages.load(REPOSITORY)).value


@pytest.fixture(scope="module")
def made(plan, tmp_path_factory) -> list[tuple[epub.Book, Path]]:
    folder = tmp_path_factory.mktemp("books")
    books = []
    for book in epub.books(plan):
        epub.write(book, folder / book.name)
        books.append((book, folder / book.name))
    return books


@pytest.fixture(scope="module")
def read(made) -> list[tuple[epub.Book, Opened]]:
    return [(book, opened(path)) for book, path in made]


def test_each_language_has_a_book_of_all_and_one_of_the_long_document(made, plan):
    names = [f"{code}{end}.epub" for code in plan.languages.codes for end in ("", "-report-2022")]
    assert [path.name for _, path in made] == names
    assert all(path.stat().st_size < SMALL for _, path in made)


def test_the_same_texts_make_the_same_bytes(made, tmp_path):
    again = site.plan(REPOSITORY, languages.load(REPOSITORY)).value
    for (_, path), book in zip(made[:2], epub.books(again), strict=False):
        epub.write(book, tmp_path / "again.epub")
        assert (tmp_path / "again.epub").read_bytes() == path.read_bytes()


def test_each_address_of_a_section_and_a_paragraph_is_there_once(read):
    ours = extensions()
    markdown = Markdown(extensions=ours)
    anchors = next(one for one in ours if isinstance(one, ParagraphAnchors))
    count = 0
    for book, files in read:
        for entry, name in zip(book.entries, files.chapters, strict=True):
            markdown.reset()
            markdown.convert(entry.completed[entry.shown(book.code).language].text)
            ids = [one.get("id") for one in files.xml(name).iter()]
            for anchor in anchors.index:
                if anchor.what is not What.OTHER:
                    count += 1
                    assert ids.count(xhtml.name(anchor.id)) == 1, f"{book.name} {entry.path}#{anchor.id}"
    assert count > 1000


def spoken(html: str) -> Counter[str]:
    """The words of a text, how often each; numbers of paragraphs are none."""
    text = re.sub(r'<(a|span) [^<>]*class="address"[^<>]*>.*?</\1>', " ", html)
    text = re.sub(r"</?(?:a|abbr|span|em|strong|cite|code|sup)\b[^<>]*>", "", text)
    return Counter(re.findall(r"\w+", unescape(re.sub(r"<[^<>]*>", " ", text))))


def test_no_word_is_lost(read):
    markdown = Markdown(extensions=extensions())
    for book, files in read:
        for entry, name in zip(book.entries, files.chapters, strict=True):
            markdown.reset()
            html = markdown.convert(entry.completed[entry.shown(book.code).language].text)
            lost = spoken(html) - spoken(files.files[name].decode())
            assert lost == Counter(), f"{book.name} {entry.path}"


def test_each_link_within_a_book_leads_somewhere(read):
    for book, files in read:
        ids = {
            f"{name}#{one.get('id')}"
            for name in files.files
            if name.endswith(".xhtml")
            for one in files.xml(name).iter()
        }
        targets = list(files.links())
        assert [target for _, target in targets if target not in ids and target not in files.files] == []
        assert len(targets) > 500, book.name


def test_the_contents_are_the_outline(read):
    for book, files in read:
        nav = files.xml("nav.xhtml")
        toc = next(one for one in nav.iter(f"{X}nav") if one.get(TYPE) == "toc")
        named = [words(one) for one in toc.iter(f"{X}a")]
        told = [words(one) for one in files.xml("toc.ncx").iter(f"{NCX}text")][1:]
        outline = []
        for name in files.spine:
            headings = [one for one in files.xml(name).iter() if re.fullmatch(rf"{X}h[1-6]", one.tag)]
            outline += [words(one) for one in headings] if name.startswith(("text/", "glossary")) else []
        # The page about the book is named by what it is, and its heading by the book.
        assert named[1:] == outline, book.name
        assert told == named


def test_notes_and_marks_lead_to_each_other(read):
    for book, files in read:
        count = 0
        for name in files.chapters:
            chapter = files.xml(name)
            marks = [one for one in chapter.iter(f"{X}a") if one.get(TYPE) == "noteref"]
            notes = {one.get("id"): one for one in chapter.iter(f"{X}aside") if one.get(TYPE) == "footnote"}
            assert {one.attrib["href"][1:] for one in marks} == set(notes)
            ids = {one.get("id") for one in marks}
            back = {one.attrib["href"][1:] for note in notes.values() for one in note.iter(f"{X}a")
                    if one.get("role") == "doc-backlink"}  # fmt: skip
            assert back == ids
            assert "fn" not in "".join(str(one.get("href")) for one in chapter.iter(f"{X}a") if one.get(TYPE))
            count += len(notes)
        assert count > 50, book.name


def test_terms_lead_to_the_glossary_of_the_book(read):
    for _, files in read:
        used = {
            target
            for name, target in files.links()
            if target.startswith("glossary.xhtml#") and name[0] == "t"
        }
        listed = {f"glossary.xhtml#{one.get('id')}" for one in files.xml("glossary.xhtml").iter(f"{X}dt")}
        assert used == listed


def test_every_language_is_told_twice(read):
    for _, files in read:
        for name in files.files:
            if name.endswith(".xhtml"):
                assert [one for one in files.xml(name).iter() if one.get("lang") != one.get(LANG)] == []


def test_pictures_stand_as_drawings_with_their_tables(read):
    for book, files in read:
        figures = [one for name in files.chapters for one in files.xml(name).iter(f"{X}figure")]
        if not book.document:
            assert figures
        for one in figures:
            assert one.find(".//{http://www.w3.org/2000/svg}svg") is not None
            assert one.find(f".//{X}table") is not None
