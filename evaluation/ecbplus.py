"""Scores coreference of events across documents on ECB+: gold mentions, CoNLL score.

    python -m evaluation.ecbplus DIR [--part fit|dev]     # DIR holds ECB+/ and ECBplus_coreference_sentences.csv

The baseline puts together what has the same lemma in a topic. The other is the record's way with the features that any
event has: what the trigger is, whether two documents tell one story, and what stands around the triggers. Which lemmas
may name one event was counted on the topics of the part `fit`; the part `dev` is measured with that.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from dragoman.language.parser import Parser
from dragoman.language.stems import stem
from dragoman.record.groups import Groups
from dragoman.types import Token
from evaluation.coreference import bcubed, ceaf, conll, muc

DEV = frozenset((2, 5, 12, 18, 21, 23, 34, 35))
LAST = 35  # topics 36 to 45 are for the end

STORY = 0.2  # cosine of two documents' words from which on they tell one story
LIGHT = frozenset("be have do make say tell get go take come give report announce".split())
ENOUGH = 0.45  # mean score of two groups from which on they are one event
OFTEN = 2  # lemma pairs seen so often in one event of the fitting topics name one thing
SHARE = 0.3  # and in so large a share of the times that two documents of a story have both

Mention = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One gold mention of an event."""

    key: Mention  # document and id
    topic: int
    document: str
    lemma: str
    context: frozenset[str]  # stems of the content words of its sentence, without itself
    names: frozenset[str]  # and the names and numbers among them
    instance: str


@dataclass(frozen=True, slots=True)
class Document:
    """The words of a document, as a weighted vector of length one."""

    name: str
    topic: int
    vector: Mapping[str, float]


def read(folder: Path, topics: Iterable[int], parser: Parser) -> tuple[list[Trigger], dict[str, Document]]:
    """The gold mentions of the validated sentences, and the documents, of some topics."""
    chosen: dict[str, set[int]] = defaultdict(set)
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            chosen[f"{row['Topic']}_{row['File']}.xml"].add(int(row["Sentence Number"]))
    triggers: list[Trigger] = []
    words: dict[str, tuple[int, Counter[str]]] = {}
    for topic in topics:
        for path in sorted((folder / "ECB+" / str(topic)).glob("*.xml")):
            tree = ElementTree.parse(path).getroot()
            words[path.name] = (topic, Counter(_content(_text(t) for t in tree.iter("token"))))
            triggers += _triggers(tree, topic, path.name, chosen[path.name], parser)
    return triggers, _documents(words)


def _triggers(
    tree: ElementTree.Element, topic: int, name: str, chosen: set[int], parser: Parser
) -> list[Trigger]:
    tokens = {t.get("t_id"): t for t in tree.iter("token")}
    sentences: dict[int, list[str]] = defaultdict(list)
    for id, token in tokens.items():
        sentences[int(token.get("sentence") or 0)].append(str(id))
    kept = sorted(s for s in sentences if s in chosen)
    parsed = dict(zip(kept, parser.parse_again([_plain(tokens, sentences[s]) for s in kept]), strict=True))
    instances = _instances(tree)
    out = []
    for mark in tree.iterfind("Markables/*"):
        here = [str(a.get("t_id")) for a in mark]
        if not mark.tag.startswith(("ACTION", "NEG_ACTION")) or not here:
            continue
        sentence = int(tokens[here[0]].get("sentence") or 0)
        if sentence not in parsed:
            continue
        places = [sentences[sentence].index(id) for id in here if id in sentences[sentence]]
        all_tokens = parsed[sentence]
        tops = [i for i in places if all_tokens[i].head not in places or all_tokens[i].head == i]
        head = all_tokens[(tops or places)[0]]
        around = [t for t in all_tokens if t.i not in places]
        id = str(mark.get("m_id"))
        out.append(
            Trigger(
                (name, int(id)), topic, name, head.lemma, frozenset(_content(t.text for t in around)),
                frozenset(t.lemma for t in around if t.pos in ("PROPN", "NUM")),
                instances.get(id, f"{name}:{id}"),
            )
        )
    return out


def _instances(tree: ElementTree.Element) -> dict[str, str]:
    """The event that each mention is of, by the relations that bind mentions to events."""
    name = tree.get("doc_name") or ""
    out = {}
    for relation in tree.iterfind("Relations/*"):
        target = relation.find("target")
        across = relation.tag == "CROSS_DOC_COREF"
        instance = relation.get("note") if across else f"{name}:{relation.get('r_id')}"
        if target is not None and instance:
            out.update({str(s.get("m_id")): instance for s in relation.findall("source")})
    return out


def _plain(tokens: Mapping[str | None, ElementTree.Element], ids: Sequence[str]) -> list[Token]:
    out, at = [], 0
    for i, id in enumerate(ids):
        text = _text(tokens[id])
        out.append(Token(i, text, text, "", "", "", i, "", False, at, at + len(text)))
        at += len(text) + 1
    return out


def _text(token: ElementTree.Element) -> str:
    return (token.text or "").strip() or "-"


@lru_cache(maxsize=1)
def _stop() -> frozenset[str]:
    return frozenset(
        "the a an and or but of in on at to for from by with as is are was were be been has have had he she it they "
        "his her its their this that which who said will would not after before into over about than more also".split()
    )


def _content(words: Iterable[str]) -> list[str]:
    low = (w.lower() for w in words)
    return [stem(w) for w in low if len(w) > 2 and any(c.isalnum() for c in w) and w not in _stop()]


