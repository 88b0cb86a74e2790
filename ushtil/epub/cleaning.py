"""Any HTML as XHTML that a book may hold: well-formed, of allowed parts, each where its schema wants it.

    <p>One<ul>two <b>three</ul>    →    <p>One</p><ul><li>two <b>three</b></li></ul>
    <details><summary>Table        →    <div class="details"><p class="summary">Table</p></div>

A parser that follows the HTML standard says what the text means; this module then builds a new tree of it and
keeps every word, where an element itself must go.  Only what needs a program or another file to be shown is
dropped whole (`allowed.DROPPED`).  Ids are given once a page, the first to claim one has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from justhtml import JustHTML, Text

from ushtil.epub import allowed, drawings, xhtml
from ushtil.epub.xhtml import put

_BLOCKS = allowed.LINES | allowed.BLOCKS | allowed.AS_DIV | allowed.TABLE
_BLOCKS |= {"ul", "ol", "dl", "table", "hr", "summary"}
_NOTHING = frozenset[str]()
_GROUPS = {"thead", "tbody", "tfoot"}

Nodes = Iterable[Any]


def clean(html: str) -> Element:
    """The HTML of a page as a `div`."""
    cleaner = _Cleaner()
    whole = Element("div")
    # What Ushtil itself makes is safe already; the tree is built anew of allowed parts in any case.
    cleaner.flow(JustHTML(html, sanitize=False, fragment=True).root.children or (), whole, 0)
    for one in whole.iter("svg"):
        if one.get("aria-labelledby", "") not in cleaner.ids:
            one.attrib.pop("aria-labelledby", None)
    return whole


class _Cleaner:
    """Builds one page's tree."""

    def __init__(self) -> None:
        self.ids: set[str] = set()

    def flow(self, nodes: Nodes, parent: Element, depth: int) -> None:
        """Adds blocks and lines to `parent`."""
        for node in nodes:
            if not self._simple(node, parent, depth, _NOTHING):
                parent.extend(self._block(node, depth + 1))

    def phrasing(self, nodes: Nodes, parent: Element, depth: int, within: frozenset[str] = _NOTHING) -> None:
        """Adds parts of a line to `parent`, none of those `within`; of blocks their words, between spaces."""
        for node in nodes:
            if not self._simple(node, parent, depth, within):
                put(parent, " ")
                self.phrasing(node.children or (), parent, depth + 1, within)
                put(parent, " ")

    def _simple(self, node: Any, parent: Element, depth: int, within: frozenset[str]) -> bool:
        """Adds what may stand anywhere; False for a block."""
        if isinstance(node, Text):
            put(parent, node.data or "")
        elif node.name.startswith(("#", "!")) or node.name in allowed.DROPPED:
            return True
        elif depth > allowed.DEEPEST:
            put(parent, " ".join(_words(node)))
        elif node.name == "svg":
            parent.append(drawings.drawing(node, depth).shown)
        elif node.namespace != "html":
            put(parent, " ".join(_words(node)))
        elif node.name in allowed.PHRASING - within:
            made = self._made(node)
            parent.append(made)
            if made.tag not in allowed.VOID:
                self.phrasing(node.children or (), made, depth + 1, within | ({node.name} & allowed.ONCE))
        else:
            return self._transparent(node, parent, depth, within)
        return True

    def _transparent(self, node: Any, parent: Element, depth: int, within: frozenset[str]) -> bool:
        """Elements that a book does not know, but whose words stand in the line."""
        if node.name in _BLOCKS:
            return False
        self.phrasing(node.children or (), parent, depth + 1, within)
        return True

    def _block(self, node: Any, depth: int) -> Iterator[Element]:
        children = node.children or ()
        if node.name == "hr":
            yield Element("hr")
        elif node.name in allowed.LINES or node.name == "summary":
            made = self._made(node, "p" if node.name == "summary" else node.name)
            self.phrasing(children, made, depth)
            yield made
        elif node.name in {"ul", "ol"}:
            yield self._list(node, depth)
        elif node.name == "dl":
            yield self._definitions(node, depth)
        elif node.name == "table":
            yield self._table(node, depth)
        elif node.name == "figure":
            yield self._figure(node, depth)
        else:
            tag = "blockquote" if node.name == "blockquote" else "div"
            made = self._made(node, tag)
            self.flow(children, made, depth)
            yield made

    def _list(self, node: Any, depth: int) -> Element:
        """A list, what stands in it outside an item made one."""
        made = self._made(node)
        for child in _elements_and_words(node):
            item = self._made(child, "li") if _is(child, "li") else Element("li")
            if made.tag == "ul":
                item.attrib.pop("value", None)
            self.flow(child.children or () if _is(child, "li") else [child], item, depth + 1)
            made.append(item)
        if not len(made):
            made.tag = "div"
            for key in set(made.attrib) - {"id", "class"}:
                del made.attrib[key]
        return made

    def _definitions(self, node: Any, depth: int) -> Element:
        """A list of terms, or a plain block where names and definitions do not follow each other."""
        made, parts = self._made(node), []
        for child in _elements_and_words(node):
            inner = list(_elements_and_words(child)) if _is(child, "div") else [child]
            parts += inner
        for part in parts:
            is_part = _is(part, "dt") or _is(part, "dd")
            own = self._made(part, part.name) if is_part else Element("div")
            fill = self.phrasing if own.tag == "dt" else self.flow
            fill(part.children or () if is_part else [part], own, depth + 1)
            made.append(own)
        order = "".join({"dt": "t", "dd": "d"}.get(part.tag, "?") for part in made)
        if not re.fullmatch("(?:t+d+)+", order):
            made.tag = "div"
            for part in made:
                part.tag = "div"
        return made

    def _figure(self, node: Any, depth: int) -> Element:
        """A figure; a caption stands first or last in it, and once."""
        made = self._made(node)
        for child in _elements_and_words(node):
            if _is(child, "figcaption"):
                caption = self._made(child)
                self.flow(child.children or (), caption, depth + 1)
                made.append(caption)
            else:
                self.flow([child], made, depth + 1)
        captions = [one for one in made if one.tag == "figcaption"]
        edges = [one for one in captions if (one is made[0] and not made.text) or one is made[-1]]
        for one in captions:
            if one not in edges[:1] or (one is made[-1] and (one.tail or "").strip()):
                one.tag = "div"
        return made

    def _table(self, node: Any, depth: int) -> Element:
        """A table: caption, head, bodies, foot, each of rows of cells."""
        made = self._made(node)
        captions, groups = list[Element](), list[Element]()
        for child in _elements_and_words(node):
            if _is(child, "caption"):
                if captions:
                    put(captions[0], " ")
                else:
                    captions.append(self._made(child))
                self.flow(child.children or (), captions[0], depth + 1)
            elif child.name in _GROUPS:
                groups.append(self._rows(child, depth))
        made.extend(captions)
        heads = [group for group in groups if group.tag == "thead"][:1]
        feet = [group for group in groups if group.tag == "tfoot"][:1]
        rest = [group for group in groups if group not in heads + feet]
        for group in rest:
            group.tag = "tbody"
        made.extend(group for group in (*heads, *rest, *feet) if len(group))
        return made

    def _rows(self, node: Any, depth: int) -> Element:
        made = self._made(node)
        for row in _elements_and_words(node):
            if not _is(row, "tr"):
                continue
            line = self._made(row)
            for cell in _elements_and_words(row):
                if _is(cell, "td") or _is(cell, "th"):
                    line.append(self._made(cell))
                    self.flow(cell.children or (), line[-1], depth + 2)
            if len(line):
                made.append(line)
        return made

    def _made(self, node: Any, tag: str = "") -> Element:
        """The element with those of its attributes that are allowed; no children yet."""
        made = Element(tag or node.name)
        given = {key: xhtml.plain(value or "") for key, value in (node.attrs or {}).items()}
        rules = {**allowed.ATTRIBUTES[""], **allowed.ATTRIBUTES.get(made.tag, {})}
        made.attrib.update(
            {
                key: value
                for key, value in given.items()
                if value and key in rules and rules[key].fullmatch(value)
            }
        )
        self._claim(made, given.get("id", ""))
        classes = [made.get("class", "")]
        classes += [node.name] if node.name in {"details", "summary"} else []
        if any(classes):
            made.set("class", " ".join(filter(None, classes)))
        if made.tag == "img":
            made.set("alt", given.get("alt", ""))
        return made

    def _claim(self, made: Element, given: str) -> None:
        wanted = xhtml.name(given) if given.strip() else ""
        if wanted and wanted not in self.ids:
            self.ids.add(wanted)
            made.set("id", wanted)


def _is(node: Any, name: str) -> bool:
    return bool(node.name == name)


def _elements_and_words(node: Any) -> Iterator[Any]:
    """The children, those that are blank or dropped left out."""
    for child in node.children or ():
        if isinstance(child, Text):
            if (child.data or "").strip():
                yield child
        elif not child.name.startswith(("#", "!")) and child.name not in allowed.DROPPED:
            yield child


def _words(node: Any) -> Iterator[str]:
    """What a node says, however deep it is."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Text):
            yield one.data or ""
        elif one.name not in allowed.DROPPED:
            waiting += reversed(one.children or [])
