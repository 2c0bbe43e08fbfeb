"""The day an undated article counts from: that of the latest words it reports with a date."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.facts.scope import saying_verbs
from dragoman.mentions import dates
from dragoman.types import Annotated, Predicate


def said_on(annotated: Annotated, predicates: Mapping[int, Mapping[int, Predicate]]) -> str | None:
    """The last date on which somebody is said to have spoken ("announced on September 2"), else None.

    News is written on the day of the words it reports; what counts from it ("tomorrow") is
    as sure as that, and the trail of the date says so.
    """
    found: list[str] = []
    text = annotated.article.text
    for number, here in sorted(predicates.items()):
        tokens = annotated.sentences[number].tokens
        for predicate in here.values():
            if predicate.pos != "verb" or predicate.lemma not in saying_verbs():
                continue
            for argument in predicate.arguments:
                if argument.role != "time":
                    continue
                for expression in dates.find(text, tokens[argument.first].start, tokens[argument.last - 1].end):
                    value = dates.resolve(expression, reference=None, direction="past")
                    if value is not None and value.start is not None and value.end is None and _is_day(value.start):
                        found.append(value.start)
    full = [d for d in found if d[0] != "-"]
    return max(full) if full else (found[-1] if found else None)


def _is_day(value: str) -> bool:
    return len(value.lstrip("-")) in (5, 10)
