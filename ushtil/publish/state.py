"""What the hooks share while one language of the site is built: one object, made anew for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ushtil.languages import Language
from ushtil.markup import passages
from ushtil.markup.elsewhere import Surroundings
from ushtil.publish import addresses, bylines, elsewhere, heads, navigation, strings
from ushtil.publish.addresses import Claim
from ushtil.publish.navigation import Item
from ushtil.publish.site import Entry, Site
from ushtil.publish.strings import Interface


@dataclass(frozen=True)
class Choice:
    """A line of the language switcher. `short` is for narrow screens; `hint` says what is missing."""

    code: str
    name: str
    short: str
    address: str
    current: bool
    hint: str = ""


@dataclass(frozen=True)
class View:
    """What a template must know of a page beyond MkDocs. `shown` is the language of its content."""

    language: str
    shown: str
    choices: tuple[Choice, ...]
    claims: tuple[Claim, ...] = ()
    notice: str = ""
    canonical: str = ""
    """The URL of the original, relative where the site does not know its own; only on a fallback."""
    parallel: str = ""
    """The address of the page that shows the versions side by side, if there are several."""
    borrowed: frozenset[str] = frozenset()
    """Sections that a translation lacks, in the language `lender`."""
    lender: str = ""
    byline: str = ""
    """Who wrote the text, how it was translated, who reviewed it."""
    is_listed: bool = True
    home: str = ""
    """The address of the home page in the reader's language."""

    @property
    def is_fallback(self) -> bool:
        return bool(self.notice)

    def wrap(self, content: str) -> str:
        """The HTML of a page's content, its passages and its own language told where it is not the reader's."""
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

    @property
    def translated(self) -> Mapping[str, tuple[str, ...]]:
        """Path → codes of the languages that a listed page really exists in."""
        listed = (entry for entry in self.site.entries.values() if entry.is_listed)
        return {entry.path: tuple(entry.versions) for entry in listed}

    @property
    def spoken(self) -> tuple[tuple[Language, Interface], ...]:
        """What the site says itself, in each of its languages."""
        return tuple((one, strings.interface(one.code)) for one in self.site.languages.published)

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

    def surroundings(self, path: str) -> Surroundings:
        """What the page knows of its other versions."""
        return elsewhere.surroundings(self.site.entries[path], self.language, self.site.languages)

    def view(self, path: str, site_url: str) -> View:
        """How the page `path` is shown."""
        entry = self.site.entries[path]
        shown = entry.shown(self.language.code).language
        is_fallback = shown != self.language.code
        return View(
            language=self.language.code,
            shown=shown,
            choices=self._choices(entry),
            claims=self._claims(entry, site_url) if entry.is_listed and not is_fallback else (),
            notice=self._notice(entry, shown) if is_fallback else "",
            canonical=self._canonical(path, shown, site_url) if is_fallback else "",
            parallel=addresses.parallel(path) if entry.parts else "",
            borrowed=frozenset(entry.completed[shown].borrowed),
            lender=entry.fallback,
            byline=bylines.byline(
                entry.shown(self.language.code).head.metadata, self.language.code, self.site.languages
            ),
            is_listed=entry.is_listed,
            home=addresses.page(navigation.INDEX, self.language),
        )

    def _canonical(self, path: str, shown: str, site_url: str) -> str:
        language = self.site.languages.by_code(shown)
        if language not in self.site.languages.published:
            return ""
        original = addresses.page(path, language)
        here = addresses.page(path, self.language)
        return addresses.absolute(original, site_url) if site_url else addresses.relative(original, here)

    def _claims(self, entry: Entry, site_url: str) -> tuple[Claim, ...]:
        return addresses.claims(entry.path, entry.versions, self.site.languages, site_url)

    def _notice(self, entry: Entry, shown: str) -> str:
        return self.interface.notice(shown, entry.original, self.site.languages)

    def _choices(self, entry: Entry) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                code=language.code,
                name=language.name,
                short=language.name[:3].upper(),
                address=addresses.page(entry.path, language),
                current=language == self.language,
                hint="" if language.code in entry.versions else strings.interface(language.code).untranslated,
            )
            for language in self.site.languages.published
        )
