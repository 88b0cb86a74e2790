"""Assembles the trees of all languages into one site, for static-i18n to build language by language.

static-i18n reads one `docs_dir`, keeps only files below it and guesses languages from their names.  We
leave it what it is good at, one build a language in sequence, and give it no texts to guess about: before
its turn (priority 100) the files found in `docs_dir` are taken away, after it (−101) the files of the
language being built are put in, each with its true path and its own destination.  So nothing is copied
to a staging folder, which a live reload would see twice, and no file wears another's name: links, edit
links and messages are those of the true files.

Every language gets every page, its own version or the one that stands in for it (`ushtil.publish.site`),
at the same path; that is why links between pages work on fallback pages as on others.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from ushtil import languages
from ushtil.problems import Problem, Severity, Unreadable
from ushtil.publish import addresses, editions, heads, navigation, site
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

# Below "mkdocs", whose handlers print, and whose warnings a strict build counts.
log = logging.getLogger("mkdocs.hooks.trees")
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Plans the site at its first language; every language then has a state of its own."""
    plugin = config.plugins["i18n"]
    try:
        if plugin.current_language is None:
            _plan(config, plugin)
    except Unreadable as error:
        raise PluginError(str(error)) from error
    plan = config.extra["ushtil"].site
    language = plan.languages.by_code(plugin.current_language or plan.languages.default.code)
    _speak(config, State(plan, language))
    return config


def _plan(config: MkDocsConfig, plugin: Any) -> None:
    root = Path(config.config_file_path).parent / config.extra["root"]
    found = languages.load(root)
    outcome = site.plan(root, found)
    _report(outcome.problems)
    planned = editions.of_one(outcome.value, config.extra["edition"])
    plugin.load_config({**plugin.config, "languages": _for_static_i18n(planned.languages)})
    # MkDocs wants a docs_dir that exists; what it finds there is not used.
    config.docs_dir = str(next(tree for tree in _trees(root, found) if tree.is_dir()))
    config.extra["ushtil"] = State(planned, planned.languages.default)
    config.extra["site_name"] = config.site_name


def _speak(config: MkDocsConfig, state: State) -> None:
    """The site's name, and what it is, in the language that is being built."""
    config.extra["ushtil"] = state
    name = state.site.name(state.language.code) or config.extra["site_name"]
    config.site_name = Markup(heads.escape(name))
    config.site_description = Markup(state.metadata(navigation.INDEX).get("description", ""))


@event_priority(100)
def _take_away(files: Files, config: MkDocsConfig) -> Files:
    """Of the theme that ours is built upon no script and no style: our templates refer to none."""
    return Files(file for file in files if file.src_dir == config.theme.custom_dir)


@event_priority(-101)
def _put_in(files: Files, config: MkDocsConfig) -> Files:
    state: State = config.extra["ushtil"]
    for entry in state.site.entries.values():
        version = entry.shown(state.language.code)
        address = addresses.page(entry.path, state.language)
        file = _file(config, entry.path, address, version.source, version.text)
        if not entry.is_listed:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    for path in state.site.files:
        source = state.site.file(path, state.language.code)
        address = addresses.file(path, state.site.languages.by_code(source.language))
        files.append(_file(config, path, address, source))
    config.nav = navigation.mkdocs(state.navigation)
    return files


on_files = CombinedEvent(_take_away, _put_in)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Live reload on every tree; MkDocs itself watches the one that is docs_dir."""
    state: State = config.extra["ushtil"]
    for tree in _trees(state.site.root, state.site.languages):
        if tree.is_dir() and str(tree) != config.docs_dir:
            server.watch(str(tree))
    return server


def _file(config: MkDocsConfig, path: str, address: str, source: Any, text: str = "") -> File:
    tree = str(source.file).removesuffix(path) if source else None
    file = File(path, tree, config.site_dir, config.use_directory_urls, dest_uri=address)
    file.inclusion = InclusionLevel.INCLUDED
    file.edit_uri = source.place if source else None
    if not source:
        file.content_string = text
    return file


def _trees(root: Path, found: languages.Languages) -> list[Path]:
    return [root / language.tree for language in found]


def _for_static_i18n(found: languages.Languages) -> list[dict[str, Any]]:
    return [
        {"locale": language.code, "name": language.name, "default": language.default, "build": True}
        for language in found.published
    ]


def _report(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        log.log(LEVELS[problem.severity], "%s", problem)
