"""The persons of a page: which names are one person, and which runs of capitals are no person at all.

One name is one thing in one page: evidence for "this is a person" is summed over all
mentions of a name before anything is decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.mentions.names import Name
from dragoman.mentions.spelling import fold
from dragoman.mentions.titles import TitlePhrase
from dragoman.mentions.vocabulary import Vocabulary

# A name of two or more words needs this much evidence over the page, a single word more.
FULL_NAME = 1.0
SINGLE_WORD = 2.5


# Those who are called by their given names: "King Salman" is not Mohammed bin Salman.
_BY_GIVEN_NAME = frozenset(("king", "queen", "emir", "sultan", "emperor", "pope"))
_SON_OF = frozenset(("bin", "ibn", "ben", "bint"))
# Classes of title that only one or few people of a page bear.
OFFICES = frozenset(("head_of_state", "head_of_government", "minister", "deputy_leader", "chief", "commander"))


@dataclass(slots=True, eq=False)
class Person:
    """One person of the page while it is put together."""

    words: tuple[str, ...]  # folded words of the fullest form
    names: list[Name] = field(default_factory=list)
    known_as: str | None = None  # fuller than any form on the page, from what else the page or the data says

    offices: list[TitlePhrase] = field(default_factory=list)  # told of him in other sentences than his names
    kin: Person | None = None  # whose brother, wife, ... he is said to be

    @property
    def text(self) -> str:
        """The fullest form, the first on the page where several are as full."""
        return self.known_as or max(self.names, key=lambda n: (len(n.text.split()), -n.sentence, -n.first)).text

    @property
    def titles(self) -> list[TitlePhrase]:
        """All titles that stand with its names, and those that the page gives it elsewhere."""
        return [*(t for n in self.names for t in n.titles), *self.offices]


def group(names: Sequence[Name], vocabulary: Vocabulary) -> list[Person]:
    """Persons of the page, in the order in which they are introduced."""
    scores: dict[tuple[str, ...], float] = defaultdict(float)
    for name in names:
        scores[_words(name.text)] += name.score
    persons: list[Person] = []
    singles: list[Name] = []
    for name in names:
        words = _words(name.text)
        if not words:
            continue
        if len(words) == 1:
            singles.append(name)
            continue
        known = next((p for p in persons if same_full_name(p.words, words)), None)
        if known is not None:
            known.names.append(name)
            if len(words) > len(known.words):
                known.words = words
        elif _support(words, scores) >= FULL_NAME:
            persons.append(Person(words, [name]))
    # Names whose evidence comes only with a later mention.
    held = {id(n) for p in persons for n in p.names}
    for name in names:
        words = _words(name.text)
        if len(words) > 1 and id(name) not in held:
            known = next((p for p in persons if same_full_name(p.words, words)), None)
            if known is not None:
                known.names.append(name)
    _place_singles(singles, persons, scores, vocabulary)
    for person in persons:
        person.names.sort(key=lambda n: (n.sentence, n.first))
    persons.sort(key=lambda p: (p.names[0].sentence, p.names[0].first))
    return persons


def _support(words: tuple[str, ...], scores: dict[tuple[str, ...], float]) -> float:
    """Evidence for a full name, with that of all forms of it."""
    return sum(
        score for form, score in scores.items() if form == words or (len(form) > 1 and same_full_name(form, words))
    )


def _place_singles(
    singles: Sequence[Name], persons: list[Person], scores: dict[tuple[str, ...], float], vocabulary: Vocabulary
) -> None:
    """Gives each single-word name to the person of the page who bears it, or makes it a person of its own."""
    own: dict[str, Person] = {}
    alone: dict[str, Person] = {}  # to whom a family name alone was last given: it stays his when a namesake comes
    for name in singles:
        word = _words(name.text)[0]
        reigning = any(t.word.cls == "royal" or t.word.lemma in _BY_GIVEN_NAME for t in name.titles)
        family = 0 if reigning else -1
        bearers = [p for p in persons if len(p.words) > 1 and p.words[family] == word]
        if not bearers and not reigning:
            bearers = [p for p in persons if len(p.words) > 1 and _is_family_name(word, p, vocabulary)]
        if not bearers and vocabulary.is_given(word) and name.score > 0:
            bearers = [p for p in persons if len(p.words) > 1 and p.words[0] == word]
        if not bearers and len(word) > 4 and not reigning:
            bearers = [p for p in persons if len(p.words) > 1 and nearly(p.words[-1], word)]
        bearers = [p for p in bearers if not _is_another(p, name)]
        if word in own and (not bearers or not name.titles):
            own[word].names.append(name)
        elif bearers and name.score > -2.0:
            chosen = alone.get(word)
            if chosen not in bearers or name.titles:
                chosen = _nearest([p for p in bearers if _shares_office(p, name)] or bearers, name)
            alone[word] = chosen
            chosen.names.append(name)
        elif scores[(word,)] >= SINGLE_WORD:
            own[word] = Person((word,), [name])
            persons.append(own[word])


def _shares_office(person: Person, name: Name) -> bool:
    return not {t.word.cls for t in person.titles}.isdisjoint(t.word.cls for t in name.titles)


def _is_another(person: Person, name: Name) -> bool:
    """True where an office before a bare family name says that it is not that of a namesake without one.

    "President X spoke at the funeral of Y X": the son is named later and holds nothing.
    """
    introduced = person.names[0]
    later = (introduced.sentence, introduced.first) > (name.sentence, name.first)
    return later and not person.titles and any(t.word.cls in OFFICES for t in name.titles)


def _is_family_name(word: str, person: Person, vocabulary: Vocabulary) -> bool:
    """True where `word` may stand alone for a person: any word but a known given name in first place."""
    if word not in person.words:
        return False
    return person.words[0] != word or not vocabulary.is_given(word)


def _nearest(bearers: Sequence[Person], name: Name) -> Person:
    """The bearer last introduced before the name, else the first."""
    before = [p for p in bearers if (p.names[0].sentence, p.names[0].first) < (name.sentence, name.first)]
    if not before:
        return bearers[0]
    return max(
        before,
        key=lambda p: max(
            (n.sentence, n.first) for n in p.names if (n.sentence, n.first) < (name.sentence, name.first)
        ),
    )


def same_full_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True where two names of several words are one person's: same family name, given names that agree.

    Initials agree with what they begin; a middle name may be left out; one spelling of a
    family name may differ by a letter within a page.
    """
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    if a[-1] != b[-1] and not (len(a[-1]) > 4 and nearly(a[-1], b[-1]) and a[0] == b[0]):
        # "Kim Jong Un" and "Kim Jong-un" fold alike; "William Lai Ching-te" holds "Lai Ching-te".
        return _is_tail(a, b) or _is_tail(b, a) or _is_lineage(a, b) or _is_lineage(b, a)
    first_a, first_b = a[0], b[0]
    if first_a == first_b:
        return True
    if len(first_a) == 1 or len(first_b) == 1:
        return first_a[0] == first_b[0]
    return nearly(first_a, first_b) or _is_tail(a, b) or _is_tail(b, a)


def _is_lineage(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True where the longer name goes on with the grandfather: "Mohamed bin Salman", "Mohammed bin Salman bin Saud"."""
    if not 3 <= len(short) < len(long) or short[1] not in _SON_OF or long[len(short)] not in (*_SON_OF, "al"):
        return False
    return all(nearly(a, b) for a, b in zip(short, long, strict=False))


def _is_tail(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return 2 <= len(short) < len(long) and long[-len(short) :] == short


def nearly(a: str, b: str) -> bool:
    """True where two words differ by one letter, or by two in a long word, and begin alike."""
    if a == b:
        return True
    if a + "a" == b or b + "a" == a:  # Hasanov and Hasanova are two people
        return False
    if a[:1] != b[:1] or abs(len(a) - len(b)) > 2 or min(len(a), len(b)) < 4:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(a, b, score_cutoff=2) <= (1 if min(len(a), len(b)) < 8 else 2)


def _words(text: str) -> tuple[str, ...]:
    words = tuple(fold(text).split())
    # A page that writes "Lloyd Austin III" goes on with "Lloyd Austin"; but Marcos is not his son, Marcos Jr.
    return words[:-1] if len(words) > 2 and words[-1] in ("iii", "iv") else words
