"""Every form over every page of the site, read back by readers of their own; what the browser fills in."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from functools import cache

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.citing import filling, parsers
from tests.citing.csl_schema import SCHEMA
from tests.sites import REPOSITORY
from ushtil import languages
from ushtil.citing import bibtex, csl, formats, gost, plain, ris
from ushtil.citing.documents import identifier
from ushtil.citing.model import Citation, Day, Page, Place, Relation
from ushtil.citing.words import words
from ushtil.publish import site
from ushtil.publish.citations import Desk
from ushtil.publish.plain_citations import shown
from ushtil.references.works import Name, Work
from ushtil.references.works import line as one_line

ALL = languages.load(REPOSITORY)
DAY = Day("DAY", "2026-11-02", "2026/11/02/", "2026, 11, 2")


@cache
def desk(code: str) -> Desk:
    return Desk(site.plan(REPOSITORY, ALL).value, ALL.by_code(code), "https://example.org/", "Ushtil")


@cache
def citations(code: str) -> tuple[Citation, ...]:
    """All pages of the site, and all paragraphs."""
    sheets = desk(code).sheets.values()
    return tuple(one for sheet in sheets for one in (sheet.citation, *sheet.paragraphs))


@pytest.mark.parametrize("code", ALL.codes)
def test_the_document_comes_first_and_all_is_told(code: str) -> None:
    assert len(citations(code)) > 500
    assert any(one.work for one in citations(code))
    for one in citations(code):
        text = plain.text(one)
        assert text.index(one.work.called(code) if one.work else one.page.title) <= text.index(one.page.title)
        for told in (one.page.title, one.page.revision, one.address, one.page.site, words(code).blank):
            assert told in text, (told, text)
        assert "\n" not in text and "  " not in text and ".." not in text and " ." not in text
        assert "None" not in text and "{" not in text
        if one.relation is Relation.DIGEST:
            assert words(code).digest in text.lower()


@pytest.mark.parametrize("code", ALL.codes)
def test_bibtex_is_read_back(code: str) -> None:
    keys = set()
    for one in citations(code):
        entries = parsers.bibtex(bibtex.text(replace(one, day=DAY)))
        ours = entries[-1]
        assert len(entries) == (2 if one.work else 1)
        assert parsers.spoken(ours["title"]) == one.page.title
        assert (ours["url"], ours["urldate"]) == (one.address, "2026-11-02")
        assert ours["language"] == one.page.language
        assert ours["ID"] not in keys
        keys.add(ours["ID"])
        if one.work:
            assert ours["related"] == entries[0]["ID"]
            assert parsers.spoken(entries[0]["title"]) == parsers.spoken(ours["origtitle"]) == one.work.title


@pytest.mark.parametrize("code", ALL.codes)
def test_ris_is_read_back(code: str) -> None:
    for one in citations(code):
        records = parsers.ris(ris.text(replace(one, day=DAY)))
        assert len(records) == (2 if one.work else 1)
        assert records[-1]["TI"] == [one.page.title]
        assert records[-1]["UR"] == [one.address]
        assert records[-1]["Y2"] == ["2026/11/02/"]
        if one.work:
            assert records[0]["TI"] == [one.work.title] == records[1]["OP"]


@pytest.mark.parametrize("code", ALL.codes)
def test_csl_keeps_to_its_schema(code: str) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for one in citations(code):
        items = json.loads(csl.text(replace(one, day=DAY)))
        validator.validate(items)
        assert items[-1]["accessed"] == {"date-parts": [[2026, 11, 2]]}
        assert "accessed" not in json.loads(csl.text(one))[-1]


@pytest.mark.parametrize("code", ALL.codes)
def test_a_filled_template_is_what_the_library_writes(code: str) -> None:
    day = filling.day(code)
    for sheet in desk(code).sheets.values():
        given = filling.given(sheet.citation, sheet.paragraphs)
        for one in (sheet.citation, *sheet.paragraphs):
            written = [form.text(replace(one, day=day)) for form in formats.ALL]
            assert filling.filled(given, one.place.paragraph) == written


def test_a_digest_of_the_site_tells_the_place_in_the_document() -> None:
    there = {one.address: one for one in citations("kk") if one.relation is Relation.DIGEST}
    one = there["https://example.org/kk/report-2022/s1.html#s1-c-p1"]
    assert one.work and one.work.id == "us-2022"
    assert one.place.locator == "1.c-бөлім"


def test_another_text_has_another_revision() -> None:
    told = {}
    for path, sheet in desk("en").sheets.items():
        told.setdefault(sheet.citation.page.revision, []).append(path)
    assert all(len(paths) == 1 for paths in told.values()), told


TEXT = st.text(max_size=40).map(one_line).filter(bool)
NAMES = st.lists(st.builds(Name, literal=TEXT) | st.builds(Name, family=TEXT, given=TEXT), max_size=6).map(
    tuple
)
WORKS = st.builds(
    Work, title=TEXT, id=st.just("work"), kind=st.sampled_from(sorted({*bibtex.TYPES, "document"})),
    authors=NAMES, container=TEXT, publisher=TEXT, number=TEXT, note=TEXT,
    language=st.sampled_from(["en", "kk", "xx"]),
    issued=st.sampled_from([(), (2025,), (2025, 3), (2025, 3, 1)]), url=st.just("https://example.org/{x}"),
)  # fmt: skip
PAGES = st.builds(
    Page, key=st.just("page"), title=TEXT, language=st.just("ru"), site=TEXT, revision=st.just("0a"),
    authors=NAMES, address=st.just("https://example.org/a.html"), translation=TEXT, translators=NAMES,
)  # fmt: skip
CITATIONS = st.builds(
    Citation, page=PAGES, language=st.sampled_from(ALL.codes), work=WORKS, day=st.just(DAY),
    relation=st.sampled_from([Relation.TEXT, Relation.DIGEST]), place=st.just(Place("s1-p1", "P. 1", "2")),
)  # fmt: skip


@given(CITATIONS)
def test_no_text_breaks_a_form(citation: Citation) -> None:
    assert citation.work
    first, second = parsers.bibtex(bibtex.text(citation))
    assert parsers.spoken(first["title"]) == citation.work.title
    assert parsers.spoken(second["title"]) == citation.page.title
    authors = map(parsers.spoken, parsers.names(first["author"])) if citation.work.authors else ()
    assert list(authors) == [name.sorted for name in citation.work.authors]
    records = parsers.ris(ris.text(citation))
    assert [record["TI"] for record in records] == [[citation.work.title], [citation.page.title]]
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(csl.text(citation)))
    assert "\n" not in plain.text(citation)


@given(CITATIONS)
def test_what_is_shown_reads_as_the_plain_form(citation: Citation) -> None:
    unread = replace(citation, day=None)
    assert html.unescape(re.sub(r"</?(?:a|span|cite)\b[^>]*>", "", shown(unread))) == plain.text(unread)


def test_what_is_shown_is_escaped_in_its_elements_too() -> None:
    work = Work("<b>A & B</b>", language="kk", url="https://example.org/?a&b='")
    page = Page("page", "<i>Мәтін", "kk", "<Site>", 'https://example.org/"x"&y', "0a")
    text = shown(Citation(page, "en", work, Relation.DIGEST))
    assert '<cite lang="kk">&lt;b&gt;A &amp; B&lt;/b&gt;</cite>' in text
    assert '<span lang="kk">&lt;i&gt;Мәтін</span>' in text
    assert 'href="https://example.org/&quot;x&quot;&amp;y"' in text
    assert set(re.findall("<(/?[a-z]+)", text)) == {"cite", "/cite", "span", "/span", "a", "/a"}


def test_an_address_of_a_doi_is_linked_whole() -> None:
    url = "https://doi.org/10.1/x"
    page = Page("a", "T", "en", "Site", "a.html", "1a2b")
    assert f'<a href="{url}">{url}</a>' in shown(Citation(page, "en", Work("W", url=url), Relation.DIGEST))


@given(st.text())
def test_a_line_holds_no_slot_and_no_break(text: str) -> None:
    assert not re.search("[\x00-\x1f\ue000-\uf8ff]", one_line(text))
    assert one_line(one_line(text)) == one_line(text)


@pytest.mark.parametrize(
    ("parts", "joined"),
    [(["A", "B"], "A. – B"), (["A.", "B"], "A. – B"), (["A?", "", "B…", "C"], "A?. – B… – C"), (["A"], "A")],
)
def test_areas_are_parted_by_one_point(parts: list[str], joined: str) -> None:
    assert gost._areas(parts) == joined


def test_pages_whose_names_have_no_latin_letters_have_keys_of_their_own() -> None:
    keys = [identifier(name) for name in ("отчёт-kk", "есеп-kk", "Есеп-kk", "a/HRC/28", "report-kk")]
    assert len(set(keys)) == 5 and keys[3:] == ["a-hrc-28", "report-kk"]
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", key) for key in keys)
