"""All that is said on one page: cues with their sources and contents, quotations that go on, and who carries whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dragoman.mentions.spots import PageReferents
from dragoman.statements import contents, cues, quotes, sources
from dragoman.statements.contents import Content
from dragoman.statements.cues import Cue, reporting
from dragoman.statements.line import Line, line
from dragoman.statements.sources import Memory, Source, Speaker
from dragoman.types import Argument, Evidence, Predicate, Sentence, Span, Statement

_NEAR = 60  # characters: a subject this far from its verb is still beside it
_WHOLLY = 0.85  # share of a sentence's letters that makes it a quotation and nothing else
_COLON = re.compile(r"\s*([^:\n“\"«]{2,60}?)\s*:\s+(?=\S)")
_LABEL_WORDS = 5
_COVERS = 0.8  # share of an outlet's words that makes it a mere carrier of the one who speaks in them


@dataclass(slots=True)
class _Draft:
    """One attribution before the page is looked at as a whole."""

    sentence: int
    cue: Span
    rule: str
    force: str
    source: Source
    content: Content
    via: list[str] = field(default_factory=list)
    modal: bool = False  # what is said lies ahead

    @property
    def hull(self) -> Span:
        """Source, cue and content together."""
        spans = [self.cue, Span(self.content.start, self.content.end)]
        if self.source.span is not None and self.source.span.end > self.cue.start - 4 * _NEAR:
            spans.append(self.source.span)
        return Span(min(s.start for s in spans), max(s.end for s in spans))


class Page:
    """The work on one page; thrown away when it is done."""

    def __init__(self, page: PageReferents, chains: Mapping[int, Mapping[int, Predicate]]) -> None:
        self.page = page
        self.text = page.annotated.article.text
        self.sentences = page.annotated.sentences
        self.chains = chains
        self.quotes = quotes.find(self.text, self.sentences)
        self.drafts: list[_Draft] = []
        self.memory = Memory()
        self.waiting: tuple[Cue, Line, Source] | None = None  # a cue whose words stand in the next sentence
        self.spoken: set[int] = set()  # starts of quotations that have their speaker
        mentions = sorted((m.start, m.end, r.id) for r in page.referents for m in r.mentions)
        self.mention_starts = [m[0] for m in mentions]
        self.mentions = mentions

    def statements(self) -> tuple[Statement, ...]:
        """Every statement of the page in the order of the text."""
        for sentence in self.sentences:
            before = len(self.drafts)
            waiting, self.waiting = self.waiting, None
            if waiting is not None and waiting[1].sentence.paragraph + 1 >= sentence.paragraph:
                self._follows(waiting, sentence)
            if sentence.tokens and cues.may_report(sentence.tokens):
                self._cues(line(self.text, sentence, self.chains.get(sentence.index)))
            if len(self.drafts) == before:
                self._label(sentence)
            if len(self.drafts) == before:
                self._goes_on(sentence)
        self._chain()
        return self._built()

    # ------------------------------------------------------------------ one sentence

    def _cues(self, here: Line) -> None:
        found = [c for c in cues.find(here) if not self._quoted(c.span(here))]
        spans = [c.span(here) for c in found]
        phrase_cues: list[Cue] = []
        carried: set[int] = set()
        for k, cue in enumerate(found):
            if cue.predicate is None:
                phrase_cues.append(cue)
                continue
            if cue.predicate.token in carried:
                continue
            others = [s for j, s in enumerate(spans) if j != k]
            if cue.predicate.lemma in reporting().carrying:
                self._carrying(here, cue, others, carried)
            elif cue.predicate.lemma in reporting().ascribing:
                self._ascribing(here, cue)
            else:
                self._verb(here, cue, others)
        for cue in phrase_cues:
            self._phrase(here, cue)

    def _quoted(self, span: Span) -> bool:
        q = self.quotes.at(span.start)
        return q is not None and q.opened and q.closed and q.start < span.start

    def _verb(self, here: Line, cue: Cue, others: list[Span]) -> None:
        assert cue.predicate is not None
        source = self._subject(here, cue.predicate, cue.predicate.lemma not in reporting().plain)
        if (
            source is None
            and not any(a.role == "agent" for a in cue.predicate.arguments)
            and cue.first
            and here.tokens[cue.first - 1].text in _BEFORE_INVERSION
        ):
            source = sources.after(self.page, here, cue.last, self.memory)
        if source is None:
            return
        self._say(here, cue, source, [], others)

    def _say(self, here: Line, cue: Cue, source: Source, via: list[str], others: list[Span]) -> None:
        """Adds an attribution where the sentence holds what is said; waits for the next sentence where a colon stands."""
        content = contents.of_verb(here, cue, source.span, self.quotes, others)
        span = cue.span(here)
        if content is None and cue.predicate is not None and cue.predicate.lemma not in reporting().weak:
            content = self._said_before(here, span, source)
            if content is None and self.text[: here.sentence.end].rstrip().endswith(":", here.sentence.start):
                self.waiting = (cue, here, source)
        if content is None and cue.predicate is not None and (cue.predicate.link or "").startswith("adverbial:as"):
            content = self._as_said(here, cue, source)
        if content is None:
            return
        source = self._not_within(here, source, content)
        source, via = self._cited(here, source, via, content)
        self._add(here, cue, source, content, via)

    def _not_within(self, here: Line, source: Source, content: Content) -> Source:
        """ "He" behind a quotation of several sentences is nobody whom the quotation names."""
        if (
            source.span is None
            or self.text[source.span.start : source.span.end].lower() not in ("he", "she")
            or content.kind != "direct"
        ):
            return source
        only = source.speakers[0]
        if only.referent is not None:
            named = [
                m.start
                for m in self.page.referents[only.referent].mentions
                if m.form != "pronoun" and m.end <= source.span.start
            ]
            if not named or max(named) < content.start:
                return source
        elif content.start >= here.sentence.start:
            return source
        number = here.sentence.index
        while number and self.sentences[number].start > content.start:
            number -= 1
        other = sources.before(self.page, number, content.start, self.memory)
        return replace_speaker(source, other) if other is not None else source

    def _add(self, here: Line, cue: Cue, source: Source, content: Content, via: list[str]) -> None:
        span = cue.span(here)
        frame = [Span(here.sentence.start, here.sentence.end)]
        said = [Span(content.start, content.end)] if not content.split else []
        apart = said + ([source.span] if source.span is not None else [])
        carriers = [
            n for n in sources.outlets_between(self.page, here, frame, apart + self._others_words(here)) if n not in via
        ]
        if cue.predicate is not None:
            told = [a for a in cue.predicate.arguments if a.role in ("recipient", "patient", "companion", "goal")]
            carriers += [n for n in sources.outlet_names(self.page, here, told) if n not in via and n not in carriers]
        names = {s.name for s in source.speakers}
        draft = _Draft(
            here.sentence.index,
            span,
            cue.rule,
            cue.force,
            source,
            content,
            via + [n for n in carriers if n not in names],
        )
        draft.modal = self._ahead(here, content)
        if content.named:
            draft.force = "asserted"
        self.drafts.append(draft)
        for q in self.quotes.touching(content.start, content.end):
            self.spoken.add(q.start)
        plural = source.span is not None and self._plural(here, source.span)
        sources.remember(self.page, self.memory, here.sentence.index, source, plural)

    def _others_words(self, here: Line) -> list[Span]:
        """Quotations of the sentence: an outlet named in one carries nothing."""
        return [
            Span(q.start, q.end)
            for q in self.quotes.touching(here.sentence.start, here.sentence.end)
            if q.opened and q.closed
        ]

    def _plural(self, here: Line, span: Span) -> bool:
        last = here.at_or_after(span.end) - 1
        return any(
            t.tag in ("NNS", "NNPS")
            for t in here.tokens[here.at_or_after(span.start) : last + 1]
            if not (span.start <= here.tokens[t.head].start < span.end) or t.head == t.i
        )

    def _ahead(self, here: Line, content: Content) -> bool:
        words = reporting().ahead
        first = here.at_or_after(content.start)
        verbs = [t for t in here.tokens[first:] if t.start < content.end and t.pos in ("AUX", "VERB")]
        return not verbs or any(t.text.lower() in words or t.tag == "TO" for t in verbs)

    def _subject(self, here: Line, predicate: Predicate, weak: bool) -> Source | None:
        agents = [a for a in predicate.arguments if a.role == "agent"]
        if (
            len(agents) == 2
            and _singular(here, predicate.token)
            and all(here.tokens[a.head].pos == "PROPN" for a in agents)
        ):
            # "Customs and Border Protection says": the verb knows that it is one
            first, last = min(agents, key=lambda a: a.first), max(agents, key=lambda a: a.last)
            if last.first == first.last + 1 and here.tokens[first.last].text in ("and", "&"):
                agents = [replace(last, first=first.first)]
        return self._sources(here, agents, weak)

    def _sources(self, here: Line, arguments: list[Argument], weak: bool) -> Source | None:
        arguments = _without_parts(here, arguments)
        found = [s for a in arguments if (s := sources.of_argument(self.page, here, a, self.memory, weak)) is not None]
        if not found:
            return None
        if len(found) == 1:
            return found[0]
        spans = [s.span for s in found if s.span is not None]
        whole = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None
        return Source(whole, tuple(dict.fromkeys(p for s in found for p in s.speakers)))

    # ------------------------------------------------------------------ carriers

    def _carrying(self, here: Line, cue: Cue, others: list[Span], carried: set[int]) -> None:
        """ "TASS quoted the minister as saying": the object speaks, the subject carries."""
        assert cue.predicate is not None
        speech = next(
            (
                q
                for q in here.predicates.values()
                if q.parent == cue.predicate.token
                and (q.link or "").startswith("adverbial:as")
                and q.lemma in reporting().force
            ),
            None,
        )
        patients = [a for a in cue.predicate.arguments if a.role in ("patient", "recipient")]
        source = self._sources(here, patients, False)
        if source is None:
            return
        carrier = self._subject(here, cue.predicate, True)
        via = [s.name for s in carrier.speakers] if carrier is not None else []
        if speech is None:
            if cue.predicate.lemma == "quote":
                self._say(here, cue, source, via, others)
            return
        carried.add(speech.token)
        inner = Cue(
            speech,
            speech.token,
            speech.token + 1,
            reporting().force[speech.lemma],
            f"'{cue.predicate.lemma} as {here.tokens[speech.token].text}'",
        )
        inside = [o for o in others if o != inner.span(here)]
        content = contents.of_verb(here, inner, None, self.quotes, inside)
        if content is None:
            content = contents.of_verb(here, cue, carrier.span if carrier is not None else None, self.quotes, inside)
        if content is not None:
            self._add(here, replace(cue, rule=inner.rule, force=inner.force), source, content, via)

    def _ascribing(self, here: Line, cue: Cue) -> None:
        """ "TASS attributed the delay to officials": whom the subject names speaks."""
        assert cue.predicate is not None
        named = [a for a in cue.predicate.arguments if a.prep == "to"]
        thing = next(
            (a for a in cue.predicate.arguments if a.role == "patient" and a.prep is None and a.first >= cue.last), None
        )
        carrier = self._subject(here, cue.predicate, True)
        source = self._sources(here, named[:1], True)
        if thing is None or carrier is None or source is None or source.span is None:
            return
        content = contents.rest_of(
            replace(here, sentence=replace(here.sentence, end=source.span.start)), here.left(thing.first), self.quotes
        )
        if content is not None:
            words = self.text[content.start : content.end]
            content = replace(content, end=content.end - 3) if words.endswith(" to") else content
            self._add(here, cue, source, content, [s.name for s in carrier.speakers])

    def _cited(self, here: Line, source: Source, via: list[str], content: Content) -> tuple[Source, list[str]]:
        """ "TASS reports, citing the ministry": the one cited speaks."""
        if (
            len(source.speakers) != 1
            or source.speakers[0].referent is None
            or not sources.is_outlet(self.page.referents[source.speakers[0].referent])
        ):
            return source, via
        for first, last in cues.phrases(here.tokens, reporting().citing):
            at = here.tokens[first].start
            if content.start <= at < content.end and not content.split:
                continue
            found = sources.of_phrase(self.page, here, last, self.memory)
            if found is not None:
                return found[0], [*via, source.speakers[0].name]
        return source, via

    # ------------------------------------------------------------------ phrases and labels

    def _phrase(self, here: Line, cue: Cue) -> None:
        """ "According to the ministry"."""
        at = cue.last
        tokens = here.tokens
        if cue.last - cue.first == 1 and cue.rule.startswith("noun"):
            self._claim(here, cue)
            return
        if (
            tokens[cue.first].text.lower() == "in"
            and at < len(tokens)
            and tokens[at].text.lower() in ("a", "an", "his", "her", "their")
        ):
            return
        found = sources.of_phrase(self.page, here, at, self.memory)
        if found is None:
            return
        source, argument = found
        span = cue.span(here)
        whole = Span(here.sentence.start, here.sentence.end)
        for d in self.drafts:
            if (
                d.sentence == here.sentence.index
                and d.content.start <= span.start
                and span.end <= d.content.end
                and not d.content.split
            ):
                whole = Span(max(whole.start, d.content.start), min(whole.end, d.content.end))
        near = Span(tokens[argument.first].start, tokens[argument.last - 1].end) if source.span is None else source.span
        content = contents.of_phrase(here, cue, near, whole, self.quotes)
        if content is not None:
            self._add(here, cue, replace_span(source, near), content, [])

    def _claim(self, here: Line, cue: Cue) -> None:
        """ "The minister's claim that": the possessor, or whom "of" or "by" names, speaks."""
        tokens = here.tokens
        for k in here.kids[cue.first]:
            if k < cue.first and (tokens[k].tag == "PRP$" or any(tokens[j].tag == "POS" for j in here.kids[k])):
                first, last = here.subtree(k)
                last -= tokens[last - 1].tag == "POS"
                source = sources.of_argument(
                    self.page, here, Argument("agent", k, first, max(last, k + 1), "possessive"), self.memory, False
                )
                content = contents.of_noun(here, cue, self.quotes)
                if source is not None and content is not None:
                    self._add(here, cue, source, content, [])
                return

    def _label(self, sentence: Sentence) -> None:
        """ "Putin: ...", in a headline or at the head of a paragraph of an interview."""
        first_of_paragraph = sentence.index == 0 or self.sentences[sentence.index - 1].paragraph != sentence.paragraph
        if not sentence.headline and not first_of_paragraph:
            return
        match = _COLON.match(self.text, sentence.start, sentence.end)
        if match is None or len(match.group(1).split()) > _LABEL_WORDS:
            return
        speaker = self._labelled(match.group(1), sentence)
        if speaker is None:
            return
        here = Line(sentence, self.text, {}, ())
        content = contents.rest_of(here, match.end(), self.quotes)
        if content is None:
            return
        source = Source(Span(match.start(1), match.end(1)), (speaker,))
        colon = self.text.index(":", match.end(1))
        self.drafts.append(
            _Draft(sentence.index, Span(colon, colon + 1), "a name and a colon", "asserted", source, content)
        )
        self.spoken.update(q.start for q in self.quotes.touching(content.start, content.end))

    def _labelled(self, label: str, sentence: Sentence) -> Speaker | None:
        folded = " ".join(label.split()).casefold()
        for referent in self.page.referents:
            if referent.kind not in ("person", "body", "state", "force", "company"):
                continue
            if referent.kind != "person" and not sentence.headline:
                continue
            name = referent.name.casefold()
            if (
                folded == name
                or referent.kind == "person"
                and folded == name.rsplit(" ", 1)[-1]
                or any(
                    m.sentence == sentence.index and m.start <= sentence.start + 2 and m.text.casefold() == folded
                    for m in referent.mentions
                )
            ):
                return Speaker(referent.id, referent.name)
        return None

    # ------------------------------------------------------------------ across sentences

    def _said_before(self, here: Line, span: Span, source: Source) -> Content | None:
        """The quotation that ends right before the sentence: '"We will stay!" he said.'"""
        head = min(span.start, source.span.start) if source.span is not None else span.start
        if head - here.sentence.start > 3 or here.sentence.index == 0:
            return None
        before = self.sentences[here.sentence.index - 1]
        if before.paragraph != here.sentence.paragraph:
            return None
        touching = self.quotes.touching(before.start, before.end)
        last = touching[-1] if touching else None
        if last is None or last.start in self.spoken or self.text[last.end : here.sentence.start].strip():
            return None
        return contents.of_quotation(self.text, last)

    def _as_said(self, here: Line, cue: Cue, source: Source) -> Content | None:
        """ "As the minister said, ...": the main clause is what is said."""
        assert cue.predicate is not None
        first, last = here.subtree(cue.predicate.token)
        head = here.tokens[first].text.lower()
        if head not in ("as", ",") or first > 1 and last < len(here.tokens) - 2:
            return None
        if first <= 1:
            return contents.rest_of(here, here.right(last - 1), self.quotes)
        inner = Line(replace(here.sentence, end=here.tokens[first].start), self.text, {}, ())
        return contents.rest_of(inner, here.sentence.start, self.quotes)

    def _follows(self, waiting: tuple[Cue, Line, Source], sentence: Sentence) -> None:
        """The quotation behind "he said:" at the end of the sentence before."""
        cue, here, source = waiting
        touching = self.quotes.touching(sentence.start, sentence.end)
        if touching and touching[0].start <= sentence.start + 1 and touching[0].start not in self.spoken:
            content = contents.of_quotation(self.text, touching[0])
            if content is not None:
                self._add(here, cue, source, content, [])

    def _goes_on(self, sentence: Sentence) -> None:
        """A sentence that is nothing but a quotation right after words of somebody: the same one speaks."""
        touching = self.quotes.touching(sentence.start, sentence.end)
        if not touching or touching[0].start in self.spoken or not self.drafts:
            return
        quotation = touching[0]
        letters = sum(c.isalnum() for c in self.text[sentence.start : sentence.end])
        quoted = sum(
            c.isalnum() for q in touching for c in self.text[max(q.start, sentence.start) : min(q.end, sentence.end)]
        )
        if quoted < _WHOLLY * letters:
            return
        last = self.drafts[-1]
        before = self.sentences[last.sentence]
        follows = sentence.index + 1 < len(self.sentences) and self._cue_opens(
            self.sentences[sentence.index + 1], quotation
        )
        end = max(last.content.end, before.end)
        gap = self.text[end : quotation.start] if quotation.start >= end else ""
        if (
            follows
            or len(gap.strip(_PUNCTUATION)) > 0
            or sentence.paragraph - before.paragraph > 1
            and gap.count("\n") > 4
        ):
            return
        if sentence.paragraph != before.paragraph and last.content.kind == "indirect":
            return
        content = contents.of_quotation(self.text, quotation)
        if content is None:
            return
        self.spoken.update(q.start for q in touching)
        self.drafts.append(
            replace(
                last,
                sentence=sentence.index,
                content=content,
                rule=last.rule + ", goes on",
                via=list(last.via),
                modal=False,
                force="asserted",
            )
        )

    def _cue_opens(self, sentence: Sentence, quotation: quotes.Quotation) -> bool:
        """Whether the next sentence begins with who said the quotation: '"..." he said.'"""
        if quotation.end > sentence.start or self.text[quotation.end : sentence.start].strip() or not sentence.tokens:
            return False
        return any(t.lemma in reporting().force and t.pos == "VERB" for t in sentence.tokens[:4])

    # ------------------------------------------------------------------ the whole page

    def _chain(self) -> None:
        """Gives what is said within another's words its carriers, and drops outlets that only carry."""
        dropped: set[int] = set()
        by_sentence: dict[int, list[int]] = {}
        for k, d in enumerate(self.drafts):
            by_sentence.setdefault(d.sentence, []).append(k)
        for numbers in by_sentence.values():
            for k in numbers:
                inner = self.drafts[k]
                outer = [j for j in numbers if j != k and self._holds(self.drafts[j], inner)]
                outer.sort(key=lambda j: self.drafts[j].content.start - self.drafts[j].content.end)
                names: list[str] = []
                for j in outer:
                    carrier = self.drafts[j]
                    names += carrier.via + [s.name for s in carrier.source.speakers]
                    if self._mere_carrier(carrier, inner):
                        dropped.add(j)
                own = {s.name for s in inner.source.speakers}
                inner.via = [n for n in dict.fromkeys(names + inner.via) if n not in own]
        self.drafts = [d for k, d in enumerate(self.drafts) if k not in dropped]

    def _holds(self, outer: _Draft, inner: _Draft) -> bool:
        return outer.content.start <= inner.cue.start and inner.cue.end <= outer.content.end and outer.cue != inner.cue

    def _mere_carrier(self, outer: _Draft, inner: _Draft) -> bool:
        speaker = outer.source.speakers[0] if len(outer.source.speakers) == 1 else None
        referent = (
            self.page.referents[speaker.referent] if speaker is not None and speaker.referent is not None else None
        )
        outlet = referent is not None and sources.is_outlet(referent)
        if (
            inner.content.bare
            or not outlet
            and (referent is None or referent.kind == "person" or not outer.rule.startswith("'"))
        ):
            return False
        hull = inner.hull
        shared = min(hull.end, outer.content.end) - max(hull.start, outer.content.start)
        return shared >= _COVERS * (outer.content.end - outer.content.start)

    def _built(self) -> tuple[Statement, ...]:
        out: dict[tuple[int | None, str, int, int], Statement] = {}
        for d in self.drafts:
            status = d.force
            if status == "predicted" and not d.modal:
                status = "asserted"
            cue = Evidence(d.cue.start, d.cue.end, d.rule)
            span = d.source.span
            source = Evidence(span.start, span.end, "source") if span is not None else None
            for speaker in d.source.speakers:
                start, end = d.content.start, d.content.end
                statement = Statement(
                    speaker.referent,
                    speaker.name,
                    d.content.kind,
                    start,
                    end,
                    status,
                    cue,
                    tuple(d.via),
                    self._about(start, end),
                    source,
                )
                out.setdefault((speaker.referent, speaker.name, start, end), statement)
        return tuple(sorted(out.values(), key=lambda s: (s.start, s.end, s.speaker_name)))

    def _about(self, start: int, end: int) -> tuple[int, ...]:
        found: list[int] = []
        for k in range(bisect_left(self.mention_starts, start), len(self.mentions)):
            at, last, referent = self.mentions[k]
            if at >= end:
                break
            if last <= end:
                found.append(referent)
        return tuple(dict.fromkeys(found))


