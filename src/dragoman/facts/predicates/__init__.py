"""The predicate-argument layer: every act of a sentence with the same canonical arguments, whatever the syntax was.

Only this package and mention finding know the parser's labels.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.predicates.acts import restore_nouns
from dragoman.facts.predicates.arguments import Draft
from dragoman.facts.predicates.clauses import adjective_draft, governs, low_attached, verb_draft
from dragoman.facts.predicates.lexicon import bundled_lexicon
from dragoman.facts.predicates.links import link_all
from dragoman.facts.predicates.mending import mend
from dragoman.facts.predicates.nominals import ascribe, carry, inherit, noun_draft, noun_lemma
from dragoman.facts.predicates.sharing import share_objects
from dragoman.facts.predicates.subjects import Subjects
from dragoman.facts.predicates.tree import Tree
from dragoman.types import Predicate, Token

__all__ = ["predicates"]


def predicates(tokens: Sequence[Token], act_nouns: frozenset[str] | None = None) -> tuple[Predicate, ...]:
    """Every verb and act noun of a sentence with its canonical arguments, in the order of the tokens.

    `act_nouns` are the lemmas of the nouns that name an act; None takes every common noun with a complement.
    """
    if not tokens:
        return ()
    tree = Tree(tokens, bundled_lexicon())
    mend(tree)
    if act_nouns is not None:
        restore_nouns(tree, act_nouns)
    tree.settle()
    subjects = Subjects(tree)
    drafts: dict[int, Draft] = {}
    for i in range(tree.n):
        if tree.verb[i]:
            drafts[i] = verb_draft(tree, subjects, i, act_nouns)
        elif governs(tree, i):
            drafts[i] = adjective_draft(tree, subjects, i, act_nouns)
        else:
            lemma = noun_lemma(tree, i, act_nouns)
            if lemma is not None:
                drafts[i] = noun_draft(tree, subjects, i, lemma, act_nouns)
    share_objects(tree, drafts)
    for draft in drafts.values():
        if draft.pos == "verb":
            low_attached(tree, drafts, draft, act_nouns)
    carry(tree, drafts, act_nouns)
    for draft in drafts.values():
        if draft.pos == "noun":
            low_attached(tree, drafts, draft, act_nouns)
    ascribe(tree, drafts)
    link_all(tree, drafts)
    inherit(tree, subjects, drafts)
    return tuple(draft.freeze() for draft in drafts.values())
