"""Phrases and nouns of reporting: "according to the ministry", "the minister's claim that"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.statements import contents, sources
from dragoman.statements.cues import Cue
from dragoman.statements.line import Line
from dragoman.statements.work import Work
from dragoman.types import Argument, Span


def phrase(work: Work, here: Line, cue: Cue) -> None:
    """ "According to the ministry"."""
    at = cue.last
    tokens = here.tokens
    if cue.last - cue.first == 1 and cue.rule.startswith("noun"):
        _claim(work, here, cue)
        return
    if (
        tokens[cue.first].text.lower() == "in"
        and at < len(tokens)
        and tokens[at].text.lower() in ("a", "an", "his", "her", "their")
    ):
        return
    found = sources.of_phrase(work.page, here, at, work.memory)
    if found is None:
        return
    source, argument = found
    span = cue.span(here)
    whole = Span(here.sentence.start, here.sentence.end)
    for d in work.drafts:
        if (
            d.sentence == here.sentence.index
            and d.content.start <= span.start
            and span.end <= d.content.end
            and not d.content.split
        ):
            whole = Span(max(whole.start, d.content.start), min(whole.end, d.content.end))
    near = Span(tokens[argument.first].start, tokens[argument.last - 1].end) if source.span is None else source.span
    content = contents.of_phrase(here, cue, near, whole, work.quotes)
    if content is not None:
        work.add(here, cue, replace(source, span=near), content, [])


def _claim(work: Work, here: Line, cue: Cue) -> None:
    """ "The minister's claim that": the possessor, or whom "of" or "by" names, speaks."""
    tokens = here.tokens
    for k in here.kids[cue.first]:
        if k < cue.first and (tokens[k].tag == "PRP$" or any(tokens[j].tag == "POS" for j in here.kids[k])):
            first, last = here.subtree(k)
            last -= tokens[last - 1].tag == "POS"
            source = sources.of_argument(
                work.page, here, Argument("agent", k, first, max(last, k + 1), "possessive"), work.memory, False
            )
            content = contents.of_noun(here, cue, work.quotes)
            if source is not None and content is not None:
                work.add(here, cue, source, content, [])
            return
