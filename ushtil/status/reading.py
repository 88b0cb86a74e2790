"""The sources under a root, read for a status or an edit."""

from __future__ import annotations

from pathlib import Path

from ushtil.languages import Languages
from ushtil.markup.sources import Sources, Trees, read
from ushtil.problems import Outcome, Unreadable
from ushtil.publish import trees


def read_trees(root: Path, languages: Languages) -> Outcome[Trees]:
    """Language → path → text of each page, None for other files; each text as it stands, line ends too.

    Raises `Unreadable` where there are no trees, or a page is not UTF-8.
    """
    scanned = trees.scan(root, languages)
    texts = {
        code: {path: read_text(source) if source.is_page else None for path, source in found.items()}
        for code, found in scanned.value.items()
    }
    return Outcome(texts, scanned.problems)


def read_sources(root: Path, languages: Languages) -> Outcome[Sources]:
    """All pages of all trees, with what is wrong with their front matter. Raises `Unreadable` likewise."""
    outcome = read_trees(root, languages)
    sources = read(outcome.value, languages)
    faults = tuple(fault for text in sources.all() for fault in text.faults)
    return Outcome(sources, (*outcome.problems, *faults))


def read_text(source: trees.Source) -> str:
    """A page as it stands, its line ends too. Raises `Unreadable`."""
    try:
        return source.file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{source.place}: cannot be read: {error}; save it as UTF-8") from error
