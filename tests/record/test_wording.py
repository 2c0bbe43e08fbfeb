"""Wording: the same long sentence on two pages is known for one."""

from __future__ import annotations

from dragoman.record.wording import Wording
from dragoman.types import Reading
from tests.record.hand import Hand
from tests.record.test_events import pages

SENTENCE = "The navies of Peru have for years chased boats of smugglers off the coast of Piura in the north."


def told(id: str, before: str = "", sentence: str = SENTENCE, trigger: str = "chased") -> Reading:
    """A page that tells an incident in one sentence, behind others."""
    page = Hand(id, f"{before}{sentence}")
    page.fact("incident", trigger, [(page.state("Peru", "PER"), "attacker")])
    return page.reading()


def wording(reading: Reading) -> frozenset[str]:
    return Wording(reading).of(reading.facts)


def test_a_sentence_is_the_same_wherever_it_stands() -> None:
    (digest,) = wording(told("p"))
    assert wording(told("q", before="It had rained. ")) == {digest}


def test_other_words_another_trigger_and_short_or_nameless_sentences_are_not() -> None:
    assert wording(told("p")).isdisjoint(wording(told("q", sentence=SENTENCE.replace("north", "far north"))))
    assert wording(told("p")).isdisjoint(wording(told("q", trigger="smugglers")))
    assert not wording(told("q", sentence="Peru chased smugglers."))
    page = Hand("r", "Boats of the navy have for years chased other boats of smugglers off the northern coast.")
    page.fact("incident", "chased", [])
    assert not wording(page.reading())


def test_what_two_pages_tell_in_the_same_words_is_one_event() -> None:
    assert pages(told("p"), told("q", before="It had rained. ")) == [["p", "q"]]
    assert pages(told("p"), told("q", sentence=SENTENCE.replace("north", "far north"))) == [["p"], ["q"]]
