"""The sources hold each file once."""

from __future__ import annotations

from pathlib import Path

from tests.sites import MIXED, plant
from ushtil import languages
from ushtil.archive import sources
from ushtil.publish.site import plan

ALL = languages.read(languages.SHIPPED)


def test_a_file_of_the_trees_is_no_export(tmp_path: Path) -> None:
    own = ("docs/tables/own.csv", "docs_kk/tables/own.csv", "docs_ru/data.json", "docs_kk/i/map.json")
    root = plant(tmp_path / "root", {**MIXED, **dict.fromkeys(own, "a,b\n")})
    there = ("tables/own.csv", "kk/tables/own.csv", "ru/data.json", "kk/i/map.json", "kk/cite/both.bib")
    built = plant(tmp_path / "site", dict.fromkeys((*there, "data.json", "both.html"), "a,b\n"))
    held = [name for name, _ in sources.files(plan(root, ALL).value, built)]
    exported = {name for name in held if name.startswith(sources.EXPORTS)}
    assert exported == {"exports/kk/cite/both.bib", "exports/data.json"}
    assert set(own) <= set(held) and len(held) == len(set(held))
