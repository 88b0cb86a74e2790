"""Tables align by class."""

from __future__ import annotations

from markdown import Markdown

from tests.sites import Tags
from ushtil.markup import extensions

TABLE = "| a | b | c | d |\n|--:|:-:|:--|---|\n| 1 {.x} | 2 | 3 | 4 |\n"


def test_every_cell_has_the_class_of_its_column_and_no_style() -> None:
    tags = Tags(Markdown(extensions=extensions()).convert(TABLE))
    classes = [attrs.get("class", "") for name, attrs in tags.tags if name in {"th", "td"}]
    assert classes == ["ta-r", "ta-c", "ta-l", "", "ta-r x", "ta-c", "ta-l", ""]
    assert not [attrs for _, attrs in tags.tags if "style" in attrs or "align" in attrs]
