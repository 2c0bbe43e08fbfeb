"""What stands where: ranges of tokens that name referents, and how a phrase is read as referents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.mentions.names import Name
from dragoman.types import Annotated, Place, Referent


@dataclass(frozen=True, slots=True)
class Spot:
    """A range of tokens of one sentence that stands for one referent or, in the plural, for several."""

    sentence: int
    first: int
    last: int  # exclusive
    head: int
    referents: tuple[int, ...]
    form: str  # name, title, role, pronoun, country, demonym, metonym, city, region, body, force, ...
    title: str | None = None  # the office stated at this very place
    open: bool = False  # points back at sides that only the discourse can name: "the two ministers", "they"
    count: int | None = None  # how many, where an open spot says so


@dataclass(frozen=True, slots=True)
class Border:
    """The states between which a border runs, as far as the page names them."""

    states: tuple[int, ...]  # referents
    own: int | None = None  # the one from whose side it is spoken of: "Peru's border with Chile"


@dataclass(frozen=True, slots=True)
class PageReferents:
    """The referents of a page and where each of them stands."""

    annotated: Annotated
    referents: tuple[Referent, ...]
    spots: tuple[tuple[Spot, ...], ...]  # for each sentence, in order of their first token
    names: tuple[tuple[Name, ...], ...]  # of persons, for each sentence
    dateline: Place | None = None  # where the report was filed, as Article.dateline_place has it
    borders: Mapping[int, Border] = field(default_factory=dict)  # of the places that are borders

    def at(self, sentence: int, token: int) -> Spot | None:
        """The spot that covers a token; of nested ones the one headed by it, else the widest."""
        covering = [s for s in self.spots[sentence] if s.first <= token < s.last]
        if not covering:
            return None
        headed = [s for s in covering if s.head == token]
        return max(headed or covering, key=lambda s: s.last - s.first)

    def some_border(self, referent: int) -> bool:
        """True of a border of which the page does not say whose it is: "to the frontier"."""
        border = self.borders.get(referent)
        return border is not None and not border.states

    def within(self, sentence: int, first: int, last: int) -> list[Spot]:
        """The spots that lie in a range of tokens."""
        return [s for s in self.spots[sentence] if first <= s.first and s.last <= last]


def outermost(spots: Sequence[Spot]) -> list[Spot]:
    """Those spots that lie in no other of the list."""
    return [
        s
        for s in spots
        if not any(
            o is not s and o.first <= s.first and s.last <= o.last and (o.last - o.first) > (s.last - s.first)
            for o in spots
        )
    ]
