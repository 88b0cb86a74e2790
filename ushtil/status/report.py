"""The state of every translation: page by page, section by section, and how much of each language is done.

                         translated_from has   the original's text
    section              its hash              is still that one       state
    in both              yes                   yes                     current
    in both              yes                   no                      stale
    in both              no                                            unrecorded
    in both, marked {.untranslated}                                    untranslated
    in the original only                                               missing
    in the translation only                                            extra

The original of a page is the language that `original` of any of its versions names, and not the site's
default: a Russian article is translated into English.  Where the original itself is not here, nothing can
be compared: what is there is `unrecorded`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ushtil.status.passages import Passage, passages

if TYPE_CHECKING:
    from ushtil.markup.sources import Sources, Text


class State(StrEnum):
    """What became of a section in a translation; the value is its name in reports."""

    CURRENT = "current"
    STALE = "stale"
    UNRECORDED = "unrecorded"
    UNTRANSLATED = "untranslated"
    MISSING = "missing"
    EXTRA = "extra"


@dataclass(frozen=True)
class SectionStatus:
    """One section of a translation. `line` is its heading's, 0 where there is none.

    `title` is the original's where that has the section, `own_title` the translation's; both are Markdown.
    """

    id: str
    title: str
    state: State
    line: int = 0
    recorded: str = ""
    """The hash that the translation was made from."""
    source: str = ""
    """The hash of the original as it is now."""
    own_title: str = ""


@dataclass(frozen=True)
class PageStatus:
    """One page in one language that is not its original's. `place` is its path from the root."""

    path: str
    language: str
    original: str
    place: str
    exists: bool
    is_reviewed: bool
    sections: tuple[SectionStatus, ...] = ()
    source: Mapping[str, Passage] = field(default_factory=dict)
    """The passages of the original; none where it is not here."""
    source_place: str = ""

    def count(self, *states: State) -> int:
        """How many sections have one of these states."""
        return sum(section.state in states for section in self.sections)


@dataclass(frozen=True)
class Total:
    """How much of a language is done. `sections` are those of originals in other languages."""

    language: str
    pages: int
    existing: int
    reviewed: int
    sections: int
    states: Mapping[State, int]

    @property
    def percent(self) -> int:
        """Current sections in a hundred, rounded down: 100 means that nothing is left to do."""
        return 100 * self.states.get(State.CURRENT, 0) // self.sections if self.sections else 100


def report(sources: Sources) -> tuple[PageStatus, ...]:
    """The status of every page in every language but its original's, in the order of paths."""
    paths = sorted({text.path for text in sources.all()})
    return tuple(page for path in paths for page in _page(path, sources))


def totals(pages: Iterable[PageStatus], codes: Iterable[str]) -> tuple[Total, ...]:
    """What the pages come to, language by language in the order of `codes`."""
    held = tuple(pages)
    return tuple(_total(code, [page for page in held if page.language == code]) for code in codes)


def original_of(versions: Iterable[Text], default: str) -> str:
    """The language that a page was written in: as a version tells, its only one, the site's, the first."""
    texts = tuple(versions)
    told = next(filter(None, (str(text.front.metadata.get("original") or "") for text in texts)), "")
    there = [text.language.code for text in texts]
    if told or not there:
        return told
    return default if default in there and len(there) > 1 else there[0]


def passages_of(text: Text) -> dict[str, Passage]:
    """The passages of a page of the sources."""
    return passages(text.front.body, text.scan)


def _page(path: str, sources: Sources) -> Iterator[PageStatus]:
    """The statuses of one page, a language after another."""
    versions = {text.language.code: text for text in sources.versions(path)}
    original = original_of(versions.values(), sources.languages.default.code)
    source = versions.get(original)
    held = {code: passages_of(text) for code, text in versions.items()}
    # Without the original the sections that a translator would expect are those of any other version.
    expected = held.get(original) or next(iter(held.values()))
    for language in sources.languages:
        if language.code == original:
            continue
        text = versions.get(language.code)
        own = held.get(language.code, {})
        known = bool(source)
        sections = tuple(_sections(expected, own, _recorded(text), known) if text else _missing(expected))
        yield PageStatus(
            path=path,
            language=language.code,
            original=original,
            place=f"{language.tree}/{path}",
            exists=text is not None,
            is_reviewed=bool(text and text.front.metadata.get("reviewed_by")),
            sections=sections,
            source=held.get(original, {}),
            source_place=source.place if source else "",
        )


def _recorded(text: Text | None) -> dict[str, str]:
    """What a translation says that it was made from."""
    told = text.front.metadata.get("translated_from") if text else None
    return {str(name): str(value) for name, value in told.items()} if isinstance(told, Mapping) else {}


def _missing(expected: Mapping[str, Passage]) -> Iterator[SectionStatus]:
    for name, passage in expected.items():
        yield SectionStatus(name, passage.title, State.MISSING, source=passage.hash)


def _sections(
    source: Mapping[str, Passage], own: Mapping[str, Passage], recorded: Mapping[str, str], known: bool
) -> Iterator[SectionStatus]:
    """The sections of the original in its order, then those that it has not."""
    for name, passage in source.items():
        here, hash_ = own.get(name), recorded.get(name, "")
        if here is None:
            yield SectionStatus(name, passage.title, State.MISSING, 0, hash_, passage.hash)
        else:
            state = _state(here, passage, hash_) if known else State.UNRECORDED
            now = passage.hash if known else ""
            yield SectionStatus(name, passage.title, state, here.line, hash_, now, here.title)
    for name, here in own.items():
        if name not in source:
            state = State.EXTRA if known else State.UNRECORDED
            recorded_here = recorded.get(name, "")
            yield SectionStatus(name, here.title, state, here.line, recorded_here, own_title=here.title)


def _state(here: Passage, source: Passage, recorded: str) -> State:
    if here.is_untranslated:
        return State.UNTRANSLATED
    if not recorded:
        return State.UNRECORDED
    return State.CURRENT if source.is_what(recorded) else State.STALE


def _total(code: str, pages: list[PageStatus]) -> Total:
    states = Counter(section.state for page in pages for section in page.sections)
    return Total(
        language=code,
        pages=len(pages),
        existing=sum(page.exists for page in pages),
        reviewed=sum(page.is_reviewed for page in pages),
        sections=sum(states.values()) - states[State.EXTRA],
        states=states,
    )