def _documents(words: Mapping[str, tuple[int, Counter[str]]]) -> dict[str, Document]:
    seen = Counter(word for _, counts in words.values() for word in counts)
    out = {}
    for name, (topic, counts) in words.items():
        raw = {w: (1 + math.log(c)) * math.log(len(words) / seen[w]) for w, c in counts.items() if seen[w] > 1}
        length = math.sqrt(sum(x * x for x in raw.values())) or 1.0
        out[name] = Document(name, topic, {w: x / length for w, x in raw.items()})
    return out


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How alike two documents are."""
    return sum(x * b[w] for w, x in a.items() if w in b)


def baseline(triggers: Sequence[Trigger]) -> dict[object, object]:
    """The same lemma in the same topic."""
    return {t.key: (t.topic, t.lemma) for t in triggers}


def stories(documents: Mapping[str, Document]) -> dict[str, str]:
    """Documents that tell one story, by mean likeness of the groups, the likest first."""
    out: dict[str, str] = {}
    by_topic: dict[int, list[str]] = defaultdict(list)
    for name, document in sorted(documents.items()):
        by_topic[document.topic].append(name)
    for names in by_topic.values():
        like = {(a, b): cosine(documents[a].vector, documents[b].vector) for a, b in combinations(names, 2)}
        for group in grouped(names, like, STORY):
            out.update(dict.fromkeys(group, group[0]))
    return out


def grouped(items: Sequence[str], like: Mapping[tuple[str, str], float], least: float) -> list[list[str]]:
    """Groups by mean likeness, the likest two joined first, until none are alike enough; ties by name."""
    groups = {item: [item] for item in items}
    total = {pair: value for pair, value in like.items() if value > 0}
    while total:
        a, b = min(total, key=lambda p: (-total[p] / (len(groups[p[0]]) * len(groups[p[1]])), p))
        if total[a, b] / (len(groups[a]) * len(groups[b])) < least:
            break
        del total[a, b]
        groups[a] += groups.pop(b)
        for pair in [p for p in total if b in p]:
            other = pair[0] if pair[1] == b else pair[1]
            key = (a, other) if a < other else (other, a)
            total[key] = total.pop(pair) + total.get(key, 0.0)
    return [sorted(group) for _, group in sorted(groups.items())]


def kin(triggers: Sequence[Trigger], story: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Pairs of lemmas that often name one event, counted on gold."""
    one: Counter[tuple[str, str]] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    groups: dict[str, list[Trigger]] = defaultdict(list)
    for t in triggers:
        groups[story[t.document]].append(t)
    for group in groups.values():
        instances: dict[str, set[str]] = defaultdict(set)
        for t in group:
            instances[t.lemma].add(t.instance)
        for a, b in combinations(sorted(instances), 2):
            both[a, b] += 1
            one[a, b] += bool(instances[a] & instances[b])
    return frozenset(pair for pair, n in one.items() if n >= OFTEN and n >= SHARE * both[pair])


def score(a: Trigger, b: Trigger, same_story: bool, known: frozenset[tuple[str, str]]) -> float:
    """How surely two mentions are of one event, by features that any event has."""
    if not same_story:
        return 0.0
    x, y = sorted((a.lemma, b.lemma))
    if x == y or stem(x) == stem(y):
        trigger = 0.55
    elif (x, y) in known:
        trigger = 0.45
    else:
        return 0.0
    if a.lemma in LIGHT or b.lemma in LIGHT:
        trigger -= 0.3
    shared = len(a.context & b.context) / max(1, min(len(a.context), len(b.context)))
    names = len(a.names & b.names) / max(1, min(len(a.names), len(b.names)))
    return trigger + 0.3 * shared + 0.15 * names


def ours(
    triggers: Sequence[Trigger], documents: Mapping[str, Document], known: frozenset[tuple[str, str]]
) -> dict[object, object]:
    """Mentions grouped by mean score, the surest first."""
    story = stories(documents)
    blocks: dict[str, list[Trigger]] = defaultdict(list)
    for t in triggers:
        blocks[story[t.document]].append(t)
    out: dict[object, object] = {}
    for _, block in sorted(blocks.items()):
        names = {f"{t.key[0]}:{t.key[1]:05d}": t for t in block}
        like = {(m, n): score(names[m], names[n], True, known) for m, n in combinations(sorted(names), 2)}
        like = {pair: value for pair, value in like.items() if value > 0}
        linked: Groups[str] = Groups(sorted(names))
        for m, n in like:
            linked.join(m, n)
        for members in linked.all().values():
            inside = set(members)
            for group in grouped(members, {p: v for p, v in like.items() if p[0] in inside}, ENOUGH):
                out.update({names[n].key: group[0] for n in group})
    return out


def main() -> int:
    """Prints both ways with the three scores and their mean."""
    options = argparse.ArgumentParser(prog="python -m evaluation.ecbplus")
    options.add_argument("folder", type=Path)
    options.add_argument("--part", choices=("fit", "dev"), default="dev")
    given = options.parse_args()
    parser = Parser()
    fitting = [t for t in range(1, LAST + 1) if t not in DEV and (given.folder / "ECB+" / str(t)).is_dir()]
    fit, fit_documents = read(given.folder, fitting, parser)
    known = kin(fit, stories(fit_documents))
    part, documents = (fit, fit_documents) if given.part == "fit" else read(given.folder, sorted(DEV), parser)
    gold: dict[object, object] = {t.key: t.instance for t in part}
    print(f"ECB+ {given.part}: {len(part)} mentions, {len(set(gold.values()))} events, {len(known)} pairs of lemmas")
    for title, got in (("same lemma", baseline(part)), ("ours", ours(part, documents, known))):
        figures = " ".join(
            f"{f.__name__} P {s.precision:.3f} R {s.recall:.3f} F1 {s.f1:.3f}"
            for f, s in ((f, f(gold, got)) for f in (muc, bcubed, ceaf))
        )
        print(f"{title:>12}: CoNLL {conll(gold, got):.3f}; {figures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
