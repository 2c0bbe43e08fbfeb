"""What is known of each person of a page: whom he serves, he or she, and a fuller name than the page gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from dragoman.mentions.coreference import Profile
from dragoman.mentions.hits import TokenHit
from dragoman.mentions.persons import Person
from dragoman.mentions.titles import TitlePhrase
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Annotated

# Classes of title that are held for a state or a body even where the page does not name it.
_SERVING = frozenset(
    (
        "minister",
        "chief",
        "commander",
        "head_of_state",
        "head_of_government",
        "deputy_leader",
        "spokesperson",
        "lawmaker",
        "envoy",
    )
)
# An envoy's page speaks first of the state where he is: only what names his own counts.
_AT_HOME = _SERVING - {"envoy"}
_STATE_NAMES = frozenset(("country", "demonym", "capital"))


class Profiles:
    """The profiles of the persons of one page, with what the whole page says."""

    def __init__(
        self,
        annotated: Annotated,
        hits: Sequence[Sequence[TokenHit]],
        titles: Sequence[Sequence[TitlePhrase]],
        vocabulary: Vocabulary,
    ) -> None:
        self.annotated = annotated
        self.hits = hits
        self.titles = titles
        self.vocabulary = vocabulary

    def profile(self, person: Person) -> Profile:
        """Country, gender and titles of a person, who gets his full name where one holder of his office bears his."""
        titles = person.titles
        country = self._country(person, titles)
        if len(person.words) == 1 and country is not None and person.known_as is None:
            person.known_as = self._full_name(person, country, titles)
        gender = None
        for n in person.names:
            gender = gender or self.vocabulary.honorific_gender(n.honorific)
        first = person.known_as.split()[0] if person.known_as else person.words[0]
        return Profile(gender or self.vocabulary.gender(first), country, titles)

    def _country(self, person: Person, titles: Sequence[TitlePhrase]) -> str | None:
        votes = Counter(t.country for t in titles if t.country)
        if not votes:
            votes = Counter(n.country for n in person.names if n.country)
        if votes:
            return votes.most_common(1)[0][0]
        country = self.vocabulary.holders.country_of(person.words, self._spoken_of)
        if country is None and len(person.words) == 1:
            country = self.vocabulary.holders.served(person.words[0], self._classes(titles), self._day)
        if country is None and any(t.word.cls in _AT_HOME for t in titles):
            country = self._own_country(person)
        if country is None and person.kin is not None:
            country = self._country(person.kin, person.kin.titles)
        return country or self._of_role(titles)

    def _full_name(self, person: Person, country: str, titles: Sequence[TitlePhrase]) -> str | None:
        """The one holder of such an office on the day of the page; where no day is known, of all times."""
        classes = self._classes(titles)
        if titles and not classes:
            return None
        return self.vocabulary.holders.fullest(person.words[0], country, classes, self._day)

    def _classes(self, titles: Sequence[TitlePhrase]) -> tuple[str, ...]:
        """The classes of office that a person is said to hold."""
        held = [t for t in titles if not t.former]
        return tuple(dict.fromkeys(c for t in held for c in self.vocabulary.offices_meant(t.word, t.text)))

    @property
    def _day(self) -> str | None:
        """The day of the page, as coarse as known, where its year is."""
        published = self.annotated.article.published
        return published if published and published[:1].isdigit() else None

    @cached_property
    def _spoken_of(self) -> frozenset[str]:
        kinds = _STATE_NAMES | {"metonym", "body"}
        return frozenset(h.code for hits in self.hits for h in hits if h.code and h.kind in kinds)

    def _own_country(self, person: Person) -> str | None:
        """For an office named without its state: the state of the dateline, else the only one the sentence names."""
        place = self.annotated.article.dateline_place
        introduced = next((n for n in person.names if n.titles), person.names[0])
        here = [h for h in self.hits[introduced.sentence] if h.code and h.kind in _STATE_NAMES]
        codes = [h.code for h in here]
        if place is not None:
            code = self.vocabulary.country_of_place(self.annotated.article.text[place.start : place.end])
            if code is not None and (not codes or code in codes):
                return code
        if len(set(codes)) == 1:
            return codes[0]
        before = [h.code for h in here if h.last <= introduced.first]
        if before:
            return before[-1]
        # "Army Secretary", but not "president of a charity" or "chief executive"
        public = any(t.org is None and (t.word.bare or t.fields) and t.word.cls in _AT_HOME for t in person.titles)
        return self._main_state if public and not codes else None

    @cached_property
    def _main_state(self) -> str | None:
        """The state that the page names at least twice as often as any other, and more than once."""
        counts = Counter(h.code for hits in self.hits for h in hits if h.code and h.kind in _STATE_NAMES | {"metonym"})
        (first, most), (_, next_most) = ([*counts.most_common(2), (None, 0), (None, 0)])[:2]
        return first if most > 1 and most >= 2 * next_most else None

    def _of_role(self, titles: Sequence[TitlePhrase]) -> str | None:
        """The one state that the page names with such an office elsewhere: a headline's "Chinese ambassador"."""
        codes: set[str] = set()
        for title in titles:
            if title.word.cls not in _SERVING or title.former:
                continue
            for other in (t for found in self.titles for t in found):
                same = other.word.cls == title.word.cls and other.word.lemma == title.word.lemma
                if same and other.country and not other.plural and other.fields == title.fields and not other.former:
                    codes.add(other.country)
        return codes.pop() if len(codes) == 1 else None
