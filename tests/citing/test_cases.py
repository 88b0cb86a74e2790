"""What a page or a paragraph is cited as: a small site in, the forms that the case asks for out."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests import sites
from tests.casefiles import case_params, hold, load
from tests.citing import filling
from ushtil import languages
from ushtil.citing import formats
from ushtil.citing.model import Citation
from ushtil.publish import site
from ushtil.publish.citations import Desk


def made(text: str, ending: str) -> object:
    """A form as a case shows it."""
    return json.loads(text) if ending == "json" else text.replace("\r\n", "\n").strip()


def asked(desk: Desk, path: str, paragraph: str) -> Citation:
    """The citation of the page, or of one of its paragraphs."""
    sheet = desk.sheets[path]
    there = {one.place.paragraph: one for one in sheet.paragraphs}
    return there[paragraph] if paragraph else sheet.citation


@pytest.mark.parametrize("path", list(case_params("citing")))
def test_case(path: Path, tmp_path: Path, update_cases: bool) -> None:
    case = load(path)
    sites.plant(tmp_path, {"docs/index.md": "---\ntitle: Texts\n---\n# Texts {#home}\n", **case["files"]})
    known = languages.load(tmp_path)
    desk = Desk(
        site.plan(tmp_path, known).value,
        known.by_code(case.get("language", "en")),
        case.get("site_url", "https://example.org/"),
        "Ushtil",
    )
    citation = asked(desk, case["page"], case.get("paragraph", ""))
    forms = {form.ending: form for form in formats.ALL}
    outcome = {ending: made(forms[ending].text(citation), ending) for ending in case["forms"]}
    hold(path, case, outcome, update_cases, "outcome")
    read = replace(citation, day=filling.day(desk.language.code))
    given = filling.given(desk.sheets[case["page"]].citation, desk.sheets[case["page"]].paragraphs)
    written = [form.text(read) for form in formats.ALL]
    assert filling.filled(given, citation.place.paragraph) == written, "what the browser will say"
