"""Values as JSON on one line that is a literal of browser scripts, too, of old ones as well."""

from __future__ import annotations

import json


def literal(value: object) -> str:
    """The value. Until ES2019 these two ended a line of a script, also within a text."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
