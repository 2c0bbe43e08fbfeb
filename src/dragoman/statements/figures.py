"""Figures in what is said: each number with its unit, how sure it is, what it measures, of whom, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.mentions import amounts, dates, money
from dragoman.mentions.item import token_range
from dragoman.mentions.numerals import Number, bound_before, dash, number_at, pieces
from dragoman.mentions.spots import PageReferents
from dragoman.statements.line import Line
from dragoman.types import Argument, DateValue, Evidence, Predicate, SaidFigure, Token

_PHRASE = 12  # tokens of what is measured
_SHARES = {"%": "percent", "percent": "percent", "percentage": "percent", "times": "times", "fold": "times"}
_BREAKS = frozenset((",", ";", ":", "(", ")", "“", "”", '"', "``", "''", "–", "—", "-"))
_LOOSE = frozenset(("ADP", "DET", "CCONJ", "PUNCT"))  # no phrase ends with them
_ACTORS = frozenset(("person", "state", "body", "force", "company"))
_NOT_MEASURED = frozenset(("say", "be", "have", "tell", "add", "reach", "make", "total", "amount", "include"))


@dataclass(frozen=True, slots=True)
class _Found:
    """A number before it is known what it measures."""

    start: int
    end: int
    value: Number | str
    unit: str | None
    bound: str
    high: Number | None = None


def find(page: PageReferents, line: Line, reference: str | None) -> Iterator[SaidFigure]:
    """The figures of a sentence, left to right; `reference` is the date that "last year" counts from."""
    if not _has_number(line):
        return
    for number in _all(line.text, line.sentence.start, line.sentence.end):
        first, last = token_range(line.tokens, number.start, number.end)
        what = _measured(line, first, last)
        if number.unit is None and (what is None or _no_count(line, first, last)):
            continue
        verb = _governing(line, first, last)
        whom = _whom(page, line, what, verb)
        evidence = Evidence(number.start, number.end, "a number that is said")
        of, of_evidence, key = _named(line, what, verb)
        yield SaidFigure(
            number.value, number.unit, number.bound, evidence, of, of_evidence, key, whom,
            _when(line, verb, reference), number.high,
        )  # fmt: skip


def _no_count(line: Line, first: int, last: int) -> bool:
    """Whether a bare number is a date, or no more than the "two" of "the two sides"."""
    here = line.tokens[first:last]
    return any(t.ent in ("DATE", "TIME") for t in here) or [t.text.lower() for t in here] in (["one"], ["two"])


# ------------------------------------------------------------------ the numbers


def _has_number(line: Line) -> bool:
    known = ("CARDINAL", "MONEY", "PERCENT", "QUANTITY")
    return any(t.pos == "NUM" or t.ent in known or t.text[:1].isdigit() for t in line.tokens)


def _all(text: str, start: int, end: int) -> list[_Found]:
    """Sums, shares and counts, in order and none twice."""
    out = [
        _Found(m.start, m.end, m.value, m.currency, m.bound, m.high)
        for m in money.find(text, start, end)
        if not m.converted
    ]
    out += _shares(text, start, end)
    taken = [(f.start, f.end) for f in out]
    for a in amounts.find(text, start, end):
        if not any(s < a.end and a.start < e for s, e in taken):
            out.append(_Found(a.start, a.end, a.value, a.measure, a.bound, a.high))
    return sorted(out, key=lambda f: f.start)


def _shares(text: str, start: int, end: int) -> Iterator[_Found]:
    """Percentages, and "thirty times"."""
    row = pieces(text, start, end)
    i = 0
    while i < len(row):
        read = number_at(row, i)
        if read is None:
            i += 1
            continue
        value, _, after = read
        high = None
        if after + 1 < len(row) and (dash(row[after]) or row[after].low == "to"):
            upper = number_at(row, after + 1)
            if upper is not None and upper[0] > value:
                high, after = upper[0], upper[2]
        unit, stop = None, after
        if after < len(row):
            unit = _SHARES.get(row[after].low)
            stop = after + 1
            if unit is None and row[after].low == "per" and after + 1 < len(row) and row[after + 1].low == "cent":
                unit, stop = "percent", after + 2
        if unit is not None:
            bound, first = bound_before(row, i)
            yield _Found(row[first].start, row[stop - 1].end, value, unit, bound, high)
        i = max(stop if unit is not None else after, i + 1)


# ------------------------------------------------------------------ what they measure


def _measured(line: Line, first: int, last: int) -> tuple[int, int, int] | None:
    """Tokens and head of the phrase that names what is measured: "of the freight", "refugees", "a deal worth"."""
    tokens = line.tokens
    if last < len(tokens) and tokens[last].text.lower() == "of" and last + 1 < len(tokens):
        begin, end = line.subtree(last)
        return _phrase(line, max(begin, last) + 1, end)
    root = _root(line, first, last)
    head = tokens[root.head]
    if head.i >= last and head.pos in ("NOUN", "PROPN") and head.i - last <= _PHRASE // 2:
        begin, end = line.subtree(head.i)
        return _phrase(line, last, max(end, head.i + 1), head.i)
    if head.text.lower() == "of" and tokens[head.head].pos == "NOUN" and head.head < first:
        return _phrase(line, line.subtree(head.head)[0], head.i, head.head)  # "a rise of 10 percent"
    if head.lemma == "worth" and tokens[head.head].pos in ("NOUN", "PROPN"):
        noun = tokens[head.head].i
        begin, _ = line.subtree(noun)
        return _phrase(line, begin, head.i, noun)
    return None


def _root(line: Line, first: int, last: int) -> Token:
    """The token of a number on which the others hang."""
    for t in line.tokens[first:last]:
        if not first <= t.head < last or t.head == t.i:
            return t
    return line.tokens[first]


def _phrase(line: Line, first: int, last: int, head: int | None = None) -> tuple[int, int, int] | None:
    """A phrase cut at its first break, without its article."""
    tokens = line.tokens
    last = min(last, first + _PHRASE)
    while first < last and tokens[first].tag in ("DT", "PRP$", "IN"):
        first += 1
    least = head if head is not None else first
    stop = next((k for k in range(first, last) if k > least and _breaks(tokens, k)), last)
    while stop > first and (tokens[stop - 1].pos in _LOOSE or tokens[stop - 1].text == "worth"):
        stop -= 1
    if stop <= first:
        return None
    if head is None or not first <= head < stop:
        nouns = [k for k in range(first, stop) if tokens[k].pos in ("NOUN", "PROPN")]
        inner = [k for k in nouns if not first <= tokens[k].head < stop]
        head = (inner or nouns or [first])[0]
    return first, stop, head


def _breaks(tokens: Sequence[Token], k: int) -> bool:
    """Whether a phrase ends before a token; a hyphen that joins two words ends none."""
    joins = k and tokens[k - 1].end == tokens[k].start and k + 1 < len(tokens) and tokens[k].end == tokens[k + 1].start
    return tokens[k].text in _BREAKS and not joins


def _governing(line: Line, first: int, last: int) -> tuple[Predicate, Argument] | None:
    """The act of which a number is an argument, and that argument; the narrowest."""
    best: tuple[Predicate, Argument] | None = None
    for p in line.predicates.values():
        for a in p.arguments:
            inside = a.first <= first and last <= a.last or first <= a.head < last
            if not inside or a.role in ("content", "time") or p.token in range(first, last):
                continue
            if best is None or a.last - a.first < best[1].last - best[1].first:
                best = (p, a)
    return best if best is not None else _above(line, first, last)


def _above(line: Line, first: int, last: int) -> tuple[Predicate, Argument] | None:
    """The act on which a number hangs without being one of its arguments: "went up thirty times"."""
    root = _root(line, first, last)
    at = root.i
    for _ in range(_PHRASE):
        at = line.tokens[at].head
        if at in line.predicates:
            return line.predicates[at], Argument("extent", root.i, first, last, "hangs on")
    return None


def _named(
    line: Line, what: tuple[int, int, int] | None, verb: tuple[Predicate, Argument] | None
) -> tuple[str, Evidence | None, str]:
    """What is measured as text, where it stands, and the lemmas by which claims are lined up."""
    tokens = line.tokens
    act = verb[0].lemma if verb is not None and verb[0].lemma not in _NOT_MEASURED else ""
    if what is None and verb is not None:
        what = _other(line, *verb)
    if what is None:
        if verb is None or not act:
            return "", None, ""
        t = tokens[verb[0].token]
        return t.text, Evidence(t.start, t.end, "the act that is measured"), act
    first, last, head = what
    text = " ".join(line.text[tokens[first].start : tokens[last - 1].end].split())
    evidence = Evidence(tokens[first].start, tokens[last - 1].end, "what is measured")
    return text, evidence, " ".join(x for x in (tokens[head].lemma.lower(), act) if x)


def _other(line: Line, p: Predicate, a: Argument) -> tuple[int, int, int] | None:
    """What a sum or a share is said of: "spending rose to $3 billion", "spent $3 billion on arms"."""
    if a.role == "patient":
        wanted = [x for x in p.arguments if x.prep in ("on", "for", "in") and x.role != "time"]
    else:
        wanted = [x for x in p.arguments if x.role == "patient" and x.head != a.head]
        wanted += [x for x in p.arguments if x.role == "agent" and x.head != a.head]
    for x in wanted:
        if line.tokens[x.head].pos in ("NOUN", "PROPN"):
            return _phrase(line, x.first, x.last, x.head)
    return None


def _whom(
    page: PageReferents, line: Line, what: tuple[int, int, int] | None, verb: tuple[Predicate, Argument] | None
) -> int | None:
    """Whose it is: the owner named in what is measured, else who does the act or undergoes it."""
    number = line.sentence.index
    if what is not None:
        for spot in (s for s in page.spots[number] if what[0] <= s.head < what[1]):
            if len(spot.referents) == 1 and page.referents[spot.referents[0]].kind in _ACTORS:
                return spot.referents[0]
    if verb is None:
        return None
    for role in ("agent", "patient"):
        for a in verb[0].arguments:
            if a.role != role or a.head == verb[1].head:
                continue
            for spot in [s for s in (page.at(number, a.head), *page.within(number, a.first, a.last)) if s is not None]:
                if len(spot.referents) == 1 and page.referents[spot.referents[0]].kind in _ACTORS:
                    return spot.referents[0]
    return None


def _when(line: Line, verb: tuple[Predicate, Argument] | None, reference: str | None) -> DateValue | None:
    """The time that the act of a figure is given, where it is."""
    if verb is None:
        return None
    tokens = line.tokens
    times = [a for a in verb[0].arguments if a.role == "time"]
    if not times:
        return None
    ahead = any(tokens[k].tag == "MD" for k in line.kids[verb[0].token])
    found = dates.find(line.text, line.sentence.start, line.sentence.end)
    for a in times:
        for expression in found:
            if not (tokens[a.first].start < expression.end and expression.start < tokens[a.last - 1].end):
                continue
            value = dates.resolve(expression, reference=reference, direction="future" if ahead else "past")
            if value is not None:
                return value
    return None
