"""`ushtil spell`: the words of the texts that no dictionary has."""

from __future__ import annotations

import shutil
import subprocess
import sys
from codecs import BOM_UTF8
from functools import partial
from pathlib import Path

import click

from ushtil import languages, transaction
from ushtil.checks import spelling
from ushtil.problems import Problem, Unreadable
from ushtil.status.reading import read_sources

REPOSITORY = Path(__file__).resolve().parent.parent


@click.command("spell")
@click.option("--root", type=click.Path(path_type=Path), default=REPOSITORY, help="The folder of the trees.")
def command(root: Path) -> None:
    """Tell the words of the texts that no dictionary has, with file and line.

    hunspell must be installed, with a dictionary for each language; on Debian: apt-get install hunspell
    hunspell-en-gb hunspell-ru hunspell-kk. What the dictionaries lack, names above all, stands in
    .spelling.txt of a tree, one word a line; it covers all its forms.

    Exit code 0: nothing; 1: words were told; 2: hunspell or a dictionary is missing.

    \b
    Example: ushtil spell
             ushtil spell --root /tmp/texts
    """
    transaction.recover(root)
    known = languages.load(root)
    sources = read_sources(root, known).value
    problems: list[Problem] = []
    for language in known:
        name = spelling.spelling(language.code).dictionary
        if not name:
            click.echo(f"no dictionary is known for {language.code}: its texts are not checked", err=True)
            continue
        texts = sources.texts[language.code].values()
        names = listed(root / language.tree / spelling.LIST)
        problems += spelling.misspelt(texts, language.code, names, Hunspell(name))
    for problem in problems:
        click.echo(str(problem), err=True)
    click.echo(f"{len(problems)} words in no dictionary", err=True)
    sys.exit(1 if problems else 0)


def listed(file: Path) -> list[str]:
    """The words of a list; none where there is none."""
    return file.read_text(encoding="utf-8").split() if file.is_file() else []


class Hunspell:
    """A dictionary that is installed. Raises `Unreadable` where it or the program is not."""

    def __init__(self, name: str) -> None:
        self.name = name

    def unknown(self, words: list[str]) -> list[str]:
        """Those of the words that it does not have."""
        return self._run(["-i", "utf-8", "-d", self.name, "-l"], "\n".join(words)).split()

    def entries(self) -> list[str]:
        """The words that it lists, without the letters that tell of their forms."""
        # hunspell tells where it finds dictionaries on standard error, as a path without ending.
        told = self._run(["-D", "-d", self.name], "")
        paths = [Path(f"{line}.dic") for line in told.splitlines() if line.endswith(f"/{self.name}")]
        if not paths:
            raise Unreadable(f"hunspell does not tell where its dictionary {self.name} is")
        lines = paths[0].read_text(encoding=encoding(paths[0])).splitlines()[1:]
        return [line.partition("/")[0].strip() for line in lines]

    def _run(self, arguments: list[str], text: str) -> str:
        program = shutil.which("hunspell")
        if not program:
            raise Unreadable("hunspell is not installed; on Debian: apt-get install hunspell")
        run = partial(subprocess.run, capture_output=True, text=True, encoding="utf-8", check=False)
        done = run([program, *arguments], input=text)
        if "Can't open" in done.stderr:
            raise Unreadable(f"hunspell has no dictionary {self.name}; on Debian: apt-cache search hunspell")
        return str(done.stdout + done.stderr)


def encoding(dictionary: Path) -> str:
    """What the affix file beside a dictionary says of its encoding."""
    for line in dictionary.with_suffix(".aff").read_bytes().removeprefix(BOM_UTF8).splitlines():
        if line.startswith(b"SET "):
            return line.split()[1].decode("ascii").replace("microsoft-cp", "cp")
    return "latin-1"
