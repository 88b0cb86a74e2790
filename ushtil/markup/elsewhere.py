"""At every heading the ways to the same section elsewhere: in other languages, and side by side.

    <h2 id="s1-c">Torture</h2>     <div class="heading"><h2 id="s1-c">Torture</h2>
                                     <a class="headerlink" …>¶</a>
                                     <span class="elsewhere"><a hreflang="ru" …>рус</a> · …</span></div>

Beside the heading and not in it, so that its name stays its title.  Sections that a translation borrows
from the original are put in a `<div lang>` with a notice; each numbered paragraph gets a second link.

Runs after everything else (−10): the addresses are those of built pages, which MkDocs, that looks at every
link of the Markdown (0), would take for faulty ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_PRIORITY = -10
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True)
class Way:
    """A link to a section elsewhere. `language` is empty where it leads to several of them."""

    text: str
    href: str
    label: str = ""
    language: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What a page knows of its other versions."""

    ways: Mapping[str, tuple[Way, ...]] = field(default_factory=dict)
    """Section id → where else it really stands."""
    stand_ins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Section id → languages whose page shows it in another one."""
    borrowed: frozenset[str] = frozenset()
    language: str = ""
    """That of the borrowed sections."""
    notice: str = ""
    """What is said of them, in the language `reader`."""
    remedy: Way | None = None
    """Leads to where they are translated."""
    reader: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    """Address of a paragraph that this version lacks → the id of what it leads to instead."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Section id → the parallel page that has it."""
    beside_label: str = "{number}"


class Elsewhere(Extension):
    """The extension; `page` is set before each conversion."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Surroundings()

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Links(md, self), "elsewhere", _PRIORITY)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, extension: Elsewhere) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        page = self.extension.page
        if page.beside:
            _link_paragraphs(root, page)
        if page.places:
            _keep_alive(root, page)
        if page.borrowed:
            _mark_borrowed(root, page)
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag in _HEADINGS and child.get("id", "") in page.ways:
                    parent[place] = _accompanied(child, page)


def _accompanied(heading: Element, page: Surroundings) -> Element:
    """The heading together with its links."""
    name = heading.get("id", "")
    whole = Element("div", {"class": "heading"})
    whole.tail, heading.tail = heading.tail, None
    whole.append(heading)
    permalink = heading.find("a[@class='headerlink']")
    if permalink is not None:
        # Its sign is no part of the title, nor its name of the heading's.
        heading.remove(permalink)
        permalink.set("aria-label", permalink.get("title") or "")
        whole.append(permalink)
    if page.stand_ins.get(name):
        whole.set("data-stand-ins", " ".join(page.stand_ins[name]))
    ways = page.ways[name]
    if ways:
        links = Element("span", {"class": "elsewhere", "data-search-exclude": ""})
        links.extend(_link(way) for way in ways)
        whole.append(links)
    return whole


def _link(way: Way) -> Element:
    link = Element("a", {"href": way.href})
    if way.language:
        link.set("hreflang", way.language)
        shown = Element("span", {"lang": way.language})
        shown.text = way.text
        link.append(shown)
    else:
        link.set("class", "beside")
        link.text = way.text
    link.set("aria-label", way.label)
    link.tail = " "
    return link


def _mark_borrowed(root: Element, page: Surroundings) -> None:
    """Put each borrowed section, those below it included, in a box of its own language."""
    box: Element | None = None
    top = ""
    for child in list(root):
        if child.get("class") == "footnote" or (
            child.tag in _HEADINGS and child.get("id") not in page.borrowed
        ):
            box = None
        elif child.tag in _HEADINGS and (box is None or child.tag <= top):
            box, top = Element("div", {"class": "borrowed", "lang": page.language}), child.tag
            root.insert(list(root).index(child), box)
            root.remove(child)
            box.extend([child, _notice(page)])
            continue
        if box is not None:
            root.remove(child)
            box.append(child)


def _notice(page: Surroundings) -> Element:
    notice = Element("p", {"class": "notice", "role": "note", "lang": page.reader})
    notice.text = page.notice
    if page.remedy:
        notice.text += " "
        link = SubElement(notice, "a", {"href": page.remedy.href})
        link.text = page.remedy.text
    return notice


def _keep_alive(root: Element, page: Surroundings) -> None:
    """An empty anchor for each paragraph that only the original has, at the end of the one before it."""
    there = {element.get("id", ""): element for element in root.iter()}
    for address, place in page.places.items():
        if place in there and address not in there:
            there[place].append(Element("span", {"id": address}))


def _link_paragraphs(root: Element, page: Surroundings) -> None:
    """After each paragraph's own address the one of the same paragraph side by side."""
    for parent in root.iter():
        for place, child in enumerate(list(parent)):
            name = child.get("href", "")[1:]
            section = name.rpartition("-")[0]
            if child.get("class") == "address" and section in page.beside:
                link = Element("a", {"class": "facing", "href": f"{page.beside[section]}#{name}"})
                link.set("aria-label", page.beside_label.format(number=child.text or ""))
                link.set("data-search-exclude", "")
                link.text = "\u2225"
                link.tail, child.tail = child.tail, None
                parent.insert(place + 1, link)
                break
