"""The pages of the glossary: a list of all concepts, and a page of each subject.

A page is Markdown, so that headings and ids are made as on every page; the entries are HTML and take their
places in what became of it, or Markdown would read each through, twice:

    ## A
    ### torture {#torture}           <section class="concept size-1"><h3 id="torture">…</h3>
    <!--entry:torture-->      →      <div class="entry">…</div></section>

One element holds a concept whole, so that a browser can leave it alone until it is near what is seen; until
then it takes the room of its hundreds of letters (`size-3`), as theme/assets/glossary.css has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ushtil.language import collation
from ushtil.markup.escape import escape_anywhere
from ushtil.publish import addresses, glossary_entries, glossary_list, glossary_reader
from ushtil.publish.glossary_reader import PATH, Reader
from ushtil.publish.glossary_uses import Use
from ushtil.publish.heads import escape
from ushtil.terms import exports
from ushtil.terms.concepts import Concept
from ushtil.terms.termbase import FOLDER

_PLACE = re.compile(r"(?P<heading><h[23]\b[^\n]*</h[23]>)\n<!--entry:(?P<concept>[^<>]+)-->")
_TAG = re.compile(r"<[^<>]*>")
_LARGEST = 9


@dataclass(frozen=True)
class Composed:
    """A page in one language: its Markdown, and the HTML of each concept."""

    title: str
    markdown: str
    entries: Mapping[str, str]

    def filled(self, text: str) -> str:
        """What became of the Markdown, with the entries in their places."""
        return _PLACE.sub(self._concept, text)

    def _concept(self, found: re.Match[str]) -> str:
        inner = f"{found['heading']}\n{self.entries[found['concept']]}"
        size = min(-(-len(_TAG.sub("", inner)) // 100), _LARGEST)
        return f'<section class="concept size-{size}">{inner}</section>'


def compose(reader: Reader, uses: Mapping[str, tuple[Use, ...]]) -> Mapping[str, Composed]:
    """Path → page for one reader; `uses` has the sections that name each concept."""
    return {PATH: _list(reader), **dict(_subjects(reader, uses))}


def _list(reader: Reader) -> Composed:
    told, letters = reader.told, _letters(reader)
    ways = [(letter.lower(), letter) for letter in letters]
    parts = [f"# {escape_anywhere(told.title)} {{#glossary}}", escape_anywhere(told.about)]
    parts.append(glossary_list.tools(ways, len(reader.termbase.concepts), told))
    for letter, group in letters.items():
        # Without an id of its own: it is no section that other languages have.
        parts.append(f"## {letter}")
        for concept in group:
            parts += _entry(reader, concept, "###")
    parts += [f"## {escape_anywhere(told.by_subject)} {{#by-subject}}", glossary_list.subjects(reader)]
    parts += [f"## {escape_anywhere(told.exports)} {{#exports}}", escape_anywhere(told.exports_about)]
    entries = {concept.id: glossary_list.entry(reader, concept) for concept in reader.termbase.concepts}
    return Composed(told.title, "\n\n".join([*parts, _exports(reader), ""]), entries)


def _subjects(reader: Reader, uses: Mapping[str, tuple[Use, ...]]) -> Iterator[tuple[str, Composed]]:
    told = reader.told
    for name, group in reader.subjects().items():
        path = glossary_reader.path(name)
        here, title = reader.at(path), reader.title(name)
        back = f'<p class="glossary-ways"><a href="{here.address(PATH)}">{escape(told.title)}</a></p>'
        parts = [f"# {escape_anywhere(title)} {{#subject-{name}}}", back]
        for concept in group:
            parts += _entry(here, concept, "##")
        entries = {one.id: glossary_entries.entry(here, one, uses.get(one.id, ())) for one in group}
        yield path, Composed(f"{told.title}: {title}", "\n\n".join([*parts, ""]), entries)


def _entry(reader: Reader, concept: Concept, level: str) -> tuple[str, str]:
    """The heading, and the place of what stands below it."""
    code, entry = reader.shown(concept)
    heading = f"{level} {escape_anywhere(entry.preferred)} {{#{concept.id}{reader.lang(code)}}}"
    return heading, f"<!--entry:{concept.id}-->"


def _letters(reader: Reader) -> dict[str, list[Concept]]:
    """Letter → the concepts that begin with it, both in the order of the reader's alphabet."""
    groups: dict[str, list[Concept]] = {}
    for concept in reader.sorted(reader.termbase.concepts):
        letter = collation.initial(reader.shown(concept)[1].preferred, reader.language.code)
        groups.setdefault(letter, []).append(concept)
    return groups


def _exports(reader: Reader) -> str:
    to_top = "../" * addresses.page(PATH, reader.language).count("/")
    links = (
        f'<li><a href="{to_top}{export_path(form)}" download>{escape(form.name)}</a></li>'
        for form in exports.FORMATS.values()
    )
    return f'<ul class="exports">{"".join(links)}</ul>'


def export_path(form: exports.Format) -> str:
    """Where the termbase stands in one of the forms for other programs."""
    return f"{FOLDER}/glossary{form.ending}"
