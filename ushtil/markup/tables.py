"""A table that is wider than the page scrolls within itself, also by the keyboard, and says what it is.

    | 1 |   →   <div class="table" role="region" aria-label="Torture" tabindex="0"><table>…</table></div>

Its name is that of the section it stands in.  A table below no heading is no region: one without a name would
say nothing.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

_PRIORITY = 6.5
"""Before `toc` (5) puts links into the headings, and after `paragraph_anchors` (7)."""
_HEADING = re.compile(r"h[1-6]")
_ESCAPED = re.compile(rf"{STX}(\d+){ETX}")
"""A sign that was escaped, as Python-Markdown holds it till the end."""
_STASHED = re.compile(f"{STX}.*?{ETX}")
"""What it has put aside, such as code."""


class Tables(Extension):
    """The extension."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Framed(md), "tables", _PRIORITY)


class _Framed(Treeprocessor):
    def run(self, root: Element) -> None:
        title = ""
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in list(root.iter()):
            if _HEADING.fullmatch(element.tag):
                title = _plain("".join(element.itertext()))
            elif element.tag == "table":
                _frame(element, parents[element], title)


def _plain(title: str) -> str:
    return _STASHED.sub("", _ESCAPED.sub(lambda found: chr(int(found[1])), title)).strip()


def _frame(table: Element, parent: Element, title: str) -> None:
    named = {"role": "region", "aria-label": title} if title else {}
    frame = Element("div", {"class": "table", **named, "tabindex": "0"})
    frame.tail, table.tail = table.tail, None
    parent[list(parent).index(table)] = frame
    frame.append(table)
