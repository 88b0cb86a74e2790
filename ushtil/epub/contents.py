"""The contents of a book: nav.xhtml for readers of EPUB 3, toc.ncx for those that are older.

Both tell the same tree: pages as the navigation of the site has them, and in each page its sections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from ushtil.epub import xhtml
from ushtil.epub.rendering import Heading, Rendered
from ushtil.epub.xhtml import Head, element
from ushtil.publish.navigation import INDEX, Item

NCX = "http://www.daisy.org/z3986/2005/ncx/"


@dataclass(frozen=True)
class Node:
    """A line of the contents. `href` is from the top of the book, empty for a folder without a page."""

    title: str
    href: str
    language: str = ""
    children: tuple[Node, ...] = ()

    @property
    def first(self) -> str:
        """Where the line leads, if need be by the first below it."""
        return self.href or self.children[0].first

    @property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)


def tree(items: Iterable[Item], pages: Mapping[str, Rendered], files: Mapping[str, str]) -> Iterator[Node]:
    """The lines of the pages, in the order in which they are read."""
    for item in items:
        if item.path:
            yield _page(pages[item.path], files[item.path])
            continue
        below = tuple(tree(item.children, pages, files))
        if PurePosixPath(item.children[0].path).name == INDEX:
            first = below[0]
            yield Node(first.title, first.href, first.language, (*first.children, *below[1:]))
        else:
            yield Node(item.title.strip() or "—", "", "", below)


def _page(page: Rendered, file: str) -> Node:
    """A page; its first heading is its name, and leads to its top."""
    title, *rest = page.headings
    return Node(title.text, file, title.language, tuple(_sections(rest, file)))


def _sections(headings: Sequence[Heading], file: str) -> Iterator[Node]:
    """Headings nested by their levels; one that says nothing is passed over."""
    place = 0
    while place < len(headings):
        heading, end = headings[place], place + 1
        while end < len(headings) and headings[end].level > heading.level:
            end += 1
        below = tuple(_sections(headings[place + 1 : end], file))
        if heading.text:
            yield Node(heading.text, f"{file}#{heading.id}", heading.language, below)
        else:
            yield from below
        place = end


def nav(nodes: Sequence[Node], landmarks: Mapping[str, tuple[str, str]], head: Head) -> bytes:
    """nav.xhtml; `landmarks` is epub:type → file, name."""
    title = element("h1", {"id": "contents"}, head.title)
    whole = element("nav", {"epub-type": "toc", "role": "doc-toc", "aria-labelledby": "contents"}, title)
    whole.append(_list(nodes))
    whole = xhtml.telling(whole, head.language)
    marks = element("nav", {"epub-type": "landmarks", "hidden": "hidden", "aria-label": head.title})
    marks.append(
        element(
            "ol",
            None,
            *(
                element("li", None, element("a", {"epub-type": kind, "href": file}, name))
                for kind, (file, name) in landmarks.items()
            ),
        )
    )
    return xhtml.document(head, [whole, marks])


def _list(nodes: Iterable[Node]) -> Element:
    whole = Element("ol")
    for node in nodes:
        line = element("a" if node.href else "span", {"href": node.href, "lang": node.language}, node.title)
        item = element("li", None, line)
        if node.children:
            item.append(_list(node.children))
        whole.append(item)
    return whole


def ncx(nodes: Sequence[Node], title: str, language: str, identifier: str) -> bytes:
    """toc.ncx, as EPUB 2 has it."""
    whole = Element("ncx", {"xmlns": NCX, "version": "2005-1", "xml:lang": language})
    depth = max((node.depth for node in nodes), default=1)
    metas = {
        "dtb:uid": identifier,
        "dtb:depth": str(depth),
        "dtb:totalPageCount": "0",
        "dtb:maxPageNumber": "0",
    }
    head = element("head", None, *(Element("meta", {"name": key, "content": metas[key]}) for key in metas))
    whole.extend([head, element("docTitle", None, element("text", None, title))])
    points = Element("navMap")
    count, orders = 0, dict[str, int]()
    waiting: list[tuple[Node, Element]] = [(node, points) for node in reversed(nodes)]
    while waiting:
        node, parent = waiting.pop()
        count += 1
        # What leads to one place has one number: a folder leads to its first page.
        order = orders.setdefault(node.first, len(orders) + 1)
        point = Element("navPoint", {"id": f"point-{count}", "playOrder": str(order)})
        label = element("navLabel", None, element("text", None, node.title))
        point.extend([label, Element("content", {"src": node.first})])
        parent.append(point)
        waiting += [(child, point) for child in reversed(node.children)]
    whole.append(points)
    return xhtml.xml(whole)
