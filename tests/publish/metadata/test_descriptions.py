"""What a page is about, in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import sites
from tests.casefiles import case_params, hold, load
from ushtil import languages
from ushtil.publish import heads
from ushtil.publish.entries import Version
from ushtil.publish.metadata import descriptions
from ushtil.publish.site import plan

ALL = languages.read(languages.SHIPPED)


@pytest.mark.parametrize("path", list(case_params("descriptions")))
def test_case(path: Path, update_cases: bool) -> None:
    case = load(path)
    version = Version("en", heads.read(case["text"], "docs/a.md").value, text=case["text"])
    hold(path, case, descriptions.description(version), update_cases, key="description")


@given(st.text(alphabet="аә .!?«»–", max_size=400), st.integers(5, 200))
def test_a_cut_keeps_to_its_length_and_takes_only_from_the_end(text: str, length: int) -> None:
    whole = " ".join(text.split())
    short = descriptions.cut(text, length)
    assert len(short) <= length
    assert whole.startswith(short.removesuffix("…"))
    assert bool(short) == bool(whole)


def test_every_text_of_this_site_has_one_of_its_own_that_fits() -> None:
    site = plan(sites.REPOSITORY, ALL).value
    for code in ALL.codes:
        told = {
            path: descriptions.description(entry.versions[code])
            for path, entry in site.entries.items()
            if code in entry.versions
        }
        assert [path for path, text in told.items() if not 20 <= len(text) <= descriptions.LONGEST] == []
        assert len(set(told.values())) == len(told)
