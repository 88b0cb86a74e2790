"""Classes of letters for regular expressions, over the alphabets of all known languages."""

from __future__ import annotations

from . import known, profile

_SMALL = sorted({letter for code in known() for letter in profile(code).alphabet | profile(code).borrowed})
# `re` has no \p{Lu}: a capital is one of a language that has a profile.
CAPITAL = f"[{''.join(letter.upper() for letter in _SMALL if len(letter.upper()) == 1)}]"
SMALL = f"[{''.join(_SMALL)}]"
