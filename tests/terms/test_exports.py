"""The termbase for other tools, read back by readers that are not ours."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from scripts.main import cli
from tests.sites import REPOSITORY
from tests.terms import tbx_basic
from tests.terms.bases import CONCEPTS, LANGUAGES
from ushtil.terms.concepts import Concept, Entry, Link, Status, Variant
from ushtil.terms.exports import FORMATS, skos
from ushtil.terms.termbase import Termbase, read

OWN = read(REPOSITORY / "glossary", LANGUAGES).value
PAGE = "https://example.org/kk/glossary.html"
UPR = Concept(
    "upr",
    {
        "en": Entry(
            "Universal Periodic Review",
            ("UPR",),
            (
                Variant("Universal Review", Status.AVOID, "A report"),
                Variant("Peer review", Status.DEPRECATED),
                Variant("UPR", Status.ADMITTED),
            ),
            'What "each" state\nundergoes <now> & then',
            "A/RES/60/251",
            "Since 2008",
        ),
        "kk": Entry("Әмбебап мерзімді шолу", ("ӘМШ",), (Variant("Жалпыға бірдей мерзімді шолу"),)),
    },
    "un-mechanisms",
    ("troika",),
    (Link("https://example.org/a?b=1&c=<d>", "More"), Link("https://example.org/")),
)
TROIKA = Concept("troika", {"ru": Entry("Тройка")})
BASE = Termbase((TROIKA, UPR), {"un-mechanisms": {"en": "Mechanisms", "kk": "Тетіктер"}})
BASES = st.lists(CONCEPTS, max_size=3, unique_by=lambda concept: concept.id).map(
    lambda concepts: Termbase(tuple(sorted(concepts, key=lambda concept: concept.id)))
)


def write(form, termbase=BASE):
    return FORMATS[form].write(termbase, LANGUAGES)


# --- TBX -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("termbase", [BASE, OWN, Termbase()], ids=["small", "own", "empty"])
def test_tbx_keeps_to_the_dialect(termbase):
    assert tbx_basic.faults(ElementTree.fromstring(write("tbx", termbase).encode())) == []


@given(BASES)
def test_tbx_of_any_termbase_keeps_to_the_dialect(termbase):
    root = ElementTree.fromstring(write("tbx", termbase).encode())
    assert tbx_basic.faults(root) == []
    terms = [term.text for term in root.iter(f"{tbx_basic.CORE}term")]
    assert terms == [
        term.text
        for concept in termbase.concepts
        for code in LANGUAGES.codes
        if code in concept.terms
        for term in concept.terms[code].terms()
    ]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("preferredTerm-admn-sts", "best"), ('type="definition"', 'type="context"'), ("fullForm", "full"),
        ('target="troika"', 'target="nowhere"'), ('style="dca"', 'style="dct"'), ("admin", "administration"),
        ("ed-2", "ed-1"), ('xml:lang="kk"', ""), ('id="troika"', 'id="upr"'),
    ],
)  # fmt: skip
def test_the_rules_of_the_dialect_see_what_is_wrong(good, bad):
    root = ElementTree.fromstring(write("tbx").replace(good, bad).encode())
    assert tbx_basic.faults(root) != []


def test_tbx_says_what_is_thought_of_a_term():
    root = ElementTree.fromstring(write("tbx").encode())
    told = {
        section[0].text: [note.text for note in section.iter(f"{tbx_basic.CORE}termNote")]
        for section in root.iter(f"{tbx_basic.CORE}termSec")
    }
    assert told["Universal Review"] == ["fullForm", "deprecatedTerm-admn-sts"]
    assert told["ӘМШ"] == ["abbreviation", "preferredTerm-admn-sts"]
    assert told["Жалпыға бірдей мерзімді шолу"] == ["fullForm", "admittedTerm-admn-sts"]


# --- SKOS ----------------------------------------------------------------------------------------------


def graph(text):
    return rdflib.Graph().parse(data=text, format="turtle", publicID=PAGE)


def test_skos_is_read_by_rdflib():
    read_ = graph(skos.write(BASE, LANGUAGES))
    upr, scheme = rdflib.URIRef(f"{PAGE}#upr"), rdflib.URIRef(PAGE)
    english = {
        kind: {str(label) for label in read_.objects(upr, kind) if label.language == "en"}
        for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.definition)
    }
    assert english == {
        SKOS.prefLabel: {"Universal Periodic Review"},
        SKOS.altLabel: {"UPR"},
        SKOS.hiddenLabel: {"Universal Review", "Peer review"},
        SKOS.definition: {'What "each" state\nundergoes <now> & then'},
    }
    assert (upr, SKOS.inScheme, scheme) in read_
    assert (scheme, RDF.type, SKOS.ConceptScheme) in read_
    assert (upr, SKOS.notation, rdflib.Literal("upr")) in read_
    assert (upr, SKOS.related, rdflib.URIRef(f"{PAGE}#troika")) in read_
    assert (upr, DCTERMS.source, rdflib.Literal("A/RES/60/251", lang="en")) in read_
    assert {str(link) for link in read_.objects(upr, RDFS.seeAlso)} == {
        "https://example.org/a?b=1&c=%3Cd%3E", "https://example.org/",
    }  # fmt: skip
    (subject,) = read_.subjects(RDF.type, SKOS.Collection)
    assert set(read_.objects(subject, SKOS.member)) == {upr}
    assert rdflib.Literal("Тетіктер", lang="kk") in set(read_.objects(subject, SKOS.prefLabel))


def test_skos_has_the_address_that_it_is_given():
    assert "<https://example.org/glossary.html#upr>" in skos.write(
        BASE, LANGUAGES, "https://example.org/glossary.html"
    )


@given(BASES)
def test_skos_of_any_termbase_keeps_to_skos(termbase):
    """S13 and S14: a label is of one kind, and one is preferred in a language."""
    read_ = graph(write("skos", termbase))
    concepts = set(read_.subjects(RDF.type, SKOS.Concept))
    assert {str(concept).rpartition("#")[2] for concept in concepts} == {
        item.id for item in termbase.concepts
    }
    for concept in concepts:
        labels = [
            (label, kind)
            for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
            for label in read_.objects(concept, kind)
        ]
        preferred = [label.language for label, kind in labels if kind == SKOS.prefLabel]
        assert len({label for label, _ in labels}) == len(labels)
        assert len(set(preferred)) == len(preferred)


def test_skos_of_our_own_termbase():
    assert len(set(graph(write("skos", OWN)).subjects(RDF.type, SKOS.Concept))) == len(OWN.concepts)


# --- CSV and JSON --------------------------------------------------------------------------------------


def rows(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_has_a_concept_a_row():
    troika, upr = rows(write("csv"))
    assert (troika["id"], troika["ru preferred"], troika["en preferred"]) == ("troika", "Тройка", "")
    assert (upr["kk preferred"], upr["kk abbreviations"]) == ("Әмбебап мерзімді шолу", "ӘМШ")
    assert (upr["en avoid"], upr["en deprecated"]) == ("Universal Review", "Peer review")
    assert upr["en definition"] == 'What "each" state\nundergoes <now> & then'
    assert upr["links"] == "https://example.org/a?b=1&c=<d>; https://example.org/"
    assert write("csv").count("\r\n") == 3


@given(BASES)
def test_no_cell_of_csv_is_a_formula(termbase):
    read_ = rows(write("csv", termbase))
    assert [row["id"] for row in read_] == [concept.id for concept in termbase.concepts]
    assert not any(cell[:1] in set("=+-@\t\r\n") - {""} for row in read_ for cell in row.values())


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "＝1"])
def test_a_formula_becomes_text(text):
    (row,) = rows(write("csv", Termbase((Concept("a", {"en": Entry(text)}),))))
    assert row["en preferred"] == f"'{text}"


def test_json_has_every_key_in_every_concept():
    troika, upr = json.loads(write("json"))
    assert list(troika) == list(upr) == ["id", "subject", "terms", "related", "links"]
    assert troika["subject"] is None
    assert list(troika["terms"]["ru"]) == list(upr["terms"]["en"])
    assert upr["terms"]["en"]["variants"][0] == {
        "term": "Universal Review", "status": "avoid", "source": "A report",
    }  # fmt: skip


# --- the command ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_export_prints_the_format_and_nothing_else(form, tmp_path: Path):
    (tmp_path / "upr.yml").write_text(
        "id: upr\nterms: {en: {preferred: Periodic review}, ru: {preferred: Обзор стран}}\n", encoding="utf-8"
    )
    result = CliRunner().invoke(cli, ["terms", "export", "--format", form, "--terms", str(tmp_path)])
    expected = FORMATS[form].write(read(tmp_path, LANGUAGES).value, LANGUAGES)
    assert result.stdout_bytes == expected.encode()
    assert "upr.yml:2 G06 Қазақша (kk) is missing" in result.stderr
    assert result.exit_code == 1


def test_export_of_no_folder(tmp_path: Path):
    result = CliRunner().invoke(
        cli, ["terms", "export", "--format", "csv", "--terms", str(tmp_path / "none")]
    )
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
