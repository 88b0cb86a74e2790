"""The plan of a site: one entry a page, in whichever languages it exists, and who stands in for whom.

A page that a language lacks is shown there in another one, in this order: the language it was written
in (`original` in the front matter of any version), the site's default, the first one that has it.
Pictures and other files go the same way, but stand once, under the language that has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ushtil import data
from ushtil.data import Data
from ushtil.languages import Languages
from ushtil.problems import Outcome, Problem, Severity, Unreadable
from ushtil.publish import addresses, evidence, heads, home, navigation, strings, trees
from ushtil.publish.entries import Entry, Version
from ushtil.publish.evidence import Evidence
from ushtil.publish.heads import Head
from ushtil.publish.navigation import Item, Leaf
from ushtil.publish.trees import Source

HOME = navigation.INDEX


@dataclass(frozen=True)
class Site:
    """All pages and files of a site, ordered by path."""

    root: Path
    languages: Languages
    entries: Mapping[str, Entry]
    files: Mapping[str, Mapping[str, Source]]
    """Path → language code → file."""
    data: Data = field(default_factory=Data)
    """What the texts draw on; its faults are for `ushtil check`."""

    def file(self, path: str, code: str) -> Source:
        """The file that a page of this language refers to by `path`."""
        versions = self.files[path]
        return versions.get(code) or versions[_fallback(versions, "", self.languages)]

    def published(self, entry: Entry) -> dict[str, Version]:
        """The languages that a page really exists in, of those that the site is published in."""
        codes = (language.code for language in self.languages.published)
        return {code: entry.versions[code] for code in codes if code in entry.versions}

    def navigation(self, code: str) -> tuple[Item, ...]:
        """The way to all pages, with titles as a reader of this language sees them."""
        return _navigation(self.entries.values(), code)

    @property
    def places(self) -> Mapping[str, str]:
        """Address → the file whose text stands there."""
        return dict(_claims(self.entries.values(), self.files, self.languages))

    def name(self, code: str) -> str:
        """What the site calls itself: the title of its home page; empty where Ushtil wrote that page."""
        version = self.entries[HOME].shown(code)
        return version.head.title if version.source else ""


def plan(root: Path, languages: Languages) -> Outcome[Site]:
    """The plan of the site whose trees stand under `root`. Raises `Unreadable`."""
    scanned = trees.scan(root, languages)
    pages = _gather(scanned.value, lambda source: source.is_page)
    files = _gather(scanned.value, lambda source: not source.is_page)
    read = {path: _versions(versions) for path, versions in pages.items()}
    entries = {path: _entry(path, outcome.value, languages) for path, outcome in read.items()}
    unread = [problem for outcome in read.values() for problem in outcome.problems]
    if HOME not in entries:
        entries = {HOME: _written_home(entries, languages), **entries}
    problems = _clashes(entries.values(), files, languages)
    held = _data(files, languages)
    gathered = evidence.gather(entries, held)
    entries = {path: _drawn(entry, entries, gathered) for path, entry in entries.items()}
    return Outcome(Site(root, languages, entries, files, held), (*scanned.problems, *unread, *problems))


def _data(files: Mapping[str, Mapping[str, Source]], languages: Languages) -> Data:
    there = {path: versions.get(languages.default.code) for path, versions in files.items()}
    texts = {path: _text(source) for path, source in there.items() if source and source.is_data}
    return data.read(texts, languages.default.tree).value


def _drawn(entry: Entry, entries: Mapping[str, Entry], gathered: Evidence) -> Entry:
    """The entry with what its versions draw from data."""
    versions = {
        code: replace(version, drawn=gathered.put_in(version.text, entry.path, code, _titles(entries, code)))
        if evidence.draws(version.text)
        else version
        for code, version in entry.versions.items()
    }
    return replace(entry, versions=versions)


def _titles(entries: Mapping[str, Entry], code: str) -> dict[str, str]:
    return {path: entry.title(code) for path, entry in entries.items()}


def _gather(
    scanned: Mapping[str, Mapping[str, Source]], wanted: Callable[[Source], bool]
) -> dict[str, dict[str, Source]]:
    gathered: dict[str, dict[str, Source]] = {}
    for code, sources in scanned.items():
        for path, source in sources.items():
            if wanted(source):
                gathered.setdefault(path, {})[code] = source
    return dict(sorted(gathered.items()))


def _versions(sources: Mapping[str, Source]) -> Outcome[dict[str, Version]]:
    texts = {code: _text(source) for code, source in sources.items()}
    read = {code: heads.read(texts[code], source.place) for code, source in sources.items()}
    versions = {code: Version(code, head.value, sources[code], texts[code]) for code, head in read.items()}
    return Outcome(versions, tuple(problem for head in read.values() for problem in head.problems))


def _entry(path: str, versions: Mapping[str, Version], languages: Languages) -> Entry:
    told = next(filter(None, (version.head.original for version in versions.values())), "")
    return Entry(path, versions, _fallback(versions, told, languages))


def _text(source: Source) -> str:
    try:
        return source.file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start
        raise Unreadable(f"{source.place}: not UTF-8 at byte {at}; save the file as UTF-8") from error
    except OSError as error:
        raise Unreadable(f"{source.place}: cannot be read: {error.strerror}") from error


def _fallback(versions: Iterable[str], original: str, languages: Languages) -> str:
    there = set(versions)
    return next(code for code in (original, languages.default.code, *languages.codes) if code in there)


def _written_home(entries: Mapping[str, Entry], languages: Languages) -> Entry:
    """A home page that lists the texts, for trees that have none: a site opens at its index.html."""
    versions = {}
    for code in languages.codes:
        title = strings.interface(code).documents
        items = _navigation(entries.values(), code)
        shown = {path: entry.shown(code).language for path, entry in entries.items()}
        foreign = {path: language for path, language in shown.items() if language != code}
        versions[code] = Version(code, Head(title=title), text=home.page(title, items, foreign))
    return Entry(HOME, versions, languages.default.code)


def _navigation(entries: Iterable[Entry], code: str) -> tuple[Item, ...]:
    home_title = strings.interface(code).home
    return navigation.tree(
        Leaf(entry.path, home_title if entry.path == HOME else entry.title(code), entry.order)
        for entry in entries
        if entry.is_listed
    )


def _clashes(
    entries: Iterable[Entry], files: Mapping[str, Mapping[str, Source]], languages: Languages
) -> list[Problem]:
    """Two things at one address: docs/ru/index.md and docs_ru/index.md, a.md and a.html."""
    taken: dict[str, str] = {}
    problems = []
    for address, place in _claims(entries, files, languages):
        other = taken.setdefault(address, place)
        if other != place:
            message = f"stands at the same address as {other}: {address}"
            problems.append(Problem(place, 0, "P03", Severity.ERROR, message, "rename one of the two"))
    return problems


def _claims(
    entries: Iterable[Entry], files: Mapping[str, Mapping[str, Source]], languages: Languages
) -> Iterable[tuple[str, str]]:
    for entry in entries:
        for language in languages:
            source = entry.shown(language.code).source
            yield addresses.page(entry.path, language), source.place if source else entry.path
        for part in entry.parts:
            yield addresses.parallel(entry.path, part.name), f"{entry.path}, side by side"
    for path, versions in files.items():
        for code, source in versions.items():
            yield addresses.file(path, languages.by_code(code)), source.place
