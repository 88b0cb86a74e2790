"""One tree of sections to pages and back.

A short document is one page.  A long one is a folder: `index.md` holds the title with what stands
before the first section of its own page, and each further top-level section is a page that begins at
`#`.  Pages are named by their section (`s1.md`) where that sorts them as they are read; elsewhere a
number goes before the name (`02-methods.md`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Block, Kind, Page, Section

# More letters than this are long to load and to scroll on a phone: some 25 printed pages.
LONG = 50_000
NUMBERED = re.compile(r"^s\d+$")
NOTE = re.compile(r"\[\^([^\]]+)\]")


def is_long(page: Page) -> bool:
    """Whether a document in one page is better read in several."""
    size = sum(
        len(section.title) + sum(len(block.text) for block in section.blocks) for section in page.root.walk()
    )
    return size > LONG and len(page.root.sections) > 1


def split(page: Page, document: str, paths: Mapping[str, str]) -> tuple[Page, ...]:
    """The pages of a long document; `paths` gives the page of sections that have one in another language."""
    root = page.root
    numbered = [section for section in root.sections if NUMBERED.match(section.id)]
    first = root.sections.index(numbered[0]) if numbered else 0
    front, rest = list(root.sections[:first]), root.sections[first:]
    plain_names = all(NUMBERED.match(section.id) for section in rest)
    pages = []
    for place, section in enumerate(rest, 1):
        name = section.id if plain_names else f"{place:02d}-{section.id}"
        path = paths.get(section.id, f"{document}/{name}.md")
        if path == f"{document}/index.md":
            front.append(section)
        else:
            pages.append(with_notes(path, shifted(section, -1), page.footnotes))
    index = replace(root, sections=tuple(front))
    return (with_notes(f"{document}/index.md", index, page.footnotes), *pages)


def join(pages: Sequence[Page]) -> Page:
    """The pages of a document, its index first, as one page."""
    index, *others = pages
    below = tuple(shifted(page.root, 1) for page in others)
    root = replace(index.root, sections=(*index.root.sections, *below))
    notes = {note.id: note for page in reversed(pages) for note in reversed(page.footnotes)}
    return Page(index.path, root, tuple(reversed(notes.values())))


def shifted(section: Section, by: int) -> Section:
    """A section and all below it at another level."""
    return replace(
        section, level=section.level + by, sections=tuple(shifted(part, by) for part in section.sections)
    )


def with_notes(path: str, root: Section, notes: Sequence[Block]) -> Page:
    """A page with those of `notes` that it refers to."""
    cited = {
        label
        for section in root.walk()
        for text in (section.title, *(block.text for block in section.blocks if block.kind is not Kind.RAW))
        for label in NOTE.findall(text)
    }
    return Page(path, root, tuple(note for note in notes if note.id in cited))
