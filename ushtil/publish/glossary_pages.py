"""The pages of the glossary: terms by letter and by subject, in the order of the reader's alphabet.

A page is Markdown, so that headings, ids and links between languages are made as on every page; the entries
are HTML and take their places in what became of it, or Markdown would read each through, twice:

    ## A
    ### torture {#torture}
    <!--entry:torture-->      →      <div class="entry">…</div>
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ushtil.language import collation
from ushtil.publish import addresses, glossary_entries
from ushtil.publish.glossary_entries import PATH, Reader
from ushtil.publish.glossary_uses import Use
from ushtil.publish.heads import escape
from ushtil.publish.home import escape as as_markdown
from ushtil.terms import exports
from ushtil.terms.concepts import Concept
from ushtil.terms.termbase import FOLDER

_PLACE = re.compile(r"<!--entry:([^<>]+)-->")


@dataclass(frozen=True)
class Composed:
    """A page in one language: its Markdown, and the HTML of each concept."""

    markdown: str
    entries: Mapping[str, str]

    def filled(self, text: str) -> str:
        """What became of the Markdown, with the entries in their places."""
        return _PLACE.sub(lambda found: self.entries[found[1]], text)


def compose(reader: Reader, uses: Mapping[str, tuple[Use, ...]]) -> Composed:
    """The page for one reader; `uses` has the sections that name each concept."""
    told, letters = reader.told, _letters(reader)
    ways = [(letter.lower(), letter) for letter in letters]
    parts = [f"# {as_markdown(told.title)} {{#glossary}}", as_markdown(told.about)]
    parts.append(glossary_entries.tools(ways, len(reader.termbase.concepts), told))
    for letter, group in letters.items():
        # Without an id of its own: it is no section that other languages have.
        parts.append(f"## {letter}")
        for concept in group:
            parts += [_heading(reader, concept), f"<!--entry:{concept.id}-->"]
    parts.append(f"## {as_markdown(told.by_subject)} {{#by-subject}}")
    for (name, title), items in glossary_entries.subjects(reader).items():
        parts += [
            f"### {as_markdown(title)} {{#subject-{name}}}",
            f'<ul class="subject" data-search-exclude>{items}</ul>',
        ]
    parts += [f"## {as_markdown(told.exports)} {{#exports}}", as_markdown(told.exports_about)]
    concepts = reader.termbase.concepts
    entries = {one.id: glossary_entries.entry(reader, one, uses.get(one.id, ())) for one in concepts}
    return Composed("\n\n".join([*parts, _exports(reader), ""]), entries)


def _letters(reader: Reader) -> dict[str, list[Concept]]:
    """Letter → the concepts that begin with it, both in the order of the reader's alphabet."""
    groups: dict[str, list[Concept]] = {}
    for concept in reader.sorted(reader.termbase.concepts):
        letter = collation.initial(reader.shown(concept)[1].preferred, reader.language.code)
        groups.setdefault(letter, []).append(concept)
    return groups


def _heading(reader: Reader, concept: Concept) -> str:
    code, entry = reader.shown(concept)
    return f"### {as_markdown(entry.preferred)} {{#{concept.id}{reader.lang(code)}}}"


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
