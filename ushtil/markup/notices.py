"""A note right below the heading of a section, for readers: its original has changed, or stands here itself.

    <h2 id="s1-c">Torture</h2>
    <p class="notice" role="note">The original of this section has changed since it was translated.</p>

Runs right before the links at the headings (−10), which leave what follows a heading where it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_PRIORITY = -5
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class Notices(Extension):
    """The extension; `page` (section id → text) is set before each conversion."""

    def __init__(self) -> None:
        super().__init__()
        self.page: Mapping[str, str] = {}

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_PutNotices(md, self), "notices", _PRIORITY)


class _PutNotices(Treeprocessor):
    def __init__(self, md: Markdown, extension: Notices) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        if not self.extension.page:
            return
        for place, child in reversed(list(enumerate(root))):
            text = self.extension.page.get(child.get("id", ""))
            if child.tag in _HEADINGS and text:
                notice = Element("p", {"class": "notice", "role": "note", "data-search-exclude": ""})
                notice.text = text
                root.insert(place + 1, notice)
