"""The page "not found", which stands once for all languages, at the top of the site.

MkDocs would make it anew in every language, each over the last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ushtil.publish.metadata.missing import missing
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """The page "not found" speaks all languages, and leads on in each."""
    state: State = config.extra["ushtil"]
    context["missing"] = missing(state.site)
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Kept in the default language only; MkDocs writes no file for an empty text."""
    state: State = config.extra["ushtil"]
    return output_content if state.language.default else ""
