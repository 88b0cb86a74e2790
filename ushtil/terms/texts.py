"""Plain texts for matching, every code point of the file kept: places are counted in them."""

from __future__ import annotations

from ushtil.problems import Outcome, Unreadable
from ushtil.sources import encoding


def decode(data: bytes, path: str) -> Outcome[str]:
    """The text of `data` as it is: a byte order mark of UTF-8 and both signs of a line end count.

    `open(path, encoding="utf-8", newline="").read()` gives the same.  An encoding that was inferred is told.
    Raises `Unreadable` where it is no text.
    """
    try:
        if b"\0" not in data:
            return Outcome(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    found = encoding.recognise(data, path)
    try:
        text = data.decode(found)
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path} is broken {found} at byte {error.start}; save it as UTF-8") from None
    return Outcome(text, tuple(encoding.doubts(text, found, path)))
