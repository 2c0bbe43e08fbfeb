"""What an article calls itself at its head: a correction, a retraction or an update of an earlier one."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from dragoman.knowledge.files import PACKAGED, mapping, texts
from dragoman.types import Article

Version = Literal["correction", "retraction", "update"]

CORRECTIONS_FILE = "corrections.yaml"
_ORDER: tuple[Version, ...] = ("retraction", "correction", "update")
_HEAD = 60  # characters in which a mark must stand


def version(article: Article) -> Version | None:
    """What the head of the title or of the text says that the article is; None where it says nothing of it."""
    heads = [article.title or "", article.text.lstrip()]
    if article.title_span:
        heads.append(article.text[article.title_span.end :].lstrip())
    for kind, mark in _marks():
        if any(mark.match(head[:_HEAD]) for head in heads):
            return kind
    return None


@cache
def _marks() -> tuple[tuple[Version, re.Pattern[str]], ...]:
    path = PACKAGED / CORRECTIONS_FILE
    known = mapping(path)
    out = []
    for kind in _ORDER:
        words = "|".join(re.escape(w) for w in sorted(texts(str(path), kind, known.get(kind)), key=len, reverse=True))
        # The mark stands apart ("Correction: ...", "UPDATE 2-...") or opens a bracket ("(Corrects the day ...").
        out.append((kind, re.compile(rf"[\[*\s]*(?:{words})\s?\d{{0,2}}\s?[:*\])–—-]|[*\s]*[(\[](?:{words})\b", re.I)))
    return tuple(out)
