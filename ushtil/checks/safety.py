"""What a browser will not carry out: markup that the site's policy (`ushtil.publish.policy`) forbids.

The policy holds in any case; who writes a page is told before its readers miss something.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ushtil.checks.links import links_of
from ushtil.markup.sources import Sources, Text
from ushtil.problems import Problem

_TAG = re.compile(r"<(?P<tag>[a-zA-Z][\w-]*)(?P<held>[^<>]*)>")
_ATTRIBUTES = re.compile(r"(?<!\\)\{:?(?P<held>[^{}\n]*)\}")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"(?<![\w-])(?P<name>style|on[a-z]+)\s*=", re.IGNORECASE)
_ELEMENTS = {
    *("applet", "audio", "base", "embed", "form", "frame", "frameset", "iframe"),
    *("link", "meta", "object", "script", "style", "track", "video"),
}
_ELSEWHERE = re.compile(r"\s*https?:", re.IGNORECASE)


def safety(sources: Sources) -> Iterator[Problem]:
    """X01 to S03, in the order of the pages."""
    for text in sources.all():
        yield from _markup(text)
        for link in links_of(text):
            if link.is_image and _ELSEWHERE.match(link.target):
                message = f"the image {link.target} stands on another host, which no reader's browser asks"
                remedy = f"put it into {text.language.tree}/, if its licence allows, or link to its page"
                yield text.error(link.line, "X03", message, remedy)


def _markup(text: Text) -> Iterator[Problem]:
    body = text.scan.text
    ends = [match.start() for match in re.finditer("\n", body)]
    for pattern in (_TAG, _ATTRIBUTES):
        for match in pattern.finditer(body):
            line = text.scan.first_line + bisect_left(ends, match.start())
            tag = match.groupdict().get("tag", "").lower()
            if tag in _ELEMENTS:
                message = f"the element <{tag}> does nothing here: the site's policy forbids it"
                yield text.error(line, "X01", message, "take it out, or link to what it shows")
            for name in _NAME.finditer(_VALUE.sub('""', match["held"])):
                yield _attribute(text, line, name["name"].lower())


def _attribute(text: Text, line: int, name: str) -> Problem:
    message = f"the attribute {name}= does nothing here: the site's policy forbids it"
    how = "; a column is aligned by |--:| or |:-:|, anything else by a class and theme/assets"
    return text.error(line, "X02", message, f"take it out{how if name == 'style' else ''}")
