"""What coordinated verbs share to their right: "sold and delivered tanks"."""

from __future__ import annotations

from dragoman.facts.predicates.arguments import Draft
from dragoman.facts.predicates.tree import Tree


def share_objects(tree: Tree, drafts: dict[int, Draft]) -> None:
    """Give verbs that stand side by side with a conjunction the object and complements that only one has."""
    for i, draft in drafts.items():
        if draft.pos != "verb" or tree.dep[i] != "conj":
            continue
        first = drafts.get(tree.head[i])
        if first is None or first.pos != "verb" or not _adjacent(tree, first.token, i):
            continue
        if tree.tag[first.token] != tree.tag[i] and {tree.tag[first.token], tree.tag[i]} != {"VBD", "VBN"}:
            continue
        for giver, taker in ((draft, first), (first, draft)):
            if taker.has("patient") and not (giver.passive and taker.passive):
                continue
            for a in list(giver.arguments):
                if a.head > i and a.role in ("patient", "recipient", "goal", "companion", "place", "time", "agent"):
                    taker.put(a.role, a.head, "right-node", a.prep, (a.first, a.last))


def _adjacent(tree: Tree, first: int, second: int) -> bool:
    return all(
        tree.dep[j] in ("cc", "punct", "aux", "auxpass", "advmod", "preconj", "prt", "neg")
        for j in range(first + 1, second)
    )
