"""Source documents into the trees: what would be written, and what the report says of it.

    files → readings, one a language → pinned to what is there → pages → `Plan`

A plan changes nothing; the edge shows it (`--check`) or commits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..alignment.pinning import Doubt, pin, pin_to, taken_by
from ..languages import Language, Languages
from ..markup import paging, writer
from ..markup.trees import Version, versions_of
from ..model import Kind, Page
from ..problems import Outcome, Problem, Severity, Unreadable
from ..status.imported import Origin, hashes_of
from .plain import Reading
from .readers import bytes_of, read_file

DOCUMENT = re.compile(r"^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:/[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$")
RESERVED = {"con", "prn", "aux", "nul", "index"}


@dataclass(frozen=True)
class Imported:
    """One document of the plan, as the report tells of it."""

    language: str
    pages: tuple[str, ...]
    sections: int
    paragraphs: int
    footnotes: int
    reading: Reading
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What to write (path below the root → text, None to delete), and the documents it makes."""

    changes: Mapping[str, str | None] = field(default_factory=dict)
    documents: tuple[Imported, ...] = ()
    before: Mapping[str, str] = field(default_factory=dict)
    """The present text of the files that change."""


@dataclass(frozen=True)
class Input:
    """A reading and the file that it comes from."""

    reading: Reading
    file: Path
    checksum: str


def plan(
    files: Iterable[Path], document: str, root: Path, languages: Languages, code: str = ""
) -> Outcome[Plan]:
    """What importing `files` as `document` would write under `root`. Raises `Unreadable`.

    With an error among the problems nothing of the plan may be written.
    """
    check_id(document, languages)
    inputs, problems = inputs_of(files, languages, code)
    versions = versions_of(document, root, languages)
    original = original_of(versions, inputs)
    long = any(version.is_folder for version in versions.values()) or (
        not versions and any(paging.is_long(item.reading.document.pages[0]) for item in inputs)
    )
    result = Plan()
    # The original first: what is imported along with it records what it was translated from.
    for item in sorted(inputs, key=lambda item: item.reading.document.language != original):
        step = plan_one(item, document, languages, versions, original, long)
        problems += step.problems
        result = merged(result, step.value)
    return Outcome(result, tuple(problems))


def check_id(document: str, languages: Languages) -> None:
    """Raise `Unreadable` for an id that cannot be a path in every tree."""
    parts = set(document.split("/"))
    if not DOCUMENT.fullmatch(document) or parts & (RESERVED | set(languages.codes)):
        raise Unreadable(
            f"--doc {document!r} can't name a document; use small Latin letters, digits and hyphens, "
            "no language's code alone, for example --doc report-2022"
        )


def inputs_of(files: Iterable[Path], languages: Languages, code: str) -> tuple[list[Input], list[Problem]]:
    """The readings of all files, the largest first; two in one language cannot be told apart."""
    inputs: list[Input] = []
    problems: list[Problem] = []
    for file in files:
        outcome = read_file(file, languages.codes, code)
        checksum = sha256(bytes_of(file)).hexdigest()
        inputs += [Input(reading, file, checksum) for reading in outcome.value]
        problems += outcome.problems
    held: dict[str, Path] = {}
    for item in inputs:
        language = item.reading.document.language
        if language in held:
            raise Unreadable(
                f"{item.file} and {held[language]} both hold a text in '{language}'; "
                "import them as two documents (--doc)"
            )
        held[language] = item.file
    return sorted(inputs, key=lambda item: -size(item.reading)), problems


def size(reading: Reading) -> int:
    """The length of a reading in letters."""
    sections = reading.document.sections()
    return sum(len(block.text) for section in sections for block in section.blocks)


def original_of(versions: Mapping[str, Version], inputs: Sequence[Input]) -> str:
    """The language of the original: what the trees say, else that of the largest text."""
    said = [
        str(version.metadata["original"]) for version in versions.values() if "original" in version.metadata
    ]
    return said[0] if said else inputs[0].reading.document.language


