"""The glossary pages: order, what an entry tells, honest languages, and what a page loads."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from tests.glossaries import CONCEPTS, LACKING, ROOT
from tests.sites import Tags, plant
from ushtil import languages
from ushtil.markup.terms import Place
from ushtil.publish import glossary, site
from ushtil.publish.glossary import Glossary

ALL = languages.read(languages.SHIPPED)


def load(root: Path, files: Mapping[str, str | bytes]) -> Glossary:
    made = glossary.load(site.plan(plant(root, files), ALL).value).value
    assert made
    return made


@pytest.fixture
def made(tmp_path: Path) -> Glossary:
    return load(tmp_path, {**ROOT, "glossary/ombudsperson.yml": LACKING})


def page(made: Glossary, code: str, path: str = "glossary.md") -> str:
    """The Markdown of a page, and each entry below its heading."""
    composed = made.pages[code][path]
    return re.sub("<!--entry:(.+?)-->", lambda found: composed.entries[found[1]], composed.markdown)


def subject(made: Glossary, code: str, name: str = "mechanisms") -> str:
    return page(made, code, f"glossary/{name}.md")


def entry(text: str, concept: str) -> str:
    """The heading and the HTML of one concept."""
    found = re.search(rf"^###? .*{{#{concept}\b.*\n\n.*", text, re.MULTILINE)
    assert found, concept
    return found[0]


def test_an_entry_stands_with_its_heading_in_one_element(made: Glossary) -> None:
    filled = made.pages["en"]["glossary.md"].filled('<h3 id="upr">UPR</h3>\n<!--entry:upr-->\n<p>x</p>')
    assert filled.startswith('<section class="concept size-2"><h3 id="upr">UPR</h3>\n<div class="entry">')
    assert filled.endswith("</div></section>\n<p>x</p>")


def headings(text: str) -> list[str]:
    return re.findall(r"^##+ (.+?)(?: \{.*)?$", text.partition("{#by-subject}")[0], re.MULTILINE)[:-1]


def test_terms_stand_in_the_order_of_the_language(made: Glossary) -> None:
    terms = ["азаптау", "Әмбебап мерзімді шолу", "Жұмыс тобы", "ұлттық баяндама", "Ombudsperson"]
    found = headings(page(made, "kk"))
    assert found[1::2] == terms and found[::2] == ["А", "Ә", "Ж", "Ұ", "O"]
    assert headings(page(made, "en"))[:4] == ["N", "national report", "O", "Ombudsperson"]


def test_the_letters_lead_to_their_headings(made: Glossary) -> None:
    links = Tags(page(made, "kk")).all("a")
    assert [link["href"] for link in links[:5]] == ["#а", "#ә", "#ж", "#ұ", "#o"]


def test_the_list_tells_what_it_means_and_every_name(made: Glossary) -> None:
    told = entry(page(made, "kk"), "upr")
    assert "{#upr}" in told and "<p>Мемлекеттер бірін-бірі &lt;қарайды&gt;.</p>" in told
    assert "Қысқартылуы: </span><span>ӘМШ</span>" in told
    assert "Басқаша атауы: </span><span>Жалпыға бірдей мерзімді шолу</span>" in told
    assert "Қолданбаған жөн: </span><s>Периодтық шолу</s>" in told
    links = [(link.get("hreflang"), link["href"]) for link in Tags(told).all("a")]
    assert links == [
        ("en", "../glossary.html#upr"),
        ("ru", "../ru/glossary.html#upr"),
        (None, "glossary/mechanisms.html#upr"),
    ]
    assert ">Универсальный периодический обзор (УПО)</a>" in told


def test_the_list_is_short(made: Glossary) -> None:
    told = entry(page(made, "kk"), "upr")
    assert len(Tags(told).tags) <= 14
    assert not any(word in told for word in ("Мақала", "<details", "example.org", "working-group"))


def test_the_page_of_its_subject_tells_all(made: Glossary) -> None:
    told = entry(subject(made, "kk"), "upr")
    assert "{#upr}" in told and "Қысқартылуы" in told and "ӘМШ" in told
    assert re.search(r'admitted"><dt>Басқаша атауы</dt><dd>.*Жалпыға бірдей мерзімді шолу.*Мақала', told)
    assert re.search(r'avoid"><dt>Қолданбаған жөн</dt><dd>.*Периодтық шолу', told)
    assert "<p>Мемлекеттер бірін-бірі &lt;қарайды&gt;.</p>" in told
    assert "Ескертпе: <span>2006 жылдан бері.</span>" in told
    assert '<a href="https://example.org/upr">example.org/upr</a>' in told
    assert '<a href="../glossary.html#working-group">Жұмыс тобы</a>' in told


def test_the_other_languages_lead_to_the_same_concept(made: Glossary) -> None:
    links = Tags(entry(subject(made, "kk"), "upr")).all("a", **{"class": "term-name"})
    assert {link["hreflang"]: link["href"] for link in links} == {
        "en": "../../glossary/mechanisms.html#upr",
        "ru": "../../ru/glossary/mechanisms.html#upr",
    }


def test_a_concept_that_a_language_lacks_is_shown_in_another_that_is_told(made: Glossary) -> None:
    for told in (
        entry(page(made, "kk"), "ombudsperson"),
        entry(subject(made, "kk", "other"), "ombudsperson"),
    ):
        assert told.lstrip("#").startswith(' Ombudsperson {#ombudsperson lang="en"}')
        assert '<p lang="en">Hears complaints.</p>' in told
        assert 'lang="kk"' not in told


def test_the_sections_that_use_it_are_linked(made: Glossary) -> None:
    told = entry(subject(made, "en"), "upr")
    links = [link["href"] for link in Tags(told.partition("<details")[2]).all("a")]
    assert links == ["../report.html", "../report.html#work", "../report.html#end"]
    assert ">Report</a>: <a" in told and "Used in sections: 3" in told
    assert "<details" not in entry(subject(made, "ru", "other"), "torture")


def test_many_uses_are_counted_and_not_all_listed(tmp_path: Path) -> None:
    sections = "\n\n".join(f"## S{n} {{#s{n}}}\n\nThe UPR.\n" for n in range(70))
    made = load(tmp_path, {**ROOT, "docs/report.md": f"# R {{#r}}\n\n{sections}"})
    told = entry(subject(made, "en"), "upr")
    assert "Used in sections: 70" in told and "and 10 more" in told and "#s59" in told and "#s60" not in told


def test_by_subject(made: Glossary) -> None:
    text = page(made, "ru").partition("{#by-subject}")[2]
    assert re.findall(r'id="([^"]+)"><a href="([^"]+)">([^<]+)</a> \((\d)\)', text) == [
        ("subject-mechanisms", "glossary/mechanisms.html", "Механизмы", "3"),
        ("subject-other", "glossary/other.html", "Прочее", "2"),
    ]
    found = [
        re.findall(r"^## .*{#([\w-]+)", subject(made, "ru", name), re.MULTILINE)
        for name in ("mechanisms", "other")
    ]
    assert found == [["national-report", "working-group", "upr"], ["torture", "ombudsperson"]]
    assert made.pages["ru"]["glossary/mechanisms.md"].title == "Глоссарий: Механизмы"


def test_all_concepts_stand_under_the_same_addresses_in_all_languages(made: Glossary) -> None:
    planned = glossary.added(made.site, made)
    listed = planned.entries["glossary.md"]
    found = [{chunk.id for chunk in version.chunks} for version in listed.versions.values()]
    assert found[0] == found[1] == found[2] >= set(CONCEPTS)
    of_subject = planned.entries["glossary/mechanisms.md"]
    found = [{chunk.id for chunk in version.chunks} for version in of_subject.versions.values()]
    assert found[0] == found[1] == found[2] >= {"upr", "working-group", "national-report"}
    for entry in (listed, of_subject):
        assert all(not each.borrowed for each in entry.completed.values())


def test_the_list_is_what_others_lead_to(made: Glossary) -> None:
    planned = glossary.added(made.site, made)
    ours = [path for path in planned.entries if glossary.is_ours(path, planned)]
    assert ours == ["glossary.md", "glossary/mechanisms.md", "glossary/other.md"]
    assert [path for path in ours if glossary.is_list(path, planned)] == ["glossary.md"]
    assert [planned.entries[path].is_listed for path in ours] == [True, False, False]


def test_a_page_of_someones_at_the_place_of_a_subject_is_left(tmp_path: Path) -> None:
    made = load(tmp_path, {**ROOT, "docs/glossary/mechanisms.md": "# Ours {#ours}\n"})
    planned = glossary.added(made.site, made)
    assert planned.entries["glossary/mechanisms.md"] is made.site.entries["glossary/mechanisms.md"]
    assert glossary.is_ours("glossary.md", planned)
    assert not glossary.is_ours("glossary/mechanisms.md", planned)


def test_a_page_that_someone_wrote_is_left(tmp_path: Path) -> None:
    made = load(tmp_path, {**ROOT, "docs/glossary.md": "# Ours {#ours}\n"})
    planned = glossary.added(made.site, made)
    assert planned is made.site and not glossary.is_ours("glossary.md", planned)


def test_without_a_termbase_there_is_nothing(tmp_path: Path) -> None:
    texts = {name: text for name, text in ROOT.items() if not name.startswith("glossary/")}
    assert glossary.load(site.plan(plant(tmp_path, texts), ALL).value).value is None


def test_a_faulty_file_is_told_and_the_rest_is_there(tmp_path: Path) -> None:
    outcome = glossary.load(site.plan(plant(tmp_path, {**ROOT, "glossary/bad.yml": "id: [bad"}), ALL).value)
    assert [problem.path for problem in outcome.problems] == ["glossary/bad.yml"]
    assert outcome.value and len(outcome.value.termbase.concepts) == len(CONCEPTS)


def test_marks_are_for_texts_and_lead_to_the_readers_glossary(made: Glossary) -> None:
    planned = glossary.added(made.site, made)
    kazakh, english = ALL.by_code("kk"), ALL.by_code("en")
    made = Glossary(made.termbase, planned)
    assert made.place("report.md", english) == Place("en", "glossary.html")
    assert made.place("deep/only.md", kazakh) == Place("ru", "../glossary.html")
    assert made.place("glossary.md", english) is None and made.place("nowhere.md", english) is None


def test_an_abbreviation_is_found_with_what_it_stands_for(made: Glossary) -> None:
    [found] = made.find["kk"]("Бұл ӘМШ-ның қорытындысы.")
    assert (found.concept, found.abbreviation, found.expansion) == ("upr", "ӘМШ", "Әмбебап мерзімді шолу")
    [full] = made.find["kk"]("Әмбебап мерзімді шолудың қорытындысы.")
    assert (full.concept, full.abbreviation, full.expansion) == ("upr", "", "")


def test_a_text_is_looked_through_once(made: Glossary) -> None:
    assert made.find["en"]("The UPR.") is made.find["en"]("The UPR.")


def test_what_a_mark_shows_is_a_script(made: Glossary) -> None:
    text = glossary.data(made, ALL.by_code("kk"))
    value = json.loads(text.partition("terms = ")[2].rstrip(";\n"))
    assert value["languages"] == {"en": "English", "ru": "Русский", "kk": "Қазақша"}
    language, definition, names = value["concepts"]["upr"]
    assert (language, definition) == ("kk", "Мемлекеттер бірін-бірі <қарайды>.")
    assert next(iter(names.items())) == ("kk", "Әмбебап мерзімді шолу (ӘМШ)") and set(names) == set(ALL.codes)
    assert value["concepts"]["ombudsperson"][0] == "en"


def test_the_files_that_come_with_a_language(made: Glossary) -> None:
    found = {language.code: [path for path, _ in glossary.files(made, language)] for language in ALL}
    assert found["kk"] == ["glossary/terms-kk.js"]
    assert found["en"] == [
        "glossary/terms-en.js",
        *(f"glossary/glossary.{end}" for end in ("tbx", "ttl", "csv", "json")),
    ]
    links = [link["href"] for link in Tags(page(made, "kk")).all("a") if "download" in link]
    assert links == [f"../{path}" for path in found["en"][1:]]


def test_a_page_loads_what_it_needs(made: Glossary) -> None:
    planned, english = glossary.added(made.site, made), ALL.by_code("en")
    assert glossary.needs("report.md", planned, english, has_marks=False) is None
    marked = glossary.needs("report.md", planned, english, has_marks=True)
    assert marked and marked.data == "glossary/terms-en.js" and not marked.is_list
    listed = glossary.needs("glossary.md", planned, english, has_marks=False)
    assert listed and listed.data == "" and listed.has_entries and listed.is_list
    subject = glossary.needs("glossary/mechanisms.md", planned, english, has_marks=False)
    assert subject and subject.has_entries and not subject.is_list


def test_the_made_up_termbase_is_one() -> None:
    assert all(yaml.safe_load(text)["id"] == name for name, text in CONCEPTS.items())
