"""The picture that goes with a link to the site: its name in one language, and the languages that it has.

A PNG of 1200 × 630, drawn at build time in a face that stands beside this module and has all Kazakh letters.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630

_FACE = Path(__file__).parent / "face" / "NotoSans-Bold.ttf"
_PAPER, _INK, _QUIET, _ACCENT = "#fdfcf9", "#1d2326", "#566166", "#0b5870"
_EDGE = 90
_SIZES = (84, 72, 60, 50, 42)
"""Of the name, in pixels; the first in which it fits."""
_LINES = 4
_LEADING = 1.25
_SMALL = 34
# Where no writing system of ours has a letter: what the face shows for it is what it shows for all it lacks.
_NONE = "\U0010ffff"


def card_path(code: str) -> str:
    """Where the picture of a language stands, seen from the site's top."""
    return f"assets/cards/{code}.png"


@cache
def can_draw(name: str) -> bool:
    """Whether the face has every letter of a name: boxes would be worse than no picture."""
    face = _face(_SMALL)
    lacking = bytes(face.getmask(_NONE))
    return bool(name.strip()) and not any(
        bytes(face.getmask(letter)) == lacking for letter in set(name) if not letter.isspace()
    )


def card(name: str, languages: Sequence[tuple[str, bool]]) -> bytes:
    """The PNG of a site called `name`; each language by its own name, and whether it is the card's."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 18), fill=_ACCENT)
    size, lines = _fitted(name)
    top = (HEIGHT - 120 - len(lines) * size * _LEADING) / 2 + 20
    for place, line in enumerate(lines):
        draw.text((_EDGE, top + place * size * _LEADING), line, font=_face(size), fill=_INK)
    left: float = _EDGE
    for language, is_own in filter(lambda one: can_draw(one[0]), languages):
        draw.text((left, HEIGHT - 120), language, font=_face(_SMALL), fill=_ACCENT if is_own else _QUIET)
        left += _face(_SMALL).getlength(language) + _SMALL
    # Few flat colours: as a palette it is a third of the size.
    held = io.BytesIO()
    image.quantize(colors=32, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
    return held.getvalue()


def _fitted(name: str) -> tuple[int, list[str]]:
    """The largest size in which the name fits, with its lines; the smallest one cuts it."""
    for size in _SIZES:
        lines = list(_wrapped(name, size))
        if len(lines) <= _LINES and all(_face(size).getlength(line) <= WIDTH - 2 * _EDGE for line in lines):
            return size, lines
    return size, [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"] if len(lines) > _LINES else lines


def _wrapped(name: str, size: int) -> Iterator[str]:
    line = ""
    for word in name.split():
        longer = f"{line} {word}".strip()
        if line and _face(size).getlength(longer) > WIDTH - 2 * _EDGE:
            yield line
            line = word
        else:
            line = longer
    yield line


@cache
def _face(size: int) -> ImageFont.FreeTypeFont:
    # The basic layout, because whether the other one is there depends on the machine.
    return ImageFont.truetype(_FACE, size, layout_engine=ImageFont.Layout.BASIC)
