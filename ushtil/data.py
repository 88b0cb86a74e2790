"""The data files of a site, which texts draw on: sources, figures, events, pictures.

They stand in the tree of the default language, so that they are published with it:

    docs/data/bibliography.json    docs/data/timeline.yml
    docs/data/figures/<area>.yml   docs/data/pictures.yml
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ushtil.figures import data as figures
from ushtil.figures.data import Event, Figure
from ushtil.pictures import data as pictures
from ushtil.pictures.data import Picture
from ushtil.problems import Outcome
from ushtil.references import bibliography
from ushtil.references.bibliography import Bibliography


@dataclass(frozen=True)
class Data:
    """What the files hold, by id; events in the order of their dates."""

    references: Bibliography = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)


def is_data(path: str) -> bool:
    """Whether a file of the default language's tree is data."""
    return path in {bibliography.PATH, pictures.PATH} or figures.is_data(path)


def read(files: Mapping[str, str], tree: str) -> Outcome[Data]:
    """The data of the files of a tree: path → text. What is faulty is told and left out."""
    sources = bibliography.read(files.get(bibliography.PATH, "[]"), f"{tree}/{bibliography.PATH}")
    numbers = figures.read({path: text for path, text in files.items() if figures.is_data(path)}, tree)
    drawn = pictures.read(files.get(pictures.PATH, "{}"), f"{tree}/{pictures.PATH}")
    held = Data(sources.value, numbers.value.figures, numbers.value.events, drawn.value)
    return Outcome(held, (*sources.problems, *numbers.problems, *drawn.problems))
