"""Markdown as Ushtil writes, reads and publishes it: front matter, ids, paragraph numbers, escaping."""

from __future__ import annotations

from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from pymdownx.slugs import slugify

from ushtil.markup.anchors import Labels, ParagraphAnchors
from ushtil.markup.columns import Columns
from ushtil.markup.footnotes import NamedFootnotes
from ushtil.markup.outline import Outline
from ushtil.markup.passages import Told
from ushtil.markup.tables import Tables


def extensions(
    labels: Labels | None = None, permalink_title: str = "", back_from_note: str = "Back to note {}"
) -> list[Extension]:
    """The Markdown extensions of every page, new instances, for `markdown.Markdown(extensions=…)`.

    The hooks and the library's reader both take them from here: the ids that are indexed are the ids
    that are built. The labels are in the reader's language; headings get a permalink if it has a title.
    """
    return [
        AttrListExtension(),
        FencedCodeExtension(),
        FootnoteExtension(BACKLINK_TITLE=back_from_note),
        NamedFootnotes((labels or Labels()).note, (labels or Labels()).notes),
        TableExtension(),
        Columns(),
        Tables(),
        # Without it a numbered list right after a bulleted one becomes part of that, and "3." begins at 1.
        SaneListExtension(),
        # The default slug of "Құқықтар" is "_1"; headings that are linked have pinned ids anyway.
        TocExtension(
            slugify=slugify(case="lower"), permalink=bool(permalink_title), permalink_title=permalink_title
        ),
        Told(),
        ParagraphAnchors(labels),
        Outline(),
    ]
