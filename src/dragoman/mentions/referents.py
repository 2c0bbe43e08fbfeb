"""The referents of a page: every name, title, role, pronoun and metonym, resolved to one thing each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dragoman.mentions import aliases, delayed, first_person, introduced, unlisted
from dragoman.mentions import names as name_finder
from dragoman.mentions import titles as title_finder
from dragoman.mentions.bodies import BodyPhrase
from dragoman.mentions.bodies import find as find_bodies
from dragoman.mentions.bodies import owned as owned_bodies
from dragoman.mentions.borders import Borders
from dragoman.mentions.coreference import Seen, pronoun_gender, resolve_pronoun, resolve_role, resolve_thing
from dragoman.mentions.gazetteer import Gazetteer
from dragoman.mentions.hits import TokenHit, on_tokens, without_strangers
from dragoman.mentions.ledger import Ledger
from dragoman.mentions.names import Name
from dragoman.mentions.owning import head_of
from dragoman.mentions.persons import Person, group
from dragoman.mentions.profiles import Profiles
from dragoman.mentions.setting import Setting
from dragoman.mentions.spelling import fold, same_surname
from dragoman.mentions.spots import PageReferents
from dragoman.mentions.stated import SHARED, Stated
from dragoman.mentions.titles import TitlePhrase, indefinite, of_you, opens_with_state
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Annotated, Sentence, Token

# Of titles without a name, those that stand for a person even with neither article nor state.
_BARE = frozenset(("head_of_state", "head_of_government"))
# Classes of title that name somebody on the page only where an article or a possessive says so.
_LOOSE = frozenset(("official", "analyst", "rank", "other", "private", "kin", "journalist"))
# Classes of title whose bearers do not act for the state whose people they are.
_FOR_THEMSELVES = frozenset(("analyst", "journalist", "cleric", "other", "private", "kin"))
_CALLED_REACH = 2  # sentences back, in which who is called by another word was named


def resolve(annotated: Annotated, gazetteer: Gazetteer, vocabulary: Vocabulary) -> PageReferents:
    """All referents of one page, in the order in which they first appear."""
    return _Page(annotated, gazetteer, vocabulary).resolve()


class _Page:
    """The work on one page; thrown away when it is done."""

    def __init__(self, annotated: Annotated, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self.annotated = annotated
        self.vocabulary = vocabulary
        self.sentences = annotated.sentences
        text = annotated.article.text
        self.hits: list[list[TokenHit]] = []
        self.titles: list[list[TitlePhrase]] = []
        self.bodies: list[list[BodyPhrase]] = []
        found: list[Name] = []
        for s in self.sentences:
            self.hits.append(on_tokens(s.tokens, gazetteer.find(text, s.start, s.end)) if s.tokens else [])
        self.hits = without_strangers(self.hits)
        introduced.add(self.sentences, self.hits, vocabulary)
        for s, hits in zip(self.sentences, self.hits, strict=True):
            titles = title_finder.find(s.tokens, hits, vocabulary) if s.tokens else []
            names = name_finder.find(s.index, s.tokens, hits, titles, vocabulary) if s.tokens else []
            found.extend(names)
            self.titles.append(titles)
            self.bodies.append(find_bodies(s.tokens, hits, titles, names, vocabulary) if s.tokens else [])
        self.persons = group(found, vocabulary)
        aliases.join(self.persons, self.sentences)
        self._find_missed_surnames()
        self._name_kin()
        delayed.give(self.persons, self.sentences, self.titles, vocabulary)
        own_words = {(n.sentence, k) for p in self.persons for n in p.names for k in range(n.first, n.last)}
        self.hits = [[h for h in hits if (s, h.first) not in own_words] for s, hits in enumerate(self.hits)]
        profiles = Profiles(annotated, self.hits, self.titles, self.persons, vocabulary)
        self.group = profiles.group
        self.profiles = [profiles.profile(p) for p in self.persons]
        self.bodies = owned_bodies(self.bodies, profiles.serving.home)
        self.here: list[list[tuple[int, Name]]] = [[] for _ in self.sentences]  # (person, name) of each sentence
        for p, person in enumerate(self.persons):
            for n in person.names:
                self.here[n.sentence].append((p, n))
        for named in self.here:
            named.sort(key=lambda entry: entry[1].first)
        self.ledger = Ledger(annotated, vocabulary)
        self.setting = Setting(annotated, self.hits, vocabulary, self.ledger)
        self.borders = Borders(self.ledger)
        self.seen: list[Seen] = []
        self.groups: dict[str, int] = {}
        self.stated = Stated(self.ledger, self.titles, self.here, self.seen, self.persons, self.profiles)
        self.unspoken: list[tuple[Sentence, int]] = []  # "I" and "we" of a quotation whose speaker is not named yet

    def _find_missed_surnames(self) -> None:
        """Adds bare surnames of the page's persons that the tagger took for something else ("Shoigu/NNS said")."""
        bearers: dict[str, list[Person]] = defaultdict(list)
        for person in self.persons:
            bearers[person.words[-1]].append(person)
        covered = {(n.sentence, k) for p in self.persons for n in p.names for k in range(n.first, n.last)}
        for s in self.sentences:
            taken = {k for h in self.hits[s.index] for k in range(h.first, h.last)}
            taken |= {k for t in self.titles[s.index] for k in range(t.first, t.last)}
            for t in s.tokens:
                mine = bearers.get(fold(t.text)) if t.text[:1].isupper() else None
                if mine and len(mine) == 1 and (s.index, t.i) not in covered and t.i not in taken and len(t.text) > 2:
                    mine[0].names.append(Name(s.index, t.i, t.i + 1, t.text, (), 0.0))

    def _name_kin(self) -> None:
        """Gives "President X's brother Y" the family name that the phrase leaves out."""
        for person in self.persons:
            for n in person.names:
                kin = next((t for t in n.titles if t.word.cls == "kin" and t.possessor is not None), None)
                if kin is None or len(person.words) > 1:
                    continue
                owner = next(
                    (
                        o
                        for o in self.persons
                        for m in o.names
                        if m.sentence == n.sentence and m.last - 1 == kin.possessor
                    ),
                    None,
                )
                person.kin = owner if owner is not person else None
                if owner is not None and len(owner.words) > 1:
                    person.known_as = f"{n.text} {owner.text.split()[-1]}"

    # ------------------------------------------------------------------ the whole page

    def resolve(self) -> PageReferents:
        for sentence in self.sentences:
            if sentence.tokens:
                self._sentence(sentence)
        return PageReferents(
            self.annotated,
            self.ledger.referents(lambda p: self.persons[p].text),
            tuple(tuple(sorted(s, key=lambda x: (x.first, -x.last))) for s in self.ledger.spots),
            tuple(tuple(n for _, n in named) for named in self.here),
            self.setting.dateline,
            self.borders.found,
        )

    def _sentence(self, sentence: Sentence) -> None:
        tokens = sentence.tokens
        taken: set[int] = set()
        attached: set[int] = set()
        events: list[tuple[int, int, str, tuple[int, Name] | TitlePhrase | Token]] = []
        for p, n in self.here[sentence.index]:
            taken.update(range(n.first, n.last))
            attached.update(t.head for t in n.titles)
            events.append((n.first, len(events), "name", (p, n)))
        for t in self.titles[sentence.index]:
            if t.word.cls != "honorific" and t.head not in attached:
                events.append((t.head, len(events), "title", t))
        for token in tokens:
            if pronoun_gender(token) is not None:
                events.append((token.i, len(events), "pronoun", token))
        here = self.hits[sentence.index]
        group = unlisted.armed_groups(sentence, here, taken, self.setting, self.groups, self.group)
        taken |= group
        for b in self.bodies[sentence.index]:
            if taken.isdisjoint(range(b.first, b.last)):
                self._body(sentence, b)
                taken.update(range(b.first, b.last))
        taken |= unlisted.installations(sentence, self.hits[sentence.index], taken, self.ledger)
        for hit in self.hits[sentence.index]:
            if taken.isdisjoint(range(hit.first, hit.last)):
                self.setting.hit(sentence, hit)
        self.setting.sides(sentence)
        unlisted.tagged(sentence, taken, self.titles[sentence.index], self.vocabulary, self.ledger)
        unlisted.described(sentence, taken, self.ledger)
        self.setting.pointers(sentence)
        for _, _, _, item in sorted(events, key=lambda e: e[:2]):
            if isinstance(item, tuple):
                self._name(sentence, *item)
            elif isinstance(item, TitlePhrase):
                if item.head not in group:
                    self._role(sentence, item)
            else:
                self._pronoun(sentence, item)
        self._things(sentence)
        self.borders.sentence(sentence)
        self._speakers(sentence)

    def _speakers(self, sentence: Sentence) -> None:
        """ "I" and "we" in a quotation, for the person who speaks there or at its end in a later sentence."""
        waiting = [*self.unspoken, *((sentence, k) for k in first_person.first_persons(sentence.tokens))]
        self.unspoken = []
        who = first_person.speaker(sentence.tokens, self.ledger.spots[sentence.index], self.vocabulary.saying)
        if who is not None and self.ledger.kinds[who] == "person":
            for there, k in waiting:
                self.ledger.spot(there, k, k + 1, k, (who,), "pronoun")
        elif first_person.goes_on(sentence.tokens):
            self.unspoken = waiting

    def _person(self, p: int, form: str = "") -> int:
        profile = self.profiles[p]
        ref = self.ledger.id("person", str(p), profile.country, form)
        if profile.group is not None and self.ledger.acting[ref] is None:
            self.ledger.acting[ref] = self.setting.body(profile.group)
        return ref

    # ------------------------------------------------------------------ persons

    def _name(self, sentence: Sentence, p: int, name: Name) -> None:
        ref = self._person(p, name.text)
        tokens = sentence.tokens
        head = head_of(tokens, name.first, name.last)
        roles = [self.stated.of(sentence, t) for t in name.titles]
        self.ledger.spot(
            sentence, name.first, name.last, head, (ref,), "name", "; ".join(r.title for r in roles) or None
        )
        for t, role in zip(name.titles, roles, strict=True):
            self.ledger.spot(sentence, t.first, t.last, t.head, (ref,), "title", role.title)
            self.ledger.role(ref, role)
        elided = None if name.titles else self.stated.elided(sentence, name) or self.stated.belongs(sentence, name)
        for told in (self.stated.led(sentence, head), elided):
            if told is not None:
                self.ledger.role(ref, told)
        self._see(sentence, p, head)

    def _pronoun(self, sentence: Sentence, token: Token) -> None:
        tokens = sentence.tokens
        named = [(p, head_of(tokens, n.first, n.last)) for p, n in self.here[sentence.index]]
        p = resolve_pronoun(token, tokens, sentence.index, self.seen, self.profiles, named)
        if p is None:
            return
        self.ledger.spot(sentence, token.i, token.i + 1, token.i, (self._person(p),), "pronoun")
        self._see(sentence, p, token.i)

    def _things(self, sentence: Sentence) -> None:
        """ "It" and "its" for a state, a body or a force."""
        for token in sentence.tokens:
            if token.text.lower() in ("it", "its"):
                ref = resolve_thing(
                    token, self.sentences, sentence.index, self.ledger.spots, self.ledger.kinds, self.ledger.acting
                )
                if ref is not None:
                    self.ledger.spot(sentence, token.i, token.i + 1, token.i, (ref,), "pronoun")

    def _role(self, sentence: Sentence, phrase: TitlePhrase) -> None:
        """A title that stands without a name: a person of the page, or else the state it serves."""
        if phrase.plural:
            self._plural_role(sentence, phrase)
            return
        role = self.stated.of(sentence, phrase)
        p = self._who(sentence, phrase)
        if p is not None:
            ref = self._person(p)
            self.ledger.spot(sentence, phrase.first, phrase.last, phrase.head, (ref,), "role", role.title)
            self.ledger.role(ref, role)
            self._see(sentence, p, phrase.head)
        elif (phrase.country or phrase.group) and phrase.word.cls not in _FOR_THEMSELVES:
            ref = self.setting.body(phrase.group) if phrase.group else self.ledger.state(str(phrase.country))
            self.ledger.spot(sentence, phrase.first, phrase.last, phrase.head, (ref,), "role", role.title)

    def _who(self, sentence: Sentence, phrase: TitlePhrase) -> int | None:
        """The person of the page for whom a single title without a name stands."""
        tokens = sentence.tokens
        his = phrase.possessor is not None and tokens[phrase.possessor].tag == "PRP$"
        possessed = any(t.tag == "POS" for t in tokens[phrase.first : phrase.core[0]])  # "Russia's top general"
        owned = bool(phrase.countries) and (possessed or phrase.word.cls not in _LOOSE)
        known = phrase.definite or his or owned or opens_with_state(sentence, phrase) or phrase.word.cls in _BARE
        if not known or phrase.word.cls == "counterpart" or indefinite(tokens, phrase) or of_you(tokens, phrase):
            return None
        p = resolve_role(phrase, sentence.index, self.seen, self.profiles, self.vocabulary)
        if p is None:
            p = self._introduced_later(phrase, sentence.index)
        if p is None:
            p = self._office_holder(phrase)
        return p if p is not None else self._of_people(sentence, phrase)

    def _of_people(self, sentence: Sentence, phrase: TitlePhrase) -> int | None:
        """ "The Swedish diplomat": the one Swede just named who may be called so, else the envoy of no state."""
        by_calling = self._so_called(sentence, phrase)
        if by_calling is not None:
            return by_calling
        loose = phrase.word.cls in _LOOSE or phrase.word.lemma == "diplomat"
        if not (loose and phrase.definite and phrase.country is not None):
            return None
        last = next((s for s in reversed(self.seen) if s.subject and sentence.index - s.sentence <= 2), None)
        code = self.profiles[last.person].country if last is not None else None
        if last is None or code is None or self.vocabulary.knowledge.country(code) is not None:
            return None
        return last.person

    def _so_called(self, sentence: Sentence, phrase: TitlePhrase) -> int | None:
        """Who alone of those just named is of that state, and holds an office whose holders are called so."""
        classes = self.vocabulary.knowledge.titles.callings.get(phrase.word.lemma, ())
        possessed = any(t.tag == "POS" for t in sentence.tokens[phrase.first : phrase.head])
        if not classes or phrase.country is None or not (phrase.definite or possessed):
            return None
        near = {s.person for s in self.seen if 0 <= sentence.index - s.sentence <= _CALLED_REACH}
        own = [p for p in near if self.profiles[p].country == phrase.country]
        fits = len(own) == 1 and any(t.word.cls in classes and not t.former for t in self.profiles[own[0]].titles)
        return own[0] if fits else None

    def _plural_role(self, sentence: Sentence, phrase: TitlePhrase) -> None:
        """ "The Russian and US presidents" are two persons; "other Iranian officials" stand for the state alone."""
        refs: list[int] = []
        several = len(phrase.countries) > 1
        offices = (
            phrase.word.cls in SHARED and (several or phrase.definite) or phrase.word.lemma == "leader" and several
        )
        if phrase.group is not None and phrase.word.cls not in _FOR_THEMSELVES:
            refs.append(self.setting.body(phrase.group))
        elif phrase.word.cls not in _FOR_THEMSELVES:
            for code in phrase.countries:
                single = replace(phrase, country=code, countries=(code,), plural=False)
                p = None
                if offices:
                    p = resolve_role(single, sentence.index, self.seen, self.profiles, self.vocabulary)
                    p = p if p is not None else self._introduced_later(single, sentence.index)
                    p = p if p is not None else self._office_holder(single)
                refs.append(self._person(p) if p is not None else self.ledger.state(code))
        if refs:
            self.ledger.spot(
                sentence, phrase.first, phrase.last, phrase.head, tuple(dict.fromkeys(refs)), "role", phrase.text
            )

    def _introduced_later(self, phrase: TitlePhrase, sentence: int) -> int | None:
        """The person named in the next sentences with this role's title: "Russia's top general ... General X"."""
        if phrase.country is None:
            return None
        later = [
            Seen(p, sentence, n.first, False)
            for named in self.here[sentence + 1 : sentence + 4]
            for p, n in named
            if self.profiles[p].country == phrase.country and (n.titles or phrase in self.persons[p].offices)
        ]
        return resolve_role(phrase, sentence, later, self.profiles, self.vocabulary)

    def _office_holder(self, phrase: TitlePhrase) -> int | None:
        """The person of the page who is known, from the office holders, to have held this office."""
        classes = self.vocabulary.offices_meant(phrase.word, phrase.text)
        if phrase.country is None or not classes:
            return None
        families = {h.family for h in self.vocabulary.holders.in_office(phrase.country, classes)}
        fitting = [
            i
            for i, person in enumerate(self.persons)
            if self.profiles[i].country in (None, phrase.country)
            and any(same_surname(person.words[-1], family) for family in families)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _see(self, sentence: Sentence, p: int, token: int) -> None:
        t = sentence.tokens[token]
        quoted = _inside_quotes(sentence.tokens, token)
        self.seen.append(Seen(p, sentence.index, token, t.dep in ("nsubj", "nsubjpass"), quoted))

    # ------------------------------------------------------------------ bodies

    def _body(self, sentence: Sentence, body: BodyPhrase) -> None:
        kind = "force" if body.force else "body"
        ref = self.ledger.id(kind, f"{body.country}:{fold(body.name)}", body.country, body.name)
        head = head_of(sentence.tokens, body.first, body.last)
        self.ledger.spot(sentence, body.first, body.last, head, (ref,), "body")


def _inside_quotes(tokens: Sequence[Token], token: int) -> bool:
    inside = False
    for t in tokens[:token]:
        if t.text in ("“", '"', "”", "``", "''"):
            inside = t.text == "“" or (t.text == '"' and not inside)
    return inside
