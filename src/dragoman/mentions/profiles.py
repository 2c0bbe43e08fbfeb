"""What is known of each person of a page: whom he serves, he or she, and a fuller name than the page gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from dragoman.mentions.coreference import Profile
from dragoman.mentions.embassies import embassy
from dragoman.mentions.hits import TokenHit
from dragoman.mentions.letters import force_of
from dragoman.mentions.names import Name
from dragoman.mentions.opposing import is_subject, opposite, welcomed_to
from dragoman.mentions.owning import head_of
from dragoman.mentions.persons import Person
from dragoman.mentions.rebels import in_arms, only_group
from dragoman.mentions.serving import THRONES, Serving, follows, shared
from dragoman.mentions.serving_words import words
from dragoman.mentions.siding import companions, hosting_places, served_by
from dragoman.mentions.spelling import fold
from dragoman.mentions.teams import team_of
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
_AT_HOME = (_SERVING - {"envoy"}) | {"rank", "adviser", "official", "local", "head"}
# Fields of which a head or director is a state's.
_OF_STATES = frozenset(("defence", "foreign", "interior", "security", "services"))
# Those who serve somebody who may be named: "an adviser to President X".
_SERVANTS = frozenset(("adviser", "spokesperson", "official", "chief"))
# Those who held an office before or after somebody, for the same state.
_SAME_SIDE = frozenset(("predecessor", "successor"))
_STATE_NAMES = frozenset(("country", "demonym", "capital"))


class Profiles:
    """The profiles of the persons of one page, with what the whole page says."""

    def __init__(
        self,
        annotated: Annotated,
        hits: Sequence[Sequence[TokenHit]],
        titles: Sequence[Sequence[TitlePhrase]],
        persons: Sequence[Person],
        vocabulary: Vocabulary,
    ) -> None:
        self.annotated = annotated
        self.hits = hits
        self.titles = titles
        self.vocabulary = vocabulary
        self.names: dict[int, list[Name]] = defaultdict(list)  # of all persons, for each sentence
        self._bearer: dict[int, Person] = {}
        self._asked: set[int] = set()  # persons whose state waits on that of another: no rounds
        for person in persons:
            for n in person.names:
                self.names[n.sentence].append(n)
                self._bearer[id(n)] = person
        self.group = only_group(hits, vocabulary)
        self.serving = Serving(annotated, hits, titles, vocabulary)

    def profile(self, person: Person) -> Profile:
        """Country, gender and titles of a person, who gets his full name where one holder of his office bears his."""
        titles = person.titles
        country = self._country(person, titles)
        if len(person.words) == 1 and country is not None and person.known_as is None and not _reigns(titles):
            person.known_as = self._full_name(person, country, titles)
        gender = None
        for n in person.names:
            gender = gender or self.vocabulary.honorific_gender(n.honorific)
        first = person.known_as.split()[0] if person.known_as else person.words[0]
        group = next((t.group for t in titles if t.group is not None), None)
        if group is None and in_arms(person, self.annotated.sentences):
            group = self.group
        return Profile(gender or self.vocabulary.gender(first), country, titles, group)

    def _country(self, person: Person, titles: Sequence[TitlePhrase]) -> str | None:
        if any(t.group is not None and t.group.code is None and not t.former for t in titles):
            return None  # who leads an armed group serves no state
        if in_arms(person, self.annotated.sentences):
            return self.group.code if self.group is not None else None
        votes = Counter(t.country for t in titles if t.country)
        if not votes:
            votes = Counter(n.country for n in person.names if n.country)
        if votes:
            best = votes.most_common(1)[0][0]
            return self._sent_by(person) or best if best == "UN" else best
        country = self.vocabulary.holders.country_of(person.words, self._spoken_of, self._classes(titles))
        if country is None and len(person.words) == 1 and not _reigns(titles):
            classes = self._classes(titles)
            country = self.vocabulary.holders.served(person.words[0], classes, self._day, self._spoken_of)
        if country is None and all(t.group is None for t in titles):
            country = self._own_country(person)
        if country is None and person.kin is not None:
            country = self._country(person.kin, person.kin.titles)
        country = country or self._of_role(titles) or self.serving.seat(person.names)
        return country or embassy(titles, self.annotated, self.hits)

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

    def _sent_by(self, person: Person) -> str | None:
        """The state whose permanent representative at the United Nations somebody is, by the data."""
        if not any(t.word.cls == "envoy" for t in person.titles):
            return None
        known = self.vocabulary.holders.named(person.words)
        codes = {h.office.country for h in known if h.office.cls == "permanent_representative"}
        return codes.pop() if len(codes) == 1 else None

    def _own_country(self, person: Person) -> str | None:
        """For a public office named without its state: that of whom it shares one with, else what the page tells."""
        served = self._served_person(person)
        if served is not None:
            return served
        chamber = self.serving.chamber(titles := person.titles)
        if chamber is not None and all(not t.country for t in titles):
            return chamber
        states = (self.vocabulary.knowledge.country(code) for code in self.serving.counts)
        lettered = force_of(titles, [state for state in states if state is not None])
        if lettered is not None:
            return lettered
        for n in person.names:
            run = self.serving.run_by(n)
            if run is not None:
                return run
            before = max((m for m in self.names[n.sentence] if m.last <= n.first), key=lambda m: m.last, default=None)
            tokens = self.annotated.sentences[n.sentence].tokens
            if before is not None and shared(tokens, n, before):
                return next(t.country for t in before.titles if t.country)
            after = min((m for m in self.names[n.sentence] if m.first >= n.last), key=lambda m: m.first, default=None)
            beside = self._beside(n, before)
            if beside is not None:
                return beside
            if after is not None and after.country and n.titles and follows(tokens, n, after):
                return after.country
            told = self._team(n) or self._of_list(n) or self._whose(n) or self._welcoming(n)
            if told is not None:
                return told
        if any(t.word.cls == "counterpart" for t in person.titles):
            return self._other_side(person)
        public = [t for t in person.titles if t.word.lemma in words("public") or self._is_public(t)]
        if not public:
            return None
        introduced = next((n for n in person.names if n.titles), person.names[0])
        strange = [code for n in person.names for code in self.serving.strange_to(n)]
        strange += [code for n in person.names for code in self._met(n)]
        guests = [pair for n in person.names for pair in self._guests(n)]
        hosted = (code for n in person.names for code in self._hosting(n))
        seat = self.serving.seat(person.names) or next((visited for _, visited in guests), None) or next(hosted, None)
        against = self._against(introduced).union(strange)
        company = frozenset(code for n in person.names for code in self._with(n))
        barred = frozenset(g for g, _ in guests)
        return self.serving.state_of(introduced, person.titles, against, seat, barred, company)

    def _served_person(self, person: Person) -> str | None:
        """The state of the one whose man somebody is said to be: "Duda's spokesman X", "Duda adviser X"."""
        for n in person.names:
            for title in n.titles:
                if title.word.cls == "counterpart" and title.word.lemma not in _SAME_SIDE:
                    continue
                for owner in self._owners(n, title):
                    if owner is person or id(owner) in self._asked:
                        continue
                    self._asked.add(id(person))
                    code = self._country(owner, owner.titles)
                    self._asked.discard(id(person))
                    if code is not None:
                        return code
        return None

    def _owners(self, name: Name, title: TitlePhrase) -> list[Person]:
        """The persons named in the possessive of a title, right before it, or inside it: "a Duda campaign aide"."""
        found = []
        tokens = self.annotated.sentences[name.sentence].tokens
        for m in self.names[name.sentence]:
            begins = min([m.first, *(t.first for t in m.titles if t.last <= m.first)])
            possessed = title.possessor is not None and m.first <= title.possessor < m.last
            follows = served_by(tokens, title.last, begins, title.word.cls in _SERVANTS)
            if possessed or follows or m.last == title.first:
                found.append(self._bearer[id(m)])
        inside = {fold(t.text) for t in tokens[title.first : title.core[0]] if t.tag == "NNP"}
        everybody = dict.fromkeys(self._bearer.values())
        return [*found, *(p for p in everybody if len(p.words) > 1 and p.words[-1] in inside)]

    def _team(self, name: Name) -> str | None:
        return team_of(self.annotated.sentences[name.sentence].tokens, self.hits[name.sentence], name)

    def _known(self, person: Person, asking: Person) -> str | None:
        """The state of another person, where finding it does not wait on the one who asks."""
        if person is asking or id(person) in self._asked:
            return None
        self._asked.add(id(asking))
        code = self._country(person, person.titles)
        self._asked.discard(id(asking))
        return code

    def _bearer_at(self, sentence: int, token: int) -> Person | None:
        """The person whose name, or whose title before it, stands at a token."""
        for m in self.names[sentence]:
            if min([m.first, *(t.first for t in m.titles)]) <= token < max([m.last, *(t.last for t in m.titles)]):
                return self._bearer[id(m)]
        return None

    def _beside(self, name: Name, before: Name | None) -> str | None:
        """ "Saw Defence Minister X and Deputy Defence Minister Y": two offices of one field of one state."""
        if before is None or not name.titles or not before.titles or before.titles[-1].last > name.first:
            return None
        tokens = self.annotated.sentences[name.sentence].tokens
        mine, theirs = name.titles[0], before.titles[0]
        between = {t.text.lower() for t in tokens[max(before.last, before.titles[-1].last) : mine.first]}
        if not mine.fields & theirs.fields or mine.text.lower() == theirs.text.lower():
            return None
        if not between or not between <= {",", "and", "the", "&"} or is_subject(tokens, before.last - 1):
            return None
        return self._known(self._bearer[id(before)], self._bearer[id(name)])

    def _whose(self, name: Name) -> str | None:
        """ "Peru, whose defence minister X signed": what stands before "whose"."""
        tokens = self.annotated.sentences[name.sentence].tokens
        for title in name.titles:
            k = title.first - 1
            if k < 1 or tokens[k].text.lower() != "whose":
                continue
            k -= tokens[k - 1].text == ","
            owner = next((h for h in self.hits[name.sentence] if h.last == k and h.code), None)
            if owner is not None:
                return owner.code
        return None

    def _welcoming(self, name: Name) -> str | None:
        """ "X welcomed the Peruvians to Oslo": the state where somebody makes others welcome."""
        if not any(t.word.cls in _AT_HOME for t in name.titles):
            return None
        tokens = self.annotated.sentences[name.sentence].tokens
        at = welcomed_to(tokens, self._head(name))
        place = next((h for h in self.hits[name.sentence] if at is not None and h.first <= at < h.last), None)
        return place.code if place is not None and place.kind in ("country", "capital", "city") else None

    def _met(self, name: Name) -> frozenset[str]:
        """The states of those whom the sentence has meet somebody."""
        tokens = self.annotated.sentences[name.sentence].tokens
        codes = set()
        for k in opposite(tokens, self._head(name)):
            other = self._bearer_at(name.sentence, k)
            states = (h.code for h in self.hits[name.sentence] if h.kind == "country" and h.first <= k < h.last)
            code = self._known(other, self._bearer[id(name)]) if other is not None else next(states, None)
            if code is not None:
                codes.add(code)
        return frozenset(codes)

    def _with(self, name: Name) -> frozenset[str]:
        """The states of those whom the sentence has come, or be met, together with somebody."""
        codes = set()
        for k in companions(self.annotated.sentences[name.sentence].tokens, self._head(name)):
            other = self._bearer_at(name.sentence, k)
            title = next((t for t in self.titles[name.sentence] if t.first <= k < t.last), None)
            code = self._known(other, self._bearer[id(name)]) if other is not None else title and title.country
            if code:
                codes.add(code)
        return frozenset(codes)

    def _hosting(self, name: Name) -> list[str]:
        """The states of the towns where somebody is said to receive others."""
        places = hosting_places(self.annotated.sentences[name.sentence].tokens, self._head(name))
        hits = [h for h in self.hits[name.sentence] if h.kind in ("city", "capital", "country")]
        return [h.code for k in places for h in hits if h.code and h.first <= k < h.last]

    def _head(self, name: Name) -> int:
        """The head of a name with the titles right before it: the parser may hang it in them, "minister of trade X"."""
        begins = name.first
        while (before := next((t for t in name.titles if t.last == begins), None)) is not None:
            begins = before.first
        return head_of(self.annotated.sentences[name.sentence].tokens, begins, name.last)

    def _guests(self, name: Name) -> list[tuple[str, str]]:
        """ "X, who is in Oman on a visit, called on Y": the state of each guest named before, and where he is."""
        tokens = self.annotated.sentences[name.sentence].tokens
        found = []
        for m in self.names[name.sentence]:
            between = tokens[m.last : name.first]
            if not any(t.text == "who" for t in between) or not any(t.lemma in words("journeys") for t in between):
                continue
            code = self._known(self._bearer[id(m)], self._bearer[id(name)])
            hits = [h for h in self.hits[name.sentence] if h.kind == "country" and m.last <= h.first < name.first]
            visited = next((h.code for h in hits if h.code and h.code != code), None)
            if code is not None and visited is not None:
                found.append((code, visited))
        return found

    def _against(self, name: Name) -> frozenset[str]:
        """The state of X in "the meeting between X and Y", for Y."""
        tokens = self.annotated.sentences[name.sentence].tokens
        before = [m for m in self.names[name.sentence] if m.last <= name.first]
        if not before:
            return frozenset()
        near = max(before, key=lambda m: m.last)
        begins = min([near.first, *(t.first for t in near.titles)])
        between = "between" in {t.text.lower() for t in tokens[max(0, begins - 2) : begins]}
        owner = self._bearer[id(near)]
        code = (
            self._country(owner, owner.titles)
            if between and "and" in {t.text for t in tokens[near.last : name.first]}
            else None
        )
        return frozenset((code,)) if code is not None else frozenset()

    def _of_list(self, name: Name) -> str | None:
        """The one state of all others in a list parted by semicolons."""
        if not any(t.text == ";" for t in self.annotated.sentences[name.sentence].tokens):
            return None
        others = [t.country for m in self.names[name.sentence] if m is not name for t in m.titles if t.country]
        return others[0] if len(others) > 1 and len(set(others)) == 1 else None

    def _other_side(self, person: Person) -> str | None:
        """For "his counterpart X" on a page about two states: the one that is not that of whom he meets."""
        pair = self.serving.pair
        if pair is None:
            return None
        for n in person.names:
            if not any(t.word.cls == "counterpart" for t in n.titles):
                continue
            near = [m for m in self.names[n.sentence] if m.last <= n.first and m not in person.names]
            owner = self._bearer.get(id(max(near, key=lambda m: m.last))) if near else None
            code = self._country(owner, owner.titles) if owner is not None else None
            if code in pair:
                return next(iter(pair - {code}))
        return None

    def _is_public(self, title: TitlePhrase) -> bool:
        """True of an office of a state: "Army Secretary", but not "president of a charity" or "chief executive"."""
        if title.word.cls not in _AT_HOME:
            return False
        if title.org is None and (title.word.bare or title.word.cls not in ("chief", "official", "head")):
            return True
        if title.word.cls == "head" and title.fields & _OF_STATES:
            return True
        told = fold(title.text.lower().removesuffix(title.word.lemma) + " " + (title.org or "")).split()
        fields = title.word.cls != "head"
        return any(self.vocabulary.is_body_token(w) or (fields and self.vocabulary.is_domain(w)) for w in told)

    def _of_role(self, titles: Sequence[TitlePhrase]) -> str | None:
        """The one state that the page names with such an office, nobody's: a headline's "Chinese ambassador"."""
        codes: set[str] = set()
        named = {id(t) for names in self.names.values() for n in names for t in n.titles}
        for title in titles:
            if title.word.cls not in _SERVING or title.former:
                continue
            for other in (t for found in self.titles for t in found if id(t) not in named):
                same = other.word.cls == title.word.cls and other.word.lemma == title.word.lemma
                if same and other.country and not other.plural and other.fields == title.fields and not other.former:
                    codes.add(other.country)
        return codes.pop() if len(codes) == 1 else None


def _reigns(titles: Sequence[TitlePhrase]) -> bool:
    """True of "King X": called by a given name, which is nobody's family name."""
    return any(t.word.lemma in THRONES for t in titles)
