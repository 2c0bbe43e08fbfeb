"""Labels: "Putin: ..." in a headline, and the speakers of an interview at the heads of its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.mentions.spots import PageReferents
from dragoman.statements.memory import Source, Speaker
from dragoman.types import Referent, Sentence, Span

_COLON = re.compile(r"\s*([^:\n“\"«]{2,60}?)\s*:\s+(?=\S)")
_WORDS = 5
_KINDS = frozenset(("person", "body", "state", "force", "company"))


@dataclass(frozen=True, slots=True)
class Label:
    """A name before a colon."""

    source: Source
    colon: Span


def find(page: PageReferents, sentence: Sentence) -> Label | None:
    """The label of a sentence, where what stands before its colon names somebody of the page and nothing else.

    A paragraph's label names a person; a headline's may name a state or a body.
    """
    text = page.annotated.article.text
    match = _COLON.match(text, sentence.start, sentence.end)
    if match is None or len(match.group(1).split()) > _WORDS:
        return None
    label = " ".join(match.group(1).split()).casefold()
    for referent in page.referents:
        if referent.kind not in _KINDS or referent.kind != "person" and not sentence.headline:
            continue
        if _names(referent, label, sentence):
            colon = text.index(":", match.end(1))
            source = Source(Span(match.start(1), match.end(1)), (Speaker(referent.id, referent.name),))
            return Label(source, Span(colon, colon + 1))
    return None


def _names(referent: Referent, label: str, sentence: Sentence) -> bool:
    name = referent.name.casefold()
    if label == name or referent.kind == "person" and label == name.rsplit(" ", 1)[-1]:
        return True
    here = (m for m in referent.mentions if m.sentence == sentence.index and m.start <= sentence.start + 2)
    return any(m.text.casefold() == label for m in here)
