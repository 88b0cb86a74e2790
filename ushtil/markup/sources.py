"""The sources as the checks see them: every page of every tree and the termbase, read once.

    {"en": {"upr.md": "---\ntitle: …", "map.png": None}, "kk": {…}}
    {"glossary/upr.yml": "id: upr …"}                                   →   Sources

`None` stands for a file that is neither page nor data (`ushtil.data`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ushtil import data
from ushtil.data import Data, is_data
from ushtil.languages import Language, Languages
from ushtil.markup import frontmatter
from ushtil.markup.frontmatter import FrontMatter
from ushtil.markup.scan import Scan, scan
from ushtil.problems import Outcome, Problem, Severity
from ushtil.terms import termbase
from ushtil.terms.termbase import Termbase

Trees = Mapping[str, Mapping[str, str | None]]


@dataclass(frozen=True)
class Text:
    """One page in one language. `place` is its path from the root, which is where its problems are."""

    language: Language
    path: str
    place: str
    front: FrontMatter
    faults: tuple[Problem, ...]
    """What is wrong with the front matter."""
    scan: Scan

    def error(self, line: int, code: str, message: str, remedy: str) -> Problem:
        """A broken thing on a line of this page."""
        return Problem(self.place, line, code, Severity.ERROR, message, remedy)

    def warning(self, line: int, code: str, message: str, remedy: str) -> Problem:
        """A missing or doubtful thing on a line of this page."""
        return Problem(self.place, line, code, Severity.WARNING, message, remedy)


@dataclass(frozen=True)
class Sources:
    """All texts, by language and path, the names of all files, termbase and data with their faults."""

    languages: Languages
    texts: Mapping[str, Mapping[str, Text]]
    files: Mapping[str, frozenset[str]]
    glossary: Outcome[Termbase]
    data: Outcome[Data]

    def all(self) -> Iterator[Text]:
        """Every page of every language."""
        for texts in self.texts.values():
            yield from texts.values()

    def versions(self, path: str) -> tuple[Text, ...]:
        """The languages' versions of one page."""
        return tuple(texts[path] for texts in self.texts.values() if path in texts)

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """The names of the files of all trees: what one lacks, the site takes from another."""
        return frozenset().union(*self.files.values())

    @cached_property
    def addresses(self) -> Mapping[str, frozenset[str]]:
        """Path → the ids that its page has in any language; a missing section is shown in the original."""
        found: dict[str, set[str]] = {}
        for text in self.all():
            found.setdefault(text.path, set()).update(name for _, name in text.scan.ids())
        return {path: frozenset(names) for path, names in found.items()}


def read(trees: Trees, languages: Languages, glossary: Mapping[str, str] | None = None) -> Sources:
    """The sources of all languages of the site; a tree that is not given is empty, and so is the glossary."""
    texts = {
        language.code: {
            path: _text(content, path, language)
            for path, content in sorted(trees.get(language.code, {}).items())
            if content is not None and not is_data(path)
        }
        for language in languages
    }
    files = {language.code: frozenset(trees.get(language.code, {})) for language in languages}
    default = languages.default
    held = {path: text for path, text in trees.get(default.code, {}).items() if text and is_data(path)}
    terms = termbase.parse(glossary or {}, languages)
    return Sources(languages, texts, files, terms, data.read(held, default.tree))


def _text(content: str, path: str, language: Language) -> Text:
    place = f"{language.tree}/{path}"
    front = frontmatter.parse(content, place)
    scanned = scan(front.value.body, front.value.first_body_line)
    return Text(language, path, place, front.value, front.problems, scanned)
