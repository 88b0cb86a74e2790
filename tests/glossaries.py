"""A small made-up termbase, and texts that use it."""

from __future__ import annotations

from collections.abc import Mapping

CONCEPTS: Mapping[str, str] = {
    "upr": """\
id: upr
subject: mechanisms
terms:
  en:
    preferred: Universal Periodic Review
    abbreviations: [UPR]
    definition: States review each other.
    source: Made up
  ru:
    preferred: Универсальный периодический обзор
    abbreviations: [УПО]
    definition: Государства рассматривают друг друга.
    source: Выдумано
  kk:
    preferred: Әмбебап мерзімді шолу
    abbreviations: [ӘМШ]
    variants:
      - {term: Жалпыға бірдей мерзімді шолу, status: admitted, source: Мақала}
      - {term: Периодтық шолу, status: avoid, source: Мақала}
    definition: Мемлекеттер бірін-бірі <қарайды>.
    note: 2006 жылдан бері.
    source: Ойдан
related: [working-group]
links: ["https://example.org/upr"]
""",
    "working-group": """\
id: working-group
subject: mechanisms
terms:
  en: {preferred: Working Group, definition: Meets in Geneva., source: Made up}
  ru: {preferred: Рабочая группа, definition: Собирается в Женеве., source: Выдумано}
  kk: {preferred: Жұмыс тобы, definition: Женевада жиналады., source: Ойдан}
""",
    "national-report": """\
id: national-report
subject: mechanisms
terms:
  en: {preferred: national report, definition: The State reports., source: Made up}
  ru: {preferred: национальный доклад, definition: Докладывает государство., source: Выдумано}
  kk: {preferred: ұлттық баяндама, definition: Мемлекет баяндайды., source: Ойдан}
""",
    "torture": """\
id: torture
terms:
  en: {preferred: torture, definition: Forbidden always., source: Made up}
  ru: {preferred: пытка, definition: Запрещена всегда., source: Выдумано}
  kk: {preferred: азаптау, definition: Қашан да тыйым салынған., source: Ойдан}
""",
}

LACKING = """\
id: ombudsperson
terms:
  en: {preferred: Ombudsperson, definition: Hears complaints., source: Made up}
"""
"""A concept that has no Russian and no Kazakh term, which is an error of the termbase."""

ROOT: Mapping[str, str | bytes] = {
    **{f"glossary/{name}.yml": text for name, text in CONCEPTS.items()},
    "glossary/subjects.yml": "mechanisms: {en: Mechanisms, ru: Механизмы, kk: Тетіктер}\n",
    "docs/index.md": "# Texts {#home}\n\n[Report](report.md)\n",
    "docs_ru/index.md": "# Тексты {#home}\n",
    "docs_kk/index.md": "# Мәтіндер {#home}\n",
    "docs/report.md": (
        "# Report {#report}\n\nThe Universal Periodic Review (UPR) and *torture*.\n"
        "The UPR `UPR` [UPR](index.md).\n{: #p1 }\n\n"
        "## The work {#work}\n\nThe UPR and the Working Group.\n{: #p1 }\n\n"
        + "A line of text.\n\n"
        * 40
        + "## End {#end}\n\n"
        "A UPR again.\n{: #p1 }\n"
    ),
    "docs_ru/report.md": "# Доклад {#report}\n\nИтоги УПО и Рабочей группы.\n{: #p1 }\n",
    "docs_kk/report.md": "# Баяндама {#report}\n\nӘМШ-ның қорытындысы мен ұлттық баяндама.\n{: #p1 }\n",
    "docs_ru/deep/only.md": (
        "---\ntitle: Только\noriginal: ru\nstatus: original\n---\n"
        "# Только {#only}\n\nНациональный доклад.\n{: #p1 }\n"
    ),
    "docs/plain.md": "# Plain {#plain}\n\nNothing here.\n",
}
"""English, Russian and Kazakh, a page in Russian alone, and one without a term."""
