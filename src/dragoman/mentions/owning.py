"""Which titles stand with which name of a sentence: right before it, after it, stacked, predicated, shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.mentions.pointing import words
from dragoman.mentions.titles import TitlePhrase, singular, surface
from dragoman.types import Token


def head_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token of a range on which all others in it hang; its last where the parser sees none."""
    for k in range(first, last):
        if not first <= tokens[k].head < last or tokens[k].head == k:
            return k
    return last - 1


def owned_titles(
    tokens: Sequence[Token], runs: Sequence[tuple[int, int]], titles: Sequence[TitlePhrase]
) -> list[list[TitlePhrase]]:
    """For each run the titles that stand with it; a title belongs to one run.

    The surest claims come first: right before the name, then after it ("X, chief of ..."), then
    stacked before it ("Chief of the General Staff, Army General X"), then predicated ("X is the head of").
    """
    owned: list[list[TitlePhrase]] = [[] for _ in runs]
    free = [t for t in titles if not t.plural]
    begins = {first for first, _ in runs}
    edges = [first for first, _ in runs]
    for n in range(len(runs)):
        while True:
            before = next((t for t in free if t.last == edges[n]), None)
            if before is None:
                opening = _bracket_before(tokens, edges[n])
                before = next((t for t in free if t.last == opening), None)
                inner = [t for t in free if opening < t.first and t.last <= edges[n]]
                aside = opening >= 0 and _says_nothing(tokens[opening + 1 : edges[n] - 1])
                if before is None or not (inner or aside):
                    break
                owned[n].append(before)  # "president (and chair of the council) X"
                for title in inner:
                    _claim(owned[n], free, title)
                free.remove(before)
                edges[n] = before.first
                continue
            _claim(owned[n], free, before)
            edges[n] = before.first
    for n, (_, name_end) in enumerate(runs):
        after = last = _past_letters(tokens, name_end)
        while (phrase := _apposed_after(tokens, after, free, begins | set(edges), last)) is not None:
            if tokens[after].text.lower() == "as" and _acts(tokens, runs[n]):
                break  # "was tapped by X as attorney general"
            if _heads_next(tokens, phrase, edges[n], free, set(edges), titles):
                break
            _claim(owned[n], free, phrase)
            after = phrase.last
    for n, (first, last) in enumerate(runs):
        while (phrase := _stacked_before(tokens, edges[n], first, last, free, owned[n])) is not None:
            _claim(owned[n], free, phrase)
            owned[n][-1] = replace(phrase, last=_past_place(tokens, phrase.last))
            edges[n] = phrase.first
    for n, (first, last) in enumerate(runs):
        head = head_of(tokens, first, last)
        for phrase in list(free):
            token = tokens[phrase.head]
            predicated = (
                token.dep == "attr"
                and tokens[token.head].lemma == "be"
                and tokens[head].dep == "nsubj"
                and tokens[head].head == token.head
            )
            predicated = predicated or _told_by_who(tokens, token, first, last)
            if predicated or (token.dep == "appos" and token.head == head and phrase.last not in begins):
                _claim(owned[n], free, phrase)
    _share_plurals(tokens, runs, titles, owned)
    for n, (_, last) in enumerate(runs):
        owned[n].extend(_one_of(tokens, last, titles))
    return owned


def _says_nothing(bracketed: Sequence[Token]) -> bool:
    """True of "(retd)" and "(CDF)" between a title and a name, which part the two no more than nothing would."""
    if len(bracketed) == 1 and bracketed[0].text.isupper() and bracketed[0].text.isalpha():
        return True
    return all(t.text.lower() in words("retired") or t.text == "." for t in bracketed)


def _told_by_who(tokens: Sequence[Token], title: Token, first: int, last: int) -> bool:
    """True of the office in "X, who is also the head of Y" and "X, a Malaysian who was the envoy"."""
    verb = tokens[title.head]
    if title.dep != "attr" or verb.lemma != "be" or verb.dep != "relcl":
        return False
    who = verb.head
    if tokens[who].dep == "appos" and tokens[who].head < who:
        who = tokens[who].head
    return first <= who < last and any(t.head == verb.i and t.text.lower() == "who" for t in tokens)


def _heads_next(
    tokens: Sequence[Token],
    phrase: TitlePhrase,
    edge: int,
    free: Sequence[TitlePhrase],
    edges: set[int],
    titles: Sequence[TitlePhrase],
) -> bool:
    """True in "the minister, General X, the chief of staff, General Y": the second office is Y's, as the first is X's.

    So it is in "President X, the chief of staff, Mr. Y". `edge` is where X begins with his rank, `edges` where each
    name does.
    """
    led = any(t.last == edge - 1 and tokens[t.last].text == "," and t.word.cls != "rank" for t in free)
    styled = any(t.first == phrase.last + 1 and t.word.cls == "honorific" for t in titles) and phrase.definite
    return (led or styled) and tokens[phrase.last].text == "," and phrase.last + 1 in edges


