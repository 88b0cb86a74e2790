"""What goes into each archive of a site that is built, and what it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ushtil.archive import manifest, marks, names, packing, sources, start
from ushtil.archive.contents import Contents, Kind
from ushtil.archive.marks import Build
from ushtil.archive.packing import Item
from ushtil.problems import Outcome, Problem, Severity
from ushtil.publish import editions
from ushtil.publish.site import Site

ZIP = ".zip"
PAGE = ".html"
# Of use to a server only, or to who mends the scripts.
LEFT_OUT = {"404.html", "robots.txt", "_headers"}
MAP = ".map"


@dataclass(frozen=True)
class Edition:
    """One archive or book. `title` is that of a document."""

    name: str
    kind: Kind
    language: str = ""
    title: str = ""


def foreseen(site: Site, contents: Contents) -> tuple[Problem, ...]:
    """What is wrong with the names of the pages, as far as the plan tells them: before anything is built."""
    places = site.places
    return _examine(places, Edition(f"{contents.prefix}{ZIP}", Kind.SITE), places)


def taken(folder: Path) -> Iterator[str]:
    """The files of a built site that are of use offline, by name."""
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix()
        is_hidden = any(part.startswith(".") for part in name.split("/"))
        if file.is_file() and not is_hidden and name not in LEFT_OUT and file.suffix != MAP:
            yield name


def of_site(folder: Path, stage: Path, site: Site, contents: Contents, code: str) -> Outcome[Edition | None]:
    """Packs the site that was built in `folder` for one language, or for all where `code` is empty.

    None where a name is not safe everywhere; the problems tell which. Raises OSError.
    """
    shown = editions.of_one(site, code)
    edition = Edition(
        f"{contents.prefix}{code and f'-{code}'}{ZIP}", Kind.LANGUAGE if code else Kind.SITE, code
    )
    held = sorted(taken(folder))
    problems = _examine(held, edition, shown.places)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Outcome(None, problems)
    digests = {name: manifest.digest(folder / name) for name in held}
    published = sorted(shown.languages.published, key=lambda language: not language.default)
    build = Build(marks.identity(digests, code), tuple(language.code for language in published))
    told = replace(contents, languages=shown.languages.all)
    pages = sum(name.endswith(PAGE) for name in held)
    items = [_item(name, folder / name, build) for name in held]
    _write(stage / edition.name, [*items, *_own(start.page(told, build, pages), build)], contents)
    return Outcome(edition, problems)


def of_sources(stage: Path, site: Site, contents: Contents, built: Path) -> Outcome[Edition | None]:
    """Packs what the site is made of, and its forms for other programs from `built`; else as `of_site`."""
    edition = Edition(f"{contents.prefix}-sources{ZIP}", Kind.SOURCES)
    held = dict(sources.files(site, built))
    problems = _examine(sorted(held), edition, {})
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Outcome(None, problems)
    digests = {name: manifest.digest(file) for name, file in held.items()}
    build = Build(marks.identity(digests, Kind.SOURCES), contents.codes)
    items = [packing.of_file(name, file) for name, file in held.items()]
    page = start.page(contents, build, len(items), is_site=False)
    _write(stage / edition.name, [*items, *_own(page, build)], contents)
    return Outcome(edition, problems)


def vouch(file: Path) -> str:
    """Writes the digest of an archive or a book beside it, and returns it."""
    digest = manifest.digest(file)
    file.with_name(file.name + manifest.ENDING).write_text(manifest.text({file.name: digest}), newline="\n")
    return digest


def _examine(held: Iterable[str], edition: Edition, places: Mapping[str, str]) -> tuple[Problem, ...]:
    own = (marks.START, marks.STYLE, manifest.NAME)
    return names.examine([*own, *held], edition.name.removesuffix(ZIP), places)


def _item(name: str, file: Path, build: Build) -> Item:
    return (
        Item(name, partial(_marked, name, file, build))
        if name.endswith(PAGE)
        else packing.of_file(name, file)
    )


def _marked(name: str, file: Path, build: Build) -> tuple[bytes]:
    return (marks.marked(file.read_bytes(), name, build),)


def _own(page: str, build: Build) -> list[Item]:
    return [packing.of_text(marks.START, page), packing.of_text(marks.STYLE, marks.style(build))]


def _write(target: Path, items: Iterable[Item], contents: Contents) -> None:
    listed = packing.pack(target, items, contents.date)
    target.with_name(manifest.beside(target.stem)).write_text(listed, encoding="utf-8", newline="\n")
