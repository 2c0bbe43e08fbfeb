"""Finding expressions of time in text."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.mentions.dates import grammar, lexicon
from dragoman.mentions.dates.grammar import Kind, Rule
from dragoman.mentions.dates.lexicon import BREAK, PLURAL, UNKNOWN
from dragoman.mentions.dates.meaning import Duration, Fixed, Meaning, Point, Shift
from dragoman.mentions.dates.readings import NOTHING, read
from dragoman.mentions.dates.values import plain_value
from dragoman.types import TimeExpression

# A stretch is cut off at the first unknown word after so many tokens, and at any after twice as many:
# memory stays bounded on one endless line.
_STRETCH = 20_000
# Signs that, written against a number, make it something else: money, a model, a decimal, a path.
_GLUE_BEFORE = re.compile(r"[$€£¥#@&=+*_\\^~.,:/%-]")
_GLUE_AFTER = re.compile(r"[%‰$€£¥°_\\^@#&=+*]|[.,:/](?=\d)|-(?=\d)")


@dataclass(slots=True)
class _Stretch:
    """Some tokens in a row: their kinds, and where each stands."""

    kinds: list[str] = field(default_factory=list)
    tokens: list[re.Match[str]] = field(default_factory=list)


def find(text: str, start: int = 0, end: int | None = None) -> list[TimeExpression]:
    """The expressions of time in `text[start:end]`, in order; they never overlap, the longest reading wins."""
    stop = len(text) if end is None else min(end, len(text))
    found: list[TimeExpression] = []
    for stretch in _stretches(text, max(start, 0), stop):
        found += _find_in(text, stretch)
    return found


def _stretches(text: str, start: int, end: int) -> Iterator[_Stretch]:
    tokens = lexicon.scan(text, start, end)
    while some := list(itertools.islice(tokens, _STRETCH)):
        if len(some) == _STRETCH:
            for last in itertools.islice(tokens, _STRETCH):
                some.append(last)
                if last[0] in (UNKNOWN, PLURAL, BREAK):
                    break
        yield _Stretch([kind for kind, _ in some], [token for _, token in some])


def _find_in(text: str, stretch: _Stretch) -> Iterator[TimeExpression]:
    kinds = "".join(stretch.kinds)
    rules = grammar.load()
    for run in rules.stretch.finditer(kinds):
        at, run_end = run.span()
        held = rules.hold.search(kinds, at, run_end)
        while held is not None and at < run_end:
            # An expression lies around a kind that its rule needs, and ends before it grows too long.
            if held.start() < at:
                held = rules.hold.search(kinds, at, run_end)
                continue
            at = max(at, held.start() - rules.width)
            best: Rule | None = None
            best_end = at
            for rule in rules.starting.get(kinds[at], ()):
                match = rule.pattern.match(kinds, at)
                if match is not None and match.end() > best_end and _stands_alone(text, stretch, at, match.end()):
                    best, best_end = rule, match.end()
            if best is not None and best.reading == NOTHING:
                at = best_end
                continue
            if best is not None:
                expression = _expression(text, stretch, best, at, best_end)
                if expression is not None:
                    yield expression
                    at = best_end
                    continue
            at += 1


def _stands_alone(text: str, stretch: _Stretch, first: int, last: int) -> bool:
    """Whether nothing written against the expression's outer numbers makes them something else."""
    start, end = stretch.tokens[first].start(), stretch.tokens[last - 1].end()
    if text[start].isdigit() and start > 0 and (_GLUE_BEFORE.match(text[start - 1]) or text[start - 1].isalnum()):
        return False
    return not (text[end - 1].isdigit() and _GLUE_AFTER.match(text, end))


def _expression(text: str, stretch: _Stretch, rule: Rule, first: int, last: int) -> TimeExpression | None:
    start, end = stretch.tokens[first].start(), stretch.tokens[last - 1].end()
    meaning = meaning_of(text[start:end], rule.name)
    if meaning is None:
        return None
    words = text[start:end]
    grain = meaning.grain or rule.grain
    return TimeExpression(start, end, words, _type(meaning, rule), plain_value(meaning), grain, rule.name)


def _type(meaning: Meaning, rule: Rule) -> Kind:
    """The rule's, but a day with its hour is a TIME and a count of units that starts nowhere a DURATION."""
    if isinstance(meaning, Point | Shift) and meaning.time is not None:
        return "TIME"
    if isinstance(meaning, Duration):
        return "DURATION"
    return "DATE" if isinstance(meaning, Fixed) and meaning.value.endswith("_REF") else rule.type


@functools.lru_cache(maxsize=4096)
def meaning_of(text: str, rule_name: str) -> Meaning | None:
    """What an expression found by a rule means, read from its own text; None where it means nothing that can be."""
    rule = grammar.load().rules.get(rule_name)
    if rule is None:
        return None
    line = text.replace("\n", " ")
    tokens = list(lexicon.scan(line, 0, len(line)))
    match = rule.core.fullmatch("".join(kind for kind, _ in tokens))
    if match is None:
        return None
    captured: dict[str, tuple[str, ...]] = {}
    for label, (begin, finish) in ((name, match.span(name)) for name in match.groupdict()):
        if begin >= 0 and finish > begin:
            words = tuple(token[0] for _, token in tokens[begin:finish])
            captured.setdefault(label.partition("__")[0], words)
    return read(rule, captured)
