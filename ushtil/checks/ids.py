"""Identity: every section has a pinned id, every paragraph a number, and none stands twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ushtil.markup.scan import Paragraph, published
from ushtil.markup.sources import Sources, Text
from ushtil.problems import Problem


def duplicate_id(sources: Sources) -> Iterator[Problem]:
    """I01: an id that the page has already. Numbers of one section are I03's."""
    for text in sources.all():
        numbers = {published(p, n) for p in text.scan.paragraphs for n in _numbers(p)}
        seen: dict[str, int] = {}
        for line, name in sorted(text.scan.ids()):
            if name in seen and not (name in numbers and _is_number_twice(text, name)):
                message = f"the id {name} stands on line {seen[name]} already"
                yield text.error(line, "I01", message, "give one of the two another id, in every language")
            seen.setdefault(name, line)


def heading_without_id(sources: Sources) -> Iterator[Problem]:
    """I02: a heading whose id would be made from its title, and differ from language to language."""
    for text in sources.all():
        for heading in text.scan.headings:
            if not heading.id:
                message = f"the heading {_short(heading.title)!r} has no pinned id"
                remedy = (
                    f"write {'#' * heading.level} {_short(heading.title)} {{#name}}, alike in every language"
                )
                yield text.error(heading.line, "I02", message, remedy)


def number_twice(sources: Sources) -> Iterator[Problem]:
    """I03: two paragraphs of a section with one number."""
    for text in sources.all():
        seen: dict[str, int] = {}
        for paragraph in text.scan.paragraphs:
            for number in _numbers(paragraph):
                address = published(paragraph, number)
                if address in seen:
                    message = f"the number {number} stands on line {seen[address]} already, as #{address}"
                    remedy = f"take the next free one: {{: #{_next(sources, text, paragraph)} }}"
                    yield text.error(paragraph.last_line, "I03", message, remedy)
                seen.setdefault(address, paragraph.last_line)


def paragraph_without_number(sources: Sources) -> Iterator[Problem]:
    """I04: a paragraph that nobody can cite."""
    for text in sources.all():
        offered: Counter[str] = Counter()
        for paragraph in text.scan.paragraphs:
            if not paragraph.id and not paragraph.stray:
                number = _next(sources, text, paragraph, offered[paragraph.section])
                offered[paragraph.section] += 1
                remedy = f"write {{: #{number} }} on a line below it"
                message = "the paragraph has no number, and so no address"
                yield text.warning(paragraph.line, "I04", message, remedy)


def stray_attributes(sources: Sources) -> Iterator[Problem]:
    """I05: a line of attributes that readers would see, because Markdown takes it for text."""
    for text in sources.all():
        for paragraph in text.scan.paragraphs:
            if paragraph.stray:
                message = "the line of attributes is not the last of a paragraph, and is shown as text"
                remedy = "put it right below its paragraph, and a blank line after it"
                yield text.error(paragraph.stray, "I05", message, remedy)


def missing_section(sources: Sources) -> Iterator[Problem]:
    """T01: a section that the same page has in another language. The line is where it belongs."""
    for path in sorted(sources.addresses):
        versions = sources.versions(path)
        for text in versions:
            own = {heading.id for heading in text.scan.headings}
            for name, other in _sections_elsewhere(versions, text).items():
                if name not in own:
                    message = f"section #{name} is missing, which stands in {other.place}"
                    remedy = "translate it; until then the site shows it in the language that it is in"
                    yield text.warning(_place_of(name, text, other), "T01", message, remedy)


def _sections_elsewhere(versions: tuple[Text, ...], text: Text) -> dict[str, Text]:
    """Section ids of the other versions, each with one that has it: the original's where it does."""
    others = [version for version in versions if version is not text]
    original = str(text.front.metadata.get("original", ""))
    others.sort(key=lambda version: version.language.code != original)
    found: dict[str, Text] = {}
    for other in others:
        for heading in other.scan.headings:
            if heading.id:
                found.setdefault(heading.id, other)
    return found


def _place_of(name: str, text: Text, other: Text) -> int:
    """The line after which the section `name` of `other` would stand in `text`: the heading before it."""
    lines = {heading.id: heading.line for heading in text.scan.headings if heading.id}
    place = 1
    for heading in other.scan.headings:
        if heading.id == name:
            break
        place = lines.get(heading.id, place)
    return place


def _numbers(paragraph: Paragraph) -> tuple[str, ...]:
    return ((paragraph.number,) if paragraph.number else ()) + paragraph.others


def _is_number_twice(text: Text, name: str) -> bool:
    """Whether the id is claimed by paragraphs' numbers alone."""
    others = [heading.id for heading in text.scan.headings] + [given for _, given in text.scan.given]
    return name not in others


def _next(sources: Sources, text: Text, paragraph: Paragraph, offered: int = 0) -> str:
    """The next number of a section that no language has used, after those that were `offered`."""
    used = [0]
    for version in sources.versions(text.path):
        for other in version.scan.paragraphs:
            if other.section == paragraph.section:
                used += [int(re.sub(r"\D", "", number)) for number in _numbers(other)]
    return f"p{max(used) + offered + 1}"


def _short(title: str) -> str:
    return title if len(title) <= 50 else f"{title[:49]}…"