def _one_of(tokens: Sequence[Token], last: int, titles: Sequence[TitlePhrase]) -> list[TitlePhrase]:
    """The title of "X, one of several presidents"."""
    if [t.text.lower() for t in tokens[last : last + 3]] != [",", "one", "of"]:
        return []
    found = next((t for t in titles if t.plural and last + 3 <= t.first <= last + 5), None)
    if found is None:
        return []
    first = found.first + (tokens[found.first].text.lower() in ("several", "many", "some"))
    text = surface(tokens, first, found.last)
    return [replace(found, text=singular(tokens, replace(found, text=text)), plural=False)]


def _bracket_before(tokens: Sequence[Token], edge: int) -> int:
    """Where the bracket opens that closes right before `edge`; -1 where none does."""
    if not edge or tokens[edge - 1].text != ")":
        return -1
    return next((k for k in range(edge - 2, max(-1, edge - 12), -1) if tokens[k].text == "("), -1)


def _claim(owner: list[TitlePhrase], free: list[TitlePhrase], phrase: TitlePhrase) -> None:
    owner.append(phrase)
    free.remove(phrase)


# Between an office held by several and the list of those who hold it: "the ministers of A and B - X and Y".
_BEFORE_LIST = frozenset((",", ":", "-", "–", "—", "--", "("))
_OPENERS = frozenset((",", "the", "a", "an", "-", "–", "—", "--", "("))


def _apposed_after(
    tokens: Sequence[Token], after: int, free: Sequence[TitlePhrase], begins: set[int], name_end: int
) -> TitlePhrase | None:
    """The title in apposition that follows a name, or another such title, at `after`."""
    step = after
    while (
        step < len(tokens)
        and step - after < 4
        and (
            tokens[step].text.lower() in _OPENERS
            or (step > after and tokens[step].tag in ("PRP$", "RB"))
            or (step == after and tokens[step].text.lower() in ("and", "as"))
        )
    ):
        step += 1
    if step == after or tokens[after].text.lower() in ("the", "a", "an"):
        return None
    joined = tokens[after].text.lower() == "and"
    if joined and (after == name_end or tokens[after + 1].text.lower() in ("the", "a", "an")):
        return None  # "met Minister X and the head of Y": somebody else
    phrase = next((t for t in free if t.first == step), None)
    if phrase is None or phrase.last in begins or _speaks(tokens, phrase):
        return None
    if joined and phrase.last + 1 in begins and tokens[phrase.last].text == ",":
        return None  # "X and the chief of the army staff, General Y": the second title is Y's
    # "X, chief of staff and first deputy minister": but not "X and the minister said".
    if joined and not any(t.last == after for t in _ending_at(tokens, after, phrase)):
        return None
    return phrase


def _acts(tokens: Sequence[Token], run: tuple[int, int]) -> bool:
    """True of a name behind "by" in the passive."""
    head = tokens[head_of(tokens, *run)]
    return head.dep == "pobj" and tokens[head.head].dep == "agent"


def _speaks(tokens: Sequence[Token], phrase: TitlePhrase) -> bool:
    """True of "a spokesman" in "It will meet X, a spokesman said", who is somebody else."""
    head = tokens[phrase.head]
    indefinite = phrase.first > 0 and tokens[phrase.first - 1].text.lower() in ("a", "an")
    return indefinite and head.dep == "nsubj" and head.head == phrase.last


def _past_letters(tokens: Sequence[Token], last: int) -> int:
    """The end of a name with the degrees, honours and service behind it: "X PhD", "X, SBP, psc", "X (HAF)"."""
    k = end = last
    while k < len(tokens):
        word = tokens[k].text
        if word.lower() in words("degrees") or word.lower() in words("retired") or _honour(tokens, k, last):
            k = end = k + 1
        elif word == "(" and k + 2 < len(tokens) and tokens[k + 2].text == ")" and tokens[k + 1].text.isupper():
            k = end = k + 3
        elif word == "," and k < len(tokens) - 1:
            k += 1
        else:
            break
    return end


def _honour(tokens: Sequence[Token], k: int, last: int) -> bool:
    """True of letters in capitals between commas behind a name: "X, OSP, chief of the army staff"."""
    word = tokens[k].text
    apart = k > last and tokens[k - 1].text == "," and k + 1 < len(tokens) and tokens[k + 1].text in (",", "(")
    return apart and word.isupper() and word.isalpha() and 1 < len(word) < 6


