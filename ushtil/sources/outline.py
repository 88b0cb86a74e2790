"""Titles to a tree: which title stands under which, and what its id is.

    title            level 1
    Section 1.       the styles of enumerators get levels in the order in which they nest:
      a.             a style that first appears below another is deeper than it, everywhere
        Plain        unnumbered titles stand below all numbered ones …
          Run-in:    … and run-in titles below those, also where a step is skipped

A level belongs to a style and not to a place, as in a well-set book; so a run-in title is as deep
under "a." as it is under a plain title.  Capitals and known names ("Introduction") stand at the top.

Ids say where a section stands, never what it is called: `s1` for section 1, `s1-c` for its third
lettered one whatever letter is printed, `s1-c-2` for the second unnumbered one below; names where the
meaning is known in every language (`summary`, `conclusion`).
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..language.enumerators import Enumerator, settle
from .chunks import Chunk
from .prose import FULL_STOP
from .titles import Piece, Title

LONGEST_KICKER = 120
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NUMBERED_ID = {
    "part": "part{n}",
    "chapter": "s{n}",
    "section": "s{n}",
    "article": "a{n}",
    "annex": "annex{n}",
}


@dataclass
class Node:
    """A section in the making."""

    title: Title | None
    level: int
    id: str = ""
    kickers: int = 0
    """How many of the chunks stand above the title."""
    chunks: list[Chunk] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)


def outline(pieces: Sequence[Piece]) -> Node:
    """The tree of a document: its root is the title, if the text begins with one."""
    root = Node(None, 1, "title")
    first = next((n for n, piece in enumerate(pieces) if isinstance(piece, Title)), None)
    title = pieces[first] if first is not None else None
    if isinstance(title, Title) and is_document_title(title) and all(map(is_kicker, pieces[:first])):
        root.title, root.kickers = title, first or 0
        pieces = [piece for piece in pieces if piece is not title]
    titles = [piece for piece in pieces if isinstance(piece, Title)]
    enumerators = settle([title.enumerator for title in titles])
    ranks = levels(titles, enumerators)
    stack = [root]
    place = 0
    for piece in pieces:
        if isinstance(piece, Chunk):
            stack[-1].chunks.append(piece)
            continue
        node = Node(piece, ranks[place])
        while stack[-1].level >= node.level:
            stack.pop()
        stack[-1].nodes.append(node)
        stack.append(node)
        place += 1
    give_ids(root, dict(zip(map(id, titles), enumerators, strict=True)))
    return root


def is_document_title(title: Title) -> bool:
    """Whether the first title is the document's: unnumbered, set apart from text, no section's known name."""
    return title.look in ("capitals", "plain") and not title.meaning


def is_kicker(piece: Piece) -> bool:
    """Whether a piece may stand above the title: a date, a number, a name, in one short line or two."""
    short = isinstance(piece, Chunk) and len(piece.lines) <= 2 and len(piece.text) <= LONGEST_KICKER
    return short and not piece.is_prose() and not FULL_STOP.search(piece.text)  # type: ignore[union-attr]


def levels(titles: Sequence[Title], enumerators: Sequence[Enumerator | None]) -> list[int]:
    """The level of each title, from 2."""
    styles = style_levels(enumerators)
    deepest = max(styles.values(), default=1)
    meanings = Counter(title.meaning for title in titles if title.look != "labelled")
    capitals = any(title.look == "capitals" for title in titles)
    first = next((n for n, item in enumerate(enumerators) if item), len(titles))
    plain = deepest + 1 if styles or not capitals else deepest + 2
    found = []
    for n, (title, item) in enumerate(zip(titles, enumerators, strict=True)):
        top = title.look in ("capitals", "labelled") or (title.meaning and meanings[title.meaning] == 1)
        if item:
            found.append(styles[item.style])
        elif title.look == "run-in":
            found.append(0)
        else:
            found.append(2 if top or (styles and n < first) else plain)
    return [level or max(1, *found) + 1 for level in found]


def style_levels(enumerators: Sequence[Enumerator | None]) -> dict[str, int]:
    """The level of each style of enumerators, from 2, by how they nest."""
    found: dict[str, int] = {}
    open_styles: list[str] = []
    for item in enumerators:
        if item is None:
            continue
        if item.style not in found:
            found[item.style] = found[open_styles[-1]] + 1 if open_styles else 2
        while open_styles and found[open_styles[-1]] >= found[item.style]:
            open_styles.pop()
        open_styles.append(item.style)
    return found


def give_ids(root: Node, enumerators: dict[int, Enumerator | None]) -> None:
    """An id for every node below `root`, unique in the document."""
    taken = {root.id}
    for parent in walk(root):
        rising = {style: rises(parent.nodes, enumerators, style) for style in NUMBERED_ID}
        places: Counter[str] = Counter()
        numbered = any(enumerators[id(node.title)] for node in parent.nodes)
        for n, node in enumerate(parent.nodes, 1):
            item = enumerators[id(node.title)]
            style = item.style if item else ""
            places[style] += 1
            own = own_id(node, item, places[style], n, rising.get(style, False), numbered)
            alone = parent is root or (own.startswith("a") and style == "article")
            node.id = unique(own if alone else f"{parent.id}-{own.removeprefix('s')}", taken)


def own_id(
    node: Node, item: Enumerator | None, place: int, among_all: int, rising: bool, numbered: bool
) -> str:
    """The last part of a node's id: by its enumerator, its meaning or its place (x2 beside numbered ones)."""
    meaning = node.title.meaning if node.title else ""
    if item is None:
        return meaning or f"{'x' if numbered else 's'}{among_all}"
    if item.style in NUMBERED_ID:
        return NUMBERED_ID[item.style].format(n=item.value if rising else place)
    if "letter" in item.style and place <= len(LETTERS):
        return LETTERS[place - 1]
    return f"s{place}"


def rises(nodes: Sequence[Node], enumerators: dict[int, Enumerator | None], style: str) -> bool:
    """Whether the printed numbers of a style rise from section to section, so that they can be trusted."""
    items = [enumerators[id(node.title)] for node in nodes]
    values = [item.value for item in items if item and item.style == style]
    return all(0 < value < later for value, later in itertools.pairwise(values)) and all(values)


def unique(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with a number behind it where it is taken; it is taken from now on."""
    found, n = wanted, 2
    while found in taken:
        found, n = f"{wanted}-{n}", n + 1
    taken.add(found)
    return found


def walk(node: Node) -> list[Node]:
    """A node and all below it, in reading order."""
    return [node, *(found for child in node.nodes for found in walk(child))]
