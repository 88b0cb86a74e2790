"""Headings without gaps: a `####` right below a `##` is published as `<h3>`.

Sources skip levels, and who listens to a page moves through it by them (WCAG 2.2, technique G141).  The
level in the Markdown stays what the source says; the published level is a heading's depth of nesting.
A page that has no `<h1>` of its own begins at `<h2>`, since the theme puts its title above.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_PRIORITY = 6
"""Before `toc` (5), which makes the page's own table of contents from the levels."""


class Outline(Extension):
    """The extension; it has no settings."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_CloseGaps(md), "outline", _PRIORITY)


class _CloseGaps(Treeprocessor):
    def run(self, root: Element) -> None:
        above: list[int] = []
        for element in root.iter():
            if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                element.tag = f"h{published_level(int(element.tag[1]), above)}"


def published_level(level: int, above: list[int]) -> int:
    """The level without gaps; `above`, the levels of the open headings below `#`, is kept up to date."""
    while above and above[-1] >= level:
        above.pop()
    if level == 1:
        return 1
    above.append(level)
    return len(above) + 1
