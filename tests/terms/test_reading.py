"""The reader of the termbase: whatever stands in a file, it is told and the rest is read."""

from __future__ import annotations

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.terms.bases import CONCEPTS, HALF_RIGHT, LANGUAGES
from ushtil.problems import Severity, Unreadable
from ushtil.terms.concepts import Term
from ushtil.terms.exports import FORMATS
from ushtil.terms.termbase import LARGEST, parse, read

GOOD = """id: upr
terms: {en: {preferred: Periodic review}, ru: {preferred: Обзор стран}, kk: {preferred: Шолу рәсімі}}
"""


def is_fine(files: dict[str, str]) -> None:
    """Nothing raises; problems have a place; the good concept is read, and every format can be written."""
    outcome = parse({**files, "glossary/upr.yml": GOOD}, LANGUAGES)
    for problem in outcome.problems:
        assert problem.path.startswith("glossary/")
        assert 1 <= problem.line <= 1 + max(map(str.__len__, files.values()))
        str(problem).encode()
    assert "upr" in outcome.value.by_id
    for form in FORMATS.values():
        form.write(outcome.value, LANGUAGES).encode()


@given(st.text(max_size=60) | st.text("{}[]:,-&*!|>'\"#%@`?\n\t ab1", max_size=60))
def test_any_text(text):
    is_fine({"glossary/a.yml": text, "glossary/subjects.yml": text})


@given(st.dictionaries(st.sampled_from(["id", "subject", "terms", "related", "links"]), HALF_RIGHT))
def test_half_right_files(value):
    text = json.dumps(value)
    is_fine({"glossary/a.yml": text, "glossary/subjects.yml": text})


@given(HALF_RIGHT)
def test_half_right_entries(value):
    is_fine(
        {
            "glossary/a.yml": json.dumps(
                {"id": "a", "terms": {"kk": {"preferred": "a", "variants": [value]}, "en": value}}
            )
        }
    )


@given(st.lists(CONCEPTS, max_size=4, unique_by=lambda concept: concept.id.casefold()))
def test_what_json_writes_is_read_back(concepts):
    files = {f"glossary/{item.id}.yml": item for item in concepts}
    first = parse({place: GOOD.replace("upr", item.id) for place, item in files.items()}, LANGUAGES).value
    written = {place: FORMATS["json"].write(type(first)((item,)), LANGUAGES) for place, item in files.items()}
    again = parse(
        {place: json.dumps(json.loads(text)[0], ensure_ascii=False) for place, text in written.items()},
        LANGUAGES,
    )
    assert again.value.concepts == tuple(sorted(concepts, key=lambda concept: concept.id))


def test_an_alias_bomb_is_refused_at_once():
    bomb = "id: upr\na0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 40))
    (problem,) = parse({"glossary/upr.yml": bomb}, LANGUAGES).problems
    assert (problem.line, problem.code) == (3, "G01")


def test_terms_of_an_entry_are_the_preferred_one_the_abbreviations_the_variants():
    kazakh = "{preferred: Шолу, abbreviations: [ӘМШ], source: А, variants: [{term: ӘКШ, source: Б}]}"
    read_ = parse({"a.yml": f"id: a\nterms: {{kk: {kazakh}}}\n"}, LANGUAGES)
    entry = read_.value.by_id["a"].terms["kk"]
    assert list(entry.terms()) == [
        Term("Шолу", source="А"),
        Term("ӘМШ", is_abbreviation=True),
        Term("ӘКШ", entry.variants[0].status, True, "Б"),
    ]


def test_a_concept_is_related_to_what_is_there():
    text = GOOD + "related: [nowhere, upr, b, b]\n"
    read_ = parse({"upr.yml": text, "b.yml": "id: b\nterms: {en: {preferred: Troika}}\n"}, LANGUAGES)
    assert read_.value.by_id["upr"].related == ("b",)


# --- the folder ----------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "upr.yml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def faults(folder):
    outcome = read(folder, LANGUAGES, "glossary")
    assert list(outcome.value.by_id) == ["upr"]
    return [(p.path, p.severity, p.message) for p in outcome.problems]


def test_what_is_no_file_of_the_termbase_is_left(folder):
    (folder / "README.md").write_bytes(b"\xff")
    (folder / ".hidden.yml").write_bytes(b"\xff")
    (folder / "more").mkdir()
    assert faults(folder) == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"id: \xff\n", "the file can't be read: 'utf-8' codec"),
        (b"\xff\xfei\x00", "the file can't be read: 'utf-8' codec"),
        (b"# " + b"x" * LARGEST, f"the file can't be read: it has more than {LARGEST} bytes"),
    ],
)
def test_files_that_cannot_be_read(folder, data, message):
    (folder / "a.yml").write_bytes(data)
    ((path, severity, told),) = faults(folder)
    assert (path, severity) == ("glossary/a.yml", Severity.ERROR)
    assert told.startswith(message)


def test_links_folders_and_pipes_are_not_read(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.yml"
    outside.write_text(GOOD.replace("upr", "secret"), encoding="utf-8")
    (folder / "link.yml").symlink_to(outside)
    (folder / "broken.yml").symlink_to("nowhere")
    (folder / "sub.yml").mkdir()
    os.mkfifo(folder / "pipe.yml")
    (folder / "other.yaml").write_text(GOOD, encoding="utf-8")
    told = {path: message for path, _, message in faults(folder)}
    assert told == {
        "glossary/broken.yml": "a symbolic link is not followed",
        "glossary/link.yml": "a symbolic link is not followed",
        "glossary/other.yaml": "the name does not end in .yml",
        "glossary/pipe.yml": "it is no file",
        "glossary/sub.yml": "it is no file",
    }


def test_a_byte_order_mark_and_line_ends_of_windows(folder):
    (folder / "upr.yml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert faults(folder) == []


def test_no_folder_is_unreadable(tmp_path):
    with pytest.raises(Unreadable, match="the termbase can't be read"):
        read(tmp_path / "none", LANGUAGES)
