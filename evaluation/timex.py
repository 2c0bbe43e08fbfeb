"""Scores the finding and valuing of time expressions after the TempEval-3 definition.

    python evaluation/timex.py meantime DIR     # MEANTIME: intra-doc_annotation/*/*.xml under DIR
    python evaluation/timex.py timeml DIR       # TimeML: **/*.tml under DIR

Strict asks for the same extent, relaxed for any overlap; the value score is relaxed F1 times the share of the
overlapping gold expressions whose value is the same, as the TempEval-3 scorer has it.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.mentions.dates import find, resolve, timex_value
from dragoman.types import TimeExpression


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression: its extent in the text and its value."""

    start: int
    end: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text, its date, and what annotators marked in it."""

    name: str
    text: str
    created: str | None
    gold: tuple[Timex, ...]


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed_gold: int = 0
    relaxed_found: int = 0
    value: int = 0

    def add(self, gold: Sequence[Timex], found: Sequence[Timex]) -> None:
        """Count one document."""
        self.gold += len(gold)
        self.found += len(found)
        extents = {(one.start, one.end) for one in found}
        for expected in gold:
            self.strict += (expected.start, expected.end) in extents
            match = overlapping(expected, found)
            self.relaxed_gold += match is not None
            self.value += match is not None and same_value(match.value, expected.value)
        self.relaxed_found += sum(overlapping(one, gold) is not None for one in found)

    def scores(self) -> dict[str, float]:
        """strict, relaxed, value: F1; accuracy: share of overlapping gold with the same value."""
        strict = f1(self.strict, self.found, self.strict, self.gold)
        relaxed = f1(self.relaxed_found, self.found, self.relaxed_gold, self.gold)
        accuracy = self.value / self.relaxed_gold if self.relaxed_gold else 0.0
        return {
            "precision": self.relaxed_found / self.found if self.found else 0.0,
            "recall": self.relaxed_gold / self.gold if self.gold else 0.0,
            "strict": strict,
            "relaxed": relaxed,
            "accuracy": accuracy,
            "value": relaxed * accuracy,
        }


def f1(right_found: int, found: int, right_gold: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    precision = right_found / found if found else 0.0
    recall = right_gold / gold if gold else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def overlapping(one: Timex, others: Sequence[Timex]) -> Timex | None:
    """The expression with the same extent, else the first that shares a character."""
    shared = [other for other in others if other.start < one.end and one.start < other.end]
    same = [other for other in shared if (other.start, other.end) == (one.start, one.end)]
    return next(iter(same or shared), None)


def same_value(one: str, other: str) -> bool:
    """Whether two values are the same string."""
    return one.strip() == other.strip()


# ------------------------------------------------------------------------------------- corpora

_TIGHT_BEFORE = re.compile(r"[,.;:!?)\]%]|'s|n't|'|''")


# Its guidelines mark the headline, the dateline and the sentences up to this one, and nothing after.
_MEANTIME_LAST_SENTENCE = 5


def meantime(folder: Path) -> Iterator[Document]:
    """The documents of MEANTIME as far as they are annotated, their text rebuilt from the tokens."""
    for path in sorted(folder.glob("intra-doc_annotation/*/*.xml")):
        root = ElementTree.parse(path).getroot()
        pieces: list[str] = []
        spans: dict[str, tuple[int, int]] = {}
        length, last_sentence, open_bracket = 0, None, False
        for token in root.iter("token"):
            word, sentence = token.text or "", token.get("sentence")
            if int(sentence or 0) > _MEANTIME_LAST_SENTENCE:
                break
            gap = "" if not pieces else "\n\n" if sentence != last_sentence else " "
            if gap == " " and (open_bracket or _TIGHT_BEFORE.fullmatch(word)):
                gap = ""
            pieces += [gap, word]
            spans[str(token.get("t_id"))] = (length + len(gap), length + len(gap) + len(word))
            length += len(gap) + len(word)
            last_sentence, open_bracket = sentence, word in ("(", "[", "$", "``")
        text = "".join(pieces)
        gold: list[Timex] = []
        created = None
        for mark in root.iter("TIMEX3"):
            anchors = [spans[str(anchor.get("t_id"))] for anchor in mark.iter("token_anchor")]
            value = mark.get("value", "")
            if mark.get("functionInDocument") == "CREATION_TIME":
                created = created or value
            if anchors:
                start, end = min(anchors)[0], max(anchors)[1]
                gold.append(Timex(start, end, text[start:end], value))
        gold.sort(key=lambda one: (one.start, one.end))
        # Where no mark is the creation time, the dateline, which is the first mark, is.
        first = gold[0].value if gold and re.fullmatch(r"\d{4}-\d\d-\d\d", gold[0].value) else None
        yield Document(path.stem, text, created or first, tuple(gold))


_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")


def timeml(folder: Path) -> Iterator[Document]:
    """TimeML documents: the text element, its TIMEX3 marks, the creation time."""
    for path in sorted(folder.rglob("*.tml")):
        source = path.read_text(encoding="utf-8", errors="replace")
        created = re.search(r'<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>', source)
        given = re.search(r'value="(\d{4}-\d\d-\d\d)', created.group()) if created else None
        body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.S)
        if body is None:
            continue
        pieces: list[str] = []
        length, at = 0, 0
        opened: tuple[int, str] | None = None
        gold: list[Timex] = []
        for tag in _TAG.finditer(body[1]):
            piece = html.unescape(body[1][at : tag.start()])
            pieces.append(piece)
            length += len(piece)
            at = tag.end()
            if tag[2] != "TIMEX3":
                continue
            if not tag[1]:
                value = re.search(r'value="([^"]*)"', tag[3])
                opened = (length, value[1] if value else "")
            elif opened is not None:
                text = "".join(pieces)[opened[0] : length]
                gold.append(Timex(opened[0], length, text, opened[1]))
                opened = None
        pieces.append(html.unescape(body[1][at:]))
        yield Document(path.stem, "".join(pieces), given[1] if given else None, tuple(gold))


# ------------------------------------------------------------------------------------- our reading

_AHEAD = re.compile(
    r"\b(?:will|shall|wo|would|plans?|planned|planning|scheduled?|expect(?:s|ed|ing)?|due|slated|set to|upcoming|going|"
    r"hopes?|until|as soon as|effective|intends?|aims?|is to|are to|to be|payable|calls? for|calling for)\b|'ll\b",
    re.I,
)
# A participle after "be" says nothing of the past.
_BEHIND = re.compile(
    r"(?<!\bbe )\b(?:was|were|had|did|has|have|been|took|held|met|made|came|went|began|rose|fell|left|gave|sent|won|"
    r"lost|said|told|(?!scheduled|planned|expected|need|exceed|indeed)[a-z]{2,}ed)\b",
    re.I,
)
_BOUNDARY = re.compile(r"[.!?][\"')]*\s+(?=[A-Z\"'`])|\n\s*\n")


def direction(text: str, start: int, end: int) -> Literal["past", "future"] | None:
    """Which way the sentence looks, from the cue of tense nearest before the expression, else after it, if any.

    The pipeline reads this off the parse; here there is only text.
    """
    window = max(0, start - 400)
    begun = window
    for boundary in _BOUNDARY.finditer(text, window, start):
        begun = boundary.end()
    closing = _BOUNDARY.search(text, end, end + 300)
    ending = closing.start() if closing else min(len(text), end + 300)
    ahead = [match.start() for match in _AHEAD.finditer(text, begun, start)]
    behind = [match.start() for match in _BEHIND.finditer(text, begun, start)]
    if not ahead and not behind:
        ahead = [-match.start() for match in _AHEAD.finditer(text, end, ending)]
        behind = [-match.start() for match in _BEHIND.finditer(text, end, ending)]
    if not ahead and not behind:
        return None
    return "future" if ahead and (not behind or max(ahead) > max(behind)) else "past"


_BETWEEN = re.compile(r"\s*(?:\bto\b|\band\b|\bthrough\b|\buntil\b|\btill\b|[-–—/])\s*")


def split(expression: TimeExpression, value: str) -> list[Timex]:
    """A range as TimeML marks it: its two ends."""
    lead = re.match(r"(?:from|between)\s+", expression.text, re.I)
    begin = expression.start + (lead.end() if lead else 0)
    joints = list(_BETWEEN.finditer(expression.text, lead.end() if lead else 0))
    first, _, last = value.partition("/")
    if not joints:
        return [Timex(expression.start, expression.end, expression.text, value)]
    left, right = expression.start + joints[-1].start(), expression.start + joints[-1].end()
    texts = expression.text[begin - expression.start : joints[-1].start()], expression.text[joints[-1].end() :]
    return [Timex(begin, left, texts[0], first), Timex(right, expression.end, texts[1], last)]


def system(document: Document) -> list[Timex]:
    """What is found and valued in a document, its date given."""
    found: list[Timex] = []
    anchor, quarter = document.created, None
    for expression in find(document.text):
        way = direction(document.text, expression.start, expression.end)
        told = quarter if quarter and expression.grain in ("year", "quarter") else anchor
        value = timex_value(expression, document.created, way, anchor=told)
        if "/" in value:
            found += split(expression, value)
        else:
            found.append(Timex(expression.start, expression.end, expression.text, value))
        dated = resolve(expression, reference=document.created, direction=way, anchor=anchor)
        if expression.rule.startswith("quarter") and re.fullmatch(r"\d{4}-Q\d", value):
            quarter = value
        elif dated is not None and dated.start is not None and dated.start.count("-") == 2:
            anchor = dated.start
    return found


def show(document: Document, found: Sequence[Timex]) -> Iterator[str]:
    """The disagreements of one document, a line each."""
    for expected in document.gold:
        match = overlapping(expected, found)
        if match is None:
            context = document.text[max(0, expected.start - 40) : expected.end + 30].replace("\n", " ")
            yield f"missed   {expected.text!r} {expected.value} in {context!r}"
        elif not same_value(match.value, expected.value):
            yield f"value    {expected.text!r} {expected.value} ours {match.text!r} {match.value}"
        elif (match.start, match.end) != (expected.start, expected.end):
            yield f"extent   {expected.text!r} ours {match.text!r}"
    for one in found:
        if overlapping(one, document.gold) is None:
            context = document.text[max(0, one.start - 40) : one.end + 30].replace("\n", " ")
            yield f"spurious {one.text!r} {one.value} in {context!r}"


def main() -> int:
    """Score a corpus and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("corpus", choices=("meantime", "timeml"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print every disagreement")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        print(f"{arguments.folder}: no such folder; give the one that holds the corpus", file=sys.stderr)
        return 2
    tally, documents = Tally(), 0
    for document in (meantime if arguments.corpus == "meantime" else timeml)(arguments.folder):
        found = system(document)
        tally.add(document.gold, found)
        documents += 1
        if arguments.show:
            for line in show(document, found):
                print(f"{document.name[:24]:24} {document.created} {line}")
    print(f"{documents} documents, {tally.gold} expressions, {tally.found} found")
    print("  ".join(f"{name} {score:.3f}" for name, score in tally.scores().items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