def _ending_at(tokens: Sequence[Token], after: int, phrase: TitlePhrase) -> list[TitlePhrase]:
    """The phrase itself where it is joined by "and" to a title that ends at `after`, as the parser sees it."""
    head = tokens[phrase.head]
    return [replace(phrase, last=after)] if head.dep == "conj" and head.head < after else []


def _stacked_before(
    tokens: Sequence[Token], edge: int, first: int, last: int, free: Sequence[TitlePhrase], mine: Sequence[TitlePhrase]
) -> TitlePhrase | None:
    """The title that stands before `edge` with nothing between but commas, articles and brackets."""
    titled = bool(mine)
    nearest = next((t for t in mine if t.first == edge), None)
    phrase = next((t for t in reversed(free) if t.last <= edge), None)
    if phrase is None or phrase.last == edge:
        return None
    people = {t.i for t in tokens[edge - 1 : edge] if t.ent == "NORP" and tokens[edge - 2].text == ","}
    words = [t.text.lower() for t in _unbracketed(tokens[_past_place(tokens, phrase.last) : edge]) if t.i not in people]
    if not all(w in (",", "and", "the", "-", "–", ")") for w in words):
        return None
    if not {"-", "–"}.isdisjoint(words) and tokens[first].ent != "PERSON":
        return None  # a headline's "Envoy Meets President – Ceasefire Tops Agenda"
    if titled:
        if phrase.country and {t.country for t in mine if t.country} - {phrase.country}:
            return None  # "the envoy of Peru and Chile's defence minister, General X"
        if "and" in words and nearest is not None and nearest.word.cls == "rank":
            return None  # "the crown prince and General X": two people
        # "Lao Deputy Minister and Minister of Defence X": of offices without an article one bearer has both
        both = words == ["and"] and phrase.country is not None and not phrase.definite
        return phrase if both or "and" not in words or tokens[phrase.head].dep != "conj" else None
    if "and" in words or phrase.word.cls == "rank":
        return None
    paired = phrase.definite and tokens[edge - 1].text == "," and _next_office(tokens, last, free)
    held = paired or _bare(tokens, phrase, edge)
    return phrase if held or _apposed_before(tokens, phrase, first, last) else None


def _past_place(tokens: Sequence[Token], last: int) -> int:
    """Where "head of the UN Mission in Libya, X" goes on behind the place that its holder works in; else `last`."""
    k = last + 1
    while last < len(tokens) and tokens[last].text == "in" and k < len(tokens) and tokens[k].ent in ("GPE", "LOC"):
        k += 1
    return k if k > last + 1 and k < len(tokens) and tokens[k].text == "," else last


def _bare(tokens: Sequence[Token], phrase: TitlePhrase, edge: int) -> bool:
    """True of "Chief of Staff of Peru, X and ...", "and director of the office, X": no article, so X holds it.

    An office without an article stands for nobody until its holder is named; behind "as" it is that of the subject.
    """
    if edge - phrase.last != 1 or tokens[phrase.last].text != "," or phrase.possessor is not None or phrase.former:
        return False
    if phrase.last - phrase.core[1] < 2 and not phrase.countries or tokens[phrase.head].dep in ("attr", "oprd"):
        return False
    before = tokens[phrase.first - 1] if phrase.first else None
    return before is None or before.tag == "_SP" or before.text.lower() in ("and", "&", "with", "by", "between")


def _next_office(tokens: Sequence[Token], last: int, free: Sequence[TitlePhrase]) -> bool:
    """True of X in "the minister, X, and the chief of staff, Y": another office begins right behind his name."""
    step = last
    while step < len(tokens) and step - last < 3 and tokens[step].text.lower() in (",", "and", "the"):
        step += 1
    office = next((t for t in free if t.first == step and t.definite), None)
    return step > last + 1 and tokens[last].text == "," and office is not None and tokens[office.last].text == ","


