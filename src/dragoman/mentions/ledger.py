"""The referents of a page while they are put together: ids, what is known of each, and where each stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from dragoman.mentions.gazetteer import Entry
from dragoman.mentions.spelling import fold
from dragoman.mentions.spots import Spot
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Annotated, Mention, Place, Referent, Role, Sentence


class Ledger:
    """What has been found so far; ids count from 0 in the order of first mention."""

    def __init__(self, annotated: Annotated, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.text = annotated.article.text
        self.kinds: list[str] = []
        self.codes: list[str | None] = []
        self.places: list[Place | None] = []
        self.acting: list[int | None] = []
        self.spots: list[list[Spot]] = [[] for _ in annotated.sentences]
        self._ids: dict[tuple[str, str], int] = {}
        self._keys: list[str] = []
        self._forms: list[Counter[str]] = []
        self._mentions: list[list[Mention]] = []
        self._roles: dict[int, dict[tuple[int, int], Role]] = defaultdict(dict)

    def id(self, kind: str, key: str, code: str | None, form: str) -> int:
        """The number of the referent of that kind and key, new where there is none yet; counts the form where given."""
        ref = self._ids.get((kind, key))
        if ref is None:
            ref = self._ids[kind, key] = len(self.kinds)
            self.kinds.append(kind)
            self.codes.append(code)
            self.places.append(None)
            self.acting.append(None)
            self._keys.append(key)
            self._forms.append(Counter())
            self._mentions.append([])
            if kind == "person" and code is not None:
                self.acting[ref] = self.state(code)
        if form:
            self._forms[ref][form] += 1
        return ref

    def state(self, code: str) -> int:
        """The referent of a state, or of a body or an armed group that has a code."""
        entry = self.vocabulary.entry(code)
        if entry.kind == "force":
            return self.id("force", fold(entry.name), code, entry.name)
        kind = "state" if entry.kind == "country" else "body"
        ref = self.id(kind, code, code, entry.name)
        if kind == "state":
            self.places[ref] = as_place(entry)
        return ref

    def role(self, ref: int, role: Role) -> None:
        """Notes an office of a person; one stretch of text gives one."""
        self._roles[ref].setdefault((role.start, role.end), role)

    def spot(
        self,
        sentence: Sentence,
        first: int,
        last: int,
        head: int,
        refs: Sequence[int],
        form: str,
        title: str | None = None,
    ) -> None:
        """Notes that a range of tokens stands for referents, and a mention of each."""
        tokens = sentence.tokens
        self.spots[sentence.index].append(Spot(sentence.index, first, last, head, tuple(refs), form, title))
        start, end = tokens[first].start, tokens[last - 1].end
        for ref in refs:
            self._mentions[ref].append(Mention(start, end, sentence.index, head, form, self.text[start:end]))

    def covered(self, sentence: int) -> set[int]:
        """The tokens of a sentence that stand for something."""
        return {k for s in self.spots[sentence] for k in range(s.first, s.last)}

    def referents(self, name_of_person: Callable[[int], str]) -> tuple[Referent, ...]:
        """All that was found; a person's key is his number, which `name_of_person` names."""
        return tuple(self._referent(i, name_of_person) for i in range(len(self.kinds)))

    def _referent(self, i: int, name_of_person: Callable[[int], str]) -> Referent:
        kind, place = self.kinds[i], self.places[i]
        if kind == "person":
            name = name_of_person(int(self._keys[i]))
        elif place is not None and kind in ("place", "state"):
            name = place.name
        else:
            name = self._forms[i].most_common(1)[0][0]
        mentions = tuple(sorted(self._mentions[i], key=lambda m: (m.sentence, m.start)))
        roles = tuple(self._roles[i].values()) if i in self._roles else ()
        return Referent(i, kind, name, self.codes[i], mentions, roles, place, self.acting[i])


def as_place(entry: Entry) -> Place:
    """The place that an entry of the gazetteer is."""
    kind = "country" if entry.kind == "country" else ("city" if entry.kind in ("city", "capital") else entry.kind)
    code = entry.code if entry.kind == "country" else (entry.country or entry.code)
    return Place(entry.name, code, entry.lat, entry.lon, entry.geonames, kind)
