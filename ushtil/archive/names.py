"""Which names every machine can hold: Windows, FAT and macOS, whatever program unpacks there.

The rules are those of Microsoft's "Naming Files, Paths, and Namespaces"; macOS adds that it takes names
that differ in case, or in how an accent is composed, for one.  Old Windows also garbles what is not ASCII
in a zip.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from ushtil.problems import Problem, Severity

LONGEST = 120
"""Characters of a path from the archive's top folder on: Windows stops at 260, and folders stand above."""

_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def examine(names: Iterable[str], top: str, places: Mapping[str, str]) -> tuple[Problem, ...]:
    """What is wrong with the names of an archive whose one folder is `top`; `places`: name → its source."""
    problems, taken = [], dict[str, str]()
    for name in names:
        place = places.get(name, name)
        for code, fault, remedy in faults(f"{top}/{name}"):
            severity = Severity.WARNING if code == "Z05" else Severity.ERROR
            problems.append(Problem(place, 0, code, severity, f"{fault}: {name}", remedy))
        for part in _folders_and_name(name):
            other = taken.setdefault(folded(part), part)
            if other != part:
                fault = f"{part} and {other} are one name on Windows and macOS"
                problems.append(Problem(place, 0, "Z03", Severity.ERROR, fault, "rename one of the two"))
    return tuple(problems)


def faults(name: str) -> Iterator[tuple[str, str, str]]:
    """Code, fault and remedy of all that is wrong with one path by itself."""
    for code, (is_faulty, fault, remedy) in RULES.items():
        if is_faulty(name):
            yield code, fault, remedy


def folded(name: str) -> str:
    """What macOS and Windows compare names by."""
    return unicodedata.normalize("NFC", name).casefold()


def _folders_and_name(name: str) -> Iterator[str]:
    """a/b.html → a, a/b.html: a folder may differ from another in case as well."""
    yield from (name[: match.start()] for match in re.finditer("/", name))
    yield name


def _is_long(name: str) -> bool:
    return len(name) > LONGEST


def _is_forbidden(name: str) -> bool:
    return bool(_FORBIDDEN.search(name)) or any(
        _RESERVED.fullmatch(part) or part.endswith((".", " ")) or part.startswith(" ")
        for part in name.split("/")
    )


def _is_decomposed(name: str) -> bool:
    return unicodedata.normalize("NFC", name) != name


def _is_garbled(name: str) -> bool:
    return not name.isascii()


RULES: Mapping[str, tuple[Callable[[str], bool], str, str]] = {
    "Z01": (
        _is_long,
        f"the path is longer than {LONGEST} characters, the archive's folder included",
        "shorten the names of the page and its folders",
    ),
    "Z02": (
        _is_forbidden,
        "Windows cannot hold this name",
        'rename it: no < > : " | ? * \\, no CON, NUL or COM1, no dot or space at the end',
    ),
    "Z04": (
        _is_decomposed,
        "the name has letters composed of two characters",
        "rename it in Unicode's form NFC, as keyboards type it",
    ),
    "Z05": (
        _is_garbled,
        "old Windows garbles this name when it unpacks",
        "better use Latin letters without accents, digits and hyphens",
    ),
}
