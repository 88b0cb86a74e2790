"""What the hooks share while one language of the site is built: one object, made anew for each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ushtil.languages import Language
from ushtil.markup import passages
from ushtil.markup.elsewhere import Surroundings
from ushtil.publish import addresses, bylines, elsewhere, heads, navigation, strings
from ushtil.publish.entries import Entry
from ushtil.publish.metadata import translating
from ushtil.publish.metadata.strings import strings as web_strings
from ushtil.publish.navigation import Item
from ushtil.publish.site import Site
from ushtil.publish.strings import Interface


@dataclass(frozen=True)
class Choice:
    """A line of the language switcher. `hint` says what is missing."""

    code: str
    name: str
    address: str
    current: bool
    hint: str = ""
    title: str = ""
    """The page's own in that language, as HTML."""


@dataclass(frozen=True)
class View:
    """What a template must know of a page beyond MkDocs. `shown` is the language of its content."""

    language: str
    shown: str
    choices: tuple[Choice, ...]
    notice: str = ""
    parallel: str = ""
    """The address of the page that shows the versions side by side, if there are several."""
    borrowed: frozenset[str] = frozenset()
    """Sections that a translation lacks, in the language `lender`."""
    lender: str = ""
    byline: str = ""
    """Who wrote the text, how it was translated, who reviewed it."""
    home: str = ""
    """The address of the home page in the reader's language."""

    @property
    def is_fallback(self) -> bool:
        return bool(self.notice)

    def wrap(self, content: str) -> str:
        """The HTML of a page's content, its language told where it is not the reader's, and its passages'."""
        content = passages.marked(content, self.shown, self.language)
        return f'<div lang="{self.shown}">\n{content}\n</div>' if self.is_fallback else content

    def mark(self, title: str, section: str) -> str:
        """The HTML of a heading's text outside the content, telling its language if it is another."""
        language = self.shown if self.is_fallback else self.lender if section in self.borrowed else ""
        return passages.titled(title, language or self.language, self.language)


@dataclass(frozen=True)
class State:
    """The plan of the site, and the language that is being built."""

    site: Site
    language: Language

    @property
    def interface(self) -> Interface:
        return strings.interface(self.language.code)

    @property
    def navigation(self) -> tuple[Item, ...]:
        return self.site.navigation(self.language.code)

    def metadata(self, path: str) -> dict[str, Any]:
        """What the theme may know of a page's front matter, its title among it, as HTML."""
        entry = self.site.entries[path]
        code = self.language.code
        return {"title": heads.escape(entry.title(code)), **entry.shown(code).head.shown}

    def titled(self, title: str, path: str) -> str:
        """The HTML of a page's title where other pages show it, telling its language if it is another."""
        entry = self.site.entries.get(path)
        language = entry.shown(self.language.code).language if entry else self.language.code
        return passages.titled(title, language, self.language.code)

    def markdown(self, path: str) -> str:
        """The text of a page as it is read in this language, sections that it lacks put in."""
        entry = self.site.entries[path]
        return entry.completed[entry.shown(self.language.code).language].text

    def surroundings(self, path: str, edit_uri: str = "") -> Surroundings:
        """What the page knows of its other versions, and where sections that it lacks are translated."""
        entry = self.site.entries[path]
        found = elsewhere.surroundings(entry, self.language, self.site.languages)
        return replace(found, remedy=translating.section(entry, self.site, self.language, edit_uri))

    def view(self, path: str) -> View:
        """How the page `path` is shown."""
        entry = self.site.entries[path]
        shown = entry.shown(self.language.code).language
        is_fallback = shown != self.language.code
        return View(
            language=self.language.code,
            shown=shown,
            choices=self._choices(entry),
            notice=self._notice(entry, shown) if is_fallback else "",
            parallel=addresses.parallel(path) if entry.parts else "",
            borrowed=frozenset(entry.completed[shown].borrowed),
            lender=entry.fallback,
            byline=bylines.byline(
                entry.shown(self.language.code).head.metadata, self.language.code, self.site.languages
            ),
            home=addresses.page(navigation.INDEX, self.language),
        )

    def _notice(self, entry: Entry, shown: str) -> str:
        return self.interface.notice(shown, entry.original, self.site.languages)

    def _choices(self, entry: Entry) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                code=language.code,
                name=language.name,
                address=addresses.page(entry.path, language),
                current=language == self.language,
                hint=_hint(entry, language),
                title=heads.escape(entry.title(language.code)),
            )
            for language in self.site.languages.published
        )


def _hint(entry: Entry, language: Language) -> str:
    """What a language lacks of a page, in words of that language: whoever waits for it reads it."""
    if language.code not in entry.versions:
        return strings.interface(language.code).untranslated
    return "" if entry.is_whole(language.code) else web_strings(language.code).partly
