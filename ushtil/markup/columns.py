"""Columns of tables are aligned by class: the site's policy forbids styles that stand in the markup.

| 1 | a |
|--:|:-:|      →      <td class="ta-r">…</td><td class="ta-c">…</td>
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_PRIORITY = 9
"""Before `attr_list` (8): a class that a person gives is added to this one."""
_CLASSES = {
    "text-align: left;": "ta-l",
    "text-align: center;": "ta-c",
    "text-align: right;": "ta-r",
}
"""What Python-Markdown's tables say → what ours do."""


class Columns(Extension):
    """The extension."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_ByClass(md), "columns", _PRIORITY)


class _ByClass(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in (cell for tag in ("th", "td") for cell in root.iter(tag)):
            name = _CLASSES.get(cell.get("style", ""))
            if name:
                del cell.attrib["style"]
                cell.set("class", name)
