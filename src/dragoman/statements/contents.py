"""Contents: which words are reported, from the parse where it tells and from the quotation marks where they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.statements.content import CLOSE, EDGE, OPEN, Content, finish, trim
from dragoman.statements.cues import Cue, reporting
from dragoman.statements.line import Line
from dragoman.statements.quotes import Quotation, Quotations
from dragoman.types import Argument, Predicate, Span

_MARKS = frozenset(("“", "”", '"', "``", "''", "«", "»"))
_JOINTS = frozenset(("and", "but", "while", "or", ",", ";", "–", "—", "-", "then", "also"))
_ASIDE = ("conjunct", "adverbial", "parataxis", "dep")
_COMPLEMENTS = frozenset(
    ("for", "over", "of", "as", "on", "in", "to", "with", "from", "between", "by", "against", "at")
)
_CONJUNCTIONS = frozenset(("after", "before", "since", "because", "while", "when", "although", "though", "until"))
_BY = 4  # characters of "by "
_QUOTE_WORDS = 3  # shorter quotations are quoted words, not a quotation, unless the cue stands right beside them


def of_verb(line: Line, cue: Cue, source: Span | None, quotes: Quotations, others: Sequence[Span]) -> Content | None:
    """What a verb of reporting reports in its own sentence; `others` are the other cues there."""
    predicate = cue.predicate
    if predicate is None:
        return None
    here = cue.span(line)
    own = [
        q
        for q in quotes.touching(line.sentence.start, line.sentence.end)
        if not _within(q, source) and not q.start <= here.start < q.end
    ]
    clause = _clause(line, predicate)
    if clause is not None:
        span, split = _clause_span(line, cue, source, clause, others)
        if span is not None:
            content = finish(line, _with_quotes(line, span, here, own, others), own, here, split)
            infinitive = _infinitive(line, clause)
            naming = predicate.lemma in reporting().naming and not infinitive
            return replace(content, named=naming, infinitive=infinitive) if content is not None else None
    beside = [q for q in own if _is_speech(line, q, here, source, others)]
    if beside:
        start, end = beside[0].start, beside[-1].end
        if end <= here.start and own and _only_quotes_before(line, start, here, source):
            start = _sentence_head(line, start)
        return finish(line, Span(start, end), own, here, start < here.start < end)
    noun, naming = _noun(line, predicate)
    if noun is None and source is not None and source.start > here.end:
        noun = _complement(line, predicate)
    if noun is None or noun.end <= noun.start:
        return None
    if source is not None and noun.start <= source.start < noun.start + _BY and source.end < noun.end:
        noun = Span(source.end, noun.end)  # "accused by the ministry of": who says it stands before what is said
    content = finish(line, noun, own, here, False)
    return replace(content, named=naming, bare=True) if content is not None else None


def of_phrase(line: Line, cue: Cue, source: Span, within: Span, quotes: Quotations) -> Content | None:
    """What stands about "according to X" in a stretch of the sentence."""
    here = cue.span(line)
    own = quotes.touching(line.sentence.start, line.sentence.end)
    before = line.text[within.start : here.start].strip(EDGE + OPEN)
    after = line.text[source.end : within.end].strip(EDGE + CLOSE + ".")
    if len(before) > 3 and (len(after) <= 3 or not line.text[source.end : source.end + 1] == ","):
        span = Span(within.start, here.start)
    elif len(before) <= 3 and len(after) > 3:
        span = Span(source.end, within.end)
    elif len(before) > 3:
        span = within
    else:
        return None
    return finish(line, span, own, here, span == within)


def of_noun(line: Line, cue: Cue, quotes: Quotations) -> Content | None:
    """The clause behind "the claim that"."""
    head = line.tokens[cue.last].head
    last = line.subtree(head)[1]
    own = quotes.touching(line.sentence.start, line.sentence.end)
    return finish(line, Span(line.tokens[cue.last].end, line.right(last - 1)), own, None, False)


def rest_of(line: Line, start: int, quotes: Quotations) -> Content | None:
    """Everything in the sentence behind a character, as after "Putin: "."""
    own = quotes.touching(start, line.sentence.end)
    return finish(line, Span(start, line.sentence.end), own, None, False)


def of_quotation(text: str, quotation: Quotation) -> Content | None:
    """A quotation that stands alone."""
    start, end = trim(text, quotation.start, quotation.end, True)
    return Content(start, end, "direct") if end > start else None


# ------------------------------------------------------------------ from the parse


def _clause(line: Line, predicate: Predicate) -> Argument | None:
    """The argument that holds what is said, where the verb takes it that way."""
    known = reporting()
    found = [a for a in predicate.arguments if a.role == "content"]
    infinitives = [a for a in predicate.arguments if a.role in ("content", "purpose") and _infinitive(line, a)]
    finite = [a for a in found if a not in infinitives]
    if finite:
        finite = _behind_conjunction(line, predicate, finite)
        best = max(finite, key=lambda a: (a.via == "parenthesis", a.last - a.first))
        begun = min(finite, key=lambda a: a.first)
        if begun.first > predicate.token and begun.first < best.first and _begins(line, begun, predicate):
            return replace(begun, last=max(a.last for a in finite))  # one clause, which the parser broke in two
        return best
    if infinitives and predicate.lemma in known.with_infinitive:
        return _with_addressee(line, predicate, infinitives[0])
    return _told(line, predicate)


def _behind_conjunction(line: Line, predicate: Predicate, found: list[Argument]) -> list[Argument]:
    """Of "the shelling went on, days after the ministry said it had ended" only what stands behind the verb."""
    behind = [a for a in found if a.first > predicate.token]
    agent = min((a.first for a in predicate.arguments if a.role == "agent"), default=0)
    if not behind or len(behind) == len(found) or not 0 < agent < predicate.token:
        return found
    return behind if line.tokens[agent - 1].text.lower() in _CONJUNCTIONS else found


def _begins(line: Line, clause: Argument, predicate: Predicate) -> bool:
    """Whether a clause opens with the "that" of what is said, right behind its verb."""
    return line.tokens[clause.first].text.lower() == "that" and clause.first <= predicate.token + 2


def _told(line: Line, predicate: Predicate) -> Argument | None:
    """The clause that the parser takes for a description of a noun beside the verb.

    "Told the meeting the plan was dead", "admitted in court that he had lied".
    """
    told = {predicate.token, *(a.head for a in predicate.arguments if a.role in ("patient", "recipient"))}
    beside = {a.head for a in predicate.arguments if a.role in ("place", "time", "oblique")}
    for q in line.predicates.values():
        if q.link != "relative" or q.pos != "verb" or q.token < predicate.token:
            continue
        first, last = line.subtree(q.token)
        if first == q.token:
            continue
        opener = line.tokens[first]
        bare = opener.tag not in ("WDT", "WP", "WP$", "WRB", "IN", "TO", "VBN", "VBG")
        that = opener.text.lower() == "that" and any(a.role == "agent" and a.head > first for a in q.arguments)
        if bare and q.parent in told and predicate.lemma in reporting().telling:
            return Argument("content", q.token, first, last, "clause")
        if that and line.tokens[q.token].head in beside:
            return Argument("content", q.token, first, last, "clause")
    return None


def _with_addressee(line: Line, predicate: Predicate, clause: Argument) -> Argument:
    """ "Urged Ankara to scrap the deal": whose act it is belongs to what is demanded."""
    between = [
        a
        for a in predicate.arguments
        if a.role in ("patient", "recipient") and predicate.token < a.first and a.last == clause.first
    ]
    return replace(clause, first=between[0].first) if between else clause


def _infinitive(line: Line, argument: Argument) -> bool:
    head = line.tokens[argument.head]
    return head.tag == "VB" and any(line.tokens[k].tag == "TO" for k in line.kids[argument.head])


def _clause_span(
    line: Line, cue: Cue, source: Span | None, clause: Argument, others: Sequence[Span]
) -> tuple[Span | None, bool]:
    here = cue.span(line)
    tokens = line.tokens
    if clause.head > cue.first:
        first = clause.first
        while first <= cue.last - 1 or tokens[first].start < here.end:
            first += 1
            if first >= clause.last:
                return None, False
        if clause.via == "parenthesis" and clause.first < cue.first:
            return Span(line.left(clause.first), _end_after(line, cue, clause, others)), True
        if source is not None and here.end <= source.start and tokens[first].start < source.end:
            first = line.at_or_after(source.end)
            if first >= clause.last:
                return None, False
        end = _end_after(line, cue, clause, others)
        return Span(_after_that(line.text, line.left(first), end), end), False
    if clause.via == "parenthesis" and clause.last > cue.last:
        return Span(_sentence_head(line, line.left(clause.first)), _end_after(line, cue, clause, others)), True
    end = (
        here.start
        if source is None or source.start > here.start or source.end < line.tokens[clause.head].start
        else source.start
    )
    start = line.left(clause.first)
    if source is None or source.start > start:
        start = _after_semicolon(line, _sentence_head(line, start), end)
    return (Span(start, end), False) if end > start else (None, False)


def _after_that(text: str, start: int, end: int) -> int:
    """Behind the conjunction or the colon that introduces a clause."""
    while start < end and text[start] in EDGE:
        start += 1
    return start + 4 if text[start : start + 5].lower() in ("that ", "that,") else start


def _end_after(line: Line, cue: Cue, clause: Argument, others: Sequence[Span]) -> int:
    """Where a clause behind its verb ends: with the sentence, unless the verb's own clause goes on after it."""
    assert cue.predicate is not None
    tokens = line.tokens
    last = clause.last
    stop = _own_clause(line, cue, clause)
    for q in line.predicates.values():
        if (
            q.pos == "verb"
            and q.token >= last
            and q.parent == cue.predicate.token
            and (q.link or "").startswith(_ASIDE)
        ):
            if (
                q.link == "conjunct"
                and not any(a.role == "agent" and a.head > last for a in q.arguments)
                and q.lemma not in reporting().force
            ):
                continue  # "wanted, and got, a vote": the parser hangs it a floor too high
            stop = min(stop, max(last, line.subtree(q.token)[0]))
    for other in others:
        added = _added(line, other, clause)
        if added is not None and added < last:
            return line.right(added - 1)
        if other.start >= tokens[last - 1].end:
            at = line.at_or_after(other.start)
            comma = next(
                (k for mark in (";", ",") for k in range(at - 1, last - 1, -1) if tokens[k].text == mark), None
            )
            stop = min(stop, comma if comma is not None else at)
    while stop > last and tokens[stop - 1].text.lower() in _JOINTS:
        stop -= 1
    return line.sentence.end if stop >= len(tokens) else line.right(stop - 1)


