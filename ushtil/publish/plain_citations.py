"""The plain form of a citation as a page shows it.

Department of State. Report. URL: https://…   →   <cite lang="en">Report</cite> … <a href="https://…">…</a>
"""

from __future__ import annotations

import html

from ushtil.citing import plain
from ushtil.citing.model import Citation
from ushtil.citing.words import cited, words
from ushtil.markup import passages

_DAY = 'class="cite__day"'


def shown(citation: Citation) -> str:
    """The plain form as HTML: what is foreign tells its language, addresses lead on, the blank is marked."""
    text, work, page = plain.text(citation), citation.work, citation.page
    ours = text.find(cited(citation)) if work else 0
    spans = [(text.rfind(words(citation.language).blank), words(citation.language).blank, "span", _DAY)]
    if page.is_on_the_web:
        spans.append((text.rfind(citation.address), citation.address, "a", _link(citation.address)))
    if page.language != citation.language:
        spans.append((text.find(page.title, ours), page.title, "span", f'lang="{page.language}"'))
    for address in (work.doi and f"https://doi.org/{work.doi}", work.url) if work else ():
        if address and address in text:
            spans.append((text.find(address), address, "a", _link(address)))
    if work and work.language not in {"", citation.language}:
        spans.append((text.find(work.title), work.title, "cite", f'lang="{work.language}"'))
    return passages.marked(_marked(text, spans), citation.language)


def _link(address: str) -> str:
    return f'href="{html.escape(address)}"'


def _marked(text: str, spans: list[tuple[int, str, str, str]]) -> str:
    """The text as HTML, parts of it in elements: where each begins, what it is, its tag, its attributes."""
    made, position = [], 0
    for start, part, tag, attributes in sorted(spans):
        if start >= position and part:
            made += [html.escape(text[position:start], quote=False), f"<{tag} {attributes}>"]
            made += [html.escape(part, quote=False), f"</{tag}>"]
            position = start + len(part)
    return "".join([*made, html.escape(text[position:], quote=False)])
