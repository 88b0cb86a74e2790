"""Every address of a paragraph in the shipped texts has its citation, and no other."""

from __future__ import annotations

import re
from pathlib import Path

_ADDRESS = re.compile(r'<a [^>]*\bclass="address"[^>]*')
_TO = re.compile(r'\bhref="#([^"]+)"')
_CITED = re.compile(r'<dt id="([^"]+)">')


def cited(site: Path, name: str) -> list[str]:
    file = site / "cite" / name
    return _CITED.findall(file.read_text(encoding="utf-8")) if file.is_file() else []


def test_every_address_of_a_paragraph_has_its_citation(shipped: Path) -> None:
    names = {file.relative_to(shipped).as_posix() for file in shipped.rglob("*.html")}
    pages = {name for name in names if not name.startswith(("cite/", "parallel/"))}
    assert {name.removeprefix("cite/") for name in names if name.startswith("cite/")} <= pages
    seen = 0
    for name in sorted(pages):
        links = _ADDRESS.findall((shipped / name).read_text(encoding="utf-8"))
        there = [place for link in links for place in _TO.findall(link)]
        assert len(there) == len(links), name
        assert sorted(cited(shipped, name)) == sorted(there), name
        seen += len(there)
    assert seen > 500