def _added(line: Line, other: Span, clause: Argument) -> int | None:
    """The comma before "..., who said": what the page adds of somebody named in another's words."""
    at = line.at_or_after(other.start)
    if at - 2 <= clause.head or line.tokens[at - 1].text.lower() not in ("who", "which"):
        return None
    return at - 2 if line.tokens[at - 2].text == "," else None


def _own_clause(line: Line, cue: Cue, clause: Argument) -> int:
    """The token behind the clause of a verb that stands before the clause it belongs to; else that of the sentence.

    "The day before officials say the call took place, the President ..."
    """
    assert cue.predicate is not None
    link, above = cue.predicate.link or "", cue.predicate.parent
    if above is None or above < clause.last or not link.startswith(("adverbial", "relative")) or ":as" in link:
        return len(line.tokens)
    return max(clause.last, line.subtree(cue.predicate.token)[1])


def _sentence_head(line: Line, start: int) -> int:
    """The head of the sentence where no other verb stands between it and a clause, else the clause's own head."""
    first = line.at_or_after(start)
    verbs = [q for q in line.predicates.values() if q.pos == "verb" and q.token < first]
    return line.sentence.start if not verbs else start


def _after_semicolon(line: Line, start: int, end: int) -> int:
    """Behind the last semicolon before a cue: what stands before it is another's or the page's own."""
    marks = [t for t in line.tokens if start < t.start < end and t.text == ";"]
    if not marks or any(t.text in _MARKS for t in line.tokens if start <= t.start < end):
        return start
    return marks[-1].end


