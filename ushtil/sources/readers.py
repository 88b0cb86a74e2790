"""Which reader takes which file. A reader of a new format is a module and a row here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ..problems import Outcome, Unreadable
from . import plain
from .encoding import LARGEST
from .plain import Reading

Reader = Callable[[bytes, str, Sequence[str], str], Outcome[tuple[Reading, ...]]]

READERS: dict[str, Reader] = {".txt": plain.read, ".text": plain.read, "": plain.read}

# Formats without a reader as yet: how to make plain text of them.
CONVERTED_BY = {
    ".docx": "soffice --headless --convert-to txt:Text {name}",
    ".doc": "soffice --headless --convert-to txt:Text {name}",
    ".odt": "soffice --headless --convert-to txt:Text {name}",
    ".rtf": "soffice --headless --convert-to txt:Text {name}",
    ".pdf": "pdftotext {name}",
    ".html": "pandoc --to plain --columns 100 {name} --output {stem}.txt",
    ".htm": "pandoc --to plain --columns 100 {name} --output {stem}.txt",
}
MAGIC = {b"%PDF-": ".pdf", b"PK\x03\x04": ".docx", b"{\\rtf": ".rtf", b"\xd0\xcf\x11\xe0": ".doc"}


def read_file(path: Path, codes: Sequence[str], language: str = "") -> Outcome[tuple[Reading, ...]]:
    """The Documents in a file. Raises `Unreadable` for what is no file or has no reader."""
    data = bytes_of(path)
    suffix = next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), path.suffix.lower())
    reader = READERS.get(suffix)
    if reader is None:
        way = CONVERTED_BY.get(suffix)
        hint = (
            f"convert it first: {way.format(name=path.name, stem=path.stem)}" if way else "give a .txt file"
        )
        raise Unreadable(f"{path} is a {suffix} file, and import reads plain text; {hint}")
    return reader(data, str(path), codes, language)


def bytes_of(path: Path) -> bytes:
    """The contents of a file. Raises `Unreadable`; a file that is too large is not read."""
    if path.is_dir():
        raise Unreadable(f"{path} is a folder; give the files in it")
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{path} has more than the {LARGEST:,} bytes that import takes; split the file")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path} can't be read: {error.strerror}; check the name and the rights") from None
