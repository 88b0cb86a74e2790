"""Names of what belongs to footnotes, for who does not see where they stand.

    1   →   <a role="doc-noteref" aria-label="Note 1" …>1</a>
    ↩   →   <a role="doc-backlink" aria-label="Back to note 1 in the text" …>↩</a>

Runs after the notes are gathered and their marks placed (−5).
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_PRIORITY = -5


class NamedFootnotes(Extension):
    """The extension; `note` names a mark by its {number}, `notes` all notes of a page."""

    def __init__(self, note: str, notes: str) -> None:
        super().__init__()
        self.note, self.notes = note, notes

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Names(md, self), "named_footnotes", _PRIORITY)


class _Names(Treeprocessor):
    def __init__(self, md: Markdown, extension: NamedFootnotes) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        for element in root.iter():
            match element.get("class"):
                case "footnote-ref":
                    _name(element, "doc-noteref", self.extension.note.format(number=element.text or ""))
                case "footnote-backref":
                    _name(element, "doc-backlink", element.get("title") or "")
                case "footnote" if element.tag == "div":
                    _name(element, "doc-endnotes", self.extension.notes)


def _name(element: Element, role: str, label: str) -> None:
    element.set("role", role)
    element.set("aria-label", label)
