"""What there is to download: `dist/downloads.json`, which `ushtil archive` writes and a build reads.

One object: the `version` and the `date` of the content, and the `editions`, each with its `name` (of the
file), `kind`, `language`, `title`, `size` in bytes and `sha256`.  Nothing that it does not tell of may stand
beside it, for the next archives replace the folder.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from ushtil.archive import manifest
from ushtil.archive.contents import Contents, Kind
from ushtil.archive.editions import ZIP, Edition
from ushtil.archive.verifying import LITTER
from ushtil.problems import Outcome, Problem, Severity, Unreadable

FOLDER, DIST = "downloads", "dist"
LIST = "downloads.json"
# A file of the folder itself.
_NAME = re.compile(r"[^./\\\0][^/\\\0]*")


@dataclass(frozen=True)
class Download:
    """An edition with what is known once it is made."""

    name: str
    kind: Kind
    language: str
    title: str
    size: int
    sha256: str

    @property
    def listed(self) -> str:
        """The file beside it that lists what it holds, as the manifest inside does; "" for a book."""
        return manifest.beside(self.name.removesuffix(ZIP)) if self.name.endswith(ZIP) else ""


@dataclass(frozen=True)
class Offer:
    """The editions of one date, in the order in which they are listed."""

    date: str
    downloads: tuple[Download, ...]


def text(contents: Contents, made: Iterable[Download]) -> str:
    """The list of what was made."""
    order, codes = list(Kind), [language.code for language in contents.languages]
    rows = sorted(
        made,
        key=lambda one: (order.index(one.kind), codes.index(one.language) if one.language else 0, one.name),
    )
    value = {"version": contents.version, "date": contents.date, "editions": [asdict(row) for row in rows]}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def of(edition: Edition, file: Path, sha256: str) -> Download:
    """An edition that stands in `file`."""
    return Download(edition.name, edition.kind, edition.language, edition.title, file.stat().st_size, sha256)


def read(dist: Path) -> Outcome[Offer | None]:
    """What `dist` offers; None where it has no list. What is not there as listed is left out, and told.

    Raises `Unreadable` for a list that `ushtil archive` has not written.
    """
    if not (dist / LIST).is_file():
        return Outcome(None)
    listed = _listed(dist, f"remove {dist}, and run ushtil archive again")
    offer = replace(listed, downloads=tuple(one for one in listed.downloads if _is_there(one, dist)))
    lost = [one.name for one in listed.downloads if one not in offer.downloads]
    remedy = "run ushtil archive again"
    fault = "is not there as downloads.json tells, or the list of its files is not; it is not offered"
    told_lost = (Problem(f"{DIST}/{name}", 0, "Z06", Severity.WARNING, fault, remedy) for name in lost)
    return Outcome(offer if offer.downloads else None, tuple(told_lost))


def refuse(dist: Path) -> None:
    """Raises `Unreadable` where `dist` has what `ushtil archive` did not put there: it is replaced whole."""
    if not (dist / LIST).is_file():
        return
    offer = _listed(dist, f"empty {dist}, or choose another --out")
    ours = {LIST, *LITTER}
    for one in offer.downloads:
        ours |= {one.name, one.name + manifest.ENDING, one.listed}
    strange = sorted(file.name for file in dist.iterdir() if file.name not in ours or file.is_dir())
    if strange:
        what = f"{dist / strange[0]}: is not one of the archives that {LIST} tells of"
        others = f", nor are {len(strange) - 1} more" if strange[1:] else ""
        why = f"and all of {dist} would be replaced"
        raise Unreadable(f"{what}{others}, {why}; move or remove it, or choose another --out")


def _listed(dist: Path, remedy: str) -> Offer:
    """All that the list tells of. Raises `Unreadable`, with the remedy."""
    file = dist / LIST
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return Offer(str(told["date"]), tuple(_download(row) for row in told["editions"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unreadable(f"{file}: no list of downloads ({error}); {remedy}") from error


def _download(row: dict[str, Any]) -> Download:
    made = Download(**{**row, "kind": Kind(row["kind"])})
    if not _NAME.fullmatch(made.name) or not isinstance(made.size, int):
        raise ValueError(f"not a file's name and size: {made.name!r}, {made.size!r}")
    return made


def _is_there(one: Download, dist: Path) -> bool:
    files = [dist / name for name in (one.name, one.listed) if name]
    is_there = all(file.is_file() and not file.is_symlink() for file in files)
    return is_there and files[0].stat().st_size == one.size


def place(offer: Offer, dist: Path, site: Path) -> None:
    """Puts the files into the site, as links where that can be, and beside each what vouches for it."""
    (site / FOLDER).mkdir(exist_ok=True)
    for one in offer.downloads:
        for name in filter(None, (one.name, one.listed)):
            _link(dist / name, site / FOLDER / name)
        beside = site / FOLDER / (one.name + manifest.ENDING)
        beside.write_text(manifest.text({one.name: one.sha256}), encoding="utf-8", newline="\n")


def _link(file: Path, target: Path) -> None:
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)
