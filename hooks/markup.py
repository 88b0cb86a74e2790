"""Gives MkDocs the Markdown extensions of the library, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ushtil.markup import extensions
from ushtil.markup.anchors import Labels
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """New instances for each language: the same configuration serves all of them in turn."""
    state: State = config.extra["ushtil"]
    strings = state.interface
    labels = Labels(strings.paragraph, strings.removed_paragraph)
    config.markdown_extensions = extensions(labels, strings.permalink, strings.back_from_note)
    config.mdx_configs = {}
    return config
