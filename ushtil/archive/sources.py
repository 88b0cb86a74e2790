"""What a site is made of, for whoever edits, translates or analyses it.

docs/ docs_ru/ docs_kk/     the texts, pictures and data as they stand in the root
glossary/ languages.toml    the termbase, and the languages if the root tells its own
LICENSE LICENSE-TEXTS       on which terms
exports/                    what the built site has for other programs: the termbase, citations, lists
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ushtil import languages
from ushtil.publish import trees
from ushtil.publish.site import Site
from ushtil.terms.termbase import FOLDER

EXPORTS = "exports"
ENDINGS = {".tbx", ".ttl", ".csv", ".json", ".bib", ".ris"}
"""Of the forms for other programs."""


def files(site: Site, built: Path) -> Iterator[tuple[str, Path]]:
    """Name in the archive and file. Symbolic links are left out: they may lead anywhere."""
    root = site.root
    for sources in trees.scan(root, site.languages).value.values():
        for source in sources.values():
            yield source.place, source.file
    termbase = root / FOLDER
    loose = (root / languages.FILE, *sorted(root.glob("LICENSE*")))
    for file in (*sorted(termbase.rglob("*.yml")), *loose):
        if file.is_file() and not file.is_symlink():
            yield file.relative_to(root).as_posix(), file
    taken = site.places
    for file in sorted(built.rglob("*")):
        name = file.relative_to(built).as_posix()
        if file.suffix in ENDINGS and name not in taken and file.is_file():
            yield f"{EXPORTS}/{name}", file