def _unbracketed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without what stands in brackets."""
    out, depth = [], 0
    for t in tokens:
        depth += t.text == "("
        if not depth:
            out.append(t)
        depth -= t.text == ")"
    return out


def _share_plurals(
    tokens: Sequence[Token],
    runs: Sequence[tuple[int, int]],
    titles: Sequence[TitlePhrase],
    owned: list[list[TitlePhrase]],
) -> None:
    """Gives "defence ministers X and Y" and "the ministers of A and B, X and Y" their title and state each."""
    for phrase in titles:
        if not phrase.plural:
            continue
        bodies = _listed_bodies(tokens, phrase)
        step = bodies[-1][1] if bodies else phrase.last
        if step < len(tokens) and tokens[step].text in _BEFORE_LIST:
            step += 1
        # "General X and Colonel Y": each begins with his rank.
        begins = [
            min((first, *(t.first for t in mine if t.last <= first)))
            for (first, _), mine in zip(runs, owned, strict=True)
        ]
        n = next((k for k, first in enumerate(begins) if first == step), None)
        if n is None:
            continue
        listed = [n]
        while n + 1 < len(runs) and _go_on(tokens[runs[n][1] : begins[n + 1]]):
            n += 1
            listed.append(n)
        alone = tokens[head_of(tokens, *runs[listed[0]])].dep == "nsubj" and tokens[phrase.head].dep in ("pobj", "dobj")
        if len(listed) == 1 and step > phrase.last and alone:
            continue  # "speaking to reporters, X said"
        several = len(phrase.countries) > 1
        if (several and len(listed) != len(phrase.countries)) or (bodies and len(listed) != len(bodies)):
            continue
        text = singular(tokens, replace(phrase, text=_without_states(tokens, phrase)) if several else phrase)
        for position, k in enumerate(listed):
            code = phrase.countries[position] if several else phrase.country
            one = replace(phrase, country=code, countries=(code,) if code else (), plural=False, text=text)
            if bodies:
                one = replace(one, text=phrase.word.lemma, org=surface(tokens, *bodies[position]))
            owned[k].append(one)


def _without_states(tokens: Sequence[Token], phrase: TitlePhrase) -> str:
    """The office of "premiers of Chad and Niger" as each holds it, of a state of his own: "premiers"."""
    after = surface(tokens, phrase.core[1], phrase.last)
    return phrase.text.removesuffix(after).rstrip() if after.startswith("of ") else phrase.text


def _go_on(between: Sequence[Token]) -> bool:
    """True where names are of one list: "X and Y", "X of Iowa, Y of Ohio", "X, a Republican, and Y", "X (L) and Y"."""
    words = [t.text.lower() for t in between]
    if words and words[0] == "(" and ")" in words:
        words = words[words.index(")") + 1 :]
    if len(words) > 2 and words[0] == "of" and all(t.text[:1].isupper() for t in between[1:2]):
        end = next((k for k in range(1, len(words)) if words[k] in (",", "and", "&")), len(words))
        words = words[end:] if end <= 4 else words
    if len(words) > 3 and words[0] == "," and words[1] in ("a", "an", "the") and "," in words[2:6]:
        words = words[words.index(",", 2) :]
    return 0 < len(words) <= 2 and all(w in (",", "and", "&") for w in words)


def _listed_bodies(tokens: Sequence[Token], phrase: TitlePhrase) -> list[tuple[int, int]]:
    """The bodies of "the chiefs of A, B and C: X, Y and Z"; nothing where no colon follows or there is but one."""
    k = phrase.core[1]
    if k >= len(tokens) or tokens[k].text != "of":
        return []
    found: list[tuple[int, int]] = []
    k += 1
    while k < len(tokens) and tokens[k].text != ":":
        if tokens[k].text.lower() in (",", "and", "&", "the"):
            k += 1
            continue
        first = k
        while k < len(tokens) and tokens[k].tag in ("NNP", "NNPS", "NN", "JJ") and tokens[k].text[:1].isupper():
            k += 1
        if k == first:
            return []
        found.append((first, k))
    return found if k < len(tokens) and len(found) > 1 else []


def _closes(tokens: Sequence[Token], last: int) -> bool:
    return (
        last >= len(tokens)
        or tokens[last].text in (",", ".", ";", ":", ")", "'s", "’s", "”", '"', "-", "–", "—")
        or tokens[last].pos in ("VERB", "AUX", "ADP")
    )


def _apposed_before(tokens: Sequence[Token], phrase: TitlePhrase, first: int, last: int) -> bool:
    """True of "the Russian defence minister, Sergei Shoigu, said": the comma joins the two, it is no list."""
    head = head_of(tokens, first, last)
    if tokens[head].dep == "appos":
        return True
    if tokens[head].dep == "conj":  # "met the head of the mission in Peru, X, and said": no second person
        apart = tokens[first - 1].text == "," and last < len(tokens) and tokens[last].text == ","
        return apart and phrase.definite and phrase.word.cls != "rank" and phrase.last - phrase.core[1] > 1
    if last < len(tokens) and tokens[last].pos in ("VERB", "AUX") and tokens[phrase.head].dep in ("pobj", "dobj"):
        return False  # "After talks with the Turkish minister, X said": another clause
    return (phrase.definite or phrase.possessor is not None or bool(phrase.countries)) and _closes(tokens, last)
