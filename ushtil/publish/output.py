"""The files of a site that its generator does not write."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write(site: str | Path, files: Iterable[tuple[str, str | bytes]]) -> None:
    """Puts content at each address within the folder of a site; texts in UTF-8, line breaks kept."""
    for address, content in files:
        file = Path(site, address)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
