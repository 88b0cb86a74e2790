"""Footnotes as a book has them: a reader shows one where its mark is touched, and leads back from it.

    <sup><a class="footnote-ref" href="#fn:1">1</a></sup>    →    <a epub:type="noteref" href="#note-1">1</a>
    <div class="footnote"> … <li id="fn:1">                  →    <aside epub:type="footnote" id="note-1">

Works on what `cleaning` made, where `fn:1` has become an id that XML knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

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


def gather(whole: Element, told: Told) -> list[Element]:
    """Takes the notes out of a page, and makes its marks lead to what is returned."""
    notes = dict(_taken(whole))
    order = {note: place for place, note in enumerate(notes, 1)}
    marks: dict[str, list[str]] = {note: [] for note in notes}
    borrowed: set[str] = set()
    for mark, is_borrowed in list(_marks(whole)):
        note = name(mark.get("href", "")[1:])
        if note not in notes:
            continue
        marks[note].append(f"mark-{order[note]}{'-' * bool(marks[note])}{len(marks[note]) or ''}")
        if is_borrowed:
            borrowed.add(note)
        mark.attrib = {
            "class": "note-mark",
            "epub-type": "noteref",
            "role": "doc-noteref",
            "href": f"#note-{order[note]}",
            "id": marks[note][-1],
        }
    return [
        _note(item, order[note], marks[note], told, told.of_borrowed if note in borrowed else "")
        for note, item in notes.items()
    ]


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


def _note(item: Element, number: int, marks: list[str], told: Told, language: str) -> Element:
    for parent in list(item.iter()):
        for child in list(parent):
            if child.tag == "a" and child.get("class") == "footnote-backref":
                parent.remove(child)
    attributes = {"class": "note", "epub-type": "footnote", "role": "doc-footnote", "lang": language}
    made = element("aside", {**attributes, "id": f"note-{number}"})
    line = next((part for part in item if part.tag == "p"), None)
    if line is None:
        line = Element("p")
        line.text, item.text = item.text, None
        made.append(line)
    made.extend(item)
    text, line.text = line.text, None
    front = element("span", {"class": "note-number"}, f"{number}.")
    front.tail = f" {(text or '').lstrip()}"
    line.insert(0, front)
    last = made[-1] if made[-1].tag == "p" else line
    for mark in marks:
        back = {"class": "back", "role": "doc-backlink", "href": f"#{mark}", "lang": told.language}
        back["aria-label"] = told.back.format(number)
        last.append(element("a", back, "\u21a9\ufe0e"))
    return made
