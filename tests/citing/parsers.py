"""Readers of BibTeX and RIS that know nothing of the writers: each after its format's own rules."""

from __future__ import annotations

import re

_COMMANDS = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~"}
_COMMANDS |= {"textasciicircum": "^"}


def bibtex(text: str) -> list[dict[str, str]]:
    """The entries: `ENTRYTYPE`, `ID`, and the fields as they are written. Braces are counted."""
    entries, position = [], 0
    while (at := text.find("@", position)) >= 0:
        assert not text[position:at].strip(), f"between entries: {text[position:at]!r}"
        head = re.compile(r"@([a-z]+)\{([^\s,{}\\#%~]+),").match(text, at)
        assert head, text[at : at + 40]
        end = _closing(text, text.index("{", at))
        entries.append(
            {"ENTRYTYPE": head[1], "ID": head[2], **_fields(text[head.end() : end])},
        )
        position = end + 1
    assert not text[position:].strip(), text[position:]
    return entries


def _fields(body: str) -> dict[str, str]:
    found: dict[str, str] = {}
    position = 0
    while body[position:].strip():
        head = re.compile(r"\s*([a-z]+) = ").match(body, position)
        assert head and body[head.end()] == "{", body[position:]
        end = _closing(body, head.end())
        assert head[1] not in found, f"twice: {head[1]}"
        found[head[1]] = body[head.end() + 1 : end]
        assert body[end + 1] == ",", body[end:]
        position = end + 2
    return found


def _closing(text: str, start: int) -> int:
    depth = 0
    for place in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if not depth:
            return place
    raise AssertionError(f"a brace is not closed: {text[start:]}")


def names(value: str) -> list[str]:
    """The names of a field, which "and" divides where it stands in no braces."""
    found, depth, start = [], 0, 0
    for place, sign in enumerate(value):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if not depth and value.startswith(" and ", place):
            found.append(value[start:place])
            start = place + len(" and ")
    return [*found, value[start:]]


def spoken(value: str) -> str:
    """What TeX prints of a value. Signs that it would take for a command must be escaped."""
    made, position = "", 0
    token = re.compile(
        r"\{\\(?P<command>[a-z]+)\}|\\(?P<sign>[&%$#_])|(?P<brace>[{}])|(?P<plain>[^\\{}&%$#_~^])"
    )
    while position < len(value):
        found = token.match(value, position)
        assert found, f"not escaped: {value[position:]!r}"
        made += _COMMANDS[found["command"]] if found["command"] else found["sign"] or found["plain"] or ""
        position = found.end()
    return made


def ris(text: str) -> list[dict[str, list[str]]]:
    """The records: tag → values in their order. TY is first, ER last and empty, lines end in CR LF."""
    records: list[dict[str, list[str]]] = []
    held: dict[str, list[str]] | None = None
    assert text.endswith("\r\n")
    for line in text[:-2].split("\r\n"):
        assert "\n" not in line and "\r" not in line
        if not line:
            assert held is None, "an empty line in a record"
            continue
        found = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert found, repr(line)
        tag, value = found.groups()
        if tag == "TY":
            assert held is None, "a record in a record"
            held = {}
        assert held is not None, "a line outside of a record"
        held.setdefault(tag, []).append(value)
        if tag == "ER":
            assert not value
            records.append(held)
            held = None
    assert held is None, "a record is not closed"
    return records