_BEFORE_INVERSION = frozenset((",", '"', "”", "''", "’", "'", "»", "-", "–", "—", "?", "!"))
_PUNCTUATION = " \t\r\n\xa0.,;:!?–—-\"”“’'"


def _without_parts(here: Line, arguments: list[Argument]) -> list[Argument]:
    """The arguments without those that only describe another, or are a piece of one name with it."""
    out: list[Argument] = []
    for a in arguments:
        described = a.via == "apposition-list" and any(here.tokens[o.head].tag not in ("NNS", "NNPS") for o in out)
        if not described and not any(_one_name(here, o.head, a.head) for o in out):
            out.append(a)
    return out


def _singular(here: Line, verb: int) -> bool:
    """Whether a verb agrees with one subject."""
    if here.tokens[verb].tag == "VBZ":
        return True
    return any(here.tokens[k].text.lower() in ("has", "was", "is") for k in here.kids[verb])


def _one_name(here: Line, first: int, second: int) -> bool:
    """ "Customs and Border Protection": one name in which the parser sees two things."""
    first, second = min(first, second), max(first, second)
    between = here.tokens[first + 1 : second + 1]
    return bool(here.tokens[first].ent == "ORG") and all(t.ent == "ORG" and not t.ent_begins for t in between)


def replace_speaker(source: Source, speaker: Speaker) -> Source:
    """The same words standing for somebody else."""
    return Source(source.span, (speaker,), source.owner, source.paper)


def replace_span(source: Source, span: Span) -> Source:
    """The same source standing elsewhere."""
    return Source(span, source.speakers, source.owner, source.paper)
