"""What a page knows of its other versions: the links at its headings, and the sections that it borrows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ushtil.languages import Language, Languages
from ushtil.markup.elsewhere import Surroundings, Way
from ushtil.publish import addresses, strings
from ushtil.publish.entries import Entry


def surroundings(entry: Entry, reader: Language, languages: Languages) -> Surroundings:
    """Those of a page as it is read in the language `reader`."""
    shown = entry.shown(reader.code)
    borrowed = entry.completed[shown.language].borrowed
    ids = (*(chunk.id for chunk in shown.chunks if chunk.id), *borrowed)
    others = tuple(language for language in languages.published if language != reader)
    beside = parallel_pages(entry, addresses.page(entry.path, reader))
    interface = strings.interface(reader.code)
    ways = _ways(ids, entry, reader, languages)
    side = {name: Way("\u2016", f"{beside[name]}#{name}", interface.section_parallel) for name in beside}
    return Surroundings(
        ways={name: (*ways[name], *([side[name]] if name in side else [])) for name in ids},
        stand_ins={name: tuple(_stand_ins(name, entry, others)) for name in ids},
        borrowed=frozenset(borrowed),
        language=entry.fallback,
        notice=interface.notice_of_section(entry.fallback, entry.original, languages) if borrowed else "",
        reader=reader.code,
        places=entry.completed[shown.language].places,
        beside=beside,
        beside_label=interface.paragraph_parallel,
    )


def parallel_pages(entry: Entry, here: str) -> Mapping[str, str]:
    """Section id → its parallel page, seen from `here`."""
    found = {}
    for part in entry.parts:
        address = addresses.relative(addresses.parallel(entry.path, part.name), here)
        found.update(dict.fromkeys(part.sections, address))
    return found


def _ways(ids: Sequence[str], entry: Entry, reader: Language, languages: Languages) -> dict[str, list[Way]]:
    """Section id → the languages that really have it."""
    here, interface = addresses.page(entry.path, reader), strings.interface(reader.code)
    found: dict[str, list[Way]] = {name: [] for name in ids}
    for language in languages.published:
        version = entry.versions.get(language.code)
        if language == reader or not version:
            continue
        address = addresses.relative(addresses.page(entry.path, language), here)
        label = interface.section_in.format(language=interface.name(language.code, languages))
        for name in found.keys() & version.ids:
            found[name].append(Way(language.name[:3].lower(), f"{address}#{name}", label, language.code))
    return found


def _stand_ins(name: str, entry: Entry, others: Sequence[Language]) -> Iterator[str]:
    """Languages whose page has the section in another one."""
    for language in others:
        version = entry.versions.get(language.code)
        if not (version and name in version.ids) and entry.shows(language.code, name):
            yield language.code
