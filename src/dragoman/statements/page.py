"""All that is said on one page: cues with their sources and contents, quotations that go on, and who carries whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.mentions.spots import PageReferents
from dragoman.statements import carriers, contents, cues, labels, memory, quotes, sources
from dragoman.statements.contents import Content
from dragoman.statements.cues import Cue, reporting
from dragoman.statements.drafts import Draft, built, chain
from dragoman.statements.line import Line, line
from dragoman.statements.memory import Memory, Source, Speaker
from dragoman.types import Argument, Predicate, Sentence, Span, Statement

_WHOLLY = 0.85  # share of a sentence's letters that makes it a quotation and nothing else


class Page:
    """The work on one page; thrown away when it is done."""

    def __init__(self, page: PageReferents, chains: Mapping[int, Mapping[int, Predicate]]) -> None:
        self.page = page
        self.text = page.annotated.article.text
        self.sentences = page.annotated.sentences
        self.chains = chains
        self.quotes = quotes.find(self.text, self.sentences)
        self.drafts: list[Draft] = []
        self.memory = Memory()
        self.waiting: tuple[Cue, Line, Source] | None = None  # a cue whose words stand in the next sentence
        self.spoken: set[int] = set()  # starts of quotations that have their speaker

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
        return built(self.page, chain(self.page, self.drafts))

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
        source = sources.of_predicate(
            self.page, here, cue.predicate, self.memory, cue.predicate.lemma not in reporting().plain
        )
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
        """Adds an attribution where the sentence holds what is said; else looks before and behind it."""
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
        other = memory.before(self.page, number, content.start, self.memory)
        return replace_speaker(source, other) if other is not None else source

    def _add(self, here: Line, cue: Cue, source: Source, content: Content, via: list[str]) -> None:
        span = cue.span(here)
        frame = [Span(here.sentence.start, here.sentence.end)]
        said = [Span(content.start, content.end)] if not content.split else []
        apart = said + ([source.span] if source.span is not None else [])
        outlets = list(carriers.outlets_between(self.page, here, frame, apart + self._others_words(here)))
        if cue.predicate is not None:
            told = [a for a in cue.predicate.arguments if a.role in ("recipient", "patient", "companion", "goal")]
            outlets += carriers.outlet_names(self.page, here, told)
        names = {s.name for s in source.speakers}
        draft = Draft(
            here.sentence.index,
            span,
            cue.rule,
            cue.force,
            source,
            content,
            via + [n for n in dict.fromkeys(outlets) if n not in names and n not in via],
        )
        draft.modal = self._ahead(here, content)
        draft.phrase = cue.predicate is None
        if content.named:
            draft.force = "asserted"
        self.drafts.append(draft)
        for q in self.quotes.touching(content.start, content.end):
            self.spoken.add(q.start)
        plural = source.span is not None and self._plural(here, source.span)
        memory.remember(self.page, self.memory, here.sentence.index, source, plural)

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
        source = sources.of_arguments(self.page, here, patients, self.memory, False)
        if source is None:
            return
        carrier = sources.of_predicate(self.page, here, cue.predicate, self.memory, True)
        via = [s.name for s in carrier.speakers] if carrier is not None else []
        if speech is None:
            if cue.predicate.lemma == "quote" or any(a.role == "content" for a in cue.predicate.arguments):
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
        carrier = sources.of_predicate(self.page, here, cue.predicate, self.memory, True)
        source = sources.of_arguments(self.page, here, named[:1], self.memory, True)
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
            or not carriers.is_outlet(self.page.referents[source.speakers[0].referent])
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
        opens = sentence.index == 0 or self.sentences[sentence.index - 1].paragraph != sentence.paragraph
        found = labels.find(self.page, sentence) if sentence.headline or opens else None
        if found is None:
            return
        content = contents.rest_of(Line(sentence, self.text, {}, ()), found.colon.end, self.quotes)
        if content is None:
            return
        self.drafts.append(Draft(sentence.index, found.colon, "a name and a colon", "asserted", found.source, content))
        self.spoken.update(q.start for q in self.quotes.touching(content.start, content.end))

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


_BEFORE_INVERSION = frozenset((",", '"', "”", "''", "’", "'", "»", "-", "–", "—", "?", "!"))
_PUNCTUATION = " \t\r\n\xa0.,;:!?–—-\"”“’'"


def replace_speaker(source: Source, speaker: Speaker) -> Source:
    """The same words standing for somebody else."""
    return replace(source, speakers=(speaker,))


def replace_span(source: Source, span: Span) -> Source:
    """The same source standing elsewhere."""
    return replace(source, span=span)
