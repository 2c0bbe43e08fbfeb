"""The referents of a page: every name, title, role, pronoun and metonym, resolved to one thing each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dragoman.mentions import names as name_finder
from dragoman.mentions import titles as title_finder
from dragoman.mentions.bodies import BodyPhrase
from dragoman.mentions.bodies import find as find_bodies
from dragoman.mentions.coreference import Profile, Seen, pronoun_gender, resolve_pronoun, resolve_role
from dragoman.mentions.spelling import fold
from dragoman.mentions.gazetteer import Entry, Gazetteer
from dragoman.mentions.hits import TokenHit, on_tokens
from dragoman.mentions.names import Name
from dragoman.mentions.persons import Person, group
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.mentions.titles import TitlePhrase
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Annotated, Mention, Place, Referent, Role, Sentence, Token

_STATE_KINDS = frozenset(("country", "demonym", "metonym", "capital"))
_PLACE_KINDS = frozenset(("city", "capital", "region", "venue"))
_BODY_KINDS = frozenset(("body", "force", "company", "outlet"))


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
            hits = on_tokens(s.tokens, gazetteer.find(text, s.start, s.end)) if s.tokens else []
            titles = title_finder.find(s.tokens, hits, vocabulary) if s.tokens else []
            names = name_finder.find(s.index, s.tokens, hits, titles, vocabulary) if s.tokens else []
            found.extend(names)
            self.hits.append(hits)
            self.titles.append(titles)
            self.bodies.append(find_bodies(s.tokens, hits, titles, names, vocabulary) if s.tokens else [])
        self.persons = group(found, vocabulary)
        self._find_missed_surnames()
        self.person_at: dict[tuple[int, int], tuple[int, Name]] = {
            (n.sentence, n.first): (p, n) for p, person in enumerate(self.persons) for n in person.names
        }
        self.profiles = [self._profile(p) for p in self.persons]
        # Referents while they are put together: key -> id, and what is known of each.
        self.ids: dict[tuple[str, str], int] = {}
        self.kinds: list[str] = []
        self.texts: list[Counter[str]] = []
        self.codes: list[str | None] = []
        self.places: list[Place | None] = []
        self.acting: list[int | None] = []
        self.mentions: list[list[Mention]] = []
        self.roles: dict[int, list[Role]] = defaultdict(list)
        self.seen: list[Seen] = []
        self.spots: list[list[Spot]] = []

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

    # ------------------------------------------------------------------ the whole page

    def resolve(self) -> PageReferents:
        for sentence in self.sentences:
            self.spots.append([])
            if sentence.tokens:
                self._sentence(sentence)
        referents = tuple(self._referent(i) for i in range(len(self.kinds)))
        return PageReferents(
            self.annotated,
            referents,
            tuple(tuple(sorted(s, key=lambda x: (x.first, -x.last))) for s in self.spots),
            tuple(tuple(n for _, n in sorted(((f, x) for (i, f), (_, x) in self.person_at.items() if i == s.index), key=lambda e: e[0])) for s in self.sentences),
        )

    def _referent(self, i: int) -> Referent:
        kind = self.kinds[i]
        if kind == "person":
            name = self.persons[self._person_of(i)].text
        else:
            name = self.texts[i].most_common(1)[0][0] if self.places[i] is None or kind == "body" else ""
            place = self.places[i]
            if place is not None and kind in ("place", "state"):
                name = place.name
        mentions = tuple(sorted(self.mentions[i], key=lambda m: (m.sentence, m.start)))
        return Referent(i, kind, name, self.codes[i], mentions, tuple(self.roles.get(i, ())), self.places[i], self.acting[i])

    def _person_of(self, i: int) -> int:
        return next(int(key[1]) for key, value in self.ids.items() if value == i and key[0] == "person")

    # ------------------------------------------------------------------ one sentence

    def _sentence(self, sentence: Sentence) -> None:
        tokens = sentence.tokens
        taken: set[int] = set()
        attached: set[int] = set()
        here = [(first, p, n) for (s, first), (p, n) in self.person_at.items() if s == sentence.index]
        for _, p, n in sorted(here, key=lambda x: x[0]):
            taken.update(range(n.first, n.last))
            attached.update(t.head for t in n.titles)
        events: list[tuple[int, str, object]] = [(n.first, "name", (p, n)) for _, p, n in here]
        events += [(t.head, "title", t) for t in self.titles[sentence.index] if t.word.cls != "honorific"]
        events += [(t.i, "pronoun", t) for t in tokens if pronoun_gender(t) is not None]
        for b in self.bodies[sentence.index]:
            if not taken & set(range(b.first, b.last)):
                self._body(sentence, b)
                taken.update(range(b.first, b.last))
        for hit in self.hits[sentence.index]:
            if not taken & set(range(hit.first, hit.last)):
                self._hit(sentence, hit)
        self._unlisted(sentence, taken)
        self._pointers(sentence)
        for _, what, item in sorted(events, key=lambda e: (e[0], e[1])):
            if what == "name":
                p, n = item  # type: ignore[misc]
                self._name(sentence, p, n)
            elif what == "title":
                phrase: TitlePhrase = item  # type: ignore[assignment]
                if phrase.head in attached:
                    continue
                self._role(sentence, phrase)
            else:
                self._pronoun(sentence, item)  # type: ignore[arg-type]

    def _name(self, sentence: Sentence, p: int, name: Name) -> None:
        ref = self._id("person", str(p), self.profiles[p].country, name.text)
        head = _head(sentence.tokens, name.first, name.last)
        stated = "; ".join(t.text for t in name.titles) or None
        self._spot(sentence, name.first, name.last, head, (ref,), "name", stated)
        for t in name.titles:
            self._spot(sentence, t.first, t.last, t.head, (ref,), "title", t.text)
            start, end = sentence.tokens[t.first].start, sentence.tokens[t.last - 1].end
            title, org = t.text, t.org
            if t.word.cls == "counterpart":
                title = self._shared_office(sentence, t) or t.text
            self.roles[ref].append(Role(title, org, t.country, start, end, t.former))
        self._see(sentence, p, head)

    def _shared_office(self, sentence: Sentence, phrase: TitlePhrase) -> str | None:
        """The office that "his counterpart" shares with him."""
        if phrase.possessor is None:
            return None
        owner = resolve_pronoun(sentence.tokens[phrase.possessor], sentence.tokens, sentence.index, self.seen, self.profiles)
        if owner is None:
            return None
        return next((t.text for t in self.persons[owner].titles if t.word.cls in ("minister", "head_of_state", "head_of_government", "chief", "commander")), None)

    def _pronoun(self, sentence: Sentence, token: Token) -> None:
        p = resolve_pronoun(token, sentence.tokens, sentence.index, self.seen, self.profiles)
        if p is None:
            return
        ref = self._id("person", str(p), self.profiles[p].country, "")
        self._spot(sentence, token.i, token.i + 1, token.i, (ref,), "pronoun", None)
        self._see(sentence, p, token.i)

    def _role(self, sentence: Sentence, phrase: TitlePhrase) -> None:
        """A title that stands without a name: a person of the page, or else the state it serves."""
        tokens = sentence.tokens
        if phrase.plural:
            self._plural_role(sentence, phrase)
            return
        counterpart = phrase.word.cls == "counterpart"
        known = phrase.definite or phrase.possessor is not None or phrase.countries or phrase.word.cls in ("head_of_state", "head_of_government")
        if known and not counterpart and not _indefinite(tokens, phrase):
            p = resolve_role(phrase, sentence.index, self.seen, self.profiles, self.vocabulary)
            if p is None:
                p = self._introduced_later(phrase, sentence.index)
            if p is None:
                p = self._office_holder(phrase)
            if p is not None:
                ref = self._id("person", str(p), self.profiles[p].country, "")
                self._spot(sentence, phrase.first, phrase.last, phrase.head, (ref,), "role", phrase.text)
                start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
                self.roles[ref].append(Role(phrase.text, phrase.org, phrase.country, start, end, phrase.former))
                self._see(sentence, p, phrase.head)
                return
        if phrase.country is not None:
            ref = self._code(phrase.country)
            self._spot(sentence, phrase.first, phrase.last, phrase.head, (ref,), "role", phrase.text)

    def _plural_role(self, sentence: Sentence, phrase: TitlePhrase) -> None:
        refs: list[int] = []
        for code in phrase.countries:
            single = _of_country(phrase, code)
            p = resolve_role(single, sentence.index, self.seen, self.profiles, self.vocabulary)
            if p is None:
                p = self._office_holder(single)
            refs.append(self._id("person", str(p), self.profiles[p].country, "") if p is not None else self._code(code))
        if refs:
            self._spot(sentence, phrase.first, phrase.last, phrase.head, tuple(dict.fromkeys(refs)), "role", phrase.text)

    def _introduced_later(self, phrase: TitlePhrase, sentence: int) -> int | None:
        """The person named in the next sentences whose title is this role's: "Russia's top general ... General X, chief of"."""
        if phrase.country is None:
            return None
        later = [
            Seen(p, sentence, n.first, False)
            for p, person in enumerate(self.persons)
            for n in person.names
            if sentence < n.sentence <= sentence + 3 and self.profiles[p].country == phrase.country and n.titles
        ]
        return resolve_role(phrase, sentence, later, self.profiles, self.vocabulary)

    def _office_holder(self, phrase: TitlePhrase) -> int | None:
        """The person of the page who is known, from the office holders, to have held this office."""
        if phrase.country is None:
            return None
        surnames = self.vocabulary.holders(phrase.country, phrase.text)
        fitting = [i for i, p in enumerate(self.persons) if p.words[-1] in surnames and self.profiles[i].country in (None, phrase.country)]
        return fitting[0] if len(fitting) == 1 else None

    def _see(self, sentence: Sentence, p: int, token: int) -> None:
        t = sentence.tokens[token]
        quoted = _inside_quotes(sentence.tokens, token)
        self.seen.append(Seen(p, sentence.index, token, t.dep in ("nsubj", "nsubjpass"), quoted))

    # ------------------------------------------------------------------ states, bodies, places

    def _hit(self, sentence: Sentence, hit: TokenHit) -> None:
        tokens = sentence.tokens
        head = _head(tokens, hit.first, hit.last)
        kinds = {hit.kind, *(c.kind for c in hit.candidates)}
        if hit.kind in ("country", "demonym") or (hit.kind == "metonym" and not kinds & _PLACE_KINDS):
            if hit.code is None:
                return
            ref = self._code(hit.code)
        elif kinds & _PLACE_KINDS:
            ref = self._place(hit)
        elif hit.kind in _BODY_KINDS:
            ref = self._body_entry(hit)
        else:
            return
        self._spot(sentence, hit.first, hit.last, head, (ref,), hit.kind, None)

    def _place(self, hit: TokenHit) -> int:
        entry = self._nearest_place(hit)
        place = _as_place(entry)
        ref = self._id("place", f"{entry.kind}:{entry.name}:{entry.code}", entry.code, hit.text)
        self.places[ref] = place
        governing = next((c for c in hit.candidates if c.kind in ("capital", "metonym") and c.code), None)
        if governing is not None and governing.code:
            self.acting[ref] = self._code(governing.code)
        return ref

    def _pointers(self, sentence: Sentence) -> None:
        """ "Here", "the city" and "the Azerbaijani capital": places said by pointing."""
        tokens = sentence.tokens
        for t in tokens:
            word = t.text.lower()
            if t.lemma == "capital" and t.pos == "NOUN":
                inside = [s for s in self.spots[sentence.index] if tokens[s.head].head == t.i and s.form in ("demonym", "country")]
                inside += [s for s in self.spots[sentence.index] if s.form == "country" and s.first in (t.i + 2, t.i + 3) and tokens[t.i + 1].text == "of"]
                code = next((self.codes[r] for s in inside for r in s.referents), None)
                if code is not None and (place := self.vocabulary.knowledge.capital_of(code)) is not None:
                    ref = self._id("place", f"capital:{place.name}:{code}", code, place.name)
                    self.places[ref] = place
                    self.acting[ref] = self._code(code)
                    self._spot(sentence, t.i, t.i + 1, t.i, (ref,), "capital", None)
                continue
            if (word in ("here", "there") and t.tag == "RB") or (
                word in ("city", "capital", "town") and t.i > 0 and tokens[t.i - 1].text.lower() == "the"
            ):
                ref = self._last_city(sentence.index, t.i)
                if ref is not None:
                    self._spot(sentence, t.i, t.i + 1, t.i, (ref,), "pointer", None)

    def _last_city(self, sentence: int, token: int) -> int | None:
        """The city last named before a token, within the last few sentences; else that of the dateline."""
        for back in range(sentence, max(-1, sentence - 5), -1):
            named = [s for s in self.spots[back] if s.form in ("city", "capital", "venue", "gpe") and (back < sentence or s.last <= token)]
            if named:
                return max(named, key=lambda s: s.first).referents[0]
        span = self.annotated.article.dateline_place
        if span is None:
            return None
        name = self.annotated.article.text[span.start : span.end]
        place = self.vocabulary.knowledge.place_in(name.title() if name.isupper() else name)
        if place is None or place.kind == "country":
            return None
        ref = self._id("place", f"dateline:{place.name}:{place.country}", place.country, place.name)
        self.places[ref] = place
        return ref

    def _nearest_place(self, hit: TokenHit) -> Entry:
        """Of several places of one name, the one in a state that the page speaks of, else the largest."""
        places = [c for c in hit.candidates if c.kind in _PLACE_KINDS]
        capital = next((c for c in places if c.kind == "capital"), None)
        if capital is not None:
            return capital
        spoken_of = {h.code for hits in self.hits for h in hits if h.kind in ("country", "demonym")}
        return next((c for c in places if c.code in spoken_of), places[0])

    def _body_entry(self, hit: TokenHit) -> int:
        entry = hit.entry
        kind = {"body": "body", "force": "force", "company": "company", "outlet": "company"}[hit.kind]
        if entry.kind == "body" and entry.code and entry.code != entry.country:
            return self._code(entry.code)
        return self._id(kind, fold(entry.name), entry.country, entry.name)

    def _body(self, sentence: Sentence, body: BodyPhrase) -> None:
        tokens = sentence.tokens
        ref = self._id("body" if not body.force else "force", f"{body.country}:{fold(body.name)}", body.country, body.name)
        self._spot(sentence, body.first, body.last, _head(tokens, body.first, body.last), (ref,), "body", None)

    def _code(self, code: str) -> int:
        """The referent of a state or of a body that has a code."""
        entry = self.vocabulary.entry(code)
        kind = "state" if entry.kind == "country" else "body"
        ref = self._id(kind, code, code, entry.name)
        if kind == "state":
            self.places[ref] = _as_place(entry)
        return ref

    def _unlisted(self, sentence: Sentence, taken: set[int]) -> None:
        """Places and bodies that no list holds but the tagger sees."""
        tokens = sentence.tokens
        covered = {k for s in self.spots[sentence.index] for k in range(s.first, s.last)} | taken
        k = 0
        while k < len(tokens):
            label = tokens[k].ent
            if label not in ("GPE", "LOC", "FAC", "ORG") or k in covered:
                k += 1
                continue
            last = k + 1
            while last < len(tokens) and tokens[last].ent == label and not tokens[last].ent_begins:
                last += 1
            first = k
            k = last
            while first < last and (tokens[first].text.lower() in ("the", "a", "an") or tokens[first].tag == "POS"):
                first += 1
            while last > first and (tokens[last - 1].tag in ("POS", "IN", "CC", "DT", "TO") or not tokens[last - 1].text[:1].isalnum()):
                last -= 1
            if last <= first or covered & set(range(first, last)) or not tokens[first].text[:1].isupper():
                continue
            text = _surface(tokens, first, last)
            if len(text) < 3 or self.vocabulary.is_calendar(text):
                continue
            if label == "ORG":
                ref = self._id("body", f"unlisted:{fold(text)}", None, text)
            else:
                ref = self._id("place", f"unlisted:{fold(text)}", None, text)
                self.places[ref] = Place(text, None, kind="venue" if label == "FAC" else "city")
            self._spot(sentence, first, last, _head(tokens, first, last), (ref,), label.lower(), None)

    # ------------------------------------------------------------------ keeping

    def _id(self, kind: str, key: str, code: str | None, text: str) -> int:
        ref = self.ids.get((kind, key))
        if ref is None:
            ref = self.ids[kind, key] = len(self.kinds)
            self.kinds.append(kind)
            self.codes.append(code)
            self.texts.append(Counter())
            self.places.append(None)
            self.acting.append(None)
            self.mentions.append([])
            if kind == "person" and code is not None:
                self.acting[ref] = self._code(code)
        if text:
            self.texts[ref][text] += 1
        return ref

    def _spot(
        self, sentence: Sentence, first: int, last: int, head: int, refs: tuple[int, ...], form: str, title: str | None
    ) -> None:
        tokens = sentence.tokens
        self.spots[sentence.index].append(Spot(sentence.index, first, last, head, refs, form, title))
        start, end = tokens[first].start, tokens[last - 1].end
        text = self.annotated.article.text[start:end]
        for ref in refs:
            self.mentions[ref].append(Mention(start, end, sentence.index, head, form, text))

    def _profile(self, person: Person) -> Profile:
        titles = person.titles
        votes: Counter[str] = Counter()
        for t in titles:
            if t.country and t.word.cls != "counterpart":
                votes[t.country] += 1
            elif t.country:
                votes[t.country] += 1
        country = votes.most_common(1)[0][0] if votes else None
        if country is None:
            country = self.vocabulary.country_of(person.words, self._page_codes())
        if country is None and any(t.word.cls in ("minister", "chief", "commander", "head_of_state", "head_of_government", "spokesperson", "lawmaker") for t in titles):
            country = self._own_country(person)
        gender = None
        for n in person.names:
            gender = gender or self.vocabulary.honorific_gender(n.honorific)
        gender = gender or self.vocabulary.gender(person.words[0])
        return Profile(gender, country, titles)

    def _page_codes(self) -> set[str]:
        return {h.code for hits in self.hits for h in hits if h.code and h.kind in ("country", "demonym", "capital", "metonym", "body")}

    def _own_country(self, person: Person) -> str | None:
        """For an office named without its state: the state of the dateline, else the only one the sentence names."""
        place = self.annotated.article.dateline_place
        introduced = next((n for n in person.names if n.titles), person.names[0])
        codes = [h.code for h in self.hits[introduced.sentence] if h.code and h.kind in ("country", "demonym", "capital")]
        if place is not None:
            name = self.annotated.article.text[place.start : place.end]
            code = self.vocabulary.country_of_place(name)
            if code is not None and (not codes or code in codes):
                return code
        before = [h.code for h in self.hits[introduced.sentence] if h.code and h.last <= introduced.first and h.kind in ("country", "demonym", "capital")]
        if len(set(codes)) == 1:
            return codes[0]
        return before[-1] if before else None


