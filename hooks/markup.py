"""Adds the Markdown extensions of the library: paragraphs get their public addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ushtil.markup.anchors import Labels, ParagraphAnchors
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """One instance, in the reader's language: the same configuration serves all languages in turn."""
    state: State = config.extra["ushtil"]
    others = [item for item in config.markdown_extensions if not isinstance(item, ParagraphAnchors)]
    labels = Labels(state.interface.paragraph, state.interface.removed_paragraph)
    config.markdown_extensions = [*others, ParagraphAnchors(labels)]
    return config
