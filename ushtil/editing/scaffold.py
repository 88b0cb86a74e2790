"""Pages begun: a new one, and the translation of one that is there.

A translation has the sections and paragraphs of its original with the same ids and numbers, each still in the
language of the original and marked so: readers, their software and `ushtil status` are told the truth at
every moment of the work.

    ## Пытки {#s1 .untranslated lang="ru"}      →  a translator writes  →    ## Torture {#s1}

    Было 14 жалоб.                                                           There were 14 complaints.
    {: #p1 .untranslated lang="ru" }                                         {: #p1 }
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from ushtil.editing import attributes
from ushtil.editing.headings import page_id
from ushtil.languages import Language, Languages
from ushtil.markup import frontmatter
from ushtil.markup.scan import scan
from ushtil.problems import Unreadable
from ushtil.status.passages import UNTRANSLATED, hashes

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_RESERVED = {"con", "prn", "aux", "nul", "readme"}
_KEPT = ("author", "date", "order", "tags", "template", "hide", "search", "source")
# Of the source document, what names the file of one language.
_OF_FILE = ("file", "sha256")
# What belongs to the text in one language: printed pages, accepted contradictions.
_OWN = re.compile(r"[ ]+(?:data-page|accept)=(?:\"[^\"]*\"|\S+)")
_TRANSLATOR = "# translator: your name\n# updated: the day of the translation, which the feed tells\n"


def check_path(path: str, languages: Languages) -> None:
    """Raise `Unreadable` for a path that cannot be a page in every tree and at every address."""
    parts = path.removesuffix(".md").split("/")
    wrong = [part for part in parts if not _NAME.fullmatch(part) or part in {*_RESERVED, *languages.codes}]
    if wrong:
        raise Unreadable(
            f"{path}: {wrong[0]!r} can't be part of a page's name; use small Latin letters, digits and "
            "hyphens, no language's code alone, for example reports/review-2022"
        )


def new(path: str, language: Language, text: str) -> str:
    """The file of a new page with one paragraph, `text`, which is to be overwritten."""
    name = page_id(path)
    title = name.removeprefix("page-").replace("-", " ").capitalize()
    about = {"title": title, "doc": _document(path), "original": language.code, "status": "original"}
    return f"{frontmatter.render(about)}\n# {title} {{#{name}}}\n\n{text}\n{{: #p1 }}\n"


def translation(text: str, path: str, original: Language) -> str:
    """The file of a translation to be made of the original page `text`, in whose language it still stands."""
    front = frontmatter.parse(text, f"{original.tree}/{path}")
    if any(problem.code == "F02" for problem in front.problems):
        raise Unreadable(str(front.problems[0]))
    _, body, line = frontmatter.split(text)
    mark = f'.{UNTRANSLATED} lang="{original.code}"'
    found = scan(body)
    headings = dict.fromkeys(found.headings, mark)
    paragraphs = dict.fromkeys((p for p in found.paragraphs if not p.stray), mark)
    marked = attributes.apply(body, headings, paragraphs, behind=True)
    about = _about(front.value.metadata, path, original, hashes(body, scan(body, line)))
    return _with_translator(frontmatter.render(about)) + _without_own(marked)


def _about(
    metadata: Mapping[str, Any], path: str, original: Language, translated_from: Mapping[str, str]
) -> dict[str, Any]:
    """The front matter of a translation; the title is the original's until it is translated."""
    title = metadata.get("title") or page_id(path).replace("-", " ").capitalize()
    about: dict[str, Any] = {"title": title, "doc": metadata.get("doc") or _document(path)}
    about |= {"original": original.code, "status": "unofficial"}
    about |= {key: metadata[key] for key in _KEPT if key in metadata}
    if isinstance(about.get("source"), Mapping):
        about["source"] = {key: value for key, value in about["source"].items() if key not in _OF_FILE}
    return {**about, "translated_from": dict(translated_from)}


def _with_translator(head: str) -> str:
    """Front matter with lines for the translator's name and day, empty keys being no valid ones."""
    return re.sub(r"(?m)^(status: .*\n)", rf"\1{_TRANSLATOR}", head, count=1)


def _without_own(marked: str) -> str:
    """Lines of attributes without what belongs to the original alone."""
    lines = [
        _OWN.sub("", line) if UNTRANSLATED in line and line.lstrip("> ").startswith("{:") else line
        for line in re.split(r"(?<=\n)", marked)
    ]
    return "".join(lines)


def _document(path: str) -> str:
    """The id of the document that a page begins: its path, that of its folder for an index."""
    where = PurePosixPath(path.removesuffix(".md"))
    return where.parent.as_posix() if where.name == "index" and len(where.parts) > 1 else where.as_posix()