def _of_country(phrase: TitlePhrase, code: str) -> TitlePhrase:
    from dataclasses import replace

    return replace(phrase, country=code, countries=(code,), plural=False)


def _indefinite(tokens: Sequence[Token], phrase: TitlePhrase) -> bool:
    return phrase.first > 0 and tokens[phrase.first - 1].text.lower() in ("a", "an", "another", "any", "some", "every", "no")


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    for k in range(first, last):
        if not first <= tokens[k].head < last or tokens[k].head == k:
            return k
    return last - 1


def _inside_quotes(tokens: Sequence[Token], token: int) -> bool:
    inside = False
    for t in tokens[:token]:
        if t.text in ("“", '"', "”", "``", "''"):
            inside = t.text == "“" or (t.text == '"' and not inside)
    return inside


def _surface(tokens: Sequence[Token], first: int, last: int) -> str:
    out = []
    for k in range(first, last):
        if k > first and tokens[k].start > tokens[k - 1].end:
            out.append(" ")
        out.append(tokens[k].text)
    return "".join(out)


def _as_place(entry: Entry) -> Place:
    kind = "country" if entry.kind == "country" else ("city" if entry.kind in ("city", "capital") else entry.kind)
    code = entry.code if entry.kind == "country" else (entry.country or entry.code)
    return Place(entry.name, code, entry.lat, entry.lon, entry.geonames, kind)
