"""A site of one language: its pages at the top, what it lacks lent, and no way to another language."""

from __future__ import annotations

import pytest

from tests import sites
from ushtil import languages
from ushtil.problems import Unreadable
from ushtil.publish import editions, site
from ushtil.publish.site import Site
from ushtil.publish.state import State


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = sites.plant(tmp_path_factory.mktemp("editions"), sites.MIXED)
    return site.plan(root, languages.load(root)).value


def test_all_of_it_is_as_planned(planned: Site) -> None:
    assert editions.of_one(planned, "") is editions.of_one(planned, editions.ALL) is planned
    assert [one.code for one in planned.languages.published] == ["en", "ru", "kk"]


def test_the_language_stands_at_the_top_and_the_others_are_known(planned: Site) -> None:
    found = editions.of_one(planned, "kk").languages
    assert [(one.code, one.prefix, one.default) for one in found] == [
        ("en", "en", False),
        ("ru", "ru", False),
        ("kk", "", True),
    ]
    assert [one.code for one in found.published] == ["kk"] and found.default.code == "kk"


def test_a_page_leads_to_no_other_language(planned: Site) -> None:
    state = State(editions.of_one(planned, "kk"), planned.languages.only("kk").default)
    for path in state.site.entries:
        view, ways = state.view(path), state.surroundings(path).ways
        assert [choice.code for choice in view.choices] == ["kk"]
        assert view.parallel == ""
        assert [way for found in ways.values() for way in found] == []
    # The same page leads elsewhere on the whole site.
    assert State(planned, planned.languages.by_code("kk")).view("both.md").parallel


def test_what_the_language_lacks_is_shown_in_the_original(planned: Site) -> None:
    state = State(editions.of_one(planned, "kk"), planned.languages.only("kk").default)
    view = state.view("deep/only.md")
    assert (view.shown, view.is_fallback) == ("ru", True)
    assert "Текст." in state.markdown("deep/only.md")


def test_a_language_that_the_site_has_not_is_told(planned: Site) -> None:
    with pytest.raises(Unreadable, match="no language 'de'; there are en, ru, kk"):
        editions.of_one(planned, "de")
