"""The reader of plain text: from bytes to Documents, one for each language that the file holds.

    bytes → text → lines → without furniture → chunks → without notes → by language
          → titles → paragraphs made whole → outline → Document

Each step is a module of its own; what it decided on weak grounds is told beside the result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..language.detect import detect
from ..language.names import label_of
from ..model import Document, Page, Provenance, Section
from ..problems import Outcome, Problem, Severity, Unreadable
from . import chunks as chunking
from . import encoding, furniture, joining, metadata, notes, titles
from .blocks import Setter, blocks_of, footnotes_of, is_caption, numbered_through
from .breaks import percentile
from .chunks import Chunk
from .lines import lines_of
from .outline import Node, outline, walk
from .prose import NOTE_MARK, starts_lower
from .segments import Segment, segments
from .titles import Piece

Labels = dict[int, tuple[str, ...]]
# Chunks from which the language of a text can be told, if it can.
ENOUGH_TO_TELL = 50
SET_OFF = ("run-in", "labelled")


@dataclass(frozen=True)
class Reading:
    """A Document and what the report says of how it was read."""

    document: Document
    joined: tuple[joining.Joint, ...] = ()
    removed: tuple[furniture.Removed, ...] = ()


@dataclass(frozen=True)
class Source:
    """The whole file, as far as it is read the same for all languages."""

    path: str
    notes: Sequence[notes.Note]
    words: joining.Vocabulary
    indent: int
    removed: Sequence[furniture.Removed] = field(default_factory=tuple)


def read(data: bytes, path: str, codes: Sequence[str], language: str = "") -> Outcome[tuple[Reading, ...]]:
    """The Documents in a plain text, the largest first. `language` settles it, else each part tells its own.

    Documents have no id yet and one page of path "". Raises `Unreadable`.
    """
    decoded = encoding.decode(data, path)
    lined = lines_of(decoded.value.text, path)
    lines, removed = furniture.strip(lined.value)
    if not lines:
        raise Unreadable(f"{path} holds nothing but page numbers and rules; give a file that holds text")
    found, taken = notes.extract(chunking.chunks_of(lines))
    usual = percentile([line.indent for line in lines], 0.5)
    source = Source(path, taken, joining.vocabulary(lines), usual, removed)
    parts = (
        [Segment(language, tuple(replace(chunk, language=language) for chunk in found))] if language else []
    )
    readings = [read_segment(part, source, n == 0) for n, part in enumerate(parts or segments(found, codes))]
    problems = [
        *decoded.problems,
        *lined.problems,
        *([] if language else unrecognised(found, codes, path)),
        *(p for reading in readings for p in reading.problems),
    ]
    return Outcome(tuple(reading.value for reading in readings), tuple(problems))


def unrecognised(chunks: Sequence[Chunk], codes: Sequence[str], path: str) -> list[Problem]:
    """One problem where nothing in a text tells its language; it then goes to the nearest one."""
    sample = " ".join(chunk.text for chunk in chunks[:ENOUGH_TO_TELL])
    if detect(sample, codes, margin=0.0):
        return []
    message = "the text is in none of the languages of this site, and was put to the nearest"
    return [Problem(path, 0, "S03", Severity.WARNING, message, "name its language: --lang CODE")]


def read_segment(segment: Segment, source: Source, first: bool) -> Outcome[Reading]:
    """The Document of one language; the first of a file carries its furniture in the report."""
    pieces, joined = pieces_of(segment.chunks)
    root = outline(pieces)
    setter = Setter(source.words, numbered_through([node.chunks for node in walk(root)]))
    front = metadata.front(root.chunks)
    above = {id(chunk) for chunk in root.chunks[: root.kickers]}
    labels = {
        id(chunk): (("kicker",) if id(chunk) in above else ()) + ((label,) if label else ())
        for chunk, label in front.chunks
    }
    root.chunks = [chunk for chunk, _ in front.chunks]
    section = section_of(root, setter, source.indent, labels)
    labelled = {
        label for chunk in segment.chunks for line in chunk.lines for label in NOTE_MARK.findall(line.text)
    }
    own = [note for note in source.notes if note.label in labelled]
    page = Page("", section, tuple(footnotes_of(own, setter)))
    about = about_document(root, front, setter)
    document = Document("", segment.language, about, (page,))
    breaks = tuple(joining.Joint(number, "", "paragraph made whole") for number in joined)
    reading = Reading(document, (*setter.joints, *breaks), tuple(source.removed) if first else ())
    return Outcome(reading, tuple(doubts(root, source.path)))


def pieces_of(chunks: Sequence[Chunk]) -> tuple[list[Piece], list[int]]:
    """Titles and whole paragraphs, in order, and the lines at which paragraphs were made whole."""
    pieces = titles.find_titles(chunks)
    whole: list[Piece] = []
    joined: list[int] = []
    run: list[Chunk] = []
    for piece in [*pieces, None]:
        if isinstance(piece, Chunk):
            run.append(piece)
            continue
        made, lines = chunking.rejoin(run, is_caption, lambda chunk: label_of(chunk.text) is not None)
        whole += made
        joined += lines
        run = []
        if piece is not None:
            whole.append(piece)
    return titles.run_in_titles(titles.label_titles(whole)), joined


def section_of(node: Node, setter: Setter, indent: int, labels: Labels) -> Section:
    """The Section of a node and of all below it."""
    title, where = "", Provenance()
    if node.title:
        text = setter.heading(node.title.lines)
        title = text.rstrip(" :") if node.title.look == "run-in" else text
        where = Provenance(node.title.lines[0].page, "", node.title.number)
        if node.title.look in SET_OFF and node.title.meaning != "keywords":
            node.chunks[:1] = [capitalised(chunk, setter) for chunk in node.chunks[:1]]
    blocks = blocks_of([(chunk, labels.get(id(chunk), ())) for chunk in node.chunks], setter, indent)
    below = tuple(section_of(child, setter, indent, labels) for child in node.nodes)
    return Section(node.id, node.level, title, tuple(blocks), below, where)


def capitalised(chunk: Chunk, setter: Setter) -> Chunk:
    """A paragraph that followed a colon and now stands alone, with a capital; the report tells it."""
    first = chunk.lines[0]
    if not starts_lower(first.text) or not first.text[0].islower():
        return chunk
    text = first.text[0].upper() + first.text[1:]
    setter.joints.append(joining.Joint(first.number, text.split(" ")[0], "capital set after a run-in title"))
    return replace(chunk, lines=(replace(first, text=text), *chunk.lines[1:]))


def about_document(root: Node, front: metadata.Front, setter: Setter) -> dict[str, object]:
    """The front matter that the text itself gives."""
    about: dict[str, object] = {}
    if root.title:
        about["title"] = NOTE_MARK.sub("", setter.text(root.title.lines))
    if front.authors:
        about["author"] = list(front.authors)
    if front.date:
        about["date"] = front.date
    for node in walk(root):
        if node.title and node.title.meaning == "keywords" and node.chunks:
            text = setter.text(node.chunks[0].lines).rstrip(" .")
            about["keywords"] = [word.strip() for word in re.split(r"[,;]", text) if word.strip()]
    return about


def doubts(root: Node, path: str) -> list[Problem]:
    """What was decided on weak grounds."""
    problems = []
    if root.title is None:
        message = "no title found at the head of the text"
        remedy = "write one into `title:` of the front matter"
        problems.append(Problem(path, 0, "S01", Severity.WARNING, message, remedy))
    for node in walk(root):
        if node.title and node.title.look == "plain" and not node.title.meaning and len(node.title.lines) > 2:
            message = f"taken for a title: '{node.title.text[:60]}'"
            problems.append(Problem(path, node.title.number, "S02", Severity.NOTE, message, "check it"))
    return problems
