"""What a sentence states of somebody's office: by a title, a verb or a relation, or by an office said of another."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions import pointing
from dragoman.mentions.coreference import Profile, Seen, resolve_pronoun
from dragoman.mentions.ledger import Ledger
from dragoman.mentions.names import Name
from dragoman.mentions.opposing import opposite
from dragoman.mentions.owning import head_of
from dragoman.mentions.persons import Person
from dragoman.mentions.spelling import fold
from dragoman.mentions.titles import TitlePhrase, surface
from dragoman.types import Role, Sentence, Token

# Classes of title that a counterpart shares.
SHARED = frozenset(("minister", "head_of_state", "head_of_government", "chief", "commander", "deputy_leader", "head"))
# Of these, those whose bearers deal with their like; a president may well meet another's minister.
_COLLEAGUES = frozenset(("minister", "chief"))
# What stands between two who hold like offices of two states: "Peru's minister X met with Chile's Y".
_JOINS = frozenset((",", "and", "&", "with", "met", "meets", "meeting", "hosted", "received", "by", "joined"))


class Stated:
    """Reads offices from the sentences of one page, from what is known of it so far."""

    def __init__(
        self,
        ledger: Ledger,
        titles: Sequence[Sequence[TitlePhrase]],
        here: Sequence[Sequence[tuple[int, Name]]],
        seen: Sequence[Seen],
        persons: Sequence[Person],
        profiles: Sequence[Profile],
    ) -> None:
        self.ledger = ledger
        self.titles = titles
        self.here = here
        self.seen = seen
        self.persons = persons
        self.profiles = profiles

    def of(self, sentence: Sentence, phrase: TitlePhrase) -> Role:
        """The office of a title: a counterpart's is the one he shares, "its" chief's body is the one named before."""
        tokens = sentence.tokens
        title, org = phrase.text, phrase.org
        if phrase.word.cls == "counterpart":
            title = self._shared_office(sentence, phrase) or title
        elif phrase.word.cls == "rank" and fold(phrase.word.lemma) not in fold(title):  # "Lt. Gen.", "Maj Gen"
            title = phrase.word.lemma.title()
        elif phrase.core[1] - phrase.core[0] <= 2 and tokens[phrase.core[1] - 1].text.endswith("."):  # "Sen."
            title = title.replace(surface(tokens, *phrase.core), phrase.word.lemma.title())
        if org is None and phrase.possessor is not None and tokens[phrase.possessor].text.lower() == "its":
            org = self._body_before(sentence, phrase.possessor)
        start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
        return Role(title, org, phrase.country, start, end, phrase.former)

    def _body_before(self, sentence: Sentence, token: int) -> str | None:
        """The body that "its" stands for: of a title or by its own name, the nearest before it in the sentence."""
        of_titles = [(t.last, t.org) for t in self.titles[sentence.index] if t.last <= token and t.org]
        of_spots = [
            (s.last, surface(sentence.tokens, s.first, s.last))
            for s in self.ledger.spots[sentence.index]
            if s.last <= token and s.form in ("body", "force", "org", "company")
        ]
        return max([*of_titles, *of_spots], default=(0, None))[1]

    def _shared_office(self, sentence: Sentence, phrase: TitlePhrase) -> str | None:
        """The office that "his counterpart", or "X's predecessor", shares with him, or with the sentence's subject."""
        tokens = sentence.tokens
        owner: int | None = None
        if phrase.possessor is not None:
            word = tokens[phrase.possessor]
            owner = next((p for p, n in self.here[sentence.index] if n.first <= word.i < n.last), None)
            if owner is None:
                owner = resolve_pronoun(word, tokens, sentence.index, self.seen, self.profiles)
        if owner is None:
            here = [s for s in reversed(self.seen) if s.sentence == sentence.index]
            owner = next((s.person for s in [*(s for s in here if s.subject), *here]), None)
        if owner is None:
            return None
        shared = next((t for t in self.persons[owner].titles if t.word.cls in SHARED), None)
        if shared is None:
            return None
        return _office_alone(shared)

    def led(self, sentence: Sentence, head: int) -> Role | None:
        """The office of "X, who heads the agency" and of "X, the lawyer who heads it"."""
        tokens = sentence.tokens
        heads = {head, *(t.i for t in tokens if t.dep == "appos" and t.head == head and t.i > head)}
        for verb in tokens:
            title = pointing.leading().get(verb.lemma) if verb.head in heads and verb.dep == "relcl" else None
            if (
                title is None
                or verb.tag not in ("VBZ", "VBP")
                or not any(t.head == verb.i and t.tag == "WP" for t in tokens)
            ):
                continue
            what = next((t for t in tokens if t.head == verb.i and t.dep == "dobj"), None)
            if what is None:
                continue
            first = min(_subtree(tokens, what.i))
            while first < what.i and tokens[first].tag in ("DT", "PRP$"):
                first += 1
            return Role(
                title,
                surface(tokens, first, what.i + 1),
                self.state_in(sentence, first, what.i + 1),
                verb.start,
                what.end,
            )
        return None

    def belongs(self, sentence: Sentence, name: Name) -> Role | None:
        """What "X of the charity Oxfam" and "the BBC's X" say where no office is told."""
        tokens = sentence.tokens
        if name.first > 1 and tokens[name.first - 1].tag == "POS":
            spots = self.ledger.spots[sentence.index]
            outlet = next((s for s in spots if s.form == "outlet" and s.last == name.first - 1), None)
            if outlet is not None:
                org = surface(tokens, outlet.first, outlet.last)
                return Role("correspondent", org, None, tokens[outlet.first].start, tokens[outlet.last - 1].end)
        if name.last >= len(tokens) or tokens[name.last].text != "of":
            return None
        body = next(
            (
                s
                for s in sorted(self.ledger.spots[sentence.index], key=lambda s: s.first)
                if s.form in ("body", "force", "org", "company", "outlet") and name.last < s.first <= name.last + 6
            ),
            None,
        )
        if body is None or any(
            t.text in (",", ";", ":") or t.tag in ("VBD", "VBZ", "MD") for t in tokens[name.last : body.first]
        ):
            return None
        title, org = surface(tokens, name.last, body.last), surface(tokens, body.first, body.last)
        return Role(
            title, org, self.ledger.codes[body.referents[0]], tokens[name.last].start, tokens[body.last - 1].end
        )

    def elided(self, sentence: Sentence, name: Name) -> Role | None:
        """The office of "Chile's Y" beside "Peru's foreign minister X": the same, of another state."""
        tokens = sentence.tokens
        if name.first < 2 or tokens[name.first - 1].tag != "POS":
            return None
        spots = self.ledger.spots[sentence.index]
        beside = (s for s in spots if s.last == name.first - 1 and s.form in ("country", "capital", "metonym"))
        whose = next(beside, None)
        state = self.state_in(sentence, whose.first, whose.last) if whose is not None else None
        before = [(p, n) for p, n in self.here[sentence.index] if n.last < name.first and n.titles]
        if state is None:
            return None
        if not before:
            return self._as_opposite(sentence, name, state)
        title = next((t for t in before[-1][1].titles if t.word.cls in SHARED), None)
        between = [t.text.lower() for t in tokens[before[-1][1].last : name.first - 2]]
        if title is None or title.country in (None, state) or not _JOINS.issuperset(between):
            return None
        start, end = tokens[title.first].start, tokens[title.last - 1].end
        return Role(_office_alone(title), None, state, start, end, title.former)

    def _as_opposite(self, sentence: Sentence, name: Name, state: str) -> Role | None:
        """The office of "Chile's Y" whom Peru's minister X meets, told of X elsewhere: colleagues are called so."""
        tokens = sentence.tokens
        if len(name.words) < 2 or any(name in person.names and person.titles for person in self.persons):
            return None
        met = opposite(tokens, head_of(tokens, name.first, name.last))
        owner = next((p for p, n in self.here[sentence.index] if any(n.first <= k < n.last for k in met)), None)
        if owner is None:
            return None
        title = next((t for t in self.persons[owner].titles if t.word.cls in _COLLEAGUES and not t.former), None)
        if title is None or self.profiles[owner].country in (None, state):
            return None
        start, end = tokens[name.first].start, tokens[name.last - 1].end
        return Role(_office_alone(title), None, state, start, end)

    def state_in(self, sentence: Sentence, first: int, last: int) -> str | None:
        """The code of the first that is named between two tokens; None where nobody is."""
        spots = [s for s in self.ledger.spots[sentence.index] if first <= s.first and s.last <= last]
        return next((self.ledger.codes[r] for s in spots for r in s.referents), None)


def _office_alone(title: TitlePhrase) -> str:
    """An office without whose it is: that of "the chief of staff of the Chinese army" is chief of staff."""
    if title.country is None:
        return title.text
    text, org = title.text, title.org or ""
    if "'s " in org or "’s " in org:  # "chairman of Kenya's Security Council": of the Security Council
        return text.replace(org, "the " + org.replace("’s ", "'s ").split("'s ", 1)[1])
    return text.removesuffix(org).removesuffix("the ").removesuffix("of ").strip()


def _subtree(tokens: Sequence[Token], top: int) -> list[int]:
    """The tokens to the left of a noun that hang on it, and itself."""
    inside = {top}
    for k in range(top - 1, -1, -1):
        if tokens[k].head not in inside:
            break
        inside.add(k)
    return sorted(inside)