def _noun(line: Line, predicate: Predicate) -> tuple[Span | None, bool]:
    """The noun that stands for what is said, and whether it is a name given to something.

    "Denied the report", "warned of a response", "called it a mistake".
    """
    known = reporting()
    lemma = predicate.lemma
    wanted: list[Argument] = []
    if lemma in known.naming:
        objects = [a for a in predicate.arguments if a.role == "patient" and a.prep is None]
        names = [a for a in predicate.arguments if a.role == "attribute" or a.prep == "as"]
        wanted = objects[:1] + names if objects and names else []
    naming = bool(wanted)
    if not wanted and lemma in known.with_preposition:
        wanted = [a for a in predicate.arguments if a.prep in known.with_preposition[lemma]][:1]
    if not wanted and lemma in known.with_noun:
        wanted = [a for a in predicate.arguments if a.role == "patient" and a.prep is None and a.via != "relative"][:1]
    if not wanted:
        return None, False
    ranges = [line.subtree(a.head) for a in wanted]
    ranges += [(a.first, a.last) for a in wanted]
    first, last = min(r[0] for r in ranges), max(r[1] for r in ranges)
    for a in sorted(predicate.arguments, key=lambda a: a.head):
        if a.prep in _COMPLEMENTS and a.role != "time" and last <= a.first <= last + 2:
            last = max(last, line.subtree(a.head)[1])
    for q in sorted(line.predicates.values(), key=lambda q: q.token):
        # "accused Baku of breaking the truce", "praised Ankara for keeping it"
        if q.parent == predicate.token and (q.link or "").startswith(("oblique:of", "oblique:for")):
            begin, end = line.subtree(q.token)
            if last <= begin <= last + 2:
                last = end
    first = max(first, predicate.token + 1)
    if first >= last or line.tokens[first].pos == "PRON" and last - first == 1:
        return None, False
    return Span(line.left(first), line.right(last - 1)), naming


