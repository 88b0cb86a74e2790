"""`ushtil stem`: the stems of words, as terms and search use them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

import click

from ushtil.language import stemming
from ushtil.language.words import words
from ushtil.problems import Unreadable


@click.command("stem")
@click.option("--lang", metavar="CODE", required=True, help="The language of the words.")
def command(lang: str) -> None:
    """Print the stem of each line of standard input, a line for a line.

    A stem is a key that the forms of one word share, and no word of the language. An ending after a hyphen
    on an abbreviation or a number is left out (УПО-шный, ӘМШ-ның). A line with several words gives their
    stems, separated by spaces; a line without any is left empty. Input and output are UTF-8.

    \b
    Example: ushtil stem --lang kk < words.txt > stems.txt
             printf 'людей\\nчеловека\\n' | ushtil stem --lang ru
    """
    if lang not in stemming.known():
        known = ", ".join(stemming.known())
        raise click.BadParameter(f"“{lang}” has no stemmer; known are {known}", param_hint="--lang")
    stem = stemming.stemmer(lang)
    out = sys.stdout.buffer
    try:
        for line in decoded(sys.stdin.buffer):
            out.write((" ".join(stem(word.form) for word in words(line)) + "\n").encode("utf-8"))
        out.flush()
    except BrokenPipeError:
        # Who reads has read enough (`| head`). What is still held back would be told at exit as a fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def decoded(lines: Iterable[bytes]) -> Iterator[str]:
    """The lines as text; Unreadable where one is no UTF-8."""
    for number, line in enumerate(lines, start=1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise Unreadable(
                f"standard input:{number} is no UTF-8 (byte {error.start + 1}); convert it first, "
                "for example with iconv -f windows-1251 -t utf-8"
            ) from error
