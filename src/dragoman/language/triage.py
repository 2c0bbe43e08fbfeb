"""Triage: which sentences are worth a parse. Most of the news is about something else and must cost almost nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from dragoman.knowledge import overlay
from dragoman.language.hyphens import closed, hyphened
from dragoman.language.sentences import STARTERS
from dragoman.language.stems import stem
from dragoman.mentions.act_names import act_names
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Sentence

_WORD = re.compile(r"[^\W\d_]+")
_POINTED = re.compile(r"\b(?:he|she|they|it)\b|[\"“”«»]", re.IGNORECASE)
# "The two ministers", "both sides": people or states that were named before.
_TOGETHER = re.compile(
    r"\b(?:(?:the|all) (?:two|three|four|five|six|seven)\b|both |"
    r"the (?:pair|sides|parties|ministers|leaders|presidents|premiers|generals|chiefs|dignitaries|delegations?|group|"
    r"visitors?|guests?|hosts?)\b)",
    re.IGNORECASE,
)
# "The first was held in Oslo": an act of the kind named before it.
_COUNTED = re.compile(
    r"\b[Tt]he (?:first|second|third|fourth|fifth|last|latest|previous|next)(?: one)?,? "
    r"(?:was|were|is|are|will|had|has|took|takes|in|at|on)\b"
)
# "A pact signed in 2006": an act of which the year is told stands in the background of a report.
_YEAR = re.compile(r"\b(?:in|of|since|from) (?:19|20)\d\d\b")
# "The six-year contract", "this order": a thing told before; and a number of something.
_DEFINITE = re.compile(r"\b(?:the|this|that|its|their)(?= ([\w-]+(?: [\w-]+){0,2}))")
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b", re.IGNORECASE
)
_CAPITAL = re.compile(r"\b[A-Z]\w*")


# Words of grammar, some of which share a stem with a word that tells ("not" with "note", "all" with "ally").
_FUNCTION = frozenset(
    "a all an and any are as at be been by for from had has have he her him his how if in is it its no nor not of "
    "off on or our out over she so than that the their them then they this to too under up us was we were what who "
    "why you".split()
)

# A line of so few words may be the caption of a picture or a quotation: "X, a villager".
_CAPTION = 8
# A sentence that opens with one of these may speak of an act named before it.
_POINTING = frozenset({"they", "it", "this", "these"})
# Within so many characters of its beginning a sentence has its first word, whatever marks stand before it.
_OPENING = 3


class Triage:
    """Tells the sentences that may name an event, a person with an office, or somebody who speaks."""

    def __init__(
        self,
        triggers: Collection[str],
        vocabulary: Vocabulary,
        quiet: Iterable[str] = (),
        happening: Iterable[str] = (),
        spoken: Iterable[str] = (),
        recalled: Iterable[str] = (),
        deals: Iterable[str] = (),
    ) -> None:
        """`triggers` wake a sentence that names somebody, `quiet` ones ("move", "drop") one that names two.

        `happening` ones ("take place") wake one that opens with a pronoun ("They take place in Oslo") or has a word of
        `recalled`, which point back at an act ("the incident occurred off Oslo"); `spoken` ones one that names nobody,
        where somebody is pointed at or quoted: "he said"; `deals` one that names nobody and gives a number of the deal
        told before: "the contract covers 12 jets".
        """
        self._telling = _stems(triggers) | _stems(vocabulary.saying) | {stem(w) for w in vocabulary.title_words}
        self._quiet = _stems(quiet) - self._telling
        self._happening = _stems(happening)
        self._recalled = _stems(recalled)
        self._spoken = _stems(spoken)
        self._triggers = _stems(triggers)
        self._deals = _stems(deals)
        self._captions = {stem(w) for w in vocabulary.caption_words}

    def wanted(self, text: str, sentences: Sequence[Sentence]) -> list[bool]:
        """For each sentence whether it is to be parsed."""
        called = act_names(text)
        return [
            self._wanted(text[s.start : s.end]) or any(s.start <= c.start < s.end for c in called) for s in sentences
        ]

    def _wanted(self, sentence: str) -> bool:
        names = [m for m in _CAPITAL.finditer(sentence) if m.start() >= _OPENING or m.group() not in STARTERS]
        if not names:
            return self._speaks(sentence) or self._joint(sentence) or self._dated(sentence) or self._figures(sentence)
        words = _words(sentence)
        stems = {stem(w) for w in words if w not in _FUNCTION}
        return (
            not stems.isdisjoint(self._telling)
            or (len(names) > 1 and not stems.isdisjoint(self._quiet))
            or (self._points(sentence, words[0], stems) and not stems.isdisjoint(self._happening))
            or (len(words) <= _CAPTION and not stems.isdisjoint(self._captions))
        )

    def _points(self, sentence: str, first: str, stems: set[str]) -> bool:
        """Whether a word of the sentence may stand for an act told before it."""
        return first in _POINTING or not stems.isdisjoint(self._recalled) or _COUNTED.search(sentence) is not None

    def _speaks(self, sentence: str) -> bool:
        """Whether a sentence without a name tells what somebody says whom an earlier one names."""
        if not _POINTED.search(sentence):
            return False
        return any(stem(w) in self._spoken for w in _words(sentence) if w not in _FUNCTION)

    def _dated(self, sentence: str) -> bool:
        """Whether a sentence without a name tells of an act with its year."""
        return _YEAR.search(sentence) is not None and self._tells(sentence)

    def _joint(self, sentence: str) -> bool:
        """Whether a sentence without a name tells what those do together whom an earlier one names."""
        return _TOGETHER.search(sentence) is not None and self._tells(sentence)

    def _figures(self, sentence: str) -> bool:
        """Whether a sentence without a name gives a number of a deal that was told before it."""
        if _NUMBER.search(sentence) is None:
            return False
        told = (word for m in _DEFINITE.finditer(sentence.lower()) for word in m.group(1).split())
        return any(stem(word) in self._deals for word in told)

    def _tells(self, sentence: str) -> bool:
        return any(stem(w) in self._triggers for w in _words(sentence) if w not in _FUNCTION)


def _words(sentence: str) -> list[str]:
    """The words of a sentence, and behind them what those with a hyphen are without it."""
    lower = sentence.lower()
    return [*_WORD.findall(lower), *hyphened(lower)]


def _stems(lemmas: Iterable[str]) -> set[str]:
    """The stems of all forms of verbs and nouns; of a phrase, of its first word."""
    known = _irregular()
    firsts = {closed(lemma.split()[0]) for lemma in lemmas}
    return {stem(form) for word in firsts for form in (word, *known.get(word, ()))}


@overlay.once
def _irregular() -> dict[str, tuple[str, ...]]:
    return {base: tuple(forms) for base, forms in overlay.data("irregular.yaml").items()}
