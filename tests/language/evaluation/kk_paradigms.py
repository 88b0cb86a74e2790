"""Writes the paradigms of kk.txt from kk_lexemes.txt: `python tests/language/evaluation/kk_paradigms.py`.

An inflector, made before the stemmer and sharing nothing with it: neither can repeat the other's slips.
A line of kk_lexemes.txt is a noun, with what the rules do not tell after it:
    орын орн     the stem before a possessive, where it is not the noun itself with қ, к, п voiced
    банк <       takes front endings (">" back ones)
    банк !       its last consonant is not voiced
    "[persons]", "[things]", "[names]" say which forms occur. Source: Қазақ грамматикасы (2002), зат есім.
"""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

HERE = Path(__file__).parent
FORMS_A_LEXEME = 11
BACK, FRONT = "аоұыяу", "әөүіеэи"
VOWELS = BACK + FRONT + "ю"
FRONTED = str.maketrans("аығқ", "еігк")
# A template: the base (S: the noun, P: with the third possessive, L: the plural, O: with the possessive
# that follows the colon), then what follows. Those that begin a list are in every lexeme of the kind.
THINGS = """
S S+ның S+да P P+да P+ның L L+ы+ның S+ды S+ға S+дан S+мен P+ға P+ды P+дан P+мен P+дағы S+дағы L+ды L+ға L+ы+на
L+ы L+ы+нда L+мен L+дың O:ымыз L+ы+н L+дан P+нша O:ымыз+да
"""
PERSONS = """
S S+ның L P L+ы S+ға S+ды L+дың P+ның L+ға L+ды L+ы+ның S+мен S+нан P+ға P+ды L+мен O:ымыз O:ым O:ыңыз L+ы+на
L+ы+мыз L+дан P+мен S+дікі
"""
NAMES = "S S+ның S+ға S+да S+дан S+ды S+дағы S+мен S+дікі"
KINDS = {"things": (THINGS, 4), "persons": (PERSONS, 5), "names": (NAMES, 9)}


def ending(of: str, suffix: str, front: bool) -> str:
    """`suffix` as it stands after `of`: its first consonant assimilated, its vowels in harmony."""
    last = of[-1] if of[-1] not in "ь" else "л"
    voiceless, vowel = last in "птккқсшщчцхфһбвгд", last in VOWELS.replace("у", "")
    if suffix == "мен":
        return "пен" if voiceless else "бен" if last in "зж" else "мен"
    if suffix == "дікі":
        return "тікі" if voiceless else "нікі" if vowel else "дікі"
    if suffix[0] == "д" and suffix in ("ды", "ның"):
        suffix = "ны" if vowel else suffix
    if suffix in ("ның", "дың"):
        suffix = "ның" if vowel or last in "мнң" else "дың"
    if suffix in ("дан", "нан"):
        suffix = "нан" if last in "мнң" else "дан"
    if suffix == "лар" and last in "лмнңзж":
        suffix = "дар"
    if voiceless:
        suffix = {"л": "т", "д": "т", "н": "т", "ғ": "қ"}.get(suffix[0], suffix[0]) + suffix[1:]
    return suffix.translate(FRONTED) if front else suffix


def after_possessive(suffix: str) -> str:
    """A case after the third possessive: with н."""
    return {"да": "нда", "ға": "на", "ды": "н", "дан": "нан", "дағы": "ндағы"}.get(suffix, suffix)


class Noun:
    """One noun and its forms."""

    def __init__(self, line: str) -> None:
        self.noun, *marks = line.split()
        given = [mark for mark in marks if mark not in "<>!"]
        # A final у tells nothing: шеруге, сайлауға.
        vowel = [
            letter
            for letter in self.noun[:-1] + self.noun[-1:].strip("у")
            if letter in VOWELS or letter == "у"
        ]
        self.front = "<" in marks or ("".join(vowel[-1:]) in tuple(FRONT) and ">" not in marks)
        voiced = {"қ": "ғ", "к": "г", "п": "б"}.get(self.noun[-1], self.noun[-1])
        self.stem = given[0] if given else self.noun if "!" in marks else self.noun[:-1] + voiced
        self.plural = self.noun + ending(self.noun, "лар", self.front)
        self.open = self.noun[-1] in VOWELS and self.noun[-1] != "у"

    def harmonic(self, suffix: str) -> str:
        return suffix.translate(FRONTED) if self.front else suffix

    def form(self, template: str) -> str:
        base, *suffixes = template.split("+")
        word = {"S": self.noun, "L": self.plural, "P": self.noun}[base[0].replace("O", "S")]
        own = base[0] == "P"
        if own:
            word = self.noun + self.harmonic("сы") if self.open else self.stem + self.harmonic("ы")
        if base[0] == "O":
            person = base[2:]
            word = self.noun + self.harmonic(person[1:]) if self.open else self.stem + self.harmonic(person)
        for suffix in suffixes:
            own_case = after_possessive(suffix) if own else suffix
            if suffix in ("ы", "на", "нда", "н", "мыз", "нша") or own_case != suffix:
                word += self.harmonic(own_case)
            else:
                word += ending(word, suffix, self.front)
            own = own or suffix == "ы"
        return word


def main() -> None:
    """Write kk.txt."""
    kind, turn, rows = "things", 0, []
    for line in (HERE / "kk_lexemes.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            templates, always = KINDS[kind][0].split(), KINDS[kind][1]
            rest = cycle(templates[always:] or templates)
            turn += 3
            chosen = templates[:always] + list(islice(rest, turn % 40, turn % 40 + FORMS_A_LEXEME - always))
            noun = Noun(line)
            rows.append(" ".join(dict.fromkeys(noun.form(template) for template in chosen)))
    text = "# Written by kk_paradigms.py from kk_lexemes.txt.\n" + "\n".join(rows) + "\n"
    (HERE / "kk.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