def _complement(line: Line, predicate: Predicate) -> Span | None:
    """ "Accused by the ministry of leaving the town": what follows who says it."""
    by = next((a for a in predicate.arguments if a.via == "by-phrase"), None)
    if by is None or predicate.lemma not in reporting().with_noun:
        return None
    for q in line.predicates.values():
        if q.parent == predicate.token and (q.link or "").startswith(("oblique:of", "oblique:for")):
            first, last = line.subtree(q.token)
            if first > by.head:
                return Span(line.left(first), line.right(last - 1))
    return None


# ------------------------------------------------------------------ from the quotation marks


def _within(q: Quotation, span: Span | None) -> bool:
    return span is not None and span.start <= q.start and q.end <= span.end


def _is_speech(line: Line, q: Quotation, here: Span, source: Span | None, others: Sequence[Span]) -> bool:
    """Whether a quotation is what the verb reports: beside the verb or its subject, or long enough and no other's."""
    text = line.text
    hull_start = min(here.start, source.start) if source is not None and source.end <= here.start + 60 else here.start
    hull_end = max(here.end, source.end) if source is not None and source.start - here.end < 60 else here.end
    gap = text[q.end : hull_start] if q.end <= hull_start else text[hull_end : q.start]
    if len(gap.strip(EDGE + ".")) == 0:
        return True
    if any(min(q.end, here.end) <= o.start and o.end <= max(q.start, here.start) for o in others):
        return False
    lead = (
        text[q.start - 1 : q.start]
        if not q.start or not text[q.start - 1].isspace()
        else text[max(0, q.start - 2) : q.start].strip()
    )
    return (
        lead in (",", ":", ".")
        and len(text[q.start : q.end].split(None, _QUOTE_WORDS)) > _QUOTE_WORDS
        or (q.start <= line.sentence.start + 1 and text[q.end - 2 : q.end - 1] in (",", ".", "?", "!"))
    )


def _only_quotes_before(line: Line, start: int, here: Span, source: Span | None) -> bool:
    return start > line.sentence.start and not line.text[line.sentence.start : start].strip(EDGE)


def _with_quotes(line: Line, span: Span, here: Span, own: Sequence[Quotation], others: Sequence[Span]) -> Span:
    """The span with the whole of each quotation that it cuts, and with the second half of a split one."""
    start, end = span.start, span.end
    for q in own:
        if q.start < end and start < q.end and q.end - q.start > 2:
            if not (q.start < here.start < q.end):
                start, end = min(start, q.start), max(end, q.end)
        elif q.start >= here.end and start < here.start and not any(here.end <= o.start < q.start for o in others):
            lead = line.text[here.end : q.start].rstrip()[-1:]
            if lead in (",", ".", ":", ";") and len(line.text[q.start : q.end].split(None, 2)) > 2:
                end = max(end, q.end)
    return Span(start, end)
