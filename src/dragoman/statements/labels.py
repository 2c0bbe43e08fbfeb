"""Labels: "Putin: ..." and "...: ministry" in a headline, the speakers of an interview, the name under a quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.facts.people import is_people_word
from dragoman.mentions.spots import PageReferents
from dragoman.statements.cues import reporting
from dragoman.statements.memory import Source, Speaker
from dragoman.types import Referent, Sentence, Span, Token

_COLON = re.compile(r"\s*([^:\n“\"«]{2,60}?)\s*:\s+(?=\S)")
_BEHIND = re.compile(r"(?<=\S)\s*:\s+([^:\n“\"«.?!]{2,60}?)\s*$")
_SIGNED = re.compile(r"\s*([A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,3})(?:, (.{3,60}))?\s*", re.DOTALL)
_WORDS = 5
_ROLE_WORDS = 7
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


def behind(page: PageReferents, sentence: Sentence) -> Label | None:
    """The label at the end of a headline: "Talks put off: ministry", "Jets to arrive in May: TASS"."""
    text = page.annotated.article.text
    match = _BEHIND.search(text[: sentence.end], sentence.start, sentence.end)
    if not sentence.headline or match is None or len(match.group(1).split()) > _WORDS:
        return None
    named = " ".join(match.group(1).split())
    last = next((t for t in reversed(sentence.tokens) if t.start >= match.start(1) and t.text[:1].isalnum()), None)
    speaker = None
    if last is None or last.lemma not in reporting().unnamed:
        speaker = next((Speaker(r.id, r.name) for r in page.referents if _is_called(r, named.casefold())), None)
    if speaker is None and last is not None and _speaks(last):
        speaker = Speaker(None, named)
    if speaker is None:
        return None
    return Label(Source(Span(match.start(1), match.end(1)), (speaker,)), Span(match.start(), match.start(1)))


def signed(page: PageReferents, number: int) -> Label | None:
    """The name, with what its bearer is, that stands by itself under words set apart from the text.

    The words are those of the paragraph before, which ends in no full stop, or in a quotation mark.
    """
    text, sentences = page.annotated.article.text, page.annotated.sentences
    here = sentences[number]
    match = _SIGNED.fullmatch(text, here.start, here.end)
    if match is None or number < 2 or here.headline:
        return None
    above = sentences[number - 1]
    words = text[above.start : above.end].rstrip()
    alone = above.paragraph + 1 == here.paragraph and (
        number + 1 == len(sentences) or sentences[number + 1].paragraph != here.paragraph
    )
    if not alone or above.headline or len(words.split()) <= _WORDS or words[-1:] in (".", "!", "?", ":", ","):
        return None
    role = match.group(2)
    if role is None and number + 1 < len(sentences):
        role = text[sentences[number + 1].start : sentences[number + 1].end]
    if role is None or len(role.split()) > _ROLE_WORDS or not _is_role(role):
        return None
    name = match.group(1)
    speaker = next((Speaker(r.id, r.name) for r in page.referents if _is_called(r, name.casefold())), None)
    span = Span(match.start(1), match.end(1))
    return Label(Source(span, (speaker or Speaker(None, name),)), span)


def _is_role(text: str) -> bool:
    words = re.findall(r"[\w-]+", text.lower())
    return not text.rstrip().endswith(".") and any(w in reporting().people or is_people_word(w) for w in words)


def _is_called(referent: Referent, name: str) -> bool:
    if referent.kind not in _KINDS:
        return False
    own = referent.name.casefold()
    last = referent.kind == "person" and name == own.rsplit(" ", 1)[-1]
    return last or name == own or any(
        m.text.casefold() == name
        for m in referent.mentions
        if m.form != "pronoun" and (m.form != "role" or referent.kind == "person")
    )


def _speaks(token: Token) -> bool:
    """Whether a word is one for people, papers or the press."""
    known = reporting()
    lemma = token.lemma.lower()
    return lemma in known.people or lemma in known.papers or lemma in known.press or is_people_word(lemma)


def _names(referent: Referent, label: str, sentence: Sentence) -> bool:
    name = referent.name.casefold()
    if label == name or referent.kind == "person" and label == name.rsplit(" ", 1)[-1]:
        return True
    here = (m for m in referent.mentions if m.sentence == sentence.index and m.start <= sentence.start + 2)
    return any(m.text.casefold() == label for m in here)
