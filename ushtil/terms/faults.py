"""What is wrong with a termbase as a whole: ids, languages, references, and terms that are ambiguous."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from ushtil.language.common import is_common
from ushtil.language.stemming import stemmer
from ushtil.language.words import fold, words
from ushtil.languages import Languages
from ushtil.problems import Problem, Severity
from ushtil.terms.concepts import Term
from ushtil.terms.reading import ENDING, File


def without_duplicates(files: Iterable[File]) -> tuple[File, ...]:
    """The files without those whose id another has; the one that is named by the id stays."""
    kept: dict[str, File] = {}
    for file in sorted(files, key=lambda file: (not _is_named_by_id(file), file.place)):
        kept.setdefault(_key(file), file)
    return tuple(sorted(kept.values(), key=lambda file: file.place))


def find(
    files: Sequence[File], kept: Sequence[File], subjects: File | None, languages: Languages
) -> Iterator[Problem]:
    """All faults of the files, of which `kept` are those that make up the termbase."""
    yield from _ids(files, kept)
    for file in files:
        yield from _languages(file, languages)
    yield from _foreign_languages(files, languages)
    yield from _references(kept, subjects)
    for code in languages.codes:
        yield from _ambiguous_terms(kept, code)
        yield from _common_words(kept, code)


# --- ids, languages, references ------------------------------------------------------------------------


def _key(file: File) -> str:
    # Two ids that differ in capitals alone would be one file on Windows.
    return file.concept.id.casefold() if file.concept else file.place


def _is_named_by_id(file: File) -> bool:
    return bool(file.concept) and file.concept.id == PurePosixPath(file.place).stem  # type: ignore[union-attr]


def _ids(files: Iterable[File], kept: Iterable[File]) -> Iterator[Problem]:
    """G05: a file that is not named by its id, and an id that another file has."""
    holders = {_key(file): file for file in kept}
    for file in files:
        if not file.concept:
            continue
        name, holder = file.concept.id, holders[_key(file)]
        if holder is not file:
            message = f"the id {name} stands in {holder.place}:{holder.line('id')} already"
            remedy = "give this concept another id; until then it is left out"
            yield file.error("id", "G05", message, remedy)
        elif not _is_named_by_id(file):
            message = f"the id {name} is not the name of the file"
            yield file.error("id", "G05", message, f"rename the file {name}{ENDING}, or correct the id")


def _languages(file: File, languages: Languages) -> Iterator[Problem]:
    """G06: a language that each concept must have."""
    for language in languages:
        if file.terms is not None and language.required and language.code not in file.terms:
            remedy = f"write {language.code}: {{preferred: …}} below terms"
            yield file.error("terms", "G06", f"{language.name} ({language.code}) is missing", remedy)


def _foreign_languages(files: Iterable[File], languages: Languages) -> Iterator[Problem]:
    """G04: languages that the site does not have, each told once."""
    told: set[str] = set()
    for file in files:
        for code in file.terms or ():
            if code not in languages.codes and code not in told:
                told.add(code)
                message = f"the site has no language {code!r}; its terms are left out"
                remedy = f"the languages of the site are {', '.join(languages.codes)}"
                name = f"terms.{code}"
                yield Problem(file.place, file.line(name), "G04", Severity.NOTE, message, remedy)


def _references(kept: Sequence[File], subjects: File | None) -> Iterator[Problem]:
    """G08: related concepts that are not there or are the concept itself, and unknown subjects."""
    ids = {file.concept.id for file in kept if file.concept}
    for file in kept:
        if (concept := file.concept) is None:
            continue
        for name in concept.related:
            if name == concept.id:
                yield file.warning("related", "G08", f"{name} is related to itself", "take it out")
            elif name not in ids:
                message = f"the related concept {name} is not there"
                yield file.error("related", "G08", message, f"write {name}{ENDING}, or take it out")
        if subjects and concept.subject and concept.subject not in subjects.value:
            message = f"the subject {concept.subject} is unknown"
            remedy = f"write it into {subjects.place}, or use one of {', '.join(subjects.value)}"
            yield file.warning("subject", "G08", message, remedy)


# --- terms ---------------------------------------------------------------------------------------------


class _Use(NamedTuple):
    """A term where it stands."""

    term: Term
    file: File
    name: str
    """The key of it ("terms.kk.variants.0.term")."""


def _uses(files: Iterable[File], code: str) -> Iterator[_Use]:
    for file in files:
        entry = file.concept.terms.get(code) if file.concept else None
        for number, term in enumerate(entry.terms() if entry else ()):
            yield _Use(term, file, _place(file, code, term, number))


def _place(file: File, code: str, term: Term, number: int) -> str:
    """The key under which the term stands that is the one of this number in its entry."""
    entry = file.concept.terms[code] if file.concept else None
    abbreviations = len(entry.abbreviations) if entry else 0
    if not number:
        return f"terms.{code}.preferred"
    if term.is_abbreviation:
        return f"terms.{code}.abbreviations.{number - 1}"
    return f"terms.{code}.variants.{number - 1 - abbreviations}.term"


def _ambiguous_terms(files: Iterable[File], code: str) -> Iterator[Problem]:
    """G07: one term for two concepts, told at both; a warning where only the stems are the same."""
    by_stems: dict[tuple[str, ...], list[_Use]] = defaultdict(list)
    for use in _uses(files, code):
        by_stems[_stems(use.term.text, code)].append(use)
    for uses in by_stems.values():
        if len({use.file.place for use in uses}) < 2:
            continue
        by_form: dict[tuple[str, ...], list[_Use]] = defaultdict(list)
        for use in uses:
            by_form[_form(use.term.text)].append(use)
        for use in uses:
            if same := _elsewhere(use, by_form[_form(use.term.text)]):
                yield _ambiguous(use, same, True)
            elif other := _elsewhere(use, uses):
                yield _ambiguous(use, other, False)


def _elsewhere(use: _Use, uses: Iterable[_Use]) -> _Use | None:
    """The first of some uses that stands in another file."""
    return next((other for other in uses if other.file is not use.file), None)


def _ambiguous(use: _Use, other: _Use, is_same: bool) -> Problem:
    concept = other.file.concept.id if other.file.concept else ""
    place = f"{other.file.place}:{other.file.line(other.name)}"
    if is_same:
        message = f"the term {use.term.text!r} is a term of {concept}, too ({place})"
        remedy = "keep it in one of the two: in a text the first of the ids is taken"
        return use.file.error(use.name, "G07", message, remedy)
    message = (
        f"the term {use.term.text!r} has the stems of {other.term.text!r}, a term of {concept} ({place})"
    )
    remedy = "make one of the two longer: in a text one is taken for the other"
    return use.file.warning(use.name, "G07", message, remedy)


def _stems(text: str, code: str) -> tuple[str, ...]:
    """The key by which a text's words are compared with a term: stems, or the capitals of an abbreviation."""
    if _is_in_capitals(text):
        return ("", *_form(text))
    return tuple(map(stemmer(code), _forms(text)))


def _form(text: str) -> tuple[str, ...]:
    """The words of a term as they are written, but for small differences of typing."""
    return tuple(map(fold, _forms(text)))


def _forms(text: str) -> list[str]:
    return [word.form for word in words(text)] or [text]


def _is_in_capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def _common_words(files: Iterable[File], code: str) -> Iterator[Problem]:
    """G09: a term of one word that texts use for much else."""
    for use in _uses(files, code):
        forms = _forms(use.term.text)
        if len(forms) == 1 and not _is_in_capitals(use.term.text) and is_common(forms[0], code):
            message = f"the term {use.term.text!r} is a common word"
            remedy = "use a longer one: it is found wherever texts use the word for something else"
            yield use.file.warning(use.name, "G09", message, remedy)
