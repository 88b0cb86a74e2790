"""What texts draw from data: sources cited, figures and pictures shown. Codes R01 to R08."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ushtil.data import Data
from ushtil.figures import data as figures
from ushtil.markup.sources import Sources, Text
from ushtil.markup.visible import visible
from ushtil.pictures import data as pictures
from ushtil.problems import Problem, Severity
from ushtil.publish.evidence import BLOCK, BLOCKS, FIGURE
from ushtil.references import bibliography
from ushtil.references.citations import citations


@dataclass(frozen=True)
class _Use:
    """Something drawn on, on a line of the file; `shown` is how it is written."""

    line: int
    shown: str
    source: str = ""
    figure: str = ""
    block: tuple[str, str] = ("", "")


def evidence(sources: Sources) -> Iterator[Problem]:
    """R01 to R08: the data files, and how the texts use them."""
    yield from sources.data.problems
    held, tree = sources.data.value, sources.languages.default.tree
    yield from _of_data(held, tree)
    cited = {figure.source for figure in held.figures.values()} | {event.source for event in held.events}
    for path in sorted(sources.addresses):
        versions = sources.versions(path)
        uses = {text.language.code: tuple(_uses(text)) for text in versions}
        for text in versions:
            yield from _unknown(text, uses[text.language.code], held)
        cited |= {use.source for found in uses.values() for use in found}
        yield from _unlike(versions, uses)
    for name, reference in held.references.items():
        if name not in cited:
            yield _never_cited(name, reference.line, tree)


def _of_data(held: Data, tree: str) -> Iterator[Problem]:
    """Figures and events without a known source, pictures without known figures."""
    for figure in held.figures.values():
        if figure.source not in held.references:
            place = f"{tree}/{figures.FOLDER}{figure.area}.yml"
            yield _no_source(place, figure.line, f"figure {figure.id}", figure.source)
    for event in held.events:
        if event.source not in held.references:
            yield _no_source(
                f"{tree}/{figures.TIMELINE}", event.line, f"the event of {event.date}", event.source
            )
    for picture in held.pictures.values():
        for name in (name for row in picture.rows for name in row.figures):
            if name not in held.figures:
                message = f"picture {picture.id}: there is no figure {name!r}"
                remedy = f"add it to a file of {figures.FOLDER}"
                yield Problem(f"{tree}/{pictures.PATH}", picture.line, "R05", Severity.ERROR, message, remedy)


def _no_source(place: str, line: int, what: str, source: str) -> Problem:
    remedy = f"add it to {bibliography.PATH}"
    return Problem(place, line, "R04", Severity.ERROR, f"{what}: there is no source {source!r}", remedy)


def _uses(text: Text) -> Iterator[_Use]:
    """What a page draws on, in the order of lines."""
    first = text.front.first_body_line - 1
    for one in citations(text.front.body):
        yield _Use(first + one.line, f"[@{one.key}{f', {one.locator}' if one.locator else ''}]", one.key)
    for number, line in enumerate(visible(text.front.body), first + 1):
        for found in FIGURE.finditer(line) if "[=" in line else ():
            yield _Use(number, found[0], figure=found["id"])
        block = BLOCK.fullmatch(line)
        if block:
            yield _Use(number, block[0].strip(), block=(block["kind"], block["what"] or ""))


def _unknown(text: Text, uses: tuple[_Use, ...], held: Data) -> Iterator[Problem]:
    """Sources, figures and blocks that there are not."""
    areas = {figure.area for figure in held.figures.values()}
    for use in uses:
        kind, what = use.block
        if use.source and use.source not in held.references:
            remedy = f"add it to {bibliography.PATH}, or correct the key"
            yield text.error(use.line, "R04", f"{use.shown}: there is no source {use.source!r}", remedy)
        if use.figure and use.figure not in held.figures:
            remedy = f"add it to a file of {figures.FOLDER}, or correct the id"
            yield text.error(use.line, "R05", f"{use.shown}: there is no such figure", remedy)
        if kind and kind not in BLOCKS:
            yield text.error(use.line, "R05", f"{use.shown}: no such block", f"one of {', '.join(BLOCKS)}")
        if kind == "picture" and what not in held.pictures:
            yield text.error(
                use.line, "R05", f"{use.shown}: there is no such picture", f"see {pictures.PATH}"
            )
        if kind == "figures" and what not in areas:
            yield text.error(
                use.line, "R05", f"{use.shown}: no such area", f"see the files of {figures.FOLDER}"
            )


def _unlike(versions: tuple[Text, ...], uses: Mapping[str, tuple[_Use, ...]]) -> Iterator[Problem]:
    """What one language of a section draws on and another does not."""
    if len(versions) < 2:
        return
    original = str(versions[0].front.metadata.get("original", ""))
    base, *others = sorted(versions, key=lambda text: text.language.code != original)
    theirs = _by_section(base, uses[base.language.code])
    for text in others:
        ours = _by_section(text, uses[text.language.code])
        lines = {heading.id: heading.line for heading in text.scan.headings if heading.id}
        for section in ours.keys() & theirs.keys() & lines.keys():
            for shown in sorted(theirs[section] ^ ours[section]):
                there = base.place if shown in theirs[section] else text.place
                message = f"#{section}: {shown} stands in {there} alone"
                yield text.warning(lines[section], "R07", message, "draw on the same in every language")


def _by_section(text: Text, uses: tuple[_Use, ...]) -> dict[str, set[str]]:
    """Section id → what is drawn on in it."""
    headings = [heading for heading in text.scan.headings if heading.id]
    lines = [heading.line for heading in headings]
    found: dict[str, set[str]] = {heading.id: set() for heading in headings}
    for use in uses:
        at = bisect_right(lines, use.line) - 1
        if at >= 0:
            found[headings[at].id].add(use.shown)
    return found


def _never_cited(name: str, line: int, tree: str) -> Problem:
    place = f"{tree}/{bibliography.PATH}"
    remedy = "cite it, or take it out"
    return Problem(place, line, "R06", Severity.WARNING, f"the source {name} is cited nowhere", remedy)
