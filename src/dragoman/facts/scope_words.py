"""The words that scope is read by: what governs, negates, conditions and reports; from knowledge/scope.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.knowledge import overlay
from dragoman.types import Status


@dataclass(frozen=True, slots=True)
class Words:
    """The words of knowledge/scope.yaml, and the verbs of reporting with their force."""

    governing: Mapping[str, Status]
    modifiers: Mapping[str, Status]
    prepositions: Mapping[str, str]
    modals: Mapping[str, str]
    turned: Mapping[str, Status]
    conditional: frozenset[str]
    conditional_nouns: frozenset[str]
    negation: frozenset[str]
    under_way: frozenset[str]
    talked_about: frozenset[str]
    talks: frozenset[str]
    reasons: frozenset[str]
    denied_talk: frozenset[str]
    of_subject: Mapping[str, Status]
    foretelling: frozenset[str]
    experts: frozenset[str]
    scheduled: frozenset[str]
    told: frozenset[str]
    past_time: frozenset[str]
    time_to_come: frozenset[str]
    setting_out: frozenset[str]
    states: frozenset[str]
    governing_on: frozenset[str]
    in_progress: frozenset[str]
    habits: frozenset[str]
    ending: frozenset[str]
    alleged: frozenset[str]
    lasting: frozenset[str]
    coming_about: frozenset[str]
    of_another_time: frozenset[str]
    presupposing: frozenset[str]
    aspects: frozenset[str]
    intending: frozenset[str]
    beginning: frozenset[str]
    noticing: frozenset[str]
    looking_on: frozenset[str]
    beating_off: frozenset[str]
    making_ready: frozenset[str]
    coming_home: frozenset[str]
    of_a_series: frozenset[str]
    calling_off: frozenset[str]
    comparing: frozenset[str]
    disputes: frozenset[str]
    happening: frozenset[str]
    one_of_several: frozenset[str]
    scenes: frozenset[str]
    telling: frozenset[str]
    saying: Mapping[str, str]


@overlay.once
def words() -> Words:
    """The words of scope, read once."""
    data = overlay.data("scope.yaml")
    speech = overlay.data("reporting.yaml")
    return Words(
        governing=_turned(data["governing"]),
        modifiers=_turned(data["modifiers"]),
        prepositions=_turned(data["prepositions"]),
        modals=_turned(data["modals"]),
        turned=data["double_negation"],
        conditional=frozenset(data["conditional"]),
        conditional_nouns=frozenset(data["conditional_nouns"]),
        negation=frozenset(data["negation"]),
        under_way=frozenset(data["under_way"]),
        talked_about=frozenset(data["talked_about"]),
        talks=frozenset(data["talks"]),
        reasons=frozenset(data["reasons"]),
        denied_talk=frozenset(data["denied_talk"]),
        of_subject=_turned(data["of_subject"]),
        foretelling=frozenset(data["foretelling"]),
        experts=frozenset(data["experts"]),
        scheduled=frozenset(data["scheduled"]),
        told=frozenset(data["told"]),
        past_time=frozenset(data["past_time"]),
        time_to_come=frozenset(data["time_to_come"]),
        setting_out=frozenset(data["setting_out"]),
        governing_on=frozenset(data["governing_on"]),
        states=frozenset(data["states"]),
        in_progress=frozenset(data["in_progress"]),
        habits=frozenset(data["habits"]),
        ending=frozenset(data["ending"]),
        alleged=frozenset(data["alleged"]),
        lasting=frozenset(data["lasting"]),
        coming_about=frozenset(data["coming_about"]),
        of_another_time=frozenset(data["of_another_time"]),
        presupposing=frozenset(data["presupposing"]),
        aspects=frozenset(data["aspects"]),
        intending=frozenset(data["intending"]),
        beginning=frozenset(data["beginning"]),
        noticing=frozenset(data["noticing"]),
        calling_off=frozenset(data["calling_off"]),
        of_a_series=frozenset(data["of_a_series"]),
        coming_home=frozenset(data["coming_home"]),
        looking_on=frozenset(data["looking_on"]),
        beating_off=frozenset(data["beating_off"]),
        making_ready=frozenset(data["making_ready"]),
        comparing=frozenset(data["comparing"]),
        disputes=frozenset(data["disputes"]),
        happening=frozenset(data["happening"]),
        one_of_several=frozenset(data["one_of_several"]),
        scenes=frozenset(data["scenes"]),
        telling=frozenset((*speech["with_noun"], *data["talked_about"])),
        saying={verb: force for force, verbs in reversed(speech["verbs"].items()) for verb in verbs},
    )


def _turned(lists: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    return {word: key for key, listed in reversed(list(lists.items())) for word in listed}
