"""The termbase: all concepts of a folder, and the subjects that order them.

    glossary/
    ├─ subjects.yml      id → name by language, in the order in which readers see them
    └─ <concept>.yml     one concept a file, named by its id

Codes: G01 the file cannot be read, G02 a key is missing, G03 a value is wrong, G04 a key is unknown,
G05 an id is not the file's name or stands twice, G06 a required language is missing, G07 one term for two
concepts, G08 a subject or a related concept is not there, G09 a term is a common word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from ushtil.languages import Languages
from ushtil.problems import Outcome, Problem, Severity, Unreadable
from ushtil.terms import faults, reading
from ushtil.terms.concepts import Concept
from ushtil.terms.reading import ENDING, File

FOLDER = "glossary"
"""The folder of a root's own termbase."""
SUBJECTS = f"subjects{ENDING}"
LARGEST = 500_000
_SUBJECTS = reading.schema("subjects.schema.json")


@dataclass(frozen=True)
class Termbase:
    """Concepts in the order of their ids; subject id → its name by language, in the order of subjects.yml."""

    concepts: tuple[Concept, ...] = ()
    subjects: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Concept]:
        return {concept.id: concept for concept in self.concepts}


def read(folder: Path, languages: Languages, place: str | None = None) -> Outcome[Termbase]:
    """The termbase in a folder, which problems call `place`. Raises `Unreadable` where there is no folder."""
    files = texts(folder, str(folder) if place is None else place)
    parsed = parse(files.value, languages)
    return Outcome(parsed.value, tuple(sorted((*files.problems, *parsed.problems))))


def parse(files: Mapping[str, str], languages: Languages) -> Outcome[Termbase]:
    """The termbase of some texts by path ("glossary/upr.yml"). A function of its input alone."""
    problems: list[Problem] = []
    subjects: File | None = None
    found: list[File] = []
    for place, text in sorted(files.items()):
        if PurePosixPath(place).name == SUBJECTS:
            outcome = reading.load(text, place, _SUBJECTS)
            subjects = outcome.value
        else:
            outcome = reading.read(text, place, languages)
            found.append(outcome.value)
        problems += outcome.problems
    kept = faults.without_duplicates(found)
    problems += faults.find(found, kept, subjects, languages)
    termbase = Termbase(tuple(_concepts(kept)), _names(subjects, languages))
    return Outcome(termbase, tuple(sorted(set(problems))))


def _concepts(files: Iterable[File]) -> Iterator[Concept]:
    """The concepts in the order of their ids, each related to those alone that are there."""
    found = {file.concept.id: file.concept for file in files if file.concept}
    for name, concept in sorted(found.items()):
        related = tuple(other for other in concept.related if other in found and other != name)
        yield replace(concept, related=related)


def _names(subjects: File | None, languages: Languages) -> Mapping[str, Mapping[str, str]]:
    """Subject id → its name by language, of those that the site has."""
    told = subjects.value if subjects else {}
    return {
        name: {code: names[code] for code in languages.codes if isinstance(names.get(code), str)}
        for name, names in told.items()
        if isinstance(names, dict)
    }


# --- the folder ----------------------------------------------------------------------------------------


def texts(folder: Path, place: str) -> Outcome[Mapping[str, str]]:
    """The texts of a folder's files by path from `place`. Raises `Unreadable` where there is no folder."""
    try:
        files = sorted(folder.iterdir(), key=lambda file: file.name)
    except OSError as error:
        remedy = f"name a folder of files <concept>{ENDING}"
        raise Unreadable(f"{folder}: the termbase can't be read: {error.strerror}; {remedy}") from None
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for file in files:
        name = str(PurePosixPath(place) / file.name)
        if fault := _fault(file):
            problems.append(Problem(name, 0, "G01", Severity.ERROR, *fault))
        elif _is_ours(file):
            try:
                found[name] = _text(file)
            except (OSError, ValueError) as error:
                what, remedy = f"the file can't be read: {error}", "save it as UTF-8"
                problems.append(Problem(name, 0, "G01", Severity.ERROR, what, remedy))
    return Outcome(found, tuple(problems))


def _is_ours(file: Path) -> bool:
    return file.suffix == ENDING and not file.name.startswith(".")


def _fault(file: Path) -> tuple[str, str] | None:
    """What hinders that a file of the termbase is read, and the remedy."""
    if file.suffix == ".yaml" and not file.name.startswith("."):
        return f"the name does not end in {ENDING}", f"rename it {file.stem}{ENDING}"
    if not _is_ours(file):
        return None
    if file.is_symlink():
        return "a symbolic link is not followed", "copy the file here"
    if not file.is_file():
        return "it is no file", f"put the concepts into files <concept>{ENDING} of this folder"
    return None


def _text(file: Path) -> str:
    """The text of a file. Raises `OSError` and, for what is no text of a fitting size, `ValueError`."""
    with file.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(f"it has more than {LARGEST} bytes, too many for one concept")
    return data.decode("utf-8")
