"""Which predicate a predicate is part of, and how: the chain that scope is read off."""

from __future__ import annotations

from dragoman.facts.predicates.arguments import Draft
from dragoman.facts.predicates.tree import Tree

_MAX_CLIMB = 40
_LINKS = {
    dep: link
    for link, deps in (
        ("subject", "nsubj nsubjpass csubj csubjpass"),
        ("object", "dobj dative"),
        ("attribute", "attr acomp oprd"),
        ("possessive", "poss"),
        ("modifier", "compound nmod amod"),
        ("apposition", "appos"),
        ("parataxis", "parataxis"),
        ("adverbial", "npadvmod"),
        ("dep", "dep"),
    )
    for dep in deps.split()
}


def link_all(tree: Tree, drafts: dict[int, Draft]) -> None:
    """Set `parent` and `link` of every draft."""
    for i, draft in drafts.items():
        draft.parent, draft.link = _link(tree, drafts, i)
    _lift_parenthetical_speech(tree, drafts)
    for i, draft in drafts.items():
        if draft.light is not None and draft.light in drafts and not _above(drafts, draft.light, i):
            draft.parent, draft.link = draft.light, "light"


def _link(tree: Tree, drafts: dict[int, Draft], i: int) -> tuple[int | None, str | None]:
    at, link = i, ""
    for _ in range(_MAX_CLIMB):
        above = tree.head[at]
        if above == at:
            return None, None
        step = _step(tree, at, above)
        if step and (not link or link == "apposition"):
            link = step
        if above in drafts:
            return above, link or "part"
        at = above
    return None, None


def _step(tree: Tree, at: int, above: int) -> str:
    dep = tree.dep[at]
    if dep in ("ccomp", "xcomp"):
        infinitive = dep == "xcomp" and any(tree.tag[k] == "TO" for k in tree.kids[at])
        return "purpose" if infinitive and tree.lemma[above] in tree.lexicon.travel_verbs else "content"
    if dep == "advcl":
        return _adverbial(tree, at)
    if dep in ("relcl", "acl"):
        if tree.tag[at] == "VB" and any(tree.tag[k] == "TO" for k in tree.kids[at]):
            return "content" if tree.lemma[above] in tree.lexicon.control_nouns else "relative"
        reports = any(tree.dep[k] == "mark" and tree.low[k] in ("that", "whether") for k in tree.kids[at])
        return "content" if reports else "relative"
    if dep == "conj":
        return "conjunct"
    if dep == "pcomp":
        word = tree.low[above]
        under_verb = tree.verb[tree.head[above]]
        return f"adverbial:{word}" if under_verb or word in tree.lexicon.adverbial_prepositions else f"oblique:{word}"
    if dep == "pobj":
        word = tree.low[above]
        outer = tree.head[above]
        if tree.dep[above] == "prep" and tree.pos[outer] in ("ADP", "SCONJ", "ADV"):
            word = f"{tree.low[outer]} {word}"
        if word == "of" and (tree.lemma[outer] in tree.lexicon.transparent or tree.lemma[outer] in tree.lexicon.phases):
            return ""
        return "purpose" if word == "for" else f"oblique:{word}"
    return _LINKS.get(dep, "")


def _adverbial(tree: Tree, at: int) -> str:
    for k in tree.kids[at]:
        if tree.dep[k] == "mark" or tree.tag[k] == "WRB":
            return f"adverbial:{tree.low[k]}"
    if tree.tag[at] == "VB" and any(tree.tag[k] == "TO" for k in tree.kids[at]):
        return "purpose"
    return "adverbial"


def _lift_parenthetical_speech(tree: Tree, drafts: dict[int, Draft]) -> None:
    """ "The talks, he said, were held": what a parenthesis reports is its content, not its host."""
    for i, draft in list(drafts.items()):
        parent = draft.parent
        if draft.pos != "verb" or parent is None or draft.link not in ("parataxis", "dep"):
            continue
        if draft.lemma not in tree.lexicon.speech_verbs or drafts[parent].pos == "noun":
            continue
        if any(tree.dep[k] == "ccomp" for k in tree.kids[i]):
            continue
        host = drafts[parent]
        draft.parent, draft.link = host.parent, host.link
        host.parent, host.link = i, "content"
        draft.put("content", parent, "parenthesis", None, tree.clause(parent))


def _above(drafts: dict[int, Draft], start: int, target: int) -> bool:
    """Whether `target` is on the chain above `start`."""
    at: int | None = start
    for _ in range(len(drafts) + 1):
        if at is None:
            return False
        if at == target:
            return True
        at = drafts[at].parent
    return True