def plan_one(
    item: Input, document: str, languages: Languages, versions: dict[str, Version], original: str, long: bool
) -> Outcome[Plan]:
    """The plan for one language; the version that it makes joins `versions` for those after it."""
    reading = item.reading
    language = languages.by_code(reading.document.language)
    page = reading.document.pages[0]
    own = versions.get(language.code)
    reference = own or max(versions.values(), key=lambda v: len(list(v.root.walk())), default=None)
    doubts: tuple[Doubt, ...] = ()
    if reference:
        taken = taken_by(version.root for version in versions.values())
        pinned = pin_to(page.root, reference.root, taken, same_language=own is not None)
        root, doubts = pinned.root, pinned.doubts
    else:
        root = pin(page.root)
    page = Page(f"{document}.md", root, page.footnotes)
    pages = paging.split(page, document, paths_of(versions)) if long else (page,)
    source = versions.get(original)
    origin = Origin()
    if source and language.code != original:
        origin = Origin(hashes_of(source.texts.values()), hashes_of(own.texts.values() if own else ()))
    texts = {path_of(language, part): text_of(part, item, document, original, own, origin) for part in pages}
    versions[language.code] = Version(
        language, root, {"original": original}, paths_by_section(pages), texts, long
    )
    present = dict(own.texts) if own else {}
    changes: dict[str, str | None] = {path: text for path, text in texts.items() if present.get(path) != text}
    changes.update({path: None for path in present if path not in texts})
    report = Imported(language.code, tuple(texts), *counts(root, page), reading, doubts)
    before = {path: present[path] for path in changes if path in present}
    return Outcome(Plan(changes, (report,), before), tuple(conflicts(own, changes)))


def path_of(language: Language, page: Page) -> str:
    """Where a page is written, from the root."""
    return f"{language.tree}/{page.path}"


def counts(root: Any, page: Page) -> tuple[int, int, int]:
    """Sections (headings), numbered paragraphs and notes."""
    sections = [section for section in root.walk() if section.title]
    paragraphs = sum(1 for section in root.walk() for block in section.blocks if block.kind is not Kind.RAW)
    return len(sections), paragraphs, len(page.footnotes)


def text_of(
    page: Page, item: Input, document: str, original: str, own: Version | None, origin: Origin
) -> str:
    """The file of a page: what the source tells, over that what a maintainer added to the front matter."""
    body = writer.body(page)
    kept = own.metadata_of.get(page.path, {}) if own else {}
    read = item.reading.document
    about: dict[str, Any] = {"doc": document, "original": original}
    if read.language == original:
        about["status"] = "original"
    if page.path == f"{document}.md" or page.path.endswith("/index.md"):
        about |= {"title": document.rpartition("/")[2].replace("-", " ").capitalize(), **read.metadata}
    else:
        about["title"] = writer.title_text(page.root)
    about["source"] = {"file": item.file.name, "sha256": item.checksum}
    if page.root.title:
        about.setdefault("title", writer.title_text(page.root))
    about |= {**kept, "source": {**kept.get("source", {}), **about["source"]}}
    if origin.sections:
        about["translated_from"] = origin.recorded_by(body, kept.get("translated_from") or {})
    return writer.write(page, {**about, "imported": writer.body_hash(body)})


def paths_of(versions: Mapping[str, Version]) -> dict[str, str]:
    """Section id → the page where it stands at the top, in any version."""
    return {section: path for version in versions.values() for section, path in version.paths.items()}


def paths_by_section(pages: Sequence[Page]) -> dict[str, str]:
    """Section id → page, for the sections at the top of pages and on the index."""
    index, *others = pages
    found = {page.root.id: page.path for page in others}
    return found | {section.id: index.path for section in index.root.sections}


def conflicts(own: Version | None, changes: Mapping[str, str | None]) -> list[Problem]:
    """Files that a maintainer edited since they were imported and that would now change."""
    return [
        Problem(
            path,
            0,
            "S10",
            Severity.ERROR,
            "was edited since it was imported and would be overwritten",
            "import into an empty folder (--root DIR) and merge the difference by hand, "
            "or delete the file and import again",
        )
        for path in changes
        if own and path in own.edited
    ]


def merged(a: Plan, b: Plan) -> Plan:
    """Two plans as one."""
    return replace(
        a,
        changes={**a.changes, **b.changes},
        documents=(*a.documents, *b.documents),
        before={**a.before, **b.before},
    )
