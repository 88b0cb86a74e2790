"""Ids and numbers for a page in all its languages at once.

First the headings, then, below them, the paragraphs; at last Markdown itself is asked whether it would
publish each number at its address.  One that it would not, in a form of text that no scanner foresees, is
not written, and told (I06).  A translation that was current stays current: what was pinned is no change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markdown import Markdown

from ushtil.editing import headings, numbering
from ushtil.editing.attributes import Text, apply
from ushtil.languages import Language, Languages
from ushtil.markup import attributes, extensions, frontmatter
from ushtil.markup.anchors import ParagraphAnchors
from ushtil.markup.escape import NOTE_MARK, unescape
from ushtil.markup.scan import Heading, Paragraph, Scan, scan
from ushtil.markup.sources import Trees, read
from ushtil.problems import Outcome, Problem, Severity
from ushtil.status.record import record
from ushtil.status.report import State, original_of, report


@dataclass(frozen=True)
class Version:
    """A page in one language while it is edited."""

    language: Language
    place: str
    text: str

    @property
    def scan(self) -> Scan:
        """What stands in it now."""
        _, body, line = frontmatter.split(self.text)
        return scan(body, line)

    @property
    def metadata(self) -> Mapping[str, Any]:
        """What its front matter says."""
        return frontmatter.parse(self.text, self.place).value.metadata


def plan(trees: Trees, languages: Languages, paths: Collection[str] = ()) -> Outcome[dict[str, str]]:
    """The files that pinning changes, by place, with their new text; `paths` are those of pages, or all."""
    changes: dict[str, str] = {}
    problems: list[Problem] = []
    known = sorted({path for tree in trees.values() for path, text in tree.items() if text is not None})
    for path in known:
        if paths and path not in paths:
            continue
        versions = _versions(path, trees, languages)
        pinned = page(versions, path, _ids_beside(path, known, trees, languages))
        problems += pinned.problems
        before = {version.place: version.text for version in versions}
        changes |= {v.place: v.text for v in pinned.value if v.text != before[v.place]}
    return Outcome(_kept_current(changes, trees, languages), tuple(problems))


def page(versions: Sequence[Version], path: str, taken: set[str]) -> Outcome[tuple[Version, ...]]:
    """The versions of a page, the original first, with ids and numbers; `taken` are ids of other pages."""
    named = _name(versions, path, taken)
    problems: list[Problem] = []
    refused: dict[str, set[int]] = {version.place: set() for version in named}
    numbered = _number(named, refused)
    for old, new in zip(named, numbered, strict=True):
        # Lines have moved from one to the other; the order of the paragraphs has not.
        paragraphs = old.scan.paragraphs
        for n in _unpublished(new):
            if not paragraphs[n].number:
                refused[old.place].add(n)
                problems.append(_not_published(old.place, paragraphs[n].line))
    return Outcome(_number(named, refused) if problems else numbered, tuple(problems))


def _versions(path: str, trees: Trees, languages: Languages) -> tuple[Version, ...]:
    """The page in all its languages, the original first."""
    found = [
        Version(language, f"{language.tree}/{path}", text)
        for language in languages
        if (text := trees.get(language.code, {}).get(path)) is not None
    ]
    texts = read({v.language.code: {path: v.text} for v in found}, languages).versions(path)
    original = original_of(texts, languages.default.code)
    return tuple(sorted(found, key=lambda version: version.language.code != original))


def _ids_beside(path: str, known: Sequence[str], trees: Trees, languages: Languages) -> set[str]:
    """The ids of the other pages of the folder, which may be one document."""
    folder, _, _ = path.rpartition("/")
    beside = [other for other in known if folder and other != path and other.rpartition("/")[0] == folder]
    found: set[str] = set()
    for other in beside:
        for version in _versions(other, trees, languages):
            found |= {heading.id for heading in version.scan.headings}
    return found - {""}


def _name(versions: Sequence[Version], path: str, taken: set[str]) -> tuple[Version, ...]:
    """The versions with an id on each heading."""
    scans = [version.scan for version in versions]
    columns = [
        [headings.Title(h.level, _below(version, found, h), h.id) for h in found.headings]
        for version, found in zip(versions, scans, strict=True)
    ]
    headings.name(columns, path, taken)
    return tuple(
        replace(version, text=apply(version.text, _given(found.headings, column), {}))
        for version, found, column in zip(versions, scans, columns, strict=True)
    )


def _given(found: Sequence[Heading], column: Sequence[headings.Title]) -> dict[Heading, str]:
    return {heading: f"#{title.id}" for heading, title in zip(found, column, strict=True) if title.given}


def _below(version: Version, found: Scan, heading: Heading) -> str:
    """A title with the text up to the next heading."""
    end = min((h.line for h in found.headings if h.line > heading.line), default=10**9)
    held = Text.of(version.text)
    lines = [held.bare(n) for p in found.paragraphs if heading.line < p.line < end for n in _lines(p)]
    return _plain([heading.title, *lines])


def _number(versions: Sequence[Version], refused: Mapping[str, set[int]]) -> tuple[Version, ...]:
    """The versions with a number on each paragraph that can have one."""
    scans = {version.place: version.scan for version in versions}
    sections = dict.fromkeys(p.section for found in scans.values() for p in found.paragraphs)
    given: dict[str, dict[Paragraph, str]] = {version.place: {} for version in versions}
    for section in sections:
        rows = {v.place: list(_rows(v, scans[v.place], section, refused[v.place])) for v in versions}
        numbering.number([numbering.Column([row for _, row in held]) for held in rows.values()])
        for place, held in rows.items():
            given[place] |= {paragraph: _attributes(row) for paragraph, row in held if row.given}
    return tuple(replace(v, text=apply(v.text, {}, given[v.place])) for v in versions)


def _rows(
    version: Version, found: Scan, section: str, refused: Collection[int]
) -> Iterator[tuple[Paragraph, numbering.Row]]:
    """The paragraphs of a section that have a number or can have one."""
    held = Text.of(version.text)
    for place, paragraph in enumerate(found.paragraphs):
        other_id = paragraph.id and not paragraph.number
        if paragraph.section == section and place not in refused and not paragraph.stray and not other_id:
            text = _plain([held.bare(n) for n in _lines(paragraph)])
            yield paragraph, numbering.Row(text, paragraph.number, paragraph.others)


def _lines(paragraph: Paragraph) -> range:
    return range(paragraph.line, paragraph.last_line + 1)


def _plain(lines: Sequence[str]) -> str:
    """Lines as alignment compares them: without attributes, signs of quotations and items, notes."""
    shown = [line.lstrip("> ") for line in lines]
    return unescape(NOTE_MARK.sub("", "\n".join(line for line in shown if not attributes.parse(line))))


def _attributes(row: numbering.Row) -> str:
    return f'#{row.number} also="{" ".join(row.also)}"' if row.also else f"#{row.number}"


def _unpublished(version: Version) -> Iterator[int]:
    """The places of paragraphs whose number Markdown would not publish."""
    loaded = extensions()
    anchors = next(extension for extension in loaded if isinstance(extension, ParagraphAnchors))
    Markdown(extensions=loaded).convert(frontmatter.split(version.text)[1].replace("\r\n", "\n"))
    there = {anchor.id for anchor in anchors.index}
    for place, paragraph in enumerate(version.scan.paragraphs):
        address = f"{paragraph.section}-{paragraph.number}" if paragraph.section else paragraph.number
        if paragraph.number and address not in there:
            yield place


def _not_published(place: str, line: int) -> Problem:
    message = "the paragraph got no number, because Markdown would not show it as one"
    remedy = "put a blank line before and after the paragraph, and pin again"
    return Problem(place, line, "I06", Severity.WARNING, message, remedy)


def _kept_current(changes: dict[str, str], trees: Trees, languages: Languages) -> dict[str, str]:
    """The changes, with what translations record renewed where pinning alone made them stale."""
    if not changes:
        return changes
    places = {
        f"{languages.by_code(code).tree}/{path}": (code, path) for code in trees for path in trees[code]
    }
    edited = {code: dict(tree) for code, tree in trees.items()}
    for place, text in changes.items():
        code, path = places[place]
        edited[code][path] = text
    before = {page.place: page for page in report(read(trees, languages))}
    for status in report(read(edited, languages)):
        old = {section.id: section for section in before[status.place].sections}
        lost = [s for s in status.sections if s.state in {State.STALE, State.UNRECORDED}]
        new = [
            s
            for s in lost
            if (old[s.id].state is State.CURRENT if s.id in old else _all_current(old.values()))
        ]
        if new:
            kept = {s.id: s.recorded for s in status.sections if s.recorded and s.source}
            code, path = places[status.place]
            text = changes.get(status.place) or str(trees[code][path])
            changes[status.place] = record(text, kept | {s.id: s.source for s in new}, status.place)
    return changes


def _all_current(sections: Collection[Any]) -> bool:
    return bool(sections) and all(section.state is State.CURRENT for section in sections)
