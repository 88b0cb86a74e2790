"""Footnotes as a book has them: a reader shows one where its mark is touched, and leads back from it.

    <sup><a class="footnote-ref" href="#fn:1">1</a></sup>    →    <a epub:type="noteref" href="#note-1">1</a>
    <div class="footnote"> … <li id="fn:1">                  →    <aside epub:type="footnote" id="note-1">

Works on what `cleaning` made, where `fn:1` has become an id that XML knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ushtil.epub import xhtml
from ushtil.epub.xhtml import element, name

_NOTE = name("fn:")


@dataclass(frozen=True)
class Told:
    """What is said of the way back, {} being the number, and the reader's language.

    `of_borrowed` is the language of the sections that are borrowed, and so of their notes.
    """

    back: str
    language: str = ""
    of_borrowed: str = ""


@dataclass
class _Note:
    """A note and what leads to it: the ids of its marks, in the order in which they stand."""

    item: Element
    number: int
    id: str
    marks: list[str] = field(default_factory=list)
    is_borrowed: bool = False


def gather(whole: Element, told: Told) -> list[Element]:
    """Takes the notes out of a page, and makes its marks, and those in notes, lead to what is returned."""
    ids = xhtml.ids(whole)
    notes = {
        key: _Note(item, number, xhtml.free(f"note-{number}", ids))
        for number, (key, item) in enumerate(_taken(whole), 1)
    }
    _lead(_marks(whole), notes, ids)
    for note in notes.values():
        _lead(_marks(note.item, note.is_borrowed), notes, ids)
    return [_made(note, told) for note in notes.values()]


def _lead(marks: Iterator[tuple[Element, bool]], notes: Mapping[str, _Note], ids: set[str]) -> None:
    """Makes the marks lead to their notes, and tells these; new ids come to `ids`."""
    for mark, is_borrowed in list(marks):
        note = notes.get(name(mark.get("href", "")[1:]))
        if not note:
            continue
        again = f"-{len(note.marks)}" if note.marks else ""
        note.marks.append(xhtml.free(f"mark-{note.number}{again}", ids))
        note.is_borrowed = note.is_borrowed or is_borrowed
        mark.attrib = {
            "class": "note-mark",
            "epub-type": "noteref",
            "role": "doc-noteref",
            "href": f"#{note.id}",
            "id": note.marks[-1],
        }


def _taken(whole: Element) -> Iterator[tuple[str, Element]]:
    """The items of the lists of notes, which are removed: id → item."""
    for parent in list(whole.iter()):
        for box in list(parent):
            if box.tag == "div" and box.get("class") == "footnote":
                items = [item for part in box if part.tag == "ol" for item in part]
                if items and all(item.get("id", "").startswith(_NOTE) for item in items):
                    parent.remove(box)
                    yield from ((item.attrib["id"], item) for item in items)


def _marks(parent: Element, is_borrowed: bool = False) -> Iterator[tuple[Element, bool]]:
    """The marks in the text, each with whether it stands in a section that is borrowed."""
    for child in parent:
        if child.tag == "a" and child.get("class") == "footnote-ref":
            yield child, is_borrowed
        yield from _marks(child, is_borrowed or child.get("class") == "borrowed")


def _made(note: _Note, told: Told) -> Element:
    """The note as it stands below its page."""
    item, language = note.item, told.of_borrowed if note.is_borrowed else ""
    for parent in list(item.iter()):
        for child in list(parent):
            if child.tag == "a" and child.get("class") == "footnote-backref":
                parent.remove(child)
    attributes = {"class": "note", "epub-type": "footnote", "role": "doc-footnote", "lang": language}
    made = element("aside", {**attributes, "id": note.id})
    line = next((part for part in item if part.tag == "p"), None)
    if line is None:
        line = Element("p")
        line.text, item.text = item.text, None
        made.append(line)
    made.extend(item)
    text, line.text = line.text, None
    front = element("span", {"class": "note-number"}, f"{note.number}.")
    front.tail = f" {(text or '').lstrip()}"
    line.insert(0, front)
    last = made[-1] if made[-1].tag == "p" else line
    for mark in note.marks:
        back = {"class": "back", "role": "doc-backlink", "href": f"#{mark}", "lang": told.language}
        back["aria-label"] = told.back.format(note.number)
        last.append(element("a", back, "\u21a9\ufe0e"))
    return made
